"""One related contact: who it is, and what it is to the one shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shapes.relations import RelationRow
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.avatar import avatar_colour, paint_avatar
from ui.common.widgets.menu import Menu, popup
from ui.common.widgets.state import state_of
from ui.contacts.relation_words import more_words, relation_words

HEIGHT = 38
AVATAR = 28
GAP = 10
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RelationLine(QWidget):
    """Enter or a click opens the other's page, F2 edits, Del removes, the menu has the rest."""

    opened = Signal(object)  # RelationRow
    edit_asked = Signal(object)
    end_asked = Signal(object)
    first_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, kit: Kit, row: RelationRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.row = row
        self._words = relation_words(row, kit)
        self._more = more_words(row, kit)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = ", ".join(filter(None, (row.other_name, self._words, self._more)))
        self.setAccessibleName(told)
        self.setAccessibleDescription(self.tr("Enter opens it, F2 edits, Del removes"))
        self.setToolTip(told)

    def menu(self) -> Menu:
        """Return what can be done with the relation."""
        menu = Menu(self._kit.theme, parent=self.window())  # it outlives the line
        entries = [(self.tr("Open the page"), "external-link", "Return", self.opened),
                   (self.tr("Edit"), "pencil", "F2", self.edit_asked)]  # fmt: skip
        if not self.row.until:
            if not self.row.is_primary:
                entries.append((self.tr("Put first"), "star", "", self.first_asked))
            entries.append((self.tr("No longer"), "clock", "", self.end_asked))
        for words, icon, key, signal in entries:
            action = menu.add(words, icon, key)
            action.triggered.connect(lambda _on=False, signal=signal: signal.emit(self.row))
        menu.addSeparator()
        remove = menu.add(self.tr("Remove"), "trash-2", "Del", danger=True)
        remove.triggered.connect(lambda: self.remove_asked.emit(self.row))
        return menu

    def sizeHint(self) -> QSize:
        return QSize(AVATAR + 120, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(AVATAR + 60, self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENS:
            self.opened.emit(self.row)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit(self.row)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(self.row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        below = self.mapToGlobal(QPoint(0, self.height()))
        popup(self.menu(), event.globalPos() if mouse else below)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, row = self._kit.theme, self.row
        painter = QPainter(self)
        rect, state = QRectF(self.rect()), state_of(self)
        if state.hover:
            box(painter, rect, 6, theme.colour("hover"))
        if row.until:
            painter.setOpacity(0.6)
        at = QPointF(rect.left() + 2, rect.center().y())
        company = row.other_kind == "company"
        colour = avatar_colour(row.other_id)
        paint_avatar(painter, theme, at, row.other_name, colour, AVATAR, company=company)
        painter.setOpacity(1)
        words = rect.adjusted(AVATAR + GAP + 2, 0, -6, 0)
        if self._more:
            line = theme.line("body")
            top = rect.center().y() - (line + theme.line("caption")) / 2
            below = QRectF(words.left(), top + line, words.width(), theme.line("caption"))
            draw_text(painter, below, self._more, theme.font("caption"), theme.colour("muted"))
            words = QRectF(words.left(), top, words.width(), line)
        half = words.adjusted(words.width() * 0.45, 0, 0, 0)
        used = draw_text(
            painter, half, self._words, theme.font("body"), theme.colour("muted"), RIGHT
        )
        name = words.adjusted(0, 0, -used - 8, 0)
        ink = theme.colour("muted" if row.until else "text")
        draw_text(painter, name, row.other_name, theme.font("body", strong=True), ink)
        if state.ring:
            ring(painter, theme, rect)
        painter.end()

    def _height(self) -> int:
        theme = self._kit.theme
        two = theme.line("body") + theme.line("caption") + 8
        return max(theme.height(HEIGHT), two if self._more else 0)
