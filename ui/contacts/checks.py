"""The check boxes of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.jobs import Ticket
from app.shapes.filters import Filter
from ui.common.kit import Kit
from ui.common.paged_model import KEPT, PAGE
from ui.common.row_table import RowTable
from ui.contacts.table import ContactTableModel

if TYPE_CHECKING:
    from app.services.contacts import ContactService

MOST = KEPT * PAGE  # rows whose ids the model knows without reading the list in the background


class RowChecks(QObject):
    """Checks rows on click and Space, with Shift from the last one on, and all by the header."""

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        table: RowTable,
        model: ContactTableModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._runner = kit.runner
        self._contacts = contacts
        self._table = table
        self._model = model
        self._last: int | None = None
        self._number = 0  # of the last reading; others come too late
        table.check_clicked.connect(self._on_clicked)
        table.header.check_all_clicked.connect(self.flip_all)
        model.checked_changed.connect(self._on_changed)
        model.modelReset.connect(self._on_reset)

    def clear(self) -> None:
        """Uncheck everything."""
        self._number += 1
        self._model.uncheck_all()

    def check_all(self) -> None:
        """Check everybody in the list."""
        self._check(range(self._model.rowCount()), on=True)

    def flip_all(self) -> None:
        """Check everybody in the list, or nobody if somebody is checked."""
        if self._model.checked_count:
            self.clear()
        else:
            self.check_all()

    def _on_clicked(self, line: int, extend: bool) -> None:  # noqa: FBT001 - the signal's
        first = self._last if extend and self._last is not None else line
        self._last = line
        contact_id = self._model.id_at(line)
        if contact_id is not None:
            on = not self._model.is_checked(contact_id)
            self._check(range(min(first, line), max(first, line) + 1), on=on)

    def _check(self, lines: range, *, on: bool) -> None:
        if not self._model.is_whole:
            self._model.check(self._model.found[lines.start : lines.stop], on=on)
        elif len(lines) <= MOST:
            self._model.check([i for i in map(self._model.id_at, lines) if i is not None], on=on)
        else:
            self._read(lines, on=on)

    def _read(self, lines: range, *, on: bool) -> None:
        self._number += 1
        number, sort, down = self._number, self._model.sorted_by, self._model.descending

        def task(_ticket: Ticket) -> set[int]:
            ids = self._contacts.filtered(Filter(), sort, descending=down)
            return set(ids[lines.start : lines.stop])

        def check(ids: set[int]) -> None:
            if number == self._number:
                self._model.check(ids, on=on)

        self._runner.read(task).succeeded.connect(check)

    def _on_changed(self, count: int) -> None:
        state = Qt.CheckState.Unchecked
        if count:
            everybody = count >= self._model.rowCount()
            state = Qt.CheckState.Checked if everybody else Qt.CheckState.PartiallyChecked
        self._table.set_all_checked(state)

    def _on_reset(self) -> None:
        self._last = None
        self._number += 1
        self._on_changed(self._model.checked_count)
