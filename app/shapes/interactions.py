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
    "came": True,  # to an appointment
    "no_show": False,
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


@dataclass(frozen=True, kw_only=True, slots=True)
class LineForm:
    """What one typed line says of a contact: what happened, if anything, and what comes next.

    `at` is a date, or a date and a time of the shop's clock ('2026-05-16T15:00'); '' for none.
    """

    contact_id: int
    happened: InteractionForm | None = None
    written: str = ""  # a note, where nothing happened but something is to be kept
    at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlannedContact:
    """When to turn to a contact next (as in LineForm), and what was promised."""

    at: str
    note: str


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

    `kind` is 'note' or a kind of interaction, `staff` the name of who wrote it, `who` of whom it
    is about where a company or household shows what is its people's.
    """

    id: int
    kind: str
    body: str
    at: str
    direction: str | None = None
    outcome: str | None = None
    pinned: bool = False
    staff: str = ""
    who: str = ""

    @property
    def is_note(self) -> bool:
        """Whether it is a note rather than something that happened."""
        return self.kind == "note"
