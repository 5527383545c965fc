"""How often customers buy and when they stop: BG/NBD and MBG/NBD, as published and for shops.

BG/NBD (Fader, Hardie and Lee 2005) is the reference that reproduces the papers. It holds everybody
who bought once for certain to come back, so that people are shown the figures of MBG/NBD alone,
where one may stop after the first purchase too. Of a customer: `x` purchases after the first,
`last` the time of the last of them and `age` that of today, both counted from the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from app.insight.minimising import STEPS, Floats, minimise

Numbers = npt.NDArray[np.int64]
Kind = Literal["bgnbd", "mbgnbd"]
KINDS: tuple[Kind, ...] = ("bgnbd", "mbgnbd")

_SPAN = 10.0  # the longest time, as the search sees it
_FAR = 6.9  # of a logarithm: a parameter beyond it tells that the data do not hold it
_WORTH_MERGING = 50_000  # rows; fewer are reckoned as fast as their equals are found
_MOST_TIMES = 4_000  # purchases that are counted; only a model that ran away expects more
_NEVER = 1e-10  # a chance that no longer counts
_PRIOR_MEAN = np.log([0.7, 1.6, 0.7, 1.8])
_PRIOR_WIDTH = np.array([1.0, 1.2, 0.8, 0.8])


@dataclass(frozen=True, slots=True)
class Buying:
    """The parameters of a model, and what follows from them for a customer."""

    kind: Kind
    r: float
    alpha: float
    a: float
    b: float

    def alive(self, x: Numbers, last: Floats, age: Floats) -> Floats:
        """Return the chance that a customer has not stopped buying."""
        modified = self.kind == "mbgnbd"
        after = np.maximum(self.b + x - (not modified), 1e-300)
        silent = (self.r + x) * (np.log(self.alpha + age) - np.log(self.alpha + last))
        stopped = np.log(self.a) - np.log(after) + silent
        chance: Floats = 1 / (1 + np.exp(np.minimum(stopped, 700.0)))
        return chance if modified else np.where(x > 0, chance, 1.0)

    def returns(self, x: Numbers, last: Floats, age: Floats, within: float) -> Floats:
        """Return the chance of at least one purchase within a time from today."""
        return self.alive(x, last, age) * self.comes(x, age, within)

    def comes(self, x: Numbers, age: Floats, within: float) -> Floats:
        """Return the chance that somebody who still buys does so within a time from today."""
        waits: Floats = ((self.alpha + age) / (self.alpha + age + within)) ** (self.r + x)
        return 1 - waits

    def expected(self, x: Numbers, last: Floats, age: Floats, within: float) -> Floats:
        """Return how many purchases are to be expected within a time from today."""
        return self.alive(x, last, age) * self.while_alive(x, age, within)

    def while_alive(self, x: Numbers, age: Floats, within: float) -> Floats:
        """Return the purchases expected of those still buying.

        The n-th comes if there is time for it, a negative binomial chance, and if none of those
        before it was the last.
        """
        total = np.zeros(len(x))
        rows = np.arange(len(x))
        shape = self.r + x
        share = within / (self.alpha + age + within)
        exactly = (1 - share) ** shape
        mean = shape * within / (self.alpha + age)
        certain = exactly == 0  # too many to be counted one by one: as many as their mean
        time_left = 1 - exactly
        stays = np.ones(len(x))
        left = self.b + x + (self.kind == "mbgnbd")
        n = 0
        while len(rows) and n < _MOST_TIMES:
            total[rows] += time_left * stays
            stays = stays * (left + n) / (self.a + left + n)
            exactly = exactly * (shape + n) / (n + 1) * share
            n += 1
            time_left = np.where(certain, n < mean, time_left - exactly)
            going = time_left * stays > _NEVER
            if n % 8 == 0 or not going.any():
                rows, shape, share = rows[going], shape[going], share[going]
                exactly, mean, certain = exactly[going], mean[going], certain[going]
                time_left, stays, left = time_left[going], stays[going], left[going]
        return total

    def wait(self, x: Numbers, age: Floats, within: float, share: float = 0.5) -> Floats:
        """Return when `share` of those who buy within a time will have bought."""
        shape = self.r + x
        all_of_them = 1 - ((self.alpha + age) / (self.alpha + age + within)) ** shape
        longer: Floats = (1 - share * all_of_them) ** (-1 / shape)
        return (self.alpha + age) * (longer - 1)


@dataclass(frozen=True, slots=True)
class BuyingFit:
    """A model fitted to customers, and how well it describes them.

    `log_likelihood` is the total of all customers in their own unit of time, without any prior.
    It is `degenerate` where a parameter ran away: nothing is known of who stops buying.
    """

    model: Buying
    log_likelihood: float
    settled: bool
    degenerate: bool
    customers: int


def fit(
    kind: Kind, x: Numbers, last: Floats, age: Floats, *, prior: bool = False, steps: int = STEPS
) -> BuyingFit:
    """Return the most likely parameters; with a weak prior those that no small shop upsets."""
    longest = float(age.max(initial=0.0))
    scale = _SPAN / longest if longest > 0 else 1.0
    table = _Table.of(kind, x, last * scale, age * scale)
    count = float(len(x))

    def cost(logs: Floats) -> tuple[float, Floats]:
        value, slope = table.log_likelihood(logs)
        value, slope = -value / count, -slope / count
        if prior:
            off = (logs - _PRIOR_MEAN) / _PRIOR_WIDTH
            value += float(off @ off) / 2 / count
            slope += off / _PRIOR_WIDTH / count
        return value, slope

    rate = max(float(x.sum()), 0.5) / max(float(age.sum()) * scale, 1e-9)
    start = np.log([0.7, min(max(0.7 / rate, 0.05), 50.0), 0.8, 2.0])
    found = minimise(cost, start, steps)
    r, alpha, a, b = np.exp(found.at).tolist()
    likely = table.log_likelihood(found.at)[0] + float(x.sum()) * float(np.log(scale))
    far = bool(np.abs(found.at).max() > _FAR)
    return BuyingFit(Buying(kind, r, alpha / scale, a, b), likely, found.settled, far, len(x))


@dataclass(frozen=True, slots=True)
class _Table:
    """Customers as the likelihood reads them; equal ones are one row with a weight.

    Long columns are multiplied and summed, not `@`: BLAS would take every core for it.

    Products over the purchases of a customer are sums over how many customers have so many:
    `more_than[i]` have more than i.
    """

    more_than: Floats
    stopping: Floats  # as `more_than`, of the chances to stop
    count: float
    never: tuple[Floats, Floats]  # weights and ages of those who cannot have stopped
    x: Numbers
    last: Floats
    age: Floats
    weight: Floats
    after: int  # what stands beside b + x in the chance of having stopped

    @staticmethod
    def of(kind: Kind, x: Numbers, last: Floats, age: Floats) -> _Table:
        modified = kind == "mbgnbd"
        most = int(x.max(initial=0))
        having = np.bincount(x, minlength=most + 1).astype(np.float64)
        at_least = np.cumsum(having[::-1])[::-1]
        once = x == 0
        ages, times = np.unique(age[once], return_counts=True)
        some = ~once
        rows = (x[some], last[some], age[some], np.ones(int(some.sum())))
        if len(rows[0]) > _WORTH_MERGING:
            rows = _merged(*rows[:3])
        never = times.astype(np.float64), ages
        if modified:
            zeros = np.zeros(len(ages))
            joined = (zeros.astype(np.int64), zeros, ages, never[0])
            rows = tuple(np.concatenate(pair) for pair in zip(joined, rows, strict=True))  # type: ignore[assignment]
            never = zeros[:0], zeros[:0]
        stopping = at_least if modified else at_least[1:]
        return _Table(at_least[1:], stopping, float(len(x)), never, *rows, 0 if modified else -1)

    def log_likelihood(self, logs: Floats) -> tuple[float, Floats]:
        """Return the total, and its slope by the logarithms of the parameters."""
        r, alpha, a, b = np.exp(logs).tolist()
        never, ages = self.never
        steps = np.arange(len(self.stopping))
        buys, stays, both = r + steps[: len(self.more_than)], b + steps, a + b + steps
        shape = r + self.x
        long, short = np.log(alpha + self.age), np.log(alpha + self.last)
        after = b + self.x + self.after
        stopped = np.log(a / after) + shape * (long - short)
        odds = np.exp(-np.abs(stopped))
        chance = np.where(stopped > 0, 1.0, odds) / (1 + odds) * self.weight
        rows = (np.maximum(stopped, 0) + np.log1p(odds) - shape * long) * self.weight
        never_long = (never * np.log(alpha + ages)).sum()
        value = (
            rows.sum() - r * never_long + self.count * r * logs[1]
            + self.more_than @ np.log(buys) + self.stopping @ np.log(stays / both)
        )  # fmt: skip
        ended = self.stopping @ (1 / both)
        by_long, by_short = self.weight - chance, chance
        by_r = (
            -(by_long * long + by_short * short).sum() - never_long
            + self.count * logs[1] + self.more_than @ (1 / buys)
        )  # fmt: skip
        by_alpha = (
            self.count * r / alpha
            - r * (never / (alpha + ages)).sum()
            - (shape * (by_long / (alpha + self.age) + by_short / (alpha + self.last))).sum()
        )
        by_a = chance.sum() / a - ended
        by_b = self.stopping @ (1 / stays) - ended - (chance / after).sum()
        return float(value), np.array([by_r * r, by_alpha * alpha, by_a * a, by_b * b])


def _merged(x: Numbers, last: Floats, age: Floats) -> tuple[Numbers, Floats, Floats, Floats]:
    """Return each row that differs once, with how often it came."""
    lasts, last_at = np.unique(last, return_inverse=True)
    ages, age_at = np.unique(age, return_inverse=True)
    key = (x * len(lasts) + last_at) * len(ages) + age_at
    keys, times = np.unique(key, return_counts=True)
    rest, of_age = np.divmod(keys, len(ages))
    of_x, of_last = np.divmod(rest, len(lasts))
    return of_x, lasts[of_last], ages[of_age], times.astype(np.float64)
