"""What there is to choose from: tags, sources, people who work here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.events import Changes
from app.jobs import Ticket
from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.staff import StaffService

TABLES = {"tag", "contact_tag", "contact", "staff"}


@dataclass(frozen=True, slots=True)
class Choice:
    """Names of tags and sources, and (id, name) of the staff, the owner first.

    `retired` are those who work here no longer: contacts may still be theirs.
    """

    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    staff: tuple[tuple[int, str], ...] = ()
    retired: tuple[tuple[int, str], ...] = ()


class Choices(QObject):
    """Reads once in the background; later answers at once with what it knows, and reads again.

    In a shop of a million contacts the tags alone take a second to count.
    """

    def __init__(
        self, kit: Kit, contacts: ContactService, staff: StaffService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner = kit.runner
        self._contacts = contacts
        self._staff = staff
        self._known: Choice | None = None
        self._stale = True
        self._reading = False
        self._waiting: list[Callable[[Choice], object]] = []

    def ask(self, then: Callable[[Choice], object]) -> None:
        """Call `then` with what there is to choose from, now or when it has been read."""
        if self._known is not None:
            then(self._known)
        else:
            self._waiting.append(then)
        if self._stale and not self._reading:
            self._read()

    def on_changed(self, changes: Changes) -> None:
        """Read again the next time if a change may have touched the choice."""
        if TABLES & (changes.reshaped | changes.edited.keys()):
            self._stale = True

    def _read(self) -> None:
        self._reading, self._stale = True, False
        job = self._runner.read(self._task)
        job.succeeded.connect(self._on_read)
        job.finished.connect(self._on_finished)

    def _task(self, _ticket: Ticket) -> Choice:
        people = self._staff.everybody()
        return Choice(
            tuple(name for name, _count in self._contacts.tags()),
            tuple(self._contacts.sources()),
            tuple((row.id, row.name) for row in people if not row.retired),
            tuple((row.id, row.name) for row in people if row.retired),
        )

    def _on_read(self, choice: Choice) -> None:
        self._known = choice
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(choice)

    def _on_finished(self) -> None:
        self._reading = False
