"""The day that sums over twelve months end on, kept to the shop's calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clock import Clock
from app.day import today
from app.settings import CURRENCY

if TYPE_CHECKING:
    from app.store import Store


def keep_day(store: Store, now: Clock) -> bool:
    """Bring the sums of purchases to today; return whether any contact's are others now."""
    day = today(now()).today.isoformat()
    with store.read() as unit:
        known, currency = unit.summaries.basis(), CURRENCY.of(unit.settings.all())
    if known == (day, currency):
        return False
    with store.aside() as unit:
        return bool(unit.summaries.settle(day, currency))
