"""Prepaid passes, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassForm:
    """What somebody typed about a pass of so many uses, or of an amount in minor units."""

    contact_id: int
    name: str
    kind: str  # 'uses' or 'amount'
    units: int
    product_id: int | None = None
    expires_on: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PassRow:
    """One pass and what is left of it; `expires_on` is the last day it is good."""

    id: int
    contact_id: int
    name: str
    kind: str
    units: int
    remaining: int
    bought_on: str
    expires_on: str
    expired: bool
    note: str


@dataclass(frozen=True, slots=True)
class PassUseRow:
    """One time a pass was used; `at` is UTC, '' where only the day is known."""

    id: int
    units: int
    on: str
    at: str
    note: str
    staff: str
