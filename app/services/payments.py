"""What a user can do with payments."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from app.clock import Clock, stamp
from app.errors import Problem
from app.inputs import require
from app.ops import Op
from app.paying import Desk, take
from app.points import PREPAID, settle_points
from app.settings import CURRENCY
from app.shapes.payments import PaidForm, PaymentRow
from app.store import Store


class PaymentService:
    """Money for sales; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def pay(self, sale_id: int, form: PaidForm) -> int:
        """Take money for a sale, by default all that is owed; return the payment's id.

        Raises InvalidInputError for more than is owed, or more than a pass or the points hold.
        """
        return self.pay_all(sale_id, [form])[0]

    def pay_all(self, sale_id: int, forms: Sequence[PaidForm]) -> list[int]:
        """Take money for a sale in several ways, in one step; return the payments' ids."""
        with self._store.action(Op.TAKE_PAYMENT) as unit:
            sale = unit.sales.get(sale_id)
            require(sale.refunds_id is None, "sale")
            paid = [take(unit, sale, form, self._desk()) for form in forms]
            settle_points(unit, sale_id, sale.sold_on)
            return paid

    def pay_owed(self, contact_id: int, *forms: PaidForm) -> list[int]:
        """Take money for what somebody owes, the oldest sale first; return the payments' ids.

        Raises InvalidInputError for more than is owed in all.
        """
        paid = []
        with self._store.action(Op.TAKE_PAYMENT) as unit:
            unit.contacts.get(contact_id)
            owing = unit.sales.owing(contact_id, CURRENCY.of(unit.settings.all()))
            for sale_id, form in _shared_out(owing, forms):
                sale = unit.sales.get(sale_id)
                paid.append(take(unit, sale, form, self._desk()))
                if form.method in PREPAID:
                    settle_points(unit, sale_id, sale.sold_on)
        return paid

    def remove(self, payment_id: int) -> None:
        """Put a payment in the trash, as one that was typed by mistake.

        One with points or from a pass stays: what it used up is taken back by undo, or by hand.
        """
        with self._store.action(Op.REMOVE_PAYMENT) as unit:
            payment = unit.sales.payment(payment_id)
            require(payment.method not in PREPAID, "method", Problem.NOT_A_CHOICE)
            unit.sales.remove_payment(payment_id)

    def of(self, sale_id: int) -> list[PaymentRow]:
        """Return the payments of a sale, oldest first."""
        with self._store.read() as unit:
            return [PaymentRow(*row) for row in unit.sale_lists.payments(sale_id)]

    def _desk(self) -> Desk:
        now = self._now()
        return Desk(now.astimezone().date().isoformat(), stamp(now), self._store.actor_id)


def _shared_out(
    owing: Sequence[tuple[int, int]], forms: Sequence[PaidForm]
) -> list[tuple[int, PaidForm]]:
    """Return which sale is paid by what, the oldest first; without an amount it is all."""
    left, parts = deque(owing), []
    for form in forms:
        most = sum(owed for _sale, owed in left)
        amount = most if form.amount is None else form.amount
        require(amount > 0, "amount", Problem.NOT_MONEY)
        require(amount <= most, "amount", Problem.MORE_THAN_OWED)
        while amount:
            sale_id, owed = left.popleft()
            part = min(owed, amount)
            parts.append((sale_id, replace(form, amount=part)))
            amount -= part
            if part < owed:
                left.appendleft((sale_id, owed - part))
    return parts
