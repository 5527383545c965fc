"""When a birthday, an anniversary or any other yearly day comes round, by the sun or the moon.

The rules, which a test holds to:

- 29 February in a common year is kept on the 28th: Korean law ends a term whose day is missing
  with the last day of that month (Civil Act, article 160 (3)). A shop may choose 1 March.
- A leap month that a lunar year does not have: the ordinary month of the same number.
- The 30th of a lunar month that has 29 days: the 29th.
- A day whose year is known does not come round before it has come once.
- Without a month and a day nothing comes round: no day is made up.
- The moon is known until `db.lunar.LAST`; what would come later is None.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

from db import lunar

LONGEST_YEAR = 385  # days: every day comes round at least once within them
_WRITTEN = re.compile(r"(?:(\d{4})|-)(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class LeapDay(StrEnum):
    """Where 29 February is kept in a common year."""

    FEBRUARY_28 = "february_28"
    MARCH_1 = "march_1"


@dataclass(frozen=True, slots=True)
class ImportantDate:
    """A day of the year as somebody told it; None is what they did not tell."""

    month: int | None = None
    day: int | None = None
    year: int | None = None
    lunar: bool = False
    leap: bool = False  # a leap month of the lunar calendar

    @staticmethod
    def read(text: str, *, lunar: bool = False, leap: bool = False) -> ImportantDate | None:
        """Return '1996-05-03', '--05-03', '1996-05', '--05' or '1996'; None for other texts."""
        found = _WRITTEN.fullmatch(text)
        if found is None or text == "-":
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        told = ImportantDate(month, day, year, lunar, leap)
        return told if told.is_possible else None

    @property
    def text(self) -> str:
        """Return it as `read` takes it; the calendar is not in it."""
        parts = [f"{self.year:04}" if self.year is not None else "-"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) if len(parts) > 1 or self.year is not None else ""

    @property
    def is_possible(self) -> bool:
        """Tell whether any year has, or had, such a day."""
        if self.year is not None and not MINYEAR <= self.year <= MAXYEAR:
            return False
        if self.leap and not (self.lunar and self.month):
            return False
        if self.month is None:
            return self.day is None
        return 1 <= self.month <= 12 and (self.day is None or 1 <= self.day <= self._longest())

    def _longest(self) -> int:
        """Return the most days its month may have."""
        if self.lunar or self.month is None:
            return 30
        return calendar.monthrange(2000 if self.year is None else self.year, self.month)[1]

    @property
    def comes_round(self) -> bool:
        """Tell whether enough is known to say when it comes round."""
        return self.month is not None and self.day is not None and self.is_possible


def occurrence(
    told: ImportantDate, year: int, leap_day: LeapDay = LeapDay.FEBRUARY_28
) -> date | None:
    """Return the solar date on which `told` is kept in `year`, a year of its own calendar.

    None before its own year, out of range, and where month or day are not known.
    """
    if not told.comes_round or told.month is None or told.day is None:
        return None
    if not MINYEAR <= year <= MAXYEAR or (told.year is not None and year < told.year):
        return None
    if told.lunar:
        return _by_the_moon(told.month, told.day, year, leap=told.leap)
    if (told.month, told.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 3, 1) if leap_day == LeapDay.MARCH_1 else date(year, 2, 28)
    return date(year, told.month, told.day)


def _by_the_moon(number: int, day: int, year: int, *, leap: bool) -> date | None:
    month = (lunar.month_of(year, number, leap=True) if leap else None) or lunar.month_of(
        year, number
    )
    if month is None:
        return None
    found = month.first + timedelta(days=min(day, month.days) - 1)
    return found if found <= lunar.LAST else None


def next_on(
    told: ImportantDate, today: date, leap_day: LeapDay = LeapDay.FEBRUARY_28
) -> date | None:
    """Return the first day from `today` on (today counts) on which `told` comes round."""
    # A lunar year begins up to two months late: its last days belong to the next solar year.
    first = today.year - 1 if told.lunar else today.year
    if told.year is not None:
        first = max(first, told.year)
    for year in range(first, first + 3):
        found = occurrence(told, year, leap_day)
        if found is not None and found >= today:
            return found
    return None


def between(
    told: ImportantDate, first: date, last: date, leap_day: LeapDay = LeapDay.FEBRUARY_28
) -> list[date]:
    """Return every day from `first` to `last`, both counted, on which `told` comes round.

    A lunar day may come twice in a solar year, or not at all.
    """
    found = (
        occurrence(told, year, leap_day) for year in range(first.year - told.lunar, last.year + 1)
    )
    return [day for day in found if day is not None and first <= day <= last]


def years_on(told: ImportantDate, on: date) -> int | None:
    """Return how many years a day is old on one of the dates `next_on` gives: 30 of a birthday.

    Counted in the years of its own calendar; None where its year is not known.
    """
    if told.year is None:
        return None
    if told.lunar:
        day = lunar.lunar_of(on)
        return None if day is None else day.year - told.year
    return on.year - told.year


def keys_between(
    first: date, last: date, leap_day: LeapDay = LeapDay.FEBRUARY_28
) -> frozenset[str]:
    """Return 'calendar-MM-DD' of every day that comes round from `first` to `last`, both counted.

    The calendars are 'solar', 'lunar' and 'lunar_leap': a leap month where the year has it, the
    ordinary month of that number where it has not.
    """
    keys: set[str] = set()
    for number in range(min((last - first).days, LONGEST_YEAR) + 1):
        day = first + timedelta(days=number)
        keys.update(_solar_keys(day, leap_day))
        keys.update(_lunar_keys(day))
    return frozenset(keys)


def _solar_keys(day: date, leap_day: LeapDay) -> list[str]:
    moved = (3, 1) if leap_day == LeapDay.MARCH_1 else (2, 28)
    keys = [f"solar-{day:%m-%d}"]
    if not calendar.isleap(day.year) and (day.month, day.day) == moved:
        keys.append("solar-02-29")
    return keys


def _lunar_keys(day: date) -> list[str]:
    told = lunar.lunar_of(day)
    month = lunar.month_of(told.year, told.month, leap=told.leap) if told else None
    if told is None or month is None:
        return []
    days = [told.day]
    if told.day == month.days:
        days.extend(range(told.day + 1, 31))  # the 30th of a month that has 29
    names = ["lunar_leap" if told.leap else "lunar"]
    if not told.leap and lunar.leap_month(told.year) != told.month:
        names.append("lunar_leap")
    return [f"{name}-{told.month:02}-{number:02}" for name in names for number in days]
