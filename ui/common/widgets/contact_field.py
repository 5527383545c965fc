"""A field for the contact something is about: typed, found, chosen from a list below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.jobs import Ticket
from app.shapes.contacts import FoundContact, FoundContacts
from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.contacts import ContactService

PAUSE = 60  # ms without a keystroke before it is looked for
MOST = 8


class ContactField(QLineEdit):
    """`contact_id` is who was chosen; empty means nobody."""

    settled = Signal()  # what is typed has been looked for, or somebody was chosen

    def __init__(self, kit: Kit, contacts: ContactService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._contacts = contacts
        self._found: dict[str, int] = {}
        self.contact_id: int | None = None
        self.setPlaceholderText(self.tr("Name, initials or last four digits"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self.textEdited.connect(self._on_typed)

    def show_contact(self, contact_id: int, name: str = "") -> None:
        """Show who was chosen; a name that is not known is read."""
        self.contact_id = contact_id
        self.setText(name or self._contacts.name_of(contact_id))

    def is_settled(self) -> bool:
        """Tell whether what is typed is somebody, or nobody."""
        return self.contact_id is not None or not self.text().strip()

    def _on_typed(self) -> None:
        self.contact_id = None
        self._pause.start()

    def _look(self) -> None:
        text, contacts = self.text().strip(), self._contacts
        if not text:
            return

        def task(_ticket: Ticket) -> FoundContacts:
            return contacts.find(text, limit=MOST)

        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(lambda found: self._on_found(text, found))

    def _on_found(self, text: str, found: FoundContacts) -> None:
        if text != self.text().strip():
            return  # something else is typed meanwhile
        self._found = {_told(each): each.id for each in found.contacts}
        same = [each for each in found.contacts if each.name == text]
        if len(same) == 1:
            self.contact_id = same[0].id
        self._names.setStringList(list(self._found))
        if self.hasFocus():
            self.completer().complete()
        self.settled.emit()

    def _take(self, told: str) -> None:
        self.contact_id = self._found.get(told)
        self.settled.emit()


def _told(found: FoundContact) -> str:
    return f"{found.name} · {found.phones[0]}" if found.phones else found.name
