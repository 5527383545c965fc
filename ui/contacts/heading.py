"""The name of the list that is shown; opens the menu of lists."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common.painting import box, ring
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import literal, state_of, words_of

HEIGHT = 28
SIDE = 6  # px around the words under the pointer; the words stand where a title stands
GAP = 8
ICON = 16


class ListHeading(QPushButton):
    """A title that is a button."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another name."""
        self.setText(literal(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("title").horizontalAdvance(words_of(self))
        return QSize(ceil(words) + GAP + ICON + SIDE, self._theme.height(HEIGHT, "title", 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        rect = QRectF(self.rect())
        if state.hover or state.down:
            box(painter, rect, SIDE, theme.colour("hover"))
        if state.ring:
            ring(painter, theme, rect)
        room = rect.adjusted(0, 0, -GAP - ICON - SIDE, 0)
        width = draw_text(painter, room, words_of(self), theme.font("title"), theme.colour("text"))
        at = QPointF(width + GAP, rect.center().y() - ICON / 2)
        theme.paint_icon(painter, at, "chevron-down", ICON, "text-2")
        painter.end()
