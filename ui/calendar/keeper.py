"""Keeps the calendar file of a folder current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.events import Changes
from app.shapes.calendar_files import KeptFile
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.calendar_files import CalendarFileService
    from app.services.notices import NoticeService

TABLES = {
    "task", "task_reminder", "contact", "important_date", "sale", "setting",
}  # fmt: skip
PATIENCE = 3_000  # ms without another change
EVERY = 3_600_000  # ms; the days of what repeats move on, and a folder comes back


class CalendarKeeper(QObject):
    """Writes the file some seconds after the last change; a folder that is gone is a notice."""

    written = Signal(object)  # KeptFile
    noticed = Signal()  # there are other notices now

    def __init__(
        self,
        kit: Kit,
        files: CalendarFileService,
        notices: NoticeService,
        bridge: ChangeBridge,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._files = files
        self._notices = notices
        self._writes = False
        self._again = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.write)
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(self.write)
        self._clock.start()
        bridge.changed.connect(self._on_changed)
        self._patience.start()

    def write(self) -> None:
        """Write now, unless that goes on."""
        if self._writes:
            self._again = True
            return
        self._writes = True
        job = self._kit.runner.read(self._files.write_kept, quiet=True)
        job.succeeded.connect(self._on_written)
        job.failed.connect(lambda _error: self._on_ended())  # tried again at the next change

    def _on_changed(self, changes: Changes) -> None:
        if TABLES & (changes.reshaped | changes.edited.keys()):
            self._patience.start()

    def _on_written(self, kept: KeptFile) -> None:
        if kept.outcome == "missing":
            for notice in self._files.standing():
                self._notices.tell(notice)
            self.noticed.emit()
        self.written.emit(kept)
        self._on_ended()

    def _on_ended(self) -> None:
        self._writes = False
        if self._again:
            self._again = False
            self._patience.start()
