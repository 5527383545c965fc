"""Bringing a file in: ask for it, show the plan, and only then run it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from app.errors import UserError
from app.jobs import Ticket
from app.shapes.imports import ImportReport, ImportRequest, RowPreview
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.exchange.pasting import files_on, keep_pasted, table_text
from ui.exchange.plan import PlanPage
from ui.exchange.result import ResultPage
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.exchange.questions import ColumnValues, DateQuestion
    from app.services.imports import ImportService, Prepared

    Planned = tuple[
        Prepared, ImportReport | None, Sequence[DateQuestion], Sequence[ColumnValues]
    ]  # fmt: skip

KINDS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt"
REST = 400  # ms without a change before the counts are proved by a rehearsal


class Incoming(QObject):
    """One import at a time: file, plan, run. Nothing is saved before the plan is accepted."""

    contact_asked = Signal(object)  # id of a contact to show

    def __init__(self, kit: Kit, imports: ImportService, window: MainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._imports = imports
        self._window = window
        self._page: PlanPage | None = None
        self._prepared: Prepared | None = None
        self._job: Job | None = None
        self._preview: Job | None = None
        self._pasted: Path | None = None
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._rehearse)

    def ask(self) -> None:
        """Ask for a file; returns at once."""
        dialog = QFileDialog(self._window, self.tr("Import a spreadsheet"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = self.tr("Spreadsheets and text ({kinds})").format(kinds=KINDS)
        dialog.setNameFilters([known, self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.plan(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """Plan the table, or the file, that was copied to the clipboard."""
        data = QApplication.clipboard().mimeData()
        if files := files_on(data):
            self.plan(files[0])
        elif text := table_text(data):
            self.plan(keep_pasted(text, datetime.now(tz=UTC).astimezone()), pasted=True)
        else:
            self._window.say(
                self.tr("Copy rows in your spreadsheet first, with the line of the column names"),
                icon="clipboard",
            )

    def plan(self, path: Path, *, pasted: bool = False) -> None:
        """Show what an import of that file would do."""
        self._stop()
        self._forget_pasted()
        self._pasted = path if pasted else None
        self._prepared = None
        page = self._page = PlanPage(self._kit, path)
        page.wanted.connect(self._on_wanted)
        page.accepted.connect(self._on_accepted)
        page.dismissed.connect(self._on_dismissed)
        page.preview_asked.connect(self._on_preview_asked)
        self._window.put_over(page)
        self._on_wanted(ImportRequest(path=path))

    def _on_wanted(self, request: ImportRequest) -> None:
        page, before, imports = self._page, self._prepared, self._imports
        if page is None:
            return
        self._stop()
        page.show_waiting()

        def task(ticket: Ticket) -> Planned:
            prepared = (
                imports.prepare(request, ticket)
                if before is None
                else imports.again(before, request, ticket)
            )
            if not prepared.mapping.reaches_people:
                return prepared, None, imports.questions(prepared), ()
            report = imports.forecast(prepared, ticket)
            return prepared, report, imports.questions(prepared), imports.values(prepared)

        job = self._job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._on_planned)
        job.failed.connect(self._on_refused)
        job.finished.connect(self._on_ended)

    def _on_planned(self, result: Planned) -> None:
        if self._page is None:
            return
        self._prepared = result[0]
        self._page.show_plan(*result)
        if result[1] is not None:
            self._rest.start()

    def _on_proved(self, result: Planned) -> None:
        if self._page is not None:
            self._page.show_plan(*result)

    def _on_ended(self) -> None:
        self._job = None

    def _rehearse(self) -> None:
        """Prove the counts that are shown by an import that is rolled back."""
        prepared, imports = self._prepared, self._imports
        if self._page is None or prepared is None:
            return

        def task(ticket: Ticket) -> Planned:
            report = imports.rehearse(prepared, ticket)
            return prepared, report, imports.questions(prepared), imports.values(prepared)

        job = self._job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._on_proved)
        job.finished.connect(self._on_ended)

    def _on_preview_asked(self, line: int) -> None:
        prepared, imports = self._prepared, self._imports
        if self._page is None or prepared is None:
            return
        self._stop_preview()
        job = self._preview = self._kit.runner.write(
            lambda ticket: imports.preview(prepared, line, ticket)
        )
        job.succeeded.connect(self._on_previewed)
        job.finished.connect(self._on_preview_ended)

    def _on_previewed(self, preview: RowPreview) -> None:
        if self._page is not None:
            self._page.show_preview(preview)

    def _on_preview_ended(self) -> None:
        self._preview = None

    def _on_refused(self, error: BaseException) -> None:
        if self._page is None:
            return
        if isinstance(error, UserError):
            self._page.show_error(error)
        else:
            self._close()
            self._kit.runner.failed.emit(error)

    def _on_accepted(self, prepared: Prepared) -> None:
        self._stop()
        self._close()
        name, imports = prepared.table.name, self._imports
        job = self._kit.runner.write(
            lambda ticket: imports.run(prepared, ticket),
            title=self.tr("Importing {file}").format(file=name),
        )
        job.succeeded.connect(lambda report: self._on_imported(name, report))
        job.finished.connect(self._forget_pasted)

    def _on_imported(self, name: str, report: ImportReport) -> None:
        if self._page is not None:  # another file is being planned by now
            counts = ("read", "added", "updated", "same", "skipped", "failed")
            facts = {count: getattr(report, count) for count in counts}
            text = self._kit.messages.say("import.done", **facts)
            self._window.say(text, report.change_set)
            return
        page = ResultPage(self._kit, self._imports, name, report)
        page.closed.connect(self._window.take_away)
        page.undo_asked.connect(self._on_undo_asked)
        page.contact_asked.connect(self._on_contact_asked)
        self._window.put_over(page)

    def _on_undo_asked(self, change_set: int) -> None:
        self._window.take_away()
        self._window.steps.take_back(change_set)

    def _on_contact_asked(self, contact_id: int) -> None:
        self._window.take_away()
        self.contact_asked.emit(contact_id)

    def _on_dismissed(self) -> None:
        self._stop()
        self._close()
        self._forget_pasted()

    def _forget_pasted(self) -> None:
        if self._pasted is not None:
            self._pasted.unlink(missing_ok=True)
            self._pasted = None

    def _stop(self) -> None:
        """Call off what is being counted; nothing is heard of it any more."""
        self._rest.stop()
        self._stop_preview()
        if self._job is not None:
            self._job.cancel()
            self._job.blockSignals(True)  # noqa: FBT003 - Qt's own
            self._job = None

    def _stop_preview(self) -> None:
        if self._preview is not None:
            self._preview.cancel()
            self._preview.blockSignals(True)  # noqa: FBT003 - Qt's own
            self._preview = None

    def _close(self) -> None:
        self._page = None
        self._prepared = None
        self._job = None
        self._window.take_away()
