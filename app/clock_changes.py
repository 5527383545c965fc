"""The days on which clocks are set forward or back, as a calendar shows them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from app.shop_clock import shop_now, utc_of

HOUR = timedelta(hours=1)


class ClockChange(NamedTuple):
    """At minute `at` of a day's clock it is set forward by `by` minutes; back if less than 0."""

    day: date
    at: int
    by: int


def clock_changes(first: date, last: date, settings: Mapping[str, object]) -> list[ClockChange]:
    """Return when the shop's clock is set forward or back from `first` to `last`, both counted."""
    found = []
    days = (last - first).days + 1
    for day in (first + timedelta(days=number) for number in range(days)):
        midnight = datetime(day.year, day.month, day.day)
        begin = utc_of(midnight, settings)
        if utc_of(midnight + timedelta(days=1), settings) - begin != timedelta(days=1):
            found += _changes(day, begin, settings)
    return found


def _changes(day: date, begin: datetime, settings: Mapping[str, object]) -> list[ClockChange]:
    """Look for the minute, quarter of an hour by quarter of an hour."""
    step = timedelta(minutes=15)
    moment, found = begin.astimezone(UTC), []
    shown = shop_now(moment, settings)
    while shown.date() <= day:
        later = shop_now(moment + step, settings)
        by = (later - shown - step) // timedelta(minutes=1)
        if by and later.date() >= day:
            at = shown + step
            found.append(ClockChange(day, at.hour * 60 + at.minute or 24 * 60, by))
        moment, shown = moment + step, later
    return found


def end_of(begin: int, minutes: int, change: ClockChange | None) -> int:
    """Return which minute of a day's clock it is so many minutes after another."""
    end = begin + minutes
    if change is not None and begin < change.at < end + (change.by < 0):
        end += change.by
    return max(begin, end)
