"""Days of reports: steps of a period, and which days each is compared with.

Against last year, every day is laid on its own date, but for the days about Seollal and Chuseok:
those are laid on the same days about last year's. What stood there goes in their place, so that
no day is counted twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.goal_periods import year_before
from app.lunar import LunarDay, solar_of

DAY = timedelta(days=1)
BY_DAY, BY_WEEK = 45, 190  # the longest periods shown by day and by week
MOST_STEPS = 800
HOLIDAYS = {"seollal": (1, 1), "chuseok": (8, 15)}  # month and day of the lunar calendar
LEAD, TRAIL = 14, 2  # days about a holiday on which people buy for it


@dataclass(frozen=True, slots=True)
class Step:
    """Some days in a row, as one row of a report."""

    first: date
    last: date

    @property
    def mark(self) -> str:
        """Return what names it."""
        first, last = self.first.isoformat(), self.last.isoformat()
        return first if first == last else f"{first}/{last}"


@dataclass(frozen=True, slots=True)
class Base:
    """What a period is compared with: for each of its days the other one, None for nothing.

    `moved` are the holidays laid upon each other: (name, day now, day before).
    """

    days: dict[date, date | None]
    moved: tuple[tuple[str, date, date], ...] = ()

    def spans(self, first: date, last: date) -> list[tuple[str, str]]:
        """Return the days compared with those from `first` to `last`, as spans in their order."""
        found = sorted({
            other for day in each_day(first, last) if (other := self.days.get(day)) is not None
        })  # fmt: skip
        if not found:
            return []
        ends = [day for day, after in pairwise(found) if after - day != DAY]
        starts = [after for day, after in pairwise(found) if after - day != DAY]
        pairs = zip([found[0], *starts], [*ends, found[-1]], strict=True)
        return [(one.isoformat(), other.isoformat()) for one, other in pairs]


def each_day(first: date, last: date) -> Sequence[date]:
    """Return the days from one to another, both included."""
    return [first + DAY * n for n in range((last - first).days + 1)]


def step_of(first: date, last: date, asked: str) -> str:
    """Return the step to show a period in: the one asked for, unless it were too many."""
    days = (last - first).days + 1
    if asked == "day" and days > MOST_STEPS:
        asked = "week"
    if asked == "week" and days > MOST_STEPS * 7:
        asked = "month"
    if asked:
        return asked
    return "day" if days <= BY_DAY else "week" if days <= BY_WEEK else "month"


def steps(first: date, last: date, step: str) -> list[Step]:
    """Return a period in steps; weeks begin on Sunday. The outer ones may be cut."""
    found = []
    while first <= last:
        if step == "day":
            end = first
        elif step == "week":
            end = first + DAY * (5 - first.weekday() if first.weekday() != 6 else 6)
        else:
            end = date(first.year + first.month // 12, first.month % 12 + 1, 1) - DAY
        end = min(end, last)
        found.append(Step(first, end))
        first = end + DAY
    return found


def base_of(first: date, last: date, compare: str, *, korean: bool) -> Base | None:
    """Return what a period is compared with; None for nothing. `korean`: lunar days count."""
    if not compare:
        return None
    days = each_day(first, last)
    if compare == "previous":
        return Base({day: day - DAY * len(days) for day in days})
    moved = [
        (name, now, then)
        for year in range(first.year, last.year + 2)
        for name in (HOLIDAYS if korean else ())
        if (now := holiday(name, year)) and (then := holiday(name, year - 1))
        and year_before(now) != then
    ]  # fmt: skip
    swapped: dict[date, date] = {}
    for _name, now, then in moved:
        swapped.update(_swap(now, then))
    told = {day: swapped.get(day, _same_date(day)) for day in days}
    about = [one for one in moved if one[1] - DAY * LEAD <= last and one[1] + DAY * TRAIL >= first]
    return Base(told, tuple(about))


def holiday(name: str, year: int) -> date | None:
    """Return the day of a lunar holiday in a year; None where it is not known."""
    return solar_of(LunarDay(year, *HOLIDAYS[name]))


def _same_date(day: date) -> date | None:
    return None if (day.month, day.day) == (2, 29) else year_before(day)


def _swap(now: date, then: date) -> dict[date, date]:
    """Return which days are laid on others than their own date, for one holiday."""
    about = each_day(now - DAY * LEAD, now + DAY * TRAIL)
    others = each_day(then - DAY * LEAD, then + DAY * TRAIL)
    found = dict(zip(about, others, strict=True))
    own = {year_before(day) for day in about}
    left = sorted(own - set(others))
    taken = sorted(set(others) - own)
    for other, gone in zip(left, taken, strict=False):
        day = _a_year_after(gone)
        if day is not None and day not in found:
            found[day] = other
    return found


def _a_year_after(day: date) -> date | None:
    return None if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)
