"""Why a customer is scored so, in one or two plain sentences of either language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from app.insight.rhythm import STATES
from app.insight.scoring import Scores
from app.words import say

WITHIN = 90  # days, of the chance that a reason tells
_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 60, 730
_MONTH, _YEAR = 30.44, 365.25
_LATE = STATES.index("late")


def span_words(days: int, language: str) -> str:
    """Return a number of days as people say it: 3 weeks, 4 months, 2 years."""
    unit, count = _rounded(days)
    return say(f"insight.span.{unit}", language, count=count)


def every_words(days: int, language: str) -> str:
    """Return how often somebody comes, from the days between: every 3 weeks."""
    unit, count = _rounded(days)
    return say(f"insight.every.{unit}", language, count=count)


def _rounded(days: int) -> tuple[str, int]:
    if days >= _YEARS_FROM:
        return "years", round(days / _YEAR)
    if days >= _MONTHS_FROM:
        return "months", round(days / _MONTH)
    if days >= _WEEKS_FROM or days == 7:
        return "weeks", round(days / 7)
    return "days", days


def reasons(scores: Scores, language: str) -> list[str]:
    """Return each customer's reason."""
    purchases, clock = scores.purchases, scores.rhythm
    gaps = np.nan_to_num(np.rint(clock.gap), nan=0).astype(np.int64).tolist()
    chances = _in_ten(scores)
    words = reason_in(language)
    return [
        words(min(count, 2), silent, gap, state, chance)
        for count, silent, gap, state, chance in zip(
            purchases.count.tolist(), purchases.silent.tolist(), gaps, clock.state.tolist(),
            chances, strict=True,
        )
    ]  # fmt: skip


def _in_ten(scores: Scores) -> list[int]:
    """Return how many of 10 customers like each come back within three months; -1 for unknown."""
    if WITHIN not in scores.horizons:
        return [-1] * len(scores.alive)
    chance = scores.returns[:, scores.horizons.index(WITHIN)]
    tenths: list[int] = np.nan_to_num(np.rint(chance * 10), nan=-1).astype(np.int64).tolist()
    return tenths


def reason_of(
    language: str, purchases: int, silent: int, gap: int, rhythm: str, in_ten: int
) -> str:
    """Return the reason of one customer, as `reason_in` has it."""
    return reason_in(language)(purchases, silent, gap, STATES.index(rhythm), in_ten)


def reason_in(language: str) -> Callable[[int, int, int, int, int], str]:
    """Return what puts a reason into words; most of a shop's customers share theirs.

    It takes the purchases, the days of silence, the usual gap (0 for none), the place in STATES
    and how many of 10 customers like this one come back (-1 for unknown).
    """

    @cache
    def chance_words(tenths: int) -> str:
        if tenths < 0:
            return ""
        key = {0: ".none", 10: ".all"}.get(tenths, "")
        return " " + say(f"insight.of_ten{key}", language, count=tenths, days=WITHIN)

    @cache
    def words(count: int, silent: int, gap: int, state: int, tenths: int) -> str:
        if not count:
            return say("insight.why.never", language)
        ago = span_words(silent, language)
        if count == 1:
            key = "once_today" if silent == 0 else "once"
            return say(f"insight.why.{key}", language, ago=ago) + chance_words(tenths)
        key = "today" if silent == 0 else "late" if state >= _LATE else "usual"
        every = every_words(max(gap, 1), language)
        return say(f"insight.why.{key}", language, every=every, ago=ago) + chance_words(tenths)

    return words
