"""Grey shapes where a figure or a chart will be, while it is being read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.painting import box
from ui.common.theme import Theme

SOON = 300  # ms; what is there sooner needs no shapes
HEIGHTS = (0.45, 0.7, 0.55, 0.85, 0.65, 1.0, 0.75)


class WaitingChart(QWidget):
    """Bars of grey, seen only by those who wait."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._late = QTimer(self, singleShot=True, interval=SOON)
        self._late.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(120, 60)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._late.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._late.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._late.isActive():
            return
        painter, colour = QPainter(self), self._theme.colour("pressed")
        step = self.width() / len(HEIGHTS)
        for number, part in enumerate(HEIGHTS):
            tall = self.height() * 0.8 * part
            place = QRectF(number * step + step * 0.15, self.height() - tall, step * 0.7, tall)
            box(painter, place, 4, colour)
        painter.end()
