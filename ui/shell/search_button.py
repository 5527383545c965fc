"""The button in the navigation that opens the command palette."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common.painting import box, ring
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import literal, state_of, words_of

ICON = 16
KEY = 18
RAIL, RAIL_ICON = 36, 18  # px; as the items of the navigation


class SearchButton(QPushButton):
    """Looks like a field with its key; folds to the magnifier."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._rail = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Say what it does."""
        self.setText(literal(text))
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._key})" if self._rail else "")

    def set_rail(self, *, rail: bool) -> None:
        """Show the magnifier only."""
        self._rail = rail
        self.set_text(words_of(self))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(RAIL, self._theme.height(RAIL if self._rail else 32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state, rect = state_of(self), QRectF(self.rect())
        touched = state.hover or state.down
        if not self._rail:
            fill = theme.colour("hover" if touched else "surface")
            box(painter, rect, 6, fill, theme.colour("border-strong"))
        elif touched:
            box(painter, rect, 6, theme.colour("nav-hover"))
        if state.ring:
            ring(painter, theme, rect)
        middle = rect.center().y()
        side = RAIL_ICON if self._rail else ICON
        left = rect.center().x() - side / 2 if self._rail else 9.0
        ink = "text-2" if self._rail else "muted"
        theme.paint_icon(painter, QPointF(left, middle - side / 2), "search", side, ink)
        if not self._rail:
            width = theme.metrics("caption").horizontalAdvance(self._key) + 10
            height = theme.height(KEY, "caption", 2)
            place = QRectF(rect.right() - 7 - width, round(middle - height / 2), width, height)
            box(painter, place, 4, theme.colour("sunken"), theme.colour("border"))
            muted = theme.colour("muted")
            draw_text(painter, place, self._key, theme.font("caption"), muted, CENTRE)
            words = rect.adjusted(32, 0, -width - 13, 0)
            draw_text(painter, words, words_of(self), theme.font("body"), muted)
        painter.end()
