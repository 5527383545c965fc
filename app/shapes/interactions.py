"""Interactions, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

KINDS = (
    "call", "visit", "text", "messenger", "email", "meeting", "gift", "complaint", "other",
)  # fmt: skip
# Whether the contact took part.
OUTCOMES = {
    "talked": True,
    "no_answer": False,
    "left_message": False,
    "promised_visit": True,
    "complaint": True,
    "praise": True,
    "asked_price": True,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class InteractionForm:
    """What somebody logged; `two_way` None means that outcome and kind tell."""

    contact_ids: tuple[int, ...]
    kind: str
    outcome: str | None = None
    direction: str | None = None  # 'in' or 'out'
    two_way: bool | None = None
    body: str = ""
    happened_at: datetime | None = None


# What a timeline can be narrowed to: the kinds of interaction, and whether notes are in it.
TIMELINES: dict[str, tuple[tuple[str, ...], bool]] = {
    "all": (KINDS, True),
    "notes": ((), True),
    "calls": (("call",), False),
    "visits": (("visit", "meeting"), False),
    "messages": (("text", "messenger", "email"), False),
}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A note or an interaction of a contact; `at` is UTC, ISO 8601.

    `kind` is 'note' or a kind of interaction, `staff` the name of who wrote it.
    """

    id: int
    kind: str
    body: str
    at: str
    direction: str | None = None
    outcome: str | None = None
    pinned: bool = False
    staff: str = ""

    @property
    def is_note(self) -> bool:
        """Whether it is a note rather than something that happened."""
        return self.kind == "note"
