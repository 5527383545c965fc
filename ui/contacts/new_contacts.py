"""Adding contacts with the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.shapes.contacts import ContactForm
from ui.common.kit import Kit
from ui.contacts.edits import ContactEdits
from ui.contacts.look_alikes import Finder
from ui.contacts.new_contact import NewContactDialog

if TYPE_CHECKING:
    from app.services.contacts import ContactService


class NewContacts(QObject):
    """Asks for a contact and adds it; one that was refused is asked for again as it was typed."""

    shown = Signal(object)  # id of the contact that was added, or is there already

    def __init__(
        self, kit: Kit, contacts: ContactService, edits: ContactEdits, host: QWidget
    ) -> None:
        super().__init__(host)
        self._kit = kit
        self._contacts = contacts
        self.find: Finder = contacts.look_alikes  # who may be the one being typed
        self._edits = edits
        self._host = host

    def ask(self, form: ContactForm | None = None) -> None:
        """Ask for a new contact; returns at once, the dialog answers by signal."""
        window = self._host.window()
        dialog = NewContactDialog(self._kit, window, self.find)
        if form is not None:
            dialog.fill(form)
        dialog.submitted.connect(self._on_submitted)
        dialog.opened.connect(self.shown)
        dialog.finished.connect(window.activateWindow)  # some window managers forget it
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_submitted(self, form: ContactForm) -> None:
        job = self._edits.add(form)
        job.succeeded.connect(self.shown)
        job.failed.connect(lambda _error: self.ask(form))
