"""Asks, once and plainly, whether a person is to be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.question_dialog import QuestionDialog
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.services.erasure import ErasureService


class EraseDialog(QuestionDialog):
    """Says what goes, what stays, and that there is no way back; Esc and Enter keep."""

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, "eraser", "danger", parent)
        theme, column = kit.theme, self.words
        self.setWindowTitle(self.tr("Erase {name} for good?").format(name=name))
        self.ask(self.windowTitle())
        goes = (
            self.tr("All fields, notes, visits and calls, tags and relations"),
            self.tr("The photo and the files nobody else has"),
            self.tr("Every line of the history and of imports about them"),
            self.tr("The quotes made for them; their numbers are not given again"),
        )
        column.addWidget(Label(theme, self.tr("This goes, and cannot be undone:"), strong=True))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for line in goes:
            lines.addWidget(Label(theme, f"•  {line}", wrap=True))
        column.addLayout(lines)
        stays = self.tr(
            "Older backups still hold them; one that is restored is erased in the same way. "
            "Files you have exported stay where they are."
        )
        column.addWidget(Label(theme, stays, colour="text-2", wrap=True))
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.erase_button = Button(theme, self.tr("Erase for good"), "confirm")
        self.set_buttons(None, self.cancel_button, self.erase_button)
        self.erase_button.setAutoDefault(False)
        self.cancel_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.erase_button.clicked.connect(self.accept)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)


def ask_to_erase(
    kit: Kit,
    erasure: ErasureService,
    contact_id: int,
    name: str,
    say: Callable[[str], object],
    parent: QWidget,
) -> EraseDialog:
    """Ask whether to erase a contact, and do it; `say` is told what came of it."""
    dialog = EraseDialog(kit, name, parent)

    def told(whole: bool) -> None:  # noqa: FBT001 - the result of a job
        done = dialog.tr("The contact was erased.")
        later = dialog.tr("The contact was erased. The last traces go when Dangol starts again.")
        say(done if whole else later)

    def erase() -> None:
        title = dialog.tr("Erasing a contact")
        job = kit.runner.write(lambda _ticket: erasure.erase(contact_id), title=title)
        job.succeeded.connect(told)

    dialog.accepted.connect(erase)
    dialog.open()
    return dialog
