"""Lists of goods: products that fit what is typed, and what is in the basket."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.shapes.products import ProductRow
from ui.common.goods.basket import BasketLine
from ui.common.goods.words import off_words, quantity_words
from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import RIGHT, draw_text
from ui.common.theme import Theme

LINE = 36
MOST_LINES = 5  # seen at once
SHOWN = Qt.ItemDataRole.UserRole + 1
Words = tuple[str, str, str]  # left, a quiet text after it, right


class LineDelegate(QStyledItemDelegate):
    """A name, a quiet text after it, an amount at the right."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._theme
        words: Words = index.data(SHOWN)
        rect = QRectF(option.rect)
        painter.save()
        view = option.widget
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            box(painter, rect, 6, theme.colour("accent-soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, 6, theme.colour("hover"))
        if chosen and view is not None and shows_ring(view):
            ring(painter, theme, rect)
        inner = rect.adjusted(12, 0, -12, 0)
        digits = theme.font("body", digits=True)
        used = draw_text(painter, inner, words[2], digits, theme.colour("text"), RIGHT)
        inner.setRight(inner.right() - used - 12)
        used = draw_text(painter, inner, words[0], theme.font("strong"), theme.colour("text"))
        inner.setLeft(inner.left() + used + 8)
        draw_text(painter, inner, words[1], digits, theme.colour("muted"))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, self._theme.height(LINE))


class LineList(QListWidget):
    """As high as its lines, up to five of them."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.most = MOST_LINES  # lines; the others are scrolled to
        self.setItemDelegate(LineDelegate(kit.theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def fill(self, rows: Sequence[tuple[Words, Any]]) -> None:
        """Show these lines; each with what it stands for."""
        self.clear()
        for words, value in rows:
            item = QListWidgetItem(", ".join(part for part in words if part))
            item.setData(SHOWN, words)
            item.setData(SHOWN + 1, value)
            self.addItem(item)
        lines = min(self.most, len(rows))
        self.setFixedHeight(lines * self._kit.theme.height(LINE) + 2 * self.frameWidth())
        self.setVisible(bool(rows))

    def value(self) -> Any:
        """Return what the selected line stands for."""
        item = self.currentItem()
        return item.data(SHOWN + 1) if item is not None and item.isSelected() else None

    def step(self, rows: int) -> None:
        """Select the line that many rows down."""
        if self.count():
            at = self.currentRow() if self.value() is not None else -1
            self.setCurrentRow(min(max(0, at + rows), self.count() - 1))


class ProductList(LineList):
    """Products that were found; a click takes one, the keys stay with the field above."""

    chosen = Signal(object)  # ProductRow

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(SHOWN + 1)))

    def show_products(self, products: Sequence[ProductRow], currency: str) -> None:
        """Show these products, the first one selected."""
        money = self._kit.formats.money
        self.fill(
            [
                (
                    (
                        row.name,
                        row.code or row.category,
                        "" if row.price is None else money(row.price, currency),
                    ),
                    row,
                )
                for row in products
            ]
        )
        if products:
            self.setCurrentRow(0)


class BasketList(LineList):
    """What is being sold: plus and minus change how many, Delete takes a line out."""

    more_asked = Signal(int, int)  # line, pieces more
    off_asked = Signal(int)  # something is taken off that line
    removed = Signal(int)  # line
    left = Signal()  # Enter: go on

    def show_lines(self, lines: Sequence[BasketLine], currency: str, amount: str) -> None:
        """Show the lines; `amount` is what one without a name is called."""
        kit, at = self._kit, self.currentRow()
        self.fill(
            [
                (
                    (
                        line.name or amount,
                        self._price_words(line, currency),
                        kit.formats.money(line.total, currency),
                    ),
                    line,
                )
                for line in lines
            ]
        )
        if lines:
            self.setCurrentRow(min(max(at, 0), len(lines) - 1))
            self.scrollToBottom()

    def _price_words(self, line: BasketLine, currency: str) -> str:
        kit = self._kit
        words = (
            f"{quantity_words(line.quantity, kit)} × {kit.formats.money(line.unit_price, currency)}"
        )
        return f"{words} {off_words(line.off, currency, kit)}" if line.discount else words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentRow()
        key = Qt.Key(event.key())
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Plus: lambda: self.more_asked.emit(line, 1),
            Qt.Key.Key_Equal: lambda: self.more_asked.emit(line, 1),
            Qt.Key.Key_Minus: lambda: self.more_asked.emit(line, -1),
            Qt.Key.Key_Percent: lambda: self.off_asked.emit(line),
            Qt.Key.Key_Delete: lambda: self.removed.emit(line),
            Qt.Key.Key_Backspace: lambda: self.removed.emit(line),
            Qt.Key.Key_Return: self.left.emit,
            Qt.Key.Key_Enter: self.left.emit,
        }
        if line >= 0 and key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)
