"""What the lines and bars of a chart mean, at the right of its card's head."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.charts.key import Key
from ui.common.painting import box
from ui.common.text import draw_text
from ui.common.theme import Theme

DASH, AFTER, APART = 14, 6, 16


class ChartKeys(QWidget):
    """A short line or a box in the colour of each series, and its name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: Sequence[Key] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Name other series."""
        self._keys = keys
        self.setAccessibleName(", ".join(key.words for key in keys))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._theme.metrics("caption")
        wide = sum(DASH + AFTER + metrics.horizontalAdvance(key.words) for key in self._keys)
        return QSize(ceil(wide + APART * max(len(self._keys) - 1, 0)), self._theme.line("body"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        font, metrics = theme.font("caption"), theme.metrics("caption")
        x, middle = 0.0, self.height() / 2
        for key in self._keys:
            if key.is_line:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                pen = QPen(QColor(key.colour), 2.25)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                if key.dashed:
                    pen.setDashPattern([1.8, 1.2])
                painter.setPen(pen)
                painter.drawLine(QPointF(x, middle), QPointF(x + DASH, middle))
            else:
                box(painter, QRectF(x + 2, middle - 5, 10, 10), 2, QColor(key.colour))
            wide = metrics.horizontalAdvance(key.words)
            place = QRectF(x + DASH + AFTER, 0, wide + 1, self.height())
            draw_text(painter, place, key.words, font, theme.colour("text-2"))
            x += DASH + AFTER + wide + APART
        painter.end()
