"""A line beside a deal: a person, a product, a quote."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.avatar import paint_avatar
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.pill import paint_pill, pill_width
from ui.common.widgets.state import state_of

HEIGHT = 32
ICON, GAP, AVATAR = 14, 8, 20
LEAST = 64  # px of the first words, which give way to those at the right
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowLine(QWidget):
    """A mark, a name, quiet words at the right; Enter or a click opens, Del takes it away."""

    opened = Signal()
    removed = Signal()

    def __init__(
        self,
        kit: Kit,
        name: str,
        right: str = "",
        *,
        icon: str = "",
        person: tuple[int, bool] | None = None,
        pill: tuple[str, str] | None = None,
        remove: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`person` is the colour of an avatar and whether it is a company's, `pill` words and role.

        `remove` are the words of what Del does.
        """
        super().__init__(parent)
        self._kit = kit
        self.name, self.right = name, right
        self._icon, self._person, self._pill = icon, person, pill
        self._remove = remove
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = ", ".join(part for part in (name, pill[0] if pill else "", right) if part)
        self.setAccessibleName(told)
        self.setAccessibleDescription(self.tr("Enter opens it"))
        self.setToolTip(told)

    def sizeHint(self) -> QSize:
        return QSize(LEAST + 160, self._kit.theme.height(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENS:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self._remove:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu(self._kit.theme, parent=self)
        menu.add(self.tr("Open"), "external-link", "Return").triggered.connect(self.opened)
        if self._remove:
            away = menu.add(self._remove, "x", "Del", danger=True)
            away.triggered.connect(self.removed)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        popup(menu, event.globalPos() if by_mouse else under(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, state = self._kit.theme, state_of(self)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        middle = rect.center().y()
        if state.hover:
            box(painter, rect.adjusted(-1, 0, 1, 0), 6, theme.colour("hover"))
        left = rect.left() + 2
        if self._person is not None:
            colour, company = self._person
            at = QPointF(left, middle)
            paint_avatar(painter, theme, at, self.name, colour, AVATAR, company=company)
            left += AVATAR + GAP
        elif self._icon:
            theme.paint_icon(painter, QPointF(left, middle - ICON / 2), self._icon, ICON, "muted")
            left += ICON + GAP
        right = rect.right() - 2
        if self._pill is not None:
            words, role = self._pill
            right -= pill_width(theme, words)
            paint_pill(painter, theme, QPointF(right, middle), words, role)
            right -= GAP
        digits = theme.font("body", digits=True)
        room = QRectF(left, rect.top(), right - left, rect.height())
        if self.right:
            beside = room.adjusted(min(LEAST, room.width()), 0, 0, 0)
            used = draw_text(painter, beside, self.right, digits, theme.colour("text-2"), RIGHT)
            room.setRight(room.right() - used - GAP)
        draw_text(painter, room, self.name, theme.font("body"), theme.colour("text"))
        if state.ring:
            ring(painter, theme, rect)
        painter.end()
