"""Calendar files: saved, brought in, kept current in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.jobs import Ticket
from app.shapes.calendar_files import CalendarReport
from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.calendar_files import CalendarFileService

SUFFIX = ".ics"


class CalendarFiles(QObject):
    """Asks which file or folder, and says what became of it."""

    told = Signal(str, object)  # words, the step Undo takes back or None
    kept = Signal()  # another folder is to have the file

    def __init__(self, kit: Kit, files: CalendarFileService, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._files = files
        self._window = window
        self.dialog: QFileDialog | None = None

    def ask_export(self) -> None:
        """Ask where to write the calendar; returns at once."""
        dialog = self._asking(self.tr("Save as a calendar file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(self.tr("calendar"))
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def ask_import(self) -> None:
        """Ask which calendar file to bring in; returns at once."""
        dialog = self._asking(self.tr("Bring a calendar file in"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.bring_in(Path(name)))
        dialog.open()

    def ask_folder(self) -> None:
        """Ask for the folder that phones read, as one of a cloud; returns at once."""
        dialog = QFileDialog(self._window, self.tr("Folder for the calendar file"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.keep(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the calendar into a file."""
        named = path.suffix.lower() == SUFFIX
        target = path if named else path.with_name(f"{path.name}{SUFFIX}")
        files = self._files

        def task(ticket: Ticket) -> int:
            return files.write(target, ticket)

        job = self._kit.runner.read(task, title=self.tr("Saving the calendar"), quiet=True)
        say = self._kit.messages.say
        job.succeeded.connect(
            lambda count: self._tell(say("calendar.written", count=count, file=target.name))
        )
        job.failed.connect(self._on_failed)

    def bring_in(self, path: Path) -> None:
        """Bring a calendar file in."""
        files = self._files

        def task(ticket: Ticket) -> CalendarReport:
            return files.bring_in(path, ticket)

        title = self.tr("Bringing the calendar in")
        job = self._kit.runner.write(task, title=title, quiet=True)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    def keep(self, folder: Path) -> None:
        """Keep a file current in a folder from now on."""
        files = self._files
        job = self._kit.runner.write(lambda _ticket: files.keep(folder), quiet=True)
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self._on_failed)

    def leave(self) -> None:
        """Keep no file current any more."""
        files = self._files
        job = self._kit.runner.write(lambda _ticket: files.leave(), quiet=True)
        words = self._kit.messages.say
        job.succeeded.connect(lambda _nothing: self._tell(words("calendar.left")))
        job.failed.connect(self._on_failed)

    def _asking(self, title: str) -> QFileDialog:
        dialog = self.dialog = QFileDialog(self._window, title)
        dialog.setNameFilters([self.tr("Calendar (*.ics)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _tell(self, words: str) -> None:
        self.told.emit(words, None)

    def _on_kept(self, path: Path) -> None:
        self._tell(self._kit.messages.say("calendar.kept", file=path.name))
        self.kept.emit()

    def _on_read(self, report: CalendarReport) -> None:
        say = self._kit.messages.say
        parts = [say("calendar.read", added=report.added, known=report.known)]
        parts += [
            say(f"calendar.{name}", count=count)
            for name in ("cancelled", "plain", "failed")
            if (count := getattr(report, name))
        ]
        self.told.emit(" ".join(parts), report.change_set)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._tell(self._kit.messages.describe(error))
        else:
            self._kit.runner.failed.emit(error)
