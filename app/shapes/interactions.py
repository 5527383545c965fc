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
