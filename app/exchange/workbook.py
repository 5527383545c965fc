"""Writing .xlsx row by row, every text as text: no formula, no link, no lost zero."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

import xlsxwriter

from app.exchange.table import Cell

CELL_LIMIT = 32_767  # characters; Excel's own
FIRST_YEAR = 1901  # before it Excel has no dates, or wrong ones


class Workbook:
    """One sheet, written in order with constant memory.

    The file appears when all went well; a failure raises OSError. `widths` are in characters;
    texts over CELL_LIMIT are cut off, so callers split them first.
    """

    def __init__(self, path: Path, title: str = "", widths: Sequence[int] = ()) -> None:
        self._parts = TemporaryDirectory(prefix="dangol-", ignore_cleanup_errors=True)
        self._book = xlsxwriter.Workbook(
            str(path),
            {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
             "strings_to_numbers": False, "in_memory": False, "tmpdir": self._parts.name},
        )  # fmt: skip
        # Without a fixed date equal data would not give equal files.
        self._book.set_properties({"created": datetime(2020, 1, 1)})
        self._sheet = self._book.add_worksheet(title or None)
        self._bold = self._book.add_format({"bold": True, "bg_color": "#F3F1EC", "bottom": 1})
        self._text = self._book.add_format({"num_format": "@"})
        self._date = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self._time = self._book.add_format({"num_format": "hh:mm:ss"})
        self._whole = self._book.add_format({"num_format": "#,##0"})
        self._next = 0
        self._columns = 0
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def __enter__(self) -> Workbook:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._sheet.row_data_fh.close()  # it stays open where writing failed
            self._parts.cleanup()

    def _finish(self) -> None:
        if self._columns:
            self._sheet.freeze_panes(1, 0)
            self._sheet.autofilter(0, 0, max(self._next - 1, 0), self._columns - 1)
        try:
            self._book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(*error.args[0].args) from error  # it tells a full disk by its number

    def write_header(self, titles: Sequence[str]) -> None:
        """Write the first row; it stays in sight and carries the filter."""
        self._columns = len(titles)
        for column, title in enumerate(titles):
            self._sheet.write_string(self._next, column, title, self._bold)
        self._next += 1

    def write_row(self, cells: Sequence[Cell]) -> None:
        """Write one row: texts as texts, dates as dates, numbers as numbers.

        A date or a number that Excel does not know is written as text.
        """
        for column, cell in enumerate(cells):
            if cell is None or cell == "":
                continue
            if isinstance(cell, str) or _is_unknown(cell):
                self._sheet.write_string(self._next, column, str(cell)[:CELL_LIMIT], self._text)
            elif isinstance(cell, datetime):
                self._sheet.write_datetime(self._next, column, cell, self._moment)
            elif isinstance(cell, date):
                self._sheet.write_datetime(self._next, column, cell, self._date)
            elif isinstance(cell, time):
                self._sheet.write_datetime(self._next, column, cell, self._time)
            elif isinstance(cell, bool):
                self._sheet.write_boolean(self._next, column, cell)
            else:
                self._sheet.write_number(self._next, column, cell, self._whole)
        self._next += 1


def _is_unknown(cell: Cell) -> bool:
    if isinstance(cell, date):
        return cell.year < FIRST_YEAR
    return isinstance(cell, float) and not math.isfinite(cell)
