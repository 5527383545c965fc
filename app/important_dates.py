"""When a day of the year comes round, by sun or moon; `db.important_dates` has the rules."""

from db.important_dates import (
    ImportantDate,
    LeapDay,
    between,
    keys_between,
    next_on,
    occurrence,
    years_on,
)

__all__ = [
    "ImportantDate",
    "LeapDay",
    "between",
    "keys_between",
    "next_on",
    "occurrence",
    "years_on",
]
