"""What a user can do with payments."""

from __future__ import annotations

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
        with self._store.action(Op.TAKE_PAYMENT) as unit:
            sale = unit.sales.get(sale_id)
            require(sale.refunds_id is None, "sale")
            payment_id = take(unit, sale, form, self._desk())
            settle_points(unit, sale_id, sale.sold_on)
            return payment_id

    def pay_owed(self, contact_id: int, amount: int, method: str) -> list[int]:
        """Take money for what somebody owes, the oldest sale first; return the payments' ids.

        Raises InvalidInputError for more than is owed in all.
        """
        require(amount > 0, "amount", Problem.NOT_MONEY)
        require(method not in PREPAID, "method", Problem.NOT_A_CHOICE)
        paid = []
        with self._store.action(Op.TAKE_PAYMENT) as unit:
            unit.contacts.get(contact_id)
            for sale_id, owed in unit.sales.owing(contact_id, CURRENCY.of(unit.settings.all())):
                part = min(owed, amount)
                if part <= 0:
                    break
                form = PaidForm(part, method)
                paid.append(take(unit, unit.sales.get(sale_id), form, self._desk()))
                amount -= part
            require(amount == 0, "amount", Problem.MORE_THAN_OWED)
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
