"""Contacts that may be the same, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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

    `how`: 'same', 'choice' (one of the two is kept) or 'both' (each is kept; tuples then).
    """

    field: str
    left: Any
    right: Any
    how: str

    @property
    def side(self) -> str:
        """Which side is kept if nobody chooses: the left one, where there is something."""
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
