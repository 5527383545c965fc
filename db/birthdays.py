"""Whose birthday is kept in some days, by the sun or the moon, as SQL over contacts."""

from __future__ import annotations

import calendar
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, or_

from db.important_dates import keys_between
from db.lunar import lunar_of
from db.models.contact import Contact

DISTANT = "9999"  # later than any birthday


def kept_between(first: date, last: date) -> ColumnElement[bool]:
    """Return whose birthday comes round from `first` to `last`, both counted."""
    born = Contact.birthday
    by = func.coalesce(Contact.birthday_calendar, "solar")
    # '1991-05-16' and '--05-16' end in month and day; '1991-05' does not.
    whole = or_(func.length(born) == 10, born.like("--__-__"))
    moon = lunar_of(last)
    lunar_end = f"{moon.year:04}-{moon.month:02}-{moon.day:02}" if moon else DISTANT
    end = case((by == "solar", last.isoformat()), else_=lunar_end)
    keys = sorted(keys_between(first, last))
    return and_(whole, (by + "-" + func.substr(born, -5)).in_(keys), born <= end)


def kept_in_month(month: int, today: date) -> ColumnElement[bool]:
    """Return whose birthday is kept in a solar month: this one, or the next of that number.

    A solar birthday whose day is not known counts; a lunar one has no solar month without it.
    """
    year = today.year + (month < today.month)
    days = kept_between(
        date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    )
    sun = func.coalesce(Contact.birthday_calendar, "solar") == "solar"
    without_day = or_(
        Contact.birthday == f"--{month:02}",
        Contact.birthday.like(f"____-{month:02}") & Contact.birthday.not_like("--%"),
    )
    return or_(days, and_(sun, without_day))
