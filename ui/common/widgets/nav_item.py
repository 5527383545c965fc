"""Entries of the navigation: pages and smart lists."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common.painting import box, disc, ring
from ui.common.text import CENTRE, RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import literal, state_of, words_of

HEIGHT = 32
ICON = 18
TEXT_LEFT = 36
PADDING = 8
BADGE = 18
BADGE_RIGHT = 6  # its digits stand under those of the others
DOT = 8
RAIL = 36  # px, both ways, of an item that is only its icon


class NavItem(QPushButton):
    """A checkable line with icon or dot, name and count; as a `rail` it shows its icon only."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str = "",
        dot: str = "",
        count: str = "",
        urgent: bool = False,
        accent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`dot` is the colour of a list, as 'plum-solid'; `urgent` puts the count on red.

        An `accent` one shows being chosen in the accent colour, as in a page.
        """
        super().__init__(literal(text), parent)
        self._theme = theme
        self._icon = icon
        self._dot = dot
        self._count = count
        self._urgent = urgent
        self._accent = accent
        self._rail = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_text(self, text: str) -> None:
        """Show another name."""
        self.setText(literal(text))
        self._tell()

    def set_count(self, count: str, *, urgent: bool = False) -> None:
        """Show how many there are; `urgent` puts it on red."""
        self._count, self._urgent = count, urgent
        self._tell()
        self.update()

    def set_dot(self, dot: str) -> None:
        """Show another colour of a list."""
        self._dot = dot
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def set_rail(self, *, rail: bool) -> None:
        """Fold to the icon, with the name as a tooltip."""
        self._rail = rail
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._rail:
            return QSize(RAIL, self._theme.height(RAIL))
        height = self._theme.height(HEIGHT)
        words = self._theme.metrics("strong").horizontalAdvance(words_of(self))
        return QSize(TEXT_LEFT + ceil(words) + 2 * PADDING + self._count_width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(RAIL, self._theme.height(RAIL if self._rail else HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        rect = QRectF(self.rect())
        if state.checked:
            fill = "accent-soft" if self._accent else "nav-selected"
            box(painter, rect, 6, theme.colour(fill))
        elif state.hover or state.down:
            box(painter, rect, 6, theme.colour("nav-hover"))
        if state.ring:
            ring(painter, theme, rect)
        ink = "text" if state.checked or state.hover else "text-2"
        if self._accent and state.checked:
            ink = "accent-text"
        self._paint_mark(painter, rect, ink)
        if not self._rail:
            used = self._paint_count(painter, rect, checked=state.checked)
            words = rect.adjusted(TEXT_LEFT, 0, -used - PADDING, 0)
            font = theme.font("body", strong=state.checked)
            draw_text(painter, words, words_of(self), font, theme.colour(ink))
        painter.end()

    def _paint_mark(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        theme = self._theme
        middle = PADDING + ICON / 2 if not self._rail else rect.width() / 2
        at = QPointF(middle, rect.center().y())
        if self._dot:
            half = DOT / 2
            place = QRectF(at.x() - half, at.y() - half, DOT, DOT)
            disc(painter, place, theme.colour(self._dot))
            return
        corner = at - QPointF(ICON / 2, ICON / 2)
        theme.paint_icon(painter, corner, self._icon, ICON, ink)
        if self._rail and self._urgent and self._count:
            spot = QRectF(at.x() + 5, at.y() - 11, 7, 7)
            disc(painter, spot, theme.colour("danger-solid"))

    def _paint_count(self, painter: QPainter, rect: QRectF, *, checked: bool) -> float:
        theme = self._theme
        if not self._count:
            return 0
        width = self._count_width()
        right = rect.right() - (BADGE_RIGHT if self._urgent else PADDING)
        place = QRectF(right - width, 0, width, rect.height())
        if not self._urgent:
            font = theme.font("caption", digits=True)
            colour = theme.colour("text-2" if checked else "muted")
            draw_text(painter, place, self._count, font, colour, RIGHT)
            return width
        badge = QRectF(place.left(), rect.center().y() - BADGE / 2, width, BADGE)
        box(painter, badge, BADGE / 2, theme.colour("danger-soft"))
        font = theme.font("caption", strong=True, digits=True)
        draw_text(painter, badge, self._count, font, theme.colour("danger"), CENTRE)
        return width

    def _count_width(self) -> int:
        metrics = self._theme.metrics("caption", strong=self._urgent, digits=True)
        words = ceil(metrics.horizontalAdvance(self._count)) if self._count else 0
        return max(BADGE, words + 12) if self._urgent and words else words

    def _tell(self) -> None:
        name = words_of(self)
        self.setAccessibleName(f"{name}, {self._count}" if self._count else name)
        self.setToolTip(name if self._rail else "")
