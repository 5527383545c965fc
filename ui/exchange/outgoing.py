"""Taking the shop's contacts out as a file, and backing the shop up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.jobs import Ticket
from ui.common.kit import Kit
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.care import Care
    from app.services.exports import ExportService

SUFFIXES = (".xlsx", ".csv")


class Outgoing(QObject):
    """Asks where to, starts the job, says what became of it."""

    def __init__(self, kit: Kit, exports: ExportService, care: Care, window: MainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._exports = exports
        self._care = care
        self._window = window

    def ask(self) -> None:
        """Ask for the file to write; returns at once."""
        dialog = QFileDialog(self._window, self.tr("Export contacts"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("Excel workbook (*.xlsx)"), self.tr("Comma-separated text (*.csv)")]
        )
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("contacts"))
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, path: Path) -> None:
        """Write every contact to that file."""
        target = path if path.suffix.lower() in SUFFIXES else path.with_suffix(".xlsx")

        def task(ticket: Ticket) -> int:
            return self._exports.people(target, exact=False, ticket=ticket)

        job = self._kit.runner.read(task, title=self.tr("Exporting contacts"))
        job.succeeded.connect(lambda count: self._say("export.done", count=count, file=target.name))

    def back_up(self) -> None:
        """Copy the shop beside its file and prove the copy."""
        job = self._kit.runner.read(
            lambda _ticket: self._care.back_up(), title=self.tr("Backing up")
        )
        job.succeeded.connect(lambda copy: self._say("backup.done", file=copy.name))

    def _say(self, key: str, **facts: object) -> None:
        self._window.say(self._kit.messages.say(key, **facts))
