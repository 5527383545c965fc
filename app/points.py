"""Points that a sale earns, kept to what the sale comes to after all that became of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.settings import CURRENCY

if TYPE_CHECKING:
    from db.models.prepaid import LoyaltyProgramme
    from db.uow import UnitOfWork

PREPAID = ("points", "pass")  # what is paid so has earned points before, or was a gift


def earned(programme: LoyaltyProgramme, net: int) -> int:
    """Return the points a sale of that much earns."""
    if net <= 0:
        return 0
    if programme.earn_by == "visit":
        return programme.earn_points
    return net // programme.earn_per * programme.earn_points


def settle_points(unit: UnitOfWork, sale_id: int, day: str, *, gone: bool = False) -> None:
    """Give or take the points that a sale should have earned by now; one that is gone earns none.

    By visit only the first sale of somebody on a day earns.
    """
    programmes = unit.loyalty.programmes()
    if not programmes:
        return
    has = {
        (contact, programme): points
        for (contact, programme, kind), points in unit.loyalty.of_sale(sale_id).items()
        if kind == "earn"
    }
    wanted = {} if gone else _wanted(unit, sale_id, programmes)
    by_id = {programme.id: programme for programme in programmes}
    for contact_id, programme_id in sorted(has.keys() | wanted.keys()):
        more = wanted.get((contact_id, programme_id), 0) - has.get((contact_id, programme_id), 0)
        if more == 0:
            continue
        days = by_id[programme_id].expires_after_days
        good = date.fromisoformat(day) + timedelta(days=days) if days and more > 0 else None
        unit.loyalty.move(
            contact_id=contact_id, programme_id=programme_id, kind="earn", points=more,
            moved_on=day, sale_id=sale_id, expires_on=good and good.isoformat(),
        )  # fmt: skip


def _wanted(
    unit: UnitOfWork, sale_id: int, programmes: list[LoyaltyProgramme]
) -> dict[tuple[int, int], int]:
    sale = unit.sales.get(sale_id)
    if (
        sale.contact_id is None
        or sale.cancelled_at
        or sale.currency != CURRENCY.of(unit.settings.all())
    ):
        return {}
    total, _paid, refunded = unit.sales.sums(sale_id)
    prepaid = sum(p.amount for p in unit.sales.payments(sale_id) if p.method in PREPAID)
    net = total - refunded - prepaid
    had = {programme for _contact, programme, _kind in unit.loyalty.of_sale(sale_id)}
    wanted = {}
    for programme in programmes:
        if programme.retired_at and programme.id not in had:
            continue
        once = programme.earn_by == "visit" and unit.loyalty.came_already(
            sale.contact_id, programme.id, sale.sold_on, sale_id
        )
        wanted[sale.contact_id, programme.id] = 0 if once else earned(programme, net)
    return wanted
