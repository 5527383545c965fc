"""Sales as screens ask for them: lists, days, products, what is owed, what somebody bought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from app.clock import Clock
from app.day import today
from app.errors import GoneError, Problem
from app.inputs import day_or_none, require
from app.settings import CURRENCY
from app.shapes.passes import PassRow
from app.shapes.payments import PaymentRow
from app.shapes.sales import (
    SORTS,
    Favourite,
    ItemSums,
    ItemTotal,
    LineRow,
    PeriodTotal,
    PurchaseCard,
    Receivable,
    SaleDetail,
    SaleFilter,
    SaleRow,
    SaleTotals,
)
from app.store import Store
from db.repositories.summaries import summed

if TYPE_CHECKING:
    from db.uow import UnitOfWork

FAVOURITES = 3
AGES = (30, 60, 90)  # days after which what is owed is older


class SaleListService:
    """Reads sales; money is in the shop's currency unless a row says otherwise."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def page(self, wanted: SaleFilter, *, offset: int, limit: int) -> list[SaleRow]:
        """Return one window of the sales that are wanted."""
        _require_valid(wanted)
        with self._store.read() as unit:
            rows = unit.sale_lists.page(wanted, offset=offset, limit=limit)
        return [SaleRow(*row) for row in rows]

    def ids(self, wanted: SaleFilter) -> list[int]:
        """Return the ids of all sales that are wanted, in their order."""
        _require_valid(wanted)
        with self._store.read() as unit:
            return unit.sale_lists.ids(wanted)

    def count(self, wanted: SaleFilter) -> int:
        """Return how many rows the list of these has, refunds and cancelled ones counted."""
        _require_valid(wanted)
        with self._store.read() as unit:
            return unit.sale_lists.count(wanted)

    def trash(self, *, offset: int, limit: int) -> list[SaleRow]:
        """Return one window of the sales in the trash, the last to go there first."""
        with self._store.read() as unit:
            return [SaleRow(*row) for row in unit.sale_lists.trash(offset=offset, limit=limit)]

    def rows(self, sale_ids: Sequence[int]) -> dict[int, SaleRow]:
        """Return what to show for these sales; those gone by now are left out."""
        with self._store.read() as unit:
            return {row[0]: SaleRow(*row) for row in unit.sale_lists.rows(sale_ids)}

    def detail(self, sale_id: int) -> SaleDetail:
        """Return everything about one sale; raise GoneError if it is not there."""
        with self._store.read() as unit:
            rows = unit.sale_lists.rows([sale_id])
            if not rows:
                raise GoneError(str(sale_id))
            sale = unit.sales.get(sale_id)
            refunds = unit.sale_lists.rows([row.id for row in unit.sales.refunds(sale_id)])
            return SaleDetail(
                row=SaleRow(*rows[0]),
                lines=tuple(LineRow(*line[1:]) for line in unit.sale_lists.lines([sale_id])),
                payments=tuple(PaymentRow(*row) for row in unit.sale_lists.payments(sale_id)),
                refunds=tuple(SaleRow(*row) for row in refunds),
                subtotal=sale.subtotal,
                discount=sale.discount,
                tax=sale.tax,
                tax_added=bool(sale.tax_added),
                recipient_id=sale.recipient_id,
                recipient_name=sale.recipient_name or "",
                recipient_phone=sale.recipient_phone or "",
                postcode=sale.postcode or "",
                address=sale.address or "",
                card_text=sale.card_text or "",
                maker_note=sale.maker_note or "",
                note=sale.note or "",
                cash_receipt=sale.cash_receipt or "",
                exchange_of_id=sale.exchange_of_id,
            )

    def lines(self, sale_ids: Sequence[int]) -> dict[int, list[LineRow]]:
        """Return the lines of each of these sales, in their order."""
        found: dict[int, list[LineRow]] = {}
        with self._store.read() as unit:
            for sale_id, *line in unit.sale_lists.lines(sale_ids):
                found.setdefault(sale_id, []).append(LineRow(*line))
        return found

    def totals(self, wanted: SaleFilter) -> SaleTotals:
        """Return sums over the sales that are wanted; cancelled ones are in none of them."""
        _require_valid(wanted)
        with self._store.read() as unit:
            currency = _currency(unit)
            sums = {row[0]: row[1:] for row in unit.sale_lists.sums(wanted)}
        count, total, refunded, owed = sums.pop(currency, (0, 0, 0, 0))
        others = tuple((code, row[1]) for code, row in sums.items())
        return SaleTotals(count, total, refunded, owed, others)

    def days(self, first: str, last: str) -> list[PeriodTotal]:
        """Return what was sold on each day of a span, days without a sale left out."""
        return self._periods(first, last, months=False)

    def months(self, first: str, last: str) -> list[PeriodTotal]:
        """Return what was sold in each month of a span, those without a sale left out."""
        return self._periods(first, last, months=True)

    def by_product(self, first: str, last: str) -> ItemSums:
        """Return what was sold of each product in a span of days, the most money first."""
        return self._items(first, last, categories=False)

    def by_category(self, first: str, last: str) -> ItemSums:
        """Return what was sold of each category in a span of days, the most money first."""
        return self._items(first, last, categories=True)

    def receivables(self) -> list[Receivable]:
        """Return who owes how much and since when, the most first; credit is negative."""
        day = today(self._now()).today
        with self._store.read() as unit:
            rows = unit.sale_lists.owed(_currency(unit))
        by_contact: dict[int | None, list[tuple[str, int, str]]] = {}
        for contact_id, name, owed, sold_on in rows:
            by_contact.setdefault(contact_id, []).append((name, owed, sold_on))
        found = [_receivable(contact, sales, day) for contact, sales in by_contact.items()]
        return sorted(found, key=lambda one: (-one.owed, one.name, one.contact_id or 0))

    def card(self, contact_id: int, *, together: bool = False) -> PurchaseCard:
        """Return what somebody bought, owes and has left; raise GoneError if there is nobody.

        `together`: with the people of a company or household, as if they were one buyer.
        """
        day = today(self._now()).today.isoformat()
        with self._store.read() as unit:
            contact = unit.contacts.get(contact_id)
            ids = [contact_id]
            if together:
                ids += unit.relations.belonging_to(contact_id)
            sums = (
                contact.visits, contact.sales_total, contact.sales_average, contact.sales_year,
                contact.first_sale_on, contact.last_sale_on, contact.usual_gap, contact.owed,
            )  # fmt: skip
            points = contact.points
            if len(ids) > 1:
                sums = _together(unit, ids)
                points = sum(unit.loyalty.balances(ids).values())
            passes = unit.passes.of(ids, day, used_up=False)
            favourites = unit.sale_lists.favourites(ids, limit=FAVOURITES)
            currency = _currency(unit)
            visits, total, average, year, first, last, gap, owed = sums
            return PurchaseCard(
                visits=visits or 0, total=total or 0, average=average, first_on=first or "",
                last_on=last or "", usual_gap=gap, year=year or 0, owed=owed or 0,
                points=points or 0, passes=tuple(_pass_row(row) for row in passes),
                favourites=tuple(Favourite(*row) for row in favourites),
                opening_total=contact.opening_total, opening_visits=contact.opening_visits,
                currency=currency, others=tuple(unit.sale_lists.abroad(ids, currency)),
            )  # fmt: skip

    def buyers(self, contact_id: int) -> tuple[int, ...]:
        """Return a contact with the people of it, if it is a company or household."""
        with self._store.read() as unit:
            return contact_id, *unit.relations.belonging_to(contact_id)

    def bought_most(self, contact_ids: Sequence[int], *, limit: int) -> list[Favourite]:
        """Return the products these contacts bought, those that are on most sales first."""
        with self._store.read() as unit:
            rows = unit.sale_lists.favourites(contact_ids, limit=limit)
        return [Favourite(*row) for row in rows]

    def last_bought(self, contact_id: int, *, limit: int = 2) -> list[SaleRow]:
        """Return the last sales of somebody, newest first; refunds and cancelled ones left out."""
        states = ("open", "partial", "paid")
        wanted = SaleFilter(contact_ids=(contact_id,), statuses=states)
        return self.page(wanted, offset=0, limit=limit)

    def channels(self) -> list[str]:
        """Return the channels the last sales came by, the most used first."""
        with self._store.read() as unit:
            return unit.sale_lists.used("channel")

    def sources(self) -> list[str]:
        """Return where the last sales were brought in from, the most used first."""
        with self._store.read() as unit:
            return unit.sale_lists.used("source")

    def _periods(self, first: str, last: str, *, months: bool) -> list[PeriodTotal]:
        span = _span(first, last)
        with self._store.read() as unit:
            rows = unit.sale_lists.periods(*span, _currency(unit), months=months)
        return [PeriodTotal(*row) for row in rows]

    def _items(self, first: str, last: str, *, categories: bool) -> ItemSums:
        span = _span(first, last)
        with self._store.read() as unit:
            currency = _currency(unit)
            rows = unit.sale_lists.by_item(*span, currency, categories=categories)
            months = unit.sale_lists.periods(*span, currency, months=True)
        items, tax = sum(row[3] for row in rows), sum(row[5] for row in rows)
        total = sum(month[2] for month in months)
        return ItemSums(tuple(ItemTotal(*row[:5]) for row in rows), items + tax - total, tax)


def _require_valid(wanted: SaleFilter) -> None:
    require(wanted.sort in SORTS, "sort", Problem.NOT_A_CHOICE)
    for name in ("first", "last", "due_first", "due_last"):
        day_or_none(getattr(wanted, name), name)


def _span(first: str, last: str) -> tuple[str, str]:
    days = day_or_none(first, "first"), day_or_none(last, "last")
    return days[0] or "0000", days[1] or "9999"


def _currency(unit: UnitOfWork) -> str:
    return CURRENCY.of(unit.settings.all())


def _together(unit: UnitOfWork, ids: list[int]) -> Any:
    """Return the sums of several contacts as of one."""
    basis = unit.summaries.basis()
    if basis is None:
        return (None,) * 8
    bought = sorted(unit.sale_lists.bought(ids, basis[1]), key=lambda row: row[1])
    return summed(bought, unit.summaries.since()) if bought else (None,) * 8


def _pass_row(row: tuple[Any, ...]) -> PassRow:
    """Return a pass as the repository reads it."""
    return PassRow(*(*row[:8], bool(row[8]), row[9]))


def _receivable(contact_id: int | None, owed: list[tuple[str, int, str]], day: date) -> Receivable:
    ageing = [0, 0, 0, 0]
    for _name, amount, sold_on in owed:
        age = (day - date.fromisoformat(sold_on)).days
        ageing[sum(age > limit for limit in AGES)] += amount
    total = sum(amount for _name, amount, _day in owed)
    oldest = min(sold_on for _name, _amount, sold_on in owed)
    return Receivable(
        contact_id, owed[0][0], total, oldest, (ageing[0], ageing[1], ageing[2], ageing[3])
    )
