"""What somebody bought, in words."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.shapes.passes import PassRow
from app.shapes.sales import Favourite, PurchaseCard, SaleRow
from ui.common.kit import Kit

translate = QCoreApplication.translate

SOON = 45  # days before the end of a pass at which it is told
WEEKS, MONTHS = 14, 60  # days from which a gap is told in weeks, and in months
ONE = 1000  # thousandths of a piece


def gap_words(days: int, kit: Kit) -> str:
    """Return how often somebody comes: 'every 3 weeks'."""
    number = kit.formats.number
    if days >= MONTHS:
        return translate("Purchases", "every {n} months").format(n=number(round(days / 30.4)))
    if days >= WEEKS:
        return translate("Purchases", "every {n} weeks").format(n=number(round(days / 7)))
    if days > 1:
        return translate("Purchases", "every {n} days").format(n=number(days))
    return translate("Purchases", "every day")


def left_words(row: PassRow, kit: Kit, currency: str) -> str:
    """Return what is left of a pass: '3 left'."""
    if row.kind == "amount":
        amount = kit.formats.money(row.remaining, currency)
        return translate("Purchases", "{amount} left").format(amount=amount)
    return translate("Purchases", "{n} left").format(n=kit.formats.number(row.remaining))


def pass_hint(row: PassRow, kit: Kit) -> str:
    """Return until when a pass is good, once that is near; '' before, and for one without end."""
    if row.expired:
        day = kit.formats.day(row.expires_on)
        return translate("Purchases", "ended {day}").format(day=day)
    soon = kit.formats.today() + timedelta(days=SOON)
    if row.expires_on and row.expires_on <= soon.isoformat():
        day = kit.formats.day(row.expires_on)
        return translate("Purchases", "until {day}").format(day=day)
    return ""


def bought_words(row: SaleRow, kit: Kit) -> str:
    """Return what a sale was of, in a few words."""
    what = row.what or translate("Purchases", "Amount")
    if not row.more:
        return what
    more = kit.formats.number(row.more)
    return translate("Purchases", "{what} and {n} more").format(what=what, n=more)


def favourite_words(favourites: tuple[Favourite, ...], kit: Kit) -> str:
    """Return what somebody buys most often: '장미 꽃다발 ×12, 화병 ×3'."""
    number = kit.formats.number
    return kit.formats.listing([f"{each.name} ×{number(each.times)}" for each in favourites])


def before_words(card: PurchaseCard, kit: Kit) -> str:
    """Return what a list from before Dangol told; '' for nothing."""
    parts = []
    if card.opening_visits:
        n = kit.formats.number(card.opening_visits)
        parts.append(translate("Purchases", "{n} visits").format(n=n))
    if card.opening_total:
        parts.append(kit.formats.money(card.opening_total, card.currency))
    return kit.formats.listing(parts)
