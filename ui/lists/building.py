"""Opens the builder of lists with everything there is to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.jobs import Ticket
from app.shapes.filters import Filter
from app.shapes.segments import SegmentRow
from ui.common.kit import Kit
from ui.lists.builder import ListBuilder
from ui.lists.choice import Offer

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.segments import SegmentService

FOUND = 12  # contacts offered for what was typed


class ListBuilding(QObject):
    """Reads the choice in the background, then opens the dialog."""

    saved = Signal(object)  # SegmentRow

    def __init__(
        self, kit: Kit, segments: SegmentService, contacts: ContactService, window: QWidget
    ) -> None:
        super().__init__(window)
        self._kit = kit
        self._segments = segments
        self._contacts = contacts
        self._window = window

    def make(self, wanted: Filter | None = None) -> None:
        """Make a new list, beginning with what a filter says."""
        self._open(None, wanted or Filter())

    def edit(self, row: SegmentRow) -> None:
        """Change a list."""
        self._open(row, row.made_of)

    def _open(self, row: SegmentRow | None, wanted: Filter) -> None:
        def task(_ticket: Ticket) -> Offer:
            lists = {one.id: one.name for one in self._segments.all(counted=False)}
            if row is not None:
                lists.pop(row.id, None)
            return Offer(
                self._segments.names(wanted),
                tuple(name for name, _count in self._contacts.tags()),
                tuple(self._contacts.sources()),
                lists,
            )

        job = self._kit.runner.read(task)
        job.succeeded.connect(lambda offer: self._show(offer, row, wanted))

    def _show(self, offer: Offer, row: SegmentRow | None, wanted: Filter) -> None:
        dialog = ListBuilder(
            self._kit, self._segments, offer, self._find, row, wanted, self._window
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _find(self, text: str) -> list[tuple[int, str]]:
        return [(c.id, c.name) for c in self._contacts.find(text, limit=FOUND).contacts]

    def _on_saved(self, segment_id: int) -> None:
        job = self._kit.runner.read(lambda _ticket: self._segments.get(segment_id))
        job.succeeded.connect(self.saved)
