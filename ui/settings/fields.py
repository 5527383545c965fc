"""Fields of the shop's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.shapes.custom_fields import FieldEdit, FieldForm, FieldRow
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.toggle import Toggle
from ui.settings.field_dialog import FieldDialog
from ui.settings.field_list import FieldList
from ui.settings.section import Section, rule

if TYPE_CHECKING:
    from app.services.custom_fields import CustomFieldService


class FieldsSection(Section):
    """Lists the fields in their order; adds, changes, moves and retires them.

    None is ever deleted: what contacts have in a retired field comes back with it.
    """

    icon = "list-plus"
    tables = frozenset({"custom_field", "custom_choice", "custom_value"})

    def __init__(
        self,
        kit: Kit,
        fields: CustomFieldService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._fields = fields
        self._counts: dict[int, int] = {}
        self.dialog: FieldDialog | None = None
        self.list = FieldList(kit)
        self._build()
        self.list.change_asked.connect(self._ask)
        self.list.retire_asked.connect(self._retire)
        self.list.moved.connect(lambda ids: self._write(lambda: fields.move(ids)))
        self.list.currentRowChanged.connect(self._show_buttons)
        self.new_button.clicked.connect(lambda: self._ask(None))
        self.change_button.clicked.connect(lambda: self._ask(self.list.field()))
        self.retire_button.clicked.connect(lambda: self._retire(self.list.field()))
        self.up_button.clicked.connect(partial(self.list.step, -1))
        self.down_button.clicked.connect(partial(self.list.step, 1))
        self.all_toggle.toggled.connect(self._show)

    def title(self) -> str:
        return self.tr("Fields")

    def about(self) -> str:
        return self.tr(
            "What your shop wants to know of its contacts: a favourite flower, a shoe size."
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.list.setAccessibleName(self.tr("Fields of your own"))
        self.list.setAccessibleDescription(
            self.tr("Enter changes a field, Alt+Up and Alt+Down move it, Delete retires it.")
        )
        self.new_button.set_text(self.tr("New field"))
        self.change_button.set_text(self.tr("Change"))
        for button in (self.new_button, self.change_button):
            button.updateGeometry()
        self.up_button.set_name(self.tr("Move up"), "Alt+Up")
        self.down_button.set_name(self.tr("Move down"), "Alt+Down")
        self.all_toggle.setText(self.tr("Show those no longer used"))
        self._nothing.set_text(self.tr("There is none yet. Add the first one."))
        self._hint.set_text(self.tr("Retired fields keep what is in them and can come back."))
        self._show()

    def refresh(self) -> None:
        self._show()
        job = self.kit.runner.read(lambda _ticket: self._fields.counts())
        job.succeeded.connect(self._on_counted)

    def _build(self) -> None:
        theme = self.kit.theme
        self._nothing = Label(theme, "", colour="muted", wrap=True)
        self._hint = Label(theme, "", "caption", "muted", wrap=True)
        self.new_button = Button(theme, "", "primary", icon="plus")
        self.up_button = IconButton(theme, "arrow-up", "")
        self.down_button = IconButton(theme, "arrow-down", "")
        self.change_button = Button(theme, "", icon="pencil")
        self.retire_button = Button(theme, "", icon="archive")
        self.all_toggle = Toggle(theme)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.new_button)
        acts.addStretch(1)
        for button in (self.up_button, self.down_button, self.change_button, self.retire_button):
            acts.addWidget(button)
        card = Card(theme)
        card.column.addWidget(self._nothing)
        card.column.addWidget(self.list)
        card.column.addWidget(rule())
        card.column.addLayout(acts)
        self.column.addWidget(card)
        self.column.addWidget(self.all_toggle)
        self.column.addWidget(self._hint)

    def _show(self) -> None:
        fields = self._fields.all(retired=True)
        shown = [f for f in fields if not f.retired]
        retired = [f for f in fields if f.retired]
        if self.all_toggle.isChecked():
            shown += retired
        self.list.show_fields(shown, self._counts)
        self.list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self.all_toggle.setVisible(bool(retired))
        self._hint.setVisible(bool(fields))
        self._show_buttons()

    def _show_buttons(self) -> None:
        field, place = self.list.field(), self.list.currentRow()
        back = field is not None and field.retired
        words = self.tr("Bring back") if back else self.tr("Retire")
        self.retire_button.set_text(words)
        self.retire_button.updateGeometry()
        for button in (self.change_button, self.retire_button):
            button.setEnabled(field is not None)
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < self.list.count() - 1)

    def _on_counted(self, counts: dict[int, int]) -> None:
        if counts != self._counts:
            self._counts = counts
            self._show()

    def _ask(self, field: FieldRow | None) -> None:
        self.dialog = dialog = FieldDialog(self.kit, field, self.window())
        dialog.added.connect(self._add)
        dialog.changed.connect(self._change)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it
        (self.list if self.list.count() else self.new_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _add(self, form: FieldForm) -> None:
        self._write(lambda: self._fields.add(form))

    def _change(self, field_id: int, edit: FieldEdit) -> None:
        self._write(lambda: self._fields.edit(field_id, edit))

    def _retire(self, field: FieldRow | None) -> None:
        if field is not None:
            self._write(lambda: self._fields.retire(field.id, retired=not field.retired))

    def _write(self, act: Callable[[], object]) -> None:
        job = self.kit.runner.write(lambda _ticket: act())
        job.failed.connect(lambda _error: self.refresh())
