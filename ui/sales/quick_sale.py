"""The dialog that records a sale from anywhere: who, what, how it is paid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.amounts import ONE
from app.errors import UserError
from app.jobs import Ticket
from app.shapes.payments import PaidForm
from app.shapes.sales import SaleDetail, SaleForm
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.sales.basket import BasketLine, due, line_of, merged
from ui.sales.basket_list import BasketList
from ui.sales.buyer import Buyer
from ui.sales.methods import MethodButtons
from ui.sales.product_entry import ProductEntry

if TYPE_CHECKING:
    from ui.sales.till import Till

WIDTH = 560


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is given back for what is sold now."""

    sale: SaleDetail
    lines: Mapping[int, int]  # thousandths by line


class QuickSale(QDialog):
    """Digits of a phone, Enter; product, Enter; Enter; a number for how it is paid: done.

    A scanner types its code and Enter: each adds a line, the same again is one more. With a sale
    to change it keeps what was paid; with one to exchange, that pays for the new one first.
    """

    product_asked = Signal(str)  # a code that no product has

    def __init__(self, kit: Kit, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._till = till
        self._lines: list[BasketLine] = []
        self._discount = 0
        self._amended: SaleDetail | None = None
        self._exchange: Exchange | None = None
        self._code = ""  # the last one nobody knew
        self._waits = ""  # the method that was chosen before the buyer was found
        self.setModal(True)
        self.heading = Label(theme, "", "title")
        self.buyer = Buyer(kit, till)
        self.product = ProductEntry(kit, till.products, self._currency)
        self.problem = FieldHint(theme)
        self.new_product_button = Button(theme, "", "link", size="sm")
        self.basket = BasketList(kit)
        self.off = Label(theme, "", colour="text-2", digits=True)
        self.total = Label(theme, "", "heading", digits=True)
        self.methods = MethodButtons(kit)
        self.save_button = Button(theme, "", "primary")
        self.cancel_button = Button(theme, "")
        self._build()
        self._connect()
        self.retranslate()

    def open_for(self, contact_id: int | None) -> None:
        """Come up, for a customer if one is given."""
        self._begin()
        self.buyer.choose(contact_id)
        self._show_basket()
        self._offer_methods()
        self.open()
        asks = self.buyer.contact is None
        (self.buyer.search if asks else self.product).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_to_change(self, detail: SaleDetail) -> None:
        """Come up with a sale whose lines or buyer were wrong."""
        self._begin()
        self._amended = detail
        self._lines = [line_of(line) for line in detail.lines]
        self._discount = detail.discount
        self._come_up(detail)

    def open_to_exchange(self, exchange: Exchange) -> None:
        """Come up for what goes in the place of what is given back."""
        self._begin()
        self._exchange = exchange
        self._come_up(exchange.sale)

    def form(self, method: str = "owed") -> SaleForm:
        """Return what stands in the basket, paid that way."""
        buyer, old = self.buyer.contact, self._amended
        told = {}
        if old is not None:
            told = {
                "channel": old.row.channel, "recipient_id": old.recipient_id,
                "recipient_name": old.recipient_name, "recipient_phone": old.recipient_phone,
                "postcode": old.postcode, "address": old.address, "handover": old.row.handover,
                "due_at": old.row.due_at, "card_text": old.card_text,
                "maker_note": old.maker_note, "note": old.note,
                "cash_receipt": old.cash_receipt, "currency": old.row.currency,
            }  # fmt: skip
        return SaleForm(
            lines=tuple(line.form() for line in self._lines),
            contact_id=buyer.id if buyer else None,
            discount=self._discount,
            payments=self._payments(method),
            **told,  # type: ignore[arg-type]
        )

    def pay(self, method: str) -> None:
        """Record the sale as paid that way, and close once it is on the disk."""
        if not self.methods.isEnabled():
            return  # it is on its way
        if self.buyer.is_behind:
            self._waits = method  # for who buys
            return
        self._waits = ""
        if self.product.text() and not self.enter_product():
            return
        if not self._lines:
            self._refuse(self._kit.messages.say("form.lines.required"))
            self.product.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._write(self._doing(method))

    def accept(self) -> None:
        """Go on as Ctrl+Enter does: a change is saved, a sale asks how it is paid."""
        if self._amended is not None:
            self.pay("owed")
        else:
            self._ask_method()

    def scan(self, code: str) -> None:
        """Put what has that code into the basket."""
        self.product.put(code)
        self.enter_product()
        self.product.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter_product(self) -> bool:
        """Put what is typed into the basket; return whether it was understood."""
        text, subtotal = self.product.text(), sum(line.total for line in self._lines)
        typed = self.product.read(subtotal)
        if typed.line is not None:
            self._lines = merged(self._lines, typed.line)
            announce(self, typed.line.name)
        elif typed.discount is not None:
            self._discount = min(typed.discount, subtotal)
        elif typed.priceless is not None:
            self.product.put(f"{typed.priceless.name} ")
            self._refuse(self.tr("It has no price of its own: type it behind the name."))
            return False
        else:
            self._refuse_text(text, typed.unknown_code)
            return False
        self._refuse("")
        self.product.put("")
        self._show_basket()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if enter and held:
            self.accept()
        elif held and self.methods.press(event.text() or chr(event.key() & 0x7F)):
            event.accept()
        elif not enter:  # Enter belongs to the fields
            super().keyPressEvent(event)

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
        self.product.retranslate()
        self.basket.setAccessibleName(self.tr("What is sold"))
        self.basket.setAccessibleDescription(
            self.tr("Plus and minus change how many, Delete takes a line out.")
        )
        self.new_product_button.set_text(self.tr("Add it as a product"))
        self.save_button.set_text(self.tr("Save"))
        self.cancel_button.set_text(self.tr("Cancel"))
        self.methods.setAccessibleName(self.tr("How it is paid"))
        self._show_basket()

    def _build(self) -> None:
        self.setFixedWidth(round(WIDTH * self._kit.theme.text_scale))
        sums = QHBoxLayout()
        sums.setSpacing(12)
        sums.addWidget(self.off)
        sums.addStretch(1)
        sums.addWidget(self.total)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.new_product_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for part in (
            self.heading, self.buyer, self.product, self.problem, self.basket,
        ):  # fmt: skip
            column.addWidget(part)
        column.addLayout(sums)
        column.addWidget(self.methods)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.buyer.left.connect(self.product.setFocus)
        self.buyer.taken.connect(self._on_buyer_taken)
        self.buyer.missed.connect(self._on_buyer_missed)
        self.buyer.fitted.connect(self.adjustSize)
        self.product.typed.connect(lambda: self._refuse(""))
        self.product.entered.connect(self._on_product_entered)
        self.product.fitted.connect(self.adjustSize)
        self.basket.more_asked.connect(self._on_more)
        self.basket.removed.connect(self._on_removed)
        self.basket.left.connect(self._ask_method)
        self.methods.chosen.connect(self.pay)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.new_product_button.clicked.connect(lambda: self.product_asked.emit(self._code))
        self._kit.language.changed.connect(self.retranslate)

    def _begin(self) -> None:
        self._lines, self._discount = [], 0
        self._amended = self._exchange = None
        self.product.put("")
        self.methods.setEnabled(True)
        self._refuse("")

    def _come_up(self, detail: SaleDetail) -> None:
        self.buyer.choose(detail.row.contact_id)
        self.methods.setVisible(self._amended is None)
        self.save_button.setVisible(self._amended is not None)
        self.retranslate()
        self._offer_methods()
        self.open()
        self.product.setFocus(Qt.FocusReason.OtherFocusReason)

    def _currency(self) -> str:
        old = self._amended or (self._exchange.sale if self._exchange else None)
        return old.row.currency if old is not None else self._till.currency()

    def _payments(self, method: str) -> tuple[PaidForm, ...]:
        known = self.buyer.known
        if self._amended is not None or method == "owed":
            return ()
        if method == "pass":
            return (PaidForm(None, method, pass_id=known.passes[0].id),)
        if method == "points":
            worthy = next(each for each in known.points if each.worth)
            return (PaidForm(None, method, programme_id=worthy.programme_id),)
        return (PaidForm(None, method),)

    def _doing(self, method: str) -> Callable[[], object]:
        sales, form, old, exchange = (
            self._till.sales, self.form(method), self._amended, self._exchange,
        )  # fmt: skip
        if old is not None:
            return lambda: sales.amend(old.row.id, form)
        if exchange is not None:
            back = "cash" if method in ("owed", "pass", "points") else method
            row, lines = exchange.sale.row, dict(exchange.lines)
            return lambda: sales.exchange(row.id, lines, form, back)
        return lambda: sales.sell(form)

    def _write(self, doing: Callable[[], object]) -> None:
        self._refuse("")
        self.methods.setEnabled(False)
        self.save_button.setEnabled(False)

        def task(_ticket: Ticket) -> object:
            return doing()

        job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._on_sold)
        job.failed.connect(self._on_refused)

    def _on_sold(self) -> None:
        super().accept()

    def _on_refused(self, error: BaseException) -> None:
        self.methods.setEnabled(True)
        self.save_button.setEnabled(True)
        if isinstance(error, UserError):
            self._refuse(self._kit.messages.describe(error))
            self.methods.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._kit.runner.failed.emit(error)

    def _on_buyer_taken(self) -> None:
        chooses = self.methods.isAncestorOf(self.focusWidget() or self)
        self._offer_methods()
        if chooses:
            self.methods.setFocus(Qt.FocusReason.TabFocusReason)
        if (method := self._waits) in self.methods.buttons:
            self.pay(method)

    def _on_buyer_missed(self) -> None:
        self._waits = ""

    def _offer_methods(self) -> None:
        """Offer what this buyer can pay with; only somebody with a name can owe."""
        methods = ["cash", "card", "transfer"]
        if self.buyer.contact is not None:
            methods.append("owed")
        known = self.buyer.known
        if known.passes:
            methods.append("pass")
        if any(each.worth for each in known.points):
            methods.append("points")
        self.methods.offer(methods)

    def _on_product_entered(self) -> None:
        if self.product.text():
            self.enter_product()
        elif self._lines:
            self.accept()

    def _ask_method(self) -> None:
        if self.product.text() and not self.enter_product():
            return
        if self._lines:
            self.methods.setFocus(Qt.FocusReason.TabFocusReason)

    # The basket

    def _on_more(self, place: int, pieces: int) -> None:
        line = self._lines[place]
        quantity = line.quantity + pieces * ONE
        if quantity > 0:
            self._lines[place] = replace(line, quantity=quantity)
            self._show_basket()
        else:
            self._on_removed(place)

    def _on_removed(self, place: int) -> None:
        del self._lines[place]
        self._discount = min(self._discount, sum(line.total for line in self._lines))
        self._show_basket()
        if not self._lines:
            self.product.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_basket(self) -> None:
        money, code = self._kit.formats.money, self._currency()
        self.basket.show_lines(self._lines, code, self.tr("Amount"))
        total, tax = due(self._lines, self._discount, *self._till.tax())
        less = self.tr("Less {amount}").format(amount=money(self._discount, code))
        on_top = self.tr("Tax on top {amount}").format(amount=money(tax, code))
        told = [words for words, amount in ((less, self._discount), (on_top, tax)) if amount]
        self.off.set_text(" · ".join(told))
        self.total.set_text(money(total, code) if self._lines else "")
        change = self._amended is not None
        self.methods.setVisible(not change)
        self.save_button.setVisible(change)
        self.adjustSize()

    def _refuse_text(self, text: str, code: str) -> None:
        if code:
            self._code = code
            self.product.put("")
            self._refuse(self.tr("No product has the code {code}.").format(code=code))
            self.new_product_button.show()
        else:
            self._refuse(self.tr("No product is called “{text}”.").format(text=text))

    def _refuse(self, words: str) -> None:
        self.problem.show_hint(words)
        self.new_product_button.hide()
        if words:
            announce(self, words)
        self.adjustSize()
