"""The small form that relates a contact to another one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import InvalidInputError
from app.shapes.contacts import ContactDetail, ContactForm, FoundContact
from app.shapes.relations import RelationForm, RelationRow, RelationTypeRow
from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.contacts.fields import date_typed
from ui.contacts.people_search import PeopleSearch
from ui.contacts.relation_words import RelationChoice, choices_for, relation_words

if TYPE_CHECKING:
    from app.services.contacts import ContactService

WIDTH = 480
FOUND_HEIGHT = 164
NEW = 0  # id of somebody who is not in the book yet


class RelationDialog(QDialog):
    """Who, what they are, their title, since when; with `row` what is told of a relation.

    Enter goes on from who it is to what they are, and from there saves. Who is not found can be
    made here.
    """

    related = Signal(object, object, object)  # from, to, RelationForm
    related_new = Signal(object, object, object, object)  # contact, ContactForm, form, forward
    edited = Signal(object)  # RelationForm

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        types: Sequence[RelationTypeRow],
        detail: ContactDetail,
        row: RelationRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._types = types
        self._detail = detail
        self._row = row
        self._other: FoundContact | None = None
        self.people = PeopleSearch(kit, contacts, FOUND_HEIGHT, without=detail.id)
        self.new_button = Button(theme, "", icon="user-round-plus")
        self.who = Button(theme, "", "ghost", trailing="x")
        self.new_kind = Segmented(theme, {
            "person": self.tr("Person"), "company": self.tr("Company"),
            "household": self.tr("Household"),
        }, self.tr("Kind of contact"))  # fmt: skip
        self.kind = QComboBox()
        self.named, self.named_back = QLineEdit(), QLineEdit()
        self.role_title, self.since, self.until = QLineEdit(), QLineEdit(), QLineEdit()
        self.problem = FieldHint(theme)
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.save_button = Button(theme, self.tr("Save"), "primary")
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self._build()
        self._connect()
        self._choose(None)
        if row is not None:
            self._fill(row)
        else:
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def choice(self) -> RelationChoice | None:
        """What the other one is; None for a relation that is being named."""
        chosen = self.kind.currentData()
        return chosen if isinstance(chosen, RelationChoice) else None

    def form(self) -> RelationForm:
        """Return what is told; raise InvalidInputError for a date that is none."""
        choice = self.choice
        return RelationForm(
            kind=choice.kind if choice else "custom",
            type_id=choice.type_id if choice else None,
            named="" if choice else self.named.text().strip(),
            named_back="" if choice else self.named_back.text().strip(),
            title=self.role_title.text().strip(),
            since=self._date(self.since, "since"),
            until=self._date(self.until, "until"),
            note=self._row.note if self._row else "",
        )

    def accept(self) -> None:
        """Hand over what is told, and close; without somebody it stays open."""
        if self._row is None and self._other is None:
            self.people.enter()
            return
        try:
            form = self.form()
            if self._row is None and self.choice is None and not form.named:
                self.named.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        except InvalidInputError as error:
            self.problem.show_hint(self._kit.messages.describe(error))
            self.adjustSize()
            return
        forward = self.choice.forward if self.choice else True
        if self._row is not None:
            self.edited.emit(form)
        elif self._other is not None and self._other.id != NEW:
            ends = (self._detail.id, self._other.id)
            self.related.emit(*(ends if forward else ends[::-1]), form)
        elif self._other is not None:
            other = ContactForm(self._other.name, kind=self.new_kind.current)
            self.related_new.emit(self._detail.id, other, form, forward)
        super().accept()

    def _build(self) -> None:
        theme = self._kit.theme
        title = self.tr("Related to {name}").format(name=self._detail.name)
        self.setWindowTitle(title)
        self.people.setAccessibleName(self.tr("Who"))
        self.kind.setAccessibleName(self.tr("What they are"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Label(theme, title, "title"))
        column.addWidget(self.people)
        column.addWidget(self.new_button)
        column.addLayout(row_of(self.who, None, self.new_kind))
        column.addWidget(self.kind)
        self._own = self._pair(
            (self.tr("Its name, as in 'Teacher'"), self.named),
            (self.tr("From the other end, as in 'Pupil'"), self.named_back),
        )
        self._told = self._pair((self.tr("Title"), self.role_title), (self.tr("Since"), self.since),
                                (self.tr("Until"), self.until))  # fmt: skip
        column.addWidget(self._own)
        column.addWidget(self._told)
        column.addWidget(self.problem)
        column.addLayout(row_of(None, self.cancel_button, self.save_button))

    def _pair(self, *fields: tuple[str, QLineEdit]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, (words, field) in enumerate(fields):
            label = Label(self._kit.theme, words, strong=True)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.returnPressed.connect(self.accept)
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
        return holder

    def _connect(self) -> None:
        self.people.field.typed.connect(self._on_typed)
        self.people.chosen.connect(self._choose)
        self.people.nobody.connect(self._on_new)
        self.new_button.clicked.connect(self._on_new)
        self.who.clicked.connect(self._on_again)
        self.new_kind.chosen.connect(self._offer_kinds)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.setDefault(False)

    def _fill(self, row: RelationRow) -> None:
        self._choose(FoundContact(row.other_id, row.other_name, (), "name", row.other_kind))
        self.kind.clear()
        words = relation_words(row, self._kit)
        self.kind.addItem(words, RelationChoice(row.kind, row.forward, words))
        self.kind.setEnabled(False)
        self.who.setEnabled(False)
        self.role_title.setText(row.title)
        self.since.setText(row.since)
        self.until.setText(row.until)
        self.role_title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, other: FoundContact | None) -> None:
        self._other = other
        chosen = other is not None
        self.people.setVisible(not chosen)
        self.new_button.setVisible(not chosen and bool(self.people.text()))
        self.new_kind.setVisible(other is not None and other.id == NEW)
        for part in (self.who, self.kind, self._told):
            part.setVisible(chosen)
        self.save_button.setEnabled(chosen)
        if other is not None:
            self.who.set_text(other.name)
            self.who.setAccessibleName(self.tr("{name}: choose another").format(name=other.name))
            self._offer_kinds()
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_kind()

    def _offer_kinds(self) -> None:
        if self._other is None:
            return
        theirs = self.new_kind.current if self._other.id == NEW else self._other.kind
        self.kind.clear()
        for choice in choices_for(self._detail.kind, theirs, self._types, self._kit):
            self.kind.addItem(choice.words, choice)
        self.kind.addItem(self.tr("Name a relation…"), None)

    def _on_kind(self) -> None:
        named = self._other is not None and self._row is None and self.choice is None
        self._own.setVisible(named)
        self.adjustSize()

    def _on_typed(self, text: str) -> None:
        self.new_button.set_text(self.tr("New contact “{name}”").format(name=text.strip()))
        self.new_button.setVisible(bool(text.strip()))

    def _on_new(self) -> None:
        self._choose(FoundContact(NEW, self.people.text(), (), "name", "person"))
        self.new_kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_again(self) -> None:
        self._choose(None)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _date(self, field: QLineEdit, name: str) -> str:
        text = field.text().strip()
        return date_typed(name, text, self._kit) if text else ""
