"""Who is at the desk, at the foot of the navigation."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common.painting import box, ring
from ui.common.text import RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import avatar_colour, paint_avatar
from ui.common.widgets.state import literal, state_of, words_of

HEIGHT = 40
AVATAR = 24
TEXT_LEFT = 40
PADDING = 8


class MeButton(QPushButton):
    """Avatar, name and role; folds to the avatar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = ""
        self._colour = 0
        self._rail = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_person(self, staff_id: int, name: str, role: str) -> None:
        """Show somebody; `role` in words."""
        self.setText(literal(name))
        self._role = role
        self._colour = avatar_colour(staff_id)
        self._tell()
        self.update()

    def set_rail(self, *, rail: bool) -> None:
        """Show the avatar only."""
        self._rail = rail
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(36, self._theme.height(HEIGHT))  # the room of the rail

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state, rect = state_of(self), QRectF(self.rect())
        if state.hover or state.down:
            box(painter, rect, 6, theme.colour("nav-hover"))
        if state.ring:
            ring(painter, theme, rect)
        name = words_of(self)
        left = rect.center().x() - AVATAR / 2 if self._rail else PADDING
        at = QPointF(left, rect.center().y())
        paint_avatar(painter, theme, at, name, self._colour, AVATAR)
        if not self._rail:
            words = rect.adjusted(TEXT_LEFT, 0, -PADDING, 0)
            used = theme.metrics("caption").horizontalAdvance(self._role)
            font, muted = theme.font("caption"), theme.colour("muted")
            draw_text(painter, words, self._role, font, muted, RIGHT)
            room = words.adjusted(0, 0, -used - PADDING, 0)
            draw_text(painter, room, name, theme.font("strong"), theme.colour("text"))
        painter.end()

    def _tell(self) -> None:
        name = words_of(self)
        self.setAccessibleName(f"{name}, {self._role}")
        self.setToolTip(name if self._rail else "")
