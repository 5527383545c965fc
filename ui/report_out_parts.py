"""Reports on their way out of the window: to paper, to files, and the report of a month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.jobs import Ticket
from app.settings import SHOP_NAME
from ui.common.focus_back import focus_back

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.monthly import MonthlyReport
    from app.shapes.reports import Report, ReportAsk
    from ui.common.jobs import Job
    from ui.common.kit import Kit
    from ui.printing.report import ReportDocument, ReportPaper
    from ui.printing.report_view import ReportView
    from ui.shell.main_window import MainWindow

FOLDER = "report/folder"  # what this PC remembers
FORBIDDEN = '/\\:*?"<>|'  # in the name of a file
UTF8, KOREAN = "utf-8-sig", "cp949"
Made = tuple["tuple[Report, ...]", str, tuple[tuple[str, tuple[str, ...]], ...]]
Write = Callable[[Path, Ticket], object]


class ReportOut(QObject):
    """Everything is made in the background; a toast leads to the file that came of it."""

    def __init__(self, kit: Kit, core: Core, window: MainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self.view: ReportView | None = None
        self.opener: QWidget = window  # has the keys again where nobody had them before

    def show_pages(self, reports: Sequence[Report], title: str = "") -> None:
        """Show reports as they will come out, to be saved as PDF or printed."""
        if reports:
            self._lay_out(lambda _ticket: (tuple(reports), title, ()))

    def show_month(self) -> None:
        """Show the report of the last whole month."""
        core, language = self._core, self._kit.language.code

        def make(ticket: Ticket) -> Made:
            month = self._month(core, language, ticket)
            return month.reports, month.title, month.sections

        self._lay_out(make)

    def save_excel(
        self, reports: Sequence[Report], title: str = "", lines: Sequence[str] = ()
    ) -> None:
        """Ask for a file and write a workbook with a sheet for each report."""
        if not reports:
            return
        given, core, shop = tuple(reports), self._core, self._shop()
        language = self._kit.language.code
        today = self._kit.formats.today().isoformat()
        told = title or (given[0].title if len(given) == 1 else self.tr("Reports"))

        def write(path: Path, ticket: Ticket) -> None:
            from app.exchange.report_xlsx import write_report_xlsx  # noqa: PLC0415 - slow

            scope = scope_of(core, given)
            write_report_xlsx(
                path, given, language=language, shop=shop, title=told, made_on=today,
                lines=(scope, *lines) if scope else lines, ticket=ticket,
            )  # fmt: skip

        filters: dict[str, tuple[str, Write]] = {
            self.tr("Excel workbook (*.xlsx)"): ("xlsx", write)
        }
        self._ask_file(self.tr("Save for Excel"), self._file_name(given, title), filters)

    def save_csv(self, reports: Sequence[Report], title: str = "") -> None:
        """Ask for a file and write the tables of reports as text."""
        if not reports:
            return
        given = tuple(reports)

        def write(path: Path, _ticket: Ticket, *, encoding: str) -> None:
            from app.exchange.report_csv import write_report_csv  # noqa: PLC0415 - when asked

            write_report_csv(path, given, encoding=encoding)

        filters: dict[str, tuple[str, Write]] = {
            self.tr("Text for Excel (*.csv)"): ("csv", partial(write, encoding=UTF8)),
            self.tr("Text for older Korean programs (*.csv)"): (
                "csv",
                partial(write, encoding=KOREAN),
            ),
        }
        self._ask_file(self.tr("Save as text"), self._file_name(given, title), filters)

    def save_png(self, report: Report) -> None:
        """Ask for a file and write the chart of a report as a picture."""
        tokens, formats = self._kit.theme.tokens, self._kit.formats

        def write(path: Path, _ticket: Ticket) -> None:
            from ui.printing.report_picture import write_picture  # noqa: PLC0415 - matplotlib

            write_picture(path, report, tokens, formats)

        filters: dict[str, tuple[str, Write]] = {self.tr("Picture (*.png)"): ("png", write)}
        self._ask_file(self.tr("Save as a picture"), self._file_name((report,), ""), filters)

    def write(self, path: Path, suffix: str, write: Write) -> Job:
        """Write a file in the background; say when it is there, and lead to it."""
        ending = f".{suffix}"
        target = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
        self._kit.state.put_text(FOLDER, str(target.parent))

        def task(ticket: Ticket) -> Path:
            write(target, ticket)
            return target

        job = self._kit.runner.draw(task, title=self.tr("Saving the reports"), quiet=True)
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_failed)
        return job

    def _month(self, core: Core, language: str, ticket: Ticket) -> MonthlyReport:
        from app.monthly import last_month, monthly_report  # noqa: PLC0415 - when it is asked for

        usual: ReportAsk = core.reports.default_ask("revenue_goal")
        ask = last_month(usual, core.shop_now().date())
        return monthly_report(core.reports, core.insight, ask, language, ticket)

    def _lay_out(self, make: Callable[[Ticket], Made]) -> None:
        """Make what is to be shown, and its charts, in the background."""
        kit, core, shop = self._kit, self._core, self._shop()
        tokens = kit.theme.tokens
        formats = kit.formats.spoken(kit.language.code)

        def task(ticket: Ticket) -> tuple[ReportPaper, ReportDocument]:
            from ui.printing.report_making import laid_out, paper_of  # noqa: PLC0415 - matplotlib

            reports, title, sections = make(ticket)
            scope = scope_of(core, reports)
            paper = paper_of(
                tokens, formats, reports, title, sections, shop, ticket, scope=scope
            )  # fmt: skip
            return paper, laid_out(paper, tokens, formats)

        job = kit.runner.draw(task, title=self.tr("Laying out the reports"), quiet=True)
        job.succeeded.connect(self._show)
        job.failed.connect(self._on_failed)

    def _show(self, made: tuple[ReportPaper, ReportDocument]) -> None:
        from ui.printing.report_view import ReportView  # noqa: PLC0415 - when it is asked for

        if self.view is not None:
            self.view.reject()
        paper, document = made
        self.view = view = ReportView(self._kit, paper, document, self._window)
        lines = [line for section in paper.sections for line in (section.title, *section.lines)]
        view.excel_asked.connect(lambda: self.save_excel(paper.reports, paper.title, lines))
        view.finished.connect(self._on_closed)
        focus_back(view, self.opener)
        view.open()

    def _on_closed(self) -> None:
        if self.view is not None:
            self.view.deleteLater()
            self.view = None
        self._window.activateWindow()  # some window managers forget it

    def _ask_file(self, title: str, name: str, filters: dict[str, tuple[str, Write]]) -> None:
        parent: QWidget = self.view or self._window
        dialog = QFileDialog(parent, title, self._kit.state.text(FOLDER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix(next(iter(filters.values()))[0])
        dialog.selectFile(name)

        def chosen(file: str) -> None:
            kinds = list(filters.values())
            suffix, write = filters.get(dialog.selectedNameFilter(), kinds[0])
            self.write(Path(file), suffix, write)

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        if self.view is None:
            focus_back(dialog, self.opener)
        dialog.open()

    def _file_name(self, reports: Sequence[Report], title: str) -> str:
        """Return a name for a file: what is in it, and of which days."""
        ask = reports[0].ask
        told = title or (reports[0].title if len(reports) == 1 else self.tr("Reports"))
        name = told if title else f"{told} {ask.first} {ask.last}"
        return "".join("-" if letter in FORBIDDEN else letter for letter in name)

    def _shop(self) -> str:
        return str(self._core.settings.get(SHOP_NAME))

    def _on_saved(self, target: Path) -> None:
        words = self.tr("Saved as “{file}”.").format(file=target.name)
        if self.view is not None:
            self.view.tell(words, "success")
            return
        self._window.offer(words, self.tr("Open"), partial(open_file, target))

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            self._kit.runner.failed.emit(error)
            return
        words = self._kit.messages.describe(error)
        if self.view is not None:
            self.view.tell(words, "danger")
        else:
            self._window.say(words, icon="circle-alert")


def open_file(path: Path) -> None:
    """Open a file with the system's program for its kind."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def scope_of(core: Core, reports: Sequence[Report]) -> str:
    """Return whose figures reports tell: a pipeline, somebody, a tag, a list; '' of everybody."""
    if not reports:
        return ""
    ask = reports[0].ask
    told = [row.name for row in core.pipelines.all(retired=True) if row.id == ask.pipeline_id]
    told += [row.name for row in core.staff.all() if row.id == ask.staff_id]
    told += [f"#{ask.tag}"] if ask.tag else []
    lists = core.segments.all(counted=False) if ask.segment_id is not None else []
    told += [row.name for row in lists if row.id == ask.segment_id]
    return "  ·  ".join(told)
