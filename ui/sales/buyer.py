"""Who buys: found by the last digits or a name, and what they bought the last two times."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import GoneError
from app.shapes.contacts import FoundContact, FoundContacts
from app.shapes.sales import SaleRow
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.typed_search import TypedSearch
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.button import Button
from ui.common.widgets.found_list import FoundList
from ui.common.widgets.label import Label
from ui.common.widgets.search_field import SearchField
from ui.sales.ways import Known, known_of
from ui.sales.words import what_words

if TYPE_CHECKING:
    from ui.sales.till import Till

MOST = 20
FOUND_HEIGHT = 164
SIDE = 28


class Buyer(QWidget):
    """A search, then a name with two lines of what was bought before."""

    left = Signal()  # Enter: what follows is no longer typed here
    taken = Signal()  # somebody was chosen
    missed = Signal()  # nobody fits what was typed
    fitted = Signal()  # it is higher or lower now

    def __init__(self, kit: Kit, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._till = till
        self.contact: FoundContact | None = None
        self.is_behind = False  # somebody was asked for who is still being looked for
        self.known = Known()
        self.search = SearchField(theme, "", size=32, quiet=False)
        self.found = FoundList(theme)
        self.found.setFixedHeight(theme.height(FOUND_HEIGHT))
        self.nobody = Label(theme, "", colour="muted", wrap=True)
        self.avatar = Avatar(theme, "", 0, SIDE)
        self.name = Label(theme, "", "strong")
        self.phone = Label(theme, "", colour="muted", digits=True)
        self.change_button = Button(theme, "", "link", size="sm")
        self._person = QWidget()
        row = QHBoxLayout(self._person)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.avatar)
        row.addWidget(self.name)
        row.addWidget(self.phone, 1)
        row.addWidget(self.change_button)
        self.before = QVBoxLayout()
        self.before.setContentsMargins(SIDE + 10, 0, 0, 0)
        self.before.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self.found, self.nobody, self._person):
            column.addWidget(part)
        column.addLayout(self.before)
        self.search.submitted.connect(self._on_submitted)  # before the search itself
        self._typed = TypedSearch(kit, self.search, self._look)
        self._typed.answered.connect(self._on_found)
        self._typed.entered.connect(self._on_entered)
        self.search.moved.connect(self.found.step)
        self.found.chosen.connect(self._on_chosen)
        self.change_button.clicked.connect(self.ask)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.search.set_placeholder(self.tr("Customer: last four digits or name; Enter for none"))
        self.found.setAccessibleName(self.tr("Customers found"))
        self.nobody.set_text(self.tr("Nobody fits that. Empty it to sell without a name."))
        self.change_button.set_text(self.tr("Somebody else"))

    def choose(self, contact_id: int | None) -> None:
        """Show somebody who is known already, or the search."""
        contact = None
        if contact_id is not None:
            with suppress(GoneError):
                detail = self._till.contacts.detail(contact_id, story=False)
                phones = tuple(
                    p.value for p in detail.points if p.kind == "phone" and not p.invalid_reason
                )
                contact = FoundContact(detail.id, detail.name, phones, "name", detail.kind)
        self._show(contact)

    def ask(self) -> None:
        """Ask for somebody."""
        self._show(None)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, text: str) -> FoundContacts:
        if not text.strip():
            return FoundContacts((), more=False)
        return self._till.contacts.find(text.strip(), limit=MOST)

    def _on_found(self, found: FoundContacts) -> None:
        self.found.show_found(found.contacts)
        self.found.setVisible(bool(found.contacts))
        self.nobody.setVisible(bool(self.search.text().strip()) and not found.contacts)
        self.fitted.emit()

    def _on_submitted(self) -> None:
        """Let the next keys be for what follows, before anybody is found."""
        self.is_behind = bool(self.search.text().strip())
        self.left.emit()

    def _on_entered(self) -> None:
        self.is_behind = False
        if (contact := self.found.current()) is not None:
            self._take(contact)
        elif self.search.text().strip():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.missed.emit()

    def _take(self, contact: FoundContact) -> None:
        self._show(contact)
        self.taken.emit()

    def _on_chosen(self, contact: FoundContact) -> None:
        self._take(contact)
        self.left.emit()

    def _show(self, contact: FoundContact | None) -> None:
        self.contact = contact
        self.is_behind = False
        self.search.set_text("")
        self._typed.forget()
        self.found.show_found(())
        self.search.setVisible(contact is None)
        self.found.hide()
        self.nobody.hide()
        self._person.setVisible(contact is not None)
        self.known = Known()
        clear(self.before)
        if contact is not None:
            company = contact.kind == "company"
            self.avatar.show_contact(contact.name, avatar_colour(contact.id), company=company)
            self.name.set_text(contact.name)
            self.phone.set_text(contact.phones[0] if contact.phones else "")
            self._show_before(contact.id)
        self.fitted.emit()

    def _show_before(self, contact_id: int) -> None:
        till = self._till
        self.known = known_of(till, contact_id)
        bought = till.lists.last_bought(contact_id, limit=2)
        lines = [self._bought_words(row) for row in bought]
        for each in self.known.passes:
            left = each.remaining
            told = self._kit.formats.money(left, till.currency())
            many = self._kit.formats.number(left) if each.kind == "uses" else told
            lines.append(self.tr("{name}: {n} left").format(name=each.name, n=many))
        for balance in self.known.points:
            number = self._kit.formats.number(balance.points)
            lines.append(f"{balance.name}: {number}")
        for words in lines or [self.tr("Buys for the first time")]:
            self.before.addWidget(Label(self._kit.theme, words, "caption", "text-2", digits=True))

    def _bought_words(self, row: SaleRow) -> str:
        kit = self._kit
        return self.tr("{day}: {what}, {amount}").format(
            day=kit.formats.day(row.sold_on), what=what_words(row, kit),
            amount=kit.formats.money(row.total, row.currency),
        )  # fmt: skip
