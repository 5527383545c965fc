"""Pills: a tier or a state as icon, word and colour."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.common.painting import box, snap
from ui.common.text import draw_text
from ui.common.theme import Theme

ICON = 12
HEIGHT = 20


def pill_height(theme: Theme) -> int:
    """Return the height of a pill or tag in px."""
    return theme.height(HEIGHT, "caption", 4)


def pill_width(theme: Theme, text: str, icon: str = "") -> float:
    """Return how wide the pill is in px."""
    words = theme.metrics("caption", strong=True).horizontalAdvance(text)
    return words + (6 + ICON + 4 + 8 if icon else 16)


def paint_pill(
    painter: QPainter, theme: Theme, at: QPointF, text: str, role: str, icon: str = ""
) -> float:
    """Paint a pill whose left edge has its middle at that point; return its width."""
    width = pill_width(theme, text, icon)
    height = pill_height(theme)
    rect = QRectF(at.x(), snap(at.y() - height / 2), width, height)
    box(painter, rect, height / 2, theme.colour(f"{role}-soft"))
    left = rect.left() + 8
    if icon:
        theme.paint_icon(
            painter, QPointF(rect.left() + 6, rect.center().y() - ICON / 2), icon, ICON, role
        )
        left = rect.left() + 6 + ICON + 4
    words = QRectF(left, rect.top(), rect.right() - left, height)
    draw_text(painter, words, text, theme.font("caption", strong=True), theme.colour(role))
    return width


class Pill(QLabel):
    """A pill as a widget; `role` is a colour role such as 'warning'."""

    def __init__(
        self, theme: Theme, text: str, role: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._role = role
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, role: str, icon: str = "") -> None:
        """Show another state."""
        self._role = role
        self._icon = icon
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:
        width = pill_width(self._theme, self.text(), self._icon)
        return QSize(ceil(width), pill_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        at = QPointF(0, self.height() / 2)
        paint_pill(painter, self._theme, at, self.text(), self._role, self._icon)
        painter.end()
