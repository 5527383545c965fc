"""Payments, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass

EXCHANGE = "exchange"  # the reference of money that only goes from one sale to another


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

    @property
    def is_exchange(self) -> bool:
        """Tell whether nobody had it in hand: it went from one sale to another."""
        return (self.method, self.reference) == ("other", EXCHANGE)
