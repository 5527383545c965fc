"""What somebody bought and owes, on their page and in the panel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.jobs import Ticket
from app.shapes.contacts import ContactDetail
from app.shapes.sales import PurchaseCard, SaleFilter, SaleRow
from ui.common.bars import clear
from ui.common.flow import FlowLayout
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.toggle import Toggle
from ui.contacts.purchase_words import before_words, favourite_words, gap_words
from ui.contacts.sale_line import SaleLine
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.sale_lists import SaleListService

RECENT = 4  # sales told of on the page
BETWEEN = 4  # px between the figures and the sales
Read = tuple[PurchaseCard, list[SaleRow], int]


class PurchaseSection(ContactSection):
    """Figures and the last sales; B records a sale.

    On the `page` it is always there; the panel shows it only where something was bought.
    """

    tables = frozenset({"sale", "sale_line", "payment", "product", "setting"})
    decides = True
    letter = "b"
    sale_asked = Signal(object)  # contact id: a new one is to be recorded
    all_asked = Signal(object, bool)  # ContactDetail, with the people of it
    pay_asked = Signal(object)  # contact id
    pass_asked = Signal()
    points_asked = Signal()
    opened = Signal(object)  # sale id

    def __init__(
        self,
        kit: Kit,
        lists: SaleListService,
        *,
        page: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent=parent)
        self._lists = lists
        self._page = page
        self.card: PurchaseCard | None = None
        self.total = Label(kit.theme, "", strong=True, digits=True)
        self.total.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # never cut
        self.together = Toggle(kit.theme)
        self.header.add(self.total)
        self.header.add(self.add_button)  # behind it
        self.rows.setSpacing(0)
        self.together.hide()
        self._column.insertWidget(1, self.together)
        self.together.toggled.connect(lambda _on: self.refresh())

    def show_contact(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            self.card = None
            self.together.setChecked(False)
            clear(self.rows)
            self.total.set_text("")
        super().show_contact(detail)

    def refresh(self) -> None:
        if self._detail is not None:  # what is shown stays until it is read anew
            self.fill(self._detail)

    def fill(self, detail: ContactDetail) -> None:
        self.header.set_title(self.tr("Purchases"))
        self.add_button.set_name(self.tr("Record sale, add a pass"), "B")
        self.together.setText(self.tr("Together with its people"))
        self.together.setVisible(self._page and detail.kind != "person")
        contact_id, lists = detail.id, self._lists
        together = self.together.isChecked()

        def task(_ticket: Ticket) -> Read:
            card = lists.card(contact_id, together=together)
            ids = lists.buyers(contact_id) if together else (contact_id,)
            wanted = SaleFilter(contact_ids=ids)
            return card, lists.page(wanted, offset=0, limit=RECENT), lists.count(wanted)

        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(partial(self._on_read, contact_id))

    def add_asked(self) -> None:
        if self._detail is None:
            return
        menu = Menu(self._kit.theme, parent=self)
        menu.setAccessibleName(self.tr("Purchases"))
        menu.add(self.tr("Record sale"), "receipt", "B").triggered.connect(self.letter_pressed)
        menu.add(self.tr("Add a prepaid pass"), "ticket").triggered.connect(self.pass_asked)
        menu.add(self.tr("Put points right"), "gift").triggered.connect(self.points_asked)
        popup(menu, under(self.add_button))
        menu.setActiveAction(menu.actions()[0])

    def letter_pressed(self) -> None:
        self.sale_asked.emit(self.contact_id)

    def _on_read(self, contact_id: int, read: Read) -> None:
        if contact_id != self.contact_id:
            return
        card, recent, count = read
        self.card = card
        clear(self.rows)
        bought = bool(count or card.visits)
        kit, money = self._kit, self._kit.formats.money
        self.header.set_count(kit.formats.number(count) if bought else "")
        self.total.set_text(money(card.total, card.currency) if bought else "")
        for words, value in self._figures(card):
            self.rows.addWidget(self._row(words, value))
        if card.owed:
            self.rows.addWidget(self._owed_row(card))
        if count and self._page:
            self._add_sales(recent)
            self._add_all(count)
        elif not self.rows.count():
            words = self.tr("Nothing was bought yet.")
            self.rows.addWidget(Label(kit.theme, words, colour="muted"))
        self._order_tab()
        before = card.opening_total or card.opening_visits
        self.setVisible(self._page or bought or bool(before))

    def _figures(self, card: PurchaseCard) -> list[tuple[str, str]]:
        kit = self._kit
        money = kit.formats.money
        figures = []
        if card.visits:
            figures.append((self.tr("Visits"), kit.formats.number(card.visits)))
            figures.append((self.tr("Average"), money(card.average or 0, card.currency)))
            figures.append((self.tr("12 months"), money(card.year, card.currency)))
        if card.last_on:
            figures.append((self.tr("Last"), kit.formats.day(card.last_on)))
        if card.usual_gap:
            figures.append((self.tr("Usually"), gap_words(card.usual_gap, kit)))
        if card.favourites and self._page:
            figures.append((self.tr("Likes"), favourite_words(card.favourites, kit)))
        for code, amount in card.others:
            figures.append((self.tr("In {code}").format(code=code), money(amount, code)))
        if before := before_words(card, kit):
            figures.append((self.tr("Before"), before))
        return figures

    def _row(self, words: str, value: str) -> PropertyRow:
        row = PropertyRow(self._kit.theme, words, value)
        row.setAccessibleName(f"{words}: {value}")
        return row

    def _owed_row(self, card: PurchaseCard) -> QWidget:
        """Return what is owed and the way to pay it, below each other where it is narrow."""
        theme, words = self._kit.theme, self.tr("Owed")
        amount = self._kit.formats.money(card.owed, card.currency)
        row = self._row(words, "")
        row.put_before(Label(theme, amount, colour="warning", strong=True, digits=True))
        row.setAccessibleName(f"{words}: {amount}")
        holder = QWidget(self)
        holder.setProperty("clear", "true")
        flow = FlowLayout(holder, gap=0)
        flow.addWidget(row)
        if card.owed > 0 and not self.together.isChecked():
            pay = Button(theme, self.tr("Take payment"), "link", size="sm")
            pay.clicked.connect(lambda: self.pay_asked.emit(self.contact_id))
            flow.addWidget(pay)
        return holder

    def _order_tab(self) -> None:
        """Let Tab go on from the heading: what is made late comes last in the window."""
        last: QWidget = self.add_button
        for place in range(self.rows.count()):
            item = self.rows.itemAt(place)
            if item is None or (row := item.widget()) is None:
                continue
            for part in (row, *row.findChildren(QWidget)):
                if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    self.setTabOrder(last, part)
                    last = part

    def _add_sales(self, recent: list[SaleRow]) -> None:
        days = [self._kit.formats.short_day(sale.sold_on) for sale in recent]
        self.rows.addSpacing(BETWEEN)
        for sale in recent:
            line = SaleLine(self._kit, sale, days)
            line.opened.connect(self.opened)
            self.rows.addWidget(line)

    def _add_all(self, count: int) -> None:
        words = self.tr("Show all {n}").format(n=self._kit.formats.number(count))
        button = Button(self._kit.theme, words, "link", size="sm")
        button.clicked.connect(lambda: self.all_asked.emit(self._detail, self.together.isChecked()))
        self.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
