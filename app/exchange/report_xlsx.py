"""Reports as a workbook: what they say in front, a sheet for each with its table and chart."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.day_words import day_words
from app.exchange.report_cells import MOST_TEXT, adds_up, excel_value, is_month, sheet_names
from app.exchange.report_charts import add_chart, palette
from app.exchange.table import column_letters
from app.exchange.values.money import exponent
from app.jobs import Ticket
from app.shapes.reports import Report, ReportColumn, Value
from app.whole_files import whole_file
from app.words import say

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

TITLE, SAYS, ABOUT, HEAD = 0, 1, 2, 4  # rows of a sheet
FIRST = HEAD + 1
NARROW, WIDE, NAMES = 11, 22, 40  # characters
FIRST_YEAR = 1901  # before it Excel has no dates, or wrong ones
A4 = 9  # Excel's number of that paper
SIGNS = {"KRW": "₩", "USD": "$", "EUR": "€", "JPY": "¥", "GBP": "£"}
PLAIN = {
    "text": "@", "count": "#,##0", "share": "0.0%", "days": "#,##0.#", "hours": "#,##0.0",
    "date": "yyyy-mm-dd", "number": "#,##0.##",
}  # fmt: skip
"""How columns of each kind are written; money is written as its currency is."""
HEADED = {"bold": True, "bg_color": "#F3F1EC", "bottom": 1, "text_wrap": True, "valign": "top"}
SOFT = {"font_color": "#55514A"}
SUMMED = {"bold": True, "bg_color": "#F3F1EC", "top": 1}


def write_report_xlsx(
    path: Path,
    reports: Sequence[Report],
    *,
    language: str,
    shop: str,
    title: str,
    made_on: str,
    lines: Sequence[str] = (),
    ticket: Ticket | None = None,
) -> None:
    """Write reports to a new .xlsx file. Raises FileError.

    `made_on` is the day it is made, `lines` what stands in front beside what each report says.
    """
    with whole_file(path) as partial:
        _Book(partial, language).write(reports, shop, title, made_on, lines, ticket or Ticket())


class _Book:
    """Puts reports into cells, sheet by sheet."""

    def __init__(self, path: Path, language: str) -> None:
        import xlsxwriter  # noqa: PLC0415 - slow to import

        self._language = language
        self._book = xlsxwriter.Workbook(
            str(path), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
        )
        self._failed = xlsxwriter.exceptions.FileCreateError
        # Without a fixed date equal reports would not give equal files.
        self._book.set_properties({"created": datetime(2020, 1, 1)})
        self._looks: dict[str, Format] = {}
        self._heat: list[str] = palette()["heat"]

    def write(
        self, reports: Sequence[Report], shop: str, title: str, made_on: str,
        lines: Sequence[str], ticket: Ticket,
    ) -> None:  # fmt: skip
        """Write all of it; a full disk raises OSError."""
        with ExitStack() as closing:
            closing.callback(self._close)
            front = self._say("summary")
            names = sheet_names([report.title for report in reports], (front,))
            cover = self._book.add_worksheet(front)
            sheets = [self._book.add_worksheet(name) for name in names]
            self._write_cover(cover, reports, names, (shop, title, made_on), lines)
            for done, (sheet, name, report) in enumerate(zip(sheets, names, reports, strict=True)):
                ticket.advance(done, len(reports))
                self._write_report(sheet, name, report)

    def _close(self) -> None:
        try:
            self._book.close()
        except self._failed as error:
            raise OSError(*error.args[0].args) from error  # it tells a full disk by its number

    def _say(self, key: str, **facts: object) -> str:
        return say(f"report_out.{key}", self._language, **facts)

    def _write_cover(
        self, page: Worksheet, reports: Sequence[Report], names: Sequence[str],
        told: tuple[str, str, str], lines: Sequence[str],
    ) -> None:  # fmt: skip
        shop, title, made_on = told
        page.hide_gridlines(2)
        page.set_column(0, 0, NAMES)
        page.set_column(1, 1, 90)
        page.write_string(0, 0, title or shop, self._text(bold=True, font_size=18))
        row = 1
        soft = self._text(**SOFT)
        made = self._say("made", day=day_words(made_on, self._language))
        for words in (shop if title else "", self._days(reports), made):
            if words:
                page.write_string(row, 0, words, soft)
                row += 1
        wrapped = self._text(text_wrap=True, valign="top")
        row += 1
        for line in lines:
            page.merge_range(row, 0, row, 1, "", wrapped)
            page.write_string(row, 0, line[:MOST_TEXT], wrapped)
            row += 1
        row += 1 if lines else 0
        link = self._text(font_color="#3148BC", underline=1, valign="top", text_wrap=True)
        for report, name in zip(reports, names, strict=True):
            quoted = name.replace("'", "''")
            page.write_url(row, 0, f"internal:'{quoted}'!A1", link, string=report.title[:255])
            page.write_string(row, 1, (report.says or report.about)[:MOST_TEXT], wrapped)
            row += 1
        self._set_up_print(page, wide=False)

    def _days(self, reports: Sequence[Report]) -> str:
        spans = {(report.ask.first, report.ask.last) for report in reports}
        if not spans:
            return ""
        first, last = min(span[0] for span in spans), max(span[1] for span in spans)
        words = (day_words(day, self._language) for day in (first, last))
        return self._say("days", **dict(zip(("first", "last"), words, strict=True)))

    def _write_report(self, page: Worksheet, name: str, report: Report) -> None:
        page.write_string(TITLE, 0, report.title[:MOST_TEXT], self._text(bold=True, font_size=15))
        page.write_string(SAYS, 0, report.says[:MOST_TEXT], self._text())
        page.write_string(ABOUT, 0, report.about[:MOST_TEXT], self._text(**SOFT))
        for place, column in enumerate(report.columns):
            page.set_column(place, place, self._width(report, place))
            page.write_string(HEAD, place, column.title[:MOST_TEXT], self._text(**HEADED))
        for number, row in enumerate(report.rows):
            for place, column in enumerate(report.columns):
                self._write(page, (FIRST + number, place), row.values[place], column, report)
        below = FIRST + len(report.rows)
        if report.total is not None:
            self._write_total(page, below, report, report.total)
            below += 1
        if report.is_empty:
            page.write_string(below, 0, self._say("nothing"), self._text(**SOFT))
            below += 1
        for note in report.notes:
            below += 1
            page.write_string(below, 0, note[:MOST_TEXT], self._text(**SOFT))
        page.freeze_panes(FIRST, 0)
        if report.chart.kind == "heat":
            self._colour_cells(page, report)
        chart = add_chart(self._book, report, name, FIRST)
        if chart is not None:
            page.insert_chart(HEAD, len(report.columns) + 1, chart)
        self._set_up_print(page, wide=True)
        page.repeat_rows(HEAD)

    def _write_total(
        self, page: Worksheet, row: int, report: Report, total: tuple[Value, ...]
    ) -> None:
        for place, column in enumerate(report.columns):
            value = total[place]
            if adds_up(report, place):
                letter = column_letters(place)
                formula = f"=SUM({letter}{FIRST + 1}:{letter}{row})"
                shown = excel_value(value, column, report.currency)
                page.write_formula(row, place, formula, self._look(column, report, "sum"), shown)
            elif value is None:
                page.write(row, place, None if place else self._say("total"), self._text(**SUMMED))
            else:
                self._write(page, (row, place), value, column, report, "sum")

    def _write(
        self, page: Worksheet, at: tuple[int, int], value: Value, column: ReportColumn,
        report: Report, role: str = "",
    ) -> None:  # fmt: skip
        cell = excel_value(value, column, report.currency)
        look = self._look(column, report, role)
        if is_month(value, column):
            look = self._text(num_format="yyyy-mm", align="right", **_role(role))
        if isinstance(cell, date) and cell.year >= FIRST_YEAR:
            page.write_datetime(*at, cell, look)
        elif isinstance(cell, int | float):
            page.write_number(*at, cell, look)
        elif cell != "" or role:
            page.write_string(*at, str(cell), self._text(num_format="@", **_role(role)))

    def _colour_cells(self, page: Worksheet, report: Report) -> None:
        """Colour the cells of a grid by how much stands in them."""
        if not report.rows:
            return
        scale = {
            "type": "3_color_scale", "min_color": self._heat[0], "mid_color": self._heat[2],
            "max_color": self._heat[4],
        }  # fmt: skip
        for kind in dict.fromkeys(report.columns[one.column].kind for one in report.chart.series):
            places = [
                one.column for one in report.chart.series
                if report.columns[one.column].kind == kind
            ]  # fmt: skip
            last = FIRST + len(report.rows) - 1
            letters = [column_letters(place) for place in places]
            spans = [f"{letter}{FIRST + 1}:{letter}{last + 1}" for letter in letters]
            first = places[0]
            page.conditional_format(
                FIRST, first, last, first, {**scale, "multi_range": " ".join(spans)}
            )

    def _width(self, report: Report, place: int) -> int:
        kind = report.columns[place].kind
        if kind != "text":
            return max(NARROW, min(WIDE, len(report.columns[place].title) + 3))
        longest = max((len(str(row.values[place] or "")) for row in report.rows), default=0)
        return max(NARROW, min(NAMES, longest * 2 if self._language == "ko" else longest + 2))

    def _look(self, column: ReportColumn, report: Report, role: str) -> Format:
        form = PLAIN.get(column.kind) or _money_format(report.currency)
        align = {} if column.kind == "text" else {"align": "right"}
        return self._text(num_format=form, **align, **_role(role))

    def _text(self, **told: object) -> Format:
        key = repr(sorted(told.items()))
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = self._book.add_format(told)
        return known

    def _set_up_print(self, page: Worksheet, *, wide: bool) -> None:
        page.set_paper(A4)
        if wide:
            page.set_landscape()
        page.fit_to_pages(1, 0)
        page.set_footer("&L&A&R&P / &N")


def _role(role: str) -> dict[str, object]:
    return dict(SUMMED) if role else {}


def _money_format(currency: str) -> str:
    """Return how Excel writes money of a currency, less than nothing in red."""
    places = exponent(currency)
    decimals = "." + "0" * places if places else ""
    sign = SIGNS.get(currency)
    form = f'"{sign}"#,##0{decimals}' if sign else f'#,##0{decimals} "{currency}"'
    return f"{form};[Red]-{form}"
