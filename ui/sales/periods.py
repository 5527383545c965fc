"""Spans of days that a list of sales is narrowed to."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

PERIODS = ("today", "week", "month", "last_month", "year", "any")
Span = tuple[str, str]  # first and last day; both '' for any time


def span_of(period: str, today: date) -> Span:
    """Return the days of a named period; weeks begin on Sunday."""
    if period == "any":
        return "", ""
    if period == "today":
        return today.isoformat(), today.isoformat()
    if period == "week":
        first = today - timedelta(days=(today.weekday() + 1) % 7)
        return first.isoformat(), (first + timedelta(days=6)).isoformat()
    if period == "year":
        return f"{today.year}-01-01", f"{today.year}-12-31"
    first = today.replace(day=1)
    if period == "last_month":
        first = (first - timedelta(days=1)).replace(day=1)
    return first.isoformat(), last_of_month(first).isoformat()


def moved(span: Span, step: int) -> Span:
    """Return the span of the same kind that many steps later."""
    if not span[0]:
        return span
    first, last = date.fromisoformat(span[0]), date.fromisoformat(span[1])
    if first.day == 1 and last == last_of_month(last):
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        one = add_months(first, months * step)
        return one.isoformat(), last_of_month(add_months(one, months - 1)).isoformat()
    days = (last - first).days + 1
    by = timedelta(days=days * step)
    return (first + by).isoformat(), (last + by).isoformat()


def last_of_month(day: date) -> date:
    """Return the last day of the month a day is in."""
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def add_months(first: date, months: int) -> date:
    """Return the first of a month so many months later."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def period_words(period: str) -> str:
    """Return what people call a period."""
    words = {
        "today": translate("SaleWords", "Today"),
        "week": translate("SaleWords", "This week"),
        "month": translate("SaleWords", "This month"),
        "last_month": translate("SaleWords", "Last month"),
        "year": translate("SaleWords", "This year"),
        "any": translate("SaleWords", "Any time"),
    }
    return words[period]
