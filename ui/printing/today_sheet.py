"""The day on paper: what is to be done, each with a box to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.common.text import RIGHT
from ui.printing.documents import Setting
from ui.printing.flow import Block, gap
from ui.printing.flowing import FlowingDocument
from ui.printing.paper import POINT

TITLE = 30 * POINT
SENTENCE = 18 * POINT
HEAD = 22 * POINT
ROW = 19 * POINT
SPACE = 10 * POINT
BOX = 9 * POINT
HOUR = 52 * POINT
GAP = 7 * POINT
SHARE = 0.55  # of the width is for what is to be done, the rest for what is known of it


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One thing: when, what, and what is known of it."""

    hour: str
    title: str
    below: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Things of one kind below their heading."""

    title: str
    lines: tuple[SheetLine, ...]


class TodaySheet(FlowingDocument):
    """What Home shows, for the pocket or the wall."""

    def __init__(
        self, title: str, sentence: str, parts: Sequence[SheetPart], shop: str, setting: Setting
    ) -> None:
        self._title = title
        self._sentence = sentence
        self._parts = parts
        super().__init__(shop, setting)

    def _blocks(self) -> Iterator[Block]:
        yield Block(TITLE, partial(self._paint_words, words=self._title, size=18, height=TITLE))
        yield Block(
            SENTENCE, partial(self._paint_words, words=self._sentence, size=10, height=SENTENCE)
        )
        for part in self._parts:
            yield gap(SPACE)
            yield Block(HEAD, partial(self._paint_head, words=part.title), keeps=True)
            timed = any(line.hour for line in part.lines)
            for line in part.lines:
                yield Block(ROW, partial(self._paint_line, line=line, timed=timed))

    def _paint_words(
        self, painter: QPainter, at: QPointF, *, words: str, size: float, height: float
    ) -> None:
        rect = QRectF(at.x(), at.y(), self._setting.body.width(), height)
        self._setting.ink.line(painter, rect, words, size, strong=size > 10)

    def _paint_head(self, painter: QPainter, at: QPointF, *, words: str) -> None:
        width = self._setting.body.width()
        rect = QRectF(at.x(), at.y(), width, HEAD - 4 * POINT)
        self._setting.ink.line(painter, rect, words, 11, strong=True)
        rule = QRectF(at.x(), at.y() + HEAD - 3 * POINT, width, POINT / 2)
        painter.fillRect(rule, self._setting.ink.rule)

    def _paint_line(self, painter: QPainter, at: QPointF, *, line: SheetLine, timed: bool) -> None:
        ink, width = self._setting.ink, self._setting.body.width()
        painter.setPen(QPen(ink.soft, POINT / 2))
        painter.drawRect(QRectF(at.x(), at.y() + (ROW - BOX) / 2, BOX, BOX))
        left = at.x() + BOX + GAP
        if timed:
            hour = QRectF(left, at.y(), HOUR, ROW)
            ink.line(painter, hour, line.hour, 9, colour=ink.soft, align=RIGHT)
            left += HOUR + GAP
        right = at.x() + width
        middle = at.x() + width * SHARE if line.below else right
        ink.line(painter, QRectF(left, at.y(), middle - left, ROW), line.title, 10)
        if line.below:
            rest = QRectF(middle + GAP, at.y(), right - middle - GAP, ROW)
            ink.line(painter, rest, line.below, 9, colour=ink.soft)
