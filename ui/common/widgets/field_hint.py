"""The line below a field: what is wrong with it, or what it will do."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.common.text import draw_text
from ui.common.theme import Theme

ICON = 12
GAP = 4
ICONS = {"danger": "circle-alert", "muted": "info"}


class FieldHint(QLabel):
    """A small icon and a sentence; `role` is danger for an error, muted for a hint."""

    def __init__(
        self, theme: Theme, text: str = "", role: str = "danger", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setVisible(bool(text))

    def show_hint(self, text: str, role: str = "danger") -> None:
        """Say something else; an empty text hides the line."""
        self._role = role
        self.setText(text)
        self.setVisible(bool(text))
        self.update()

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("caption").horizontalAdvance(self.text())
        return QSize(ceil(words) + ICON + GAP, self._theme.line("caption"))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._theme.line("caption"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        at = QPointF(0, rect.center().y() - ICON / 2)
        theme.paint_icon(painter, at, ICONS[self._role], ICON, self._role)
        words = rect.adjusted(ICON + GAP, 0, 1, 0)
        font, colour = theme.font("caption"), theme.colour(self._role)
        draw_text(painter, words, self.text(), font, colour)
        painter.end()
