"""Contacts that may be the same, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.shapes.custom_fields import FieldRow

TYPED = frozenset({
    "name", "company", "job_title", "department", "nickname", "reading", "number", "likes",
    "dislikes", "source",
})  # fmt: skip
"""Fields in which something else may be typed while two contacts become one."""
STRICT = {"granted": 1, "denied": 2}  # of two answers the higher one counts


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against two contacts being the same; `facts` are what its words need.

    `kind` is a key of the catalogue behind 'evidence.', `weight` in thousandths, negative
    where it speaks against.
    """

    kind: str
    weight: int
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two contacts that look alike; `score` is from 0 to 1000, the higher the surer."""

    a_id: int
    b_id: int
    score: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: the change set that can be taken back, and who stays."""

    change_set: int
    stays_id: int
    goes_id: int


@dataclass(frozen=True, slots=True)
class MergedAway:
    """A contact that was put into another: its name, the change set that did it, and when."""

    id: int
    name: str
    change_set: int
    at: str  # UTC, ISO 8601


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search over the book saw: contacts, and pairs that look alike."""

    people: int
    pairs: int


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One field of two contacts side by side.

    `how`: 'same', 'choice' (one of the two is kept), 'both' (each is kept; tuples then) or
    'strict' (nobody chooses: of two consents the stricter one is kept). Of a field of the shop's
    own (`own`) the sides are CustomValueRow or None, and `field` is 'custom:<id>'.
    """

    field: str
    left: Any
    right: Any
    how: str
    own: FieldRow | None = None

    @property
    def side(self) -> str:
        """Which side is kept if nobody chooses: the left one, where there is something."""
        if self.how == "strict" and self.left and self.right:
            strictest = max if self.left in STRICT else min  # of two days the earlier one
            kept = strictest((self.left, self.right), key=lambda said: (STRICT.get(said, 0), said))
            return "left" if kept == self.left else "right"
        return "right" if self.left in (None, "") else "left"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two contacts field by field; `left_count` and `right_count` are their interactions."""

    left_id: int
    right_id: int
    left_kind: str
    right_kind: str
    rows: tuple[ComparedRow, ...]
    left_count: int
    right_count: int

    def row(self, field: str) -> ComparedRow | None:
        """Return the row of a field, None if neither has it."""
        return next((row for row in self.rows if row.field == field), None)
