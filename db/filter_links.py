"""What filters ask of all that hangs on a contact: tags, phones, relations, counts."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    exists,
    false,
    func,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.orm import aliased

from db.day import Day
from db.filter_texts import letters, small
from db.important_dates import keys_between
from db.keys import tag_id
from db.lunar import lunar_of
from db.models.consent import Consent
from db.models.contact import Contact, ContactPoint, Note
from db.models.important_date import ImportantDate
from db.models.interaction import Interaction, InteractionContact
from db.models.relation import ContactRole, Relation
from db.models.segment import SegmentMember
from db.models.tag import ContactTag, Tag

MUTUAL = frozenset({"spouse", "sibling", "family", "friend", "colleague", "custom"})
YEAR = 366
MOST_TIMES = 1 << 62

Answer = Callable[[str, list[Any], Day], ColumnElement[bool]]


def tags(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
    """Ask which tags a contact has."""
    if op in ("known", "empty"):
        some = (
            select(ContactTag.contact_id)
            .join(Tag, Tag.id == ContactTag.tag_id)
            .where(ContactTag.deleted_at.is_(None), Tag.deleted_at.is_(None))
        )
        return among(some, op)
    if op == "all_of":
        return and_(*(tagged([value]) for value in values))
    return ~tagged(values) if op == "none_of" else tagged(values)


def tagged(names: list[Any]) -> ColumnElement[bool]:
    """Return who has one of these tags."""
    ids = [tag_id(str(name)) for name in names]
    linked = (
        select(ContactTag.contact_id)
        .join(Tag, Tag.id == ContactTag.tag_id)
        .where(
            ContactTag.tag_id.in_(ids), ContactTag.deleted_at.is_(None), Tag.deleted_at.is_(None)
        )
    )
    return Contact.id.in_(linked)


def roles(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
    """Ask what a contact is to the shop now."""
    now = select(ContactRole.contact_id).where(
        ContactRole.deleted_at.is_(None), _lasts(ContactRole.until, day)
    )
    if op in ("known", "empty"):
        return among(now, op)
    if op == "all_of":
        return and_(*(Contact.id.in_(now.where(ContactRole.role == value)) for value in values))
    one = Contact.id.in_(now.where(ContactRole.role.in_(values)))
    return ~one if op == "none_of" else one


def points(kind: str) -> Answer:
    """Ask how a contact can be reached."""

    def ask(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
        there = exists().where(
            ContactPoint.contact_id == Contact.id,
            ContactPoint.kind == kind,
            ContactPoint.deleted_at.is_(None),
        )
        match op:
            case "unknown":
                return ~there
            case "invalid":
                return there.where(ContactPoint.invalid_since.is_not(None))
            case "contains":
                return Contact.id.in_(_points_with(kind, str(values[0])))
        return there

    return ask


def _points_with(kind: str, text: str) -> Select[Any]:
    value: ColumnElement[Any] = func.lower(ContactPoint.value)
    wanted = small(text)
    if kind == "phone" and (bare := _bare(wanted)):
        value, wanted = func.replace(func.replace(value, "-", ""), " ", ""), bare
    return select(ContactPoint.contact_id).where(
        ContactPoint.kind == kind,
        ContactPoint.deleted_at.is_(None),
        func.instr(value, wanted) > 0,
    )


def _bare(phone: str) -> str:
    return phone.replace("-", "").replace(" ", "")


def address_with(word: str) -> ColumnElement[bool]:
    """Return who has an address with this word in it."""
    found = select(ContactPoint.contact_id).where(
        ContactPoint.kind == "address",
        ContactPoint.deleted_at.is_(None),
        func.instr(ContactPoint.value, word) > 0,
    )
    return Contact.id.in_(found)


def noted(_op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
    """Ask what is in the notes."""
    found = select(Note.contact_id).where(
        Note.deleted_at.is_(None), letters(Note.body.expression, "contains", values)
    )
    return Contact.id.in_(found)


def yearly(kind: str) -> Answer:
    """Ask when a day to keep in mind comes round."""

    def ask(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
        found = select(ImportantDate.contact_id).where(ImportantDate.deleted_at.is_(None))
        if kind != "any":
            found = found.where(ImportantDate.kind == kind)
        if op in ("known", "unknown"):
            return among(found, op)
        first, last = day.today, day.today + timedelta(days=min(int(values[0]), YEAR))
        without_day: ColumnElement[bool] = false()
        if op == "month":
            month = int(values[0])
            year = day.today.year + (month < day.today.month)
            first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
            without_day = and_(
                ImportantDate.day.is_(None),
                ImportantDate.calendar == "solar",
                ImportantDate.month == month,
            )
        moon = and_(ImportantDate.calendar == "lunar", ImportantDate.leap_month == 1)
        by = case((moon, "lunar_leap"), else_=ImportantDate.calendar)
        key = by.concat(func.printf("-%02d-%02d", ImportantDate.month, ImportantDate.day))
        comes = and_(
            ImportantDate.day.is_not(None),
            key.in_(sorted(keys_between(first, last))),
            _has_begun(last),
        )
        return Contact.id.in_(found.where(or_(comes, without_day)))

    return ask


def _has_begun(last: date) -> ColumnElement[bool]:
    """Return whether a day's own year is no later than that of its calendar on a date."""
    told = lunar_of(last)
    day = ImportantDate.year * 10_000 + ImportantDate.month * 100 + ImportantDate.day
    sun = last.year * 10_000 + last.month * 100 + last.day
    moon = told.year * 10_000 + told.month * 100 + told.day if told else sun
    end = case((ImportantDate.calendar == "lunar", moon), else_=sun)
    return func.coalesce(day, 0) <= end


def consents(purpose: str, channel: str) -> Answer:
    """Ask what a contact said last about a purpose and a channel, or any channel."""
    channels = sorted({channel, "any"})

    def ask(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
        said = select(Consent.contact_id).where(
            Consent.purpose == purpose, Consent.channel.in_(channels), Consent.deleted_at.is_(None)
        )
        if op == "empty":
            return Contact.id.not_in(said)
        later = aliased(Consent)
        is_later = or_(
            later.happened_at > Consent.happened_at,
            and_(later.happened_at == Consent.happened_at, later.id > Consent.id),
        )
        overruled = exists().where(
            later.contact_id == Consent.contact_id,
            later.purpose == purpose,
            later.channel.in_(channels),
            later.deleted_at.is_(None),
            is_later,
        )
        return Contact.id.in_(said.where(Consent.state.in_(values), ~overruled))

    return ask


def relations(kind: str, *, back: bool = False) -> Answer:
    """Ask whom a contact has to do with, now; the other one is there too."""

    def ask(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
        ends = [(Relation.from_id, Relation.to_id), (Relation.to_id, Relation.from_id)]
        if kind != "any" and kind not in MUTUAL:
            ends = ends[1:] if back else ends[:1]
        found = [_related(mine, other, kind, day) for mine, other in ends]
        if op == "of":
            found = [
                query.where(other.in_(values))
                for query, (_, other) in zip(found, ends, strict=True)
            ]
        some = or_(*(Contact.id.in_(query) for query in found))
        return ~some if op == "unknown" else some

    return ask


def _related(mine: Any, other: Any, kind: str, day: Day) -> Select[Any]:
    them = aliased(Contact)
    query = (
        select(mine)
        .join(them, them.id == other)
        .where(
            Relation.deleted_at.is_(None),
            _lasts(Relation.until, day),
            them.deleted_at.is_(None),
            them.merged_into_id.is_(None),
        )
    )
    return query if kind == "any" else query.where(Relation.kind == kind)


def meetings(kind: str) -> Answer:
    """Ask how often something happened in the last days; 0 days is ever."""

    def ask(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
        number, days = int(values[0]), int(values[1])
        met = (
            select(InteractionContact.contact_id)
            .join(Interaction, Interaction.id == InteractionContact.interaction_id)
            .where(InteractionContact.deleted_at.is_(None), Interaction.deleted_at.is_(None))
        )
        if kind != "any":
            met = met.where(Interaction.kind == kind)
        if days:
            since = day.today - timedelta(days=days)
            met = met.where(Interaction.happened_at >= day.beginning_of(since))
        return _often(met, InteractionContact.contact_id, op, number)

    return ask


def noted_often(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
    """Ask how many notes there are."""
    notes = select(Note.contact_id).where(Note.deleted_at.is_(None))
    return _often(notes, Note.contact_id, op, int(values[0]))


def related_often(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
    """Ask with how many others a contact has to do."""
    both = union(
        _related(Relation.from_id, Relation.to_id, "any", day).add_columns(Relation.to_id),
        _related(Relation.to_id, Relation.from_id, "any", day).add_columns(Relation.from_id),
    ).subquery()
    return _often(select(both.c[0]), both.c[0], op, int(values[0]))


def members(op: str, values: list[Any], _day: Day) -> ColumnElement[bool]:
    """Ask who was put into frozen lists."""
    found = select(SegmentMember.contact_id).where(
        SegmentMember.segment_id.in_(values), SegmentMember.deleted_at.is_(None)
    )
    return Contact.id.not_in(found) if op == "none_of" else Contact.id.in_(found)


def _often(query: Select[Any], column: Any, op: str, number: int) -> ColumnElement[bool]:
    """Return who is in the rows of a query that often."""

    def at_least(times: int) -> ColumnElement[bool]:
        if times <= 0:
            return true()
        often = query.distinct() if times == 1 else query.group_by(column)
        if times > 1:
            often = often.having(func.count() >= min(times, MOST_TIMES))
        return Contact.id.in_(often)

    match op:
        case "at_least":
            return at_least(number)
        case "at_most":
            return ~at_least(number + 1) if number >= 0 else false()
    return and_(at_least(number), ~at_least(number + 1)) if number >= 0 else false()


def among(query: Select[Any], op: str) -> ColumnElement[bool]:
    """Return who is in the rows of a query ('known'), or is not."""
    return Contact.id.in_(query) if op == "known" else Contact.id.not_in(query)


def _lasts(until: Any, day: Day) -> ColumnElement[bool]:
    return or_(until.is_(None), until > day.today.isoformat())
