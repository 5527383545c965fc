"""The form of one of the shop's own fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.kinds import FIELD_KINDS
from app.shapes.custom_fields import FieldEdit, FieldForm, FieldRow
from ui.common.field_kinds import ICONS, kind_name
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.toggle import Toggle
from ui.settings.choice_list import ChoiceEditor
from ui.settings.section import ChoiceBox
from ui.settings.typed_field import LONGEST

WIDTH = 520
CHOOSING = ("choice", "choices")


class FieldDialog(QDialog):
    """Asks for kind, both names, place in the list and choices; one name is enough.

    The kind of a field that is there cannot be changed: what contacts have in it is of that kind.
    """

    added = Signal(object)  # FieldForm
    changed = Signal(object, object)  # field id, FieldEdit

    def __init__(
        self,
        kit: Kit,
        field: FieldRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._field = field
        language, theme = kit.language.code, kit.theme
        title = self.tr("Change the field") if field else self.tr("New field")
        self.setWindowTitle(title)
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.kind = ChoiceBox()
        for kind in FIELD_KINDS if field is None else (field.kind,):
            words = kind_name(kind, language)
            self.kind.addItem(theme.icon(ICONS[kind]), words[:1].upper() + words[1:], kind)
        self.kind.setEnabled(field is None)
        self.korean = QLineEdit(field.label_ko if field else "")
        self.english = QLineEdit(field.label_en if field else "")
        self.in_list = Toggle(theme, self.tr("Show it as a column of the list"))
        self.in_list.setChecked(field.in_list if field else False)
        self.choices = ChoiceEditor(kit, field.choices if field else ())
        self.save_button = Button(theme, self.tr("Save"), "primary")
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self._build(title)
        self.kind.currentIndexChanged.connect(self._fit)
        for name in (self.korean, self.english):
            name.setMaxLength(LONGEST)
            name.textChanged.connect(self._check)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._fit()
        self._check()
        (self.kind if field is None else self._names()[0]).setFocus()

    def accept(self) -> None:
        """Hand over what was typed; without a name there is nothing to hand over."""
        korean, english = self.korean.text().strip(), self.english.text().strip()
        if not korean and not english:
            return
        self.choices.finish()
        shown, chooses = self.in_list.isChecked(), self._chooses()
        if self._field is None:
            names = self.choices.names() if chooses else ()
            kind = self.kind.currentData()
            self.added.emit(
                FieldForm(
                    kind=kind, label_ko=korean, label_en=english, in_list=shown, choices=names
                )
            )
        else:
            forms = self.choices.forms() if chooses else ()
            edit = FieldEdit(label_ko=korean, label_en=english, in_list=shown, choices=forms)
            self.changed.emit(self._field.id, edit)
        super().accept()

    def _build(self, title: str) -> None:
        theme = self._kit.theme
        words = {self.korean: self.tr("Name in Korean"), self.english: self.tr("Name in English")}
        form = QGridLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setColumnStretch(1, 1)
        self._add(form, self.tr("Kind"), self.kind)
        for name in self._names():
            self._add(form, words[name], name)
        form.addWidget(self.in_list, form.rowCount(), 1)
        self._choices_label = self._add(form, self.tr("Choices"), self.choices)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        self.save_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(20)
        column.addWidget(Label(theme, title, "title"))
        column.addLayout(form)
        column.addLayout(buttons)

    def _names(self) -> tuple[QLineEdit, QLineEdit]:
        """Return the two names, the one of the language in use first."""
        if self._kit.language.code == "ko":
            return self.korean, self.english
        return self.english, self.korean

    def _add(self, form: QGridLayout, words: str, widget: QWidget) -> Label:
        label = Label(self._kit.theme, words, colour="text-2")
        label.setBuddy(widget)
        widget.setAccessibleName(words)
        line = form.rowCount()
        place = Qt.AlignmentFlag.AlignTop if widget is self.choices else Qt.AlignmentFlag(0)
        form.addWidget(label, line, 0, place)
        form.addWidget(widget, line, 1)
        return label

    def _chooses(self) -> bool:
        return self.kind.currentData() in CHOOSING

    def _fit(self) -> None:
        self.choices.setVisible(self._chooses())
        self._choices_label.setVisible(self._chooses())
        self.adjustSize()

    def _check(self) -> None:
        named = self.korean.text().strip() or self.english.text().strip()
        self.save_button.setEnabled(bool(named))
