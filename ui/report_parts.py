"""Reports in an open shop: their page, and where the rows behind a figure lead."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, SignalInstance

from app.jobs import Ticket
from app.reporting.keys import OWN, own_id
from app.settings import CURRENCY
from app.shapes.filters import Condition, Filter
from ui.common.bridge import ChangeBridge
from ui.common.focus_back import focus_back
from ui.common.kit import Kit
from ui.pipeline.page import ENQUIRIES
from ui.report_out_parts import ReportOut
from ui.reports.desk import Choices, ReportDesk
from ui.reports.page import ReportsPage
from ui.shell.main_window import MainWindow
from ui.shell.rail_reports import RailReports

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.shapes.reports import OwnReport, PlanChoices, Report
    from app.shapes.segments import SegmentRow
    from ui.open_shop import OpenShop
    from ui.reports.builder import ReportBuilder

Wire = Callable[[SignalInstance, Callable[..., object]], None]


class ReportParts(QObject):
    """Makes the page; it reads and draws nothing before it is shown."""

    def __init__(self, kit: Kit, core: Core, window: MainWindow, bridge: ChangeBridge) -> None:
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        desk = ReportDesk(
            core.reports, self._choices, lambda: core.shop_now().date(),
            lambda: core.settings.get(CURRENCY),
        )  # fmt: skip
        self.page = ReportsPage(kit, desk, bridge)
        self.rail = RailReports(kit, core.own_reports, bridge)
        self.out = ReportOut(kit, core, window)
        self.out.opener = self.page.more_button
        self.out.setParent(self)
        self.builder: ReportBuilder | None = None
        self.setParent(self.page)

    def lead(self, shop: OpenShop, wire: Wire) -> None:
        """Wire the page to the others; all of them are there."""
        page = self.page
        self._shop = shop
        page.contact_asked.connect(shop.contacts.full_asked)
        page.row_asked.connect(self._on_row_asked)
        page.people_asked.connect(self._on_people_asked)
        page.list_asked.connect(self._on_list_asked)
        page.tier_asked.connect(self._on_tier_asked)
        page.deals_asked.connect(lambda: self._window.open_page_of(shop.pipeline.page))
        shop.insight.scored.connect(page.follow_scores)
        wire(self._window.menus.print_asked, self._on_print_asked)
        page.pdf_asked.connect(lambda reports: self.out.show_pages(reports, self._title(reports)))
        page.print_asked.connect(lambda reports: self.out.show_pages(reports, self._title(reports)))
        page.excel_asked.connect(lambda reports: self.out.save_excel(reports, self._title(reports)))
        page.csv_asked.connect(lambda reports: self.out.save_csv(reports, self._title(reports)))
        page.png_asked.connect(self.out.save_png)
        page.monthly_asked.connect(self.out.show_month)
        wire(self._window.menus.month_asked, self.out.show_month)
        page.build_asked.connect(self._on_build_asked)
        page.remove_asked.connect(self._on_remove_asked)
        self._window.nav.add_section(self.rail)
        self.rail.chosen.connect(self._show)
        page.left.connect(partial(self.rail.choose, None))
        self.rail.edit_asked.connect(self._build)

    def _show(self, report_id: int) -> None:
        self._window.open_page_of(self.page)
        self.page.show_report(f"{OWN}{report_id}")

    def _on_build_asked(self, key: str | None) -> None:
        report_id = own_id(key) if key else None
        if report_id is None:
            self._build(None)
            return
        own = self._core.own_reports
        job = self._kit.runner.read(lambda _ticket: own.get(report_id))
        job.succeeded.connect(self._build)

    def _build(self, report: OwnReport | None) -> None:
        """Open the builder for a report, or for a new one."""
        core, kit, code = self._core, self._kit, self._kit.language.code

        def task(_ticket: Ticket) -> tuple[PlanChoices, list[tuple[int, str]]]:
            lists = [(row.id, row.name) for row in core.segments.all(counted=False)]
            return core.reports.choices(code), lists

        def show(found: tuple[PlanChoices, list[tuple[int, str]]]) -> None:
            from ui.reports.builder import ReportBuilder  # noqa: PLC0415 - when it is asked for

            dialog = ReportBuilder(
                kit, core.own_reports, core.reports, *found, self.page.ask(), report, self._window
            )
            dialog.saved.connect(self._show)
            focus_back(dialog, self.page.more_button)
            dialog.open()
            self.builder = dialog

        kit.runner.read(task).succeeded.connect(show)

    def _on_remove_asked(self, key: str) -> None:
        report_id = own_id(key)
        if report_id is not None:
            own = self._core.own_reports
            self._kit.runner.write(lambda _ticket: own.remove([report_id]))

    def _title(self, reports: list[Report]) -> str:
        """Return what a file of all reports of the tab is called; one has a name of its own."""
        tab = self.page.tabs.current
        names = {board.key: board.title for board in self.page.dashboards}
        return self.tr("{tab} report").format(tab=names[tab]) if len(reports) > 1 else ""

    def _choices(self) -> Choices:
        core = self._core
        return Choices(
            pipelines=tuple((row.id, row.name) for row in core.pipelines.all()),
            staff=tuple((row.id, row.name) for row in core.staff.all()),
            tags=tuple(name for name, _count in core.contacts.tags()),
            lists=tuple((row.id, row.name) for row in core.segments.all(counted=False)),
        )

    def _on_row_asked(self, noun: str, row_id: int) -> None:
        """Open a sale, a deal, a task or the enquiries."""
        shop = self._shop
        if noun == "sales":
            shop.selling.show_sale(row_id)
        elif noun == "deals":
            shop.pipeline.open_deal(row_id)
        elif noun == "tasks":
            shop.tasks.open_task(row_id)
        elif noun == "enquiries":
            self._window.open_page_of(shop.pipeline.page)
            shop.pipeline.page.show_view(ENQUIRIES)

    def _on_people_asked(self, ids: tuple[int, ...]) -> None:
        """Check them in the list: what can be done with many can be done with them."""
        contacts = self._shop.contacts
        self._window.open_page_of(contacts)
        contacts.show_everybody()
        contacts.model.uncheck_all()
        contacts.model.check(set(ids), on=True)
        contacts.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_list_asked(self, name: str, ids: tuple[int, ...]) -> None:
        """Keep them as a list, and show it."""
        segments, contacts = self._core.segments, self._shop.contacts

        def show(row: SegmentRow) -> None:
            self._window.open_page_of(contacts)
            contacts.show_list(row)

        job = self._kit.runner.write(lambda _ticket: segments.get(segments.keep(name, ids)))
        job.succeeded.connect(show)

    def _on_tier_asked(self, tier: str) -> None:
        """Show the customers of a tier."""
        contacts = self._shop.contacts
        self._window.open_page_of(contacts)
        contacts.show_everybody()
        contacts.filters.set_filter(Filter((Condition("tier", "any_of", (tier,)),)))
        contacts.filters.changed.emit()
        contacts.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print_asked(self) -> None:
        if self._window.page() is self.page:
            self.page.print_page()
