"""The rows of a timeline, of which only windows are in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.shapes.interactions import TimelineEntry
from ui.common.kit import Kit
from ui.common.widgets.timeline import ITEM_ROLE
from ui.common.writing.entry_words import item_of

WINDOW = 40  # entries read at a time
KEPT = 12  # windows
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
Reader = Callable[[int, int], Sequence[TimelineEntry]]  # offset, limit


class TimelineModel(QAbstractListModel):
    """Grows by a window at a time as somebody scrolls; the windows used last are kept."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._read: Reader = _nothing
        self._count = 0
        self._more = False
        self._windows: OrderedDict[int, Sequence[TimelineEntry]] = OrderedDict()

    @property
    def has_more(self) -> bool:
        """Whether there are entries beyond those counted so far."""
        return self._more

    @property
    def in_memory(self) -> int:
        """How many entries are held now."""
        return sum(map(len, self._windows.values()))

    def show(self, read: Reader) -> None:
        """Begin anew with what this reader gives."""
        self._read = read
        self._begin(WINDOW)

    def reload(self) -> None:
        """Read again what is shown."""
        self._begin(max(WINDOW, self._count))

    def grow(self) -> bool:
        """Take in the next window; return whether there was one."""
        if not self._more:
            return False
        entries = self._window(self._count // WINDOW)
        if entries:
            last = self._count + len(entries) - 1
            self.beginInsertRows(QModelIndex(), self._count, last)
            self._count += len(entries)
            self.endInsertRows()
        self._more = len(entries) == WINDOW
        return bool(entries)

    def repaint_all(self) -> None:
        """Have every row painted again, as after a change of language."""
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def entry_at(self, line: int) -> TimelineEntry | None:
        """Return the entry on that line."""
        if not 0 <= line < self._count:
            return None
        number, place = divmod(line, WINDOW)
        entries = self._window(number)
        return entries[place] if place < len(entries) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        known = role in (ITEM_ROLE, ENTRY_ROLE, *_TEXTS)
        entry = self.entry_at(index.row()) if known and index.isValid() else None
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.EditRole:
            return entry.body
        item = item_of(entry, self._kit)
        return item if role == ITEM_ROLE else item.sentence

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def _begin(self, count: int) -> None:
        self.beginResetModel()
        self._windows.clear()
        first = self._window(0)
        self._count, self._more = len(first), len(first) == WINDOW
        while self._more and self._count < count:
            entries = self._window(self._count // WINDOW)
            self._count += len(entries)
            self._more = len(entries) == WINDOW
        self.endResetModel()

    def _window(self, number: int) -> Sequence[TimelineEntry]:
        if number in self._windows:
            self._windows.move_to_end(number)
            return self._windows[number]
        entries = self._windows[number] = self._read(number * WINDOW, WINDOW)
        if len(self._windows) > KEPT:
            self._windows.popitem(last=False)
        return entries


_TEXTS = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.EditRole,
)


def _nothing(_offset: int, _limit: int) -> Sequence[TimelineEntry]:
    return ()
