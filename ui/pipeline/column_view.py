"""The cards of one stage: chosen, scrolled, taken with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.shapes.deals import DealCard
from ui.common.card_list import CardList
from ui.common.kit import Kit
from ui.pipeline.column_model import ColumnModel
from ui.pipeline.delegate import CardDelegate


class ColumnView(CardList):
    """Keys are the board's."""

    menu_asked = Signal(object, QPoint)  # DealCard, place on the screen
    entered = Signal()  # it has the focus

    def __init__(self, kit: Kit, model: ColumnModel, parent: QWidget | None = None) -> None:
        painted = CardDelegate(kit)
        super().__init__(kit, model, painted, parent)
        self.cards = model
        self.painted = painted

    @property
    def row(self) -> DealCard | None:
        """The deal that is chosen."""
        found: DealCard | None = self.chosen()
        return found

    def line_at(self, y: int) -> int:
        """Return the line of the deals that something dropped at that height would be on."""
        if not self.cards.rowCount():
            return 0
        height = self.sizeHintForRow(0)
        line = (y + self.verticalScrollBar().value() + height // 2) // height
        return max(0, min(line, len(self.cards.rows)))

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
        self.entered.emit()
