"""A button with the icon above its word, for the few things done most."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common.painting import box, ring
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import literal, state_of, words_of

HEIGHT = 52
ICON = 16
LEAST = 40  # px, below which its word would be cut off


class QuickButton(QPushButton):
    """One of a row of equal buttons, 52 px high."""

    def __init__(
        self, theme: Theme, text: str, icon: str, *, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(literal(text), parent)
        self._theme = theme
        self._icon = icon
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{text}  {key}" if key else "")

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("caption").horizontalAdvance(words_of(self))
        return QSize(max(48, ceil(words) + 12), self._theme.height(HEIGHT, "caption", 37))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        rect = QRectF(self.rect())
        fill = "pressed" if state.down else "hover" if state.hover else "surface"
        edge = "border-strong" if state.enabled else "border"
        box(painter, rect, 6, theme.colour(fill), theme.colour(edge))
        if state.ring:
            ring(painter, theme, rect)
        icon, text = ("text", "text-2") if state.enabled else ("disabled", "disabled")
        at = QPointF(rect.center().x() - ICON / 2, 8)
        theme.paint_icon(painter, at, self._icon, ICON, icon)
        words = rect.adjusted(2, 26, -2, -7)
        font, colour = theme.font("caption"), theme.colour(text)
        draw_text(painter, words, words_of(self), font, colour, CENTRE)
        painter.end()
