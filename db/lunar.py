"""The Korean lunar calendar, offline: the only door to the package that knows its tables.

Days from FIRST (lunar 1 January 1900) to LAST (solar 31 December 2050) can be told, as the Korea
Astronomy and Space Science Institute has published them; outside, every answer is None. Chinese
tables differ by a day or a month in some years: 2017 has a fifth leap month here, a sixth there.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

FIRST = datetime.date(1900, 1, 31)
LAST = datetime.date(2050, 12, 31)
FIRST_YEAR, LAST_YEAR = 1900, 2050  # of the lunar calendar; of the last some days are missing


@dataclass(frozen=True, slots=True, order=True)
class LunarDay:
    """A day of the lunar calendar; `leap` tells the second of two months with one number."""

    year: int
    month: int
    day: int
    leap: bool = False


@dataclass(frozen=True, slots=True)
class LunarMonth:
    """One month of a lunar year: its first solar day, and how many days it has (29 or 30)."""

    number: int
    leap: bool
    first: datetime.date
    days: int


@lru_cache(maxsize=LAST_YEAR - FIRST_YEAR + 1)
def months_of(year: int) -> tuple[LunarMonth, ...]:
    """Return the 12 or 13 months of a lunar year in order; none for a year out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    # Its tables are read when a lunar day is asked for first, not before the first list.
    from korean_lunar_calendar import (  # type: ignore[import-untyped] # noqa: PLC0415
        KoreanLunarCalendar,
    )

    calendar = KoreanLunarCalendar()
    months = []
    for number in range(1, 13):
        for leap in (False, True):
            if calendar.setLunarDate(year, number, 1, leap):
                first = datetime.date.fromisoformat(calendar.SolarIsoFormat())
                days = 30 if calendar.setLunarDate(year, number, 30, leap) else 29
                months.append(LunarMonth(number, leap, first, days))
    return tuple(months)


def leap_month(year: int) -> int | None:
    """Return the number of the month that a lunar year has twice; None where it has none."""
    return next((month.number for month in months_of(year) if month.leap), None)


def month_of(year: int, number: int, *, leap: bool = False) -> LunarMonth | None:
    """Return one month of a lunar year; None where that year has no such month."""
    return next(
        (month for month in months_of(year) if (month.number, month.leap) == (number, leap)), None
    )


def solar_of(day: LunarDay) -> datetime.date | None:
    """Return the solar date of a lunar day; None for one that is not there or out of range."""
    month = month_of(day.year, day.month, leap=day.leap)
    if month is None or not 1 <= day.day <= month.days:
        return None
    found = month.first + datetime.timedelta(days=day.day - 1)
    return found if found <= LAST else None


def lunar_of(date: datetime.date) -> LunarDay | None:
    """Return the lunar day of a solar date; None out of range."""
    if not FIRST <= date <= LAST:
        return None
    year = date.year if date >= months_of(date.year)[0].first else date.year - 1
    month = next(month for month in reversed(months_of(year)) if month.first <= date)
    return LunarDay(year, month.number, (date - month.first).days + 1, month.leap)
