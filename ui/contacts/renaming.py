"""Names typed over in the list, on their way to the disk and back where they are refused."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.errors import GoneError
from ui.common.row_table import RowTable
from ui.contacts.edits import ContactEdits
from ui.contacts.table import NAME, ContactTableModel


class Renaming(QObject):
    """Opens the editor again over a name that was refused, as it was typed."""

    def __init__(
        self, edits: ContactEdits, model: ContactTableModel, table: RowTable, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._edits = edits
        self._model = model
        self._table = table
        model.renamed.connect(self._on_renamed)
        table.itemDelegate().closeEditor.connect(model.forget_refused)

    def _on_renamed(self, contact_id: int, name: str) -> None:
        self._edits.rename(contact_id, name).failed.connect(
            lambda error: self._on_refused(contact_id, error)
        )

    def _on_refused(self, contact_id: int, error: BaseException) -> None:
        if isinstance(error, GoneError):
            self._model.settle(contact_id)
            return
        self._model.refuse(contact_id)
        line = self._model.line_of(contact_id)
        if line is not None and self._table.hasFocus():
            self._table.edit(self._model.index(line, NAME))
