"""What is left of an amount after what was sold had been paid for."""

from __future__ import annotations

from dataclasses import dataclass

ENOUGH = 0.6  # of what was sold must have a known cost
LEAST = 0.01  # a shop that sells at its cost has no margin to reckon with


@dataclass(frozen=True, slots=True)
class Margin:
    """The share that is left, 1 where it is not known; `known` is of how much the cost is."""

    share: float
    known: float

    @property
    def is_known(self) -> bool:
        """Whether amounts are of what is left, and not of what is paid."""
        return self.share < 1


def margin_of(sold: int, with_cost: int, cost: float) -> Margin:
    """Return the margin of what was sold, part of it at a known cost."""
    if sold <= 0 or with_cost <= 0:
        return Margin(1.0, 0.0)
    known, share = min(with_cost / sold, 1.0), 1 - cost / with_cost
    if known < ENOUGH or not LEAST <= share < 1:
        return Margin(1.0, known)
    return Margin(share, known)
