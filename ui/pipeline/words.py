"""Deals in words, icons and roles of colours."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from app.day_words import SHORT
from app.shapes.deals import DealCard, Sums
from app.words import kind_words
from ui.common.ahead_words import WEEKDAYS, hour_words
from ui.common.formats import Formats
from ui.common.kit import Kit
from ui.common.task_icons import ICONS
from ui.common.widgets.avatar import avatar_colour
from ui.pipeline.card import CardLook

translate = QCoreApplication.translate

ORDERS = ("next", "value", "close", "age", "title", "rank")  # of the board
ROT = {"amber": "warning", "red": "danger"}
NO_STEP = "circle-alert"


class Stepped(Protocol):
    """A deal, on a card or in a list, with what is next."""

    @property
    def next_state(self) -> str: ...
    @property
    def next_kind(self) -> str: ...
    @property
    def next_title(self) -> str: ...
    @property
    def next_at(self) -> str: ...


def order_words(sort: str) -> str:
    """Return what an order of the board is called."""
    return {
        "next": translate("PipelineWords", "Next step"),
        "value": translate("PipelineWords", "Value"),
        "close": translate("PipelineWords", "Closing date"),
        "age": translate("PipelineWords", "Waiting longest"),
        "title": translate("PipelineWords", "Title"),
        "rank": translate("PipelineWords", "By hand"),
    }.get(sort, sort)


def value_words(least: int | None, most: int | None, currency: str, formats: Formats) -> str:
    """Return a range of values: '₩1,000,000 – ₩3,000,000'; '' for any."""
    if least is None and most is None:
        return ""
    if most is None:
        return translate("PipelineWords", "From {amount}").format(
            amount=formats.money(least or 0, currency)
        )
    if least is None:
        return translate("PipelineWords", "Up to {amount}").format(
            amount=formats.money(most, currency)
        )
    return f"{formats.money(least, currency)} – {formats.money(most, currency)}"


def money_words(amount: int | None, currency: str, formats: Formats) -> str:
    """Return what a deal is worth, or that nobody knows yet."""
    if amount is None:
        return translate("PipelineWords", "No value")
    return formats.money(amount, currency)


def others_words(others: Sums, formats: Formats) -> list[str]:
    """Return which deals are in no sum because they are in another currency."""
    told = translate("PipelineWords", "{n} more in {currency}, not in the sum")
    return [
        told.format(n=formats.number(count), currency=currency) for currency, count, _sum in others
    ]


def days_words(days: int, formats: Formats) -> str:
    """Return for how long a deal has been waiting."""
    if not days:
        return formats.day(formats.today().isoformat())
    one, many = translate("PipelineWords", "1 day"), translate("PipelineWords", "{n} days")
    return formats.count(days, one, many)


def step_words(row: Stepped, kit: Kit) -> tuple[str, str, str, str]:
    """Return what is next, when, its icon, and the role of its colour."""
    if row.next_state == "none":
        return translate("PipelineWords", "No next step"), "", NO_STEP, "warning"
    title = row.next_title or kind_words("task", row.next_kind or "other", kit.language.code)
    role = "danger" if row.next_state == "overdue" else ""
    icon = ICONS.get(row.next_kind, ICONS["other"])
    when = step_when(row.next_at, kit.formats) if row.next_at else ""
    return title, when, icon, role


def step_kind(row: Stepped, kit: Kit) -> str:
    """Return what is next in little room: what kind of thing it is, or that nothing is."""
    if row.next_state == "none" or row.next_kind in ("", "other"):
        return step_words(row, kit)[0]
    return kind_words("task", row.next_kind, kit.language.code)


def joined(step: str, when: str) -> str:
    """Return what is next and when in one line."""
    return f"{step} · {when}" if when else step


def step_when(at: str, formats: Formats) -> str:
    """Return when something is due: 'Today 4 PM', 'Tomorrow', 'Sat, May 16', 'May 8'."""
    day, today = date.fromisoformat(at[:10]), formats.today()
    clock = ""
    if "T" in at:
        clock = " " + hour_words(datetime.fromisoformat(at).time(), korean=formats.korean)
    if day in (today, today - timedelta(days=1)):
        return formats.day(at[:10]) + (clock if day == today else "")
    if day == today + timedelta(days=1):
        return translate("PipelineWords", "Tomorrow") + clock
    plain = plain_day(day, formats)
    if day < today:
        return plain
    weekday = WEEKDAYS[formats.korean][day.weekday()]
    return f"{plain} ({weekday})" if formats.korean else f"{weekday}, {plain}"


def plain_day(day: date, formats: Formats) -> str:
    """Return a day without saying how near it is: 'May 11', '5월 11일'."""
    year = day.year != formats.today().year
    if formats.korean:
        return (f"{day.year}년 " if year else "") + f"{day.month}월 {day.day}일"
    return f"{SHORT[day.month - 1]} {day.day}" + (f", {day.year}" if year else "")


def card_look(row: DealCard, kit: Kit) -> CardLook:
    """Return how a deal is painted on the board and read aloud."""
    formats = kit.formats
    who = row.contact or row.company
    company = row.contact_kind == "company" or not row.contact
    money = money_words(row.amount, row.currency, formats)
    age = days_words(row.days, formats)
    step, when, icon, role = step_words(row, kit)
    rot = ROT.get(row.wait, "")
    waits = translate("PipelineWords", "waiting too long, {days}").format(days=age) if rot else age
    parts = [row.title, who, money, waits, joined(step, when), row.owner]
    return CardLook(
        title=row.title,
        who=who,
        shade=avatar_colour(row.contact_id or 0),
        company=company,
        money=money,
        age=age,
        rot=rot,
        step=step_kind(row, kit),
        step_when=when,
        step_icon=icon,
        step_role=role,
        owner=row.owner,
        owner_shade=avatar_colour(row.owner_id or 0),
        sentence=", ".join(part for part in parts if part),
        tip=f"{row.title}\n{joined(step, when)}",
    )
