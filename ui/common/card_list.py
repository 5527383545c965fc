"""A list of cards: chosen, opened, and taken with the mouse."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QWidget

from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit

CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
START = 4  # px the mouse goes before a card is taken


class Cards(Protocol):
    """What the list knows of its model besides Qt's own."""

    def row_at(self, line: int) -> Any: ...


class CardPainter(QStyledItemDelegate):
    """Paints the cards of a list."""

    ring = False  # whether the keyboard is at work here

    def card_rect(self, item: QRectF, width: int) -> QRectF:
        """Return where in an item its card is, in a list `width` px wide."""
        raise NotImplementedError


class CardList(QListView):
    """Only the card itself is clicked, not the room around it; keys are the owner's."""

    lifted = Signal(object, QPoint)  # row, where in the card it is held
    opened = Signal(object)  # row

    def __init__(
        self, kit: Kit, cards: Any, painted: CardPainter, parent: QWidget | None = None
    ) -> None:
        """`cards` is the model; it has what `Cards` says, too."""
        super().__init__(parent)
        self._known: Cards = cards
        self._painted = painted
        self._pressed: tuple[Any, QPoint, QPoint] | None = None
        painted.setParent(self)
        self.setModel(cards)
        self.setItemDelegate(painted)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setAutoScroll(False)
        # Single letters are commands here; an input method would keep them to itself.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setProperty("clear", "true")
        self.viewport().setAutoFillBackground(False)
        kit.theme.changed.connect(self.doItemsLayout)

    def chosen(self) -> Any:
        """Return the row that is chosen; None without one."""
        index = self.currentIndex()
        chosen = index.isValid() and self.selectionModel().isSelected(index)
        return self._known.row_at(index.row()) if chosen else None

    def choose(self, line: int) -> bool:
        """Choose the card on a line, or the last one above it; tell whether there is one."""
        rows = self.model().rowCount()
        if not rows:
            return False
        index = self.model().index(min(max(0, line), rows - 1), 0)
        self.selectionModel().setCurrentIndex(index, CHOOSE)
        self.scrollTo(index)
        return True

    def let_go(self) -> None:
        """Choose nothing."""
        self.selectionModel().clearSelection()

    def rect_of(self, line: int) -> QRectF:
        """Return where the card on a line is in the list."""
        item = QRectF(self.visualRect(self.model().index(line, 0)))
        return self._painted.card_rect(item, self.width())

    def card_at(self, at: QPoint) -> Any:
        """Return the row whose card is at a point of the list; None where none is."""
        index = self.indexAt(at)
        inside = index.isValid() and self.rect_of(index.row()).contains(at)
        return self._known.row_at(index.row()) if inside else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        row = self.card_at(at)
        self._pressed = None
        if row is None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            corner = self.rect_of(self.indexAt(at).row()).topLeft().toPoint()
            self._pressed = row, at, at - corner

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if self._pressed is None:
            return
        row, start, held = self._pressed
        if (event.position().toPoint() - start).manhattanLength() >= START:
            self._pressed = None
            self.lifted.emit(row, held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.card_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.chosen() is None:
            self.choose(self.indexAt(QPoint(4, 4)).row())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painted.ring = shows_ring(self)
        super().paintEvent(event)
