"""What a user can do with sales; `sale_lists` reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.clock import Clock, stamp
from app.errors import Problem
from app.inputs import moment_or_none, require
from app.ops import Op
from app.paying import PAID_OUT, Desk, give_back, still_owed, still_worth, take
from app.points import settle_points
from app.selling import TEXTS, Priced, details, given_back, moment, priced
from app.shapes.payments import EXCHANGE, PaidForm
from app.shapes.sales import SaleForm
from app.store import Store
from app.summaries import keep_day
from db.keys import clean
from db.kinds import HANDOVERS

if TYPE_CHECKING:
    from db.models.sale import Sale
    from db.uow import UnitOfWork

DETAILS = frozenset({*TEXTS, "recipient_id", "handover", "due_at"})


class SaleService:
    """Sales and what becomes of them; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def sell(self, form: SaleForm) -> int:
        """Record a sale with what was paid at once; return its id.

        Products that are passes give the buyer theirs; points are earned. Raises
        InvalidInputError for what cannot be sold so, GoneError for a buyer or product that is not
        there any more.
        """
        with self._store.action(Op.SELL) as unit:
            return self.sell_within(unit, form)

    def amend(self, sale_id: int, form: SaleForm) -> None:
        """Change a sale: its lines, buyer, day and all that is told of it, not its payments.

        Raises InvalidInputError for one that was cancelled, or of which something was given back.
        """
        with self._store.action(Op.AMEND_SALE) as unit:
            sale = self._whole(unit, sale_id)
            require(not unit.sales.refunds(sale_id), "sale", Problem.GIVEN_BACK)
            self._require_people(unit, form)
            new = priced(unit, form)
            require(new.currency == sale.currency, "currency", Problem.OTHER_CURRENCY)
            if form.sold_at is not None:
                sale.sold_on, sale.sold_at = moment(form.sold_at, self._now())
            sale.discount, sale.tax_added = form.discount, int(new.tax_added)
            for column, value in details(form).items():
                setattr(sale, column, value)
            _amend_lines(unit, sale_id, new)
            self._give_passes(unit, sale)
            settle_points(unit, sale_id, sale.sold_on)

    def put_details(self, sale_id: int, values: Mapping[str, str | int | None]) -> None:
        """Change what is told of a sale beside its money: recipient, delivery, card, notes."""
        columns = self.checked_details(values)
        with self._store.action(Op.AMEND_SALE) as unit:
            sale = unit.sales.get(sale_id)
            if columns.get("recipient_id") is not None:
                unit.contacts.get(int(columns["recipient_id"]))
            for column, value in columns.items():
                setattr(sale, column, value)

    def checked_details(self, values: Mapping[str, str | int | None]) -> dict[str, Any]:
        """Return details as they are kept; raise InvalidInputError for what cannot be."""
        require(values.keys() <= DETAILS, "field", Problem.NOT_A_CHOICE)
        columns: dict[str, Any] = dict(values)
        for name in TEXTS:
            if name in columns:
                columns[name] = clean(str(columns[name] or "")) or None
        if "due_at" in columns:
            columns["due_at"] = moment_or_none(str(columns["due_at"] or ""), "due_at")
        if "handover" in columns:
            columns["handover"] = columns["handover"] or None
            require(columns["handover"] in (None, *HANDOVERS), "handover", Problem.NOT_A_CHOICE)
        return columns

    def checked_moment(self, text: str) -> datetime | None:
        """Return a typed day of a sale, with its time or at noon; None for nothing, and today.

        Raises InvalidInputError for what is no day, and for one that is still to come.
        """
        told = moment_or_none(text, "sold_at")
        now = self._now()
        if told is None or told == now.astimezone().date().isoformat():
            return None
        at = datetime.fromisoformat(told if "T" in told else f"{told}T12:00").astimezone()
        moment(at, now)
        return at

    def cancel(self, sale_id: int, back: str = "cash") -> None:
        """Cancel a sale as if it had never been; what was paid is given `back` that way."""
        with self._store.action(Op.CANCEL_SALE) as unit:
            sale = self._whole(unit, sale_id)
            require(not unit.sales.refunds(sale_id), "sale", Problem.GIVEN_BACK)
            sale.cancelled_at = unit.now()
            give_back(unit, sale, back, self._desk())
            for given in unit.passes.given_with(sale_id):
                unit.passes.remove(given.id)
            settle_points(unit, sale_id, self._desk().day)

    def refund(
        self, sale_id: int, lines: Mapping[int, int] | None = None, back: str | None = "cash"
    ) -> int:
        """Give back these quantities (thousandths) of lines, by default all that is left.

        What was paid beyond what the sale then comes to is given `back` that way; None leaves it
        to the buyer's credit. Returns the id of the row that is the refund. Raises
        InvalidInputError for more than was sold, and where there is no sale to give back.
        """
        with self._store.action(Op.REFUND_SALE) as unit:
            sale = self._whole(unit, sale_id)
            refund_id = self._refund(unit, sale, lines)
            self._give_passes(unit, sale)
            if back is not None:
                give_back(unit, sale, back, self._desk())
            return refund_id

    def credit(self, sale_id: int, lines: Mapping[int, int] | None) -> int:
        """Return what an exchange of these lines pays for what goes instead."""
        with self._store.read() as unit:
            sale = self._whole(unit, sale_id)
            return still_worth(unit, sale, None if lines is None else dict(lines))

    def exchange(
        self,
        sale_id: int,
        lines: Mapping[int, int] | None,
        form: SaleForm,
        back: str = "cash",
    ) -> int:
        """Give back lines of a sale and sell others for them; return the id of the new sale.

        What was paid for the old pays for the new; what is over is given `back` that way.
        """
        require(back in PAID_OUT, "method", Problem.NOT_A_CHOICE)
        with self._store.action(Op.EXCHANGE_SALE) as unit:
            sale = self._whole(unit, sale_id)
            self._refund(unit, sale, lines)
            credit = give_back(unit, sale, "other", self._desk(), EXCHANGE)
            return self.sell_within(unit, form, exchange_of=sale, credit=credit, back=back)

    def remove(self, sale_ids: Collection[int]) -> None:
        """Put sales in the trash, with their refunds, passes and points."""
        with self._store.action(Op.REMOVE_SALES, count=len(sale_ids)) as unit:
            for sale_id in sale_ids:
                for given in unit.passes.given_with(sale_id):
                    unit.passes.remove(given.id)
                settle_points(unit, sale_id, self._desk().day, gone=True)
            since = unit.sales.put_in_trash(sale_ids)
            for sale_id in sale_ids:
                unit.passes.put_in_trash(sale_id, since)
                unit.loyalty.put_in_trash(sale_id, since)

    def bring_back(self, sale_ids: Collection[int]) -> None:
        """Bring sales back from the trash, as they were."""
        with self._store.action(Op.RESTORE_SALES, count=len(sale_ids)) as unit:
            for sale_id in sale_ids:
                if since := unit.sales.take_from_trash(sale_id):
                    unit.passes.take_from_trash(sale_id, since)
                    unit.loyalty.take_from_trash(sale_id, since)
                self._give_passes(unit, unit.sales.get(sale_id))
                settle_points(unit, sale_id, self._desk().day)

    def keep_day(self) -> bool:
        """Count sums of twelve months from today; return whether any contact's are others now."""
        return keep_day(self._store, self._now)

    def sell_within(
        self,
        unit: UnitOfWork,
        form: SaleForm,
        *,
        exchange_of: Sale | None = None,
        credit: int = 0,
        back: str = "cash",
    ) -> int:
        """Record a sale as `sell` does, inside an action that is open.

        What an exchange is worth (`credit`) pays first.
        """
        self._require_people(unit, form)
        new = priced(unit, form)
        if exchange_of is not None:
            require(new.currency == exchange_of.currency, "currency", Problem.OTHER_CURRENCY)
        sold_on, sold_at = moment(form.sold_at, self._now())
        sale = unit.sales.add(
            new.lines, number=unit.sales.next_number(sold_on), sold_on=sold_on, sold_at=sold_at,
            currency=new.currency, discount=form.discount, tax_added=int(new.tax_added),
            staff_id=self._store.actor_id, exchange_of_id=exchange_of and exchange_of.id,
            **details(form),
        )  # fmt: skip
        desk = Desk(sold_on, sold_at, self._store.actor_id)
        if used := min(credit, new.total):
            take(unit, sale, PaidForm(used, "other", EXCHANGE), desk)
        for paid in form.payments:
            if paid.amount is not None or still_owed(unit, sale):
                take(unit, sale, paid, desk)
        if exchange_of is not None and credit > used:
            _pay_out(unit, exchange_of, credit - used, back, desk)
        self._give_passes(unit, sale)
        settle_points(unit, sale.id, sold_on)
        return sale.id

    def _refund(self, unit: UnitOfWork, sale: Sale, lines: Mapping[int, int] | None) -> int:
        wanted = None if lines is None else dict(lines)
        rows = given_back(unit, sale, unit.sales.lines(sale.id), wanted)
        desk = self._desk()
        refund = unit.sales.add(
            rows.lines, number=unit.sales.next_number(desk.day), sold_on=desk.day, sold_at=desk.at,
            currency=sale.currency, discount=rows.discount, tax_added=sale.tax_added,
            staff_id=desk.staff_id, refunds_id=sale.id, contact_id=sale.contact_id,
            channel=sale.channel,
        )  # fmt: skip
        settle_points(unit, sale.id, desk.day)
        return refund.id

    def _give_passes(self, unit: UnitOfWork, sale: Sale) -> None:
        """Let the buyer have the passes that were sold, those and no others."""
        wanted: Counter[tuple[int, str, int]] = Counter()
        if sale.contact_id is not None:
            lines = unit.sales.lines(sale.id)
            back = unit.sales.given_back([line.id for line in lines])
            for line in lines:
                if line.product_id is None or back.get(line.id, 0) >= line.quantity:
                    continue
                product = unit.products.get(line.product_id)
                for kind, each in (("uses", product.pass_uses), ("amount", product.pass_amount)):
                    if each and (units := each * line.quantity // 1000):
                        wanted[product.id, kind, units] += 1
        for given in unit.passes.given_with(sale.id):
            key = (given.product_id or 0, given.kind, given.units)
            if wanted[key] > 0:
                wanted[key] -= 1
                given.contact_id = sale.contact_id or given.contact_id
            else:
                unit.passes.remove(given.id)
        for product_id, kind, units in wanted.elements():
            product = unit.products.get(product_id)
            days = product.pass_days
            good = date.fromisoformat(sale.sold_on) + timedelta(days=days) if days else None
            unit.passes.add(
                contact_id=sale.contact_id, product_id=product_id, sale_id=sale.id,
                name=product.name, kind=kind, units=units, bought_on=sale.sold_on,
                expires_on=good and good.isoformat(),
            )  # fmt: skip

    def _whole(self, unit: UnitOfWork, sale_id: int) -> Sale:
        """Return a sale that can still be changed; what gives something back is none."""
        sale = unit.sales.get(sale_id)
        require(sale.refunds_id is None and sale.total >= 0, "sale")
        require(not sale.cancelled_at, "sale", Problem.CANCELLED)
        return sale

    def _require_people(self, unit: UnitOfWork, form: SaleForm) -> None:
        for contact_id in (form.contact_id, form.recipient_id):
            if contact_id is not None:
                unit.contacts.get(contact_id)

    def _desk(self) -> Desk:
        now = self._now()
        return Desk(now.astimezone().date().isoformat(), stamp(now), self._store.actor_id)


def _amend_lines(unit: UnitOfWork, sale_id: int, new: Priced) -> None:
    """Put new lines in the place of the old, row by row, so that History tells what changed."""
    old = unit.sales.lines(sale_id)
    for place, (line, columns) in enumerate(zip(old, new.lines, strict=False)):
        for column, value in {**columns, "position": place}.items():
            if getattr(line, column) != value:
                setattr(line, column, value)
    unit.sales.drop_lines(old[len(new.lines) :])
    unit.sales.add_lines(sale_id, new.lines[len(old) :], first=len(old))


def _pay_out(unit: UnitOfWork, sale: Sale, amount: int, method: str, desk: Desk) -> None:
    """Give back for good what had been moved on from a sale and paid for nothing."""
    moved = next(p for p in reversed(unit.sales.payments(sale.id)) if p.reference == EXCHANGE)
    if moved.amount == -amount:
        unit.sales.remove_payment(moved.id)
    else:
        moved.amount += amount
    unit.sales.add_payment(
        sale.id, amount=-amount, method=method, paid_on=desk.day, paid_at=desk.at,
        reference=EXCHANGE, staff_id=desk.staff_id,
    )  # fmt: skip
