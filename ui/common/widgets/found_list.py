"""Contacts that a search found, as a short list below its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.shapes.contacts import FoundContact
from ui.common.painting import box
from ui.common.text import RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import avatar_colour, paint_avatar

LINE = 40
FOUND = Qt.ItemDataRole.UserRole + 1


class FoundList(QListWidget):
    """One line per contact; a click chooses it, the keys stay with the field above."""

    chosen = Signal(object)  # FoundContact

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(FoundDelegate(theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field above keeps it
        self.itemClicked.connect(self._on_clicked)

    def show_found(self, contacts: Sequence[FoundContact]) -> None:
        """Show these contacts, the first one selected."""
        self.clear()
        for contact in contacts:
            phone = contact.phones[0] if contact.phones else ""
            item = QListWidgetItem(", ".join(part for part in (contact.name, phone) if part))
            item.setData(FOUND, contact)
            self.addItem(item)
        if contacts:
            self.setCurrentRow(0)

    def show_nobody(self, words: str) -> None:
        """Say that there is nobody to choose."""
        self.clear()
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def current(self) -> FoundContact | None:
        """Return the contact that is selected."""
        item = self.currentItem()
        found = item.data(FOUND) if item is not None else None
        return found if isinstance(found, FoundContact) else None

    def step(self, rows: int) -> None:
        """Select the contact that many rows down."""
        if self.count():
            self.setCurrentRow(min(max(0, self.currentRow() + rows), self.count() - 1))

    def _on_clicked(self, item: QListWidgetItem) -> None:
        if item.data(FOUND) is not None:
            self.chosen.emit(item.data(FOUND))


class FoundDelegate(QStyledItemDelegate):
    """Avatar, name, phone; or the words that say that there is nobody."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        found, theme = index.data(FOUND), self._theme
        rect = QRectF(option.rect)
        if not isinstance(found, FoundContact):
            words = rect.adjusted(12, 0, -12, 0)
            draw_text(painter, words, index.data(), theme.font("body"), theme.colour("muted"))
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, rect, 6, theme.colour("accent-soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, 6, theme.colour("hover"))
        at = QPointF(rect.left() + 8, rect.center().y())
        company = found.kind == "company"
        paint_avatar(painter, theme, at, found.name, avatar_colour(found.id), 24, company=company)
        words = rect.adjusted(44, 0, -12, 0)
        used = 0.0
        if found.phones:
            font = theme.font("body", digits=True)
            used = draw_text(painter, words, found.phones[0], font, theme.colour("muted"), RIGHT)
        name = words.adjusted(0, 0, -used - 12, 0)
        draw_text(painter, name, found.name, theme.font("strong"), theme.colour("text"))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, self._theme.height(LINE))
