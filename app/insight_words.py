"""What scores tell, in sentences of either language; nothing here needs numpy."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from app.shapes.insight import PastScore
from app.words import say
from db.kinds import RHYTHMS

WITHIN = 90  # days, of the chance that a reason tells
_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 60, 730
_MONTH, _YEAR = 30.44, 365.25
_LATE = RHYTHMS.index("late")
_SCALES = {"ordering": 100.0, "values": 100.0}  # shares that are told of a hundred
_DIGITS = {"chances": 3, "counts": 2, "leaving": 3}


def verdict_words(kind: str, told: PastScore, days: int, language: str) -> str:
    """Return how a kind of score did beside its plain rule, and whether it is shown."""
    scale, digits = _SCALES.get(kind, 1.0), _DIGITS.get(kind, 0)
    score, rule = (f"{figure * scale:.{digits}f}" for figure in (told.score, told.rule))
    key = f"{kind}.without" if kind == "leaving" and not told.better else kind
    said = say(f"insight.tested.{key}", language, days=days, score=score, rule=rule)
    if kind == "leaving":
        return said
    return said if told.better else f"{said} {say('insight.not_shown', language)}"


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


def rounded(amount: float, digits: int = 2) -> int:
    """Return an amount with so many digits that count: a guess is not known better than by two."""
    return round(round(amount), digits - len(str(abs(round(amount)))))


def reason_of(
    language: str, purchases: int, silent: int, gap: int, rhythm: str, in_ten: int
) -> str:
    """Return the reason of one customer, as `reason_in` has it."""
    return reason_in(language)(purchases, silent, gap, RHYTHMS.index(rhythm), in_ten)


def reason_in(language: str) -> Callable[[int, int, int, int, int], str]:
    """Return what puts a reason into words; most of a shop's customers share theirs.

    It takes the purchases, the days of silence, the usual gap (0 for none), the place in RHYTHMS
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
