"""Buttons that show an icon only."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui.common.painting import box, ring
from ui.common.theme import Theme
from ui.common.widgets.state import State, state_of

ICON = 16
RADIUS = 6


class IconButton(QToolButton):
    """A square button; its name is read aloud and shown as the tooltip with its key."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        key: str = "",
        outlined: bool = False,
        size: int = 28,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._outlined = outlined
        self._size = size
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name, key)

    def set_name(self, name: str, key: str = "") -> None:
        """Say what the button does, and which key does the same."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {key}" if key else name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        fill, border, icon = self._colours(state)
        rect = QRectF(self.rect())
        if fill or border:
            box(
                painter,
                rect,
                RADIUS,
                theme.colour(fill) if fill else None,
                theme.colour(border) if border else None,
            )
        if state.ring:
            ring(painter, theme, rect, RADIUS)
        at = rect.center() - QPointF(ICON / 2, ICON / 2)
        theme.paint_icon(painter, at, self._icon, ICON, icon)
        painter.end()

    def _colours(self, state: State) -> tuple[str, str, str]:
        border = "border-strong" if self._outlined else ""
        if not state.enabled:
            return "", "border" if self._outlined else "", "disabled"
        if state.down:
            return "pressed", border, "text"
        if state.checked:
            return "accent-soft", "accent-border" if self._outlined else "", "accent-text"
        if state.hover:
            return "hover", border, "text"
        return "surface" if self._outlined else "", border, "text-2"
