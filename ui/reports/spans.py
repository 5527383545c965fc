"""The periods reports are asked for by name."""

from __future__ import annotations

from datetime import date, timedelta

MONTH, LAST_MONTH, DAYS, QUARTER, YEAR = "month", "last_month", "days", "quarter", "year"
SPANS = (MONTH, LAST_MONTH, DAYS, QUARTER, YEAR)
USUAL = 30


def span_of(name: str, today: date) -> tuple[date, date]:
    """Return the first and last day of a period; what runs still ends with today."""
    first = today.replace(day=1)
    if name == MONTH:
        return first, today
    if name == LAST_MONTH:
        end = first - timedelta(days=1)
        return end.replace(day=1), end
    if name == QUARTER:
        return today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), today
    if name == YEAR:
        return today.replace(month=1, day=1), today
    return today - timedelta(days=USUAL - 1), today
