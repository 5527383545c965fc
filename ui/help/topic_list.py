"""The names of the pages of the help, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.help import HelpPage
from ui.common.keyboard_focus import shows_ring
from ui.common.painting import box, ring
from ui.common.text import draw_text
from ui.common.theme import Theme

ROW = 32
PADDING = 8
TOPIC = Qt.ItemDataRole.UserRole


class TopicDelegate(QStyledItemDelegate):
    """Paints a name as an entry of the settings is painted."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._theme.height(ROW) + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._theme
        painter.save()
        rect = QRectF(option.rect).adjusted(0, 0, 0, -2)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, 6, theme.colour("accent-soft" if chosen else "hover"))
        if chosen and shows_ring(self._view):
            ring(painter, theme, rect)
        words = rect.adjusted(PADDING, 0, -PADDING, 0)
        colour = theme.colour("accent-text" if chosen else "text-2")
        font = theme.font("body", strong=chosen)
        draw_text(painter, words, str(index.data()), font, colour)
        painter.restore()


class TopicList(QListWidget):
    """Tells which page is chosen by mouse or key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(TopicDelegate(theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self.doItemsLayout)

    def show_pages(self, pages: Sequence[HelpPage], topic: str) -> None:
        """List these pages; nothing is told of the one that is chosen in it."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for page in pages:
            item = QListWidgetItem(page.title, self)
            item.setData(TOPIC, page.topic)
        self.blockSignals(False)  # noqa: FBT003
        self.choose(topic)

    def topics(self) -> list[str]:
        """Return what is listed, from the top."""
        return [self.item(row).data(TOPIC) for row in range(self.count())]

    def choose(self, topic: str) -> None:
        """Choose a page if it is listed, without telling."""
        listed = self.topics()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setCurrentRow(listed.index(topic) if topic in listed else -1)
        self.blockSignals(False)  # noqa: FBT003
        self.viewport().update()

    def step(self, rows: int) -> None:
        """Go that many rows down."""
        if self.count():
            self.setCurrentRow(min(max(0, self.currentRow() + rows), self.count() - 1))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(TOPIC))
