"""Public holidays of the shop's country, offline; the package that knows them comes when asked.

Korean ones are whole: substitute days, lunar ones, days of elections that are known.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

SATURDAY = 5
LANGUAGES = {"ko": "ko", "en": "en_US"}
# How the names of days off in place of another begin or end.
IN_PLACE = ("대체 휴일", "대체공휴일", "Alternative holiday", "(observed)", "(substituted)")


def holidays_of(country: str, year: int, language: str) -> tuple[tuple[date, str], ...]:
    """Return (day, name) of a year's public holidays, each day once; none for a strange country.

    Two that fall on one day are named together.
    """
    return tuple(sorted(_year(country, year, language).items()))


def holidays_between(
    country: str, first: date, last: date, language: str
) -> list[tuple[date, str, bool]]:
    """Return (day, name, whether it is in place of another) from `first` to `last`."""
    return [
        (day, name, any(mark in name for mark in IN_PLACE))
        for year in range(first.year, last.year + 1)
        for day, name in holidays_of(country, year, language)
        if first <= day <= last
    ]


def off_days(country: str, not_on: str) -> Callable[[date], bool]:
    """Return what tells whether a rule is not to be on a day: 'HOLIDAYS' or 'DAYSOFF'."""
    weekends = not_on == "DAYSOFF"

    def off(day: date) -> bool:
        return (weekends and day.weekday() >= SATURDAY) or day in _year(country, day.year, "en")

    return off


def after_holidays(country: str, day: date) -> tuple[date, str] | None:
    """Return the first working day after the holidays near `day`, and what they are called.

    Near is within a week; None where there is none.
    """
    near = [date.fromordinal(number) for number in range(day.toordinal(), day.toordinal() + 8)]
    found = next((one for one in near if one in _year(country, one.year, "en")), None)
    if found is None:
        return None
    off = off_days(country, "DAYSOFF")
    until = found
    while off(until):
        until = date.fromordinal(until.toordinal() + 1)
    return until, found.isoformat()


@lru_cache(maxsize=256)
def _year(country: str, year: int, language: str) -> dict[date, str]:
    import holidays  # noqa: PLC0415 - where it is needed: it is large

    try:
        known = holidays.country_holidays(
            country, years=year, language=LANGUAGES.get(language, language)
        )
    except NotImplementedError:
        return {}
    return {day: ", ".join(name.split("; ")) for day, name in known.items()}
