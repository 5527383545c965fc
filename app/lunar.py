"""The Korean lunar calendar, as screens and readers of files ask it."""

from db.lunar import (
    FIRST,
    FIRST_YEAR,
    LAST,
    LAST_YEAR,
    LunarDay,
    LunarMonth,
    leap_month,
    lunar_of,
    month_of,
    months_of,
    solar_of,
)

__all__ = [
    "FIRST",
    "FIRST_YEAR",
    "LAST",
    "LAST_YEAR",
    "LunarDay",
    "LunarMonth",
    "leap_month",
    "lunar_of",
    "month_of",
    "months_of",
    "solar_of",
]
