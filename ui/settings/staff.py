"""The people who work in the shop."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.shapes.staff import StaffRow
from ui.common.kit import Kit
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.settings.choices import Choices
from ui.settings.section import rule
from ui.settings.typed_field import LONGEST, TypedField


class StaffCard(Card):
    """Everybody who works here by name.

    A name is changed in its place, a new one added below; all but the owner can be removed.
    """

    def __init__(self, kit: Kit, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, " ", parent=parent)
        self._kit = kit
        self._choices = choices
        self._people: list[StaffRow] = []
        self.rows: list[PersonRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.new_name = QLineEdit()
        self.new_name.setMaxLength(LONGEST)
        self.add_button = Button(kit.theme, "", icon="plus")
        self.add_button.setEnabled(False)
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.new_name, 1)
        adding.addWidget(self.add_button)
        self.column.addLayout(self._list)
        self.column.addWidget(rule())
        self.column.addLayout(adding)
        self.new_name.textChanged.connect(self._on_new_name_typed)
        self.new_name.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)

    def fields(self) -> list[QLineEdit]:
        """Return what can be typed into, from the top."""
        return [*(row.name for row in self.rows), self.new_name]

    def focus_present(self) -> None:
        """Put the focus into the name of whoever is at the desk."""
        for row in self.rows:
            if row.person_id == self._choices.present_id:
                row.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        self.set_title(self.tr("People who work here"))
        self.new_name.setPlaceholderText(self.tr("Name of somebody new"))
        self.new_name.setAccessibleName(self.tr("Name of somebody new"))
        self.add_button.set_text(self.tr("Add"))
        self.add_button.updateGeometry()
        self._show()

    def refresh(self) -> None:
        """Show everybody as they are now."""
        self._people = self._choices.staff()
        self._show()

    def _show(self) -> None:
        known = {row.person_id: row for row in self.rows}
        self.rows = [
            known.pop(person.id) if person.id in known else self._make(person)
            for person in self._people
        ]
        for gone in known.values():
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(self.rows):
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
        for row, person in zip(self.rows, self._people, strict=True):
            words = self._role(person)
            if person.id == self._choices.present_id:
                words = self.tr("{role}, at the desk now").format(role=words)
            row.show_person(
                person,
                words,
                self.tr("Name of {who}").format(who=person.name or words),
                self.tr("Remove {who}").format(who=person.name or words),
            )

    def _make(self, person: StaffRow) -> PersonRow:
        row = PersonRow(self._kit, person)
        row.name.typed.connect(partial(self._rename, person.id))
        row.remove_button.clicked.connect(partial(self._remove, row))
        return row

    def _role(self, person: StaffRow) -> str:
        roles = {
            "owner": self.tr("Owner"),
            "staff": self.tr("Staff"),
            "viewer": self.tr("Looks only"),
        }
        return roles.get(person.role, person.role)

    def _rename(self, person_id: int, name: str) -> None:
        self._choices.rename_staff(person_id, name)

    def _remove(self, row: PersonRow) -> None:
        if row.remove_button.hasFocus():  # it is about to go
            self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choices.remove_staff(row.person_id)

    def _on_new_name_typed(self, text: str) -> None:
        self.add_button.setEnabled(bool(text.strip()))

    def _add(self) -> None:
        name = self.new_name.text().strip()
        if name:
            self.new_name.clear()
            self._choices.add_staff(name)
            self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)


class PersonRow(QWidget):
    """Somebody who works here: avatar, name to type over, role, and the way to remove them."""

    def __init__(self, kit: Kit, person: StaffRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person_id = person.id
        self._avatar = Avatar(kit.theme, "", avatar_colour(person.id))
        self.name = TypedField(needed=True)
        self.role = Label(kit.theme, "", colour="muted")
        self.remove_button = IconButton(kit.theme, "x", "")
        place = self.remove_button.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # names and roles stand below each other
        self.remove_button.setSizePolicy(place)
        self.remove_button.setHidden(person.role == "owner")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._avatar)
        row.addWidget(self.name, 3)
        row.addWidget(self.role, 2)
        row.addWidget(self.remove_button)

    def show_person(self, person: StaffRow, role: str, name_of: str, remove: str) -> None:
        """Show what is kept of them; `name_of` is read aloud at the field, `remove` at the x."""
        self._avatar.show_contact(person.name, avatar_colour(person.id))
        self.name.show_text(person.name)
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(name_of)
        self.role.set_text(role)
        self.remove_button.set_name(remove)
