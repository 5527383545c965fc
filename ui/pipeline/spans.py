"""Stretches of months in which deals are expected to close."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.day_words import SHORT
from ui.common.formats import Formats

translate = QCoreApplication.translate

SPANS = ("month", "next_month", "quarter", "half", "late", "any")
MONTHS = {"month": 1, "quarter": 3, "half": 6}
Span = tuple[str, str]  # first and last day; '' for open ends


def span_of(name: str, today: date) -> Span:
    """Return the days of a named stretch; 'late' is what should have closed by yesterday."""
    first = today.replace(day=1)
    if name == "any":
        return "", ""
    if name == "late":
        return "", (today - timedelta(days=1)).isoformat()
    if name == "next_month":
        first = later(first, 1)
        return first.isoformat(), (later(first, 1) - timedelta(days=1)).isoformat()
    return first.isoformat(), (later(first, MONTHS[name]) - timedelta(days=1)).isoformat()


def later(first: date, months: int) -> date:
    """Return the first of a month so many months later."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def span_name(name: str) -> str:
    """Return what people call a stretch."""
    return {
        "month": translate("PipelineSpans", "This month"),
        "next_month": translate("PipelineSpans", "Next month"),
        "quarter": translate("PipelineSpans", "This month and the two after"),
        "half": translate("PipelineSpans", "The next six months"),
        "late": translate("PipelineSpans", "Should have closed by now"),
        "any": translate("PipelineSpans", "Any time"),
    }[name]


def months_words(span: Span, formats: Formats) -> str:
    """Return a stretch of whole months: 'May – Jul 2026', '2026년 5–7월'."""
    first, last = (date.fromisoformat(day) if day else None for day in span)
    if first is None:
        return translate("PipelineSpans", "late")
    if last is None or (first.year, first.month) == (last.year, last.month):
        return formats.month(first.isoformat())
    if formats.korean:
        if first.year == last.year:
            return f"{first.year}년 {first.month}–{last.month}월"
        return f"{formats.month(first.isoformat())} – {formats.month(last.isoformat())}"
    begin = SHORT[first.month - 1] + (f" {first.year}" if first.year != last.year else "")
    return f"{begin} – {SHORT[last.month - 1]} {last.year}"
