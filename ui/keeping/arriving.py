"""What a file from another PC holds, before it takes the place of the shop here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.jobs import Ticket
from ui.common.kit import Kit
from ui.common.question_dialog import QuestionDialog
from ui.common.sizes import size_of
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.moving import Packed


class ArrivingDialog(QuestionDialog):
    """Shows shop, figures and the number to compare; the button waits until the file is read."""

    def __init__(self, kit: Kit, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(kit, "monitor-down", "accent", parent)
        theme = kit.theme
        self._file = file
        self.setWindowTitle(self.tr("From another PC"))
        self.ask(self.tr("Take over this shop?"))
        self.held = Label(theme, self.tr("Reading the file through"), colour="text-2", wrap=True)
        self.number = Label(theme, "", strong=True, digits=True)
        self.text = Label(theme, "", colour="text-2", wrap=True)
        self.keep_button = Button(theme, self.tr("Cancel"))
        self.take_button = Button(theme, self.tr("Take it over"), "primary")
        self.take_button.setEnabled(False)
        for label in (self.held, self.number, self.text):
            self.words.addWidget(label)
        self.set_buttons(None, self.keep_button, self.take_button)
        self.keep_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self._on_take_clicked)
        self.packed: Packed | None = None
        self._read()

    def _read(self) -> None:
        file = self._file

        def task(_ticket: Ticket) -> Packed:
            from app.moving import look_at  # noqa: PLC0415 - on the reader's thread

            return look_at(file)

        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_failed)

    def _show(self, packed: Packed) -> None:
        self.packed = packed
        formats, held = self._kit.formats, packed.contents
        parts = [
            held.shop or self.tr("A shop without a name"),
            formats.count(held.contacts, self.tr("1 contact"), self.tr("{n} contacts")),
            formats.count(held.sales, self.tr("1 sale"), self.tr("{n} sales")),
            size_of(packed.size),
        ]
        self.held.set_text("  ·  ".join(parts))
        self.number.set_text(self.tr("Number {number}").format(number=packed.number))
        words = self.tr(
            "It must be the number the other PC has shown. What is in Dangol on this PC now is"
            " saved as a backup first."
        )
        if packed.locked:
            words += " " + self.tr("The shop has a password: it is asked for next.")
        self.text.set_text(words)
        self.take_button.setEnabled(True)
        self.take_button.setFocus(Qt.FocusReason.TabFocusReason)
        self._fit()

    def _on_failed(self, error: BaseException) -> None:
        known = isinstance(error, UserError)
        damaged = self.tr(
            "The file is damaged. Make it once more on the other PC, or copy it again."
        )
        self.held.set_text(damaged if known else str(type(error).__name__))
        self.held.set_colour("danger")
        self.keep_button.setFocus(Qt.FocusReason.TabFocusReason)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words are in this width: they would leave room for a narrower one."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def _on_take_clicked(self) -> None:
        if self.packed is not None:
            for key, value in self.packed.settings.items():
                self._kit.state.put_text(key, value)
        self.accept()
