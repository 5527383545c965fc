"""Lengths of time in words: days, weeks and months."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.common.formats import Formats

translate = QCoreApplication.translate

WEEK, MONTH = 7, 30  # days
UNITS = {"days": 1, "weeks": WEEK, "months": MONTH}


def unit_of(days: int) -> str:
    """Return the longest unit that tells so many days as a whole number: a key of UNITS."""
    if days and days % MONTH == 0:
        return "months"
    return "weeks" if days and days % WEEK == 0 else "days"


def interval_words(days: int, formats: Formats) -> str:
    """Return a length of time: '4 weeks', '1 month', '10 days'."""
    unit = unit_of(days)
    one, many = {
        "days": (translate("Interval", "1 day"), translate("Interval", "{n} days")),
        "weeks": (translate("Interval", "1 week"), translate("Interval", "{n} weeks")),
        "months": (translate("Interval", "1 month"), translate("Interval", "{n} months")),
    }[unit]
    return formats.count(days // UNITS[unit], one, many)


def about_words(days: int, formats: Formats) -> str:
    """Return how long something has been, roughly: '9 days', '5 weeks', '3 months'."""
    if days < 2 * WEEK:
        return interval_words(days, formats)
    unit = WEEK if days < 3 * MONTH else MONTH
    return interval_words(days - days % unit, formats)


def touch_words(ideal_days: int, max_days: int, formats: Formats) -> str:
    """Return how often to be in touch: '4 weeks, at most 8'."""
    ideal, unit = interval_words(ideal_days, formats), unit_of(ideal_days)
    if unit == unit_of(max_days) and not formats.korean:
        most = formats.number(max_days // UNITS[unit])
    else:
        most = interval_words(max_days, formats)
    return translate("Interval", "{ideal}, at most {most}").format(ideal=ideal, most=most)
