"""The end of a day at the till, on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from app.shapes.day_closes import DayCloseRow
from app.words import kind_words
from ui.common.text import LEFT, RIGHT
from ui.printing.documents import Setting
from ui.printing.flow import Block, gap
from ui.printing.flowing import FlowingDocument
from ui.printing.paper import POINT

translate = QCoreApplication.translate

TITLE = 34 * POINT
ROW = 20 * POINT
SPACE = 12 * POINT
SHARES = (0.31, 0.23, 0.23, 0.23)  # of the width: the way, expected, counted, the difference


class DayReport(FlowingDocument):
    """What the book expected by each way of payment, what was counted, and the difference."""

    def __init__(
        self, closed: DayCloseRow, shop: str, currency: str, setting: Setting, language: str
    ) -> None:
        self._closed = closed
        self._currency = currency
        self._language = language
        super().__init__(shop, setting)

    def _blocks(self) -> Iterator[Block]:
        closed, formats = self._closed, self._setting.formats
        title = self._shop or translate("DayReport", "End of the day")
        yield Block(TITLE, partial(self._paint_title, words=title))
        day = translate("DayReport", "End of the day, {day}")
        yield self._line((day.format(day=formats.birthday(closed.day)),), bold=True)
        at = f"{formats.whole_day_of(closed.closed_at)} {formats.time_of(closed.closed_at)}"
        when = translate("DayReport", "Closed {when}").format(when=at)
        yield self._line((" · ".join(part for part in (when, closed.staff) if part),))
        yield gap(SPACE)
        names = (
            "",
            translate("DayReport", "Expected"),
            translate("DayReport", "Counted"),
            translate("DayReport", "Difference"),
        )
        yield self._line(names)
        yield Block(POINT, self._paint_rule, keeps=True)
        counts = [each for each in closed.counts if each.method != "owed"]
        for each in counts:
            name = kind_words("payment", each.method, self._language)
            yield self._line((name, *self._amounts(each.expected, each.counted)))
        yield Block(POINT, self._paint_rule, keeps=True)
        sums = self._amounts(sum(c.expected for c in counts), sum(c.counted for c in counts))
        yield self._line((translate("DayReport", "In all"), *sums), bold=True)
        owed = next((each.expected for each in closed.counts if each.method == "owed"), 0)
        if owed:
            words = kind_words("payment", "owed", self._language)
            yield self._line((words, formats.money(owed, self._currency)))
        if closed.note:
            yield gap(SPACE)
            yield self._line((closed.note,))

    def _amounts(self, expected: int, counted: int) -> tuple[str, str, str]:
        money, code, off = self._setting.formats.money, self._currency, counted - expected
        sign = "+" if off > 0 else ""
        return money(expected, code), money(counted, code), f"{sign}{money(off, code)}"

    def _line(self, words: Sequence[str], *, bold: bool = False) -> Block:
        return Block(ROW, partial(self._paint_line, words=words, bold=bold))

    def _paint_title(self, painter: QPainter, at: QPointF, *, words: str) -> None:
        rect = QRectF(at.x(), at.y(), self._setting.body.width(), TITLE)
        self._setting.ink.line(painter, rect, words, 18, strong=True)

    def _paint_rule(self, painter: QPainter, at: QPointF) -> None:
        rect = QRectF(at.x(), at.y(), self._setting.body.width(), POINT)
        painter.fillRect(rect, self._setting.ink.rule)

    def _paint_line(
        self, painter: QPainter, at: QPointF, *, words: Sequence[str], bold: bool
    ) -> None:
        ink, width = self._setting.ink, self._setting.body.width()
        if len(words) == 1:
            ink.line(painter, QRectF(at.x(), at.y(), width, ROW), words[0], 10, strong=bold)
            return
        left = at.x()
        for place, (text, share) in enumerate(zip(words, SHARES, strict=False)):
            cell = QRectF(left, at.y(), width * share, ROW)
            ink.line(painter, cell, text, 10, strong=bold, align=RIGHT if place else LEFT)
            left += width * share
