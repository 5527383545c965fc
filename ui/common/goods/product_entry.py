"""The field of the quick sale: a product, a code, an amount, a discount."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.products import ProductRow
from ui.common.goods.line_list import ProductList
from ui.common.goods.typed import Typed, read_code, read_typed
from ui.common.kit import Kit
from ui.common.widgets.search_field import SearchField

if TYPE_CHECKING:
    from app.services.products import ProductService

PAUSE = 60  # ms without a keystroke before products are looked for
MOST = 6  # products offered


class ProductEntry(QWidget):
    """Offers products while somebody types; Enter reads what stands there at once.

    A scanner is quicker than any search: what it typed is looked up when its Enter comes.
    """

    typed = Signal()
    entered = Signal()
    fitted = Signal()  # it is higher or lower now

    def __init__(
        self,
        kit: Kit,
        products: ProductService,
        currency: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._products = products
        self._currency = currency
        self._listed = ""  # what those that are listed were looked for by
        self.field = SearchField(kit.theme, "", size=32, quiet=False)
        self.list = ProductList(kit)
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._find)
        self.field.typed.connect(self._on_typed)
        self.field.submitted.connect(self.entered)
        self.field.moved.connect(self.list.step)
        self.list.chosen.connect(self._on_chosen)

    def text(self) -> str:
        """Return what is typed."""
        return self.field.text().strip()

    def read(self) -> Typed:
        """Return what the text means."""
        self._pause.stop()
        by_code = self._products.by_barcode
        return read_typed(self.text(), self._currency(), by_code, self._by_name)

    def read_code(self, code: str) -> Typed:
        """Return what a code means that was scanned."""
        return read_code(code, self._products.by_barcode)

    def put(self, text: str) -> None:
        """Let another text stand there."""
        self.field.set_text(text)
        self._pause.stop()
        self.list.fill(())

    def retranslate(self) -> None:
        """Set every word again."""
        self.field.set_placeholder(self.tr("Product, code or amount; -10% takes off"))
        self.list.setAccessibleName(self.tr("Products found"))

    def _on_typed(self) -> None:
        self._pause.start()
        self.typed.emit()

    def _find(self) -> None:
        text, products = self.text(), self._products

        def task(_ticket: Ticket) -> tuple[str, list[ProductRow]]:
            return text, products.find(text, limit=MOST) if text else []

        job = self._kit.runner.read(task)
        job.succeeded.connect(self._on_found)  # its own: nothing comes after it is gone

    def _on_found(self, answer: tuple[str, list[ProductRow]]) -> None:
        text, found = answer
        if text == self.text():
            self._listed = text
            self.list.show_products(found, self._currency())
            self.fitted.emit()

    def _by_name(self, text: str) -> ProductRow | None:
        """Return the product that is selected for the text, or the first that fits it."""
        chosen = self.list.value()
        if isinstance(chosen, ProductRow) and text == self._listed:
            return chosen
        return next(iter(self._products.find(text, limit=1)), None)

    def _on_chosen(self, product: ProductRow) -> None:
        self.field.set_text(product.name)
        self._listed = self.text()
        self.entered.emit()
