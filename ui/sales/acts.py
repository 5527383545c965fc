"""What is done with sales: each act opens its dialog or writes at once, off the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.shapes.sales import Receivable, SaleDetail
from ui.common.kit import Kit
from ui.common.page_acts import PageActs
from ui.sales.back_dialog import BackDialog
from ui.sales.details_dialog import DetailsDialog, told_of
from ui.sales.pay_dialog import PayDialog
from ui.sales.ways import Known, known_for

if TYPE_CHECKING:
    from ui.sales.till import Till


class SaleActs(PageActs):
    """Takes payments, gives back, exchanges, cancels; `exchanged` asks for what goes instead."""

    removed = Signal()
    exchanged = Signal(object, object)  # SaleDetail, {line id: thousandths}

    def __init__(self, kit: Kit, till: Till, page: QWidget) -> None:
        super().__init__(kit, page)
        self._till = till

    def pay(self, detail: SaleDetail) -> None:
        """Take money for a sale."""
        row, till = detail.row, self._till
        if row.owed <= 0:
            return
        known = Known()
        if row.contact_id is not None and row.currency == till.currency():
            known = known_for(till, row.contact_id, row.id)
        pay = partial(till.payments.pay_all, row.id)
        window = self._page.window()
        self._open(PayDialog(self._kit, row.owed, row.currency, pay, known, parent=window))

    def pay_owed(self, receivable: Receivable, window: QWidget | None = None) -> None:
        """Take money for all that somebody owes, the oldest first; asked over that window."""
        contact_id, payments = receivable.contact_id, self._till.payments
        if contact_id is None or receivable.owed <= 0:
            return
        dialog = PayDialog(
            self._kit, receivable.owed, self._till.currency(),
            lambda forms: payments.pay_owed(contact_id, *forms),
            known_for(self._till, contact_id), name=receivable.name,
            parent=window or self._page.window(),
        )  # fmt: skip
        self._open(dialog)

    def refund(self, detail: SaleDetail) -> None:
        """Give back all or some of a sale."""
        sale_id, sales = detail.row.id, self._till.sales

        def give(lines: dict[int, int], method: str) -> object:
            return sales.refund(sale_id, lines, method)

        self._open(BackDialog(self._kit, detail, give, self._page.window()))

    def exchange(self, detail: SaleDetail) -> None:
        """Give back some of a sale for something else."""
        dialog = BackDialog(self._kit, detail, None, self._page.window())
        dialog.lines_chosen.connect(partial(self.exchanged.emit, detail))
        self._open(dialog)

    def tell_more(self, detail: SaleDetail) -> None:
        """Write down who gets it, when, and what the card says."""
        put = partial(self._till.sales.put_details, detail.row.id)
        self._open(DetailsDialog(self._kit, told_of(detail), put, self._page.window()))

    def cancel(self, detail: SaleDetail) -> None:
        """Cancel a sale as if it had never been; what was paid goes back as it came."""
        self._write(lambda: self._till.sales.cancel(detail.row.id, "same"))

    def remove(self, detail: SaleDetail) -> None:
        """Put a sale into the trash."""
        sales, sale_id = self._till.sales, detail.row.id
        job = self._kit.runner.write(lambda _ticket: sales.remove([sale_id]))
        job.succeeded.connect(self.removed)

    def remove_payment(self, payment_id: int) -> None:
        """Take a payment back that was a mistake."""
        self._write(lambda: self._till.payments.remove(payment_id))
