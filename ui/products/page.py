"""The products page: what the shop sells, by category, and what it no longer does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.jobs import Ticket
from app.shapes.products import CategoryRow, ProductRow
from ui.common.ask import AskDialog
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.row_delegate import RowLook, TextCell
from ui.common.row_table import RowColumn
from ui.common.short_model import set_columns
from ui.common.table_page import TablePage
from ui.common.widgets.chip import Chip
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.search_field import SearchField
from ui.products.dialog import ProductDialog

if TYPE_CHECKING:
    from app.services.products import ProductService

WIDTHS = (
    RowColumn(0, sortable=False),
    RowColumn(140, sortable=False),
    RowColumn(96, sortable=False),
    RowColumn(128, sortable=False),
    RowColumn(148, sortable=False),
    RowColumn(104, sortable=False),
)
ROOM = {3: 760, 4: 860, 5: 680}  # px of page from which these columns are shown
PAUSE = 80  # ms without a keystroke before it is looked for
MOST = 200  # found by a search
Read = tuple[list[ProductRow], list[CategoryRow]]


class ProductsPage(TablePage):
    """Enter changes a product, N adds one, Delete takes it out of the catalogue."""

    icon = "package"
    topic = "products"
    tables = frozenset({"product", "product_category", "setting"})
    sales_asked = Signal(object, str)  # product id, name

    def __init__(
        self,
        kit: Kit,
        products: ProductService,
        currency: Callable[[], str],
        bridge: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._products = products
        self._currency = currency
        self._all: list[ProductRow] = []
        self._categories: list[CategoryRow] = []
        self._category: int | None = None
        self._selects: int | None = None  # the product that is to be selected once it is read
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build(bridge)
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return self.tr("Products")

    def retranslate(self) -> None:
        """Set every word again."""
        self.show_frame_words(
            self.tr("Back to sales"), self.tr("Also what is no longer sold"),
            self.tr("New product"),
        )  # fmt: skip
        self.search.set_placeholder(self.tr("Search products"))
        self.category_chip.set_name(self.tr("Category"))
        self._show()

    def make_new(self) -> None:
        """Ask for a new product."""
        self.ask(None)

    def start_search(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current(self) -> ProductRow | None:
        """Return the product that is selected."""
        row = self.row()
        return row if isinstance(row, ProductRow) else None

    def ask(self, product: ProductRow | None) -> None:
        """Ask for a product's facts."""
        names = [category.name for category in self._categories]
        dialog = ProductDialog(
            self.kit, self._products, self._currency(), product,
            categories=names, parent=self.window(),
        )  # fmt: skip
        if product is None:
            dialog.saved.connect(self._on_added)
        self._open_dialog(dialog)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self, bridge: ChangeBridge) -> None:
        theme = self.kit.theme
        self.search = SearchField(theme, "", key="/")
        self.search.setFixedWidth(round(204 * theme.text_scale))
        self.category_chip = Chip(theme, "")
        self.empty = EmptyState(theme, "package", "", action=" ", action_icon="plus")
        self.nothing = EmptyState(theme, "search-x", "", role="neutral", action=" ", primary=False)
        self.footer_label = Label(theme, "", "caption", "muted", digits=True)
        tools = [self.search, self.category_chip]
        states = (self.empty, self.nothing)
        self._build_frame(bridge, (6,), states, tools, [self.footer_label, None])

    def _connect(self) -> None:
        self.empty.acted.connect(self.make_new)
        self.nothing.acted.connect(self._on_cleared)
        self.search.typed.connect(lambda _text: self._pause.start())
        self.search.submitted.connect(self.table.setFocus)
        self._pause.timeout.connect(self._read)
        self.category_chip.clicked.connect(self._ask_category)
        self.category_chip.cleared.connect(partial(self._choose_category, None))

    # Reading and showing

    def _read(self) -> None:
        text, retired = self.search.text().strip(), self.retired_toggle.isChecked()
        products = self._products

        def task(_ticket: Ticket) -> Read:
            rows = products.find(text, limit=MOST) if text else products.all(retired=retired)
            return rows, products.categories()

        job = self.kit.runner.read(task)
        job.succeeded.connect(lambda read: self._on_read(text, read))

    def _on_read(self, text: str, read: Read) -> None:
        if text == self.search.text().strip():
            self._all, self._categories = read
            self._show()

    def _show(self) -> None:
        product = self.current()
        kept = self._selects if self._selects is not None else product.id if product else None
        category = next((c for c in self._categories if c.id == self._category), None)
        rows = [row for row in self._all if category is None or row.category_id == category.id]
        titles = (
            self.tr("Name"), self.tr("Category"), self.tr("Code"), self.tr("Bar code"),
            self.tr("More"), self.tr("Price"),
        )  # fmt: skip
        fresh = self.model.columnCount() == 0
        self.model.show_rows(titles, rows)
        if fresh:
            set_columns(self.table, WIDTHS)
            self._fit()
        self.category_chip.set_active(category.name if category else "")
        line = next((n for n, row in enumerate(rows) if row.id == kept), 0)
        if rows:
            self.table.selectRow(line)
            if rows[line].id == self._selects:
                self._selects = None
        self.empty.show_words(
            self.tr("What do you sell?"),
            self.tr("With its products a sale is recorded in a few keys. They also come along "
                    "with an import of sales."),
            self.tr("New product"),
        )  # fmt: skip
        self.nothing.show_words(self.tr("No product fits"), "", self.tr("Show all products"))
        narrowed = bool(self.search.text().strip() or category)
        if not self._stale:
            nothing = self.nothing if narrowed else self.empty
            self.stack.setCurrentWidget(self.table if rows else nothing)
        one, many = self.tr("1 product"), self.tr("{n} products")
        self.footer_label.set_text(self.kit.formats.count(len(rows), one, many))
        self.count_label.set_text(self.kit.formats.number(len(rows)) if rows else "")

    def _look(self, row: Any) -> RowLook:
        code = self._currency()
        price = "" if row.price is None else self.kit.formats.money(row.price, code)
        more = self._more_of(row, code)
        colour = "muted" if row.retired else "text"
        return RowLook(
            (
                TextCell(row.name, colour, strong=True),
                TextCell(row.category),
                TextCell(row.code, "muted", digits=True),
                TextCell(row.barcode, "muted", digits=True),
                TextCell(more, "muted"),
                TextCell(price, colour, right=True, digits=True),
            ),
            sentence=", ".join(part for part in (row.name, row.category, price, more) if part),
        )

    def _more_of(self, row: ProductRow, code: str) -> str:
        number = self.kit.formats.number
        if row.retired:
            return self.tr("no longer sold")
        if row.pass_uses:
            return self.tr("Pass of {n} uses").format(n=number(row.pass_uses))
        if row.pass_amount:
            worth = self.kit.formats.money(row.pass_amount, code)
            return self.tr("Pass worth {amount}").format(amount=worth)
        if row.replaces_after_days:
            return self.tr("lasts {n} days").format(n=number(row.replaces_after_days))
        return row.unit

    def _fit(self) -> None:
        for column, least in ROOM.items():
            hidden = self.width() < least * self.kit.theme.text_scale
            self.table.setColumnHidden(column, hidden)

    # What is done

    def _open_row(self) -> None:
        self.ask(self.current())

    def _on_added(self, product_id: int) -> None:
        self._selects = product_id
        self._show()

    def _on_cleared(self) -> None:
        self._category = None
        self.search.set_text("")
        self._read()

    def _put_away(self, product: ProductRow) -> None:
        products = self._products
        act = products.restore if product.retired else products.retire
        self.kit.runner.write(lambda _ticket: act([product.id]))

    def _open_menu(self, at: QPoint) -> None:
        product = self.current()
        if product is None:
            return
        menu = Menu(self.kit.theme, parent=self)
        menu.add(self.tr("Change"), "pencil", "Enter").triggered.connect(lambda: self.ask(product))
        menu.add(self.tr("Show its sales"), "receipt").triggered.connect(
            lambda: self.sales_asked.emit(product.id, product.name)
        )
        words = self.tr("Sell it again") if product.retired else self.tr("Sell it no longer")
        menu.add(words, "archive", "Del").triggered.connect(lambda: self._put_away(product))
        popup(menu, at)
        menu.setActiveAction(menu.actions()[0])

    def _ask_category(self) -> None:
        menu = Menu(self.kit.theme, parent=self)
        for category in self._categories:
            count = self.kit.formats.number(category.products)
            action = menu.add(f"{category.name}  {count}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(category.id == self._category)
            action.triggered.connect(partial(self._choose_category, category.id))
        chosen = next((c for c in self._categories if c.id == self._category), None)
        if chosen is not None:
            menu.addSeparator()
            rename = menu.add(self.tr("Rename {name}").format(name=chosen.name), "pencil")
            rename.triggered.connect(partial(self._ask_name, chosen))
            retire = menu.add(self.tr("Remove {name}").format(name=chosen.name), "trash-2")
            retire.triggered.connect(partial(self._remove_category, chosen.id))
        if not menu.actions():
            menu.add(self.tr("There is none yet")).setEnabled(False)
        popup(menu, under(self.category_chip))

    def _choose_category(self, category_id: int | None) -> None:
        self._category = category_id
        self._show()

    def _ask_name(self, category: CategoryRow) -> None:
        products = self._products
        title = self.tr("Name of the category")
        dialog = AskDialog(
            self.kit.theme, title, self.tr("Rename"), text=category.name, parent=self.window()
        )

        def rename(name: str) -> None:
            self._category = None  # one of that name may be there already
            self.kit.runner.write(lambda _ticket: products.rename_category(category.id, name))

        dialog.answered.connect(rename)
        dialog.open()

    def _remove_category(self, category_id: int) -> None:
        products = self._products
        self._category = None
        self.kit.runner.write(lambda _ticket: products.retire_category(category_id))
