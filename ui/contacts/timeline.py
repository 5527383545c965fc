"""The timeline as a list that is as high as its entries; what is around it scrolls."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QFrame,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from ui.common.keyboard_focus import select_one
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.widgets.menu import Menu
from ui.common.widgets.timeline import ITEM_ROLE
from ui.contacts.timeline_delegate import EDITOR, EntryDelegate
from ui.contacts.timeline_model import Index, Reader, TimelineModel

AHEAD = 800  # px before the end at which the next window is read


class TimelineList(QListView):
    """Entries newest first; Enter edits one, Delete removes it, the menu can pin it.

    It reads on while the area it stands in is scrolled towards its end.
    """

    typed = Signal(object, str)  # entry, text
    pin_asked = Signal(object)  # entry
    remove_asked = Signal(object)  # entry

    def __init__(self, kit: Kit, *, roomy: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._heights: list[int] = []
        self._measured = 0  # the width the heights are for
        self._edited: int | None = None  # the row whose editor is open
        self._stale = False
        self._area: QScrollArea | None = None
        self.entries = TimelineModel(kit, self)
        self._delegate = EntryDelegate(kit.theme, roomy=roomy, parent=self)
        self.setModel(self.entries)
        self.setItemDelegate(self._delegate)
        self._menu = Menu(kit.theme, parent=self)
        self.edit_action = self._menu.add("", "pencil", "Return")
        self.pin_action = self._menu.add("", "pin")
        self.remove_action = self._menu.add("", "trash-2", "Del", danger=True)
        self._set_up()
        self._delegate.typed.connect(self.typed)
        self._delegate.closeEditor.connect(self._on_editor_closed)
        self.edit_action.triggered.connect(lambda: self.edit_line(self.currentIndex().row()))
        self.pin_action.triggered.connect(lambda: self._tell(self.pin_asked))
        self.remove_action.triggered.connect(lambda: self._tell(self.remove_asked))
        self.entries.rowsInserted.connect(self._on_grown)
        self.entries.modelReset.connect(self._measure)
        kit.theme.changed.connect(self._measure)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def watch(self, area: QScrollArea) -> None:
        """Say which area it stands in and is scrolled by."""
        self._area = area
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_scrolled)

    def show_entries(self, read: Reader) -> None:
        """Begin anew with what this reader gives."""
        self.close_editor()
        self.entries.show(read)

    def reload(self) -> None:
        """Read again; not before an editor that is open has been closed."""
        if self._edited is not None:
            self._stale = True
            return
        line = self.currentIndex().row()
        self.entries.reload()
        if line >= 0:
            self.setCurrentIndex(self.entries.index(min(line, self.entries.rowCount() - 1)))

    def set_names(self, names: Collection[str]) -> None:
        """Say who can be mentioned."""
        self._delegate.set_names(names)
        self.viewport().update()

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Timeline"))
        self.edit_action.setText(self.tr("Edit"))
        self.remove_action.setText(self.tr("Remove"))
        self.pin_action.setText(self.tr("Pin on top"))
        self.entries.repaint_all()

    def height_of(self, line: int) -> int:
        """Return how high a row is, in px."""
        height = self._heights[line] if line < len(self._heights) else 0
        return max(height, EDITOR + 44) if line == self._edited else height

    def edit_line(self, line: int) -> None:
        """Open the editor over the text of an entry."""
        if self.entries.entry_at(line) is None or self._edited is not None:
            return
        self._edited = line
        self._fit()
        self.edit(self.entries.index(line))

    def close_editor(self) -> None:
        """Save what an open editor holds."""
        editor = self.findChild(QPlainTextEdit)
        if self._edited is not None and editor is not None:
            self._delegate.commitData.emit(editor)
            self._delegate.closeEditor.emit(editor, self._delegate.EndEditHint.NoHint)

    def show_menu(self, line: int, at: QPoint) -> None:
        """Offer what can be done with an entry."""
        entry = self.entries.entry_at(line)
        if entry is None:
            return
        self.setCurrentIndex(self.entries.index(line))
        self.pin_action.setVisible(entry.is_note)
        self.pin_action.setText(self.tr("Unpin") if entry.pinned else self.tr("Pin on top"))
        self._menu.popup(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.show_menu(self.indexAt(event.pos()).row(), event.globalPos())
            return
        rect = self.visualRect(self.currentIndex())
        self.show_menu(self.currentIndex().row(), self.viewport().mapToGlobal(rect.bottomLeft()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        select_one(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_line(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete:
            self._tell(self.remove_asked)
        elif letter_of(event):
            event.ignore()  # a command of the page, not the start of a search
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        inner = self._area.widget() if self._area is not None else None
        if self._area is not None and inner is not None and current.isValid() and self.hasFocus():
            rect = self.visualRect(current)
            place = self.viewport().mapTo(inner, rect.center())
            self._area.ensureVisible(place.x(), place.y(), 0, rect.height() // 2 + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._measured:
            self._measure()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("clear", "true")
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def _tell(self, signal: SignalInstance) -> None:
        entry = self.entries.entry_at(self.currentIndex().row())
        if entry is not None:
            signal.emit(entry)

    def _measure(self) -> None:
        self._measured = self.viewport().width()
        self._heights.clear()
        self._add_heights()

    def _on_grown(self) -> None:
        self._add_heights()

    def _add_heights(self) -> None:
        for line in range(len(self._heights), self.entries.rowCount()):
            item = self.entries.index(line).data(ITEM_ROLE)
            self._heights.append(self._delegate.height(item, self._measured))
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, sum(map(self.height_of, range(len(self._heights))))))
        self.scheduleDelayedItemsLayout()

    def _on_scrolled(self) -> None:
        if self._area is None or not self.isVisible():
            return
        bar = self._area.verticalScrollBar()
        if self.entries.has_more and bar.value() > bar.maximum() - AHEAD:
            self.entries.grow()

    def _on_editor_closed(self, _editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        self._edited = None
        self._fit()
        if self._stale:
            self._stale = False
            self.reload()
