"""How recently, how often and for how much: each customer's place among the active buyers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.insight.buying import Numbers
from app.insight.purchases import Purchases

ACTIVE_DAYS = 1_095  # one who bought within them is an active buyer
FEWEST = 10  # active buyers; fewer are listed without scores
FEW = 30  # active buyers; fewer stand in thirds
_DIGITS = 9  # of an amount beside the mean: what is alike to them is equal
_BORDER = 1e-9  # a middle on the border of two parts is in the lower one


@dataclass(frozen=True, slots=True)
class Rfm:
    """Scores from 1 to `steps`, the higher the better; 0 for who never bought or among too few."""

    steps: int
    r: Numbers
    f: Numbers
    m: Numbers


def rfm(purchases: Purchases) -> Rfm:
    """Score everybody by the shop's active buyers; equal customers share a score."""
    buyers = purchases.count > 0
    active = buyers & (purchases.silent <= ACTIVE_DAYS)
    many = int(active.sum())
    steps = 0 if many < FEWEST else 3 if many < FEW else 5
    mean = float(np.abs(purchases.spent[active]).mean()) if many else 0.0
    spent = np.round(purchases.spent / (mean or 1.0), _DIGITS)
    recent, often, much = (
        _scores(column, active, buyers, steps)
        for column in (-purchases.silent, purchases.count, spent)
    )
    return Rfm(steps, recent, often, much)


def _scores(
    column: npt.NDArray[np.int64] | npt.NDArray[np.float64],
    active: npt.NDArray[np.bool_],
    buyers: npt.NDArray[np.bool_],
    steps: int,
) -> Numbers:
    """Return the part of the active buyers in which the middle of a customer's equals is."""
    scores = np.zeros(len(column), dtype=np.int64)
    if not steps:
        return scores
    sorted_ones = np.sort(column[active])
    below = np.searchsorted(sorted_ones, column[buyers], side="left")
    up_to = np.searchsorted(sorted_ones, column[buyers], side="right")
    middle = (below + up_to) / 2 / len(sorted_ones)
    scores[buyers] = np.clip(np.ceil(middle * steps - _BORDER), 1, steps).astype(np.int64)
    return scores
