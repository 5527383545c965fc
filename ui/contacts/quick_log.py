"""The dialog that logs a call, a visit or a message from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import GoneError, UserError
from app.jobs import Ticket
from app.shapes.contacts import FoundContact, FoundContacts
from app.shapes.interactions import InteractionForm
from ui.common.kit import Kit
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.common.widgets.search_field import SearchField
from ui.common.widgets.segmented import Segmented
from ui.contacts.entry_words import outcome_words
from ui.contacts.found_list import FoundList

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.interactions import InteractionService

WIDTH = 560
FOUND_HEIGHT = 164
MOST = 20
PAUSE = 60  # ms without a keystroke before the search runs
KINDS = ("call", "visit", "text", "email")


class QuickLog(QDialog):
    """Who, what came of it, a few words. With somebody chosen already, Enter is enough.

    It stays open until what was written is on the disk.
    """

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        interactions: InteractionService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._contacts = contacts
        self._interactions = interactions
        self._contact: FoundContact | None = None
        self._enter_waits = False  # for the answer of the search
        self.setModal(True)
        self.heading = Label(theme, "", "title")
        self.search = SearchField(theme, "", size=32, quiet=False)
        self.found = FoundList(theme)
        self.nobody = Label(theme, "", colour="muted")
        self.avatar = Avatar(theme, "", 0, 28)
        self.name = Label(theme, "", "strong")
        self.phone = Label(theme, "", colour="muted", digits=True)
        self.change_button = IconButton(theme, "x", "")
        self.kind = Segmented(theme, dict.fromkeys(KINDS, " "), "", size=32)
        self.direction = Segmented(theme, {"out": " ", "in": " "}, "", size=32)
        self.outcome = QComboBox()
        self.text = QLineEdit()
        self.problem = FieldHint(theme)
        self.save_button = Button(theme, "", "primary")
        self.cancel_button = Button(theme, "")
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self._connect()
        self.retranslate()

    def open_for(self, contact_id: int | None) -> None:
        """Come up, for a contact if one is given."""
        self.setFixedWidth(round(WIDTH * self._kit.theme.text_scale))
        self.search.set_text("")
        self.found.show_found(())
        self._choose(self._known(contact_id) if contact_id is not None else None)
        self.kind.choose("call")
        self.direction.choose("out")
        self.outcome.setCurrentIndex(0)
        self.text.clear()
        self.problem.show_hint("")
        self._on_kind_chosen()
        self.open()
        focused: QWidget = self.search if self._contact is None else self.text
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def form(self) -> InteractionForm:
        """Return what is chosen and typed so far."""
        kind = self.kind.current
        call = kind == "call"
        return InteractionForm(
            contact_ids=(self._contact.id,) if self._contact else (),
            kind=kind,
            outcome=self.outcome.currentData() if call else None,
            direction=None if kind == "visit" else self.direction.current,
            body=self.text.text(),
        )

    def accept(self) -> None:
        """Log it and close; without somebody it stays open."""
        if self._contact is None:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.save_button.isEnabled():
            return  # it is on its way
        form, interactions = self.form(), self._interactions
        self.problem.show_hint("")
        self.save_button.setEnabled(False)
        job = self._kit.runner.write(lambda _ticket: interactions.log(form), quiet=True)
        job.succeeded.connect(self._on_logged)
        job.failed.connect(self._on_refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setWindowTitle(self.tr("Log a contact"))
        self.heading.set_text(self.tr("Log a contact"))
        self.search.set_placeholder(self.tr("Name, initials or last four digits"))
        self.found.setAccessibleName(self.tr("Contacts found"))
        self.nobody.set_text(self.tr("Nobody fits that."))
        self.change_button.set_name(self.tr("Somebody else"))
        self.kind.setAccessibleName(self.tr("What happened"))
        self.kind.set_texts(
            {
                "call": self.tr("Call"),
                "visit": self.tr("Visit"),
                "text": self.tr("Message"),
                "email": self.tr("Mail"),
            }
        )
        self.direction.setAccessibleName(self.tr("Who began"))
        self.direction.set_texts({"out": self.tr("Outgoing"), "in": self.tr("Incoming")})
        self.outcome.setAccessibleName(self.tr("What came of it"))
        chosen = self.outcome.currentIndex()
        self.outcome.clear()
        for code, words in outcome_words().items():
            self.outcome.addItem(words, code)
        self.outcome.setCurrentIndex(max(0, chosen))
        self.text.setPlaceholderText(self.tr("What was said (not needed)"))
        self.text.setAccessibleName(self.tr("What was said"))
        self.save_button.set_text(self.tr("Log"))
        self.cancel_button.set_text(self.tr("Cancel"))

    def _build(self) -> None:
        self._chosen = QWidget()
        chosen = QHBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(12)
        chosen.addWidget(self.avatar)
        chosen.addWidget(self.name)
        chosen.addWidget(self.phone, 1)
        chosen.addWidget(self.change_button)
        self.found.setFixedHeight(FOUND_HEIGHT)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.kind)
        choices.addWidget(self.direction)
        choices.addWidget(self.outcome, 1)
        choices.addStretch(0)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.heading)
        column.addWidget(self.search)
        column.addWidget(self.found)
        column.addWidget(self.nobody)
        column.addWidget(self._chosen)
        column.addLayout(choices)
        column.addWidget(self.text)
        column.addWidget(self.problem)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._find)
        self.search.typed.connect(self._on_typed)
        self.search.moved.connect(self.found.step)
        self.search.submitted.connect(self._on_submitted)
        self.found.chosen.connect(self._on_chosen)
        self.change_button.clicked.connect(self._on_change)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.text.returnPressed.connect(self.accept)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._kit.language.changed.connect(self.retranslate)

    def _known(self, contact_id: int) -> FoundContact | None:
        try:
            detail = self._contacts.detail(contact_id)
        except GoneError:
            return None
        phones = tuple(p.value for p in detail.points if p.kind == "phone" and not p.invalid_reason)
        return FoundContact(detail.id, detail.name, phones, "name", detail.kind)

    def _choose(self, contact: FoundContact | None) -> None:
        self._contact = contact
        self._chosen.setVisible(contact is not None)
        self.search.setVisible(contact is None)
        self.found.setVisible(contact is None and self.found.count() > 0)
        self.nobody.hide()
        self.save_button.setEnabled(contact is not None)
        if contact is not None:
            company = contact.kind == "company"
            self.avatar.show_contact(contact.name, avatar_colour(contact.id), company=company)
            self.name.set_text(contact.name)
            self.phone.set_text(contact.phones[0] if contact.phones else "")
        self.adjustSize()

    def _on_logged(self) -> None:
        super().accept()

    def _on_refused(self, error: BaseException) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, UserError):
            self.problem.show_hint(self._kit.messages.describe(error))
            announce(self, self.problem.text())
            self.adjustSize()
        else:
            self._kit.runner.failed.emit(error)

    def _on_typed(self, _text: str) -> None:
        self._enter_waits = False
        self._typing.start()

    def _find(self) -> None:
        text = self.search.text().strip()
        if not text:
            self._on_found(text, FoundContacts((), more=False))
            self.nobody.hide()
            return

        def task(_ticket: Ticket) -> FoundContacts:
            return self._contacts.find(text, limit=MOST)

        job = self._kit.runner.read(task)
        job.succeeded.connect(lambda found: self._on_found(text, found))

    def _on_found(self, text: str, found: FoundContacts) -> None:
        if text != self.search.text().strip() or self._contact is not None:
            return  # somebody typed on meanwhile
        self.found.show_found(found.contacts)
        self.found.setVisible(bool(found.contacts))
        self.nobody.setVisible(not found.contacts)
        self.adjustSize()
        if self._enter_waits:
            self._on_submitted()

    def _on_submitted(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self._find()
            self._enter_waits = True
            return
        self._enter_waits = False
        if (contact := self.found.current()) is not None:
            self._on_chosen(contact)

    def _on_chosen(self, contact: FoundContact) -> None:
        self._choose(contact)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change(self) -> None:
        self._choose(None)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind_chosen(self) -> None:
        kind = self.kind.current
        self.outcome.setVisible(kind == "call")
        self.direction.setVisible(kind != "visit")
        self.adjustSize()
