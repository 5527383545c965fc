"""Important dates, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DateRow:
    """A day of a contact's year; `id` is 0 for the birthday, which stands with the contact.

    `comes_on` is its next day in the solar calendar, None where too little is known.
    """

    id: int
    contact_id: int
    kind: str  # 'birthday' or one of `db.kinds.DATE_KINDS`
    label: str
    lunar: bool
    leap_month: bool
    year: int | None
    month: int | None
    day: int | None
    comes_on: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DateForm:
    """What somebody told about a day; None is what they did not tell."""

    kind: str
    label: str = ""
    lunar: bool = False
    leap_month: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
