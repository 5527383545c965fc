"""A small icon beside a sentence."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.common.theme import Theme

SIDE = 16


class IconMark(QWidget):
    """Shows an icon in the colour of a token; the words beside it say the same."""

    def __init__(self, theme: Theme, icon: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self.setFixedSize(QSize(SIDE, SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.paint_icon(painter, QPointF(0, 0), self._icon, SIDE, self._colour)
        painter.end()
