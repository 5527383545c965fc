"""The contacts table."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.shapes.contacts import ContactRow
from ui.common.kit import Kit
from ui.common.paged_model import Column, PagedModel
from ui.common.row_delegate import Cell, Index, PersonCell, RowLook, TagsCell, TextCell
from ui.common.row_table import RowColumn
from ui.common.widgets.avatar import avatar_colour
from ui.common.widgets.tag import TagLook

if TYPE_CHECKING:
    from app.services.contacts import ContactService

NAME = 1
TAGS, PHONE, COMPANY, SINCE = 2, 3, 4, 5
WIDTHS = (
    RowColumn(0, sortable=False),  # the check box
    RowColumn(0),
    RowColumn(148, sortable=False),
    RowColumn(120, sortable=False),
    RowColumn(112),
    RowColumn(88),
)
TAG_COLOURS = 8


class ContactTableModel(PagedModel):
    """Name, tags, phone, company and since when; the name can be typed over in place.

    contact (SQLite) -> ContactRepository -> ContactService -> ContactTableModel -> RowTable
    """

    renamed = Signal(object, str)  # contact id, new name
    checked_changed = Signal(int)  # how many are checked

    def __init__(self, kit: Kit, contacts: ContactService, parent: QObject | None = None) -> None:
        super().__init__(contacts, "name", parent)
        self._kit = kit
        self._checked: set[int] = set()
        self._typed: dict[int, str] = {}  # names on their way to the disk
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.columns = (
            Column("", self.tr("Selection")),
            Column("name", self.tr("Name"), "name"),
            Column("tags", self.tr("Tags")),
            Column("phone", self.tr("Phone")),
            Column("company", self.tr("Company"), "company"),
            Column("created_at", self.tr("Since"), "created_at"),
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.repaint_all()

    def look(self, row: Any) -> RowLook:
        contact: ContactRow = row
        name = self._typed.get(contact.id, contact.name)
        since = self._kit.formats.day_of(contact.created_at)
        company = contact.kind == "company"
        cells: tuple[Cell | None, ...] = (
            None,
            PersonCell(name, avatar_colour(contact.id), company=company),
            TagsCell(tuple(TagLook(tag, tag_colour(tag)) for tag in contact.tags)),
            TextCell(contact.phone, digits=True),
            TextCell(contact.company),
            TextCell(since, digits=True),
        )
        parts = (name, *contact.tags, contact.phone, contact.company, since)
        sentence = ", ".join(part for part in parts if part)
        return RowLook(cells, contact.id in self._checked, sentence=sentence)

    def checked(self) -> list[int]:
        """Return the ids that are checked."""
        return sorted(self._checked)

    def check(self, ids: Collection[int], *, on: bool) -> None:
        """Check or uncheck these contacts."""
        if on:
            self._checked.update(ids)
        else:
            self._checked.difference_update(ids)
        self.repaint_all()
        self.checked_changed.emit(len(self._checked))

    def is_checked(self, row_id: int) -> bool:
        """Tell whether a contact is checked."""
        return row_id in self._checked

    def settle(self, row_id: int) -> None:
        """Show a name as it is on disk again: it has arrived there, or was refused."""
        self._typed.pop(row_id, None)
        self.refresh({row_id})

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and (row := self.row_at(index.row())) is not None:
            if role == Qt.ItemDataRole.EditRole and index.column() == NAME:
                return getattr(row, "name", "")
            if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
                on = row.id in self._checked
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.DisplayRole and index.column() in (TAGS, SINCE):
                return self._words(row, index.column())
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row_id = self.id_at(index.row())
        if role != Qt.ItemDataRole.EditRole or index.column() != NAME or row_id is None:
            return False
        self._typed[row_id] = str(value)
        self.dataChanged.emit(index, index)
        self.renamed.emit(row_id, str(value))
        return True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def _words(self, row: Any, column: int) -> str:
        if column == TAGS:
            return self._kit.formats.listing(row.tags)
        return self._kit.formats.day_of(row.created_at)


def tag_colour(tag: str) -> int:
    """Return the number of the colour a tag always has."""
    return zlib.crc32(tag.casefold().encode()) % TAG_COLOURS
