"""What stands in the place of a file that cannot be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import FileError, FileProblem, UserError
from ui.common.kit import Kit
from ui.common.widgets.empty_state import EmptyState

PASSWORDS = (FileProblem.NEEDS_PASSWORD, FileProblem.WRONG_PASSWORD)


class RefusedFile(QWidget):
    """Says why, and what can be done: another file, or the password of a locked one."""

    other_asked = Signal()
    password_given = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._error: UserError | None = None
        self.state = EmptyState(
            kit.theme, "file-warning", "", role="warning", action=" ", primary=False
        )
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setFixedWidth(240)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.state)
        column.addWidget(self.password, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.state.acted.connect(self.other_asked)
        self.password.returnPressed.connect(lambda: self.password_given.emit(self.password.text()))
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def show_error(self, error: UserError) -> None:
        """Show why a file is refused; a locked one asks for its password."""
        self._error = error
        self.retranslate()
        locked = isinstance(error, FileError) and error.problem in PASSWORDS
        self.password.setVisible(locked)
        if locked:
            self.password.clear()
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        self.password.setPlaceholderText(self.tr("Password, then Enter"))
        self.password.setAccessibleName(self.tr("Password of the file"))
        if self._error is not None:
            self.state.show_words(
                self.tr("This file cannot be imported"),
                self._kit.messages.describe(self._error),
                self.tr("Choose another file"),
            )
