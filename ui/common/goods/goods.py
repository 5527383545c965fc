"""What is sold or offered: the field it is typed into, the basket, what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.amounts import ONE, line_total
from ui.common.goods.basket import Basket, BasketLine
from ui.common.goods.line_list import BasketList
from ui.common.goods.product_entry import ProductEntry
from ui.common.goods.typed import Typed
from ui.common.goods.words import off_words
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce

if TYPE_CHECKING:
    from app.services.products import ProductService


class Counter(Protocol):
    """What the shop sells, and how it counts."""

    @property
    def products(self) -> ProductService:
        """The catalogue."""

    @property
    def currency(self) -> Callable[[], str]:
        """What prices are in."""

    @property
    def tax(self) -> Callable[[], tuple[bool, int]]:
        """Whether tax comes on top of prices, and its usual rate."""


class Goods(QWidget):
    """Puts into a basket what is typed or scanned, and says why where it cannot."""

    changed = Signal()
    left = Signal()  # Enter with nothing typed: go on
    product_asked = Signal(str)  # a code that no product has
    fitted = Signal()  # it is higher or lower now

    def __init__(self, kit: Kit, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._counter = counter
        self._basket = Basket()
        self._currency = counter.currency()
        self._code = ""  # the last one nobody knew
        self.product = ProductEntry(kit, counter.products, lambda: self._currency)
        self.problem = FieldHint(theme)
        self.new_product_button = Button(theme, "", "link", size="sm")
        self.basket = BasketList(kit)
        self.off = Label(theme, "", colour="text-2", digits=True)
        self.total = Label(theme, "", "heading", digits=True)
        self.setFocusProxy(self.product)
        self._build()
        self.product.typed.connect(lambda: self.refuse(""))
        self.product.entered.connect(self._on_entered)
        self.product.fitted.connect(self.fitted)
        self.basket.more_asked.connect(self._on_more)
        self.basket.off_asked.connect(self._on_off_asked)
        self.basket.removed.connect(self._on_removed)
        self.basket.left.connect(self.left)
        self.new_product_button.clicked.connect(lambda: self.product_asked.emit(self._code))

    @property
    def lines(self) -> list[BasketLine]:
        """What stands in the basket."""
        return self._basket.lines

    @property
    def discount(self) -> int:
        """What is taken off the whole."""
        return self._basket.discount

    @property
    def due(self) -> int:
        """What it comes to."""
        return self._basket.due(*self._counter.tax())[0]

    def show_basket(self, basket: Basket, currency: str) -> None:
        """Show other things, in their currency."""
        self._basket, self._currency = basket, currency
        self.product.put("")
        self.refuse("")
        self._show()

    def is_ready(self) -> bool:
        """Take what is still typed; return whether there is something to sell, or say why not."""
        if self.product.text() and not self.enter():
            return False
        if not self.lines:
            self.refuse(self._kit.messages.say("form.lines.required"))
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self.lines)

    def enter(self) -> bool:
        """Put what is typed into the basket; return whether it was understood."""
        taken = self._take(self.product.read(), self.product.text())
        if taken:
            self.product.put("")
        return taken

    def scan(self, code: str) -> None:
        """Put what has that code into the basket, or offer to make it a product."""
        typed = self.product.read_code(code)
        if typed.priceless is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(typed, code)

    def is_known(self, code: str) -> bool:
        """Tell whether a product has that code."""
        return self._counter.products.by_barcode(code) is not None

    def refuse(self, words: str) -> None:
        """Say what is wrong; nothing where there is nothing."""
        self.problem.show_hint(words)
        self.new_product_button.hide()
        if words:
            announce(self, words)
        self.fitted.emit()

    def retranslate(self) -> None:
        """Set every word again."""
        self.product.retranslate()
        self.basket.setAccessibleName(self.tr("What is sold"))
        self.basket.setAccessibleDescription(
            self.tr("Plus and minus change how many, % takes something off, Delete takes it out.")
        )
        self.new_product_button.set_text(self.tr("Add it as a product"))
        self._show()

    def _build(self) -> None:
        sums, hint = QHBoxLayout(), QHBoxLayout()
        for row in (sums, hint):
            row.setSpacing(8)
        hint.addWidget(self.problem)
        hint.addWidget(self.new_product_button)
        sums.addWidget(self.off)
        sums.addStretch(1)
        sums.addWidget(self.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.product)
        column.addLayout(hint)
        column.addWidget(self.basket)
        column.addLayout(sums)

    def _take(self, typed: Typed, text: str) -> bool:
        """Put what was typed or scanned into the basket, or say why not."""
        basket = self._basket
        if typed.named and typed.off is not None and (line := basket.find(typed.named)):
            too_much = typed.off.amount > line_total(line.quantity, line.unit_price)
            one = replace(line, quantity=ONE, off=typed.off)
            typed = Typed(too_much=True) if too_much else Typed(one, typed.off)
        if typed.line is not None and not typed.too_much:
            (basket.take_off if typed.off is not None else basket.add)(typed.line)
            announce(self, typed.line.name)
        elif why := self._why_not(typed, text):
            self.refuse(why)
            self.new_product_button.setVisible(bool(typed.unknown_code))
            return False
        elif typed.off is not None:
            basket.off = typed.off
        self.refuse("")
        self._show()
        return True

    def _why_not(self, typed: Typed, text: str) -> str:
        """Return what keeps typed text out of the basket; nothing where it is a discount."""
        if typed.priceless is not None:
            self.product.put(f"{typed.priceless.name} ")
            return self.tr("It has no price of its own: type it behind the name.")
        if typed.unknown_code:
            self._code = typed.unknown_code
            if self.product.text() == typed.unknown_code:
                self.product.put("")
            return self.tr("No product has the code {code}.").format(code=typed.unknown_code)
        words = ""
        if typed.negative:
            words = self.tr(
                "An amount below zero cannot be sold. -5000 or -10% takes something off."
            )
        elif typed.named or (typed.off is None and not typed.too_much):
            words = self.tr("No product is called “{text}”.").format(text=typed.named or text)
        elif not self.lines:
            words = self.tr("Nothing is in the sale yet that it could be taken off.")
        elif typed.too_much or (typed.off and typed.off.amount > self._basket.subtotal):
            words = self.tr("No more can be taken off than it costs.")
        return words

    def _on_entered(self) -> None:
        if self.product.text():
            self.enter()
        elif self.lines:
            self.left.emit()

    def _on_more(self, place: int, pieces: int) -> None:
        if self._basket.more(place, pieces):
            self._show()
        else:
            self._on_removed(place)

    def _on_off_asked(self, place: int) -> None:
        """Let somebody type what is taken off a line."""
        line = self.lines[place]
        self.product.put(f"{line.name or line.unit_price} -")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self, place: int) -> None:
        del self.lines[place]
        self._show()
        if not self.lines:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        kit, basket, code = self._kit, self._basket, self._currency
        money = kit.formats.money
        self.basket.show_lines(self.lines, code, self.tr("Amount"))
        total, tax = basket.due(*self._counter.tax())
        less = self.tr("Less {amount}").format(amount=money(basket.discount, code))
        if basket.off.part:
            less = f"{off_words(basket.off, code, kit)} · {less}"
        on_top = self.tr("Tax on top {amount}").format(amount=money(tax, code))
        told = [words for words, amount in ((less, basket.discount), (on_top, tax)) if amount]
        self.off.set_text(" · ".join(told))
        self.total.set_text(money(total, code) if self.lines else "")
        self.changed.emit()
        self.fitted.emit()
