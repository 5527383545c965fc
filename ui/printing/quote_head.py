"""The upper part of a quote: what it is, whom it is for, who makes it, what it comes to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from app.money_words import korean_amount
from app.quote_sheet import QuoteSheet
from app.words import say
from ui.common.formats import Formats
from ui.common.text import CENTRE, LEFT, RIGHT
from ui.printing.paper import MM, POINT, Ink, line_height

TITLE = 50 * POINT
ROW = 20 * POINT
HAIR = POINT / 2
STRIP = 16 * POINT  # of the word that stands upright beside the supplier
LABEL = 50 * POINT
SIDE = 5 * POINT  # in a cell, from its edge to the words
LEFT_SHARE = 0.44  # of the width: whom it is for
GAP = 12 * POINT
STAMP = 13 * MM
SUM = 30 * POINT
SUBJECT, SUBJECT_LINES = 10, 6  # size of what it is about, and lines of it at most
Words = Callable[[str], str]


class QuoteHead:
    """Paints each part at a point; none of it is broken over two pages."""

    def __init__(
        self, sheet: QuoteSheet, ink: Ink, formats: Formats, width: float, language: str
    ) -> None:
        self._sheet = sheet
        self._ink = ink
        self._formats = formats
        self._width = width
        self._language = language
        self._stamp = QImage.fromData(sheet.supplier.stamp)
        self._rows = self._supplier_rows()
        room = width * LEFT_SHARE - LABEL - 3 * SIDE
        self._subject = ink.lines(sheet.title, SUBJECT, room, most=SUBJECT_LINES)

    @property
    def height(self) -> float:
        """How high the part is that tells the two sides."""
        facts = (len(self._facts()) + 2 + (not self._korean)) * ROW
        if self._sheet.title:
            facts += self._subject_height
        return max(facts, len(self._rows) * ROW)

    def paint_title(self, painter: QPainter, at: QPointF) -> None:
        """Paint what the paper is."""
        rect = QRectF(at.x(), at.y(), self._width, TITLE - 12 * POINT)
        self._ink.line(painter, rect, self._say("title"), 24, strong=True, align=CENTRE)
        rule = QRectF(at.x(), at.y() + TITLE - 10 * POINT, self._width, 1.5 * POINT)
        painter.fillRect(rule, self._ink.text)

    def paint_sides(self, painter: QPainter, at: QPointF) -> None:
        """Paint whom it is for at the left, who makes it at the right."""
        self._paint_facts(painter, QRectF(at.x(), at.y(), self._width * LEFT_SHARE, self.height))
        left = at.x() + self._width * LEFT_SHARE + GAP
        right = QRectF(left, at.y(), at.x() + self._width - left, len(self._rows) * ROW)
        self._paint_supplier(painter, right)

    def paint_sum(self, painter: QPainter, at: QPointF) -> None:
        """Paint what it comes to, in Korean in words too."""
        sheet, ink = self._sheet, self._ink
        rect = QRectF(at.x(), at.y(), self._width, SUM)
        painter.fillRect(rect, ink.fill)
        self._frame(painter, rect)
        label = self._say("total")
        tax = self._say("tax_on_top" if sheet.tax_added else "tax_in")
        inner = rect.adjusted(2 * SIDE, 0, -2 * SIDE, 0)
        used = ink.line(painter, inner, label, 10.5, strong=True)
        if sheet.tax:
            told = QRectF(inner)
            wide = ink.line(painter, told, tax, 9, colour=ink.soft, align=RIGHT)
            inner.setRight(inner.right() - wide - SIDE)
        inner.setLeft(inner.left() + used + 3 * SIDE)
        amount = self._formats.money(sheet.total, sheet.currency)
        if self._korean and sheet.currency == "KRW":
            amount = f"{korean_amount(sheet.total)}  (₩{sheet.total:,})"
        ink.line(painter, inner, amount, 13, strong=True)

    @property
    def _korean(self) -> bool:
        return self._language == "ko"

    def _say(self, key: str) -> str:
        return say(f"quote.{key}", self._language)

    def _facts(self) -> list[tuple[str, str]]:
        sheet, day = self._sheet, self._formats.birthday
        facts = [(self._say("number"), sheet.number), (self._say("made_on"), day(sheet.made_on))]
        if sheet.valid_until:
            until = say("quote.valid_until.day", self._language, day=day(sheet.valid_until))
            facts.append((self._say("valid_until"), until))
        return facts

    @property
    def _subject_height(self) -> float:
        return self._subject.height + ROW - line_height(SUBJECT)

    def _paint_facts(self, painter: QPainter, rect: QRectF) -> None:
        ink, sheet = self._ink, self._sheet
        line = QRectF(rect.left(), rect.top(), rect.width(), ROW)
        for label, value in self._facts():
            ink.line(painter, line, label, 9.5, colour=ink.soft)
            ink.line(painter, line.adjusted(LABEL + 3 * SIDE, 0, 0, 0), value, 10)
            line.translate(0, ROW)
        if sheet.title:
            ink.line(painter, line, self._say("about"), 9.5, colour=ink.soft)
            top = line.center().y() - line_height(SUBJECT) / 2
            self._subject.draw(painter, QPointF(line.left() + LABEL + 3 * SIDE, top), ink.text)
            line.translate(0, self._subject_height)
        if not self._korean:
            ink.line(painter, line, self._say("for"), 9.5, colour=ink.soft)
            line.translate(0, ROW)
        honour = sheet.honour if self._korean else ""
        beside = 30 * POINT if honour else 0.0
        if sheet.customer:
            used = ink.line(
                painter, line.adjusted(0, 0, -beside, 0), sheet.customer, 13, strong=True
            )
            after = line.adjusted(used + SIDE, 0, 0, 0)
            ink.line(painter, after, honour, 11)
            under = QRectF(line.left(), line.bottom(), rect.width(), HAIR)
            painter.fillRect(under, ink.text)
        line.translate(0, ROW)
        ink.line(painter, line, self._say("greeting"), 9.5, colour=ink.soft)

    def _supplier_rows(self) -> list[list[tuple[str, str, str]]]:
        """Return the rows of the box: (part, its word, what it is) once or twice each."""
        supplier = self._sheet.supplier

        def cell(part: str) -> tuple[str, str, str]:
            return part, self._say(part), getattr(supplier, part)

        rows = [
            [cell("registration")],
            [cell("name"), cell("representative")],
            [cell("address")],
            [cell("business_type"), cell("business_item")],
        ]
        if not self._korean:
            rows = [[cell("name")], [cell("representative")], [cell("address")]]
            rows.append([cell("registration")])
        return rows + [[cell(part)] for part in ("phone", "email") if getattr(supplier, part)]

    def _paint_supplier(self, painter: QPainter, box: QRectF) -> None:
        ink, korean = self._ink, self._korean
        strip = STRIP if korean else 0.0
        if korean:
            side = QRectF(box.left(), box.top(), strip, box.height())
            painter.fillRect(side, ink.fill)
            word = self._say("supplier")
            step = 16 * POINT
            top = side.center().y() - step * len(word) / 2
            for number, letter in enumerate(word):
                place = QRectF(side.left(), top + number * step, side.width(), step)
                ink.line(painter, place, letter, 9.5, strong=True, align=CENTRE)
            painter.fillRect(QRectF(side.right(), box.top(), HAIR, box.height()), ink.soft)
        sealed: QRectF | None = None
        for number, row in enumerate(self._rows):
            top = box.top() + number * ROW
            width = (box.width() - strip) / len(row)
            for column, (part, label, value) in enumerate(row):
                rect = QRectF(box.left() + strip + column * width, top, width, ROW)
                seal = self._paint_cell(painter, rect, part, label, value)
                sealed = seal or sealed
            if number:
                rule = QRectF(box.left() + strip, top, box.width() - strip, HAIR)
                painter.fillRect(rule, ink.soft)
        self._frame(painter, box)
        if sealed is not None:
            self._press(painter, sealed)

    def _paint_cell(
        self, painter: QPainter, rect: QRectF, part: str, label: str, value: str
    ) -> QRectF | None:
        """Paint a word and what it is; return where the stamp goes, if it goes here."""
        ink = self._ink
        wide = LABEL if self._korean else LABEL * 1.6
        head = QRectF(rect.left(), rect.top(), wide, rect.height())
        painter.fillRect(head, ink.fill)
        painter.fillRect(QRectF(head.left(), rect.top(), HAIR, rect.height()), ink.soft)
        painter.fillRect(QRectF(head.right(), rect.top(), HAIR, rect.height()), ink.soft)
        inner = head.adjusted(SIDE, 0, -SIDE, 0)
        ink.line(painter, inner, label, 9, colour=ink.soft, align=CENTRE if self._korean else LEFT)
        words = QRectF(rect).adjusted(wide + SIDE, 0, -SIDE, 0)
        size = 9.5
        if self._ink.lines(value, size, words.width(), most=2).line_count > 1:
            lines = self._ink.lines(value, 7.5, words.width(), most=2)
            middle = rect.center().y() - lines.height / 2
            lines.draw(painter, QPointF(words.left(), middle), ink.text)
            return None
        seal = self._say("seal") if part == "representative" else ""
        if seal:
            words.setRight(words.right() - 18 * POINT)
        used = ink.line(painter, words, value, size, strong=part in ("name", "registration"))
        if part != "representative":
            return None
        after = QRectF(words.left() + used + SIDE, rect.top(), 18 * POINT, rect.height())
        ink.line(painter, after, seal, 9, colour=ink.soft)
        if not seal:
            after.moveRight(rect.right() - SIDE)
        return after

    def _press(self, painter: QPainter, place: QRectF) -> None:
        """Press the stamp beside the name, half over it as a hand does."""
        if self._stamp.isNull():
            return
        wide, high = self._stamp.width(), self._stamp.height()
        scale = STAMP / max(wide, high)
        rect = QRectF(0, 0, wide * scale, high * scale)
        rect.moveCenter(QPointF(place.left() + 4 * POINT, place.center().y()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self._stamp)

    def _frame(self, painter: QPainter, rect: QRectF) -> None:
        colour = self._ink.soft
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), POINT), colour)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - POINT, rect.width(), POINT), colour)
        painter.fillRect(QRectF(rect.left(), rect.top(), POINT, rect.height()), colour)
        painter.fillRect(QRectF(rect.right() - POINT, rect.top(), POINT, rect.height()), colour)
