"""What open deals are worth: chances by how deals fared that stood as long, and honest ranges.

A stage's share of won deals is its own history, shrunk towards the probability the stage was
given. A deal that stands longer than most won ones did is worth less: of deals that stayed as
long, the share that was won in the end counts. Deals that still stand count as long as they have
stood (Aalen and Johansen's estimate of a cumulative incidence), so that many which stand for ever
tell of one that has begun to. Where nothing is known, the chance halves for every further double
of the days after which the stage calls a deal slow.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import sqrt
from statistics import fmean, pstdev

SHRINK = 8.0  # deals that the probability of a stage weighs as much as
SLOW = 30  # days, of a stage that names none
LEAST, MOST = 0.01, 0.99
LOW, HIGH = 0.1, 0.9  # 8 times of 10 in between
REACH = 1.2816  # standard deviations of a normal that leave out a tenth on either side
EXACT = 40  # deals whose sums are told one by one; of more the normal is as good
FINENESS = 512  # sums that are told apart
RENEWED = 0.8  # of deals that repeat, until the shop's own tell
HISTORY = 12  # months that tell what nobody knows of yet …
ENOUGH_HISTORY = 6  # … and the fewest that do
STALE = 0.5  # of what the deal would be worth had it just come: less is stale
WIDEST, NARROWEST = 3.0, 0.75
GRADED = 4  # months that must have been graded before they move the range

Bet = tuple[int, float]  # amount, chance


@dataclass(frozen=True, slots=True)
class StageOdds:
    """A stage's probability as it was given (0..1), and after how many days a deal is slow."""

    probability: float
    slow_days: int | None


@dataclass(frozen=True, slots=True)
class Stay:
    """How many closed deals stood so many days in a stage, how many of them were won.

    `standing` are open ones that have stood there as long until now.
    """

    stage_id: int
    days: int
    deals: int
    won: int
    standing: int = 0


@dataclass(frozen=True, slots=True)
class Range:
    """What is likely, and between what it lies 8 times of 10."""

    low: float
    likely: float
    high: float

    def widened(self, spread: float) -> Range:
        """Return the range made so much wider or narrower around what is likely."""
        return Range(
            max(0.0, self.likely - spread * (self.likely - self.low)),
            self.likely,
            self.likely + spread * (self.high - self.likely),
        )


NOTHING = Range(0.0, 0.0, 0.0)


class Odds:
    """The chances of deals by where they stand, and since when."""

    def __init__(self, stages: Mapping[int, StageOdds], stays: Iterable[Stay]) -> None:
        self._stages = stages
        by_stage: dict[int, list[Stay]] = {}
        for stay in stays:
            by_stage.setdefault(stay.stage_id, []).append(stay)
        self._stood = {stage: _Stood(rows) for stage, rows in by_stage.items()}

    def chance(self, stage_id: int, days: int, given: float | None = None) -> float:
        """Return the chance of a deal after so many days in a stage; one told by hand stays."""
        if given is not None:
            return min(max(given, LEAST), MOST)
        known = self._stages.get(stage_id)
        if known is None:
            return LEAST
        days = max(days, 0)
        slow = 2 * (known.slow_days or SLOW)
        faded = self.fresh_chance(stage_id) * float(0.5 ** max(0.0, days / slow - 1))
        return min(max(self._found(stage_id, days, faded), LEAST), MOST)

    def fresh_chance(self, stage_id: int) -> float:
        """Return the chance of a deal that has just come to a stage."""
        known = self._stages.get(stage_id)
        return LEAST if known is None else self._found(stage_id, 0, known.probability)

    def _found(self, stage_id: int, days: int, given: float) -> float:
        """Return the share that is won of deals that stood so long, shrunk towards one given."""
        stood = self._stood.get(stage_id)
        if stood is None:
            return given
        weight, won = stood.since(days, self._stages[stage_id].slow_days or SLOW)
        return (weight * won + SHRINK * given) / (weight + SHRINK)


class _Stood:
    """What became of deals in one stage by how long they stood there."""

    def __init__(self, stays: Iterable[Stay]) -> None:
        closed, won, standing = Counter[int](), Counter[int](), Counter[int]()
        for stay in stays:
            closed[stay.days] += stay.deals
            won[stay.days] += stay.won
            standing[stay.days] += stay.standing
        self._days = sorted(closed)
        self._closed = _from_behind(closed[day] for day in self._days)
        self._standing = _from_behind(standing[day] for day in self._days)
        self._stood = _from_behind(standing[day] * day for day in self._days)
        self._won = [0.0] * len(self._closed)
        for at in range(len(self._days) - 1, -1, -1):
            day, known = self._days[at], self._closed[at] + self._standing[at]
            left = known - closed[day]
            self._won[at] = (won[day] + left * self._won[at + 1]) / known if known else 0.0

    def since(self, days: int, slow: int) -> tuple[float, float]:
        """Return how many deals tell of those that stood so long, and the share that was won.

        One that still stands tells as much as a closed one when it has stood `slow` days more.
        """
        here = bisect_left(self._days, days) if days > 0 else 0
        long = bisect_left(self._days, days + slow)
        between = self._standing[here] - self._standing[long]
        stood = self._stood[here] - self._stood[long] - between * days
        weight = self._closed[here] + self._standing[long] + stood / slow
        return weight, self._won[here]


def _from_behind(counts: Iterable[int]) -> list[int]:
    """Return the sums of each and all after it, and 0."""
    return [*accumulate(reversed([*counts]), initial=0)][::-1]


def likely_range(bets: Sequence[Bet]) -> Range:
    """Return what deals come to when each is won or not by itself."""
    live = [(amount, chance) for amount, chance in bets if amount > 0]
    mean = sum(amount * chance for amount, chance in live)
    if not live:
        return NOTHING
    if len(live) > EXACT:
        spread = REACH * sqrt(sum(a * a * p * (1 - p) for a, p in live))
        total = float(sum(amount for amount, _chance in live))
        return Range(max(0.0, mean - spread), mean, min(total, mean + spread))
    sums = _sums(live)
    return Range(min(_place(sums, LOW), mean), mean, max(_place(sums, HIGH), mean))


def _sums(bets: Sequence[Bet]) -> list[tuple[float, float]]:
    """Return (sum, probability) of all that can become of these, the least first."""
    step = max(1.0, sum(amount for amount, _chance in bets) / FINENESS)
    found: dict[float, float] = {0.0: 1.0}
    for amount, chance in bets:
        grown: dict[float, float] = {}
        for total, share in found.items():
            grown[total] = grown.get(total, 0.0) + share * (1 - chance)
            grown[total + amount] = grown.get(total + amount, 0.0) + share * chance
        if len(grown) > 2 * FINENESS:
            coarse: dict[float, float] = {}
            for total, share in grown.items():
                nearest = round(total / step) * step
                coarse[nearest] = coarse.get(nearest, 0.0) + share
            grown = coarse
        found = grown
    return sorted(found.items())


def _place(sums: Sequence[tuple[float, float]], wanted: float) -> float:
    reached = 0.0
    for total, share in sums:
        reached += share
        if reached >= wanted - 1e-12:
            return total
    return sums[-1][0]


def together(*ranges: Range) -> Range:
    """Return the range of a sum of things that do not hang together."""
    likely = sum(one.likely for one in ranges)
    below = sqrt(sum((one.likely - one.low) ** 2 for one in ranges))
    above = sqrt(sum((one.high - one.likely) ** 2 for one in ranges))
    return Range(max(0.0, likely - below), likely, likely + above)


def fresh_deals(
    won: Mapping[tuple[str, str], int], today: date, ahead: int, months: int
) -> list[Range]:
    """Return what deals that nobody knows of yet bring, for this month and those after it.

    `won` is what was won by (month made, month won); `months` is for how many whole months,
    up to the one that runs, the shop has closed deals.
    """
    back = min(HISTORY, months)
    if back < ENOUGH_HISTORY:
        return [NOTHING] * ahead
    ended = [add_months(month_of(today), -n) for n in range(1, back + 1)]
    last = monthrange(today.year, today.month)[1]
    left = (last - today.day) / last
    by_end: dict[str, list[tuple[str, int]]] = {}
    for (made, closed), total in won.items():
        by_end.setdefault(closed, []).append((made, total))
    found = []
    for horizon in range(ahead):
        sums = []
        for month in ended:
            first = add_months(month, -horizon)
            sums.append(
                sum(
                    total * (left if made == first else 1.0)
                    for made, total in by_end.get(month, ())
                    if made >= first
                )
            )
        mean, spread = fmean(sums), REACH * pstdev(sums)
        found.append(Range(max(0.0, mean - spread), mean, mean + spread))
    return found


def renewals(
    expected: str, every: int, chance: float, amount: int, months: Sequence[str], renewed: float
) -> list[tuple[str, Bet]]:
    """Return (month, bet) of the deals that follow one that repeats, in the months given."""
    found: list[tuple[str, Bet]] = []
    month, share = expected, chance
    while every > 0 and months and month <= months[-1]:
        month, share = add_months(month, every), share * renewed
        if month in months:
            found.append((month, (amount, share)))
    return found


def spread_of(errors: Sequence[tuple[float, float, float, float]]) -> float:
    """Return how much wider ranges must be by (low, likely, high, what came) of ended months."""
    ratios = []
    for low, likely, high, came in errors:
        half = high - likely if came >= likely else likely - low
        ratios.append(
            abs(came - likely) / half if half > 0 else (0.0 if came == likely else WIDEST)
        )
    if len(ratios) < GRADED:
        return 1.0
    ratios.sort()
    worst = ratios[min(len(ratios) - 1, int(0.8 * len(ratios)))]
    return min(max(worst, NARROWEST), WIDEST)


def month_of(day: date) -> str:
    """Return the month of a day: '2026-05'."""
    return f"{day:%Y-%m}"


def add_months(month: str, count: int) -> str:
    """Return the month so many after another."""
    year, number = int(month[:4]), int(month[5:7])
    place = year * 12 + number - 1 + count
    return f"{place // 12:04d}-{place % 12 + 1:02d}"


def last_day(month: str) -> str:
    """Return the last day of a month."""
    year, number = int(month[:4]), int(month[5:7])
    return f"{month}-{monthrange(year, number)[1]:02d}"


def quarter_of(month: str) -> str:
    """Return the quarter of a month: '2026-Q2'."""
    return f"{month[:4]}-Q{(int(month[5:7]) + 2) // 3}"
