"""What belongs to deals in an open shop: their page, their dialogs, the inbox of enquiries."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.jobs import Ticket
from app.settings import CURRENCY, TAX_ADDED, TAX_RATE
from app.shapes.deals import DealForm, DealRow
from app.shapes.tasks import TaskForm
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.deals.desk import DealDesk
from ui.deals.page import DealPage
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.shapes.enquiries import EnquiryRow
    from ui.enquiries.inbox import InboxView
    from ui.open_shop import OpenShop


class DealParts(QObject):
    """Makes the page of a deal; one is opened and a new one begun from wherever one is."""

    quote_asked = Signal(object)  # deal id: a new quote
    quote_opened = Signal(object)  # quote id
    contact_asked = Signal(object)  # contact id
    back_asked = Signal()  # to the pipeline

    def __init__(self, kit: Kit, core: Core, window: MainWindow, bridge: ChangeBridge) -> None:
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self.inbox: InboxView | None = None  # once it was looked at
        self.desk = desk_of(core)
        self.page = DealPage(kit, self.desk, bridge)
        self.setParent(self.page)
        self.page.closed.connect(self._on_closed)
        self.page.contact_asked.connect(self.contact_asked)
        self.page.quote_asked.connect(self.quote_asked)
        self.page.quote_opened.connect(self.quote_opened)
        self.page.acts.added.connect(self.open_deal)

    def lead(self, shop: OpenShop) -> None:
        """Wire the page to the others, and show deals with a contact; all of them are there."""
        from ui.contacts.deals import DealsSection  # noqa: PLC0415

        page, tasks = self.page, shop.tasks
        self.contact_asked.connect(shop.contacts.full_asked)
        page.sale_asked.connect(shop.selling.show_sale)
        page.task_asked.connect(tasks.open_task)
        page.task_done.connect(tasks.finish)
        tasks.deal_asked.connect(self.open_deal)
        page.new_task_asked.connect(lambda row: tasks.begin(task_of(row)))
        board = self.desk.board
        shop.palette.find_deals = lambda text, most: board.find(text, limit=most)
        shop.palette.deal_chosen.connect(self.open_deal)
        for on_page in (True, False):
            section = DealsSection(self._kit, board, self.desk.currency)
            section.opened.connect(self.open_deal)
            section.new_asked.connect(self.new_deal)
            if on_page:
                shop.full.add_section(section, right=True, place=1)
            else:
                shop.contacts.detail.add_section(section)

    def open_deal(self, deal_id: int) -> None:
        """Show a deal on its page."""
        self._window.open_page_of(self.page)
        self.page.show_deal(deal_id)

    def new_deal(
        self,
        contact_id: int | None = None,
        pipeline_id: int | None = None,
        stage_id: int | None = None,
    ) -> None:
        """Ask for a new deal, with what is known of it already."""
        form = DealForm(title="", contact_id=contact_id, pipeline_id=pipeline_id, stage_id=stage_id)
        self.page.acts.ask_new(form)

    def edit_deal(self, deal_id: int) -> None:
        """Ask for what is to be changed of a deal."""
        self.page.acts.ask_change(deal_id)

    def make_inbox(self) -> QWidget:
        """Make the inbox of enquiries."""
        from ui.enquiries.desk import EnquiryDesk  # noqa: PLC0415 - when it is looked at
        from ui.enquiries.inbox import InboxView  # noqa: PLC0415

        core = self._core
        desk = EnquiryDesk(
            core.enquiries,
            core.lead_scores,
            core.contacts,
            core.staff,
            core.pipelines,
            self.desk.currency,
        )
        self.inbox = inbox = InboxView(self._kit, desk)
        inbox.acts.deal_wanted.connect(self.make_deal_of)
        inbox.acts.deal_asked.connect(self.open_deal)
        inbox.acts.contact_asked.connect(self.contact_asked)
        return inbox

    def make_deal_of(self, row: EnquiryRow) -> None:
        """Ask for the deal an enquiry becomes, filled with what the enquiry says."""
        enquiries = self._core.enquiries

        def task(_ticket: Ticket) -> DealForm:
            return enquiries.deal_form(row.id)

        job = self._kit.runner.read(task)
        job.succeeded.connect(
            lambda form: self.page.acts.ask_new(form, partial(enquiries.to_deal, row.id))
        )

    def _on_closed(self) -> None:
        if self._window.page() is self.page:
            self.back_asked.emit()


def task_of(row: DealRow) -> TaskForm:
    """Return what is known of a new task of a deal."""
    return TaskForm(title="", contact_id=row.contact_id, deal_id=row.id)


def desk_of(core: Core) -> DealDesk:
    """Return what the page of a deal is given of an open shop."""
    get = core.settings.get
    return DealDesk(
        deals=core.deals,
        board=core.deal_board,
        pipelines=core.pipelines,
        contacts=core.contacts,
        products=core.products,
        tasks=core.task_lists,
        interactions=core.interactions,
        files=core.files,
        scores=core.lead_scores,
        staff=core.staff,
        currency=lambda: get(CURRENCY),
        tax=lambda: (get(TAX_ADDED), get(TAX_RATE)),
    )
