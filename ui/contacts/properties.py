"""The fields of a contact below each other, each typed over in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.links import address_of
from app.shapes.contacts import ContactDetail
from app.shapes.staff import StaffRow
from ui.common.ask import AskDialog
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.menu import Menu
from ui.common.widgets.property_row import LABEL
from ui.contacts.address_form import AddressForm
from ui.contacts.editable_row import OPENS, EditableRow
from ui.contacts.fields import (
    ALWAYS,
    LABELS,
    POINTS,
    REASONS,
    WHEN_FILLED,
    FieldShown,
    field_words,
    fields_of,
    label_words,
    point_words,
    reason_words,
)
from ui.contacts.owner_row import OwnerRow

if TYPE_CHECKING:
    from app.services.contacts import ContactService

NARROW = 84  # px of a label
PADDING = 12  # px of a button before its plus
ADDABLE = (*(f"{kind}:0" for kind in POINTS), *WHEN_FILLED)
SCHEMES = {"phone": "tel:", "email": "mailto:"}


class PropertyList(QWidget):
    """Shows fields and passes on what is typed over.

    While somebody types, the line stays as it is, whatever becomes of the data.
    """

    field_typed = Signal(object, str, str)  # contact id, column, text
    point_typed = Signal(object, object, str)  # contact id, FieldShown, text
    address_typed = Signal(object, object, object)  # contact id, point id, part: text
    label_chosen = Signal(object, str)  # point id, label
    point_removed = Signal(object)  # point id
    point_made_first = Signal(object)  # point id
    point_retired = Signal(object, str)  # point id, reason
    point_revived = Signal(object)  # point id
    owner_chosen = Signal(object, object)  # contact id, staff id or None

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        *,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`narrow`: for a column of a page, where the name is one of the lines."""
        super().__init__(parent)
        self._label_width = NARROW if narrow else LABEL
        self._kit = kit
        self._contacts = contacts
        self._detail: ContactDetail | None = None
        self._owner_id: int | None = None
        self._base = {"name"} if narrow else set[str]()
        self._also = set(self._base)  # lines somebody asked for although they are empty
        self._awaited = ""  # the line that was typed into last, until it is on the disk
        self._rows: dict[str, EditableRow] = {}
        self._form: tuple[EditableRow, AddressForm] | None = None
        self.owner = OwnerRow(kit, label_width=self._label_width)
        self.add_phone = Button(kit.theme, "", "ghost", icon="plus", size="sm")
        self.add_other = Button(kit.theme, "", "ghost", icon="plus", size="sm")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._buttons = buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.add_phone)
        buttons.addWidget(self.add_other)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._lines)
        column.addWidget(self.owner)
        column.addSpacing(4)
        column.addLayout(buttons)
        self.owner.chosen.connect(self._on_owner_chosen)
        self.add_phone.clicked.connect(lambda: self.add("phone:0"))
        self.add_other.clicked.connect(self._on_add)
        kit.theme.changed.connect(self._fit)
        kit.language.changed.connect(self.retranslate)
        self._fit()
        self.retranslate()

    @property
    def rows(self) -> Sequence[EditableRow]:
        """The lines from top to bottom."""
        widgets = (self._lines.itemAt(n).widget() for n in range(self._lines.count()))  # type: ignore[union-attr]
        return [row for row in widgets if isinstance(row, EditableRow)]

    @property
    def is_open(self) -> bool:
        """Whether somebody is typing into a line."""
        return self._form is not None or any(row.is_open for row in self._rows.values())

    def show_contact(self, detail: ContactDetail, owner_id: int | None) -> None:
        """Show a contact; what was being typed about another one is saved before."""
        if self._detail is not None and self._detail.id != detail.id:
            self.finish()
            self._also = set(self._base)
            for row in self._rows.values():
                row.settle()
        self._also -= {self._awaited} - self._base
        self._awaited = ""
        self._detail, self._owner_id = detail, owner_id
        self._show()

    def set_staff(self, staff: Sequence[StaffRow]) -> None:
        """Say who can look after a contact."""
        self.owner.set_staff(staff)

    def follow(self, job: Job) -> None:
        """Show what was typed last as on its way until that job ends."""
        if (row := self._rows.get(self._awaited)) is not None:
            row.wait_for(job)

    def finish(self) -> None:
        """Save what an open editor holds."""
        for row in list(self._rows.values()):
            row.finish()
        if self._form is not None:
            self._form[1].finish()

    def focus_first(self) -> None:
        """Put the focus on the first line."""
        rows: Sequence[QWidget] = [*self.rows, self.owner]
        rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def add(self, key: str) -> None:
        """Show a line of that key and open its editor."""
        self._also.add(key)
        self._show()
        if key in self._rows:
            self._open(self._rows[key])

    def retranslate(self) -> None:
        """Set every word again."""
        self.add_phone.set_text(self.tr("Phone"))
        self.add_phone.setAccessibleName(self.tr("Add a phone"))
        self.add_other.set_text(self.tr("More"))
        self.add_other.setAccessibleName(self.tr("Add another field"))
        self._show()

    def _show(self) -> None:
        if self._detail is None:
            return
        fields = list(fields_of(self._detail, self._kit, self._also))
        wanted = {field.key for field in fields}
        focused = next((n for n, row in enumerate(self.rows) if row.has_focus), None)
        for key in [key for key in self._rows if key not in wanted]:
            if not self._is_typed_into(self._rows[key]):
                self._drop(key)
        place = 0
        for field in fields:
            row = self._rows.get(field.key) or self._make(field)
            # In a narrow column there is no room for it; the day stands elsewhere on the page.
            row.show_field(replace(field, soon="") if self._base else field)
            if self._lines.indexOf(row) != place:
                self._lines.insertWidget(place, row)
            place += 2 if self._form is not None and self._form[0] is row else 1
        self.owner.show_owner(self._owner_id)
        rows = self.rows
        if focused is not None and not any(row.has_focus for row in rows):  # its line has gone
            rows[min(focused, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        left = round(self._label_width * self._kit.theme.text_scale)
        self._buttons.setContentsMargins(left - PADDING, 0, 0, 0)  # the plus is below the values

    def _is_typed_into(self, row: EditableRow) -> bool:
        return row.is_open or row.is_waiting or (self._form is not None and self._form[0] is row)

    def _make(self, field: FieldShown) -> EditableRow:
        row = EditableRow(self._kit.theme, field, label_width=self._label_width)
        if field.field == "source":
            row.suggest = self._contacts.sources
        if field.point_kind == "address":
            row.edited.disconnect(row.open_editor)
            row.edited.connect(partial(self._open, row))
        row.typed.connect(partial(self._on_typed, row))
        row.closed.connect(partial(self._on_closed, row))
        row.opened.connect(partial(self._on_opened, row))
        row.menu_asked.connect(partial(self._on_menu_asked, row))
        self._rows[field.key] = row
        return row

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _open(self, row: EditableRow) -> None:
        if row.field.point_kind != "address":
            row.open_editor()
            return
        if self._form is not None or self._detail is None:
            return
        known: Mapping[str, str] = {}
        if row.field.point_id:
            known = self._contacts.address_of(row.field.point_id)
        form = AddressForm(self._kit, known)
        contact_id, point_id = self._detail.id, row.field.point_id
        form.typed.connect(partial(self._on_address_typed, row, contact_id, point_id))
        form.closed.connect(self._on_form_closed)
        self._form = row, form
        self._lines.insertWidget(self._lines.indexOf(row) + 1, form)
        form.show()
        form.start()

    def _on_form_closed(self) -> None:
        if self._form is None:
            return
        row, form = self._form
        self._form = None
        focused = form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._lines.removeWidget(form)
        form.hide()
        form.deleteLater()
        if focused:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_closed(row)

    def _on_typed(self, row: EditableRow, text: str) -> None:
        if self._detail is None:
            return
        self._awaited = row.field.key
        if row.field.point_kind:
            self.point_typed.emit(self._detail.id, row.field, text)
        else:
            self.field_typed.emit(self._detail.id, row.field.field, text)

    def _on_address_typed(
        self, row: EditableRow, contact_id: int, point_id: int, parts: object
    ) -> None:
        self._awaited = row.field.key
        self.address_typed.emit(contact_id, point_id, parts)

    def _on_closed(self, row: EditableRow) -> None:
        if row.field.key == self._awaited:
            return
        self._also -= {row.field.key} - self._base
        QTimer.singleShot(0, self, self._show)  # the row may be the one that is telling

    def _on_opened(self, row: EditableRow) -> None:
        value = row.field.raw
        if row.field.point_kind == "link":
            QDesktopServices.openUrl(QUrl(address_of(value, row.field.label)))
        else:
            QDesktopServices.openUrl(QUrl(SCHEMES[row.field.point_kind] + value))

    def _on_menu_asked(self, row: EditableRow, at: QPoint) -> None:
        menu = Menu(self._kit.theme, parent=self)
        menu.aboutToHide.connect(menu.deleteLater)
        if row.can_be_opened:
            opens = menu.add(row.opening(), OPENS[row.field.point_kind])
            opens.triggered.connect(partial(self._on_opened, row))
        menu.add(self.tr("Edit"), "pencil").triggered.connect(partial(self._open, row))
        if not row.field.gone:
            menu.addSeparator()
            for label in LABELS[row.field.point_kind]:
                self._add_label(menu, row.field, label)
        menu.addSeparator()
        self._add_validity(menu, row.field)
        remove = menu.add(self.tr("Remove"), "trash-2", danger=True)
        remove.triggered.connect(partial(self.point_removed.emit, row.field.point_id))
        menu.popup(at)

    def _add_validity(self, menu: Menu, field: FieldShown) -> None:
        point_id = field.point_id
        if not field.first:
            first = menu.add(self.tr("Make first"), "star")
            first.triggered.connect(partial(self.point_made_first.emit, point_id))
        if field.gone:
            again = menu.add(self.tr("Valid again"), "undo-2")
            again.triggered.connect(partial(self.point_revived.emit, point_id))
            return
        why = Menu(self._kit.theme, self.tr("Not valid any more"), menu)
        menu.addMenu(why).setProperty("icon-name", "ban")
        for reason in REASONS:
            if (reason == "bounced") == (field.point_kind == "email") or reason == "no_longer":
                chosen = why.add(reason_words(reason))
                chosen.triggered.connect(partial(self.point_retired.emit, point_id, reason))
        why.add(self.tr("Another reason…")).triggered.connect(partial(self._ask_why, point_id))

    def _ask_why(self, point_id: int) -> None:
        title, act = self.tr("Why is it not valid any more?"), self.tr("Save")
        dialog = AskDialog(self._kit.theme, title, act, parent=self.window())
        dialog.answered.connect(partial(self.point_retired.emit, point_id))
        dialog.open()

    def _add_label(self, menu: Menu, field: FieldShown, label: str) -> None:
        action: QAction = menu.add(label_words(label))
        action.setCheckable(True)
        action.setChecked(field.label == label)
        chosen = partial(self.label_chosen.emit, field.point_id, label)
        action.triggered.connect(lambda _checked: chosen())

    def _on_add(self) -> None:
        menu = Menu(self._kit.theme, parent=self)
        menu.aboutToHide.connect(menu.deleteLater)
        for key in ADDABLE:
            if key == "phone:0" or key in self._rows or key in ALWAYS:
                continue
            kind = key.partition(":")[0]
            words = point_words(kind) if kind in POINTS else field_words(key)
            menu.add(words).triggered.connect(partial(self.add, key))
        menu.popup(self.add_other.mapToGlobal(QPoint(0, self.add_other.height())))

    def _on_owner_chosen(self, staff_id: int | None) -> None:
        if self._detail is not None:
            self.owner_chosen.emit(self._detail.id, staff_id)
