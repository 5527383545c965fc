"""Figures of reports as files hold them: money in its own units, shares of 1, days as days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from app.exchange.values.money import as_text, exponent
from app.shapes.reports import Report, ReportColumn, Value

ADDED = frozenset({"count", "money"})
"""Kinds of columns whose rows may add up to the total; a share or a middle value never does."""
MOST_TEXT = 32_767  # characters in a cell
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")  # in the name of a sheet
LONGEST_NAME = 31  # characters of it
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTH = re.compile(r"\d{4}-\d\d")


def adds_up(report: Report, column: int) -> bool:
    """Tell whether the rows of a column add up to its total."""
    if report.total is None or report.columns[column].kind not in ADDED:
        return False
    whole = report.total[column]
    parts = [row.values[column] for row in report.rows]
    if not isinstance(whole, int) or any(isinstance(part, str | float) for part in parts):
        return False
    return bool(parts) and whole == sum(part for part in parts if isinstance(part, int))


def excel_value(value: Value, column: ReportColumn, currency: str) -> int | float | date | str:
    """Return what stands in a cell of a workbook; '' for nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        if column.kind == "date" and DAY.fullmatch(value):
            return date.fromisoformat(value)
        if is_month(value, column):
            return date.fromisoformat(f"{value}-01")
        return value[:MOST_TEXT]
    if column.kind == "money":
        places = exponent(currency)
        return value / 10**places if places else value
    return value


def is_month(value: Value, column: ReportColumn) -> bool:
    """Tell whether a value is a whole month: YYYY-MM."""
    return column.kind == "date" and isinstance(value, str) and bool(MONTH.fullmatch(value))


def plain_value(value: Value, column: ReportColumn, currency: str) -> str:
    """Return what stands in a file of text: digits with a point, days as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if column.kind == "money":
        return as_text(round(value), currency)
    if isinstance(value, float):
        return f"{Decimal(repr(round(value, 6))).normalize():f}"
    return str(value)


def sheet_names(titles: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """Return a name for each sheet: what Excel allows, and none of them twice."""
    names: list[str] = []
    used = {name.casefold() for name in taken}
    for title in titles:
        words = " ".join(FORBIDDEN.sub(" ", title).split())
        plain = words.strip("'")[:LONGEST_NAME].strip(" '") or "-"
        name, number = plain, 1
        while name.casefold() in used or name.casefold() == "history":  # Excel keeps that one
            number += 1
            tail = f" {number}"
            name = plain[: LONGEST_NAME - len(tail)].rstrip() + tail
        used.add(name.casefold())
        names.append(name)
    return names
