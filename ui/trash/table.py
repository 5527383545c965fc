"""The table of what is in the trash."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.shapes.contacts import TrashRow
from ui.common.growing_model import GrowingModel, Reader
from ui.common.kit import Kit
from ui.common.paged_model import Column
from ui.common.row_delegate import Index, PersonCell, RowLook, TextCell
from ui.common.row_table import RowColumn
from ui.common.widgets.avatar import avatar_colour

NAME = 1
WIDTHS = (
    RowColumn(0, sortable=False),  # the check box
    RowColumn(0, sortable=False),
    RowColumn(120, sortable=False),
    RowColumn(120, sortable=False),
)


class TrashModel(GrowingModel):
    """Name, kind and since when in the trash; rows can be checked.

    contact (SQLite) -> ContactRepository -> ContactService -> TrashModel -> RowTable
    """

    checked_changed = Signal()

    def __init__(self, kit: Kit, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(kit.runner, read, parent)
        self._kit = kit
        self._checked: set[int] = set()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.columns = (
            Column("", self.tr("Selection")),
            Column("name", self.tr("Name")),
            Column("kind", self.tr("Kind")),
            Column("when", self.tr("In the trash since")),
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.repaint_all()

    def id_at(self, line: int) -> int | None:
        """Return the contact in a line."""
        row = self.row_at(line)
        return row.id if isinstance(row, TrashRow) else None

    def ids(self) -> list[int]:
        """Return every contact that has been read, from the top."""
        lines = range(self.rowCount())
        return [i for i in map(self.id_at, lines) if i is not None]

    def checked(self) -> list[int]:
        """Return the contacts that are checked, from the top."""
        return [i for i in self.ids() if i in self._checked]

    def check(self, ids: Collection[int], *, on: bool) -> None:
        """Check or uncheck these contacts."""
        self._checked = self._checked | set(ids) if on else self._checked - set(ids)
        self.repaint_all()
        self.checked_changed.emit()

    def look(self, row: Any) -> RowLook:
        kind, when = self.words(row, "kind"), self.words(row, "when")
        cells = (
            None,
            PersonCell(row.name, avatar_colour(row.id), company=row.kind == "company"),
            TextCell(kind),
            TextCell(when, digits=True),
        )
        return RowLook(cells, row.id in self._checked, sentence=f"{row.name}, {kind}, {when}")

    def words(self, row: Any, field: str) -> str:
        if field == "kind":
            kinds = {"company": self.tr("Company"), "household": self.tr("Household")}
            return kinds.get(row.kind, self.tr("Person"))
        if field == "when":
            return self._kit.formats.moment(row.deleted_at)
        return str(row.name) if field == "name" else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            on = self.id_at(index.row()) in self._checked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return super().data(index, role)
