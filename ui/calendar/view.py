"""Days with what they hold: opened, moved and lengthened with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.shapes.agenda import AgendaEntry
from ui.calendar.days_view import DaysView
from ui.calendar.place import More, Placed, Slot, can_move, minute_of
from ui.common.kit import Kit

EDGE = 6  # px at the end of an appointment by which its length is dragged


class CalendarView(DaysView):
    """What month, week and list of days have in common."""

    def __init__(
        self, kit: Kit, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, now, parent)
        self._pressed: tuple[AgendaEntry, QPointF, bool] | None = None
        self.dragged: AgendaEntry | None = None
        self._lengthens = False
        self._days_in = 0  # from the day it begins to where what is dragged was taken
        self._target: Slot | None = None
        self._pointer = QPointF()
        self.viewport().setMouseTracking(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() == Qt.MouseButton.RightButton:
            if (placed := self.placed_at(at)) is not None:
                self.choose_entry(placed.entry)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        placed = self.placed_at(at)
        if placed is not None:
            self.choose_entry(placed.entry)
            self._pressed = placed.entry, at, self._at_end(placed, at)
        elif (more := self._more_at(at)) is not None:
            self.day_asked.emit(more.day)
        elif (slot := self.slot_at(at)) is not None:
            self._go(slot.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._pointer = event.position()
        if self._pressed is None:
            self._show_pointer(at)
            return
        entry, begun, at_end = self._pressed
        far = (at - begun).manhattanLength() >= QApplication.startDragDistance()
        if self.dragged is None and far and can_move(entry):
            self.dragged, self._lengthens = entry.whole(), at_end
            self._days_in = (entry.on - self.dragged.on).days
        if self.dragged is not None:
            self._target = self._target_at(at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        entry, target, lengthens = self.dragged, self._target, self._lengthens
        self._drop()
        if entry is None or target is None:
            return
        if lengthens:
            minutes = self._length_to(entry, target)
            if minutes is not None and minutes != entry.duration_min:
                self.lengthened.emit(entry, minutes)
        elif target != Slot(entry.on, minute_of(entry)):
            self.moved.emit(entry, target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        placed = self.placed_at(event.position())
        slot = self.slot_at(event.position())
        if placed is not None:
            self._drop()
            self.opened.emit(placed.entry)
        elif slot is not None and self._more_at(event.position()) is None:
            self.new_asked.emit(slot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.entry is not None and event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(self.entry, event.globalPos())
        elif self.entry is not None:
            self._ask_menu(self.entry)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        elif down := event.angleDelta().y():
            self.turn(-1 if down > 0 else 1)

    def _more_at(self, at: QPointF) -> More | None:
        return next((one for one in self.more if one.rect.contains(at)), None)

    def _at_end(self, placed: Placed, at: QPointF) -> bool:
        """Tell whether a point is at the end by which an appointment's length is dragged."""
        return False

    def _target_at(self, at: QPointF) -> Slot | None:
        """Return where what is dragged would go; a day alone leaves it its hour."""
        slot = self.slot_at(at)
        if slot is None or self.dragged is None:
            return None
        return Slot(slot.day - timedelta(days=self._days_in), minute_of(self.dragged))

    def _length_to(self, entry: AgendaEntry, target: Slot) -> int | None:
        return None

    def _show_pointer(self, at: QPointF) -> None:
        placed = self.placed_at(at)
        at_end = placed is not None and can_move(placed.entry) and self._at_end(placed, at)
        hand = placed is not None or self._more_at(at) is not None
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if at_end else shape)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._drop()

    def _holds_escape(self) -> bool:
        return self.dragged is not None or super()._holds_escape()

    def _let_go(self) -> None:
        if self.dragged is None:
            super()._let_go()
        self._drop()

    def _drop(self) -> None:
        self._pressed, self.dragged, self._target, self._lengthens = None, None, None, False
        self.viewport().update()
