"""The panel beside the list: everything about one sale."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.shapes.payments import PaymentRow
from app.shapes.sales import SaleDetail
from ui.common.bars import clear
from ui.common.goods.words import quantity_words
from ui.common.kit import Kit
from ui.common.widgets.block import Block
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.common.widgets.pill import Pill
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.quick_button import QuickButton
from ui.sales.panel_parts import MoneyLine
from ui.sales.words import (
    LOOKS,
    buyer_words,
    due_words,
    line_words,
    method_words,
    state_words,
)

WIDTH, NARROW = 372, 320
BAR = 48
SIDE = 20
OPEN = ("open", "partial", "paid")  # states of a sale of which something can be given back


class SalePanel(QFrame):
    """Shows one sale and passes on what is to be done with it."""

    pay_asked = Signal()
    refund_asked = Signal()
    exchange_asked = Signal()
    receipt_asked = Signal()
    details_asked = Signal()
    change_asked = Signal()
    cancel_asked = Signal()
    remove_asked = Signal()
    payment_removed = Signal(object)  # payment id
    sale_asked = Signal(object)  # the id of another sale
    contact_asked = Signal(object)  # contact id
    closed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Detail")
        self._kit = kit
        self.detail: SaleDetail | None = None
        self._build()
        self._connect()
        self.retranslate()
        self.show_sale(None)

    def show_sale(self, detail: SaleDetail | None) -> None:
        """Show a sale, or that none is selected."""
        anew = detail is None or self.detail is None or detail.row.id != self.detail.row.id
        self.detail = detail
        self._whole.setVisible(detail is not None)
        self.nothing.setVisible(detail is None)
        if detail is not None:
            self._fill(detail)
        if anew:
            self._area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Sale"))
        self.nothing.set_text(self.tr("Select a sale to see all of it."))
        self.close_button.set_name(self.tr("Close"), "Esc")
        self.more_button.set_name(self.tr("More"))
        for button, words, key in (
            (self.pay_button, self.tr("Payment"), "P"),
            (self.refund_button, self.tr("Refund"), "R"),
            (self.exchange_button, self.tr("Exchange"), "X"),
            (self.receipt_button, self.tr("Receipt"), "Ctrl+P"),
        ):
            button.setText(words)
            button.setToolTip(f"{words}  {key}")
        self.change_action.setText(self.tr("Change the sale"))
        self.details_action.setText(self.tr("Delivery and card"))
        self.cancel_action.setText(self.tr("Cancel the sale"))
        self.remove_action.setText(self.tr("Move to trash"))
        if self.detail is not None:
            self._fill(self.detail)

    def open_menu(self, at: QPoint) -> None:
        """Offer what is done seldom."""
        self._menu.popup(at)

    def _build(self) -> None:
        theme = self._kit.theme
        self.number = Label(theme, "", colour="muted", digits=True)
        self.more_button = IconButton(theme, "ellipsis", "")
        self.close_button = IconButton(theme, "x", "")
        self.amount = Label(theme, "", "title", digits=True)
        self.pill = Pill(theme, "", "neutral")
        self.buyer = Button(theme, "", "link", size="sm")
        self.when = Label(theme, "", colour="muted", digits=True)
        self.pay_button = QuickButton(theme, "", "banknote")
        self.refund_button = QuickButton(theme, "", "undo-2")
        self.exchange_button = QuickButton(theme, "", "repeat")
        self.receipt_button = QuickButton(theme, "", "receipt")
        self._menu = Menu(theme, parent=self)
        self.change_action = self._menu.add("", "pencil", "E")
        self.details_action = self._menu.add("", "truck", "D")
        self.cancel_action = self._menu.add("", "ban", danger=True)
        self.remove_action = self._menu.add("", "trash-2", danger=True)
        self.lines, self.payments, self.refunds, self.given = (Block(self._kit) for _ in range(4))
        self.nothing = Label(
            theme, "", colour="muted", wrap=True, align=Qt.AlignmentFlag.AlignCenter
        )
        bar = QFrame()
        bar.setObjectName("Toolbar")
        bar.setFixedHeight(theme.height(BAR, space=BAR - 20))
        top = QHBoxLayout(bar)
        top.setContentsMargins(SIDE, 0, 12, 0)
        top.setSpacing(4)
        top.addWidget(self.number, 1)
        top.addWidget(self.more_button)
        top.addWidget(self.close_button)
        self._whole = QWidget()
        self._whole.setProperty("clear", "true")
        self._fill_whole()
        holder = QWidget()
        holder.setProperty("clear", "true")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(SIDE, 16, SIDE, 20)
        inner.addWidget(self._whole)
        inner.addWidget(self.nothing)
        inner.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(holder)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._area, 1)
        self.setMinimumWidth(NARROW)

    def _fill_whole(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.amount)
        head.addWidget(self.pill)
        head.addStretch(1)
        who = QHBoxLayout()
        who.setSpacing(4)
        who.addWidget(self.buyer)
        who.addWidget(self.when, 1)
        quick = QGridLayout()
        quick.setSpacing(8)
        for place, button in enumerate(
            (self.pay_button, self.refund_button, self.exchange_button, self.receipt_button)
        ):
            quick.addWidget(button, 0, place)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(who)
        column.addSpacing(4)
        column.addLayout(quick)
        for block in (self.lines, self.payments, self.refunds, self.given):
            column.addWidget(block)

    def _connect(self) -> None:
        self.pay_button.clicked.connect(self.pay_asked)
        self.refund_button.clicked.connect(self.refund_asked)
        self.exchange_button.clicked.connect(self.exchange_asked)
        self.receipt_button.clicked.connect(self.receipt_asked)
        self.change_action.triggered.connect(self.change_asked)
        self.details_action.triggered.connect(self.details_asked)
        self.cancel_action.triggered.connect(self.cancel_asked)
        self.remove_action.triggered.connect(self.remove_asked)
        self.close_button.clicked.connect(self.closed)
        self.buyer.clicked.connect(self._on_buyer)
        self.more_button.clicked.connect(
            lambda: self.open_menu(
                self.more_button.mapToGlobal(self.more_button.rect().bottomLeft())
            )
        )

    def _on_buyer(self) -> None:
        if self.detail is not None and self.detail.row.contact_id is not None:
            self.contact_asked.emit(self.detail.row.contact_id)

    def _fill(self, detail: SaleDetail) -> None:
        kit, row = self._kit, detail.row
        role, icon = LOOKS.get(row.status, ("neutral", ""))
        self.number.set_text(row.number)
        self.amount.set_text(kit.formats.money(row.total, row.currency))
        self.pill.show_state(state_words(row.status, kit), role, icon)
        self.pill.updateGeometry()
        self.buyer.set_text(buyer_words(row))
        self.buyer.setEnabled(row.contact_id is not None)
        self.buyer.updateGeometry()
        when = kit.formats.exact(row.sold_at) if row.sold_at else kit.formats.day(row.sold_on)
        self.when.set_text(" · ".join(part for part in (when, row.channel, row.staff) if part))
        lives = row.status in OPEN
        self.pay_button.setEnabled(lives and row.owed > 0)
        self.refund_button.setEnabled(lives)
        self.exchange_button.setEnabled(lives)
        self.details_action.setEnabled(row.status != "refund")
        self.cancel_action.setEnabled(lives and not detail.refunds)
        self.change_action.setEnabled(lives and not detail.refunds)
        self._fill_lines(detail)
        self._fill_payments(detail)
        self._fill_refunds(detail)
        self._fill_given(detail)

    def _fill_lines(self, detail: SaleDetail) -> None:
        kit, code = self._kit, detail.row.currency
        money = kit.formats.money
        self.lines.header.set_title(self.tr("What was sold"))
        clear(self.lines.rows)
        for line in detail.lines:
            below = self.tr("{quantity} × {price}").format(
                quantity=quantity_words(line.quantity, kit), price=money(line.unit_price, code)
            )
            if line.description and line.name != line.description:
                below = f"{line.description} · {below}"
            if line.discount:
                below += self.tr(", less {amount}").format(amount=money(line.discount, code))
            if line.refunded:
                back = quantity_words(line.refunded, kit)
                below += self.tr(", {n} given back").format(n=back)
            self.lines.rows.addWidget(
                MoneyLine(kit, line_words(line), money(line.total, code), below)
            )
        sums = [(self.tr("Discount"), -detail.discount)] if detail.discount else []
        if detail.tax_added:
            sums.append((self.tr("Tax"), detail.tax))
        for words, amount in sums:
            self.lines.rows.addWidget(MoneyLine(kit, words, money(amount, code), colour="text-2"))
        told = (
            ""
            if detail.tax_added or not detail.tax
            else self.tr("Tax in it: {tax}").format(tax=money(detail.tax, code))
        )
        total = MoneyLine(kit, self.tr("Total"), money(detail.row.total, code), told, strong=True)
        self.lines.rows.addWidget(total)

    def _fill_payments(self, detail: SaleDetail) -> None:
        kit, code = self._kit, detail.row.currency
        money = kit.formats.money
        self.payments.header.set_title(self.tr("Payments"))
        clear(self.payments.rows)
        for payment in detail.payments:
            self.payments.rows.addWidget(self._payment_line(payment, code))
        if detail.row.owed:
            owed = money(detail.row.owed, code)
            line = MoneyLine(kit, self.tr("Owed"), owed, strong=True, colour="warning")
            self.payments.rows.addWidget(line)
        self.payments.setVisible(self.payments.rows.count() > 0)

    def _payment_line(self, payment: PaymentRow, code: str) -> MoneyLine:
        kit = self._kit
        words = method_words(payment.method, kit)
        if payment.is_exchange:
            words = self.tr("Exchange")
        elif payment.amount < 0:
            words = self.tr("Given back: {method}").format(method=words)
        when = kit.formats.moment(payment.at) if payment.at else kit.formats.day(payment.on)
        remove = IconButton(kit.theme, "x", self.tr("Remove the payment"), size=24)
        remove.clicked.connect(partial(self.payment_removed.emit, payment.id))
        amount = kit.formats.money(payment.amount, code)
        below = " · ".join(part for part in (when, payment.staff) if part)
        return MoneyLine(kit, words, amount, below, after=remove)

    def _fill_refunds(self, detail: SaleDetail) -> None:
        kit = self._kit
        self.refunds.header.set_title(self.tr("Belongs to it"))
        clear(self.refunds.rows)
        related = [(each.id, self.tr("Refund"), each) for each in detail.refunds]
        for sale_id, words, each in related:
            link = Button(kit.theme, self.tr("Show"), "link", size="sm")
            link.clicked.connect(partial(self.sale_asked.emit, sale_id))
            amount = kit.formats.money(each.total, each.currency)
            line = MoneyLine(kit, words, amount, kit.formats.day(each.sold_on), after=link)
            self.refunds.rows.addWidget(line)
        for other_id, words in (
            (detail.row.refunds_id, self.tr("Show the sale that is given back")),
            (detail.exchange_of_id, self.tr("Show the sale it was exchanged for")),
        ):
            if other_id is not None:
                link = Button(kit.theme, words, "link", size="sm")
                link.clicked.connect(partial(self.sale_asked.emit, other_id))
                self.refunds.rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.refunds.setVisible(self.refunds.rows.count() > 0)

    def _fill_given(self, detail: SaleDetail) -> None:
        kit, row = self._kit, detail.row
        self.given.header.set_title(self.tr("Delivery and card"))
        clear(self.given.rows)
        handover = kit.messages.say(f"handover.{row.handover}") if row.handover else ""
        place = " ".join(part for part in (detail.postcode, detail.address) if part)
        for words, value in (
            (self.tr("Handed over"), handover),
            (self.tr("Due"), due_words(row.due_at, kit) if row.due_at else ""),
            (self.tr("Recipient"), detail.recipient_name),
            (self.tr("Phone"), detail.recipient_phone),
            (self.tr("Address"), place),
            (self.tr("Cash receipt"), detail.cash_receipt),
        ):
            if value:
                self.given.rows.addWidget(PropertyRow(kit.theme, words, value))
        for words, value in (
            (self.tr("Card text"), detail.card_text),
            (self.tr("For the maker"), detail.maker_note),
            (self.tr("Note"), detail.note),
        ):
            if value:
                self.given.rows.addSpacing(8)
                self.given.rows.addWidget(Label(kit.theme, words, "caption", "muted"))
                self.given.rows.addWidget(Label(kit.theme, value, wrap=True))
        self.given.setVisible(self.given.rows.count() > 0)
