"""What people change about contacts on this page, on its way to the disk."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.shapes.contacts import ContactForm
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.contacts.fields import FieldShown

if TYPE_CHECKING:
    from app.services.contacts import ContactService


class ContactEdits(QObject):
    """Queues each change behind what is being written; failures go to whoever tells of them."""

    def __init__(self, kit: Kit, contacts: ContactService, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = kit.runner
        self._contacts = contacts

    def add(self, form: ContactForm) -> Job:
        """Add a contact; the job's result is its id."""
        return self._write(lambda: self._contacts.add(form))

    def rename(self, contact_id: int, name: str) -> Job:
        """Give a contact another name."""
        return self.set_field(contact_id, "name", name)

    def set_field(self, contact_id: int, field: str, text: str) -> Job:
        """Set a column of a contact."""
        return self._write(lambda: self._contacts.edit(contact_id, field, text))

    def set_point(self, contact_id: int, field: FieldShown, text: str) -> Job:
        """Add, change or, with an empty text, remove a phone, mail, address or link."""
        if not field.point_id:
            return self._write(lambda: self._contacts.add_point(contact_id, field.point_kind, text))
        if not text:
            return self._write(lambda: self._contacts.remove_point(field.point_id))
        return self._write(lambda: self._contacts.edit_point(field.point_id, text))

    def add_note(self, contact_id: int, text: str) -> Job:
        """Add a note."""
        return self._write(lambda: self._contacts.add_note(contact_id, text))

    def tag(self, contact_id: int, tag: str) -> Job:
        """Put a tag on a contact."""
        return self._write(lambda: self._contacts.tag([contact_id], tag))

    def trash(self, contact_ids: Collection[int]) -> Job:
        """Put contacts in the trash."""
        return self._write(lambda: self._contacts.trash(contact_ids))

    def _write(self, act: Callable[[], object]) -> Job:
        return self._runner.write(lambda _ticket: act())
