"""The question before the shop goes back to a backup; it says what the backup holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import FileError, FileProblem, PasswordNeededError, UserError
from app.jobs import Ticket
from ui.common.kit import Kit
from ui.common.question_dialog import QuestionDialog
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.care import Contents
    from app.locking import Key


class RestoreDialog(QuestionDialog):
    """Says what a backup holds, and that the present state is saved first.

    The safe button has the focus.
    """

    look_asked = Signal()

    def __init__(
        self,
        kit: Kit,
        backup: Path,
        made: str,
        parent: QWidget | None = None,
        *,
        key: Key | None = None,
    ) -> None:
        """`made` is when the backup was made, in words; without it the file's name is shown.

        `key` is that of the shop that is open: a backup of it needs no other.
        """
        super().__init__(kit, "archive-restore", "warning", parent)
        theme = kit.theme
        self.setWindowTitle(self.tr("Restore a backup"))
        self.ask(self.tr("Go back to this backup?"))
        self.text = Label(
            theme,
            self.tr(
                "The shop becomes as it was then. What you have now is saved as a backup first,"
                " so you can always come back."
            ),
            colour="text-2",
            wrap=True,
        )
        self.held = Label(theme, self.tr("Looking into it"), colour="text-2", wrap=True)
        self.keep_button = Button(theme, self.tr("Keep what is there"))
        self.look_button = Button(theme, self.tr("Look only"), "ghost", icon="eye")
        self.restore_button = Button(theme, self.tr("Restore"), "primary")
        for label in (Label(theme, made or backup.name, strong=True), self.held, self.text):
            self.words.addWidget(label)
        self.set_buttons(self.look_button, None, self.keep_button, self.restore_button)
        self.keep_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self.accept)
        self.look_button.clicked.connect(self._on_look_clicked)
        self.keep_button.setFocus(Qt.FocusReason.TabFocusReason)
        self._read(backup, key)

    def _read(self, backup: Path, key: Key | None) -> None:
        def task(_ticket: Ticket) -> Contents:
            from app.care import contents_of  # noqa: PLC0415 - on the reader's thread

            return contents_of(backup, key)

        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_failed)

    def _show(self, held: Contents) -> None:
        formats = self._kit.formats
        parts = [
            held.shop or self.tr("A shop without a name"),
            formats.count(held.contacts, self.tr("1 contact"), self.tr("{n} contacts")),
            formats.count(held.sales, self.tr("1 sale"), self.tr("{n} sales")),
        ]
        words = "  ·  ".join(parts)
        if held.changed:
            words += "\n" + self.tr("Last change: {when}").format(when=formats.moment(held.changed))
        self.held.set_text(words)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, PasswordNeededError):
            self.held.set_text(self.tr("It is locked with a password of its own."))
            self.look_button.setEnabled(False)  # only restoring asks for that
            return
        known = error if isinstance(error, UserError) else FileError(FileProblem.DAMAGED, "")
        self.held.set_text(self._kit.messages.describe(known))
        self.held.set_colour("danger")
        self.restore_button.setEnabled(False)
        self.look_button.setEnabled(False)

    def _on_look_clicked(self) -> None:
        self.reject()
        self.look_asked.emit()
