"""The stops of the tour at the reports: each tab, a chart as a table, what is behind a figure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.jobs import Ticket
from ui.camera import Camera
from ui.contacts.page import ContactsPage
from ui.program import Program
from ui.report_out_parts import ReportOut
from ui.reports.behind import BehindDialog
from ui.reports.builder import ReportBuilder
from ui.reports.page import ReportsPage
from ui.waiting import settle, wait_until


class ReportStops:
    """Brings these screens into the window; each leaves it as it found it."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self._program = program
        self._window = program.window
        self._camera = camera

    def pictures(self, *, few: bool) -> Iterator[Path]:
        """Show the tabs, a chart as a table, and the rows behind a figure; `few`: the first tab."""
        page = self._page()
        if page is None:
            return
        yield self._camera.take("reports")
        if not few:
            yield from self._tabs(page)
            yield from self._table(page)
            yield from self._behind(page)
            yield from self._builder(page)
            yield from self._paper(page)
        self._home()

    def _tabs(self, page: ReportsPage) -> Iterator[Path]:
        for key in list(page.tabs.tabs)[1:]:
            page.show_tab(key)
            self._wait(page)
            yield self._camera.take(f"reports-{key}")
        page.show_tab(next(iter(page.tabs.tabs)))
        self._wait(page)

    def _table(self, page: ReportsPage) -> Iterator[Path]:
        if page.board is not None:
            card = page.board.cards["revenue_goal"]
            card.show_as_table(on=True)
            settle(150)
            yield self._camera.take("reports-table")
            card.show_as_table(on=False)

    def _behind(self, page: ReportsPage) -> Iterator[Path]:
        report = next((r for r in page.reports() if r.key == "top_customers" and r.rows), None)
        if report is None:
            return
        column = report.chart.series[0].column
        page.open_behind(report, report.rows[0].mark, report.columns[column].key)
        dialog = page.dialog
        if isinstance(dialog, BehindDialog):
            wait_until(lambda: dialog.behind is not None)
            yield from self._camera.take_dialog("reports-behind", dialog)

    def _builder(self, page: ReportsPage) -> Iterator[Path]:
        page.make_new()
        found: list[ReportBuilder] = []

        def is_open() -> bool:
            found[:] = [one for one in self._window.findChildren(ReportBuilder) if one.isVisible()]
            return bool(found)

        wait_until(is_open)
        dialog = found[0]
        dialog.rows.setCurrentIndex(dialog.rows.findData("weekday"))
        settle(600)
        wait_until(lambda: dialog.drawn.report is not None and dialog.drawn.is_drawn)
        yield from self._camera.take_dialog("reports-builder", dialog)

    def _paper(self, page: ReportsPage) -> Iterator[Path]:
        """Show the report of a month as it will come out: its first page and a later one."""
        out = page.findChild(ReportOut)
        if out is None:
            return
        out.show_month()
        wait_until(lambda: out.view is not None)
        if out.view is not None:
            yield self._camera.take_over("reports-paper", out.view)
            out.view.preview.turn_to(2)
            yield from self._camera.take_dialog("reports-pages", out.view)

    def _page(self) -> ReportsPage | None:
        page = self._window.findChild(ReportsPage)
        core = self._program.core
        if page is None or core is None:
            return None
        if core.insight.is_due():  # else only after half a minute
            core.insight.recompute(Ticket())
        self._window.open_page_of(page)
        self._wait(page)
        return page

    def _wait(self, page: ReportsPage) -> None:
        """Let everything be read and drawn."""
        wait_until(lambda: page.board is not None and page.board.is_drawn)
        settle(300)

    def _home(self) -> None:
        page = self._window.findChild(ContactsPage)
        if page is not None:
            self._window.open_page_of(page)
