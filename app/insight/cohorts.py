"""Who began together, and how many of them still come: months by months."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.insight.buying import Numbers
from app.insight.purchases import Purchases

UNREACHED = -1  # a month that is not over yet, or not begun
_EPOCH = 719_163  # 1 January 1970, as date.toordinal counts


@dataclass(frozen=True, slots=True)
class Cohorts:
    """`came[i, k]`: how many who first bought in month `first + i` bought k months later.

    The last month may still be running; what lies after it is UNREACHED, never 0. A month is
    counted from January of the year 0: `divmod(month, 12)` gives the year and the month less 1.
    """

    first: int
    began: Numbers
    came: Numbers

    def retention(self) -> npt.NDArray[np.float64]:
        """Return the shares that came, NaN where nobody began or the month is unreached."""
        began = np.where(self.began > 0, self.began, 1)[:, None]
        known = (self.came != UNREACHED) & (self.began[:, None] > 0)
        shares: npt.NDArray[np.float64] = np.where(known, self.came / began, np.nan)
        return shares


def cohorts(purchases: Purchases) -> Cohorts:
    """Count every cohort of the shop up to the day."""
    if not len(purchases.day):
        return Cohorts(0, np.zeros(0, dtype=np.int64), np.zeros((0, 0), dtype=np.int64))
    when = months(purchases.day)
    began_in = months(purchases.first)[purchases.who]
    first, last = int(when.min()), int(months(np.array([purchases.as_of]))[0])
    size = last - first + 1
    later = when - began_in
    once = np.ones(len(when), dtype=bool)  # several purchases of a month are one customer
    once[1:] = (purchases.who[1:] != purchases.who[:-1]) | (when[1:] != when[:-1])
    cells = ((began_in - first) * size + later)[once]
    came = np.bincount(cells, minlength=size * size).reshape(size, size).astype(np.int64)
    began = came[:, 0].copy()
    rows, columns = np.indices(came.shape)
    came[rows + columns >= size] = UNREACHED
    return Cohorts(first, began, came)


def months(days: Numbers) -> Numbers:
    """Return in which month each day lies, counted from January of the year 0."""
    dates = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]")
    counted: Numbers = dates.astype(np.int64) + 1970 * 12
    return counted


def repeat_rate(purchases: Purchases) -> float:
    """Return which share of the buyers bought on two days or more; 0 where nobody bought."""
    buyers = int((purchases.count > 0).sum())
    return float((purchases.count > 1).sum() / buyers) if buyers else 0.0
