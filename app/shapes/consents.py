"""Consent, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
