"""Receipts of sales, saved as PDF."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.shapes.sales import SaleDetail
from ui.common.kit import Kit
from ui.printing.delivery import Delivery
from ui.printing.documents import Setting
from ui.printing.paper import Ink
from ui.printing.receipt import ReceiptDocument


class Receipts(QObject):
    """Asks for a file and writes the receipt; `told` says what became of it."""

    told = Signal(str, str)  # words, role of a note

    def __init__(self, kit: Kit, shop: Callable[[], str], window: QWidget) -> None:
        """`shop` returns the shop's name."""
        super().__init__(window)
        self._kit = kit
        self._shop = shop
        self._ink = Ink(kit.theme.tokens)
        self.delivery = Delivery(kit, window)
        self.delivery.told.connect(self.told)

    def document(self, detail: SaleDetail) -> ReceiptDocument:
        """Return the receipt of a sale."""
        formats = self._kit.formats
        day = formats.birthday(formats.today().isoformat())
        setting = Setting(self._ink, formats, "a4", day)
        return ReceiptDocument(detail, self._shop(), setting, self._kit.language.code)

    def ask(self, detail: SaleDetail) -> None:
        """Ask where to put the receipt of a sale; returns at once."""
        number = detail.row.number or detail.row.sold_on
        name = self.tr("receipt {number}").format(number=number)
        self.delivery.ask_file(self.document(detail), name)
