"""Bringing a file in: ask for it, show the plan, and only then run it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.errors import UserError
from app.jobs import Ticket
from app.shapes.imports import ImportReport, ImportRequest
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.exchange.plan import PlanPage
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.services.imports import ImportService, Prepared

KINDS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt"


class Incoming(QObject):
    """One import at a time: file, plan, run. Nothing is saved before the plan is accepted."""

    def __init__(self, kit: Kit, imports: ImportService, window: MainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._imports = imports
        self._window = window
        self._page: PlanPage | None = None
        self._job: Job | None = None

    def ask(self) -> None:
        """Ask for a file; returns at once."""
        dialog = QFileDialog(self._window, self.tr("Import a spreadsheet"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = self.tr("Spreadsheets and text ({kinds})").format(kinds=KINDS)
        dialog.setNameFilters([known, self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.plan(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def plan(self, path: Path) -> None:
        """Show what an import of that file would do."""
        page = self._page = PlanPage(self._kit, path)
        page.wanted.connect(self._on_wanted)
        page.accepted.connect(self._on_accepted)
        page.dismissed.connect(self._on_dismissed)
        self._window.put_over(page)
        self._on_wanted(ImportRequest(path=path))

    def _on_wanted(self, request: ImportRequest) -> None:
        page = self._page
        if page is None:
            return
        self._stop()
        page.show_waiting()

        def task(ticket: Ticket) -> tuple[Prepared, ImportReport]:
            prepared = self._imports.prepare(request, ticket)
            return prepared, self._imports.rehearse(prepared, ticket)

        self._job = job = self._kit.runner.write(task, quiet=True)

        def planned(result: tuple[Prepared, ImportReport]) -> None:
            if self._page is page and self._job is job:
                page.show_plan(*result)

        def refused(error: BaseException) -> None:
            if self._page is page and self._job is job:
                self._on_refused(page, error)

        job.succeeded.connect(planned)
        job.failed.connect(refused)

    def _on_refused(self, page: PlanPage, error: BaseException) -> None:
        if isinstance(error, UserError):
            page.show_error(error)
        else:
            self._close()
            self._kit.runner.failed.emit(error)

    def _on_accepted(self, prepared: Prepared) -> None:
        self._close()
        name = prepared.table.name
        job = self._kit.runner.write(
            lambda ticket: self._imports.run(prepared, ticket),
            title=self.tr("Importing {file}").format(file=name),
        )
        job.succeeded.connect(self._on_imported)

    def _on_imported(self, report: ImportReport) -> None:
        say = self._kit.messages.say
        counts = ("read", "added", "updated", "same", "skipped", "failed")
        text = say("import.done", **{count: getattr(report, count) for count in counts})
        if report.failed_file is not None:
            text += " " + say("import.failed_file", file=report.failed_file.name)
        self._window.say(text, report.change_set)

    def _on_dismissed(self) -> None:
        self._stop()
        self._close()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _close(self) -> None:
        self._page = None
        self._job = None
        self._window.take_away()
