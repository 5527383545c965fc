"""A short table whose rows are all known: totals, products, who owes what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.common.row_delegate import ROW_ROLE, Index, RowLook
from ui.common.row_table import RowColumn, RowTable
from ui.common.text import RIGHT

Role = Qt.ItemDataRole
EDGE = RowColumn(6, sortable=False)  # brings the text below the title of the page


def set_columns(table: RowTable, widths: Sequence[RowColumn]) -> None:
    """Set the widths of a table's columns, those behind the edge."""
    table.horizontalHeader().setMinimumSectionSize(EDGE.width)
    table.set_columns((EDGE, *widths))


class ShortModel(QAbstractTableModel):
    """Shows rows by the look that `look` gives them; its first column is only an `EDGE`."""

    def __init__(
        self,
        look: Callable[[Any], RowLook],
        right: Collection[int] = (),
        parent: QObject | None = None,
    ) -> None:
        """`right` are the columns whose text stands at the right, the edge counted."""
        super().__init__(parent)
        self._look = look
        self._right = right
        self._titles: Sequence[str] = ()
        self._rows: Sequence[Any] = ()

    @property
    def rows(self) -> Sequence[Any]:
        """What is shown."""
        return self._rows

    def show_rows(self, titles: Sequence[str], rows: Sequence[Any]) -> None:
        """Show these rows under these titles."""
        self.beginResetModel()
        self._titles, self._rows = ("", *titles), rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == ROW_ROLE:
            look = self._look(self._rows[index.row()])
            return replace(look, cells=(None, *look.cells))
        if role == Role.AccessibleTextRole:
            return self._look(self._rows[index.row()]).sentence
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._titles[section] if section < len(self._titles) else None
        if role == Role.TextAlignmentRole and section in self._right:
            return int(RIGHT)
        return super().headerData(section, orientation, role)
