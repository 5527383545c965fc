"""The values of reports as they are written on axes, in cells and in readouts."""

from __future__ import annotations

from datetime import date
from math import floor, log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.day_words import SHORT
from app.money import MAN, MILLION, MINOR_UNITS, SIGNS, THOUSAND
from ui.common.formats import Formats

if TYPE_CHECKING:
    from app.shapes.reports import Report, Value

translate = QCoreApplication.translate

UK = 100_000_000  # 억
BILLION = 1_000 * MILLION
MINUTES = 60  # of an hour
DIGITS = 3  # that say something where there is little room
MONTH = 7  # letters of YYYY-MM
WEEK = {
    False: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    True: ("월", "화", "수", "목", "금", "토", "일"),
}


def value_words(
    value: Value, kind: str, formats: Formats, currency: str, *, short: bool = False
) -> str:
    """Return a value as a table writes it; `short`: as a chart does."""
    if value is None:
        return ""
    if isinstance(value, str) or kind in ("text", "date"):
        return day_words(str(value), formats) if kind == "date" else str(value)
    if kind == "money":
        amount = round(value)
        short_words, words = formats.short_money, formats.money
        return short_words(amount, currency) if short else words(amount, currency)
    if kind in ("days", "hours"):
        return _length(value, kind, formats)
    if kind == "share":
        return share_words(value, short=short)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"


def share_words(share: float, *, short: bool = False) -> str:
    """Return a share in percent; small ones with a place behind the point where there is room."""
    return f"{share:.0%}" if short or abs(share) >= 0.1 or not share else f"{share:.1%}"


def _length(value: float, kind: str, formats: Formats) -> str:
    if kind == "hours" and abs(value) < 1:
        return translate("Charts", "{n} min").format(n=round(value * MINUTES))
    shown = f"{value:,.0f}" if float(value).is_integer() or value >= 10 else f"{value:,.1f}"
    if kind == "days":
        if shown == "1":
            return translate("Charts", "1 day")
        return translate("Charts", "{n} days").format(n=shown)
    if shown == "1":
        return translate("Charts", "1 hour")
    return translate("Charts", "{n} hours").format(n=shown)


def day_words(text: str, formats: Formats) -> str:
    """Return a day or month as an axis has it: 'Apr 13', '4월 13일', with another year's year."""
    year = text[:4]
    here = year == str(formats.today().year)
    try:
        month, day = int(text[5:7]), int(text[8:10] or 0)
    except ValueError:
        return text
    if formats.korean:
        shown = f"{month}월 {day}일" if day else f"{month}월"
        return shown if here else f"{year}년 {shown}" if day else f"{year[2:]}년 {shown}"
    shown = f"{SHORT[month - 1]} {day}" if day else SHORT[month - 1]
    return shown if here else f"{shown}, {year}" if day else f"{shown} ’{year[2:]}"


def readout_words(text: str, formats: Formats) -> str:
    """Return a day with its weekday: 'Fri, May 8', '5월 8일 (금)'."""
    shown = day_words(text, formats)
    try:
        weekday = WEEK[formats.korean][date.fromisoformat(text).weekday()]
    except ValueError:
        return shown
    return f"{shown} ({weekday})" if formats.korean else f"{weekday}, {shown}"


def axis_words(value: float, kind: str, formats: Formats, currency: str) -> str:
    """Return a value beside an axis, as short as can be: '₩18M', '1,800만'."""
    if value == 0:
        return "0"
    if kind != "money":
        return value_words(value if value % 1 else int(value), kind, formats, currency, short=True)
    major = abs(value) / 10 ** MINOR_UNITS.get(currency, 2)
    less = "−" if value < 0 else ""
    if currency == "KRW" and formats.korean:
        if major >= UK:
            return f"{less}{major / UK:.4g}억"
        return f"{less}{major / MAN:,g}만" if major >= MAN else f"{less}{major:,g}"
    sign = less + SIGNS.get(currency, currency + " ")
    for size, letter in ((BILLION, "B"), (MILLION, "M"), (THOUSAND, "K")):
        if major >= size:
            return f"{sign}{major / size:.4g}{letter}"
    return f"{sign}{major:g}"


def tight_words(value: float, kind: str, formats: Formats, currency: str) -> str:
    """Return a value in as little room as can be: '₩34.6K', '697만'."""
    size = floor(log10(abs(value))) if value else 0
    return axis_words(round(value, DIGITS - 1 - size), kind, formats, currency)


def cell_words(
    report: Report, row: int, column: int, formats: Formats, *, short: bool = True
) -> str:
    """Return one value of a report in words."""
    kind = report.columns[column].kind
    return value_words(report.rows[row].values[column], kind, formats, report.currency, short=short)


def mark_words(report: Report, row: int, column: int, formats: Formats) -> str:
    """Return what is read aloud of a mark: 'May 8, So far: ₩19,400,000'."""
    axis = report.chart.axis
    kind = report.columns[axis].kind
    value = report.rows[row].values[axis]
    name = readout_words(str(value), formats) if kind == "date" else (
        cell_words(report, row, axis, formats)
    )  # fmt: skip
    told = cell_words(report, row, column, formats, short=False) or "—"
    hint = report.rows[row].hint
    words = name if column == axis else f"{name}, {report.columns[column].title}: {told}"
    return f"{words}. {hint}" if hint and hint not in words else words
