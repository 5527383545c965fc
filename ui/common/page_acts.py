"""What the acts of a page have in common: one dialog at a time, writes in the background."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.common.jobs import Job
from ui.common.kit import Kit


class PageActs(QObject):
    """Each act writes at once, or asks in a dialog first: `dialog` while there is one."""

    refused = Signal()  # what was asked did not happen

    def __init__(self, kit: Kit, page: QWidget) -> None:
        super().__init__(page)
        self._kit = kit
        self._page = page
        self.dialog: QDialog | None = None

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self._page.window().activateWindow()  # some window managers forget it

    def _write(self, doing: Callable[[], object], *_checked: object) -> Job:
        job = self._kit.runner.write(lambda _ticket: doing())
        job.failed.connect(self._on_refused)
        return job

    def _on_refused(self, _error: object) -> None:
        self.refused.emit()
