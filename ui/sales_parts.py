"""What belongs to selling in an open shop: its pages, the quick sale, what a contact bought."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from app.events import Changes
from app.jobs import Ticket
from app.settings import CURRENCY, SHOP_NAME, TAX_ADDED, TAX_RATE
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.contacts.full_page import FullPage
from ui.contacts.page import ContactsPage
from ui.contacts.prepaid import PrepaidSection
from ui.contacts.purchases import PurchaseSection
from ui.products.page import ProductsPage
from ui.sales.contact_sales import ContactSales
from ui.sales.page import SalesPage
from ui.sales.till import Till
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.shapes.contacts import ContactDetail
    from app.shapes.day_closes import DayCloseRow
    from app.shapes.sales import SaleDetail, SaleFilter
    from ui.printing.receipts import Receipts
    from ui.sales.quick_sale import QuickSale
    from ui.settings.page import SettingsPage
    from ui.settings.section import Section

EVERY = 600_000  # ms; a window stays open overnight
Wire = Callable[[SignalInstance, Callable[..., object]], None]


class SalesParts(QObject):
    """Makes the pages of sales and products, and opens what is done in dialogs."""

    programmes_asked = Signal()  # where points are set up

    def __init__(
        self,
        kit: Kit,
        core: Core,
        window: MainWindow,
        bridge: ChangeBridge,
        contacts: ContactsPage,
        full: FullPage,
    ) -> None:
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self._bridge = bridge
        self._contacts = contacts
        self._day: date | None = None  # that was greeted
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(self.greet_the_day)
        self._currency = ""  # until it is asked for, and again after a change
        bridge.changed.connect(self._on_changed)
        self._full = full
        self.till = till_of(core, self.currency, self.tax)
        self.sales = SalesPage(kit, self.till, bridge)
        self.products = ProductsPage(kit, core.products, self.currency, bridge)
        self.products.shown_as = self.sales
        self.setParent(self.sales)
        self._connect()
        self._add_sections()

    @property
    def pages(self) -> list[Page]:
        """The pages, in the order of the navigation."""
        return [self.sales, self.products]

    def open_doors(self, wire: Wire) -> None:
        """Lead here from the menus."""
        menus = self._window.menus
        wire(menus.quick_sale_asked, self._on_sale_asked)
        wire(menus.print_asked, self._on_print_asked)
        wire(menus.products_asked, lambda: self._window.open_page_of(self.products))
        self.greet_the_day()
        self._clock.start()

    def greet_the_day(self) -> None:
        """Let points go whose last day is over, and sums move on; once for each day."""
        today, core = self._kit.formats.today(), self._core
        if today == self._day:
            return
        self._day = today

        def task(_ticket: Ticket) -> None:
            core.loyalty.expire()
            core.sales.keep_day()
            core.forecasts.keep_week()

        self._kit.runner.write(task, quiet=True)

    def add_settings(self, settings: SettingsPage, show: Callable[[Section], None]) -> None:
        """Put tax and points among the settings; `show` brings a section to the front."""
        from ui.settings.selling import SellingSection  # noqa: PLC0415

        section = SellingSection(self._kit, settings.choices, self._core.loyalty)
        settings.add_section(section, at=2)
        self.programmes_asked.connect(lambda: show(section))

    def currency(self) -> str:
        """Return what the shop counts in; asked for each row that is painted."""
        if not self._currency:
            self._currency = self._core.settings.get(CURRENCY)
        return self._currency

    def tax(self) -> tuple[bool, int]:
        """Return whether tax comes on top of prices, and its usual rate."""
        return self._core.settings.get(TAX_ADDED), self._core.settings.get(TAX_RATE)

    def sell_to(self, contact_id: int | None) -> None:
        """Record a sale, to a contact if one is given."""
        self._quick_sale().open_for(contact_id)

    def _on_changed(self, changes: Changes) -> None:
        if "setting" in changes.reshaped | changes.edited.keys():
            self._currency = ""

    def _connect(self) -> None:
        sales, products, window = self.sales, self.products, self._window
        sales.sell_asked.connect(lambda: self.sell_to(None))
        sales.products_asked.connect(lambda: window.open_page_of(products))
        sales.goals_asked.connect(window.menus.goals_asked)
        sales.contact_asked.connect(self._contacts.full_asked)
        sales.receipt_asked.connect(self._on_receipt_asked)
        sales.report_asked.connect(self._on_report_asked)
        sales.exchanged.connect(self._on_exchange_asked)
        sales.change_asked.connect(lambda detail: self._quick_sale().open_to_change(detail))
        sales.export_asked.connect(self._on_export_asked)
        products.closed.connect(self._on_products_closed)
        products.sales_asked.connect(self._on_product_sales_asked)

    def _add_sections(self) -> None:
        """Show what was bought, and what is prepaid, on the page and in the panel."""
        kit, core = self._kit, self._core
        self._full.profile.sale_asked.connect(lambda: self.sell_to(self._full.contact_id))
        for place, page in ((1, True), (-1, False)):
            bought = PurchaseSection(kit, core.sale_lists, page=page)
            prepaid = PrepaidSection(kit, core.passes, core.loyalty, self.currency, page=page)
            bought.sale_asked.connect(self.sell_to)
            bought.all_asked.connect(self._on_all_asked)
            bought.pay_asked.connect(self._on_pay_asked)
            bought.opened.connect(self.show_sale)
            bought.pass_asked.connect(prepaid.add_asked)
            bought.points_asked.connect(prepaid.ask_points)
            prepaid.programmes_asked.connect(self.programmes_asked)
            if page:
                self._full.add_section(bought, right=True, place=place)
                self._full.add_section(prepaid, right=True, place=place + 1)
            else:
                self._contacts.detail.add_section(bought)
                self._contacts.detail.add_section(prepaid)
        self.contact_sales = ContactSales(kit, self.till)
        self.contact_sales.opened.connect(self.show_sale)
        self.contact_sales.sale_asked.connect(self.sell_to)
        self._full.put_beside(self.contact_sales)

    def _on_all_asked(self, _detail: ContactDetail, together: bool) -> None:  # noqa: FBT001 - a slot
        """List what somebody bought, or those of a company or household."""
        self.contact_sales.show_together(on=together)
        self.contact_sales.focus_first()
        self._full.story.show_beside()

    def _on_pay_asked(self, contact_id: int) -> None:
        rows = self._core.sale_lists.receivables()
        row = next((each for each in rows if each.contact_id == contact_id), None)
        if row is not None:
            self.sales.list.acts.pay_owed(row, self._window)

    def show_sale(self, sale_id: int) -> None:
        """Show one sale among those of its buyer."""
        row = self._core.sale_lists.detail(sale_id).row
        self._window.open_page_of(self.sales)
        if row.contact_id is not None:
            self.sales.show_contacts((row.contact_id,), row.contact)
        self.sales.list.show_sale(sale_id)

    def _on_sale_asked(self) -> None:
        """Record a sale to whoever's page is in front; of a list nobody is meant yet."""
        page = self._window.page()
        if page is not None:  # nothing is over it that must be finished first
            self.sell_to(self._full.contact_id if page is self._full else None)

    def _quick_sale(self) -> QuickSale:
        from ui.sales.quick_sale import QuickSale  # noqa: PLC0415 - only when it is asked for

        dialog = QuickSale(self._kit, self.till, self._window)
        dialog.product_asked.connect(partial(self._on_product_asked, dialog))
        dialog.finished.connect(self._window.activateWindow)  # some window managers forget it
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_product_asked(self, sale: QuickSale, code: str) -> None:
        """Ask for a product of a code that was scanned, and put it into the basket."""
        from ui.products.dialog import ProductDialog  # noqa: PLC0415

        products = self._core.products
        dialog = ProductDialog(self._kit, products, self.currency(), barcode=code, parent=sale)
        dialog.saved.connect(lambda _id: sale.goods.scan(code))
        dialog.open()

    def _on_exchange_asked(self, detail: SaleDetail, lines: dict[int, int]) -> None:
        from ui.sales.quick_sale import Exchange  # noqa: PLC0415

        self._quick_sale().open_to_exchange(Exchange(detail, lines))

    def _on_print_asked(self) -> None:
        sales = self.sales
        if self._window.page() is sales and sales.view == "list" and sales.list.panel.detail:
            self._on_receipt_asked(sales.list.panel.detail)

    def _on_receipt_asked(self, detail: SaleDetail) -> None:
        self._receipts().ask(detail)

    def _on_report_asked(self, closed: DayCloseRow) -> None:
        self._receipts().ask_report(closed, self.currency())

    def _receipts(self) -> Receipts:
        from ui.printing.receipts import Receipts  # noqa: PLC0415 - only when it is asked for

        receipts = Receipts(self._kit, lambda: self._core.settings.get(SHOP_NAME), self._window)
        receipts.told.connect(self._on_receipt_told)
        receipts.delivery.ended.connect(receipts.deleteLater)
        return receipts

    def _on_receipt_told(self, words: str, role: str) -> None:
        self._say(words, "check" if role == "success" else "circle-alert")

    def _on_export_asked(self, wanted: SaleFilter) -> None:
        from ui.sales.export import SalesExport  # noqa: PLC0415 - only when it is asked for

        export = SalesExport(self._kit, self._core.exports, self._window)
        export.told.connect(self._say)
        export.ended.connect(export.deleteLater)
        export.ask(wanted)

    def _say(self, words: str, icon: str) -> None:
        self._window.say(words, icon=icon)

    def _on_products_closed(self) -> None:
        self._window.open_page_of(self.sales)
        self.sales.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_product_sales_asked(self, product_id: int, name: str) -> None:
        self._window.open_page_of(self.sales)
        self.sales.show_product(product_id, name)


def till_of(core: Core, currency: Callable[[], str], tax: Callable[[], tuple[bool, int]]) -> Till:
    """Return what the pages of sales are given of an open shop."""
    return Till(
        contacts=core.contacts,
        products=core.products,
        sales=core.sales,
        lists=core.sale_lists,
        payments=core.payments,
        passes=core.passes,
        loyalty=core.loyalty,
        day_closes=core.day_closes,
        currency=currency,
        tax=tax,
    )
