"""What belongs to deals in an open shop: the pipeline and its views, deals, their quotes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.jobs import Ticket
from app.shapes.pipelines import PipelineForm, PipelineRow, ReadyMade
from app.shapes.task_plans import PlanRow
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.deal_parts import DealParts, task_of
from ui.pipeline.desk import PipelineDesk
from ui.pipeline.page import ENQUIRIES, FORECAST, LIST, PipelinePage
from ui.quote_parts import QuoteParts
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Core
    from ui.open_shop import OpenShop
    from ui.pipeline.stages_dialog import StagesDialog
    from ui.settings.section import Section


class Choices(NamedTuple):
    """What the dialog of stages offers."""

    pipeline: PipelineRow | None
    plans: list[PlanRow]
    ready: list[ReadyMade]


class PipelineParts(QObject):
    """Makes the pages; a deal is opened, won or quoted from wherever one is."""

    def __init__(
        self,
        kit: Kit,
        core: Core,
        window: MainWindow,
        bridge: ChangeBridge,
        currency: Callable[[], str],
    ) -> None:
        """`currency` is what the shop counts in; asked for each row that is painted."""
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self.dialog: StagesDialog | None = None
        self.page = PipelinePage(kit, desk_of(core, currency), bridge)
        self.setParent(self.page)
        self.deals = DealParts(kit, core, window, bridge)
        self.quotes = QuoteParts(kit, core, window, bridge)
        self.quotes.setParent(self.page)  # it goes with the shop
        self.deals.page.shown_as = self.page
        self.page.add_view(FORECAST, self._make_forecast)
        self.page.add_view(ENQUIRIES, self.deals.make_inbox)
        self._connect()

    @property
    def pages(self) -> list[Page]:
        """The pages, in the order of the navigation."""
        return [self.page, self.deals.page]

    def lead(self, shop: OpenShop, show: Callable[[Section], None]) -> None:
        """Wire the pages to the others; all of them are there. `show` opens a setting."""
        self._begin_task = shop.tasks.begin
        self.page.contact_asked.connect(shop.contacts.full_asked)
        self.quotes.settings_asked.connect(lambda: show(shop.settings.shop))
        self.quotes.settings_asked.connect(shop.settings.shop.show_supplier)
        self.deals.lead(shop)
        self._lead_from(shop)
        self.page.recount()

    def _lead_from(self, shop: OpenShop) -> None:
        """Lead here from Home and the calendar."""
        home = shop.home
        home.deal_asked.connect(self._on_deal_asked)
        home.enquiry_asked.connect(lambda _enquiry_id: self._show(ENQUIRIES))
        home.enquiry_deal_asked.connect(self.deals.make_deal_of)
        home.step_asked.connect(lambda row: shop.tasks.begin(task_of(row)))
        home.goals_asked.connect(shop.aims.open_goals)
        shop.calendar.deal_asked.connect(self.open_deal)
        shop.noticing.page.enquiry_asked.connect(self._on_enquiry_asked)

    def _on_deal_asked(self, deal_id: int | None) -> None:
        """Show a deal; without one, all there are."""
        if deal_id is None:
            self._show(LIST)
        else:
            self.open_deal(deal_id)

    def _on_enquiry_asked(self, enquiry_id: int) -> None:
        """Show an enquiry in the inbox."""
        self._show(ENQUIRIES)
        self.page.made(ENQUIRIES).show_enquiry(enquiry_id)

    def _show(self, view: str) -> None:
        self._window.open_page_of(self.page)
        self.page.show_view(view)

    def open_deal(self, deal_id: int) -> None:
        """Show a deal on its page."""
        self.deals.open_deal(deal_id)

    def ask_stages(self, pipeline_id: int | None) -> None:
        """Show the stages of a pipeline, or begin a new one."""
        core = self._core

        def task(_ticket: Ticket) -> Choices:
            pipeline = core.pipelines.get(pipeline_id) if pipeline_id is not None else None
            ready = list(core.pipelines.ready_made()) if pipeline is None else []
            return Choices(pipeline, list(core.task_plans.all()), ready)

        self._kit.runner.read(task).succeeded.connect(self._open_stages)

    def _connect(self) -> None:
        page, deals, quotes = self.page, self.deals, self.quotes
        page.deal_asked.connect(deals.open_deal)
        page.new_asked.connect(partial(deals.new_deal, None))
        page.edit_asked.connect(deals.edit_deal)
        page.quote_asked.connect(quotes.ask)
        page.task_asked.connect(self._on_task_asked)
        page.stages_asked.connect(self.ask_stages)
        deals.quote_asked.connect(quotes.new)
        deals.quote_opened.connect(quotes.open)
        deals.back_asked.connect(lambda: self._window.open_page_of(page))

    def _make_forecast(self) -> QWidget:
        from ui.forecast.desk import ForecastDesk  # noqa: PLC0415 - when it is first wanted
        from ui.forecast.view import ForecastView  # noqa: PLC0415

        view = ForecastView(self._kit, ForecastDesk(self._core.forecasts))
        view.deal_asked.connect(self.deals.open_deal)
        return view

    def _on_task_asked(self, deal_id: int) -> None:
        """Ask for the next step of a deal."""
        board = self._core.deal_board
        job = self._kit.runner.read(lambda _ticket: board.rows([deal_id]).get(deal_id))
        job.succeeded.connect(lambda row: row and self._begin_task(task_of(row)))

    def _open_stages(self, choices: Choices) -> None:
        from ui.pipeline.stages_dialog import StagesDialog  # noqa: PLC0415 - when asked for

        core, pipeline = self._core, choices.pipeline

        def keep(form: PipelineForm, moves: dict[int, int], first: bool) -> int:  # noqa: FBT001
            if pipeline is None:
                pipeline_id = core.pipelines.add(form)
            else:
                pipeline_id = pipeline.id
                core.pipelines.edit(pipeline_id, form, moves=moves)
            if first and not (pipeline is not None and pipeline.is_default):
                core.pipelines.make_default(pipeline_id)
            return pipeline_id

        self.dialog = dialog = StagesDialog(
            self._kit, keep, choices.plans, choices.ready, pipeline, self._window
        )
        dialog.saved.connect(self.page.take_pipeline)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self._window.activateWindow()  # some window managers forget it


def desk_of(core: Core, currency: Callable[[], str]) -> PipelineDesk:
    """Return what the page of deals is given of an open shop."""
    return PipelineDesk(
        pipelines=core.pipelines,
        deals=core.deals,
        board=core.deal_board,
        staff=core.staff,
        plans=core.task_plans,
        currency=currency,
        today=lambda: core.shop_now().date(),
    )
