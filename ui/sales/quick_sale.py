"""The dialog that records a sale from anywhere: who, what, how it is paid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.jobs import Ticket
from app.shapes.payments import PaidForm
from app.shapes.sales import SaleDetail, SaleForm
from ui.common.goods.basket import Basket, basket_of
from ui.common.goods.goods import Goods
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.sales.buyer import Buyer
from ui.sales.details_dialog import SOLD, DetailsDialog, Told, told_of
from ui.sales.scanner import Scanner
from ui.sales.tender import Tender
from ui.sales.ways import Known
from ui.sales.words import details_words

if TYPE_CHECKING:
    from ui.sales.till import Till

WIDTH = 560
CASH = "cash"
OWN = ("recipient_id", SOLD)  # what is told of a sale and is no text


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is given back for what is sold now."""

    sale: SaleDetail
    lines: Mapping[int, int]  # thousandths by line


class QuickSale(QDialog):
    """Digits of a phone, Enter; product, Enter; Enter; a number for how it is paid: done.

    A scanner adds a line wherever the focus is, the same code again is one more. With a sale to
    change it keeps what was paid; with one to exchange, that pays for the new one first.
    """

    product_asked = Signal(str)  # a code that no product has

    def __init__(self, kit: Kit, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._till = till
        self._told: Told = {}
        self._amended: SaleDetail | None = None
        self._exchange: Exchange | None = None
        self._waits: Sequence[PaidForm] | None = None  # for the buyer to be found
        self._writes = False
        self.setModal(True)
        self.heading = Label(theme, "", "title")
        self.buyer = Buyer(kit, till)
        self.goods = Goods(kit, till)
        self.details = Label(theme, "", "caption", "text-2", wrap=True)
        self.tender = Tender(kit)
        self.methods = self.tender.methods
        self.details_button = Button(theme, "", "link", size="sm")
        self.save_button = Button(theme, "", "primary")
        self.cancel_button = Button(theme, "")
        self.dialog: DetailsDialog | None = None
        self._scanner = Scanner(self, self.goods.is_known, self.goods.scan)
        self._build()
        self._connect()
        self.retranslate()

    def open_for(self, contact_id: int | None) -> None:
        """Come up, for a customer if one is given."""
        self._amended, self._exchange, self._told = None, None, {}
        self._come_up(contact_id, self._till.currency())
        if self.buyer.contact is None:
            self.buyer.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_to_change(self, detail: SaleDetail) -> None:
        """Come up with a sale whose lines or buyer were wrong."""
        self._amended = detail
        self._told = told_of(detail)
        self._come_up(detail.row.contact_id, detail.row.currency, basket_of(detail))

    def open_to_exchange(self, exchange: Exchange) -> None:
        """Come up for what goes in the place of what is given back."""
        self._exchange = exchange
        row = exchange.sale.row
        credit = self._till.sales.credit(row.id, exchange.lines)
        self._come_up(row.contact_id, row.currency, credit=credit)

    def form(self, payments: Sequence[PaidForm] = ()) -> SaleForm:
        """Return what stands in the basket, paid so."""
        buyer, old = self.buyer.contact, self._amended
        told = {name: value or "" for name, value in self._told.items() if name not in OWN}
        sold = self._told.get(SOLD)
        return SaleForm(
            lines=tuple(line.form() for line in self.goods.lines),
            contact_id=buyer.id if buyer else None,
            sold_at=datetime.fromisoformat(str(sold)).astimezone() if sold else None,
            discount=self.goods.discount,
            payments=tuple(payments),
            recipient_id=old.recipient_id if old else None,
            channel=old.row.channel if old else "",
            currency=old.row.currency if old else "",
            **told,  # type: ignore[arg-type]
        )

    def record(self, payments: Sequence[PaidForm], back: str = CASH) -> None:
        """Record the sale as paid so, and close once it is on the disk."""
        if self._writes:
            return
        if self.buyer.is_behind:
            self._waits = payments
            return
        self._waits = None
        if self.goods.is_ready():
            self._write(self._doing(payments, back))

    def accept(self) -> None:
        """Go on as Ctrl+Enter does: a change is saved, a sale asks how it is paid."""
        if self._amended is not None:
            self.record(())
        elif self.goods.is_ready():
            if self.tender.to_pay == 0:
                self.record(self.tender.payments)
            else:
                self.methods.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if enter and held:
            self.accept()
        elif held and shift and event.key() == Qt.Key.Key_D:  # Ctrl+D is a text field's own
            self.tell_more()
        elif held and (digit := _digit(event)):
            if self.goods.is_ready():
                self.methods.press(digit)
        elif not enter:  # Enter belongs to the fields
            super().keyPressEvent(event)

    def tell_more(self) -> None:
        """Write down who gets it, when, and what the card says."""
        self.dialog = DetailsDialog(self._kit, {SOLD: "", **self._told}, self._checked, self)
        self.dialog.saved.connect(self._on_told)
        self.dialog.finished.connect(self._on_details_closed)
        self.dialog.open()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # as high as what is in it by now
            self.adjustSize()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.adjustSize()  # nothing was measured while it was hidden
        self._scanner.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        self._scanner.rest()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Set every word again."""
        title = self.tr("Record sale")
        if self._amended is not None:
            title = self.tr("Change the sale")
        elif self._exchange is not None:
            title = self.tr("What goes instead")
        self.setWindowTitle(title)
        self.heading.set_text(title)
        self.buyer.retranslate()
        self.details_button.set_text(self.tr("Delivery and card"))
        self.details_button.setToolTip(f"{self.details_button.text()}  Ctrl+Shift+D")
        self.save_button.set_text(self.tr("Save"))
        self.cancel_button.set_text(self.tr("Cancel"))
        self.methods.setAccessibleName(self.tr("How it is paid"))
        self.goods.retranslate()
        self.tender.retranslate()
        self._show_details()

    def _build(self) -> None:
        self.setFixedWidth(round(WIDTH * self._kit.theme.text_scale))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.details_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for part in (self.heading, self.buyer, self.goods, self.details, self.tender):
            column.addWidget(part)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.buyer.left.connect(self.goods.setFocus)
        self.buyer.taken.connect(self._on_buyer_taken)
        self.buyer.missed.connect(self._on_buyer_missed)
        self.buyer.fitted.connect(self.adjustSize)
        self.goods.changed.connect(lambda: self.tender.show_due(self.goods.due))
        self.goods.left.connect(self.accept)
        self.goods.product_asked.connect(self.product_asked)
        self.goods.fitted.connect(self.adjustSize)
        self.tender.settled.connect(self.record)
        self.tender.given_back.connect(partial(self.record, ()))
        self.tender.refused.connect(self.goods.refuse)
        self.tender.fitted.connect(self.adjustSize)
        self.details_button.clicked.connect(self.tell_more)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._kit.language.changed.connect(self.retranslate)

    def _come_up(
        self, contact_id: int | None, currency: str, basket: Basket | None = None, credit: int = 0
    ) -> None:
        self._waits = None
        self._lock(writes=False)
        self.tender.begin(currency, credit)
        self.goods.show_basket(basket or Basket(), currency)
        self.buyer.choose(contact_id)
        self.tender.setVisible(self._amended is None)
        self.save_button.setVisible(self._amended is not None)
        self.retranslate()
        self._offer_methods()
        self.open()
        self.goods.setFocus(Qt.FocusReason.OtherFocusReason)

    def _doing(self, payments: Sequence[PaidForm], back: str) -> Callable[[], object]:
        sales, form, old, exchange = (
            self._till.sales, self.form(payments), self._amended, self._exchange,
        )  # fmt: skip
        if old is not None:
            return lambda: sales.amend(old.row.id, form)
        if exchange is not None:
            row, lines = exchange.sale.row, dict(exchange.lines)
            return lambda: sales.exchange(row.id, lines, form, back)
        return lambda: sales.sell(form)

    def _write(self, doing: Callable[[], object]) -> None:
        self.goods.refuse("")
        self._lock(writes=True)

        def task(_ticket: Ticket) -> object:
            return doing()

        job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._on_sold)
        job.failed.connect(self._on_refused)

    def _on_sold(self) -> None:
        super().accept()

    def _lock(self, *, writes: bool) -> None:
        self._writes = writes
        self.tender.setEnabled(not writes)
        self.save_button.setEnabled(not writes)

    def _on_refused(self, error: BaseException) -> None:
        self._lock(writes=False)
        if isinstance(error, UserError):
            self.goods.refuse(self._kit.messages.describe(error))
            self.methods.focus_first()
        else:
            self._kit.runner.failed.emit(error)

    def _on_buyer_taken(self) -> None:
        chooses = self.methods.isAncestorOf(self.focusWidget() or self)
        self._offer_methods()
        if chooses:
            self.methods.focus_first()
        if self._waits is not None:
            self.record(self._waits)

    def _on_buyer_missed(self) -> None:
        self._waits = None
        code = self.buyer.search.text().strip()
        if self.goods.is_known(code):  # a scanner as slow as fingers
            self.buyer.ask()
            self.goods.scan(code)

    def _offer_methods(self) -> None:
        """Offer what this buyer can pay with; only somebody with a name can owe."""
        old = self._exchange.sale if self._exchange else None
        ours = old is None or old.row.currency == self._till.currency()
        known = self.buyer.known if ours else Known()
        self.tender.offer(known, owing=self.buyer.contact is not None)

    def _checked(self, told: Told) -> Told:
        """Return details as they will be kept; off the window's thread."""
        sales, sold = self._till.sales, str(told.get(SOLD) or "")
        at = sales.checked_moment(sold)
        details = sales.checked_details({name: v for name, v in told.items() if name != SOLD})
        return {**details, SOLD: f"{at:%Y-%m-%dT%H:%M}" if at else ""}

    def _on_told(self, told: Told) -> None:
        self._told = told
        self._show_details()

    def _on_details_closed(self) -> None:
        self.dialog = None
        self.activateWindow()  # some window managers forget it

    def _show_details(self) -> None:
        self.details.set_text(details_words(self._told, self._kit))
        self.details.setVisible(bool(self.details.text()))
        self.adjustSize()


def _digit(event: QKeyEvent) -> str:
    """Return the digit of a key, also where Ctrl leaves no text."""
    key = event.key()
    return chr(key) if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 else ""
