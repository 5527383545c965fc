"""The end of a day at the till, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MethodSum:
    """What came in on a day by one way of payment; 'owed' is by how much debts have grown.

    Together they are what was sold that day, refunds taken off.
    """

    method: str
    amount: int


@dataclass(frozen=True, slots=True)
class CountRow:
    """What the book said of one way of payment, what was counted, and the difference."""

    method: str
    expected: int
    counted: int

    @property
    def difference(self) -> int:
        """Return how much more was counted than expected."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class DayCloseRow:
    """One day that was closed; `expected_now` is what the book says of it today."""

    day: str
    closed_at: str
    staff: str
    note: str
    counts: tuple[CountRow, ...]
    expected_now: tuple[MethodSum, ...] = ()
