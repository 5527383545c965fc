"""Days of the year in words: when they come, what they are by the moon, why one cannot be."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.day_words import SHORT
from app.important_dates import ImportantDate
from app.shapes.important_dates import DateForm, DateRow
from app.words import kind_words
from ui.common.kit import Kit

translate = QCoreApplication.translate

NEAR = 60  # days before a day at which it is told how many they are
WEEK = 7


def within(day: str, kit: Kit) -> str:
    """Return a day as it stands within a sentence: 'today'."""
    return day if kit.formats.korean or day not in ("Today", "Yesterday") else day.lower()


def weekday(day: date) -> str:
    """Return the name of a day of the week."""
    words = (
        translate("Fields", "Monday"),
        translate("Fields", "Tuesday"),
        translate("Fields", "Wednesday"),
        translate("Fields", "Thursday"),
        translate("Fields", "Friday"),
        translate("Fields", "Saturday"),
        translate("Fields", "Sunday"),
    )
    return words[day.weekday()]


def away_words(day: date | None, kit: Kit) -> str:
    """Return how far a day is: 'Today', 'Saturday', 'in 12 days'; '' for none and for later."""
    today = kit.formats.today()
    if day is None or not today <= day <= today + timedelta(days=NEAR):
        return ""
    days = (day - today).days
    if days == 0:
        return translate("Fields", "Today")
    if days == 1:
        return translate("Dates", "Tomorrow")
    return weekday(day) if days <= WEEK else translate("Dates", "in {n} days").format(n=days)


def whole_day(day: date, kit: Kit) -> str:
    """Return a day with its weekday and its year: 'Sunday, May 24, 2026'."""
    if kit.formats.korean:
        return f"{day.year}년 {day.month}월 {day.day}일 {weekday(day)}"
    return f"{weekday(day)}, {SHORT[day.month - 1]} {day.day}, {day.year}"


def name_of(row: DateRow, kit: Kit) -> str:
    """Return what a day is called: its own label, else its kind."""
    return row.label or _capital(kind_words("date", row.kind, kit.language.code))


def kind_name(kind: str, kit: Kit) -> str:
    """Return a kind of day as a choice names it."""
    return _capital(kind_words("date", kind, kit.language.code))


def told_words(row: DateRow, kit: Kit) -> str:
    """Return a day as somebody told it, by the moon where it is: 'lunar month 4, day 8, 1962'."""
    if kit.formats.korean:
        parts = [f"{row.year}년"] if row.year else []
        leap = "윤" if row.leap_month else ""
        parts += [f"{leap}{row.month}월"] if row.month else []
        parts += [f"{row.day}일"] if row.day else []
        return " ".join((["음력"] if row.lunar else []) + parts)
    if row.month and row.lunar:
        leap = translate("Dates", "leap month") if row.leap_month else translate("Dates", "month")
        told = translate("Dates", "lunar {month} {number}").format(month=leap, number=row.month)
        told += translate("Dates", ", day {day}").format(day=row.day) if row.day else ""
        return f"{told}, {row.year}" if row.year else told
    words = SHORT[row.month - 1] if row.month else ""
    words += f" {row.day}" if row.day else ""
    year = str(row.year or "")
    return f"{words}, {year}" if row.day and year else f"{words} {year}".strip()


def wrong_words(form: DateForm) -> str:
    """Return why there is no such day; '' for one that can be."""
    month, day, year = form.month, form.day, form.year
    if month is None and day is not None:
        return translate("Dates", "The month is missing.")
    if month is not None and not 1 <= month <= 12:
        return translate("Dates", "A year has twelve months.")
    if form.lunar and day is not None and not 1 <= day <= 30:
        return translate("Dates", "A lunar month has 29 or 30 days.")
    if month is not None and day is not None and not form.lunar:
        most = calendar.monthrange(year or 2000, month)[1] if (year or 2000) <= 9999 else 31
        if not 1 <= day <= most:
            return translate("Dates", "This month has {n} days.").format(n=most)
    if form.leap_month and month is None:
        return translate("Dates", "The month is missing.")
    told = ImportantDate(month, day, year, form.lunar, form.leap_month)
    return "" if told.is_possible else translate("Dates", "There is no such day.")


def rule_words(form: DateForm) -> str:
    """Return how a day is kept in a year that does not have it; '' where all have it."""
    if not form.lunar and (form.month, form.day) == (2, 29):
        return translate("Dates", "In other years: February 28.")
    if form.leap_month:
        return translate("Dates", "In years without this leap month: the ordinary month.")
    if form.lunar and form.day == 30:
        return translate("Dates", "In years whose month has 29 days: the 29th.")
    return ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
