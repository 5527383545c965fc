"""Goals in words: what they are called, and how they stand."""

from __future__ import annotations

from collections.abc import Callable

from app.day_words import LONG, day_words
from app.shapes.goals import GoalRow, Progress
from app.words import kind_words, say

Money = Callable[[int], str]


def goal_name(goal: GoalRow, language: str) -> str:
    """Return what a goal is called: its own name, or '2026년 5월 매출'."""
    if goal.name:
        return goal.name
    metric = kind_words("metric", goal.metric, language)
    what = say("goal.name", language, when=_when(goal, language), metric=metric)
    who = goal.staff or goal.product
    return say("goal.of", language, what=what, who=who) if who else what


def value_words(goal: GoalRow, value: int, language: str, money: Money) -> str:
    """Return a value of a goal: an amount, or how many there are."""
    if goal.is_money:
        return money(value)
    return say(f"count_of.{goal.metric}", language, value=f"{value:,}")


def pace_words(progress: Progress, language: str, money: Money) -> list[str]:
    """Return how a goal stands, the most telling sentence first.

    `money` puts an amount of minor units into words.
    """
    goal = progress.goal

    def said(key: str, value: int) -> str:
        return say(
            f"goal.{key}", language, value=value_words(goal, value, language, money),
            target=value_words(goal, goal.target, language, money),
        )  # fmt: skip

    found = []
    if progress.state in ("reached", "missed"):
        found.append(said(progress.state, progress.reached))
    elif progress.state != "not_begun":
        key = "goal.pace_month" if goal.period == "month" else "goal.pace"
        found.append(
            say(key, language, time=progress.time_percent, reached=max(progress.percent, 0))
        )
        found.append(said(progress.state, abs(progress.ahead)))
    if progress.needed_per_day is not None and progress.state != "not_begun":
        found.append(said("needed", progress.needed_per_day))
    if progress.last_year_to_date is not None:
        found.append(said("last_year", progress.last_year_to_date))
    elif progress.last_year is not None:
        found.append(said("last_year_whole", progress.last_year))
    return found


def _when(goal: GoalRow, language: str) -> str:
    year, month = int(goal.first_on[:4]), int(goal.first_on[5:7])
    if goal.period == "month":
        return f"{year}년 {month}월" if language == "ko" else f"{LONG[month - 1]} {year}"
    if goal.period == "quarter":
        return say("goal.quarter", language, number=(month + 2) // 3, year=year)
    if goal.period == "year":
        return f"{year}년" if language == "ko" else str(year)
    first, last = (day_words(day, language) for day in (goal.first_on, goal.last_on))
    return say("goal.range", language, first=first, last=last)
