"""Contacts on disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVarTuple

from sqlalchemy import Select, and_, func, select, text
from sqlalchemy.orm import Session

from db.alive import ALIVE, alive_in
from db.day import Day
from db.errors import RowNotFoundError
from db.filters import FilterLike, clause
from db.given import given
from db.ids import IdSource
from db.keys import name_key
from db.models.contact import LAST_CONTACT, Contact, ContactPoint, Note
from db.points import point_key
from db.search import Found, count, find
from db.search_index import bulk, refresh

SORTS = {
    "name": Contact.name,
    "company": Contact.company,
    "created_at": Contact.created_at,
    "last_contact_at": Contact.last_contact_at,
    "visits": Contact.visits,
    "sales_total": Contact.sales_total,
    "sales_average": Contact.sales_average,
    "sales_year": Contact.sales_year,
    "first_sale_on": Contact.first_sale_on,
    "last_sale_on": Contact.last_sale_on,
    "usual_gap": Contact.usual_gap,
    "quality": Contact.quality,
    "next_task_at": Contact.next_task_at,
    "owed": Contact.owed,
    "passes_left": Contact.passes_left,
    "points": Contact.points,
}
Row = TypeVarTuple("Row")


class ContactRepository:
    """Entities to change, plain rows to show; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    # To change

    def add(self, values: Mapping[str, Any]) -> Contact:
        """Add one contact of these columns; `name` must be among them."""
        contact = Contact(id=self._ids.next(), **values)
        contact.name_key = name_key(contact.name)
        self._session.add(contact)
        self._session.flush()
        return contact

    def get(self, contact_id: int) -> Contact:
        """Return the contact to change; raise RowNotFoundError if it is in the trash or gone."""
        contact = self._session.get(Contact, contact_id)
        if contact is None or contact.deleted_at or contact.merged_into_id:
            raise RowNotFoundError("contact", contact_id)
        return contact

    def change(self, contact_id: int, values: Mapping[str, Any]) -> Contact:
        """Set some columns of a contact."""
        contact = self.get(contact_id)
        for column, value in values.items():
            setattr(contact, column, value)
        contact.name_key = name_key(contact.name)
        return contact

    def require_there(self, contact_ids: Collection[int]) -> None:
        """Raise RowNotFoundError unless every one of these contacts is there."""
        self._session.flush()
        there = set(
            self._session.scalars(
                text(
                    "SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(:given))"
                    f" AND {ALIVE}"
                ),
                {"given": json.dumps(list(contact_ids))},
            )
        )
        if gone := set(contact_ids) - there:
            raise RowNotFoundError("contact", min(gone))

    def set_all(self, contact_ids: Collection[int], values: Mapping[str, Any]) -> None:
        """Set some columns of many contacts in one statement."""
        change = ", ".join(f'"{column}" = :{column}' for column in values)
        self._set_all(contact_ids, change, **values)

    def derive_name_key(self, contact_id: int) -> None:
        """Compute what a name matches by anew."""
        contact = self.get(contact_id)
        contact.name_key = name_key(contact.name)

    def put_in_trash(self, contact_ids: Collection[int]) -> None:
        """Mark contacts as deleted; what belongs to them stays with them."""
        self._set_all(contact_ids, "deleted_at = :now")

    def assign(self, contact_ids: Collection[int], staff_id: int | None) -> None:
        """Give contacts to somebody who works here, or to nobody."""
        self._set_all(contact_ids, "owner_id = :owner", owner=staff_id)

    def take_from_trash(self, contact_ids: Collection[int]) -> None:
        """Bring contacts back from the trash."""
        for contact_id in contact_ids:
            contact = self._session.get(Contact, contact_id)
            if contact is None:
                raise RowNotFoundError("contact", contact_id)
            contact.deleted_at = None

    def add_point(
        self,
        contact_id: int,
        kind: str,
        value: str,
        *,
        country: str,
        **values: Any,
    ) -> ContactPoint:
        """Add a phone, e-mail, address or link behind those the contact has."""
        points = select(func.max(ContactPoint.position)).where(
            ContactPoint.contact_id == contact_id, ContactPoint.kind == kind
        )
        last = self._session.scalar(points)
        point = ContactPoint(
            id=self._ids.next(), contact_id=contact_id, kind=kind, value=value,
            position=0 if last is None else last + 1, **values,
        )  # fmt: skip
        point.key = point_key(kind, point.label, value, country)
        self._session.add(point)
        return point

    def point(self, point_id: int) -> ContactPoint:
        """Return the contact point to change."""
        point = self._session.get(ContactPoint, point_id)
        if point is None or point.deleted_at:
            raise RowNotFoundError("contact_point", point_id)
        return point

    def change_point(self, point_id: int, *, country: str, **values: Any) -> None:
        """Set some columns of a contact point."""
        point = self.point(point_id)
        for column, value in values.items():
            setattr(point, column, value)
        point.key = point_key(point.kind, point.label, point.value, country)

    def add_note(self, contact_id: int, body: str, staff_id: int | None = None) -> Note:
        """Add a note to a contact."""
        note = Note(id=self._ids.next(), contact_id=contact_id, body=body, staff_id=staff_id)
        self._session.add(note)
        return note

    def remove_note(self, note_id: int) -> None:
        """Put a note in the trash."""
        self.note(note_id).deleted_at = self._now()

    def retire_point(self, point_id: int, reason: str) -> None:
        """Mark a phone, e-mail … as not valid any more."""
        point = self.point(point_id)
        point.invalid_since, point.invalid_reason = self._now(), reason

    def revive_point(self, point_id: int) -> None:
        """Mark a phone, e-mail … as valid again."""
        point = self.point(point_id)
        point.invalid_since = point.invalid_reason = None

    def make_first(self, point_id: int) -> None:
        """Put a phone, e-mail … before the others of its kind."""
        first = self.point(point_id)
        others = [p for p in self.points([first.contact_id], first.kind) if p.id != point_id]
        for position, point in enumerate([first, *others]):
            point.position = position

    def remove_point(self, point_id: int) -> None:
        """Put a phone, e-mail, address or link in the trash."""
        self.point(point_id).deleted_at = self._now()

    def note(self, note_id: int) -> Note:
        """Return the note to change."""
        note = self._session.get(Note, note_id)
        if note is None or note.deleted_at:
            raise RowNotFoundError("note", note_id)
        return note

    def refresh_search(self, contact_ids: Collection[int]) -> None:
        """Compute the search text of these contacts anew."""
        self._session.flush()
        connection = self._session.connection()
        with bulk(connection, len(contact_ids)):
            refresh(connection, contact_ids)

    def derive_keys(self) -> None:
        """Compute every match key anew, as after a change of country."""
        self._session.flush()
        self._session.execute(text("UPDATE contact_point SET key = point_key(kind, label, value)"))

    def refresh_last_contact(self, contact_ids: Collection[int]) -> None:
        """Compute when these contacts were last spoken with."""
        self._session.flush()
        ids = json.dumps(list(contact_ids))
        self._session.execute(
            text(
                f"UPDATE contact SET last_contact_at = {LAST_CONTACT}"
                " WHERE id IN (SELECT value FROM json_each(:given))"
            ),
            {"given": ids},
        )

    # To show

    def line_of(self, contact_id: int, sort: str, *, descending: bool) -> int | None:
        """Return how many stand before a contact in the whole list; None if it is not in it."""
        column = SORTS[sort]
        found = self._session.execute(
            select(column).where(text(ALIVE), Contact.id == contact_id)
        ).one_or_none()
        if found is None:
            return None
        (value,) = found
        mine = column.is_(None) if value is None else column == value  # NULL is the least
        if descending:
            more = column.is_not(None) if value is None else column > value
            ahead = [more, and_(mine, Contact.id > contact_id)]
        else:
            less = [] if value is None else [column.is_(None), column < value]
            ahead = [*less, and_(mine, Contact.id < contact_id)]
        # One count per range of the index; together they would be one walk over the whole.
        alive = select(func.count()).select_from(Contact).where(text(ALIVE))
        return sum(self._session.scalar(alive.where(part)) or 0 for part in ahead)

    def let_through(self, ids: Collection[int], wanted: FilterLike, day: Day) -> set[int]:
        """Return which of these contacts a filter lets through."""
        query = select(Contact.id).where(
            text(ALIVE), Contact.id.in_(given(ids)), clause(wanted, day)
        )
        return set(self._session.scalars(query))

    def filtered(
        self,
        wanted: FilterLike,
        day: Day,
        sort: str,
        *,
        descending: bool,
        limit: int | None = None,
    ) -> list[int]:
        """Return the ids of the contacts a filter lets through, in the order of a column."""
        query = select(Contact.id).where(text(ALIVE), clause(wanted, day)).limit(limit)
        return list(self._session.scalars(_ordered(query, sort, descending=descending)))

    def count_filtered(self, wanted: FilterLike, day: Day) -> int:
        """Return how many contacts a filter lets through."""
        query = select(func.count()).select_from(Contact).where(text(ALIVE), clause(wanted, day))
        return self._session.scalar(query) or 0

    def sources(self) -> list[str]:
        """Return the sources in use, by name."""
        query = select(Contact.source).where(text(ALIVE), Contact.source.is_not(None)).distinct()
        return [
            source for source in self._session.scalars(query.order_by(Contact.source)) if source
        ]

    def look_alikes(
        self, keys: Collection[str], name: str, *, limit: int = 5
    ) -> Sequence[tuple[int, str, str]]:
        """Return (id, name, why) of contacts with one of these keys, or of this very name."""
        found: dict[int, tuple[int, str, str]] = {}
        same_point = (
            select(Contact.id, Contact.name, ContactPoint.kind)
            .join(ContactPoint, ContactPoint.contact_id == Contact.id)
            .where(
                text(alive_in("contact")),
                ContactPoint.key.in_([key for key in keys if key]),
                ContactPoint.deleted_at.is_(None),
            )
            .limit(limit)
        )
        for contact_id, known_as, kind in self._session.execute(same_point):
            found.setdefault(contact_id, (contact_id, known_as, kind))
        if key := name_key(name):
            same_name = select(Contact.id, Contact.name).where(text(ALIVE), Contact.name_key == key)
            for contact_id, known_as in self._session.execute(same_name.limit(limit)):
                found.setdefault(contact_id, (contact_id, known_as, "name"))
        return list(found.values())[:limit]

    def rows(self, ids: Collection[int]) -> dict[int, tuple[Any, ...]]:
        """Return (id, kind, name, stage) of these contacts, by id."""
        columns = (Contact.id, Contact.kind, Contact.name, Contact.stage)
        query = select(*columns).where(Contact.id.in_(given(ids)))
        return {row[0]: tuple(row) for row in self._session.execute(query)}

    def points(self, ids: Collection[int], kind: str | None = None) -> Sequence[ContactPoint]:
        """Return the points of these contacts in their order, to read only."""
        query = (
            select(ContactPoint)
            .where(ContactPoint.contact_id.in_(given(ids)), ContactPoint.deleted_at.is_(None))
            .order_by(
                ContactPoint.contact_id, ContactPoint.kind, ContactPoint.position, ContactPoint.id
            )
        )
        if kind is not None:
            query = query.where(ContactPoint.kind == kind)
        return self._session.scalars(query).all()

    def point_kinds(self, point_ids: Collection[int]) -> dict[int, str]:
        """Return whether these contact points are phones, e-mails, addresses or links."""
        query = select(ContactPoint.id, ContactPoint.kind).where(ContactPoint.id.in_(point_ids))
        return dict(self._session.execute(query).all())

    def phones(self, ids: Collection[int]) -> Sequence[tuple[int, str]]:
        """Return (contact id, phone) of these contacts in their order, quicker than `points`."""
        query = (
            select(ContactPoint.contact_id, ContactPoint.value)
            .where(
                ContactPoint.contact_id.in_(given(ids)),
                ContactPoint.kind == "phone",
                ContactPoint.deleted_at.is_(None),
            )
            .order_by(ContactPoint.contact_id, ContactPoint.position, ContactPoint.id)
        )
        return [(contact_id, phone) for contact_id, phone in self._session.execute(query)]

    def notes(self, contact_id: int, *, limit: int = 200) -> Sequence[Note]:
        """Return a contact's notes, pinned first, then newest first, to read only."""
        query = (
            select(Note)
            .where(Note.contact_id == contact_id, Note.deleted_at.is_(None))
            .order_by(Note.pinned.desc(), Note.id.desc())
            .limit(limit)
        )
        return self._session.scalars(query).all()

    def first_seen(self) -> list[tuple[int, str, str, str]]:
        """Return (id, kind, name, first seen or '') of every contact, by id."""
        query = text(
            "SELECT id, kind, name, coalesce(first_seen_on, '') FROM contact"
            f" WHERE {ALIVE} ORDER BY id"
        )
        return [(a, b, c, d) for a, b, c, d in self._session.execute(query)]

    def trash(self, *, limit: int, offset: int = 0) -> Sequence[tuple[Any, ...]]:
        """Return (id, kind, name, deleted_at) of what is in the trash, newest first."""
        query = (
            select(Contact.id, Contact.kind, Contact.name, Contact.deleted_at)
            .where(Contact.deleted_at.is_not(None), Contact.merged_into_id.is_(None))
            .order_by(Contact.deleted_at.desc(), Contact.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [tuple(row) for row in self._session.execute(query)]

    def find(self, words: str, *, limit: int = 1000) -> Found:
        """Return the contacts that fit what was typed, best first, at most `limit`."""
        return find(self._session.connection(), words, limit)

    def count_found(self, words: str) -> int:
        """Return how many contacts fit what was typed."""
        return count(self._session.connection(), words)

    def _set_all(self, contact_ids: Collection[int], change: str, **values: object) -> None:
        """Change many contacts in one statement; raise RowNotFoundError if one is not there."""
        ids = json.dumps(list(contact_ids))
        which = f"id IN (SELECT value FROM json_each(:given)) AND {ALIVE}"
        self.require_there(contact_ids)
        self._session.execute(
            text(f"UPDATE contact SET {change}, updated_at = :now WHERE {which}"),
            {"given": ids, "now": self._now(), **values},
        )


def _ordered(query: Select[*Row], sort: str, *, descending: bool) -> Select[*Row]:
    column = SORTS[sort]
    if descending:
        return query.order_by(column.desc(), Contact.id.desc())
    return query.order_by(column, Contact.id)
