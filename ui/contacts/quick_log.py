"""The dialog that logs a call, a visit or a message from anywhere, also from one typed line."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.shapes.contacts import FoundContact, FoundContacts
from app.shapes.interactions import InteractionForm, LineForm
from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.typed_search import TypedSearch
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.common.widgets.search_field import SearchField
from ui.contacts.quick_log_controls import LogControls
from ui.contacts.quick_log_line import (
    Choice,
    LineRead,
    LineReader,
    Proposal,
    next_choice,
    people_of,
    person_of,
    propose,
)
from ui.contacts.quick_log_marks import SaidChips, Underlines
from ui.contacts.quick_log_people import NumberedList, PersonLine
from ui.contacts.quick_log_words import marks_of, said_of

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.interactions import InteractionService

WIDTH = 560
FOUND_HEIGHT = 164
MOST = 20


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
        self._front: FoundContact | None = None  # who it was opened for, whoever a line names
        self._settled: tuple[str, FoundContact] | None = None  # a name, and who was chosen for it
        self._read: LineRead | None = None
        self._picks: dict[str, Choice] = {}  # what was turned where the line is in doubt
        self._enter_waits = False  # for what the line is read as
        self.setModal(True)
        self.heading = Label(theme, "", "title")
        self.search = SearchField(theme, "", size=32, quiet=False)
        self.found = NumberedList(theme)
        self.nobody = Label(theme, "", colour="muted")
        self._chosen = chosen = PersonLine(theme)
        self.name, self.phone, self.change_button = chosen.name, chosen.phone, chosen.change_button
        self.controls = LogControls(kit)
        self.kind, self.direction = self.controls.kind, self.controls.direction
        self.outcome = self.controls.outcome
        self.text = QLineEdit()
        self.chips = SaidChips(kit)
        self.problem = FieldHint(theme)
        self.save_button = Button(theme, "", "primary")
        self.cancel_button = Button(theme, "")
        self._reader = LineReader(kit, contacts, self)
        self._typed = TypedSearch(kit, self.search, self._look)
        self._build()
        self._connect()
        self.retranslate()

    def open_for(self, contact_id: int | None) -> None:
        """Come up, for a contact if one is given."""
        self.setFixedWidth(round(WIDTH * self._kit.theme.text_scale))
        self.search.set_text("")
        self.found.show_plain(())
        self._settled, self._picks = None, {}
        self._choose(person_of(self._contacts, contact_id))
        self.text.clear()
        self._forget_line()
        self.controls.begin()
        self.problem.show_hint("")
        self.open()
        focused: QWidget = self.search if self._contact is None else self.text
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def form(self) -> InteractionForm:
        """Return what is chosen and typed so far, as something that has happened."""
        said = self._said
        kind = self.controls.kind_of(said)
        outcome = (said and said.outcome) or None
        if kind == "call":
            outcome = self.outcome.currentData()
        day = said.happened_on if said else None
        return InteractionForm(
            contact_ids=(self._contact.id,) if self._contact else (),
            kind=kind,
            outcome=outcome,
            direction=None if kind in ("visit", "meeting") else self.direction.current,
            body=said.body if said else self.text.text(),
            happened_at=datetime.combine(day, time(12)).astimezone() if day else None,
        )

    def line(self) -> LineForm:
        """Return what Enter would log and plan."""
        said, form = self._said, self.form()
        note = form.kind == "note" and not self._only_plans
        return LineForm(
            contact_id=self._contact.id if self._contact else 0,
            happened=None if note or self._only_plans else form,
            written=form.body if note else "",
            at=said.moment if said else "",
            note=said.note if said else "",
        )

    def accept(self) -> None:
        """Log it and close; without somebody it stays open."""
        if self._reader.is_behind:
            self._enter_waits = True
            self._reader.hurry()
            return
        if self._contact is None:
            self._ask_who()
            return
        if not self.save_button.isEnabled():
            return  # it is on its way
        line, interactions = self.line(), self._interactions
        self.problem.show_hint("")
        self.save_button.setEnabled(False)
        job = self._kit.runner.write(lambda _ticket: interactions.log_line(line), quiet=True)
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
        self.search.set_placeholder(self.tr("Who, what, when: Kim Minsu called, delivery Sat 3 PM"))
        self.found.setAccessibleName(self.tr("Contacts found"))
        self.nobody.set_text(self.tr("Nobody fits that."))
        self.change_button.set_name(self.tr("Somebody else"))
        self.controls.retranslate()
        self.text.setPlaceholderText(self.tr("What was said (not needed)"))
        self.text.setAccessibleName(self.tr("What was said"))
        self.save_button.set_text(self.tr("Log"))
        self._show_said()
        self.cancel_button.set_text(self.tr("Cancel"))

    def _build(self) -> None:
        self.found.setFixedHeight(FOUND_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        for part in (
            self.heading, self.search, self.found, self.nobody, self._chosen, self.controls,
            self.text, self.chips, self.problem,
        ):  # fmt: skip
            column.addWidget(part)
        column.addLayout(row_of(None, self.cancel_button, self.save_button))

    def _connect(self) -> None:
        line_edit = self.search.focusProxy()
        self._marks = Underlines(self._kit, self.text)
        self._search_marks = (
            Underlines(self._kit, line_edit) if isinstance(line_edit, QLineEdit) else self._marks
        )
        self._typed.answered.connect(self._on_found)
        self._typed.entered.connect(self._on_entered)
        self._reader.read.connect(self._on_read)
        self.text.textChanged.connect(self._on_text_typed)
        self.chips.turned.connect(self._on_turned)
        self.controls.changed.connect(self._show_said)
        self.controls.fitted.connect(self.adjustSize)
        self.search.moved.connect(self.found.step)
        self.found.chosen.connect(self._on_chosen)
        self.change_button.clicked.connect(self._on_change)
        self.text.returnPressed.connect(self.accept)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._kit.language.changed.connect(self.retranslate)

    def _choose(self, contact: FoundContact | None) -> None:
        """Let it be about somebody whose words follow, or ask who."""
        self._front = contact
        self.search.setVisible(contact is None)
        self.text.setVisible(contact is not None or not self.search.text())
        self._show_person(contact)

    def _show_person(self, contact: FoundContact | None) -> None:
        self._contact = contact
        self._chosen.setVisible(contact is not None)
        self.found.setVisible(contact is None and self.found.count() > 0)
        self.nobody.hide()
        self.save_button.setEnabled(contact is not None)
        if contact is not None:
            self._chosen.show_person(contact)
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

    def _look(self, text: str) -> FoundContacts | LineRead:
        """Return who fits a text, or what it says as a line; runs beside the window."""
        line, found = self._reader.line_of(text), FoundContacts((), more=False)
        if text.strip() and not line.spans:  # nothing but somebody's name, so far
            found = self._contacts.find(text.strip(), limit=MOST)
        return found if found.contacts else people_of(self._contacts, line)

    def _on_found(self, found: FoundContacts | LineRead) -> None:
        if self._front is not None:
            return  # somebody was chosen meanwhile
        if isinstance(found, LineRead) and (found.people or found.says_something):
            self._on_read(found)
            self.text.hide()
        else:
            people = () if isinstance(found, LineRead) else found.contacts
            self._forget_line()
            self._contact = None
            self.found.show_plain(people)
            self._show_person(None)
            self.text.show()
            self.nobody.setVisible(bool(self.search.text().strip()) and not people)
        self.adjustSize()

    def _on_entered(self) -> None:
        if self._read is not None:
            self.accept()
        elif (contact := self.found.current()) is not None:
            self._on_chosen(contact)

    def _ask_who(self) -> None:
        """Lead to where somebody is chosen."""
        asks = self.found.numbered and self.found.isVisible()
        where: QWidget = self.found if asks else self.search
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_typed(self, text: str) -> None:
        self._enter_waits = False
        if text.strip() and self._front is not None:
            self._reader.take(text, whole_names=True)
        else:
            self._forget_line()
            if self._front is not None:
                self._show_person(self._front)

    def _on_read(self, read: LineRead) -> None:
        """Show what a line says, and ask who is meant where it may be several."""
        self._read = read
        self._show_said()
        people = read.people
        if self._settled and read.who and self._settled[0] == read.who.text:
            people = (self._settled[1],)
        if not people or self._front in people:
            self._show_person(self._front)
            self.nobody.setVisible(self._front is None)
        elif len(people) == 1:
            if self._contact != people[0]:
                announce(self, people[0].name)
            self._show_person(people[0])
        else:
            self.found.show_people(people[:MOST])
            self._show_person(None)
            self.save_button.setEnabled(True)
            announce(self, self.tr("Who is meant? Choose by number."))
        if self._enter_waits and self._front is not None:
            self._enter_waits = False
            self.accept()

    def _show_said(self) -> None:
        """Underline what was understood, say it in chips, and set the controls from it."""
        self._marks.show_marks(())
        self._search_marks.show_marks(())
        self.controls.follow(self._said)
        if self._read is None:
            self.chips.show_said(())
            return
        marks = self._marks if self._front is not None else self._search_marks
        marks.show_marks(marks_of(self._read))
        only_plans = self._only_plans
        self.chips.show_said(said_of(self._read, self._picks, self._kit, only_plans=only_plans))

    @property
    def _said(self) -> Proposal | None:
        """What the line proposes, if there is one."""
        return propose(self._read, self._picks) if self._read is not None else None

    @property
    def _only_plans(self) -> bool:
        if "kind" in self.controls.by_hand or "log" in self._picks:
            return False
        said = self._said
        return said is not None and said.only_plan

    def _on_turned(self, what: str) -> None:
        if self._read is None:
            return
        if what == "log":
            if self._picks.pop("log", None) is None:
                self._picks["log"] = "too"
        elif (choice := next_choice(self._read.line, what, self._picks)) is not None:
            self._picks[what] = choice
        self._show_said()

    def _forget_line(self) -> None:
        self._reader.forget()
        self._read = None
        self._picks = {}
        self._show_said()

    def _on_chosen(self, contact: FoundContact) -> None:
        if self._read is None:
            self._choose(contact)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._read.who is not None:
            self._settled = self._read.who.text, contact
        self._show_person(contact)
        where: QWidget = self.search if self._front is None else self.text
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change(self) -> None:
        self.text.clear()
        self.search.set_text("")
        self._forget_line()
        self._choose(None)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
