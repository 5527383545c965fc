"""What the palette found, in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

RESULT_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Result:
    """One line: a heading if `run` is None, else something to choose.

    `avatar` is the colour of a contact's avatar; other lines have an icon.
    """

    title: str
    run: Callable[[], object] | None = None
    meta: str = ""
    why: str = ""
    key: str = ""
    icon: str | QIcon | None = None
    avatar: int | None = None
    matched: str = ""  # what was typed; that part of the title is set off

    @property
    def spoken(self) -> str:
        """The whole line as a sentence."""
        return ", ".join(filter(None, (self.title, self.meta, self.why, self.key)))


class Results(QAbstractListModel):
    """The lines of the list; headings can be neither selected nor chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Result] = []

    def show_lines(self, lines: Sequence[Result]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> Result:
        """Return one line."""
        return self._lines[row]

    def next_row(self, row: int, step: int) -> int:
        """Return the row to choose from `row` on, going round; -1 if there is none."""
        rows = [n for n, line in enumerate(self._lines) if line.run is not None]
        if not rows:
            return -1
        if row not in rows:
            return rows[0]
        return rows[(rows.index(row) + step) % len(rows)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._lines[index.row()].run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == RESULT_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return None
