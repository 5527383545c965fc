"""Columns of cards beside each other, over which the mouse carries one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

EDGES = 44  # px from an edge within which what is carried scrolls on
STEP, EVERY = 14, 16  # px and ms of that


class CardColumns(QWidget):
    """Scrolls sideways, also while something is carried near an edge.

    A subclass says in `aim_over` where what is at a point would go, and lets it go in `drop`.
    """

    mime = ""  # of what is carried here

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: list[Any] = []
        self._pointer = QPoint()
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = QWidget()
        self._inner.setObjectName("Canvas")
        self._row = QHBoxLayout(self._inner)
        self._row.setSpacing(0)
        self.area.setWidget(self._inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._creep = QTimer(self, interval=EVERY)
        self._creep.timeout.connect(self._on_crept)
        self.setAcceptDrops(True)

    @property
    def is_carrying(self) -> bool:
        """Whether a card was taken."""
        raise NotImplementedError

    def aim_over(self, at: QPoint | None) -> None:
        """Show where what is carried would go from a point; None shows nothing."""
        raise NotImplementedError

    def drop(self) -> None:
        """Let what is carried go where it would."""
        raise NotImplementedError

    def column_at(self, at: QPoint) -> Any:
        """Return the column at a point; None beside them."""
        inner = self._inner.mapFrom(self, at)
        return next((each for each in self.columns if each.geometry().contains(inner)), None)

    def carry(self, row_id: int, picture: QPixmap, held: QPoint) -> None:
        """Carry a picture with the mouse, held at a point of it, until it is let go."""
        data = QMimeData()
        data.setData(self.mime, str(row_id).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(picture)
        drag.setHotSpot(held)
        drag.exec(Qt.DropAction.MoveAction)

    def creeps(self) -> tuple[int, int]:
        """Return how far the columns, and the one under the pointer, are to scroll on."""
        at, width = self._pointer, self.width()
        return ((at.x() > width - EDGES) - (at.x() < EDGES)) * STEP, 0

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._on_dragged(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._on_dragged(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.aim_over(None)
        self._creep.stop()

    def dropEvent(self, event: QDropEvent) -> None:
        if not self.is_carrying or not event.mimeData().hasFormat(self.mime):
            event.ignore()
            return
        self.aim_over(event.position().toPoint())
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.drop()

    def _on_dragged(self, event: QDragMoveEvent) -> None:
        if not self.is_carrying or not event.mimeData().hasFormat(self.mime):
            event.ignore()
            return
        self._pointer = event.position().toPoint()
        self.aim_over(self._pointer)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if not self._creep.isActive() and any(self.creeps()):
            self._creep.start()

    def _on_crept(self) -> None:
        across, down = self.creeps()
        if not (across or down) or not self.is_carrying:
            self._creep.stop()
            return
        sideways = self.area.horizontalScrollBar()
        sideways.setValue(sideways.value() + across)
        if down and (column := self.column_at(self._pointer)) is not None:
            upright = column.view.verticalScrollBar()
            upright.setValue(upright.value() + down)
        self.aim_over(self._pointer)
