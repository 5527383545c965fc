"""How good forecasts were: what was expected before a month or quarter began, and what came."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from app.forecasting import add_months, quarter_of
from app.shapes.forecast import Grade

EARLIEST, LATEST = timedelta(days=35), timedelta(days=6)  # before and after the period began
QUARTER = 3


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was forecast for a month in some week."""

    week_on: str
    month: str
    taken_on: str
    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class Graded:
    """A graded month with the range that was told."""

    low: int
    high: int
    predicted: Grade


def grade_months(snapshots: Sequence[Snapshot], actual: Mapping[str, int]) -> list[Graded]:
    """Return the grades of ended months, oldest first; those nobody forecast in time have none."""
    found = []
    for month in sorted(actual):
        told = _nearest(snapshots, month, month)
        came = actual[month]
        if told is not None and (told.likely or came):
            inside = told.low <= came <= told.high
            found.append(Graded(told.low, told.high, Grade(month, told.likely, came, inside)))
    return found


def grade_quarters(snapshots: Sequence[Snapshot], actual: Mapping[str, int]) -> list[Grade]:
    """Return the grades of ended quarters, newest first, by what was told before they began."""
    found = []
    for first in sorted(actual, reverse=True):
        months = [add_months(first, n) for n in range(QUARTER)]
        if quarter_of(months[0]) != quarter_of(months[-1]) or not set(months) <= set(actual):
            continue
        told = [_nearest(snapshots, month, first) for month in months]
        sure = [one for one in told if one is not None]
        if len(sure) == QUARTER:
            predicted, came = sum(one.likely for one in sure), sum(actual[m] for m in months)
            below = sqrt(sum((one.likely - one.low) ** 2 for one in sure))
            above = sqrt(sum((one.high - one.likely) ** 2 for one in sure))
            inside = predicted - below <= came <= predicted + above
            found.append(Grade(quarter_of(first), predicted, came, inside))
    return found


def _nearest(snapshots: Collection[Snapshot], month: str, begun: str) -> Snapshot | None:
    """Return what was told of a month nearest to when a period began, before it if possible."""
    start = date.fromisoformat(f"{begun}-01")
    first, last = (start - EARLIEST).isoformat(), (start + LATEST).isoformat()
    near = [one for one in snapshots if one.month == month and first <= one.taken_on <= last]
    before = [one for one in near if one.taken_on <= start.isoformat()]
    if before:
        return max(before, key=lambda one: one.taken_on)
    return min(near, key=lambda one: one.taken_on, default=None)
