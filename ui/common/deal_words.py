"""Deals in words: what one is worth, how long it waits, when it closes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.shapes.deals import DealRow
from app.words import kind_words
from ui.common.formats import Formats
from ui.common.kit import Kit

translate = QCoreApplication.translate

WAITS = {"": "muted", "amber": "warning", "red": "danger"}  # colour of who waits so long


def money_words(amount: int | None, currency: str, formats: Formats) -> str:
    """Return what a deal is worth, or that nobody knows yet."""
    if amount is None:
        return translate("Deals", "No amount yet")
    return formats.money(amount, currency)


def days_words(days: int, formats: Formats) -> str:
    """Return a number of days; on the first it is less than one."""
    if days <= 0:
        return translate("Deals", "less than a day")
    one, many = translate("Deals", "1 day"), translate("Deals", "{n} days")
    return formats.count(days, one, many)


def chance_words(row: DealRow, kit: Kit) -> str:
    """Return how likely it is, and who says so."""
    told = f"{kit.formats.number(row.probability)}%"
    if not row.is_open:
        return told
    by = kind_words("probability_by", row.probability_by, kit.language.code)
    return f"{told} · {by}"


def close_words(row: DealRow, formats: Formats) -> str:
    """Return when it closed, or is expected to."""
    if row.closed_at:
        return formats.day_of(row.closed_at)
    return formats.day(row.expected_close) if row.expected_close else ""


def is_overdue(row: DealRow, formats: Formats) -> bool:
    """Tell whether an open deal should have closed by now."""
    late = row.expected_close[:10] < formats.today().isoformat()
    return bool(row.is_open and row.expected_close and late)


def repeat_words(months: int | None, formats: Formats) -> str:
    """Return how often it comes again."""
    if not months:
        return ""
    one, many = translate("Deals", "Every month"), translate("Deals", "Every {n} months")
    return formats.count(months, one, many)


def hidden_words(row: DealRow, formats: Formats) -> str:
    """Return until when it is hidden; '' where it is seen."""
    if not row.later_until or date.fromisoformat(row.later_until) <= formats.today():
        return ""
    return translate("Deals", "Later: {day}").format(day=formats.day(row.later_until))
