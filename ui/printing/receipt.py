"""The receipt of a sale, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from app.shapes.sales import LineRow, SaleDetail
from app.words import kind_words
from ui.common.text import RIGHT
from ui.printing.documents import Setting
from ui.printing.flow import Block, gap
from ui.printing.flowing import FlowingDocument
from ui.printing.paper import POINT

translate = QCoreApplication.translate

TITLE = 34 * POINT
ROW = 18 * POINT
SPACE = 12 * POINT
AMOUNT, COUNT = 0.24, 0.28  # of the width: the amount, the quantity with its price


class ReceiptDocument(FlowingDocument):
    """The shop's name, what was sold line by line, what it comes to, and how it was paid."""

    def __init__(self, detail: SaleDetail, shop: str, setting: Setting, language: str) -> None:
        self._detail = detail
        self._language = language
        super().__init__(shop, setting)

    def _blocks(self) -> Iterator[Block]:
        detail, formats = self._detail, self._setting.formats
        row, code = detail.row, detail.row.currency
        yield Block(TITLE, partial(self._paint_title))
        number = " ".join(part for part in (translate("Receipt", "Receipt"), row.number) if part)
        when = formats.birthday(row.sold_on)
        yield self._line(number, when)
        if row.contact:
            yield self._line(translate("Receipt", "For {name}").format(name=row.contact), "")
        yield gap(SPACE)
        yield Block(POINT, self._paint_rule, keeps=True)
        for line in detail.lines:
            yield Block(ROW, partial(self._paint_item, line=line))
        yield Block(POINT, self._paint_rule, keeps=True)
        yield from self._sums()
        yield gap(SPACE)
        for payment in detail.payments:
            words = kind_words("payment", payment.method, self._language)
            if payment.is_exchange:
                words = translate("Receipt", "Exchange")
            elif payment.amount < 0:
                words = translate("Receipt", "Given back: {method}").format(method=words)
            day = formats.birthday(payment.on)
            yield self._line(f"{words}, {day}", formats.money(payment.amount, code))
        if row.owed:
            yield self._line(translate("Receipt", "Owed"), formats.money(row.owed, code), bold=True)
        if detail.cash_receipt:
            yield self._line(translate("Receipt", "Cash receipt"), detail.cash_receipt)

    def _sums(self) -> Iterator[Block]:
        detail, money = self._detail, self._setting.formats.money
        code = detail.row.currency
        if detail.discount:
            yield self._line(translate("Receipt", "Discount"), money(-detail.discount, code))
        if detail.tax_added:
            yield self._line(translate("Receipt", "Tax"), money(detail.tax, code))
        total = translate("Receipt", "Total")
        yield self._line(total, money(detail.row.total, code), bold=True)
        if detail.tax and not detail.tax_added:
            yield self._line(translate("Receipt", "Tax in it"), money(detail.tax, code), soft=True)

    def _line(self, words: str, amount: str, *, bold: bool = False, soft: bool = False) -> Block:
        return Block(
            ROW, partial(self._paint_line, words=words, amount=amount, bold=bold, soft=soft)
        )

    def _paint_title(self, painter: QPainter, at: QPointF) -> None:
        rect = QRectF(at.x(), at.y(), self._setting.body.width(), TITLE)
        title = self._shop or translate("Receipt", "Receipt")
        self._setting.ink.line(painter, rect, title, 18, strong=True)

    def _paint_rule(self, painter: QPainter, at: QPointF) -> None:
        rect = QRectF(at.x(), at.y(), self._setting.body.width(), POINT)
        painter.fillRect(rect, self._setting.ink.rule)

    def _paint_item(self, painter: QPainter, at: QPointF, *, line: LineRow) -> None:
        setting, code = self._setting, self._detail.row.currency
        ink, money, width = setting.ink, setting.formats.money, setting.body.width()
        whole, part = divmod(line.quantity, 1000)
        count = f"{whole:,}" if not part else f"{line.quantity / 1000:,g}"
        name = line.name or line.description or translate("Receipt", "Amount")
        words = QRectF(at.x(), at.y(), width * (1 - AMOUNT - COUNT), ROW)
        ink.line(painter, words, name, 10)
        counted = QRectF(words.right(), at.y(), width * COUNT, ROW)
        told = f"{count} × {money(line.unit_price, code)}"
        if line.discount:
            told += f" {money(-line.discount, code)}"
        ink.line(painter, counted, told, 9, colour=ink.soft, align=RIGHT)
        amount = QRectF(counted.right(), at.y(), width * AMOUNT, ROW)
        ink.line(painter, amount, money(line.total, code), 10, align=RIGHT)

    def _paint_line(
        self, painter: QPainter, at: QPointF, *, words: str, amount: str, bold: bool, soft: bool
    ) -> None:
        ink, width = self._setting.ink, self._setting.body.width()
        colour = ink.soft if soft else None
        right = QRectF(at.x() + width * (1 - AMOUNT), at.y(), width * AMOUNT, ROW)
        ink.line(painter, right, amount, 10, strong=bold, colour=colour, align=RIGHT)
        left = QRectF(at.x(), at.y(), width * (1 - AMOUNT), ROW)
        ink.line(painter, left, words, 10, strong=bold, colour=colour)
