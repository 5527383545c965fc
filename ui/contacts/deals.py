"""The deals of a contact on its page and in the panel."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.jobs import Ticket
from app.shapes.contacts import ContactDetail
from app.shapes.deals import ContactDeals
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.contacts.open_deal import OpenDeal
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.deal_board import DealBoardService

MOST = 4  # deals shown


class DealsSection(ContactSection):
    """Open deals as cards, and what was won. A company's people's are its too."""

    tables = frozenset({"deal", "pipeline_stage", "task", "contact", "setting"})
    opened = Signal(object)  # deal id
    new_asked = Signal(object)  # contact id

    def __init__(self, kit: Kit, board: DealBoardService, currency: Callable[[], str]) -> None:
        super().__init__(kit)
        self._board = board
        self._currency = currency
        self.cards: list[OpenDeal] = []
        self.new_button: Button | None = None  # where there is none
        self.rows.setSpacing(8)

    def show_contact(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            clear(self.rows)
            self.cards = []
        super().show_contact(detail)

    def refresh(self) -> None:
        if self._detail is not None:  # what is shown stays until it is read anew
            self.fill(self._detail)

    def fill(self, detail: ContactDetail) -> None:
        self.header.set_title(self.tr("Open deals"))
        self.add_button.set_name(self.tr("New deal"))
        contact_id, board = detail.id, self._board
        together = detail.kind != "person"

        def task(_ticket: Ticket) -> ContactDeals:
            return board.of_contact(contact_id, together=together)

        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(partial(self._on_read, contact_id))

    def add_asked(self) -> None:
        if self.contact_id is not None:
            self.new_asked.emit(self.contact_id)

    def _on_read(self, contact_id: int, read: ContactDeals) -> None:
        if contact_id != self.contact_id:
            return
        kit, number = self._kit, self._kit.formats.number
        focused = next((card.row.id for card in self.cards if card.hasFocus()), None)
        clear(self.rows)
        self.cards = []
        self.header.set_count(number(len(read.open)) if read.open else "")
        for row in read.open[:MOST]:
            card = OpenDeal(kit, row)
            card.opened.connect(partial(self.opened.emit, row.id))
            self.rows.addWidget(card)
            self.cards.append(card)
            if row.id == focused:
                card.setFocus()
        if len(read.open) > MOST:
            more = self.tr("{n} more").format(n=number(len(read.open) - MOST))
            self.rows.addWidget(Label(kit.theme, more, "caption", "muted"))
        self.new_button = None
        if not read.open:
            self.new_button = new = Button(kit.theme, self.tr("New deal"), "link")
            new.clicked.connect(self.add_asked)
            self.rows.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        if won := self._won_words(read):
            self.rows.addWidget(Label(kit.theme, won, "caption", "text-2", digits=True))

    def _won_words(self, read: ContactDeals) -> str:
        if not read.won:
            return ""
        formats = self._kit.formats
        one, many = self.tr("1 deal won: {amount}"), self.tr("{n} deals won: {amount}")
        words = one if read.won == 1 else many
        amount = formats.money(read.won_value, self._currency())
        return words.format(n=formats.number(read.won), amount=amount)
