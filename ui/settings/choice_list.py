"""The choices of a field: added, renamed, retired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.shapes.custom_fields import ChoiceForm, ChoiceRow
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.settings.typed_field import LONGEST

HEIGHT = 152
FORM = Qt.ItemDataRole.UserRole + 1


class ChoiceEditor(QWidget):
    """A list typed over in place, and a field that adds to it.

    Delete retires a choice that is there, or brings it back: who has it keeps it. A name is
    given in the language in use; the other one stays.
    """

    def __init__(
        self, kit: Kit, choices: Sequence[ChoiceRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._korean = kit.language.code == "ko"
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Choices"))
        self.list.setFixedHeight(kit.theme.height(HEIGHT))
        self.new_name = QLineEdit()
        self.new_name.setMaxLength(LONGEST)
        self.new_name.setPlaceholderText(self.tr("Another choice"))
        self.new_name.setAccessibleName(self.tr("Another choice"))
        self.add_button = Button(kit.theme, self.tr("Add"), icon="plus")
        self.add_button.setAutoDefault(False)
        hint = Label(
            kit.theme, self.tr("F2 renames a choice, Delete retires it or brings it back."),
            "caption", "muted", wrap=True,
        )  # fmt: skip
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.new_name, 1)
        adding.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addLayout(adding)
        column.addWidget(hint)
        for row in choices:
            self._show(ChoiceForm(row.id, row.label_ko, row.label_en, row.retired))
        self.add_button.clicked.connect(self._add)
        self.new_name.installEventFilter(self)

    def forms(self) -> tuple[ChoiceForm, ...]:
        """Return the choices as they are wanted now; one whose name was emptied keeps it."""
        return tuple(self._form(line) for line in range(self.list.count()))

    def names(self) -> tuple[str, ...]:
        """Return the names of the choices."""
        return tuple(form.label_ko or form.label_en for form in self.forms())

    def finish(self) -> None:
        """Take along what was typed and not yet added."""
        self._add()

    def eventFilter(self, watched: object, event: object) -> bool:
        if watched is self.new_name and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.type() == QKeyEvent.Type.KeyPress and self.new_name.text().strip():
                self._add()
                return True
        return False

    def _form(self, line: int) -> ChoiceForm:
        item = self.list.item(line)
        form: ChoiceForm = item.data(FORM)
        name = item.text().strip()
        if not name or name == self._name(form):
            return form
        return replace(form, label_ko=name) if self._korean else replace(form, label_en=name)

    def _name(self, form: ChoiceForm) -> str:
        both = (form.label_ko, form.label_en)
        return (both[0] or both[1]) if self._korean else (both[1] or both[0])

    def _show(self, form: ChoiceForm) -> None:
        item = QListWidgetItem(self._name(form))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(FORM, form)
        self.list.addItem(item)
        self.list.strike(item)

    def _add(self) -> None:
        name = self.new_name.text().strip()
        self.new_name.clear()
        taken = {self.list.item(line).text().casefold() for line in range(self.list.count())}
        if name and name.casefold() not in taken:
            self._show(ChoiceForm(None, name) if self._korean else ChoiceForm(None, "", name))
            self.list.scrollToBottom()


class _List(QListWidget):
    """The choices below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("field", "true")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )

    def strike(self, item: QListWidgetItem) -> None:
        """Show whether a choice is still offered."""
        form: ChoiceForm = item.data(FORM)
        font = item.font()
        font.setStrikeOut(form.retired)
        item.setFont(font)
        told = self.tr("{choice}, no longer offered") if form.retired else "{choice}"
        words = told.format(choice=item.text())
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() != Qt.Key.Key_Delete or item is None:
            super().keyPressEvent(event)
            return
        form: ChoiceForm = item.data(FORM)
        if form.id is None:
            self.takeItem(self.row(item))
            return
        item.setData(FORM, replace(form, retired=not form.retired))
        self.strike(item)
