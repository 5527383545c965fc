"""The stops of the tour where the shop sells."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.jobs import Ticket
from app.services.watched_folders import ATTENTION
from app.shapes.imports import ImportRequest
from app.shapes.notices import Notice
from app.shapes.sales import SaleFilter
from ui.camera import Camera
from ui.contacts.full_page import FullPage
from ui.contacts.page import ContactsPage
from ui.contacts.purchases import PurchaseSection
from ui.exchange.file_kinds import SALES
from ui.exchange.plan import PlanPage
from ui.notices.page import NoticesPage
from ui.products.page import ProductsPage
from ui.program import Program
from ui.sales.contact_sales import ContactSales
from ui.sales.page import SalesPage
from ui.sales.quick_sale import QuickSale
from ui.sample_sales import write_weeks
from ui.settings.page import SettingsPage
from ui.settings.selling import SellingSection
from ui.settings.watched import WatchedSection
from ui.waiting import settle, wait_until

SOLD = ("꽃다발", "20000", "-10%")
PART = 20_000  # won, of what is sold then


class SalesStops:
    """Brings the screens of selling into the window; each leaves it as it found it."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self._program = program
        self._window = program.window
        self._camera = camera

    def sales(self) -> Iterator[Path]:
        """Show the list with a sale selected, then its other views."""
        page = self._window.findChild(SalesPage)
        if page is None:
            return
        self._window.open_page_of(page)
        page.show_view("list")
        wait_until(lambda: page.list.model.rowCount() > 0)
        page.list.table.selectRow(1)
        settle(100)
        yield self._camera.take("sales")
        for view in ("totals", "owed", "close"):
            page.show_view(view)
            settle(300)
            yield self._camera.take(f"sales-{view}")
        page.show_view("list")
        settle(100)
        self._home()

    def products(self) -> Iterator[Path]:
        """Show the products and the form of one."""
        page = self._window.findChild(ProductsPage)
        if page is None:
            return
        self._window.open_page_of(page)
        wait_until(lambda: page.model.rowCount() > 0)
        settle(100)
        yield self._camera.take("products")
        page.ask(page.current())
        yield from self._camera.take_dialog("product", page.dialog)
        self._home()

    def desk(self) -> Iterator[Path]:
        """Show the quick sale, paid in one way and in parts, and what payment and refund ask."""
        yield from self._camera.take_dialog("quick-sale", self._sale())
        sale = self._sale()
        if sale is not None:
            sale.goods.product.put("-10%")
            sale.goods.enter()
            sale.tender.ask_part()
            sale.tender.part_field.show_amount(PART)
            sale.tender.take("cash")
        yield from self._camera.take_dialog("quick-sale-parts", sale)
        page, core = self._window.findChild(SalesPage), self._program.core
        if page is None or core is None:
            return
        for name, states in (("payment", ("open", "partial")), ("refund", ("paid",))):
            rows = core.sale_lists.page(SaleFilter(statuses=states), offset=0, limit=1)
            for row in rows:
                detail = core.sale_lists.detail(row.id)
                acts = page.list.acts
                (acts.pay if name == "payment" else acts.refund)(detail)
                yield from self._camera.take_dialog(name, acts.dialog)

    def _sale(self) -> QuickSale | None:
        """Return the quick sale with things in its basket."""
        self._window.menus.sale_action.trigger()
        sale = next(
            (each for each in self._window.findChildren(QuickSale) if each.isVisible()), None
        )
        if sale is not None and (buyer := self._buyer()) is not None:
            sale.open_for(buyer)
            for text in SOLD:
                sale.goods.product.put(text)
                sale.goods.enter()
            settle(200)
        return sale

    def file(self, place: Path) -> Iterator[Path]:
        """Show how a file of sales is understood, and the folders such files come in from."""
        core = self._program.core
        if core is None:
            return
        last, file = place / "스마트스토어_5월1주.csv", place / "스마트스토어_5월2주.csv"
        write_weeks(last, file)
        before = core.sale_imports.run(
            core.sale_imports.prepare(ImportRequest(path=last), Ticket()), Ticket()
        )
        self._window.files_dropped.emit([file])
        wait_until(
            lambda: (p := self._plan()) is not None and p.kind == SALES and p.report is not None
        )
        wait_until(lambda: (p := self._plan()) is not None and p.columns.is_whole)
        settle(600)
        yield self._camera.take("import-sales")
        if (plan := self._plan()) is not None:
            plan.dismissed.emit()
        if before.change_set is not None:
            core.history.undo(before.change_set)
        settle()
        settings = self._window.findChild(SettingsPage)
        watched = settings.findChild(WatchedSection) if settings is not None else None
        if settings is not None and watched is not None:
            self._window.open_page_of(settings)
            settings.show_section(watched)
            settle(200)
            yield self._camera.take("settings-watched")
            settings.show_section(settings.general)
        self._home()

    def notices(self, place: Path) -> Iterator[Path]:
        """Show a file that waits for somebody, and one that came in."""
        core, page = self._program.core, self._window.findChild(NoticesPage)
        if core is None or page is None:
            return
        folder = place / "포스"
        aside = folder / ATTENTION[self._program.kit.language.code]
        aside.mkdir(parents=True, exist_ok=True)
        waits = aside / "정산_5월.csv"
        waits.write_text("가,나\n1,2\n", encoding="utf-8")
        today = self._program.kit.formats.today()
        at = datetime.combine(today, time(0, 11), UTC).timestamp()  # of the day of the pictures
        os.utime(waits, (at, at))
        facts = {"file": "매출_2026-05-11.csv", "read": 42, "added": 40, "updated": 2, "same": 0}
        came = Notice("came", "watch.imported", facts, folder=folder)
        core.watched_folders.watch(folder)
        core.notices.tell(came)
        self._window.open_page_of(page)
        page.refresh()
        wait_until(lambda: len(page.lines()) > 1)
        settle(200)
        yield self._camera.take("notices")
        core.notices.drop(came.key)
        core.watched_folders.unwatch(folder)
        shutil.rmtree(folder)
        settle(200)
        self._home()

    def _plan(self) -> PlanPage | None:
        # Not by findChildren: a plan that is about to be destroyed would be kept by the window.
        shown = (w for w in QApplication.allWidgets() if isinstance(w, PlanPage) and w.isVisible())
        return next(shown, None)

    def buyer(self) -> Iterator[Path]:
        """Show the page of somebody who buys, and what the settings say of selling."""
        page, buyer = self._home(), self._buyer()
        if buyer is not None:
            page.select(buyer)
            page.full_asked.emit(buyer)
            full = self._window.findChild(FullPage)
            section = full.findChild(PurchaseSection) if full is not None else None
            wait_until(lambda: section is None or section.card is not None)
            settle(200)
            yield self._camera.take("purchases")
            if full is not None and isinstance(sales := full.story.beside, ContactSales):
                full.story.show_beside()
                wait_until(lambda: sales.model.rowCount() > 0)
                settle(200)
                yield self._camera.take("purchases-all")
                full.story.show_beside(on=False)
        settings = self._window.findChild(SettingsPage)
        selling = settings.findChild(SellingSection) if settings is not None else None
        if settings is not None and selling is not None:
            self._window.open_page_of(settings)
            settings.show_section(selling)
            settle(100)
            yield self._camera.take("settings-selling")
            settings.show_section(settings.general)
        self._home()

    def _home(self) -> ContactsPage:
        page = self._window.findChild(ContactsPage)
        if page is None:
            raise LookupError("the list of contacts")
        self._window.open_page_of(page)
        return page

    def _buyer(self) -> int | None:
        """Return who bought last, of those with a name."""
        core = self._program.core
        rows = core.sale_lists.page(SaleFilter(), offset=0, limit=50) if core is not None else []
        return next((row.contact_id for row in rows if row.contact_id is not None), None)
