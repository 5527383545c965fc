"""Bringing a file in: ask for it, show the plan, and only then run it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from app.errors import FileError, FileProblem, PlanChangedError, UserError
from app.jobs import Ticket
from app.shapes.imports import ImportReport, ImportRequest, RowPreview, SavedMatch
from ui.common.jobs import Job
from ui.common.kept import MOST_REHEARSED, ask_before_undo
from ui.common.kit import Kit
from ui.exchange.asking import read_anew
from ui.exchange.file_kinds import PEOPLE, SALES, is_of_sales, reaches
from ui.exchange.match_menu import MatchMenu
from ui.exchange.pasting import files_on, keep_pasted, table_text
from ui.exchange.plan import PlanPage
from ui.exchange.planned import Planned, glimpsed, planned
from ui.exchange.result import ResultPage
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.services.history import HistoryService
    from app.services.imports import ImportService, Prepared
    from app.services.sale_imports import SaleImportService
    from ui.exchange.planned import Imports

KINDS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.vcf"
Shown = TypeVar("Shown", bound=Planned | None)
REST = 400  # ms without a change before the counts are proved by a rehearsal


class Incoming(QObject):
    """One import at a time: file, plan, run. Nothing is saved before the plan is accepted."""

    contact_asked = Signal(object)  # id of a contact to show

    def __init__(
        self,
        kit: Kit,
        imports: ImportService,
        sales: SaleImportService,
        history: HistoryService,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._kit = kit
        self._people = imports
        self._sales = sales
        self._kind = PEOPLE
        self._is_told = False  # the kind was chosen by hand
        self._history = history
        self._window = window
        self._page: PlanPage | None = None
        self._prepared: Prepared | None = None
        self._job: Job | None = None
        self._preview: Job | None = None
        self._pasted: Path | None = None
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._rehearse)

    @property
    def _imports(self) -> Imports:
        return self._sales if self._kind == SALES else self._people

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
        self._forget()
        self._forget_pasted()
        self._pasted = path if pasted else None
        self._kind, self._is_told = PEOPLE, False
        self._open(ImportRequest(path=path))

    def _open(self, request: ImportRequest) -> None:
        self._forget()
        page = self._page = PlanPage(self._kit, request, self._kind)
        page.wanted.connect(self._on_wanted)
        page.accepted.connect(self._on_accepted)
        page.dismissed.connect(self._on_dismissed)
        page.other_asked.connect(self.ask)
        page.kind_chosen.connect(self._on_kind_chosen)
        page.preview_asked.connect(self._on_preview_asked)
        MatchMenu(self._kit, self._people, page).chosen.connect(self._on_match_chosen)
        self._window.put_over(page)
        self._on_wanted(request)

    def _on_wanted(self, request: ImportRequest) -> None:
        page, before, imports = self._page, self._prepared, self._imports
        if page is None:
            return
        kind = self._kind
        self._stop()
        page.show_waiting()
        if before is None or imports.rereads(before, request):
            self._read(request)
            return

        def task(ticket: Ticket) -> Planned:
            return _counted(imports, imports.again(before, request, ticket), ticket, kind)

        self._job = self._begun(task, self._on_counted)

    def _read(self, request: ImportRequest) -> None:
        """Show the columns of a long file by its first rows, then read it."""
        imports = self._imports

        def show(plan: Planned | None) -> None:
            if self._page is None:
                return
            if plan is not None:
                if self._turns_out(plan):
                    return
                self._page.show_plan(plan)
            self._read_whole(request)

        kind = self._kind
        self._job = self._begun(lambda ticket: glimpsed(imports, request, ticket, kind), show)

    def _turns_out(self, plan: Planned) -> bool:
        """Begin anew where a file is one of sales after all; return whether it is."""
        if self._is_told or self._kind == SALES or not is_of_sales(plan.prepared):
            return False
        self._on_kind_chosen(SALES)
        return True

    def _on_kind_chosen(self, kind: str) -> None:
        """Read the file as one of people, or of sales."""
        if self._page is None:
            return
        request = self._page.request
        self._stop()
        self._forget()
        self._kind, self._is_told = kind, True
        self._open(read_anew(request))

    def _read_whole(self, request: ImportRequest) -> None:
        """Read the file and show its columns; counting comes after."""
        imports = self._imports

        def task(ticket: Ticket) -> Planned:
            return planned(imports, imports.prepare(request, ticket))

        self._job = self._begun(task, self._on_read)

    def _on_read(self, plan: Planned) -> None:
        if self._page is None or self._turns_out(plan):
            return
        self._forget()
        prepared = self._prepared = plan.prepared
        self._page.show_plan(plan)
        if not reaches(self._kind, prepared.mapping):
            return
        imports = self._imports
        self._job = self._begun(
            lambda ticket: planned(imports, prepared, imports.forecast(prepared, ticket)),
            self._on_counted,
        )

    def _on_match_chosen(self, match: SavedMatch) -> None:
        page, before, imports = self._page, self._prepared, self._people
        if page is None or before is None:
            return
        self._stop()
        page.show_waiting()

        def task(ticket: Ticket) -> Planned:
            return _counted(imports, imports.with_match(before, match, ticket), ticket)

        def show(plan: Planned) -> None:
            page.take_request(plan.prepared.request)
            self._on_counted(plan)

        self._job = self._begun(task, show)

    def _begun(self, task: Callable[[Ticket], Shown], then: Callable[[Shown], None]) -> Job:
        job = self._kit.runner.write(task, quiet=True)

        def succeed(plan: Shown) -> None:
            self._job = None
            then(plan)

        job.succeeded.connect(succeed)
        job.failed.connect(self._on_refused)
        return job

    def _on_counted(self, plan: Planned) -> None:
        if self._page is None:
            return
        self._prepared = plan.prepared
        self._page.show_plan(plan)
        if plan.report is not None:
            self._rest.start()

    def _rehearse(self) -> None:
        """Prove the counts that are shown by an import that is rolled back."""
        prepared, imports = self._prepared, self._imports
        if self._page is None or prepared is None:
            return
        self._job = self._begun(
            lambda ticket: planned(imports, prepared, imports.rehearse(prepared, ticket)),
            self._on_proved,
        )

    def _on_proved(self, plan: Planned) -> None:
        if self._page is not None:
            self._page.show_plan(plan)

    def _on_preview_asked(self, line: int) -> None:
        prepared, imports = self._prepared, self._imports
        if self._page is None or prepared is None or line not in prepared.table.lines:
            return  # what is no row at all would become nobody
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
        self._job = None
        if self._page is None:
            return
        if isinstance(error, UserError):
            self._page.show_error(error)
        else:
            self._close()
            self._kit.runner.failed.emit(error)

    def _on_accepted(self, prepared: Prepared, agreed: tuple[int, int, int]) -> None:
        """Run the plan as it was shown; where it no longer holds, show it once more."""
        self._stop()
        request = prepared.request
        prepared = replace(prepared, request=replace(request, agreed=agreed))
        self._close()
        name, imports = prepared.table.name, self._imports
        job = self._kit.runner.write(
            lambda ticket: imports.run(prepared, ticket),
            title=self.tr("Importing {file}").format(file=name),
            quiet=True,
        )
        job.succeeded.connect(lambda report: self._on_imported(name, report))
        job.failed.connect(lambda error: self._on_run_failed(error, request))
        job.finished.connect(self._on_run_ended)

    def _on_run_failed(self, error: BaseException, request: ImportRequest) -> None:
        stale = isinstance(error, PlanChangedError) or (
            isinstance(error, FileError) and error.problem is FileProblem.VANISHED
        )
        if not stale or self._page is not None or not request.path.exists():
            self._kit.runner.failed.emit(error)
            return
        if isinstance(error, FileError):  # other lines now: what was said about the old is void
            request = replace(request, edits={}, decisions={})
            why = self.tr("The file has changed. This is what it says now; nothing was imported.")
        else:
            why = self.tr("Your contacts have changed. Look again; nothing was imported.")
        self._open(request)
        if self._page is not None:
            self._page.show_why(why)

    def _on_run_ended(self) -> None:
        if self._page is None:
            self._forget_pasted()

    def _on_imported(self, name: str, report: ImportReport) -> None:
        if self._page is not None:  # another file is being planned by now
            counts = ("read", "added", "updated", "same", "skipped", "failed")
            facts = {count: getattr(report, count) for count in counts}
            text = self._kit.messages.say("import.done", **facts)
            self._window.say(text, report.change_set)
            return
        page = ResultPage(self._kit, self._people, name, report, self._kind)
        page.closed.connect(self._window.take_away)
        page.undo_asked.connect(
            lambda change_set: self._on_undo_asked(change_set, name, report.read)
        )
        page.contact_asked.connect(self._on_contact_asked)
        self._window.put_over(page)

    def _on_undo_asked(self, change_set: int, name: str, rows: int) -> None:
        if rows > MOST_REHEARSED:
            self._take_back(change_set)
            return
        ask_before_undo(self._kit, self._history, change_set, name, self._take_back, self._window)

    def _take_back(self, change_set: int) -> None:
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
        self._job = None
        self._forget()
        self._window.take_away()

    def _forget(self) -> None:
        """Let go of the file that was planned, and of what counting has left on the disk."""
        prepared, imports = self._prepared, self._imports
        self._prepared = None
        if prepared is not None:
            self._kit.runner.write(lambda _ticket: imports.close(prepared), quiet=True)


def _counted(imports: Imports, prepared: Prepared, ticket: Ticket, kind: str = PEOPLE) -> Planned:
    found = reaches(kind, prepared.mapping)
    return planned(imports, prepared, imports.forecast(prepared, ticket) if found else None)
