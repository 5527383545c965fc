"""Filters as SQL over contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Protocol

from sqlalchemy import ColumnElement, and_, func, or_, select, true

from db import filter_links as links
from db.birthdays import kept_between, kept_in_month
from db.day import Day
from db.filter_deals import deal_column
from db.filter_texts import letters
from db.filter_touch import standing
from db.filter_values import compared, custom, day_asked
from db.ids import LARGEST
from db.kinds import CHANNELS, DATE_KINDS, INTERACTIONS, PURPOSES, RELATIONS
from db.models.contact import Contact
from db.models.insight import CustomerScore

SUMS = (
    "visits", "sales_total", "sales_average", "sales_year", "usual_gap", "owed", "passes_left",
    "points",
)  # fmt: skip
MOST_DAYS_TO_COME = 366  # of a yearly day; later is all the year

Answer = Callable[[str, list[Any], Day], ColumnElement[bool]]


class ConditionLike(Protocol):
    """One question: a field, what is asked of it, and the values to compare with."""

    @property
    def field(self) -> str: ...  # noqa: D102
    @property
    def op(self) -> str: ...  # noqa: D102
    @property
    def values(self) -> Sequence[str | int]: ...  # noqa: D102


class FilterLike(Protocol):
    """Questions and filters; all, any or none of which must hold."""

    @property
    def parts(self) -> Sequence[Any]: ...  # noqa: D102
    @property
    def mode(self) -> str: ...  # noqa: D102


def clause(wanted: FilterLike, day: Day) -> ColumnElement[bool]:
    """Return the WHERE clause over `contact` that a filter means; NULL is no.

    A list inside it is asked by its members: those of lists that are not frozen must have been
    put in its place.
    """
    parts = [
        _condition(part, day) if hasattr(part, "field") else clause(part, day)
        for part in wanted.parts
    ]
    if not parts:
        return true()
    if wanted.mode == "none":
        return func.coalesce(or_(*parts), 0) == 0  # what is not known does not hold
    return or_(*parts) if wanted.mode == "any" else and_(*parts)


def _condition(asked: ConditionLike, day: Day) -> ColumnElement[bool]:
    values = list(asked.values)
    if asked.field.startswith("custom:"):
        return custom(int(asked.field[len("custom:") :]), asked.op, values, day)
    return _FIELDS[asked.field](asked.op, values, day)


def _column(name: str) -> ColumnElement[Any]:
    """Return a column of a contact, 'score.<name>' of the newest scores, or 'deal.<name>'."""
    family, _, scored = name.partition(".")
    if family == "deal":
        return deal_column(scored)
    if family != "score":
        column: ColumnElement[Any] = getattr(Contact, name)
        return column
    told = select(getattr(CustomerScore, scored)).where(CustomerScore.contact_id == Contact.id)
    return told.correlate(Contact).scalar_subquery()


def _choice(name: str) -> Answer:
    column = _column(name)

    def ask(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
        match op:
            case "known":
                return column.is_not(None)
            case "empty":
                return column.is_(None)
            case "none_of":
                return or_(column.is_(None), column.not_in(values))
        return column.in_(values)

    return ask


def _text(name: str) -> Answer:
    column: ColumnElement[Any] = getattr(Contact, name)

    def ask(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
        return column.in_(values) if op == "any_of" else letters(column, op, values)

    return ask


def _amount(name: str, unit: int = 1) -> Answer:
    """Ask a number that is kept in a smaller unit, so many to one that is asked."""
    column = _column(name)

    def ask(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
        return compared(column, op, [_in_reach(int(value) * unit) for value in values])

    return ask


def _in_reach(number: int) -> int:
    """Return a number SQLite can hold, as much beyond all that is kept."""
    return max(-LARGEST, min(number, LARGEST))


def _days(name: str, *, moment: bool) -> Answer:
    """Ask a day or, with `moment`, a UTC time stamp how long ago it was."""
    column = _column(name)

    def ask(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
        match op:
            case "never":
                return column.is_(None)
            case "known":
                return column.is_not(None)
            case "on_or_after" | "before":
                since = date.fromisoformat(str(values[0]))
            case _:
                since = day.today - timedelta(days=int(values[0]))
        edge = day.beginning_of(since) if moment else since.isoformat()
        return column >= edge if op in ("within_days", "on_or_after") else column < edge

    return ask


def _ahead(name: str) -> Answer:
    """Ask a moment to come, of the shop's clock."""
    column: ColumnElement[Any] = func.substr(_column(name), 1, 10)

    def ask(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
        return day_asked(column, op, values, day)

    return ask


def _area(_op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
    return or_(links.tagged(values), *(links.address_with(str(value)) for value in values))


def _birthday(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
    if op in ("known", "unknown"):
        return Contact.birthday.is_not(None) if op == "known" else Contact.birthday.is_(None)
    if op == "month":
        return kept_in_month(int(values[0]), day.today)
    ahead = timedelta(days=min(int(values[0]), MOST_DAYS_TO_COME))
    return kept_between(day.today, day.today + ahead)


_FIELDS: Mapping[str, Answer] = {
    "name": _text("name"),
    "nickname": _text("nickname"),
    "reading": _text("reading"),
    "number": _text("number"),
    "company": _text("company"),
    "department": _text("department"),
    "job_title": _text("job_title"),
    "likes": _text("likes"),
    "dislikes": _text("dislikes"),
    "note": links.noted,
    "kind": _choice("kind"),
    "tag": links.tags,
    "role": links.roles,
    "source": _choice("source"),
    "owner": _choice("owner_id"),
    "gender": _choice("gender"),
    "stage": _choice("stage"),
    "stage_since": _days("stage_since", moment=False),
    "area": _area,
    "last_contact": _days("last_contact_at", moment=True),
    "next_contact": _ahead("next_contact_at"),
    "next_task": _ahead("next_task_at"),
    "touch": standing,
    "do_not_contact": _choice("do_not_contact"),
    "created": _days("created_at", moment=True),
    "first_seen": _days("first_seen_on", moment=False),
    "last_visit": _days("last_visit_on", moment=False),
    "birthday": _birthday,
    **{f"date:{kind}": links.yearly(kind) for kind in ("any", *DATE_KINDS)},
    **{kind: links.points(kind) for kind in ("phone", "email", "address", "link")},
    "consent_sms": _choice("consent_sms"),
    "consent_email": _choice("consent_email"),
    **{f"consent:{p}:{c}": links.consents(p, c) for p in PURPOSES for c in CHANNELS},
    **{f"relation:{kind}": links.relations(kind) for kind in ("any", *RELATIONS)},
    **{f"relation:{kind}#back": links.relations(kind, back=True) for kind in RELATIONS},
    "opening_total": _amount("opening_total"),
    "opening_visits": _amount("opening_visits"),
    "quality": _amount("quality"),
    "first_sale": _days("first_sale_on", moment=False),
    "last_sale": _days("last_sale_on", moment=False),
    **{name: _amount(name) for name in SUMS},
    "open_deals": _amount("deal.open_deals"),
    "deal_value": _amount("deal.value"),
    "last_won": _days("deal.won", moment=True),
    "tier": _choice("score.tier"),
    "tier_since": _days("score.tier_since", moment=False),
    "rhythm": _choice("score.rhythm"),
    "return_chance": _amount("score.return_90", 10),  # percent of thousandths
    "value_year": _amount("score.value_365"),
    "stake": _amount("score.stake"),
    "next_visit": _ahead("score.next_on"),
    **{f"count:{kind}": links.meetings(kind) for kind in ("any", *INTERACTIONS)},
    "count:note": links.noted_often,
    "count:related": links.related_often,
    "list": links.members,
}
