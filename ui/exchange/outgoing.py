"""Taking the shop's contacts out as a file, and backing the shop up."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.common.kit import Kit
from ui.exchange.export_dialog import ExportDialog
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.care import Care
    from app.services.exports import ExportService


class Outgoing(QObject):
    """Asks where to, starts the job, says what became of it."""

    backup_ended = Signal()  # well or not

    def __init__(self, kit: Kit, exports: ExportService, care: Care, window: MainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._exports = exports
        self._care = care
        self._window = window

    def ask(self, contact_ids: Collection[int] | None = None) -> None:
        """Ask whom to write and how, where to, and write it; returns at once."""
        dialog = ExportDialog(self._kit, self._exports, contact_ids, self._window)
        dialog.exported.connect(self._on_exported)
        dialog.rejected.connect(dialog.deleteLater)
        dialog.open()

    def back_up(self) -> None:
        """Copy the shop beside its file and prove the copy."""
        job = self._kit.runner.read(
            lambda _ticket: self._care.back_up(), title=self.tr("Backing up")
        )
        job.succeeded.connect(lambda copy: self._say("backup.done", file=copy.name))
        job.finished.connect(self.backup_ended)

    def _on_exported(self, count: int, target: Path) -> None:
        self._say("export.done", count=count, file=target.name)

    def _say(self, key: str, **facts: object) -> None:
        self._window.say(self._kit.messages.say(key, **facts))
