"""How well the scores did on the shop's own past, beside the rule anybody would use instead.

The book is read as it stood some time ago, everybody is scored from it, and what came since is
compared. A score that does worse than its plain rule, or than chance, is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from app.insight.leaving import JUDGED_FROM, with_rhythm
from app.insight.minimising import Floats
from app.insight.purchases import Purchases
from app.insight.scoring import DATED_FROM, Scores, score

FEWEST = 50  # customers; fewer tell nothing of a score
FEWEST_OF_A_KIND = 10  # who came back, and who did not
LEAST_DAYS, MOST_DAYS = 30, 270
_DATES = 20  # of days that were told and came true; fewer tell nothing
_AS_GOOD = (
    0.01  # of a share or of the chance to order two customers rightly: no worse than the rule
)


@dataclass(frozen=True, slots=True)
class Tested:
    """One score beside its plain rule; `better` is whether it is worth showing."""

    score: float
    rule: float
    better: bool


@dataclass(frozen=True, slots=True)
class BackTest:
    """What became of the customers known on a day within some days; None where too few are.

    Ordering is the chance to put one who came back before one who did not (AUC), against the days
    of silence. Chances (Brier) are against telling everybody the share that came back. Counts are
    mean errors against the past rate going on, values the share of the later money that the best
    fifth brought against the best by past spend, dates median errors in days against the mean gap
    after the last purchase, or today where that is over. Leaving (Brier of who came twice) is the
    chance to come back in which the own rhythm weighs, against that without it.
    """

    cut: int
    days: int
    customers: int
    came_back: int
    ordering: Tested | None = None
    chances: Tested | None = None
    counts: Tested | None = None
    values: Tested | None = None
    dates: Tested | None = None
    leaving: Tested | None = None

    @property
    def rhythmic(self) -> bool:
        """Return whether the own rhythm weighs in who is leaving; it does where nothing tells."""
        return self.leaving is None or self.leaving.better


def back_test(purchases: Purchases, days: int | None = None) -> BackTest:
    """Score the shop as of some days ago, by default a third of its time, and compare."""
    began = int(purchases.first[purchases.count > 0].min(initial=purchases.as_of))
    span = purchases.as_of - began
    days = days or int(np.clip(span // 3, LEAST_DAYS, MOST_DAYS))
    cut = purchases.as_of - days
    before = purchases.until(cut)
    known = before.count > 0
    later = purchases.count - before.count
    came = (later > 0) & known
    told = BackTest(cut, days, int(known.sum()), int(came.sum()))
    kinds = min(told.came_back, told.customers - told.came_back)
    if told.customers < FEWEST or kinds < FEWEST_OF_A_KIND:
        return told
    scores = score(before, horizons=(days,), rhythmic=False, judged=False)
    if scores.model.buying is None:
        return told
    leaving, weighed = _weighed(scores, known, later)
    told = replace(told, leaving=leaving)
    if told.rhythmic:
        scores = replace(
            scores, alive=scores.alive * weighed, expected=scores.expected * weighed[:, None],
            returns=scores.returns * weighed[:, None], value=scores.value * weighed[:, None],
        )  # fmt: skip
    return _compared(told, purchases, scores, known, later)


def _weighed(
    scores: Scores, known: npt.NDArray[np.bool_], later: npt.NDArray[np.int64]
) -> tuple[Tested | None, Floats]:
    """Return how the chance does with the own rhythm, and how many times as high that makes it."""
    before, buying = scores.purchases, scores.model.buying
    alive = np.nan_to_num(scores.alive, nan=1.0)
    if buying is None:
        return None, np.ones(len(alive))
    with_it = with_rhythm(alive, before, scores.rhythm, buying)
    weighed: Floats = with_it / np.maximum(alive, 1e-300)
    some = known & (before.count >= JUDGED_FROM)
    came, chance = later[some] > 0, scores.returns[some, 0]
    if min(int(came.sum()), int((~came).sum())) < FEWEST_OF_A_KIND:
        return None, weighed
    one, other = (float(((told - came) ** 2).mean()) for told in (chance * weighed[some], chance))
    return Tested(one, other, better=one <= other), weighed


def _compared(
    told: BackTest,
    purchases: Purchases,
    scores: Scores,
    known: npt.NDArray[np.bool_],
    later: npt.NDArray[np.int64],
) -> BackTest:
    before = scores.purchases
    came = later[known] > 0
    chance, count = scores.returns[known, 0], scores.expected[known, 0]
    ordering = ordered(count, came), ordered(-before.silent[known].astype(float), came)
    share = float(came.mean())
    brier = float(((chance - came) ** 2).mean()), share * (1 - share)
    rate = before.x[known] / np.maximum(before.age[known], 1) * told.days
    errors = tuple(float(np.abs(one - later[known]).mean()) for one in (count, rate))
    spent = (purchases.spent - before.spent)[known]
    values = top_share(scores.value[known, 0], spent), top_share(before.spent[known], spent)
    return replace(
        told,
        ordering=_shares(ordering, 0.5),
        chances=Tested(*brier, better=brier[0] < brier[1]),
        counts=Tested(errors[0], errors[1], better=errors[0] <= errors[1]),
        values=_shares(values, 0.2),
        dates=_dates(purchases, scores),
    )


def _shares(both: tuple[float, float], by_chance: float) -> Tested:
    one, rule = both
    return Tested(one, rule, better=one >= rule - _AS_GOOD and one > by_chance)


def _dates(purchases: Purchases, scores: Scores) -> Tested | None:
    before = scores.purchases
    first = first_after(purchases, before.as_of)
    some = (scores.next_day >= 0) & (first >= 0) & (before.count >= DATED_FROM)
    if int(some.sum()) < _DATES:
        return None
    gap = before.until_last / np.maximum(before.x, 1)
    rule = np.maximum(before.last + gap, before.as_of)
    error = float(np.median(np.abs(scores.next_day - first)[some]))
    plain = float(np.median(np.abs(rule - first)[some]))
    return Tested(error, plain, better=error <= plain)


def first_after(purchases: Purchases, day: int) -> npt.NDArray[np.int64]:
    """Return when everybody bought first after a day; -1 for who did not."""
    after = np.flatnonzero(purchases.day > day)
    first = np.full(len(purchases.count), -1, dtype=np.int64)
    first[purchases.who[after][::-1]] = purchases.day[after][::-1]
    return first


def ordered(figure: Floats, is_one: npt.NDArray[np.bool_]) -> float:
    """Return the chance that one has a higher figure than one who is not, ties half (AUC)."""
    _kinds, place, times = np.unique(figure, return_inverse=True, return_counts=True)
    rank = (np.cumsum(times) - (times - 1) / 2)[place]
    ones = int(is_one.sum())
    others = len(figure) - ones
    if not ones or not others:
        return 0.5
    return float((rank[is_one].sum() - ones * (ones + 1) / 2) / (ones * others))


def top_share(figure: Floats, amount: Floats) -> float:
    """Return which share of the amounts the fifth with the highest figures brought."""
    total = float(np.maximum(amount, 0).sum())
    top = np.lexsort((np.arange(len(figure)), -figure))[: -(-len(figure) // 5)]
    return float(np.maximum(amount[top], 0).sum()) / total if total > 0 else 0.0
