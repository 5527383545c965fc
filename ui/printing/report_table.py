"""The table of a report on paper: as wide as its figures are, its titles above every part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.shapes.reports import Report, Value
from ui.charts.words import value_words
from ui.common.text import LEFT, RIGHT
from ui.printing.documents import Setting
from ui.printing.flow import Block
from ui.printing.lines import Lines
from ui.printing.paper import POINT, line_height

SIZES = (9.0, 8.0, 7.0, 6.0)  # of letters, in points; the first one all columns have room with
AROUND = 5 * POINT  # from the edges of a cell to its text, together
LEAST = 60 * POINT  # width of a column of names
PAD = 2.5 * POINT  # above and below a line
MOST_LINES = 2  # of a title


class ReportTable:
    """Its blocks: titles, rows and the line of sums, all of one width.

    A column with nothing in it is left out.
    """

    def __init__(self, report: Report, setting: Setting, total_words: str) -> None:
        """`total_words` name the line of sums where it has no name of its own."""
        shown = [
            place for place in range(len(report.columns))
            if not place or any(row.values[place] is not None for row in report.rows)
        ]  # fmt: skip
        self._shown = shown
        self._columns = [report.columns[place] for place in shown]
        self._currency = report.currency
        self._setting = setting
        self._cells = [self._words(row.values) for row in report.rows]
        self._sums = self._words(report.total) if report.total is not None else []
        if self._sums and not self._sums[0]:
            self._sums[0] = total_words
        self._is_text = [  # the first one names the row
            column.kind == "text" or not place for place, column in enumerate(self._columns)
        ]
        self._size, self._widths = self._fitted()
        self.row_height = line_height(self._size) + 2 * PAD

    @property
    def titles(self) -> Block:
        """The titles of the columns."""
        ink = self._setting.ink
        told = [
            ink.lines(column.title, self._size, width - AROUND, most=MOST_LINES, strong=True)
            for column, width in zip(self._columns, self._widths, strict=True)
        ]
        height = max((one.height for one in told), default=0.0) + 2 * PAD

        def paint(painter: QPainter, at: QPointF) -> None:
            painter.fillRect(QRectF(at.x(), at.y(), sum(self._widths), height), ink.fill)
            self._paint_titles(painter, at, told, height)
            bottom = at.y() + height
            painter.fillRect(QRectF(at.x(), bottom - POINT, sum(self._widths), POINT), ink.soft)

        return Block(height, paint, keeps=True)

    def rows(self) -> list[Block]:
        """Return every row."""
        return [self._row(cells) for cells in self._cells]

    def total(self) -> Block | None:
        """Return the line of sums, None without one."""
        return self._row(self._sums, strong=True) if self._sums else None

    def _row(self, cells: Sequence[str], *, strong: bool = False) -> Block:
        def paint(painter: QPainter, at: QPointF) -> None:
            ink, height = self._setting.ink, self.row_height
            whole = QRectF(at.x(), at.y(), sum(self._widths), height)
            if strong:
                painter.fillRect(whole, ink.fill)
                painter.fillRect(QRectF(whole.topLeft(), whole.size()).adjusted(
                    0, 0, 0, POINT / 2 - height), ink.soft)  # fmt: skip
            left = at.x()
            for text, width, is_text in zip(cells, self._widths, self._is_text, strict=True):
                rect = QRectF(left + AROUND / 2, at.y(), width - AROUND, height)
                align = LEFT if is_text else RIGHT
                ink.line(painter, rect, text, self._size, strong=strong, align=align)
                left += width
            if not strong:
                rule = QRectF(at.x(), at.y() + height - POINT / 2, whole.width(), POINT / 2)
                painter.fillRect(rule, ink.rule)

        return Block(self.row_height, paint)

    def _paint_titles(
        self, painter: QPainter, at: QPointF, told: Sequence[Lines], height: float
    ) -> None:
        ink, left = self._setting.ink, at.x()
        for lines, width, is_text in zip(told, self._widths, self._is_text, strict=True):
            top = at.y() + height - PAD - lines.height
            for number, text in enumerate(lines.texts):
                line = line_height(self._size)
                rect = QRectF(left + AROUND / 2, top + number * line, width - AROUND, line)
                align = LEFT if is_text else RIGHT
                ink.line(
                    painter, rect, text, self._size, strong=True, colour=ink.soft, align=align
                )  # fmt: skip
            left += width

    def _words(self, values: Sequence[Value]) -> list[str]:
        formats = self._setting.formats
        return [
            value_words(values[place], column.kind, formats, self._currency)
            for place, column in zip(self._shown, self._columns, strict=True)
        ]

    def _fitted(self) -> tuple[float, list[float]]:
        """Return the size of the letters and the widths of the columns, which fill the page."""
        room = self._setting.body.width()
        for size in SIZES:
            widths = [self._natural(place, size) for place in range(len(self._is_text))]
            least = sum(
                min(width, LEAST) if text else width
                for width, text in zip(widths, self._is_text, strict=True)
            )
            if least <= room:
                break
        return size, _shared(widths, self._is_text, room)

    def _natural(self, place: int, size: float) -> float:
        """Return how wide a column would like to be; a title may take two lines for it."""
        ink = self._setting.ink
        cells = {row[place] for row in self._cells}
        longest = sorted(cells, key=len, reverse=True)[:20]
        widest = max((ink.width(text, size) for text in longest), default=0.0)
        if self._sums:
            widest = max(widest, ink.width(self._sums[place], size, strong=True))
        words = self._columns[place].title.split()
        title = max((ink.width(word, size, strong=True) for word in words), default=0.0)
        whole = ink.width(" ".join(words), size, strong=True) / MOST_LINES
        return max(widest, title, whole) + AROUND + 4 * POINT


def _shared(widths: Sequence[float], is_text: Sequence[bool], room: float) -> list[float]:
    """Share what is over among the columns of names, or take from them what is missing."""
    over = room - sum(widths)
    names = [place for place, text in enumerate(is_text) if text] or list(range(len(widths)))
    whole = sum(widths[place] for place in names) or 1.0
    given = list(widths)
    if over >= 0:
        # Names need no more room than they take: figures far from them are hard to follow.
        every = over / (len(widths) + 1)
        for place in range(len(given)):
            given[place] += every
        given[names[0]] += every
        return given
    for place in names:
        given[place] = max(LEAST / 2, widths[place] + over * widths[place] / whole)
    scale = room / sum(given)
    return [width * min(scale, 1.0) for width in given]
