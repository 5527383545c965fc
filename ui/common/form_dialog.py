"""A dialog with a form: named fields, a line for what is wrong, two buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.jobs import Ticket
from ui.common.kit import Kit
from ui.common.tab_order import put_behind
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce

translate = QCoreApplication.translate

WIDTH = 480
SPACE = 24


class FormDialog(QDialog):
    """Stays open until what it asks for is on the disk; what is refused is told in it.

    Enter in a field and Ctrl+Enter anywhere save. A subclass puts fields in by `add` or into
    `body`, and says in `job` what saving does.
    """

    saved = Signal(object)  # what the job returned

    def __init__(self, kit: Kit, parent: QWidget | None = None, *, width: int = WIDTH) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.kit = kit
        self.setFixedWidth(round(width * theme.text_scale))
        self.heading = Label(theme, "", "title")
        self.form = QGridLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.form.setColumnStretch(1, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.problem = FieldHint(theme)
        self.save_button = Button(theme, "", "primary")
        self.cancel_button = Button(theme, translate("FormDialog", "Cancel"))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.cancel_button)
        self._buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(16)
        column.addWidget(self.heading)
        column.addLayout(self.form)
        column.addLayout(self.body)
        column.addWidget(self.problem)
        column.addLayout(self._buttons)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def set_words(self, title: str, act: str) -> None:
        """Say what it is about; `act` is the word on the button."""
        self.setWindowTitle(title)
        self.heading.set_text(title)
        self.save_button.set_text(act)

    def add(self, words: str, widget: QWidget) -> Label:
        """Put a field with its name into the next line."""
        label = Label(self.kit.theme, words, colour="text-2")
        label.setBuddy(widget)
        if not isinstance(widget, QLabel):  # the name of one would hide its text
            widget.setAccessibleName(words)
        line = self.form.rowCount()
        self.form.addWidget(label, line, 0)
        self.form.addWidget(widget, line, 1)
        return label

    def job(self) -> Callable[[], object] | None:
        """Return what saving does, off the window's thread; None where something is missing."""
        raise NotImplementedError

    def refuse(self, words: str, field: QWidget | None = None) -> None:
        """Say what is wrong, and lead to the field."""
        self.problem.show_hint(words)
        announce(self, words)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def accept(self) -> None:
        """Save, and close once it is on the disk."""
        if not self.save_button.isEnabled():
            return  # it is on its way, or cannot be saved as it stands
        doing = self.job()
        if doing is None:
            return
        self.problem.show_hint("")
        self.save_button.setEnabled(False)

        def task(_ticket: Ticket) -> object:
            return doing()

        job = self.kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_refused)

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go down the form and end at the buttons, in whatever order they were made."""
        parts = [p for part in (self.form, self.body, self._buttons) for p in _widgets_of(part)]
        parts.remove(self.save_button)
        put_behind(self.save_button, *parts)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def _on_saved(self, outcome: object) -> None:
        self.saved.emit(outcome)
        super().accept()

    def _on_refused(self, error: BaseException) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, UserError):
            self.refuse(self.kit.messages.describe(error))
        else:
            self.kit.runner.failed.emit(error)


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    """Return what stands in a layout, also in those inside it."""
    for item in (layout.itemAt(place) for place in range(layout.count())):
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None and (inner := item.layout()) is not None:
            yield from _widgets_of(inner)
