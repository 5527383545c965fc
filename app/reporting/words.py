"""Amounts, days and shares in the words of reports."""

from __future__ import annotations

from datetime import date

from app.day_words import SHORT
from app.money import MINUS, money, short_money

__all__ = ("MINUS", "change", "day", "money", "month", "share", "short_money", "span")


def day(one: date, language: str, today: date) -> str:
    """Return a day; its year only where it is not this one."""
    if language == "ko":
        shown = f"{one.month}월 {one.day}일"
        return shown if one.year == today.year else f"{one.year}년 {shown}"
    shown = f"{SHORT[one.month - 1]} {one.day}"
    return shown if one.year == today.year else f"{shown}, {one.year}"


def span(first: date, last: date, language: str, today: date) -> str:
    """Return some days: 'Apr 13 to May 12', '4월 13일~5월 12일'; a year only where it helps."""
    if first == last:
        return day(first, language, today)
    if first.year != last.year:
        today = date(1, 1, 1)  # both years are told
    begun = day(first, language, last if first.year == last.year else today)
    ended = day(last, language, today)
    if first.year == last.year and language == "ko" and last.year != today.year:
        begun, ended = day(first, language, today), day(last, language, last)
    return f"{begun}~{ended}" if language == "ko" else f"{begun} to {ended}"


def month(text: str, language: str) -> str:
    """Return a month kept as '2026-05': 'May 2026'."""
    year, number = int(text[:4]), int(text[5:7])
    return f"{year}년 {number}월" if language == "ko" else f"{SHORT[number - 1]} {year}"


def share(part: float, *, places: int = 0) -> str:
    """Return a share of 1 in percent."""
    return f"{100 * part:.{places}f}%"


def change(now: float, before: float) -> str:
    """Return by how many percent something is more or less, without a sign."""
    moved = abs(now / before - 1)
    return share(moved, places=1 if moved < 1 else 0)
