"""How good a forecast was, in words."""

from __future__ import annotations

from collections.abc import Callable

from app.day_words import LONG
from app.shapes.forecast import Grade
from app.words import say


def period_words(period: str, language: str) -> str:
    """Return a month or quarter as people say it: '2026년 1분기', 'May 2026'."""
    year, rest = period.split("-", 1)
    if rest.startswith("Q"):
        return say("goal.quarter", language, number=int(rest[1:]), year=year)
    month = int(rest)
    return f"{year}년 {month}월" if language == "ko" else f"{LONG[month - 1]} {year}"


def grade_words(grade: Grade, language: str, money: Callable[[int], str]) -> str:
    """Return how far a forecast was off: 'The forecast for Q1 2026 was 8% too high.'."""
    told: dict[str, object] = {
        "period": period_words(grade.period, language),
        "predicted": money(grade.predicted),
        "error": abs(grade.error or 0),
    }
    if grade.error is None:
        return say("forecast.nothing", language, **told)
    how = "exact" if grade.error == 0 else "too_high" if grade.error > 0 else "too_low"
    return say(f"forecast.{how}", language, **told)
