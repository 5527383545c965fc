"""Sales in words: what was sold, how it stands, how it was paid."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.shapes.sales import LineRow, SaleRow
from app.words import kind_words
from ui.common.kit import Kit

if TYPE_CHECKING:
    from ui.sales.ways import Way

translate = QCoreApplication.translate

STATES = ("open", "partial", "paid", "cancelled", "refunded", "refund")
METHODS = ("cash", "card", "transfer", "other")  # what money comes in by, and goes back by
LOOKS = {
    "open": ("warning", "hourglass"),
    "partial": ("warning", "circle-dashed"),
    "paid": ("success", "check"),
    "cancelled": ("neutral", "ban"),
    "refunded": ("neutral", "undo-2"),
    "refund": ("danger", "undo-2"),
}  # how a state is painted: colour role, icon
METHOD_ICONS = {
    "cash": "banknote",
    "card": "credit-card",
    "transfer": "landmark",
    "points": "gift",
    "pass": "ticket",
    "other": "circle-ellipsis",
    "owed": "hourglass",
}


def state_words(state: str, kit: Kit) -> str:
    """Return what people call the state of a sale."""
    return kind_words("sale", state, kit.language.code)


def method_words(method: str, kit: Kit) -> str:
    """Return what people call a way of paying."""
    return kind_words("payment", method, kit.language.code)


def what_words(row: SaleRow, kit: Kit) -> str:
    """Return what was sold in a few words: '장미 꽃다발 외 2'."""
    what = row.what or translate("SaleWords", "Amount")
    if not row.more:
        return what
    return translate("SaleWords", "{what} and {n} more").format(
        what=what, n=kit.formats.number(row.more)
    )


def buyer_words(row: SaleRow) -> str:
    """Return who bought it, or that nobody is named."""
    return row.contact or translate("SaleWords", "Without a name")


def has_words(way: Way, currency: str, kit: Kit) -> str:
    """Return what a way of paying still has: 'has 12,300'; nothing for money."""
    if not way.name:
        return ""
    has = kit.formats.money(way.has, currency) if way.counts_money else kit.formats.number(way.has)
    return translate("SaleWords", "has {n}").format(n=has)


def most_words(way: Way, currency: str, kit: Kit) -> str:
    """Return what a way of paying can pay at most."""
    amount = kit.formats.money(way.most or 0, currency)
    words = translate("SaleWords", "{name} can pay {amount} at most.")
    return words.format(name=way.name, amount=amount)


def line_words(line: LineRow) -> str:
    """Return what a line is about."""
    return line.name or line.description or translate("SaleWords", "Amount")


def moment_words(row: SaleRow, kit: Kit) -> str:
    """Return when it was sold: its time if it is today's, else its day."""
    today = row.sold_on == kit.formats.today().isoformat()
    return (
        kit.formats.time_of(row.sold_at) if today and row.sold_at else kit.formats.day(row.sold_on)
    )


def due_words(due_at: str, kit: Kit) -> str:
    """Return a day of delivery, with its time of the shop's clock if there is one."""
    day = kit.formats.day(due_at[:10])
    if len(due_at) <= len("2026-05-16"):
        return day
    hour, minute = int(due_at[11:13]), due_at[14:16]
    half = (hour + 11) % 12 + 1
    if kit.formats.korean:
        return f"{day} {'오전' if hour < 12 else '오후'} {half}:{minute}"
    return f"{day}, {half}:{minute} {'AM' if hour < 12 else 'PM'}"


def details_words(told: Mapping[str, str | int | None], kit: Kit) -> str:
    """Return in one line how something is handed over, to whom, and what goes with it."""
    parts = [kit.messages.say(f"handover.{told['handover']}") if told.get("handover") else ""]
    if sold := told.get("sold_at"):
        day = due_words(str(sold), kit)
        parts.insert(0, translate("SaleWords", "Sold on {day}").format(day=day))
    if due := told.get("due_at"):
        parts.append(due_words(str(due), kit))
    names = ("recipient_name", "recipient_phone", "address", "card_text", "maker_note", "note")
    parts.extend(" ".join(str(told.get(name) or "").split()) for name in names)
    if number := told.get("cash_receipt"):
        parts.append(translate("SaleWords", "Cash receipt {number}").format(number=number))
    return " · ".join(part for part in parts if part)


def sentence(row: SaleRow, kit: Kit) -> str:
    """Return a sale as it is read aloud."""
    money = kit.formats.money(row.total, row.currency)
    parts = [
        kit.formats.day(row.sold_on), buyer_words(row), what_words(row, kit), money,
        state_words(row.status, kit),
    ]  # fmt: skip
    if row.owed:
        owed = kit.formats.money(row.owed, row.currency)
        parts.append(translate("SaleWords", "{amount} owed").format(amount=owed))
    return ", ".join(parts)


def span_words(first: str, last: str, kit: Kit) -> str:
    """Return days as a span: 'May 2026', 'May 3 to May 9', 'Any time'."""
    if not first or not last:
        return translate("SaleWords", "Any time")
    formats = kit.formats
    if first == last:
        return formats.day(first)
    one, other = date.fromisoformat(first), date.fromisoformat(last)
    ends = date.fromordinal(other.toordinal() + 1)
    if one.day == 1 and ends.day == 1:
        if (one.year, one.month) == (other.year, other.month):
            return formats.month(first)
        if one.month == 1 and other.month == 12 and one.year == other.year:
            return f"{one.year}년" if formats.korean else str(one.year)
    return translate("SaleWords", "{first} to {last}").format(
        first=formats.day(first), last=formats.day(last)
    )
