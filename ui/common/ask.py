"""A small question: one line to type."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from ui.common.bars import row_of
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

WIDTH = 360
SPACE = 24


class AskDialog(QDialog):
    """Asks for one line; Enter or the button answers, Esc does not.

    `answered` comes with the text, trimmed and accepted by `accepts`.
    """

    answered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        act: str,
        *,
        text: str = "",
        accepts: Callable[[str], bool] = bool,
        parent: QWidget | None = None,
    ) -> None:
        """`act` is the word on the button, `text` what stands in the field."""
        super().__init__(parent)
        self._accepts = accepts
        self.setWindowTitle(title)
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        label = Label(theme, title, strong=True)
        self.field = QLineEdit(text)
        self.field.setAccessibleName(title)
        self.field.selectAll()
        label.setBuddy(self.field)
        self.button = Button(theme, act, "primary")
        cancel = Button(theme, self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addSpacing(8)
        column.addLayout(row_of(None, cancel, self.button))
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self.accept)
        self.button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._on_typed()
        self.field.setFocus()

    def accept(self) -> None:
        text = self.field.text().strip()
        if self._accepts(text):
            self.answered.emit(text)
            super().accept()

    def _on_typed(self) -> None:
        self.button.setEnabled(self._accepts(self.field.text().strip()))
