"""Tells of contacts that may be the one being typed, while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.contacts import ContactForm, LookAlike
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.note import Note, announce

TYPING_PAUSE = 150  # ms without a keystroke before it is looked
MOST = 3  # notes; a name that everybody has says no more with the fourth
Finder = Callable[[ContactForm], Sequence[LookAlike]]


class LookAlikeNotes(QWidget):
    """One note per contact of the same phone, e-mail or name, each with a way to open it."""

    opened = Signal(object)  # id of a contact
    looked = Signal()  # the notes belong to what was given last

    def __init__(self, kit: Kit, find: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Sequence[LookAlike] = ()
        self._notes: list[Note] = []
        self._kit = kit
        self._find = find
        self._form = ContactForm()  # as given last
        self._known = ContactForm()  # what the notes belong to
        self._asked = ContactForm()
        self._reading = False
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self.look_now)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    @property
    def is_behind(self) -> bool:
        """Whether something was given that nobody has looked for yet."""
        return self._form != self._known

    def ways(self) -> list[Button]:
        """Return the buttons that open a contact, from the top."""
        return [way for note in self._notes for way in note.findChildren(Button)]

    def look(self, form: ContactForm) -> None:
        """Look for what is typed so far, once the typing pauses."""
        self._form = ContactForm(name=form.name, phone=form.phone, email=form.email)
        self._pause.start()

    def look_now(self) -> None:
        """Look without waiting for a pause."""
        self._pause.stop()
        if self._reading or not self.is_behind:
            return
        form, find = self._form, self._find

        def task(_ticket: Ticket) -> Sequence[LookAlike]:
            return find(form)

        self._asked, self._reading = form, True
        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._on_failed)

    def _on_failed(self) -> None:
        # Nobody is kept from adding a contact because a warning could not be had.
        self._on_found(())

    def _on_found(self, found: Sequence[LookAlike]) -> None:
        self._reading, self._known = False, self._asked
        if self.is_behind:
            self.look_now()
            return
        if tuple(found) != tuple(self.found):
            self.found = tuple(found)
            self._show()
        self.looked.emit()

    def _show(self) -> None:
        clear(self._column)
        self._notes.clear()
        same = {
            "phone": self.tr("Same phone: {name}"),
            "email": self.tr("Same e-mail: {name}"),
            "name": self.tr("Same name: {name}"),
            "one_letter": self.tr("Names differ by one letter: {name}"),
            "like_name": self.tr("Like name: {name}"),
        }
        told = []
        for contact in self.found[:MOST]:
            words = same.get(contact.why, same["phone"])
            text = words.format(name=f"<b>{escape(contact.name)}</b>")
            note = Note(self._kit.theme, text, "warning", action=self.tr("Open this contact"))
            note.acted.connect(partial(self.opened.emit, contact.id))
            self._column.addWidget(note)
            self._notes.append(note)
            told.append(words.format(name=contact.name))
        self.setVisible(bool(told))
        if told:
            announce(self, ". ".join(told))
