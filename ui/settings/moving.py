"""Moving to another PC: one file here, the same shop there."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.jobs import Ticket
from ui.common.kit import Kit
from ui.common.sizes import size_of
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.note import Note
from ui.settings.section import Section, SettingRow, fill

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.moving import Packed

OWN = ("window/", "shop/", "start/begun", "splitter/")  # what belongs to this PC alone


class MovingSection(Section):
    """Writes the file, says what to do with it and with the old PC, and takes one in."""

    icon = "monitor-up"
    topic = "backups"
    arrived = Signal(object)  # Path of a file another PC has made

    def __init__(self, kit: Kit, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._core = core
        self._made: Packed | None = None
        self.go_button = Button(theme, "", icon="package")
        self.come_button = Button(theme, "", icon="folder-open")
        self._go, self._come = (SettingRow(theme, b) for b in (self.go_button, self.come_button))
        self.outcome = Note(theme, "", "success")
        self.outcome.hide()
        card = fill(Card(theme), self._go)
        card.column.addWidget(self.outcome)
        self.column.addWidget(card)
        self.column.addWidget(fill(Card(theme), self._come))
        self.go_button.clicked.connect(self._on_go_clicked)
        self.come_button.clicked.connect(self._on_come_clicked)

    def title(self) -> str:
        return self.tr("Another PC")

    def about(self) -> str:
        return self.tr(
            "One file takes the whole shop along: customers, sales, files, photos, past."
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.go_button.set_text(self.tr("Make the file…"))
        self._go.set_words(
            self.tr("Move to another PC"),
            self.tr("Put it on a USB stick. A shop with a password stays locked in it."),
        )
        self.come_button.set_text(self.tr("Choose its file…"))
        self._come.set_words(
            self.tr("I come from another PC"),
            self.tr("What is in Dangol on this PC now is saved as a backup first."),
        )
        for button in (self.go_button, self.come_button):
            button.updateGeometry()
        self._show()

    def pack(self, target: Path) -> None:
        """Write the shop into that file and say what to do next."""
        core = self._core
        words = self.kit.state.words()
        settings = {k: v for k, v in words.items() if not k.startswith(OWN)}

        def task(ticket: Ticket) -> Packed:
            from app.moving import pack  # noqa: PLC0415 - only when it is asked for

            return pack(core, target, settings, ticket)

        self.go_button.set_busy(self.tr("Writing"))
        job = self.kit.runner.read(task, title=self.tr("Writing the file for another PC"))
        job.succeeded.connect(self._on_packed)
        job.finished.connect(lambda: self.go_button.set_busy(""))

    def _on_packed(self, made: Packed) -> None:
        self._made = made
        self._show()

    def _show(self) -> None:
        made = self._made
        self.outcome.setVisible(made is not None)
        if made is None:
            return
        steps = [
            self.tr("“{file}” is written and checked: {size}, number <b>{number}</b>.").format(
                file=escape(made.path.name), size=size_of(made.size), number=made.number
            ),
            self.tr("1. Copy it to the other PC, install Dangol there and start it."),
            self.tr("2. Choose “I come from another PC” and this file. It shows the same number."),
            self.tr(
                "3. Go on working there alone: what you type on this PC from now on does not"
                " follow. Keep this PC as it is for a week, then remove Dangol and its data here,"
                " and the file on the stick."
            ),
        ]
        self.outcome.show_note("\n".join(steps), "success")

    def _on_go_clicked(self) -> None:
        from app.moving import SUFFIX  # noqa: PLC0415 - only when it is asked for

        dialog = QFileDialog(self.window(), self.tr("Move to another PC"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Shops for another PC (*.dangol)")])
        dialog.selectFile(f"Dangol-{self.kit.formats.today():%Y%m%d}{SUFFIX}")

        def chosen(name: str) -> None:
            self.pack(Path(name.removesuffix(".dangol").removesuffix(".move") + SUFFIX))

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_come_clicked(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("I come from another PC"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Files of Dangol (*.dangol *.db)")])
        dialog.fileSelected.connect(lambda name: self.arrived.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
