"""Menus in the look of the program."""

import sys
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QActionEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QWidget

from ui.common.painting import box
from ui.common.text import RIGHT, draw_text
from ui.common.theme import Theme

ICON = 16
LEFT = 8
TEXT_LEFT = 34
RADIUS = 8
EDGE = 5  # px between the border of the menu and its entries
KEY_GAP = 24  # px between the words and the key of an entry
DANGER = "danger"  # property of an action that takes something away
NAME = "icon-name"
BESIDE = "beside"  # property of an action: what stands at the right in the place of a key


class Menu(QMenu):
    """A menu with icons of the set and rounded corners; `add` makes an entry."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._theme = theme
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._widen)
        # Without these the corners outside the rounded border are black or white.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        if sys.platform == "win32":  # its shadow is a rectangle, also around round corners
            self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)

    def add(
        self,
        text: str,
        icon: str = "",
        key: str = "",
        *,
        danger: bool = False,
        beside: str = "",
    ) -> QAction:
        """Add an entry; `key` is shown at the right, the shortcut itself is set elsewhere.

        `beside` are words at the right instead, as when something will be.
        """
        action = QAction(text, self)
        if icon:
            action.setIcon(self._theme.icon(icon))
        action.setProperty(NAME, icon)
        action.setProperty(DANGER, danger)
        action.setProperty(BESIDE, beside)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        self.addAction(action)
        return action

    def actionEvent(self, event: QActionEvent) -> None:
        super().actionEvent(event)
        if self.isVisible() and event.type() != QEvent.Type.ActionRemoved:
            self._widen()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, RADIUS, theme.colour("raised"), theme.colour("border-strong"))
        for action in self.actions():
            if not action.isVisible():
                continue
            place = QRectF(self.actionGeometry(action))
            if action.isSeparator():
                line = QRectF(rect.left() + 5, round(place.center().y()), rect.width() - 10, 1)
                painter.fillRect(line, theme.colour("border"))
            else:
                self._paint_entry(painter, place, action)
        self._paint_scrollers(painter)
        painter.end()

    def _paint_scrollers(self, painter: QPainter) -> None:
        """Show an arrow at an edge behind which a long menu goes on; the pointer scrolls there."""
        places = [self.actionGeometry(action) for action in self.actions()]
        height = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuScrollerHeight, None, self)
        inside = self.rect().adjusted(1, 1, -1, -1)
        ends = [
            (places and places[0].top() < inside.top(), inside.top(), "chevron-up"),
            (places and places[-1].bottom() > inside.bottom(), inside.bottom() - height + 1,
             "chevron-down"),
        ]  # fmt: skip
        for goes_on, top, icon in ends:
            if goes_on:
                strip = QRectF(inside.left() + RADIUS / 2, top, inside.width() - RADIUS, height)
                painter.fillRect(strip, self._theme.colour("raised"))
                at = strip.center() - QPointF(ICON / 2, ICON / 2)
                self._theme.paint_icon(painter, at, icon, ICON, "muted")

    def _paint_entry(self, painter: QPainter, rect: QRectF, action: QAction) -> None:
        theme = self._theme
        if action is self.activeAction() and action.isEnabled():
            box(painter, rect, 5, theme.colour("hover"))
        ink = "danger" if action.property(DANGER) else "text"
        icon = "text" if ink == "danger" else "text-2"
        key = _right_of(action)
        if not action.isEnabled():
            ink = icon = "disabled"
        name = "check" if action.isCheckable() and action.isChecked() else action.property(NAME)
        if name:
            at = QPointF(rect.left() + LEFT, rect.center().y() - ICON / 2)
            theme.paint_icon(painter, at, name, ICON, icon)
        words = rect.adjusted(TEXT_LEFT if self._has_icons() else LEFT, 0, -LEFT, 0)
        if action.menu() is not None:
            at = QPointF(rect.right() - LEFT - ICON, rect.center().y() - ICON / 2)
            theme.paint_icon(painter, at, "chevron-right", ICON, icon)
        text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        draw_text(painter, words, text, theme.font("body"), theme.colour(ink))
        draw_text(painter, words, key, theme.font("caption"), theme.colour("muted"), RIGHT)

    def _widen(self) -> None:
        """Give every entry the room its words need."""
        self.setMinimumWidth(max((self._width_of(a) for a in self.actions()), default=0))

    def _width_of(self, action: QAction) -> int:
        """Return the width an entry is painted in; Qt counts neither check mark nor arrow."""
        words = self._theme.metrics("body").horizontalAdvance(action.text().replace("&", ""))
        key = _right_of(action)
        right = self._theme.metrics("caption").horizontalAdvance(key) + KEY_GAP if key else 0.0
        if action.menu() is not None:
            right += ICON + LEFT
        return ceil(TEXT_LEFT + words + right + 2 * LEFT + 2 * EDGE)

    def _has_icons(self) -> bool:
        return any(action.property(NAME) or action.isCheckable() for action in self.actions())


def _right_of(action: QAction) -> str:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return key or action.property(BESIDE) or ""


def popup(menu: QMenu, at: QPoint) -> None:
    """Open a menu that is used once; it goes when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)


def under(widget: QWidget) -> QPoint:
    """Return where the menu of a widget opens."""
    return widget.mapToGlobal(QPoint(0, widget.height() + 4))
