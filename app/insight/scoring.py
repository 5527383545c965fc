"""Every score of every customer as of a day, from their purchases alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from app.insight.buying import Buying, Numbers, fit
from app.insight.leaving import agreed, with_rhythm
from app.insight.minimising import STEPS, Floats
from app.insight.normal import gamma_at
from app.insight.purchases import Purchases
from app.insight.rfm import Rfm, rfm
from app.insight.rhythm import Rhythm, rhythm
from app.insight.spending import Spending, fit_spending
from app.insight.tiers import tiers

HORIZONS = (30, 90, 365)  # days
MOST = 20_000  # customers a model is fitted to
FEWEST = 15  # buyers; fewer have no model
FEW = 150  # buyers; fewer have a rough one
DATED_FROM = 3  # purchases
DATED_ABOVE = 0.3  # the chance to come at all

Basis = Literal["none", "rough", "fitted", "early", "fallback"]
"""What chances rest on: nothing (too few customers, or nobody came twice), few customers, enough of
them, a time too short for anybody to have stopped, or usual figures where the fit failed."""

_HARDLY_STOPS = 0.005  # the chance to stop after a purchase, below which nobody is seen to stop
_USUAL = (0.7, 1.6, 0.7, 1.8)  # r, alpha in tenths of the longest time, a and b
_LIKELY = (0.1, 0.9)  # a range: 8 of 10 customers end within it
_AROUND = (0.2, 0.8)  # of the days on which somebody comes next
_MOST_AHEAD = 730  # days; a date further off tells nothing


@dataclass(frozen=True, slots=True)
class Model:
    """What was learnt of the shop."""

    basis: Basis
    buying: Buying | None
    spending: Spending | None
    log_likelihood: float = 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Everybody's scores; NaN where the data are too thin, -1 for no day.

    `expected`, `returns`, `value`, `value_low`, `value_high` and `stake`, which is what is lost
    if they have stopped, are tables: a column for each of `horizons`, in days.
    """

    purchases: Purchases
    model: Model
    rfm: Rfm
    rhythm: Rhythm
    tier: Numbers
    horizons: tuple[int, ...]
    alive: Floats
    expected: Floats
    returns: Floats
    value: Floats
    value_low: Floats
    value_high: Floats
    stake: Floats
    next_day: Numbers
    next_from: Numbers
    next_until: Numbers


def learn(purchases: Purchases, *, steps: int = STEPS) -> Model:
    """Fit what the shop's purchases bear, by a sample of its customers where they are many.

    A fit that has not settled after so many steps gives way to usual figures.
    """
    buyers = np.flatnonzero(purchases.count > 0)
    if len(buyers) < FEWEST or not (purchases.x > 0).any():
        return Model("none", None, None)
    spending = _learn_spending(purchases)
    x, last, age = purchases.x[buyers], purchases.until_last[buyers], purchases.age[buyers]
    order = _sampled(np.lexsort((age, last, x)))  # the same, however the customers are ordered
    x, last, age = x[order], last[order], age[order]
    found = fit("mbgnbd", x, last, age, prior=True, steps=steps)
    if not found.settled or not np.isfinite(found.log_likelihood):
        r, alpha, a, b = _USUAL
        usual = Buying("mbgnbd", r, alpha * float(age.max()) / 10, a, b)
        return Model("fallback", usual, spending)
    model = found.model
    if found.degenerate or model.a < _HARDLY_STOPS * (model.a + model.b):
        return Model("early", model, spending, found.log_likelihood)
    basis: Basis = "rough" if len(buyers) < FEW else "fitted"
    return Model(basis, model, spending, found.log_likelihood)


def _learn_spending(purchases: Purchases) -> Spending | None:
    mean = purchases.mean()
    spenders = np.flatnonzero((purchases.count > 0) & (mean > 0))
    if not len(spenders):
        return None
    times, mean = purchases.count[spenders], mean[spenders]
    order = _sampled(np.lexsort((mean, times)))
    return fit_spending(times[order], mean[order], prior=True).model


def _sampled(order: Numbers) -> Numbers:
    if len(order) <= MOST:
        return order
    return order[np.arange(MOST) * len(order) // MOST]


def score(
    purchases: Purchases,
    *,
    model: Model | None = None,
    horizons: Sequence[int] = HORIZONS,
    margin: float = 1.0,
    before: Numbers | None = None,
    rhythmic: bool = True,
    judged: bool = True,
) -> Scores:
    """Score everybody; `margin` is the share of an amount that is left after what it cost.

    `before` is the tier of everybody the last time, where it is known. `rhythmic`: the own rhythm
    weighs in who has stopped. Not `judged`: that is not shown, so that the rhythm alone counts.
    """
    model = model or learn(purchases)
    scores, clock = rfm(purchases), rhythm(purchases)
    shape = (len(purchases.count), len(horizons))
    alive = np.full(shape[0], np.nan)
    expected, returns, value, low, high, stake = (np.full(shape, np.nan) for _ in range(6))
    bought = purchases.count > 0
    if model.buying is not None:
        alive[bought] = model.buying.alive(*_history(purchases, bought))
        alive = with_rhythm(alive, purchases, clock, model.buying) if rhythmic else alive
        judged = judged and model.basis != "early"  # where nobody is seen to stop
        alive, clock = agreed(alive, purchases, clock) if judged else (alive, clock)
        for column, days in enumerate(horizons):
            _look_ahead(
                purchases, model, days, margin, alive[bought], bought,
                (expected[:, column], returns[:, column], value[:, column], low[:, column],
                 high[:, column], stake[:, column]),
            )  # fmt: skip
    known = model.buying is not None and judged
    known_alive = np.nan_to_num(alive, nan=1.0) if known else None
    chosen = tiers(purchases, scores, clock, known_alive, before)
    middle, early, late = _next_days(purchases, model, clock, alive, max(horizons))
    return Scores(
        purchases, model, scores, clock, chosen, tuple(horizons),
        alive, expected, returns, value, low, high, stake, middle, early, late,
    )  # fmt: skip


def _history(purchases: Purchases, some: npt.NDArray[np.bool_]) -> tuple[Numbers, Floats, Floats]:
    return purchases.x[some], purchases.until_last[some], purchases.age[some]


def _look_ahead(
    purchases: Purchases,
    model: Model,
    days: int,
    margin: float,
    alive: Floats,
    bought: npt.NDArray[np.bool_],
    into: tuple[Floats, ...],
) -> None:
    """Fill one column of each table: what is to be expected within so many days."""
    expected, returns, value, low, high, stake = into
    if model.buying is None:
        return
    x, _last, age = _history(purchases, bought)
    while_alive = model.buying.while_alive(x, age, days)
    times = alive * while_alive
    expected[bought] = times
    returns[bought] = alive * model.buying.comes(x, age, days)
    if model.spending is None:
        worth, unlike = np.zeros(len(x)), np.zeros(len(x))
    else:
        mean = purchases.mean()[bought]
        worth = np.where(mean > 0, model.spending.of(x + 1, mean), 0.0) * margin
        unlike = model.spending.unlike(x + 1)
    # The variance of a sum of so many amounts, one as uncertain as the number of them.
    squares = alive * (while_alive + while_alive**2 * (1 + 1 / (model.buying.r + x)))
    variance = worth**2 * (times * unlike + squares - times**2)
    value[bought] = times * worth
    stake[bought] = while_alive * (1 - alive) * worth
    low[bought] = gamma_at(times * worth, variance, _LIKELY[0])
    high[bought] = np.maximum(gamma_at(times * worth, variance, _LIKELY[1]), value[bought])


def _next_days(
    purchases: Purchases, model: Model, clock: Rhythm, alive: Floats, within: int
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the day on which somebody probably comes next, and between which; -1 for no day."""
    none = np.full(len(purchases.count), -1, dtype=np.int64)
    if model.buying is None:
        return none, none, none
    x, age = purchases.x, purchases.age
    likely = np.nan_to_num(alive) * model.buying.comes(x, age, within) >= DATED_ABOVE
    dated = (purchases.count >= DATED_FROM) & likely
    found = []
    for share in (0.5, *_AROUND):
        by_model = model.buying.wait(x, age, within, share)
        days = np.where(clock.steady, clock.next_within(purchases, share), by_model)
        days = np.clip(np.rint(days), 1, None)
        told = dated & (days <= _MOST_AHEAD)
        dated = told if share == 0.5 else dated
        day = purchases.as_of + np.minimum(days, _MOST_AHEAD).astype(np.int64)
        found.append(np.where(dated, day, -1))
    middle, early, late = found
    return middle, np.minimum(early, middle), np.maximum(late, middle)
