"""What the values of a column mean: '단골' a tag, 'f' a woman, 'O' a yes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.exchange.questions import ColumnValues
from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label, number

WIDTH = 560
HIGHEST = 420
FIELD = 220


class ValuesDialog(QDialog):
    """A value a row; what is left as it was is read as it always is."""

    told = Signal(object)  # {text in the file: what it means}

    def __init__(
        self,
        kit: Kit,
        values: ColumnValues,
        known: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        theme = kit.theme
        self.setWindowTitle(self.tr("Values of {column}").format(column=values.header))
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        title = Label(theme, self.windowTitle(), "title")
        hint = Label(
            theme, self.tr("Say what a value means. An empty one is not imported."),
            colour="text-2", wrap=True,
        )  # fmt: skip
        rows = QGridLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(8)
        for place, (text, times) in enumerate(values.texts):
            field = self._field(values.target, text, known.get(text))
            field.setAccessibleName(text)
            field.setFixedWidth(FIELD)
            self.fields[text] = field
            rows.addWidget(Label(theme, text, "strong"), place, 0)
            rows.addWidget(number(theme, kit.formats.number(times), colour="muted"), place, 1)
            rows.addWidget(field, place, 2)
        rows.setColumnStretch(0, 1)
        holder = QWidget()
        holder.setProperty("clear", "true")
        holder.setLayout(rows)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll it
        area.setWidget(holder)
        area.setFixedHeight(min(HIGHEST, holder.sizeHint().height() + 4))
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.save_button = Button(theme, self.tr("Use these"), "primary")
        self.save_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for widget in (title, hint, area):
            column.addWidget(widget)
        column.addLayout(row_of(None, self.cancel_button, self.save_button))
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)

    def _field(self, target: str, text: str, known: str | None) -> QLineEdit | QComboBox:
        choices = self._choices(target)
        if not choices:
            return QLineEdit(text if known is None else known)
        combo = QComboBox()
        combo.addItem(self.tr("As it stands"), None)
        for code, words in choices.items():
            combo.addItem(words, code)
        combo.setCurrentIndex(max(0, combo.findData(known)))
        return combo

    def _choices(self, target: str) -> dict[str, str]:
        """Return word to read -> word to show, of what such a column chooses from."""
        nothing = {"": self.tr("Nothing")}
        if target.startswith("consent"):
            return {"granted": self.tr("Yes"), "denied": self.tr("No"), **nothing}
        return {
            "gender": {
                "female": self.tr("Female"), "male": self.tr("Male"), "other": self.tr("Other"),
                **nothing,
            },
            "kind": {
                "person": self.tr("Person"), "company": self.tr("Company"),
                "household": self.tr("Household"), **nothing,
            },
            "birthday_calendar": {
                "solar": self.tr("Solar"), "lunar": self.tr("Lunar"), **nothing,
            },
        }.get(target, {})  # fmt: skip

    def _on_save(self) -> None:
        told: dict[str, str] = {}
        for text, field in self.fields.items():
            if isinstance(field, QComboBox):
                if field.currentData() is not None:
                    told[text] = field.currentData()
            elif field.text().strip() != text:
                told[text] = field.text().strip()
        self.told.emit(told)
        self.accept()
