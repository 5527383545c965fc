"""How far goals are reached: sums by day, what was due by then, the same a year before."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from app.goal_periods import open_days, open_weekdays, span, year_before
from app.settings import CURRENCY, OPEN_DAYS
from app.shapes.goals import DayValue, GoalRow, Progress
from app.shop_clock import day_began

if TYPE_CHECKING:
    from db.uow import UnitOfWork


def running(unit: UnitOfWork, day: date) -> list[GoalRow]:
    """Return the goals that run on a day, the shop's first."""
    rows = (GoalRow(*row) for row in unit.goals.rows(day.isoformat()))
    return [row for row in rows if row.first_on <= day.isoformat()]


def progress_of(unit: UnitOfWork, goal: GoalRow, day: date) -> Progress:
    """Return how far a goal is reached at the end of a day."""
    first, last = date.fromisoformat(goal.first_on), date.fromisoformat(goal.last_on)
    until = min(max(day, first - timedelta(days=1)), last)
    told = {name: getattr(goal, name) for name in ("metric", "staff_id", "product_id")}
    values = dict(_values(unit, told, first, until)) if until >= first else {}
    series = tuple(
        DayValue(on, values.get(on, 0))
        for on in ((first + timedelta(days=n)).isoformat() for n in range((until - first).days + 1))
    )
    reached = sum(one.value for one in series)
    weekdays = open_weekdays(OPEN_DAYS.of(unit.settings.all()))
    whole, passed = open_days(first, last, weekdays), open_days(first, until, weekdays)
    left = open_days(max(until + timedelta(days=1), first), last, weekdays)
    planned = goal.target * passed // whole if whole else goal.target
    missing = goal.target - reached
    year_first, year_last = a_year_before(goal.period, first, last)
    year_until = min(year_first + (until - first), year_last)
    known = unit.goals.begun() < year_last.isoformat()
    return Progress(
        goal=goal,
        as_of=day.isoformat(),
        reached=reached,
        planned=planned,
        time_percent=passed * 100 // whole if whole else 100,
        day_number=(until - first).days + 1,
        days=(last - first).days + 1,
        open_days_left=left,
        needed_per_day=-(-missing // left) if left and missing > 0 else None,
        estimate=reached * whole // passed if passed else 0,
        last_year=sum_of(unit, told, year_first, year_last) if known else None,
        last_year_to_date=(
            sum_of(unit, told, year_first, year_until) if known and until >= first else None
        ),
        state=_state(day, first, last, missing, reached - planned, goal.target),
        series=series,
    )


def _state(day: date, first: date, last: date, missing: int, ahead: int, target: int) -> str:
    if missing <= 0:
        return "reached"
    if day > last:
        return "missed"
    if day < first:
        return "not_begun"
    if abs(ahead) * 100 <= target:
        return "on_plan"
    return "ahead" if ahead > 0 else "behind"


def a_year_before(period: str, first: date, last: date) -> tuple[date, date]:
    """Return the same span a year before."""
    if period == "range":
        return year_before(first), year_before(last)
    return span(period, year_before(first))


def _values(
    unit: UnitOfWork, told: dict[str, Any], first: date, last: date
) -> list[tuple[str, int]]:
    settings = unit.settings.all()
    span_days = [first + timedelta(days=n) for n in range((last - first).days + 2)]
    began = [day_began(on, settings) for on in span_days]
    days = [
        (on.isoformat(), *ends) for on, ends in zip(span_days[:-1], pairwise(began), strict=True)
    ]
    return unit.goals.values(
        told["metric"], days, CURRENCY.of(settings),
        staff_id=told["staff_id"], product_id=told["product_id"],
    )  # fmt: skip


def sum_of(unit: UnitOfWork, told: dict[str, Any], first: date, last: date) -> int:
    """Return what a span brought; `told` are metric, staff_id and product_id of a goal."""
    return sum(value for _day, value in _values(unit, told, first, last))
