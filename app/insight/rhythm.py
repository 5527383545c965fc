"""Each customer's own rhythm: on time, due, late, slipping or gone, and from which day on.

Below four purchases the shop's usual gap weighs in. The steps follow how unevenly customers come:
a regular of a steady shop is late sooner than one of a shop where nobody keeps a rhythm.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.insight.buying import Numbers
from app.insight.minimising import Floats
from app.insight.normal import normal_at, normal_below
from app.insight.purchases import Purchases
from db.kinds import RHYTHMS

STATES = RHYTHMS
UNKNOWN = -1  # of who never bought

_LATEST = 12  # gaps; older ones tell of another time
_ENOUGH = 3  # gaps of one's own, from where the shop's no longer weigh in
_TIMES = (1.5, 2.0, 3.0)  # the usual gap: late, slipping, gone at the earliest
_DEVIATIONS = (0.67, 1.28, 2.0)  # of the logarithm of gaps: a quarter, a tenth, 2 % of visits
_LEAST_DAYS = (3, 7, 30)  # after the usual gap
_UNEVEN = (0.25, 1.0)  # between which the spread of gaps is believed
_WITHOUT_GAPS = (30, 60, 120, 180)  # where nobody came twice: due, late, slipping, gone
_DIGITS = 6  # of a gap: rounding must not make a day later
_STEADY = 0.6  # a spread below which the own rhythm tells the next day
_SHOP_WEIGHT = 4.0  # gaps, of the shop's spread beside a customer's own


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Of each customer the usual gap, its spread, the state and the days on which states begin."""

    gap: Floats  # days; NaN where nobody came twice
    spread: Floats
    state: Numbers  # a place in STATES, or UNKNOWN
    begins: Numbers  # a column for each state after the first
    shop_gap: float
    shop_spread: float

    @property
    def steady(self) -> np.ndarray:
        """Return whose rhythm tells when they come next."""
        steady: np.ndarray = self.spread < _STEADY
        return steady

    def next_within(self, purchases: Purchases, share: float) -> Floats:
        """Return in how many days `share` of those will have come who keep their rhythm."""
        gap, spread = np.nan_to_num(self.gap, nan=1.0), self.spread
        silent = np.maximum(purchases.silent, 0.5)
        past = normal_below(np.log(silent / gap) / spread)
        # Nobody comes later than in 1 of 10,000 cases: there the rhythm tells nothing any more.
        at = normal_at(np.clip(past + share * (1 - past), 1e-6, 1 - 1e-4))
        days: Floats = gap * np.exp(spread * at) - silent
        return days


def rhythm(purchases: Purchases) -> Rhythm:
    """Tell everybody's rhythm as it stands at the end of the day."""
    customers = len(purchases.count)
    who, gaps = _latest(*purchases.gaps())
    have = np.bincount(who, minlength=customers)
    own = _medians(who, gaps, have)
    shop = float(np.median(own[have > 0])) if (have > 0).any() else float("nan")
    spread_of_shop, spread = _spread(who, gaps, have, own)
    share = np.minimum(have, _ENOUGH) / _ENOUGH
    safe = np.where(have > 0, np.maximum(own, 1), 1.0)
    gap = np.exp(share * np.log(safe) + (1 - share) * np.log(max(shop, 1.0)))
    gap = np.round(gap, _DIGITS)
    if np.isnan(shop):
        gap = np.full(customers, np.nan)
        begins = purchases.last[:, None] + np.array(_WITHOUT_GAPS)[None, :]
    else:
        begins = purchases.last[:, None] + _steps(gap, spread)
    state = (purchases.as_of >= begins).sum(axis=1)
    state = np.where(purchases.count > 0, state, UNKNOWN)
    return Rhythm(gap, spread, state, begins, shop, spread_of_shop)


def _latest(who: Numbers, gaps: Numbers) -> tuple[Numbers, Numbers]:
    if not len(who):
        return who, gaps
    ends = np.flatnonzero(np.append(who[1:] != who[:-1], True))
    counts = np.diff(np.append(-1, ends))
    behind = np.repeat(ends, counts) - np.arange(len(who))
    kept = behind < _LATEST
    return who[kept], gaps[kept]


def _medians(who: Numbers, gaps: Numbers, have: Numbers) -> Floats:
    """Return the middle of each customer's gaps, 0 for who has none."""
    medians = np.zeros(len(have))
    order = np.lexsort((gaps, who))
    sorted_ones = gaps[order]
    some = np.flatnonzero(have)
    starts = (np.cumsum(have) - have)[some]
    lower, upper = starts + (have[some] - 1) // 2, starts + have[some] // 2
    if len(some):
        medians[some] = (sorted_ones[lower] + sorted_ones[upper]) / 2
    return medians


def _spread(who: Numbers, gaps: Numbers, have: Numbers, own: Floats) -> tuple[float, Floats]:
    """Return how far gaps are from the usual one, as logarithms: of the shop and of everybody."""
    told = have[who] >= _ENOUGH
    who = who[told]
    off = np.log(np.maximum(gaps[told], 1) / np.maximum(own[who], 1))
    low, high = _UNEVEN
    if not len(off):
        shop = high
        return shop, np.full(len(have), shop)
    shop = float(np.clip(1.4826 * np.median(np.abs(off)), low, high))
    counted = np.bincount(who, minlength=len(have))
    squares = np.bincount(who, weights=np.minimum(off * off, 4.0), minlength=len(have))
    own_spread = np.sqrt((squares + _SHOP_WEIGHT * shop**2) / (counted + _SHOP_WEIGHT))
    return shop, np.clip(own_spread, low, high)


def _steps(gap: Floats, spread: Floats) -> Numbers:
    """Return after how many days one is due, late, slipping and gone."""
    steps = [np.ceil(gap)]
    for times, deviations, least in zip(_TIMES, _DEVIATIONS, _LEAST_DAYS, strict=True):
        after = np.maximum(gap * times, gap * np.exp(spread * deviations))
        steps.append(np.ceil(np.maximum(after, gap + least)))
    return np.maximum.accumulate(np.array(steps), axis=0).T.astype(np.int64)
