"""Money that comes in for a sale or goes back, within the action that is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.amounts import MOST_MONEY
from app.errors import Problem
from app.inputs import require
from app.points import PREPAID
from app.selling import given_back
from app.shapes.payments import PaidForm
from db.keys import clean
from db.kinds import METHODS

if TYPE_CHECKING:
    from db.models.sale import Sale
    from db.uow import UnitOfWork

SAME = "same"  # as it was paid, what came last goes first
PAID_OUT = ("cash", "card", "transfer", "other")  # ways money is handed out
BACK = (*PAID_OUT, SAME)


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
    'same' gives money back in the ways it came. With a `reference` all of it moves on to another
    sale.
    """
    require(method in BACK, "method", Problem.NOT_A_CHOICE)
    total, paid, refunded = unit.sales.sums(sale.id)
    over = paid - (0 if sale.cancelled_at else total - refunded)
    if over <= 0:
        return 0
    ways = _prepaid(unit, sale, 0 if reference else over)
    money = over - sum(ways.values())
    came = _as_it_came(unit, sale, money) if method == SAME else {method: money}
    for way, amount in {**ways, **came}.items():
        if amount > 0:
            unit.sales.add_payment(
                sale.id, amount=-amount, method=way, paid_on=desk.day, paid_at=desk.at,
                reference=reference, staff_id=desk.staff_id,
            )  # fmt: skip
    _fill_pass(unit, sale, ways["pass"])
    _return_points(unit, sale, ways["points"], desk)
    return over


def _as_it_came(unit: UnitOfWork, sale: Sale, money: int) -> dict[str, int]:
    """Return how much of the money goes back in which of the ways it came."""
    came = Counter[str]()
    for payment in unit.sales.payments(sale.id):
        if payment.method not in PREPAID:
            amount = came.pop(payment.method, 0)  # behind the others: it came last
            came[payment.method] = amount + payment.amount
    ways: dict[str, int] = {}
    for method, amount in reversed(came.items()):
        ways[method] = min(money, max(0, amount))
        money -= ways[method]
    return ways


def still_worth(unit: UnitOfWork, sale: Sale, wanted: dict[int, int] | None) -> int:
    """Return what would be over once these lines are given back: what an exchange pays with."""
    total, paid, refunded = unit.sales.sums(sale.id)
    back = given_back(unit, sale, unit.sales.lines(sale.id), wanted).total
    return max(0, paid - (total - refunded + back))


def _use_pass(unit: UnitOfWork, sale: Sale, pass_id: int | None, amount: int, desk: Desk) -> None:
    require(pass_id is not None, "pass")
    used = unit.passes.get(pass_id or 0)
    units = amount if used.kind == "amount" else 1
    require(not used.expires_on or used.expires_on >= desk.day, "pass", Problem.EXPIRED)
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
    full_card = programme.kind == "stamps" and programme.least > 1
    require(programme.worth or full_card, "points", Problem.NOT_A_CHOICE)
    points = -(-amount // programme.worth) if programme.worth else programme.least
    has = unit.loyalty.balances([contact]).get((contact, programme.id), 0)
    has -= own_points(unit, [sale.id]).get(programme.id, 0)
    require(has >= max(points, programme.least), "points", Problem.MORE_THAN_LEFT)
    unit.loyalty.move(
        contact_id=contact, programme_id=programme.id, kind="spend", points=-points,
        moved_on=desk.day, sale_id=sale.id, staff_id=desk.staff_id,
    )  # fmt: skip


def own_points(unit: UnitOfWork, sale_ids: Sequence[int]) -> dict[int, int]:
    """Return by programme the points sales have earned themselves: those cannot pay them."""
    own = Counter[int]()
    for sale_id in sale_ids:
        for (_contact, programme_id, kind), points in unit.loyalty.of_sale(sale_id).items():
            own[programme_id] += points if kind == "earn" else 0
    return own


def _prepaid(unit: UnitOfWork, sale: Sale, over: int) -> dict[str, int]:
    """Return how much of what goes back had come from a pass, and with points."""
    came = Counter[str]()
    for payment in unit.sales.payments(sale.id):
        came[payment.method if payment.method in PREPAID else "money"] += payment.amount
    left = max(0, over - max(0, came["money"]))
    ways = {}
    for way in PREPAID:
        ways[way] = min(left, max(0, came[way]))
        left -= ways[way]
    return ways


def _fill_pass(unit: UnitOfWork, sale: Sale, amount: int) -> None:
    """Put back on a pass what a sale took from it; a use goes back once the sale is all back."""
    paid = sum(p.amount for p in unit.sales.payments(sale.id) if p.method == "pass")
    for use, kind in unit.passes.uses_with(sale.id) if amount else ():
        part = use.units if paid == 0 else min(amount, use.units) if kind == "amount" else 0
        if part == use.units:
            unit.passes.take_back(use.id)
        else:
            use.units -= part
        amount -= part


def _return_points(unit: UnitOfWork, sale: Sale, amount: int, desk: Desk) -> None:
    """Give the points back that a sale was paid with, as many as that amount is worth."""
    paid = sum(p.amount for p in unit.sales.payments(sale.id) if p.method == "points")
    moves = unit.loyalty.of_sale(sale.id) if amount else {}
    for (contact_id, programme_id, kind), points in moves.items():
        worth = unit.loyalty.programme(programme_id).worth
        spent = -points if kind == "spend" else 0
        back = spent if paid == 0 else min(spent, amount // worth) if worth else 0
        if back > 0:
            unit.loyalty.move(
                contact_id=contact_id, programme_id=programme_id, kind="spend", points=back,
                moved_on=desk.day, sale_id=sale.id, staff_id=desk.staff_id,
            )  # fmt: skip
            amount -= back * (worth or 0)
