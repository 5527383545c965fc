"""Amounts, days and shares in the words of reports."""

from __future__ import annotations

from datetime import date

from app.day_words import SHORT

MINOR_UNITS = {"KRW": 0, "JPY": 0, "VND": 0}  # ISO 4217; all others here have two
SIGNS = {"KRW": "₩", "USD": "$", "EUR": "€", "JPY": "¥", "GBP": "£"}
MINUS = "−"
THOUSAND, MAN, MILLION, EOK, BILLION = 10**3, 10**4, 10**6, 10**8, 10**9
LONG_MONEY = 100_000  # less than this is short as it is


def money(minor: int, currency: str, language: str) -> str:
    """Return an amount of minor units: '₩1,035,000', '1,035,000원'."""
    places = MINOR_UNITS.get(currency, 2)
    less = MINUS if minor < 0 else ""
    amount = f"{abs(minor) / 10**places:,.{places}f}"
    if currency == "KRW" and language == "ko":
        return f"{less}{amount}원"
    return f"{less}{SIGNS.get(currency, currency + ' ')}{amount}"


def short_money(minor: int, currency: str, language: str) -> str:
    """Return an amount in little room: '₩21.18M', '₩960K', '2,118만 원', '12.35억 원'."""
    major = abs(minor) / 10 ** MINOR_UNITS.get(currency, 2)
    less = MINUS if minor < 0 else ""
    if major < LONG_MONEY:
        return money(minor, currency, language)
    if currency == "KRW" and language == "ko":
        if round(major / MAN) < MAN:
            return f"{less}{round(major / MAN):,}만 원"
        return f"{less}{major / EOK:,.2f}억 원"
    sign = less + SIGNS.get(currency, currency + " ")
    if round(major / THOUSAND) < THOUSAND:
        return f"{sign}{major / THOUSAND:,.0f}K"
    if round(major / MILLION, 2) < THOUSAND:
        return f"{sign}{major / MILLION:,.2f}M"
    return f"{sign}{major / BILLION:,.2f}B"


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
