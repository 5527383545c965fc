"""Which ways of paying somebody has, how much each can pay, and the parts that are paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.shapes.loyalty import BalanceRow
from app.shapes.passes import PassRow
from app.shapes.payments import PaidForm

if TYPE_CHECKING:
    from ui.sales.till import Till

MONEY = ("cash", "card", "transfer")


@dataclass(frozen=True, slots=True)
class Known:
    """What the till knows of a buyer: the passes that are good, the one that ends first first."""

    passes: tuple[PassRow, ...] = ()
    points: tuple[BalanceRow, ...] = ()


def known_of(till: Till, contact_id: int) -> Known:
    """Return what somebody has to pay with."""
    passes = tuple(row for row in till.passes.of(contact_id) if not row.expired)
    points = tuple(row for row in till.loyalty.balance(contact_id) if row.points > 0)
    return Known(passes, points)


def known_for(till: Till, contact_id: int, sale_id: int | None = None) -> Known:
    """Return what can pay a sale that is owed; by default all of them, so no single uses."""
    known = known_of(till, contact_id)
    uses = sale_id is not None
    return Known(
        tuple(row for row in known.passes if uses or row.kind == "amount"),
        tuple(till.loyalty.spendable(contact_id, sale_id)),
    )


@dataclass(frozen=True, slots=True)
class Way:
    """One way of paying; `most` is what it can pay at most, None for anything.

    `has` is what is left of what it pays with: points, uses or minor units.
    """

    method: str
    most: int | None = None
    pass_id: int | None = None
    programme_id: int | None = None
    name: str = ""
    has: int = 0
    counts_money: bool = False  # `has` is an amount

    def form(self, amount: int | None) -> PaidForm:
        """Return a payment this way; None is all that is owed."""
        return PaidForm(amount, self.method, pass_id=self.pass_id, programme_id=self.programme_id)


@dataclass(frozen=True, slots=True)
class Part:
    """What is paid in one way of several."""

    way: Way
    amount: int


def ways(
    money: Sequence[str], known: Known, parts: Sequence[Part], *, owing: bool
) -> dict[str, Way]:
    """Return the ways that are left beside the parts that are paid already, by method."""
    found = {method: Way(method) for method in money}
    if owing:
        found["owed"] = Way("owed")
    for way in (_pass_way(known, parts), _points_way(known, parts)):
        if way is not None:
            found[way.method] = way
    return found


def _pass_way(known: Known, parts: Sequence[Part]) -> Way | None:
    for row in known.passes:
        used = [part for part in parts if part.way.pass_id == row.id]
        uses = row.kind == "uses"
        left = row.remaining - (len(used) if uses else sum(part.amount for part in used))
        if left > 0:
            most = None if uses else left
            return Way("pass", most, pass_id=row.id, name=row.name, has=left, counts_money=not uses)
    return None


def _points_way(known: Known, parts: Sequence[Part]) -> Way | None:
    for row in known.points:
        used = [part for part in parts if part.way.programme_id == row.programme_id]
        full_card = row.kind == "stamps" and row.least > 1
        if used or row.points < row.least or not (row.worth or full_card):
            continue  # what is paid with points is paid in one part
        most = row.points * row.worth if row.worth else None
        return Way("points", most, programme_id=row.programme_id, name=row.name, has=row.points)
    return None
