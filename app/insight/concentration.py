"""How much of the money comes from how few: the top share, its curve, the smallest group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.insight.minimising import Floats

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Concentration:
    """What the best customers bring; `curve[i]` is the share of the best i of `customers`."""

    customers: int
    total: float
    top: int  # a fifth of the customers, rounded up
    top_share: float
    holding: int  # how few bring four fifths
    curve: Floats


def concentration(spent: Floats) -> Concentration:
    """Tell how the money is spread over the customers; who brought none or less counts as none."""
    amounts = np.sort(np.maximum(spent, 0))[::-1]
    total = float(amounts.sum())
    customers = len(amounts)
    top = -(-customers // 5)
    shares = np.cumsum(amounts) / total if total > 0 else np.zeros(customers)
    curve = np.concatenate(([0.0], shares))
    few = int(np.searchsorted(shares, 0.8 - _ROUNDING) + 1) if total > 0 else 0
    return Concentration(customers, total, top, float(curve[top]), few, curve)


def holding(spent: Floats, share: float) -> npt.NDArray[np.bool_]:
    """Return who is in the smallest group that holds a share of the money; equals are together."""
    amounts = np.sort(np.maximum(spent, 0))[::-1]
    total = float(amounts.sum())
    if total <= 0:
        return np.zeros(len(spent), dtype=bool)
    last = int(np.searchsorted(np.cumsum(amounts) / total, share - _ROUNDING))
    border = amounts[min(last, len(amounts) - 1)]
    held: npt.NDArray[np.bool_] = (spent >= border * (1 - _ROUNDING)) & (spent > 0)
    return held
