"""Goals laid on the days of a report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from app.goal_periods import open_days
from app.reporting.desk import Desk
from app.reporting.periods import each_day
from app.settings import CURRENCY
from app.shapes.goals import GoalRow


@dataclass(frozen=True, slots=True)
class Aim:
    """What is due by the end of each day of a period from `first` on.

    `stretched` where goals stand for some days alone.
    """

    first: date
    due: tuple[float, ...]
    stretched: bool

    def until(self, day: date) -> int:
        """Return what is due by the end of a day."""
        place = min((day - self.first).days, len(self.due) - 1)
        return round(self.due[place]) if place >= 0 else 0

    @property
    def whole(self) -> int:
        """Return what is due in the whole period."""
        return round(self.due[-1])


def aim_of(desk: Desk, scope: str, staff_id: int | None = None) -> Aim | None:
    """Return what goals of revenue ask of the period, of the shop or of somebody.

    Of several that hold for a day the shortest counts. Days without one are asked as much as the
    nearest day that has one; None where there is none at all, or others are not counted by it.
    """
    if desk.currency != CURRENCY.of(desk.settings):
        return None
    goals = [goal for goal in _goals(desk) if (goal.scope, goal.staff_id) == (scope, staff_id)]
    rates = [
        (date.fromisoformat(goal.first_on), date.fromisoformat(goal.last_on), _rate(desk, goal))
        for goal in goals
    ]
    days = each_day(desk.first, desk.last)
    told = [_covering(rates, day) for day in days]
    known = [place for place, rate in enumerate(told) if rate is not None]
    if not known:
        return None
    found = []
    for place, day in enumerate(days):
        nearest = bisect_left(known, place)
        around = known[max(nearest - 1, 0) : nearest + 1]
        rate = told[min(around, key=lambda other: abs(other - place))] or 0.0
        found.append(rate if day.weekday() in desk.weekdays else 0.0)
    return Aim(desk.first, tuple(accumulate(found)), len(known) < len(days))


def _goals(desk: Desk) -> list[GoalRow]:
    rows = [GoalRow(*row) for row in desk.unit.goals.rows(desk.first.isoformat())]
    last = desk.last.isoformat()
    return [goal for goal in rows if goal.metric == "revenue" and goal.first_on <= last]


def _rate(desk: Desk, goal: GoalRow) -> float:
    first, last = date.fromisoformat(goal.first_on), date.fromisoformat(goal.last_on)
    whole = open_days(first, last, desk.weekdays)
    return goal.target / whole if whole else 0.0


def _covering(rates: Sequence[tuple[date, date, float]], day: date) -> float | None:
    held = [(last - first, rate) for first, last, rate in rates if first <= day <= last]
    return min(held)[1] if held else None
