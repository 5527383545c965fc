"""When the sample shop sells, and to whom: the calendar of a flower shop and its customers.

Busy are Parents' Day, Teachers' Day, graduations, Valentine's and Christmas, the ends of weeks,
and each year a little more than the one before. Most sales go to a few; some come in a rhythm.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

YEARS = 3
WALK_IN = 0.34  # of the sales nobody's name is known
IN_RHYTHM = 0.35  # of the customers come at nearly the same distance
GONE = 0.45  # of them do not come any more
NEVER = 0.15  # of the contacts have never bought anything
MOST_WEIGHT = 60.0
CLOSEST = 7  # days from one purchase to the next, on average, of who comes most
MONTHS = (0.7, 1.1, 1.1, 1.0, 1.7, 0.9, 0.7, 0.7, 0.9, 1.0, 0.8, 1.2)
WEEKDAYS = (0.8, 0.9, 0.9, 1.0, 1.4, 1.4, 0.6)
FEASTS = {
    (2, 13): 2.0, (2, 14): 3.0, (3, 13): 1.6, (3, 14): 2.2, (5, 5): 1.6, (5, 6): 2.2, (5, 7): 4.0,
    (5, 8): 6.0, (5, 14): 2.5, (5, 15): 4.0, (5, 21): 1.6, (12, 24): 2.6, (12, 25): 1.6,
    **{(2, day): 1.6 for day in range(5, 13)},
}  # fmt: skip
GROWTH = 0.12  # a year


@dataclass(frozen=True, slots=True)
class Buyer:
    """Somebody who buys, from which day until which, and how much more than others.

    Days are counted from the first of the calendar; `on_last`: the last time was on that very day.
    """

    id: int
    first: int
    last: int
    weight: float
    on_last: bool


class Calendar:
    """The days of the sample shop, the last of them `until`."""

    def __init__(self, until: date, chance: random.Random) -> None:
        self.begin = until - timedelta(days=365 * YEARS)
        self.last = (until - self.begin).days
        self._chance = chance
        days = (self.begin + timedelta(days=n) for n in range(self.last + 1))
        self._sums = [0.0, *accumulate(map(self._busy, days))]

    def day(self, first: int, last: int) -> int:
        """Return a day between two others, busy ones more often."""
        wanted = self._chance.uniform(self._sums[first], self._sums[last + 1])
        return min(max(bisect_left(self._sums, wanted, first, last + 2) - 1, first), last)

    def buyers(
        self, contacts: Iterable[tuple[int, str, str, str]], last_seen: Mapping[str, str]
    ) -> list[Buyer]:
        """Return who buys of (id, kind, name, first seen); `last_seen` are days of some names."""
        found = []
        for contact_id, kind, name, first_seen in contacts:
            seen = last_seen.get(name)
            if seen is None and self._chance.random() < NEVER:
                continue
            begun = date.fromisoformat(first_seen) if len(first_seen) == 10 else self.begin
            first = min(max(0, (begun - self.begin).days), self.last)
            last = self.last
            if seen is not None:
                last = (date.fromisoformat(seen) - self.begin).days
            elif self._chance.random() < GONE:
                last = first + int((self.last - first) * self._chance.random())
            weight = self._chance.paretovariate(1.1) * (2.5 if kind == "company" else 1.0)
            if seen is not None:
                weight = 12.0 + 6 * self._chance.random()
            weight = min(weight, MOST_WEIGHT)
            found.append(Buyer(contact_id, min(first, last), last, weight, seen is not None))
        return found

    def visits(self, buyers: Collection[Buyer], count: int) -> list[tuple[int, int | None]]:
        """Return (day, contact or None) of so many sales, oldest first."""
        named = count * (1 - WALK_IN)
        total = sum(buyer.weight for buyer in buyers) or 1.0
        visits: list[tuple[int, int | None]] = []
        for buyer in buyers:
            share = named * buyer.weight / total
            times = int(share) + (self._chance.random() < share % 1)
            times = min(times, 1 + (buyer.last - buyer.first) // CLOSEST)
            visits += [(day, buyer.id) for day in self._days_of(buyer, times)]
        del visits[count:]
        visits += [(self.day(0, self.last), None) for _ in range(count - len(visits))]
        visits.sort(key=lambda visit: (visit[0], visit[1] or 0))
        return visits

    def _days_of(self, buyer: Buyer, times: int) -> list[int]:
        if buyer.on_last:
            times = max(times, 3)
        first, last = buyer.first, buyer.last
        if not buyer.on_last and (times <= 3 or self._chance.random() > IN_RHYTHM):
            return [self.day(first, last) for _ in range(times)]
        gap = (last - first) / times
        days = [last - n * gap + (self._chance.gauss(0, gap / 8) if n else 0) for n in range(times)]
        return [min(max(round(day), first), last) for day in days]

    def _busy(self, day: date) -> float:
        grown: float = (1 + GROWTH) ** ((day - self.begin).days / 365)
        feast = FEASTS.get((day.month, day.day), 1.0)
        return MONTHS[day.month - 1] * WEEKDAYS[day.weekday()] * feast * grown
