"""What a customer's purchase is worth: the Gamma-Gamma model (Fader and Hardie 2013)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.insight.buying import Numbers
from app.insight.minimising import Floats, minimise
from app.insight.normal import digamma, log_gamma

_PRIOR_MEAN = np.log([3.0, 3.0, 3.0])  # of p, of q - 1, and of v beside the mean amount
_PRIOR_WIDTH = np.array([1.5, 1.0, 1.5])


@dataclass(frozen=True, slots=True)
class Spending:
    """The parameters: amounts are gamma(p) around a customer's own, which are spread by q and v."""

    p: float
    q: float
    v: float

    def mean(self) -> float:
        """Return what a purchase comes to on average; without an end where q is not above 1."""
        return self.p * self.v / (self.q - 1) if self.q > 1 else float("inf")

    def of(self, times: Numbers, mean: Floats) -> Floats:
        """Return what a customer's purchases are worth, told by the mean of `times` of them."""
        shape = self.p * times
        worth: Floats = self.p * (self.v + times * mean) / (shape + self.q - 1)
        return np.where(times > 0, worth, self.mean())

    def unlike(self, times: Numbers) -> Floats:
        """Return the variance of one purchase beside the square of what it is worth."""
        sure = np.maximum(self.p * times + self.q - 2, 0.5)
        unlike: Floats = 1 / self.p + (1 + 1 / self.p) / sure
        return unlike


@dataclass(frozen=True, slots=True)
class SpendingFit:
    """A model fitted to customers; `log_likelihood` is the total, without any prior."""

    model: Spending
    log_likelihood: float
    settled: bool
    customers: int


def fit_spending(times: Numbers, mean: Floats, *, prior: bool = False) -> SpendingFit:
    """Return the most likely parameters for customers whose `times` purchases have a mean above 0.

    With a weak prior q stays above 1, so that there is a mean.
    """
    scale = float(mean.mean())
    n, m = times.astype(np.float64), mean / scale
    count = float(len(n))
    least = 1.0 if prior else 0.0
    weights, kinds = _kinds(n)

    def likely(logs: Floats) -> tuple[float, Floats]:
        p, above, v = np.exp(logs).tolist()
        q = above + least
        known, shapes = p * n, p * kinds
        both = n * m + v
        log_both = np.log(both)
        ones = np.array([q])
        value = (
            (weights * (log_gamma(shapes + q) - log_gamma(shapes))).sum()
            - count * float(log_gamma(ones)[0]) + count * q * logs[2]
            + ((known - 1) * np.log(m) + known * np.log(n) - (known + q) * log_both).sum()
        )  # fmt: skip
        joint = digamma(shapes + q)
        by_p = (weights * kinds * (joint - digamma(shapes))).sum() + (
            n * (np.log(m) + np.log(n) - log_both)
        ).sum()
        by_q = (
            (weights * joint).sum() - count * float(digamma(ones)[0]) + count * logs[2]
            - log_both.sum()
        )  # fmt: skip
        by_v = count * q / v - ((known + q) / both).sum()
        return float(value), np.array([by_p * p, by_q * above, by_v * v])

    def cost(logs: Floats) -> tuple[float, Floats]:
        value, slope = likely(logs)
        value, slope = -value / count, -slope / count
        if prior:
            off = (logs - _PRIOR_MEAN) / _PRIOR_WIDTH
            value += float(off @ off) / 2 / count
            slope += off / _PRIOR_WIDTH / count
        return value, slope

    found = minimise(cost, np.log([3.0, 3.0, 1.0]))
    p, above, v = np.exp(found.at).tolist()
    total = likely(found.at)[0] - count * float(np.log(scale))
    return SpendingFit(Spending(p, above + least, v * scale), total, found.settled, len(n))


def _kinds(n: Floats) -> tuple[Floats, Floats]:
    """Return how many customers bought how often, so that gamma functions are few."""
    kinds, times = np.unique(n, return_counts=True)
    return times.astype(np.float64), kinds
