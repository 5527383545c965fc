"""The button with the shop's name, at the head of the navigation."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common.icons import logo
from ui.common.painting import box, ring
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import literal, state_of, words_of

LOGO, LOGO_RAIL = 24, 28
HEIGHT, HEIGHT_RAIL = 32, 28


class Brand(QPushButton):
    """The sign of the program and the shop's name; opens the menu of the shop."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rail = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str, what: str) -> None:
        """Show a shop's name; `what` says what the button opens."""
        self.setText(literal(name))
        self.setAccessibleName(f"{name}, {what}")
        self.setToolTip(name if self._rail else "")

    def set_rail(self, *, rail: bool) -> None:
        """Show the sign only."""
        self._rail = rail
        self.setToolTip(words_of(self) if rail else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = HEIGHT_RAIL if self._rail else HEIGHT
        return QSize(36, self._theme.height(height))  # the room of the rail

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        rect = QRectF(self.rect())
        if state.hover or state.down:
            box(painter, rect, 6, theme.colour("nav-hover"))
        if state.ring:
            ring(painter, theme, rect)
        middle = rect.center().y()
        side = LOGO_RAIL if self._rail else LOGO
        left = rect.center().x() - side / 2 if self._rail else 8
        sign = logo(side, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, middle - side / 2), sign)
        if not self._rail:
            theme.paint_icon(
                painter, QPointF(rect.right() - 22, middle - 7), "chevrons-up-down", 14, "muted"
            )
            words = rect.adjusted(40, 0, -28, 0)
            draw_text(painter, words, words_of(self), theme.font("strong"), theme.colour("text"))
        painter.end()
