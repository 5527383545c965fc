"""A quote on paper, in Korean or English whatever the window speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.quote_sheet import QuoteSheet, SheetLine, amount_text, quantity_text
from app.words import say
from ui.common.text import CENTRE, LEFT, RIGHT
from ui.printing.documents import FOOT, Setting
from ui.printing.flow import Block, Placed, flow, gap
from ui.printing.paper import POINT, line_height
from ui.printing.quote_head import HAIR, SIDE, SUM, TITLE, QuoteHead

HEAD = 22 * POINT
AGAIN = 22 * POINT  # the number once more, on top of further pages
LEAST = 22 * POINT  # of a row
PAD = 4 * POINT  # in a row, above and below the words
SIZE, SMALL = 9.5, 8.0
NAME_LINES = 20  # more than the longest name needs
SHARES = (0.06, 0.27, 0.17, 0.09, 0.13, 0.15, 0.13)  # of the width, column by column
TITLES = ("no", "item", "spec", "quantity", "unit_price", "supply", "tax")
NUMBERS = 3  # the first column whose words stand at the right
PLAIN = 3  # columns before it are joined in the rows of sums


class QuoteDocument:
    """Rows flow over pages, each with the titles of its columns; a row is never broken."""

    def __init__(self, sheet: QuoteSheet, setting: Setting, language: str) -> None:
        self.paper = setting.paper
        self._sheet = sheet
        self._setting = setting
        self._language = language
        self._formats = setting.formats.spoken(language)
        self._width = setting.body.width()
        self._head = QuoteHead(sheet, setting.ink, self._formats, self._width, language)
        self._rows: set[int] = set()  # ids of the blocks that stand below the titles
        room = setting.body.height() - FOOT
        self._pages: list[list[Placed]] = flow(list(self._blocks()), room, later_top=AGAIN + HEAD)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page."""
        setting, ink, sheet = self._setting, self._setting.ink, self._sheet
        body = setting.body
        blocks = self._pages[page]
        if page:
            again = QRectF(body.left(), body.top(), body.width(), AGAIN - 6 * POINT)
            words = f"{self._say('title')} {sheet.number}"
            ink.line(painter, again, words, 9, colour=ink.soft)
            if id(blocks[0][0]) in self._rows:
                self._paint_titles(painter, QPointF(body.left(), body.top() + AGAIN))
        for block, top in blocks:
            block.paint(painter, QPointF(body.left(), body.top() + top))
        foot = QRectF(body.left(), body.bottom() - FOOT, body.width(), FOOT)
        number = f"{page + 1} / {self.page_count}"
        used = ink.line(painter, foot, number, 8, colour=ink.soft, align=RIGHT)
        foot.setRight(foot.right() - used - SIDE)
        ink.line(painter, foot, sheet.supplier.name, 8, colour=ink.soft)

    def _blocks(self) -> Iterator[Block]:
        head, sheet = self._head, self._sheet
        yield Block(TITLE, head.paint_title)
        yield Block(head.height, head.paint_sides)
        yield gap(14 * POINT)
        yield Block(SUM, head.paint_sum)
        yield gap(14 * POINT)
        yield Block(HEAD, self._paint_titles, keeps=True)
        for number, line in enumerate(sheet.lines, start=1):
            yield self._below_titles(self._row(number, line))
        yield self._below_titles(self._sums())
        if sheet.note.strip():
            yield gap(12 * POINT, keeps=True)
            yield Block(
                line_height(SIZE),
                partial(self._paint_words, words=self._say("note"), strong=True),
                keeps=True,
            )
            ink = self._setting.ink
            most = len(sheet.note) + 1
            for text in ink.lines(sheet.note, SIZE, self._width, most=most).texts:
                yield Block(line_height(SIZE), partial(self._paint_words, words=text))

    def _say(self, key: str) -> str:
        return say(f"quote.{key}", self._language)

    def _below_titles(self, block: Block) -> Block:
        self._rows.add(id(block))
        return block

    def _cells(self, at: QPointF, height: float) -> list[QRectF]:
        cells, left = [], at.x()
        for share in SHARES:
            cells.append(QRectF(left, at.y(), self._width * share, height))
            left += self._width * share
        return cells

    def _paint_titles(self, painter: QPainter, at: QPointF) -> None:
        ink = self._setting.ink
        rect = QRectF(at.x(), at.y(), self._width, HEAD)
        painter.fillRect(rect, ink.fill)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), POINT), ink.soft)
        self._paint_edges(painter, at, HEAD)
        for place, (cell, title) in enumerate(zip(self._cells(at, HEAD), TITLES, strict=True)):
            align = CENTRE if self._language == "ko" or not place else LEFT
            if self._language != "ko" and place >= NUMBERS:
                align = RIGHT
            inner = cell.adjusted(SIDE, 0, -SIDE, 0)
            ink.line(painter, inner, self._say(title), 9, strong=True, align=align)

    def _row(self, number: int, line: SheetLine) -> Block:
        ink, code = self._setting.ink, self._sheet.currency
        inside = [self._width * share - 2 * SIDE for share in SHARES]
        name = ink.lines(line.name, SIZE, inside[1], most=NAME_LINES)
        off = ""
        if line.discount:
            off = f"{self._say('discount')} {amount_text(-line.discount, code)}"
        below = line_height(SMALL) if off else 0.0
        spec = ink.lines(line.description, SIZE, inside[2], most=NAME_LINES)
        height = max(LEAST, name.height + below + 2 * PAD, spec.height + 2 * PAD)
        count = quantity_text(line.quantity)
        texts = (
            f"{count} {line.unit}".strip(),
            amount_text(line.unit_price, code),
            amount_text(line.supply, code),
            amount_text(line.tax, code),
        )

        def paint(painter: QPainter, at: QPointF) -> None:
            cells = self._cells(at, height)
            ink.line(painter, cells[0], str(number), SIZE, colour=ink.soft, align=CENTRE)
            top = at.y() + (height - name.height - below) / 2
            name.draw(painter, QPointF(cells[1].left() + SIDE, top), ink.text)
            less = QRectF(cells[1].left() + SIDE, top + name.height, inside[1], below)
            ink.line(painter, less, off, SMALL, colour=ink.soft)
            middle = at.y() + (height - spec.height) / 2
            spec.draw(painter, QPointF(cells[2].left() + SIDE, middle), ink.text)
            self._paint_numbers(painter, cells[NUMBERS:], texts)
            self._paint_edges(painter, at, height)

        return Block(height, paint)

    def _sums(self) -> Block:
        """Return the last rows of the table; they stay together."""
        sheet, code = self._sheet, self._sheet.currency
        rows: list[tuple[str, Sequence[str], bool]] = []
        if sheet.discount:
            off = amount_text(-sheet.discount, code)
            rows.append((self._say("share"), ("", "", off, ""), False))
        sums = (amount_text(sheet.supply, code), amount_text(sheet.tax, code))
        rows.append((self._say("sum"), ("", "", *sums), True))
        height = LEAST * len(rows)

        def paint(painter: QPainter, at: QPointF) -> None:
            ink = self._setting.ink
            for number, (label, texts, strong) in enumerate(rows):
                here = QPointF(at.x(), at.y() + number * LEAST)
                cells = self._cells(here, LEAST)
                joined = cells[0].united(cells[PLAIN - 1])
                if strong:
                    painter.fillRect(QRectF(at.x(), here.y(), self._width, LEAST), ink.fill)
                ink.line(painter, joined, label, SIZE, strong=strong, align=CENTRE)
                self._paint_numbers(painter, cells[NUMBERS:], texts, strong=strong)
                self._paint_edges(painter, here, LEAST, joined=PLAIN)
            end = QRectF(at.x(), at.y() + height - POINT, self._width, POINT)
            painter.fillRect(end, ink.soft)

        return Block(height, paint)

    def _paint_numbers(
        self,
        painter: QPainter,
        cells: Sequence[QRectF],
        texts: Sequence[str],
        *,
        strong: bool = False,
    ) -> None:
        ink = self._setting.ink
        for cell, text in zip(cells, texts, strict=True):
            inner = cell.adjusted(SIDE / 2, 0, -SIDE, 0)
            size = SIZE
            while size > SMALL and ink.width(text, size, strong=strong) > inner.width():
                size -= 0.5
            ink.line(painter, inner, text, size, strong=strong, align=RIGHT)

    def _paint_edges(
        self, painter: QPainter, at: QPointF, height: float, *, joined: int = 0
    ) -> None:
        """Paint the lines of a row: below it, and between its columns."""
        ink = self._setting.ink
        painter.fillRect(QRectF(at.x(), at.y() + height - HAIR, self._width, HAIR), ink.soft)
        left = at.x()
        for place, share in enumerate((0.0, *SHARES)):
            left += self._width * share
            if not 0 < place < joined:
                painter.fillRect(QRectF(left - HAIR / 2, at.y(), HAIR, height), ink.soft)

    def _paint_words(
        self, painter: QPainter, at: QPointF, *, words: str, strong: bool = False
    ) -> None:
        rect = QRectF(at.x(), at.y(), self._width, line_height(SIZE))
        self._setting.ink.line(painter, rect, words, SIZE, strong=strong)
