"""How much the deals are worth that are wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from app.errors import Problem
from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField

WIDTH, SPACE = 320, 24


class ValueDialog(QDialog):
    """A least and a most amount; either may be left open."""

    answered = Signal(object, object)  # least, most; None for open

    def __init__(
        self,
        kit: Kit,
        least: int | None,
        most: int | None,
        currency: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self.setWindowTitle(self.tr("Value"))
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.least, self.most = MoneyField(currency), MoneyField(currency)
        self.least.show_amount(least)
        self.most.show_amount(most)
        self.problem = FieldHint(theme)
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for line, (words, field) in enumerate(
            ((self.tr("At least"), self.least), (self.tr("At most"), self.most))
        ):
            field.setAccessibleName(words)
            form.addWidget(Label(theme, words, colour="text-2"), line, 0)
            form.addWidget(field, line, 1)
        self.button = Button(theme, self.tr("Show these"), "primary")
        cancel = Button(theme, self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(16)
        column.addWidget(Label(theme, self.windowTitle(), "title"))
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addLayout(row_of(None, cancel, self.button))
        self.button.setDefault(True)
        self.button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.least.setFocus()

    def accept(self) -> None:
        for field in (self.least, self.most):
            if not field.is_good():
                self.problem.show_hint(self._kit.messages.say(f"form.{Problem.NOT_MONEY}"))
                field.setFocus()
                return
        least, most = self.least.amount(), self.most.amount()
        if least is not None and most is not None and least > most:
            least, most = most, least
        self.answered.emit(least, most)
        super().accept()
