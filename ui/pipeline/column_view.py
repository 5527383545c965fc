"""The cards of one stage: one is chosen, opened, or taken with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QListView, QWidget

from app.shapes.deals import DealCard
from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.pipeline.column_model import ColumnModel
from ui.pipeline.delegate import CardDelegate

CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
START = 4  # px the mouse goes before a card is taken


class ColumnView(QListView):
    """Only the card itself is clicked, not the room around it; keys are the board's."""

    lifted = Signal(object, QPoint)  # DealCard, where in the card it is held
    opened = Signal(object)  # DealCard
    menu_asked = Signal(object, QPoint)  # DealCard, place on the screen
    entered = Signal()  # it has the focus

    def __init__(self, kit: Kit, model: ColumnModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = model
        self.painted = CardDelegate(kit, self)
        self._pressed: tuple[DealCard, QPoint, QPoint] | None = None
        self.setModel(model)
        self.setItemDelegate(self.painted)
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

    @property
    def row(self) -> DealCard | None:
        """The deal that is chosen."""
        index = self.currentIndex()
        chosen = index.isValid() and self.selectionModel().isSelected(index)
        return self.cards.row_at(index.row()) if chosen else None

    def choose(self, line: int) -> bool:
        """Choose the card on a line, or the last one above it; tell whether there is one."""
        rows = self.cards.rowCount()
        if not rows:
            return False
        index = self.cards.index(min(max(0, line), rows - 1))
        self.selectionModel().setCurrentIndex(index, CHOOSE)
        self.scrollTo(index)
        return True

    def let_go(self) -> None:
        """Choose nothing."""
        self.selectionModel().clearSelection()

    def rect_of(self, line: int) -> QRectF:
        """Return where the card on a line is in the view."""
        item = QRectF(self.visualRect(self.cards.index(line)))
        return self.painted.card_rect(item, self.width())

    def card_at(self, at: QPoint) -> DealCard | None:
        """Return the deal whose card is at a point of the view."""
        index = self.indexAt(at)
        inside = index.isValid() and self.rect_of(index.row()).contains(at)
        return self.cards.row_at(index.row()) if inside else None

    def line_at(self, y: int) -> int:
        """Return the line of the deals that something dropped at that height would be on."""
        if not self.cards.rowCount():
            return 0
        height = self.sizeHintForRow(0)
        line = (y + self.verticalScrollBar().value() + height // 2) // height
        return max(0, min(line, len(self.cards.rows)))

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            return  # the board's keys open it
        row = self.card_at(self.viewport().mapFromGlobal(event.globalPos()))
        if row is not None:
            self.menu_asked.emit(row, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().x() and not event.angleDelta().y():
            event.ignore()  # the board goes sideways
            return
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row is None:
            self.choose(self.indexAt(QPoint(4, 4)).row())
        self.entered.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.ring = shows_ring(self)
        super().paintEvent(event)
