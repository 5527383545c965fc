"""What a user can do with quotes: what was sent stays as it was."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from app.clock import Clock, stamp
from app.deal_ends import Sell, put_lines, win
from app.errors import Problem
from app.finishing import Desk
from app.inputs import require
from app.ops import Op
from app.quoting import (
    GOOD_FOR,
    deal_lines,
    form_of_deal,
    form_of_quote,
    quote_columns,
    quote_lines,
    quote_rows,
)
from app.shapes.deals import Won, WonForm
from app.shapes.quotes import QuoteDetail, QuoteForm, QuoteRow
from app.shop_clock import shop_now
from app.store import Store
from db.keys import clean

if TYPE_CHECKING:
    from datetime import date

    from db.models.quote import Quote
    from db.uow import UnitOfWork


class QuoteService:
    """Quotes and their versions; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock, sell: Sell) -> None:
        self._store = store
        self._now = now
        self._sell = sell

    def form(self, deal_id: int) -> QuoteForm:
        """Return the quote of a deal's lines, to be looked over; it is good for two weeks."""
        with self._store.read() as unit:
            until = self._today(unit) + GOOD_FOR
            form = form_of_deal(unit, unit.deals.get(deal_id))
            return replace(form, valid_until=until.isoformat())

    def add(self, deal_id: int, form: QuoteForm | None = None) -> int:
        """Write a quote for a deal, by default of its lines; return its id.

        Its number is the next of the year and is never given again.
        """
        with self._store.action(Op.ADD_QUOTE) as unit:
            deal = unit.deals.get(deal_id)
            told = form or form_of_deal(unit, deal)
            values, lines = quote_columns(unit, told, self._today(unit))
            year = int(values["issued_on"][:4])
            number, sequence = unit.quotes.next_number(year)
            made = unit.quotes.add(
                lines, **values, number=number, year=year, sequence=sequence, deal_id=deal_id,
                contact_id=deal.contact_id, currency=deal.currency, staff_id=self._store.actor_id,
            )  # fmt: skip
            unit.changes.add_facts(name=number)
            return made.id

    def edit(self, quote_id: int, form: QuoteForm) -> None:
        """Change a draft; raises InvalidInputError for what was sent."""
        with self._store.action(Op.EDIT_QUOTE) as unit:
            quote = _draft(unit, quote_id)
            values, lines = quote_columns(unit, form, self._today(unit))
            for column, value in values.items():
                setattr(quote, column, value)
            unit.quotes.put_lines(quote_id, lines)
            unit.changes.add_facts(name=quote.number)

    def new_version(self, quote_id: int, form: QuoteForm | None = None) -> int:
        """Write the next version of a quote, by default what it says; return its id."""
        with self._store.action(Op.ADD_QUOTE) as unit:
            quote = unit.quotes.get(quote_id)
            told = form or form_of_quote(unit, quote)
            values, lines = quote_columns(unit, told, self._today(unit))
            made = unit.quotes.add(
                lines, **values, number=quote.number, year=quote.year, sequence=quote.sequence,
                version=unit.quotes.last_version(quote) + 1, deal_id=quote.deal_id,
                contact_id=quote.contact_id, currency=quote.currency,
                staff_id=self._store.actor_id,
            )  # fmt: skip
            unit.changes.add_facts(name=quote.number)
            return made.id

    def send(self, quote_id: int) -> None:
        """Say that a quote was sent: from then on it stays as it is."""
        with self._store.action(Op.SEND_QUOTE) as unit:
            quote = _draft(unit, quote_id)
            quote.status, quote.sent_at = "sent", stamp(self._now())
            unit.changes.add_facts(name=quote.number)

    def accept(self, quote_id: int, form: WonForm) -> Won:
        """Say that a quote was accepted: its deal is won with what it offers.

        A draft counts as sent. Raises InvalidInputError for one that was decided on, and for a
        deal that is closed.
        """
        with self._store.action(Op.ACCEPT_QUOTE) as unit:
            quote = unit.quotes.get(quote_id)
            require(quote.decided_at is None, "quote", Problem.SENT)
            deal = unit.deals.get(quote.deal_id)
            require(deal.closed_at is None, "deal", Problem.CLOSED)
            put_lines(unit, deal, deal_lines(unit, quote), quote.discount)
            if deal.amount != quote.total:  # tax was told another way than the shop's
                deal.amount, deal.from_lines = quote.total, 0
            now = stamp(self._now())
            quote.status, quote.sent_at, quote.decided_at = "accepted", quote.sent_at or now, now
            unit.changes.add_facts(name=quote.number)
            return win(unit, deal, form, Desk(self._store.actor_id, self._now()), self._sell)

    def refuse(self, quote_id: int, note: str = "") -> None:
        """Say that a quote was refused, and why; its deal goes on."""
        with self._store.action(Op.REFUSE_QUOTE) as unit:
            quote = unit.quotes.get(quote_id)
            require(quote.decided_at is None, "quote", Problem.SENT)
            now = stamp(self._now())
            quote.status, quote.sent_at, quote.decided_at = "refused", quote.sent_at or now, now
            quote.refused_note = clean(note) or None
            unit.changes.add_facts(name=quote.number)

    def reopen(self, quote_id: int) -> None:
        """Take back what was decided on a quote; its deal is left as it is."""
        with self._store.action(Op.REOPEN_QUOTE) as unit:
            quote = unit.quotes.get(quote_id)
            require(quote.decided_at is not None, "quote")
            quote.status, quote.decided_at, quote.refused_note = "sent", None, None
            unit.changes.add_facts(name=quote.number)

    def remove(self, quote_ids: Collection[int]) -> None:
        """Put drafts in the trash; raises InvalidInputError for what was sent."""
        with self._store.action(Op.REMOVE_QUOTES, count=len(quote_ids)) as unit:
            for quote_id in quote_ids:
                _draft(unit, quote_id)
            unit.quotes.put_in_trash(quote_ids)

    def get(self, quote_id: int) -> QuoteDetail:
        """Return one version of a quote whole; raise GoneError if it is not there."""
        with self._store.read() as unit:
            quote = unit.quotes.get(quote_id)
            (row,) = quote_rows(unit, self._now, quote_id=quote_id)
            staff = {staff_id: name for staff_id, name, _role in unit.settings.staff()}
            added = bool(quote.tax_added)
            supply = quote.total - quote.tax
            return QuoteDetail(
                row, quote_lines(unit, quote), quote.discount, added, quote.subtotal, supply,
                quote.tax, quote.recipient or "", quote.note or "", quote.terms or "",
                quote.refused_note or "", staff.get(quote.staff_id or 0, ""),
            )  # fmt: skip

    def of_deal(self, deal_id: int) -> list[QuoteRow]:
        """Return the quotes of a deal, the newest first."""
        with self._store.read() as unit:
            return quote_rows(unit, self._now, deal_id=deal_id)

    def page(
        self, *, offset: int = 0, limit: int = 256, statuses: Collection[str] = ()
    ) -> list[QuoteRow]:
        """Return one window of all quotes, the newest first."""
        with self._store.read() as unit:
            return quote_rows(unit, self._now, statuses=tuple(statuses), limit=limit, offset=offset)

    def _today(self, unit: UnitOfWork) -> date:
        return shop_now(self._now(), unit.settings.all()).date()


def _draft(unit: UnitOfWork, quote_id: int) -> Quote:
    quote = unit.quotes.get(quote_id)
    require(quote.status == "draft", "quote", Problem.SENT)
    return quote
