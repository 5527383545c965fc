"""Searches the whole book for duplicates while people do something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.events import Changes
from app.shapes.duplicates import Searched
from ui.common.bridge import ChangeBridge
from ui.common.jobs import Job
from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.duplicates import DuplicateService

REST = 60_000  # ms without a change before it is searched again
SEARCHED = {"contact", "contact_point"}


class BackgroundSearch(QObject):
    """One search at a time; a change meanwhile is searched for later."""

    ended = Signal()

    def __init__(
        self,
        kit: Kit,
        duplicates: DuplicateService,
        bridge: ChangeBridge,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._duplicates = duplicates
        self._job: Job | None = None
        self.last: Searched | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.search)
        bridge.changed.connect(self._on_changed)

    @property
    def is_running(self) -> bool:
        """Whether the book is being searched."""
        return self._job is not None

    def search(self, title: str = "") -> None:
        """Search now; with a title the window shows how far it is, and Stop."""
        self._rest.stop()
        if self._job is not None:
            return
        scan = self._duplicates.scan
        job = self._job = self._kit.runner.read(scan, title=title, quiet=not title)
        job.succeeded.connect(self._on_searched)
        job.finished.connect(self._on_finished)

    def _on_searched(self, searched: Searched) -> None:
        self.last = searched

    def _on_finished(self) -> None:
        self._job = None
        self.ended.emit()

    def _on_changed(self, changes: Changes) -> None:
        if SEARCHED & (changes.reshaped | changes.edited.keys()):
            self._rest.start()
