"""What the palette found, in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from app.shapes.contacts import FoundContact

RESULT_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Result:
    """One line: a heading or a sentence if `run` is None, else something to choose.

    `contact` is the one the line leads to; with `avatar`, the colour, it is shown as one.
    """

    title: str
    run: Callable[[], object] | None = None
    meta: str = ""
    why: str = ""
    key: str = ""
    icon: str | QIcon | None = None
    avatar: int | None = None
    matched: str = ""  # what was typed; that part of the title is set off
    contact: FoundContact | None = None
    quiet: bool = False  # a sentence, not a heading
    pill: tuple[str, str, str] | None = None  # words, role of colour and icon of their stage

    @property
    def spoken(self) -> str:
        """The whole line as a sentence."""
        state = self.pill[0] if self.pill else ""
        return ", ".join(filter(None, (self.title, self.meta, self.why, state, self.key)))


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

    def lines(self) -> list[Result]:
        """Return every line."""
        return list(self._lines)

    def line(self, row: int) -> Result:
        """Return one line."""
        return self._lines[row]

    def next_row(self, row: int, step: int) -> int:
        """Return the row to choose from `row` on; -1 if there is none.

        One step goes round at the ends, a longer one stops there.
        """
        rows = [n for n, line in enumerate(self._lines) if line.run is not None]
        if not rows:
            return -1
        if row not in rows:
            return rows[0]
        place = rows.index(row) + step
        if abs(step) > 1:
            return rows[max(0, min(place, len(rows) - 1))]
        return rows[place % len(rows)]

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
