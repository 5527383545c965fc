"""A half circle that tells how bad something is, from good at the left to bad at the right."""

from __future__ import annotations

from math import ceil, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme

SIZE = QSize(120, 66)
STROKE = 9.0
MARKER = 7.0  # px from the middle of the ring to its edge
EDGE = 3.0  # px of that edge
GAP = 0.012  # of the half circle, between two arcs
ARCS = (
    ("success-solid", 0.0, 1 / 3),
    ("warning-solid", 1 / 3, 2 / 3),
    ("danger-solid", 2 / 3, 1.0),
)


class Gauge(QWidget):
    """Three arcs and a ring where the share is, with the number in the middle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, words: str, name: str) -> None:
        """Show a share of 1, with `words` in the middle; `name` is read aloud."""
        self._share = min(max(0.0, share), 1.0)
        self._words = words
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        scale = max(1.0, self._theme.text_scale)
        return QSize(ceil(SIZE.width() * scale), ceil(SIZE.height() * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, scale = self._theme, max(1.0, self._theme.text_scale)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke, ring = STROKE * scale, (MARKER + EDGE / 2) * scale
        radius = self.width() / 2 - ring - 2
        middle = QPointF(self.width() / 2, ring + radius)
        around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        for colour, first, last in ARCS:
            pen = QPen(theme.colour(colour), stroke)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            begin = first + GAP * bool(first)
            painter.drawArc(around, _turned(1 - begin), -_turned(last - begin))
        turn = pi * (1 - self._share)
        mark = QPointF(middle.x() + radius * cos(turn), middle.y() - radius * sin(turn))
        painter.setPen(QPen(theme.colour("text"), EDGE * scale))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(mark, MARKER * scale, MARKER * scale)
        line = theme.line("number")
        inside = QRectF(0, self.height() - line - 2, self.width(), line)
        font = theme.font("number", digits=True)
        draw_text(painter, inside, self._words, font, theme.colour("text"), CENTRE)
        painter.end()


def _turned(share: float) -> int:
    """Return a share of the half circle as painters count it."""
    return round(16 * 180 * share)
