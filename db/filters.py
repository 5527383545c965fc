"""Filters as SQL over contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select, true

from db.day import Day
from db.keys import tag_id
from db.models.contact import Contact, ContactPoint
from db.models.tag import ContactTag, Tag


class ConditionLike(Protocol):
    """One question: a field, what is asked of it, and the values to compare with."""

    @property
    def field(self) -> str: ...  # noqa: D102
    @property
    def op(self) -> str: ...  # noqa: D102
    @property
    def values(self) -> Sequence[str | int]: ...  # noqa: D102


class FilterLike(Protocol):
    """Questions and filters, all or any of which must hold."""

    @property
    def parts(self) -> Sequence[Any]: ...  # noqa: D102
    @property
    def mode(self) -> str: ...  # noqa: D102


def clause(wanted: FilterLike, day: Day) -> ColumnElement[bool]:
    """Return the WHERE clause over `contact` that a filter means."""
    parts = [
        _condition(part, day) if hasattr(part, "field") else clause(part, day)
        for part in wanted.parts
    ]
    if not parts:
        return true()
    return or_(*parts) if wanted.mode == "any" else and_(*parts)


def _condition(asked: ConditionLike, day: Day) -> ColumnElement[bool]:
    return _FIELDS[asked.field](asked.op, list(asked.values), day)


def _column(name: str) -> Callable[[str, list[Any], Day], ColumnElement[bool]]:
    column: ColumnElement[Any] = getattr(Contact, name)

    def ask(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
        return column.is_(None) if op == "empty" else column.in_(values)

    return ask


def _days(name: str, *, moment: bool) -> Callable[[str, list[Any], Day], ColumnElement[bool]]:
    """Ask a day or, with `moment`, a UTC time stamp how long ago it was."""
    column: ColumnElement[Any] = getattr(Contact, name)

    def ask(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
        if op == "never":
            return column.is_(None)
        if op == "on_or_after":
            return column >= str(values[0])
        if op == "before":
            return column < str(values[0])
        since = day.today - timedelta(days=int(values[0]))
        edge = f"{since.isoformat()}{day.began[10:]}" if moment else since.isoformat()
        return column >= edge if op == "within_days" else column < edge

    return ask


def _points(kind: str) -> Callable[[str, list[Any], Day], ColumnElement[bool]]:
    def ask(op: str, _values: list[Any], _day: Day) -> ColumnElement[bool]:
        there = exists().where(
            ContactPoint.contact_id == Contact.id,
            ContactPoint.kind == kind,
            ContactPoint.deleted_at.is_(None),
        )
        return there if op == "known" else ~there

    return ask


def _tag(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
    linked = [_tagged([value]) for value in values]
    if op == "all_of":
        return and_(*linked)
    return ~or_(*linked) if op == "none_of" else _tagged(values)


def _tagged(names: list[Any]) -> ColumnElement[bool]:
    ids = [tag_id(str(name)) for name in names]
    linked = (
        select(ContactTag.contact_id)
        .join(Tag, Tag.id == ContactTag.tag_id)
        .where(
            ContactTag.tag_id.in_(ids), ContactTag.deleted_at.is_(None), Tag.deleted_at.is_(None)
        )
    )
    return Contact.id.in_(linked)


def _area(_op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
    words = [
        select(ContactPoint.contact_id).where(
            ContactPoint.kind == "address",
            ContactPoint.deleted_at.is_(None),
            func.instr(ContactPoint.value, str(value)) > 0,
        )
        for value in values
    ]
    return or_(_tag("any_of", values, day), *(Contact.id.in_(found) for found in words))


def _birthday(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
    # '1991-05-16' and '--05-16' both end in month and day.
    month_day = func.substr(Contact.birthday, -5)
    whole = func.length(Contact.birthday) >= len("--05-16")
    if op in ("known", "unknown"):
        return Contact.birthday.is_not(None) if op == "known" else Contact.birthday.is_(None)
    if op == "month":
        return and_(whole, func.substr(month_day, 1, 2) == f"{int(values[0]):02d}")
    days = [day.today + timedelta(days=n) for n in range(min(int(values[0]), 366) + 1)]
    if not days:
        return false()
    # Lunar birthdays need the calendar of a later issue; comparing them here would be wrong.
    solar = Contact.birthday_calendar.is_distinct_from("lunar")
    return and_(whole, solar, month_day.in_(sorted({f"{d:%m-%d}" for d in days})))


_FIELDS: dict[str, Callable[[str, list[Any], Day], ColumnElement[bool]]] = {
    "kind": _column("kind"),
    "source": _column("source"),
    "owner": _column("owner_id"),
    "gender": _column("gender"),
    "company": _column("company"),
    "consent_sms": _column("consent_sms"),
    "consent_email": _column("consent_email"),
    "tag": _tag,
    "area": _area,
    "last_contact": _days("last_contact_at", moment=True),
    "created": _days("created_at", moment=True),
    "first_seen": _days("first_seen_on", moment=False),
    "birthday": _birthday,
    "phone": _points("phone"),
    "email": _points("email"),
    "address": _points("address"),
}
