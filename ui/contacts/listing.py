"""What the list is narrowed to, and the reading of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.jobs import Ticket
from app.shapes.filters import Filter
from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.contacts import ContactService


class Listing(QObject):
    """Searches and filters in the background; of several readings only the last one counts."""

    arrived = Signal(object, bool, bool)  # ids, whether there are more, whether to keep the place
    counted = Signal(int)  # how many fit, where there were more than arrived

    def __init__(self, kit: Kit, contacts: ContactService, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = kit.runner
        self._contacts = contacts
        self._number = 0
        self.text = ""
        self.filter = Filter()

    @property
    def is_whole(self) -> bool:
        """Whether everybody is listed."""
        return not self.text and not self.filter

    def read(self, sort: str, *, descending: bool, keep: bool) -> None:
        """Read who is in it: a search best first, a filter in the order of a column."""
        self._number += 1
        number, text, wanted = self._number, self.text, self.filter

        def task(_ticket: Ticket) -> tuple[Sequence[int], bool]:
            if text:
                return self._contacts.search(text, wanted)
            return self._contacts.filtered(wanted, sort, descending=descending), False

        def show(found: tuple[Sequence[int], bool]) -> None:
            if number == self._number:  # nobody typed on meanwhile
                self.arrived.emit(found[0], found[1], keep)
                if found[1] and not wanted:
                    self._count(text)

        self._runner.read(task).succeeded.connect(show)

    def _count(self, text: str) -> None:
        number = self._number

        def show(count: int) -> None:
            if number == self._number:
                self.counted.emit(count)

        self._runner.read(lambda _ticket: self._contacts.count_found(text)).succeeded.connect(show)

    def drop(self) -> None:
        """Let a reading that is under way come to nothing."""
        self._number += 1
