"""The check boxes of the list."""

from PySide6.QtCore import QObject, Qt

from ui.common.paged_model import KEPT, PAGE
from ui.common.row_table import RowTable
from ui.contacts.table import ContactTableModel

MOST = KEPT * PAGE  # rows that are checked at once without reading the list twice


class RowChecks(QObject):
    """Checks rows on click and Space, with Shift from the last one on, and all by the header."""

    def __init__(self, table: RowTable, model: ContactTableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._model = model
        self._last: int | None = None
        table.check_clicked.connect(self._on_clicked)
        table.header.check_all_clicked.connect(self._on_all_clicked)
        model.checked_changed.connect(self._on_changed)

    def clear(self) -> None:
        """Uncheck everything."""
        self._model.check(self._model.checked(), on=False)

    def _on_clicked(self, line: int, extend: bool) -> None:  # noqa: FBT001 - the signal's
        first = self._last if extend and self._last is not None else line
        self._last = line
        contact_id = self._model.id_at(line)
        if contact_id is not None:
            on = not self._model.is_checked(contact_id)
            self._check(range(min(first, line), max(first, line) + 1), on=on)

    def _on_all_clicked(self) -> None:
        if self._model.checked():
            self.clear()
        else:
            self._check(range(min(self._model.rowCount(), MOST)), on=True)

    def _check(self, lines: range, *, on: bool) -> None:
        self._model.check([i for i in map(self._model.id_at, lines) if i is not None], on=on)

    def _on_changed(self, count: int) -> None:
        state = Qt.CheckState.Unchecked
        if count:
            everybody = count >= self._model.rowCount()
            state = Qt.CheckState.Checked if everybody else Qt.CheckState.PartiallyChecked
        self._table.set_all_checked(state)
