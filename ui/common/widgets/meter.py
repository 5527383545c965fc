"""A small bar that tells a score in steps, or a share of a whole."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.painting import box
from ui.common.theme import Theme

HEIGHT, RADIUS = 6, 3
GAP = 3  # px between two steps


class Meter(QWidget):
    """Steps of which some are filled, or one bar; words beside it tell the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filled = 0.0
        self._steps = 1
        self._colour = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, filled: int, steps: int, colour: str = "accent") -> None:
        """Show that many of the steps, in the colour of a token."""
        self._filled, self._steps, self._colour = float(filled), steps, colour
        self.update()

    def show_share(self, share: float) -> None:
        """Show a share of 1."""
        self._filled, self._steps, self._colour = min(max(0.0, share), 1.0), 1, "accent"
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, steps = self._theme, self._steps
        painter = QPainter(self)
        width = (self.width() - GAP * (steps - 1)) / steps
        for step in range(steps):
            whole = QRectF(step * (width + GAP), 0, width, HEIGHT)
            box(painter, whole, RADIUS, theme.colour("pressed" if steps > 1 else "accent-border"))
            if share := min(max(0.0, self._filled - step), 1.0):
                whole.setWidth(max(2 * RADIUS, width * share))
                box(painter, whole, RADIUS, theme.colour(self._colour))
        painter.end()
