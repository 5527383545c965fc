"""Money that comes in for a sale or goes back, within the action that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.amounts import MOST_MONEY
from app.errors import Problem
from app.inputs import require
from app.shapes.payments import PaidForm
from db.keys import clean
from db.kinds import METHODS

if TYPE_CHECKING:
    from db.models.sale import Sale
    from db.uow import UnitOfWork

BACK = ("cash", "card", "transfer", "other")  # ways money is given back


@dataclass(frozen=True, slots=True)
class Desk:
    """Who is at the desk, on which day of the shop's and at which moment (UTC)."""

    day: str
    at: str
    staff_id: int | None


def still_owed(unit: UnitOfWork, sale: Sale) -> int:
    """Return what is owed for a sale as it stands now, before the action's end."""
    total, paid, refunded = unit.sales.sums(sale.id)
    return total - refunded - paid


def take(unit: UnitOfWork, sale: Sale, form: PaidForm, desk: Desk) -> int:
    """Take money for a sale; return the payment's id.

    What is paid from a pass or with points is used up in the same step. Raises
    InvalidInputError for more than is owed or left.
    """
    require(form.method in METHODS, "method", Problem.NOT_A_CHOICE)
    require(not sale.cancelled_at, "sale", Problem.CANCELLED)
    owed = still_owed(unit, sale)
    amount = owed if form.amount is None else form.amount
    require(amount > 0, "amount", Problem.NOT_MONEY)
    require(amount <= MOST_MONEY, "amount", Problem.TOO_MUCH)
    require(amount <= owed, "amount", Problem.MORE_THAN_OWED)
    if form.method == "pass":
        _use_pass(unit, sale, form.pass_id, amount, desk)
    elif form.method == "points":
        _spend_points(unit, sale, form.programme_id, amount, desk)
    return unit.sales.add_payment(
        sale.id, amount=amount, method=form.method, paid_on=desk.day, paid_at=desk.at,
        reference=clean(form.reference) or None, staff_id=desk.staff_id,
    )  # fmt: skip


def give_back(
    unit: UnitOfWork, sale: Sale, method: str, desk: Desk, reference: str | None = None
) -> int:
    """Give back what was paid for a sale beyond what it comes to by now; return how much.

    As much as came in money goes back that way, the rest to the pass and the points it came from.
    With a `reference` all of it moves on to another sale.
    """
    require(method in BACK, "method", Problem.NOT_A_CHOICE)
    total, paid, refunded = unit.sales.sums(sale.id)
    over = paid - (0 if sale.cancelled_at else total - refunded)
    if over <= 0:
        return 0
    came = Counter[str]()
    for payment in unit.sales.payments(sale.id):
        came[payment.method if payment.method in PREPAID else "money"] += payment.amount
    left = 0 if reference else over - min(over, max(0, came["money"]))
    for way in PREPAID:
        part = min(left, max(0, came[way]))
        if part:
            _add_back(unit, sale, way, part, desk)
            whole = part == came[way]
            if way == "pass":
                _fill_pass(unit, sale, part, whole=whole)
            else:
                _return_points(unit, sale, part, desk, whole=whole)
        left -= part
        over_money = over - part
        over, total_back = over_money, paid
    return 0


def _use_pass(unit: UnitOfWork, sale: Sale, pass_id: int | None, amount: int, desk: Desk) -> None:
    require(pass_id is not None, "pass")
    used = unit.passes.get(pass_id or 0)
    units = amount if used.kind == "amount" else 1
    require(unit.passes.left(used.id) >= units, "pass", Problem.MORE_THAN_LEFT)
    unit.passes.use(
        used.id,
        units=units,
        used_on=desk.day,
        used_at=desk.at,
        sale_id=sale.id,
        staff_id=desk.staff_id,
    )


def _spend_points(
    unit: UnitOfWork, sale: Sale, programme_id: int | None, amount: int, desk: Desk
) -> None:
    require(programme_id is not None and sale.contact_id is not None, "points")
    programme = unit.loyalty.programme(programme_id or 0)
    contact = sale.contact_id or 0
    require(programme.worth, "points", Problem.NOT_A_CHOICE)
    points = -(-amount // (programme.worth or 1))
    has = unit.loyalty.balances([contact]).get((contact, programme.id), 0)
    require(has >= max(points, programme.least), "points", Problem.MORE_THAN_LEFT)
    unit.loyalty.move(
        contact_id=contact, programme_id=programme.id, kind="spend", points=-points,
        moved_on=desk.day, sale_id=sale.id, staff_id=desk.staff_id,
    )  # fmt: skip
