"""What the till has on paper: receipts of sales and ends of days, saved as PDF."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.shapes.day_closes import DayCloseRow
from app.shapes.sales import SaleDetail
from ui.common.kit import Kit
from ui.printing.day_report import DayReport
from ui.printing.delivery import Delivery
from ui.printing.documents import Setting
from ui.printing.paper import Ink
from ui.printing.receipt import ReceiptDocument


class Receipts(QObject):
    """Asks for a file and writes what goes into it; `told` says what became of it."""

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
        return ReceiptDocument(detail, self._shop(), self._setting(), self._kit.language.code)

    def report(self, closed: DayCloseRow, currency: str) -> DayReport:
        """Return the end of a day."""
        code = self._kit.language.code
        return DayReport(closed, self._shop(), currency, self._setting(), code)

    def ask(self, detail: SaleDetail) -> None:
        """Ask where to put the receipt of a sale; returns at once."""
        number = detail.row.number or detail.row.sold_on
        name = self.tr("receipt {number}").format(number=number)
        self.delivery.ask_file(self.document(detail), name)

    def ask_report(self, closed: DayCloseRow, currency: str) -> None:
        """Ask where to put the end of a day; returns at once."""
        name = self.tr("day {day}").format(day=closed.day)
        self.delivery.ask_file(self.report(closed, currency), name)

    def _setting(self) -> Setting:
        formats = self._kit.formats
        day = formats.birthday(formats.today().isoformat())
        return Setting(self._ink, formats, "a4", day)
