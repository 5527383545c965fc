"""The contacts table."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from app.shapes.contacts import ContactRow
from ui.common.kit import Kit
from ui.common.paged_model import Column, PagedModel, Row
from ui.common.row_delegate import Cell, Index, RowLook
from ui.common.text import RIGHT
from ui.contacts.columns import NUMBERS, Columns

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.custom_fields import CustomFieldService
    from app.services.insight import InsightService
    from app.services.stay_in_touch import StayInTouchService

NAME = 1  # the number of its column, behind the check box
PATIENCE = 300  # ms before it is told that a name is being saved
MIME = "application/x-dangol-contacts"  # a JSON list of ids


class ContactTableModel(PagedModel):
    """Contacts in the columns somebody chose; the name can be typed over in place.

    contact (SQLite) -> ContactRepository -> ContactService -> ContactTableModel -> RowTable
    """

    renamed = Signal(object, str)  # contact id, new name
    checked_changed = Signal(int)  # how many are checked

    def __init__(self, kit: Kit, contacts: ContactService, parent: QObject | None = None) -> None:
        super().__init__(contacts, "name", parent)
        self._kit = kit
        self._checked: set[int] = set()
        self._typed: dict[int, str] = {}  # names on their way to the disk
        self._slow: set[int] = set()  # those that take long
        self._refused: dict[int, str] = {}  # names the disk would not take
        self.layout = Columns(kit, self)
        kit.tags.changed.connect(self.repaint_all)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self._name_columns()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.repaint_all()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= NAME:
            shown = self.layout.shown()
            number = section - NAME < len(shown) and shown[section - NAME] in NUMBERS
            return int(RIGHT) if number else None
        return super().headerData(section, orientation, role)

    def choose_columns(self, keys: Sequence[str]) -> None:
        """Show these columns beside the name."""
        self.beginResetModel()
        self.layout.choose(keys)
        self._pages.clear()  # a column of an own field is read with its rows
        self._name_columns()
        self.endResetModel()

    def serve_fields(self, fields: CustomFieldService, currency: Callable[[], str]) -> None:
        """Give it the shop's own fields; those shown in the list become columns to choose."""
        self.layout.own.serve(fields, currency)
        self.reread_fields()

    def serve_touch(self, touch: StayInTouchService) -> None:
        """Say where it is read who is to be spoken with again."""
        self.layout.touch.serve(touch)
        self._pages.clear()  # what stands in the column comes with the rows
        self.repaint_all()

    def serve_scores(self, insight: InsightService) -> None:
        """Say where it is read what purchases tell of somebody."""
        self.layout.scores.serve(insight)
        self._pages.clear()  # what stands in the column comes with the rows
        self.repaint_all()

    def reread_fields(self) -> bool:
        """Read anew which fields there are; return whether the columns are others now."""
        before = [self.layout.title(key) for key in self.layout.shown()]
        self.layout.own.read_fields()
        self._pages.clear()  # what stands in the columns comes with the rows
        if before == [self.layout.title(key) for key in self.layout.shown()]:
            self.repaint_all()
            return False
        self.beginResetModel()
        self._name_columns()
        self.endResetModel()
        return True

    def refresh(self, ids: Collection[int]) -> None:
        self.layout.read_own(ids)
        super().refresh(ids)

    def number_of(self, key: str) -> int | None:
        """Return the number of a column; None if it is not shown."""
        shown = self.layout.shown()
        return shown.index(key) + NAME if key in shown else None

    def number_sorted_by(self) -> int | None:
        """Return the number of the column the list is sorted by; None if it is not shown."""
        sorts = [column.sort for column in self.columns]
        return sorts.index(self.sorted_by) if self.sorted_by in sorts else None

    def look(self, row: Any) -> RowLook:
        contact: ContactRow = row
        name = self._typed.get(contact.id, contact.name)
        keys = self.layout.shown()
        cells: list[Cell | None] = [None]
        saving = contact.id in self._slow
        cells.extend(self.layout.cell(key, contact, name, saving=saving) for key in keys)
        words = (self.layout.words(key, contact) for key in keys[NAME:])
        sentence = ", ".join(part for part in (name, *words) if part)
        return RowLook(tuple(cells), contact.id in self._checked, sentence=sentence)

    @property
    def checked_count(self) -> int:
        """How many contacts are checked."""
        return len(self._checked)

    def checked(self) -> list[int]:
        """Return the ids that are checked."""
        return sorted(self._checked)

    def check(self, ids: Collection[int], *, on: bool) -> None:
        """Check or uncheck these contacts."""
        if on and not self._checked and isinstance(ids, set):
            self._checked = ids  # a million of them take half a second to copy
        elif on:
            self._checked.update(ids)
        else:
            self._checked.difference_update(ids)
        self.repaint_all()
        self.checked_changed.emit(len(self._checked))

    def uncheck_all(self) -> None:
        """Uncheck every contact, also those that are not listed now."""
        self._checked = set()
        self.repaint_all()
        self.checked_changed.emit(0)

    def is_checked(self, row_id: int) -> bool:
        """Tell whether a contact is checked."""
        return row_id in self._checked

    def settle(self, row_id: int) -> None:
        """Show a name as it is on disk again: it has arrived there, or has nowhere to go."""
        self._typed.pop(row_id, None)
        self._slow.discard(row_id)
        self.refresh({row_id})

    def refuse(self, row_id: int) -> None:
        """Show a name as it is on disk; the editor that opens next begins with what was typed."""
        if (typed := self._typed.get(row_id)) is not None:
            self._refused[row_id] = typed
        self.settle(row_id)

    def forget_refused(self) -> None:
        """Begin the next editor with the name on disk: somebody has left the one that was open."""
        self._refused.clear()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and (row := self.row_at(index.row())) is not None:
            if role == Qt.ItemDataRole.EditRole and index.column() == NAME:
                return self._refused.get(row.id) or getattr(row, "name", "")
            if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
                on = row.id in self._checked
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.DisplayRole and index.column() >= NAME:
                return self._words(row, index.column())
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row_id = self.id_at(index.row())
        if role != Qt.ItemDataRole.EditRole or index.column() != NAME or row_id is None:
            return False
        self._typed[row_id] = str(value)
        QTimer.singleShot(PATIENCE, self, lambda: self._show_saving(row_id))
        self.dataChanged.emit(index, index)
        self.renamed.emit(row_id, str(value))
        return True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the contacts of these rows to drag; with a checked one among them, all checked."""
        lines = sorted({index.row() for index in indexes})
        ids = [i for i in map(self.id_at, lines) if i is not None]
        if self._checked.intersection(ids):
            ids = self.checked()
        data = QMimeData()
        data.setData(MIME, json.dumps(ids).encode())
        data.setText(
            self._kit.formats.count(len(ids), self.tr("1 contact"), self.tr("{n} contacts"))
        )
        return data

    def _page(self, number: int) -> list[Row | None]:
        fresh = number not in self._pages
        page = super()._page(number)
        if fresh:
            self.layout.read_own([row.id for row in page if row is not None])
        return page

    def _show_saving(self, row_id: int) -> None:
        if row_id in self._typed:
            self._slow.add(row_id)
            self.repaint_all()

    def _name_columns(self) -> None:
        self.columns = (
            Column("", self.tr("Selection")),
            *(
                Column(key, self.layout.title(key), self.layout.kind(key).sort)
                for key in self.layout.shown()
            ),
        )

    def _words(self, row: Any, column: int) -> str:
        key = self.layout.shown()[column - NAME]
        return self._typed.get(row.id, row.name) if column == NAME else self.layout.text(key, row)
