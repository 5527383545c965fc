"""What people change about contacts, on its way to the disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import GoneError, UserError
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.interactions import InteractionForm, TimelineEntry
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.contacts.fields import DATES, FieldShown, date_typed

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.interactions import InteractionService
    from app.services.notes import NoteService
    from ui.common.writing.composer import Written


@dataclass(frozen=True, slots=True)
class History:
    """What is written about a contact besides its fields."""

    notes: NoteService
    interactions: InteractionService


class ContactEdits(QObject):
    """Queues each change behind what is being written; failures go to whoever tells of them.

    What was typed about a contact that has gone to the trash meanwhile is refused in words, and
    told with them: there is no place left to show it in.
    """

    def __init__(self, kit: Kit, contacts: ContactService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._runner = kit.runner
        self._contacts = contacts
        self._history: History | None = None

    def serve(self, notes: NoteService, interactions: InteractionService) -> None:
        """Give it what notes and logs are written with; they cannot be before."""
        self._history = History(notes, interactions)

    def add(self, form: ContactForm) -> Job:
        """Add a contact; the job's result is its id."""
        return self._write(lambda: self._contacts.add(form))

    def rename(self, contact_id: int, name: str) -> Job:
        """Give a contact another name."""
        return self.set_field(contact_id, "name", name)

    def set_field(self, contact_id: int, field: str, text: str) -> Job:
        """Set a column of a contact; a date as people write it."""

        def act() -> None:
            value = date_typed(field, text, self._kit) if field in DATES and text else text
            self._contacts.edit(contact_id, field, value)

        return self._write(act, text)

    def set_point(self, contact_id: int, field: FieldShown, text: str) -> Job:
        """Add, change or, with an empty text, remove a phone, mail, address or link.

        Another number in the place of a known phone leaves the old one as 'no longer'.
        """

        def act() -> None:
            self._contacts.owner_of(contact_id)  # gone? then it says so
            if not field.point_id:
                if text:
                    self._contacts.add_point(contact_id, field.point_kind, text)
            elif not text:
                self._contacts.remove_point(field.point_id)
            elif field.point_kind == "phone" and digits(text) != digits(field.raw):
                self._contacts.replace_point(field.point_id, text)
            else:
                self._contacts.edit_point(field.point_id, text)

        return self._write(act, text)

    def set_address(self, contact_id: int, point_id: int, parts: Mapping[str, str]) -> Job:
        """Write an address from its parts; blank ones remove it."""

        def act() -> None:
            self._contacts.owner_of(contact_id)
            if any(parts.values()):
                self._contacts.write_address(contact_id, point_id, parts)
            elif point_id:
                self._contacts.remove_point(point_id)

        return self._write(act, ", ".join(filter(None, parts.values())), shown_again=False)

    def label_point(self, point_id: int, label: str) -> Job:
        """Say what kind of phone, e-mail … it is."""
        return self._write(lambda: self._contacts.label_point(point_id, label))

    def make_primary_point(self, point_id: int) -> Job:
        """Let a phone, e-mail … come first."""
        return self._write(lambda: self._contacts.make_primary_point(point_id))

    def retire_point(self, point_id: int, reason: str) -> Job:
        """Say that a phone, e-mail … is not valid any more, and why."""
        return self._write(lambda: self._contacts.retire_point(point_id, reason))

    def revive_point(self, point_id: int) -> Job:
        """Say that a phone, e-mail … is valid again."""
        return self._write(lambda: self._contacts.revive_point(point_id))

    def remove_point(self, point_id: int) -> Job:
        """Put a phone, e-mail, address or link in the trash."""
        return self._write(lambda: self._contacts.remove_point(point_id))

    def assign(self, contact_id: int, staff_id: int | None) -> Job:
        """Give a contact to somebody who works here, or to nobody."""
        return self._write(lambda: self._contacts.assign([contact_id], staff_id))

    def add_note(self, contact_id: int, text: str) -> Job:
        """Add a note."""
        return self._write(lambda: self._contacts.add_note(contact_id, text))

    def keep(self, contact_id: int, written: Written) -> Job:
        """Add a note, or log what happened."""
        if written.kind == "note":
            return self.add_note(contact_id, written.body)
        form = InteractionForm(
            contact_ids=(contact_id,), kind=written.kind, body=written.body,
            outcome=written.outcome, direction=written.direction,
        )  # fmt: skip
        return self._write(lambda: self._told.interactions.log(form))

    def edit_entry(self, entry: TimelineEntry, text: str) -> Job:
        """Change the text of a note or of something logged."""
        if entry.is_note:
            return self._write(
                lambda: self._told.notes.edit(entry.id, text), text, shown_again=False
            )
        return self._write(
            lambda: self._told.interactions.edit(entry.id, text), text, shown_again=False
        )

    def pin_entry(self, entry: TimelineEntry) -> Job:
        """Keep a note on top, or let it go."""
        return self._write(lambda: self._told.notes.pin(entry.id, pinned=not entry.pinned))

    def remove_entry(self, entry: TimelineEntry) -> Job:
        """Put a note or something logged in the trash."""
        if entry.is_note:
            return self._write(lambda: self._told.notes.remove(entry.id))
        return self._write(lambda: self._told.interactions.remove(entry.id))

    def tag(self, contact_id: int, tag: str) -> Job:
        """Put a tag on a contact."""

        def act() -> None:
            self._contacts.owner_of(contact_id)
            self._contacts.tag([contact_id], tag)

        return self._write(act)

    def untag(self, contact_id: int, tag: str) -> Job:
        """Take a tag off a contact."""
        return self._write(lambda: self._contacts.untag([contact_id], tag))

    def trash(self, contact_ids: Collection[int]) -> Job:
        """Put contacts in the trash."""
        return self._write(lambda: self._contacts.trash(contact_ids))

    @property
    def _told(self) -> History:
        if self._history is None:
            raise RuntimeError("serve() comes before notes and logs are written")
        return self._history

    def _write(
        self, act: Callable[[], object], typed: str = "", *, shown_again: bool = True
    ) -> Job:
        """Queue a change; `typed` was written for it, `shown_again` where it was if refused."""

        def task(_ticket: Ticket) -> object:
            try:
                return act()
            except UserError as error:
                if isinstance(error, GoneError) or not shown_again:
                    error.typed = typed
                raise

        return self._runner.write(task)


def digits(text: str) -> str:
    """Return the digits of a phone."""
    return "".join(letter for letter in text if letter.isdigit())
