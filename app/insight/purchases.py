"""Sales as purchases: a customer's day each, refunds taken off, nothing after the day asked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.insight.buying import Numbers
from app.insight.minimising import Floats

_NOTHING = 1e-9  # of what was bought on a day: less is left by rounding alone


@dataclass(frozen=True, slots=True)
class Purchases:
    """Everybody's purchases up to a day, of each customer in order.

    `who`, `day` and `amount` are one a purchase; the rest is one a customer, numbered from 0.
    `spent` is all they paid less all they were given back.
    A customer without purchases has a `count` of 0 and their `first` and `last` on `as_of`.
    """

    as_of: int
    who: Numbers
    day: Numbers
    amount: Floats
    count: Numbers
    first: Numbers
    last: Numbers
    spent: Floats

    @staticmethod
    def of(
        customer: Numbers, day: Numbers, amount: Floats, *, customers: int, as_of: int
    ) -> Purchases:
        """Put the sales of each customer and day together.

        What is given back comes off the same day first, then off the purchases before it, the
        latest first; one that is given back wholly was none.
        """
        read = day <= as_of
        customer, day, amount = customer[read], day[read], amount[read]
        order = np.lexsort((amount, day, customer))
        customer, day, amount = customer[order], day[order], amount[order]
        new = np.ones(len(customer), dtype=bool)
        new[1:] = (customer[1:] != customer[:-1]) | (day[1:] != day[:-1])
        starts = np.flatnonzero(new)
        who, when = customer[starts], day[starts]
        if len(starts):
            net = np.add.reduceat(amount, starts)
            least = np.add.reduceat(np.abs(amount), starts) * _NOTHING
            returned = np.add.reduceat((amount < 0).astype(np.int64), starts) > 0
            net = np.where(returned & (np.abs(net) <= least), 0.0, net)
            bought = ~returned | (net > 0)
            _give_back(who, net, bought)
            who, when, net = who[bought], when[bought], net[bought]
        else:
            net = amount
        spent = np.bincount(customer, amount, minlength=customers).astype(np.float64)
        return Purchases._summed(who, when, net, spent, as_of)

    @staticmethod
    def _summed(who: Numbers, day: Numbers, amount: Floats, spent: Floats, as_of: int) -> Purchases:
        customers = len(spent)
        count = np.bincount(who, minlength=customers).astype(np.int64)
        ends = np.cumsum(count)
        first = np.full(customers, as_of, dtype=np.int64)
        last = first.copy()
        some = count > 0
        first[some], last[some] = day[ends[some] - count[some]], day[ends[some] - 1]
        return Purchases(as_of, who, day, amount, count, first, last, spent)

    @property
    def x(self) -> Numbers:
        """Return how often everybody bought again."""
        return np.maximum(self.count - 1, 0)

    @property
    def until_last(self) -> Floats:
        """Return the days from everybody's first purchase to their last."""
        return (self.last - self.first).astype(np.float64)

    @property
    def age(self) -> Floats:
        """Return the days since everybody's first purchase."""
        return (self.as_of - self.first).astype(np.float64)

    @property
    def silent(self) -> Numbers:
        """Return the days since everybody's last purchase."""
        return self.as_of - self.last

    def gaps(self) -> tuple[Numbers, Numbers]:
        """Return who waited between two purchases, and how many days; of each in order."""
        same = self.who[1:] == self.who[:-1]
        return self.who[1:][same], np.diff(self.day)[same]

    def mean(self) -> Floats:
        """Return what everybody's purchases came to on average; 0 for whom nothing is left."""
        mean: Floats = np.maximum(self.spent, 0) / np.maximum(self.count, 1)
        return mean

    def until(self, day: int) -> Purchases:
        """Return the same purchases as they stood at the end of an earlier day."""
        kept = self.day <= day
        who, amount = self.who[kept], self.amount[kept]
        spent = np.bincount(who, amount, minlength=len(self.count)).astype(np.float64)
        return Purchases._summed(who, self.day[kept], amount, spent, day)


def _give_back(who: Numbers, net: Floats, bought: np.ndarray) -> None:
    """Take what days lack off the customer's purchases before them, in place."""
    lacking = np.flatnonzero(net < 0)
    for at in lacking.tolist():
        rest = -float(net[at])
        before = at - 1
        while rest > 0 and before >= 0 and who[before] == who[at]:
            if bought[before] and net[before] > 0:
                taken = min(rest, float(net[before]))
                rest -= taken
                left = float(net[before]) - taken
                net[before] = 0.0 if left <= taken * _NOTHING else left
                bought[before] = net[before] > 0
            before -= 1
