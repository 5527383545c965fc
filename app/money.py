"""Amounts of money as the window, reports, files and papers write them."""

from __future__ import annotations

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
