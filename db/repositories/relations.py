"""What contacts are to the shop and to each other, on disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import Select, and_, case, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.given import given
from db.ids import IdSource, meaning_id
from db.models.contact import Contact
from db.models.relation import ContactRole, Relation, RelationType

# Read the same from either end: the older contact stands first, so that there is one row.
MUTUAL = frozenset({"spouse", "sibling", "family", "friend", "colleague"})
# From whom a company's or a household's page also shows what happened.
BELONGING = ("works_at", "member_of")


class RelationRepository:
    """Roles, relations and the shop's own names of relations; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    # Roles

    def give_role(self, contact_id: int, role: str, since: str | None) -> int:
        """Say what a contact is to the shop, again or for the first time; return the row's id."""
        row_id = meaning_id("role", contact_id, role)
        found = self._session.get(ContactRole, row_id)
        if found is None:
            self._session.add(ContactRole(id=row_id, contact_id=contact_id, role=role, since=since))
        else:
            found.deleted_at = found.until = None
            found.since = since or found.since
        return row_id

    def role(self, contact_id: int, role: str) -> ContactRole:
        """Return the role to change; raise RowNotFoundError if the contact has it not."""
        row_id = meaning_id("role", contact_id, role)
        found = self._session.get(ContactRole, row_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("contact_role", row_id)
        return found

    def take_role(self, contact_id: int, role: str) -> None:
        """Put a role in the trash."""
        self.role(contact_id, role).deleted_at = self._now()

    def roles(self, contact_ids: Collection[int]) -> dict[int, list[tuple[str, str, str]]]:
        """Return (role, since, until) of these contacts; '' where there is no date."""
        query = select(
            ContactRole.contact_id,
            ContactRole.role,
            func.coalesce(ContactRole.since, ""),
            func.coalesce(ContactRole.until, ""),
        ).where(ContactRole.contact_id.in_(given(contact_ids)), ContactRole.deleted_at.is_(None))
        found: dict[int, list[tuple[str, str, str]]] = {}
        for contact_id, *rest in self._session.execute(query):
            found.setdefault(contact_id, []).append((rest[0], rest[1], rest[2]))
        return found

    # Relations

    def relate(
        self, from_id: int, to_id: int, kind: str, type_id: int | None, **values: Any
    ) -> int:
        """Relate two contacts, again or for the first time; return the relation's id."""
        if kind in MUTUAL and from_id > to_id:
            from_id, to_id = to_id, from_id
        row_id = meaning_id("relation", from_id, to_id, kind, type_id or 0)
        found = self._session.get(Relation, row_id)
        if found is None:
            found = Relation(id=row_id, from_id=from_id, to_id=to_id, kind=kind, type_id=type_id)
            self._session.add(found)
        found.deleted_at = found.until = None
        for column, value in values.items():
            setattr(found, column, value)
        return row_id

    def get(self, relation_id: int) -> Relation:
        """Return the relation to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(Relation, relation_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("relation", relation_id)
        return found

    def remove(self, relation_id: int) -> None:
        """Put a relation in the trash."""
        self.get(relation_id).deleted_at = self._now()

    def make_primary(self, relation_id: int) -> None:
        """Let one relation of its kind be the first of whom it starts from."""
        chosen = self.get(relation_id)
        others = select(Relation).where(
            Relation.from_id == chosen.from_id,
            Relation.kind == chosen.kind,
            Relation.is_primary == 1,
            Relation.id != relation_id,
        )
        for other in self._session.scalars(others):
            other.is_primary = 0
        chosen.is_primary = 1

    def of(self, contact_id: int) -> Sequence[tuple[Any, ...]]:
        """Return a contact's relations to living contacts, those of today first.

        The columns are id, kind, whether read forward, the shop's name of it, and id, name and
        kind of the other, title, primary, since, until, note.
        """
        both = union_all(
            _from_one_end(contact_id, forward=True), _from_one_end(contact_id, forward=False)
        ).subquery()
        query = select(both).order_by(
            both.c.until.is_not(None), both.c.is_primary.desc(), both.c.kind, both.c.name
        )
        return [tuple(row) for row in self._session.execute(query)]

    def belonging_to(self, contact_id: int, *, limit: int = 500) -> list[int]:
        """Return the people of a company or household, those who left it too."""
        query = (
            select(Relation.from_id)
            .join(Contact, Contact.id == Relation.from_id)
            .where(
                Relation.to_id == contact_id,
                Relation.kind.in_(BELONGING),
                Relation.deleted_at.is_(None),
                Contact.deleted_at.is_(None),
                Contact.merged_into_id.is_(None),
            )
            .limit(limit)
        )
        return list(self._session.scalars(query))

    # The shop's own names of relations

    def add_type(self, forward_name: str, reverse_name: str) -> int:
        """Keep a relation's two names; return the id."""
        last = self._session.scalar(select(func.max(RelationType.position)))
        made = RelationType(
            id=self._ids.next(), forward_name=forward_name, reverse_name=reverse_name,
            position=0 if last is None else last + 1,
        )  # fmt: skip
        self._session.add(made)
        self._session.flush()  # a relation may refer to it in the same action
        return made.id

    def type(self, type_id: int) -> RelationType:
        """Return the named relation to change."""
        found = self._session.get(RelationType, type_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("relation_type", type_id)
        return found

    def types(self) -> Sequence[tuple[int, str, str]]:
        """Return (id, name, name from the other end) of the shop's own relations."""
        query = (
            select(RelationType.id, RelationType.forward_name, RelationType.reverse_name)
            .where(RelationType.deleted_at.is_(None))
            .order_by(RelationType.position, RelationType.id)
        )
        return [(a, b, c) for a, b, c in self._session.execute(query)]


def _from_one_end(contact_id: int, *, forward: bool) -> Select[*tuple[Any, ...]]:
    mine, other = (
        (Relation.from_id, Relation.to_id) if forward else (Relation.to_id, Relation.from_id)
    )
    name = RelationType.forward_name if forward else RelationType.reverse_name
    return (
        select(
            Relation.id,
            Relation.kind,
            # What reads the same from both ends always reads forward.
            case((Relation.kind.in_(sorted(MUTUAL)), literal(1)), else_=int(forward)).label(
                "forward"
            ),
            func.coalesce(name, "").label("named"),
            Contact.id.label("other_id"),
            Contact.name.label("name"),
            Contact.kind.label("other_kind"),
            func.coalesce(Relation.title, "").label("title"),
            Relation.is_primary.label("is_primary"),
            Relation.since.label("since"),
            Relation.until.label("until"),
            func.coalesce(Relation.note, "").label("note"),
        )
        .join(Contact, Contact.id == other)
        .outerjoin(RelationType, RelationType.id == Relation.type_id)
        .where(
            mine == contact_id,
            Relation.deleted_at.is_(None),
            and_(Contact.deleted_at.is_(None), Contact.merged_into_id.is_(None)),
            or_(RelationType.id.is_(None), RelationType.deleted_at.is_(None)),
        )
    )
