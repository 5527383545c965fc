"""A list that nobody counts: it reads on as one scrolls towards its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.common.jobs import JobRunner
from ui.common.paged_model import Column
from ui.common.row_delegate import ROW_ROLE, Index, RowLook

STEP = 100  # rows read at a time
Reader = Callable[[int, Sequence[Any]], Sequence[Any]]
Role = Qt.ItemDataRole


class GrowingModel(QAbstractTableModel):
    """Reads on a pool thread, 100 rows at a time, and keeps what it has read.

    The reader is given how many rows to return and those it goes on from. A subclass gives
    `columns` and says how a row looks and reads.
    """

    arrived = Signal(bool)  # whether the list began anew

    def __init__(self, runner: JobRunner, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()
        self._runner = runner
        self._read = read
        self._rows: list[Any] = []
        self._round = 0  # counts the beginnings, so that late answers are known as such
        self._ended = True
        self._reading = False

    def look(self, row: Any) -> RowLook:
        """Return how a row looks."""
        raise NotImplementedError

    def words(self, row: Any, field: str) -> str:
        """Return what a cell says."""
        raise NotImplementedError

    def show(self, read: Reader) -> None:
        """Begin anew with what this reader gives."""
        self._read = read
        self._begin(STEP)

    def reload(self) -> None:
        """Read what is shown again."""
        self._begin(max(STEP, len(self._rows)))

    def row_at(self, line: int) -> Any | None:
        """Return a row that has been read."""
        return self._rows[line] if 0 <= line < len(self._rows) else None

    def line_of(self, fits: Callable[[Any], bool]) -> int:
        """Return the first line whose row fits, or -1."""
        return next((line for line, row in enumerate(self._rows) if fits(row)), -1)

    @property
    def has_more(self) -> bool:
        """Whether there are rows that have not been read."""
        return not self._ended

    @property
    def is_read(self) -> bool:
        """Whether nothing is on its way."""
        return not self._reading

    def repaint_all(self) -> None:
        """Have every row painted again."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not (parent.isValid() or self._ended or self._reading)

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        if self.canFetchMore(parent):
            self._ask(STEP, tuple(self._rows))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return self.look(row)
        if role == Role.AccessibleTextRole:
            return self.look(row).sentence
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.words(row, self.columns[index.column()].field)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.columns[section].title if section < len(self.columns) else None
        return super().headerData(section, orientation, role)

    def _begin(self, count: int) -> None:
        self._round += 1
        self._ask(count, ())

    def _ask(self, count: int, known: Sequence[Any]) -> None:
        self._reading = True
        number, read = self._round, self._read
        job = self._runner.read(lambda _ticket: read(count, known))
        job.succeeded.connect(lambda rows: self._on_read(number, count, known, rows))
        job.failed.connect(lambda _error: self._on_failed(number))

    def _on_read(self, number: int, count: int, known: Sequence[Any], rows: Sequence[Any]) -> None:
        if number != self._round:
            return  # the list has begun anew meanwhile
        self._reading = False
        self._ended = len(rows) < count
        if not known:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        elif rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self.arrived.emit(not known)

    def _on_failed(self, number: int) -> None:
        if number == self._round:
            self._reading = False
