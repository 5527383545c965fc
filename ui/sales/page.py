"""The sales page: the list, totals, what is owed, and the end of the day."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.events import Changes
from app.shapes.sales import SaleFilter
from ui.common.bars import bar
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented

if TYPE_CHECKING:
    from ui.sales.day_close import DayCloseView
    from ui.sales.list_view import SalesList
    from ui.sales.owed_view import OwedView
    from ui.sales.till import Till
    from ui.sales.totals_view import TotalsView

    View = SalesList | TotalsView | OwedView | DayCloseView

Made = TypeVar("Made", bound=QWidget)
TABLES = {
    "sale", "sale_line", "payment", "product", "product_category", "contact", "day_close",
    "day_count", "setting",
}  # fmt: skip


class SalesPage(Page):
    """Four views of what was sold; each is made when it is first wanted, and read when shown."""

    icon = "receipt"
    topic = "sales"
    sell_asked = Signal()
    products_asked = Signal()
    goals_asked = Signal()
    export_asked = Signal(object)  # SaleFilter
    receipt_asked = Signal(object)  # SaleDetail
    report_asked = Signal(object)  # DayCloseRow
    contact_asked = Signal(object)  # contact id
    change_asked = Signal(object)  # SaleDetail
    exchanged = Signal(object, object)  # SaleDetail, {line id: thousandths}

    def __init__(
        self, kit: Kit, till: Till, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._stale = True
        self.heading = Label(theme, "", "title")
        names = {"list": " ", "totals": " ", "owed": " ", "close": " "}
        self.views = Segmented(theme, names, "")
        self.export_button = IconButton(theme, "download", "")
        self.products_button = Button(theme, "", icon="package")
        self.goals_button = IconButton(theme, "goal", "")
        self.sell_button = Button(theme, "", "primary", icon="plus")
        self._till = till
        self._made: dict[str, Any] = {}
        self.stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(
            bar(theme, "Header", 56, [
                self.heading, self.views, None, self.goals_button, self.export_button,
                self.products_button,
                self.sell_button,
            ])
        )  # fmt: skip
        whole.addWidget(self.stack, 1)
        self._connect(bridge)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Sales")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.views.setAccessibleName(self.tr("View"))
        self.views.set_texts(
            {
                "list": self.tr("Entries"),
                "totals": self.tr("Totals"),
                "owed": self.tr("Owed"),
                "close": self.tr("Day close"),
            }
        )
        self.export_button.set_name(self.tr("Export these sales"))
        self.goals_button.set_name(self.tr("Goals"))
        self.products_button.set_text(self.tr("Products"))
        self.sell_button.set_text(self.tr("Record sale"))
        for button in (self.products_button, self.sell_button):
            button.updateGeometry()
        for view in self._made.values():
            view.retranslate()

    @cached_property
    def list(self) -> SalesList:
        """The list of sales."""
        from ui.sales.list_view import SalesList  # noqa: PLC0415 - when it is first wanted

        view = self._take_in("list", SalesList(self.kit, self._till))
        view.new_asked.connect(self.sell_asked)
        view.receipt_asked.connect(self.receipt_asked)
        view.contact_asked.connect(self.contact_asked)
        view.change_asked.connect(self.change_asked)
        view.acts.exchanged.connect(self.exchanged)
        return view

    @cached_property
    def totals(self) -> TotalsView:
        """What was sold of each product, and month by month."""
        from ui.sales.totals_view import TotalsView  # noqa: PLC0415

        view = self._take_in("totals", TotalsView(self.kit, self._till))
        view.span_chosen.connect(self._on_span_chosen)
        view.product_chosen.connect(self.show_product)
        return view

    @cached_property
    def owed(self) -> OwedView:
        """Who owes what."""
        from ui.sales.owed_view import OwedView  # noqa: PLC0415

        view = self._take_in("owed", OwedView(self.kit, self._till))
        view.pay_asked.connect(self.list.acts.pay_owed)
        view.sales_asked.connect(self._on_owed_asked)
        return view

    @cached_property
    def close_view(self) -> DayCloseView:
        """The end of the day."""
        from ui.sales.day_close import DayCloseView  # noqa: PLC0415

        view = self._take_in("close", DayCloseView(self.kit, self._till))
        view.print_asked.connect(self.report_asked)
        return view

    @property
    def view(self) -> str:
        """The key of the view in front."""
        return self.views.current

    def show_view(self, key: str) -> None:
        """Bring a view to the front and read it."""
        if key != self.view:
            self.place_left.emit(self.place())
        self._bring(key)

    def show_contacts(self, contact_ids: tuple[int, ...], name: str) -> None:
        """List what somebody ever bought."""
        self._bring("list", read=False)
        self._stale = False
        self.list.filters.show_contacts(contact_ids, name)

    def show_product(self, product_id: int, name: str) -> None:
        """List the sales of a product, whenever they were."""
        self._bring("list", read=False)
        self._stale = False
        self.list.filters.show_product(product_id, name)

    def make_new(self) -> None:
        """Ask for a sale."""
        self.sell_asked.emit()

    def start_search(self) -> None:
        """Put the focus into the search of the list."""
        self.show_view("list")
        self.list.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> object:
        return self.view

    def go_to(self, place: object) -> None:
        if isinstance(place, str):
            self._bring(place)

    def wanted(self) -> SaleFilter:
        """Return which sales are listed."""
        return self.list.filters.wanted

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.fit(self.width())
        if self._stale:
            self._stale = False
            self.list.filters.follow_day()
            self._read()
        if self.view == "list":
            self.list.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "list" in self._made:
            self.list.fit(self.width())

    def _connect(self, bridge: ChangeBridge) -> None:
        self.views.chosen.connect(self._bring)
        self.sell_button.clicked.connect(self.sell_asked)
        self.products_button.clicked.connect(self.products_asked)
        self.goals_button.clicked.connect(self.goals_asked)
        self.export_button.clicked.connect(lambda: self.export_asked.emit(self.wanted()))
        bridge.changed.connect(self._on_changed)

    def _bring(self, key: str, *, read: bool = True) -> None:
        self.views.choose(key)
        self.stack.setCurrentWidget(self._view_of(key))
        if read:
            self._read()

    def _read(self) -> None:
        self._view_of(self.view).reload()

    def _view_of(self, key: str) -> View:
        if key == "totals":
            return self.totals
        if key == "owed":
            return self.owed
        return self.close_view if key == "close" else self.list

    def _take_in(self, key: str, view: Made) -> Made:
        self._made[key] = view
        self.stack.addWidget(view)
        return view

    def _on_owed_asked(self, contact_id: int, name: str) -> None:
        self.place_left.emit(self.place())
        self.show_contacts((contact_id,), name)

    def _on_span_chosen(self, first: str, last: str) -> None:
        self.place_left.emit(self.place())
        self._bring("list", read=False)
        self.list.filters.show_span(first, last)

    def _on_changed(self, changes: Changes) -> None:
        if not TABLES & (changes.reshaped | changes.edited.keys()):
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True
