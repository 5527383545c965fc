"""Days of goals: from when to when, how many of them the shop opens, the same a year before."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONTHS = {"month": 1, "quarter": 3, "year": 12}
WEEK = 7


def span(period: str, day: date) -> tuple[date, date]:
    """Return the first and last day of the month, quarter or year a day is in."""
    months = MONTHS[period]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return date(day.year, first, 1), date(day.year, last, monthrange(day.year, last)[1])


def before(period: str, first: date, last: date) -> tuple[date, date]:
    """Return the period before another; of a range the days just before it, as many."""
    if period in MONTHS:
        return span(period, first - timedelta(days=1))
    return first - (last - first) - timedelta(days=1), first - timedelta(days=1)


def year_before(day: date) -> date:
    """Return the same day a year before; for 29 February the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def open_weekdays(told: str) -> frozenset[int]:
    """Return the weekdays (Monday is 0) a setting names; all where it names none."""
    found = {WEEKDAYS.index(name) for name in told.split(",") if name in WEEKDAYS}
    return frozenset(found or range(WEEK))


def open_days(first: date, last: date, weekdays: Collection[int]) -> int:
    """Return on how many days of a span the shop opens, both ends counted."""
    days = (last - first).days + 1
    if days <= 0:
        return 0
    weeks, rest = divmod(days, WEEK)
    part = sum((first.weekday() + n) % WEEK in weekdays for n in range(rest))
    return weeks * len(weekdays) + part
