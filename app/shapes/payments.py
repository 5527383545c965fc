"""Payments, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaidForm:
    """Money for a sale, in minor units; without an amount it is all that is owed.

    One paid from a prepaid pass or with points names which.
    """

    amount: int | None
    method: str
    reference: str = ""
    pass_id: int | None = None
    programme_id: int | None = None


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment, negative where it was given back; `at` is UTC, '' if only the day is known."""

    id: int
    sale_id: int
    amount: int
    method: str
    on: str
    at: str
    reference: str
    staff: str
