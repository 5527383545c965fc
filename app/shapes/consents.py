"""Consent, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.important_dates import ImportantDate, occurrence

SOURCES = ("spoken", "written", "online")  # how a contact declares; others are told by the program
ADVERT_YEARS = 2  # after which a consent to adverts is confirmed again (Korea: Network Act, 50 (8))


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One declaration; `happened_at` is UTC, ISO 8601, `reconfirm_on` a date or ''."""

    id: int
    purpose: str
    channel: str
    state: str
    happened_at: str
    source: str
    evidence: str
    attachment_id: int | None
    reconfirm_on: str
    staff: str


@dataclass(frozen=True, slots=True)
class DueConsent:
    """A consent that is to be confirmed again by a date."""

    contact_id: int
    name: str
    purpose: str
    channel: str
    reconfirm_on: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ConsentForm:
    """What a contact declared: for what, by which way, and how the shop knows."""

    purpose: str
    channel: str
    state: str
    happened_at: datetime | None = None  # None is now
    source: str = ""
    evidence: str = ""
    attachment_id: int | None = None
    reconfirm_on: str = ""


def confirm_on(form: ConsentForm, day: date) -> str:
    """Return when a declaration made on `day` is to be confirmed again; '' for never."""
    if form.purpose != "advert" or form.state != "granted":
        return ""
    later = ImportantDate(day.month, day.day, day.year)
    found = occurrence(later, day.year + ADVERT_YEARS)
    return found.isoformat() if found else ""
