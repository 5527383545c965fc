"""The key that does the same as a click."""

from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.common.painting import box
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme

HEIGHT = 18
PADDING = 5


class Kbd(QLabel):
    """The name of a key in a small box."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = self._theme.height(HEIGHT, "caption", 2)
        words = self._theme.metrics("caption").horizontalAdvance(self.text())
        return QSize(max(height, ceil(words) + 2 * PADDING), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, 4, theme.colour("sunken"), theme.colour("border"))
        draw_text(painter, rect, self.text(), theme.font("caption"), theme.colour("muted"), CENTRE)
        painter.end()
