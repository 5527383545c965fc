"""What a user can say about what contacts are to the shop and to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.adding import add_contact
from app.clock import Clock
from app.day import today
from app.inputs import day_or_none, require
from app.ops import Op
from app.shapes.contacts import ContactForm
from app.shapes.relations import RelationForm, RelationRow, RelationTypeRow, RoleRow
from app.store import Store
from db.keys import clean
from db.kinds import RELATIONS, ROLES
from db.models.relation import Relation

if TYPE_CHECKING:
    from db.uow import UnitOfWork

# Who can be at the other end.
ONLY_TO = {"works_at": "company", "member_of": "household"}


class RelationService:
    """Roles, companies, households, families; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def roles(self, contact_id: int) -> list[RoleRow]:
        """Return what a contact is to the shop, also what it no longer is."""
        with self._store.read() as unit:
            found = unit.relations.roles([contact_id]).get(contact_id, [])
        return [RoleRow(*row) for row in sorted(found, key=lambda row: ROLES.index(row[0]))]

    def give_role(self, contact_id: int, role: str, since: str = "") -> None:
        """Say that a contact is a customer, lead, supplier or partner; several at once may be."""
        require(role in ROLES, "role")
        begun = day_or_none(since, "since")
        with self._store.action(Op.GIVE_ROLE, role=role) as unit:
            unit.contacts.get(contact_id)
            unit.relations.give_role(contact_id, role, begun)

    def end_role(self, contact_id: int, role: str, until: str = "") -> None:
        """Say that a contact is no longer that, since today or a date."""
        ended = day_or_none(until, "until") or self._today()
        with self._store.action(Op.END_ROLE, role=role) as unit:
            unit.relations.role(contact_id, role).until = ended

    def take_role(self, contact_id: int, role: str) -> None:
        """Take a role away that was given by mistake."""
        with self._store.action(Op.TAKE_ROLE, role=role) as unit:
            unit.relations.take_role(contact_id, role)

    def of(self, contact_id: int) -> list[RelationRow]:
        """Return a contact's relations, those of today first."""
        with self._store.read() as unit:
            return [
                RelationRow(
                    id=row[0], kind=row[1], forward=bool(row[2]), named=row[3], other_id=row[4],
                    other_name=row[5], other_kind=row[6], title=row[7], is_primary=bool(row[8]),
                    since=row[9] or "", until=row[10] or "", note=row[11],
                )
                for row in unit.relations.of(contact_id)
            ]  # fmt: skip

    def relate(self, from_id: int, to_id: int, form: RelationForm) -> int:
        """Relate two contacts; return the relation's id.

        'works_at' needs a company, 'member_of' a household at the other end. Who works
        somewhere and has no company yet gets its name. Raises InvalidInputError for a relation
        to oneself or of an unknown kind.
        """
        require(from_id != to_id, "other")
        values = self._values(form)
        with self._store.action(Op.RELATE, kind=form.kind) as unit:
            return self._relate(unit, from_id, to_id, form, values)

    def relate_new(
        self, contact_id: int, other: ContactForm, form: RelationForm, *, forward: bool = True
    ) -> int:
        """Add a contact and relate it to one that is there, in one step; return its id.

        Not `forward`: the relation goes from the new contact to the known one.
        """
        other.require_valid()
        values = self._values(form)
        with self._store.action(Op.RELATE, kind=form.kind) as unit:
            made = add_contact(unit, other, self._store.country, self._store.actor_id)
            ends = (contact_id, made) if forward else (made, contact_id)
            self._relate(unit, *ends, form, values)
            return made

    def edit(self, relation_id: int, form: RelationForm) -> None:
        """Change what is told about a relation; its kind and ends stay."""
        values = self._told(form)
        with self._store.action(Op.EDIT_RELATION) as unit:
            relation = _named(unit, relation_id)
            for column, value in values.items():
                setattr(relation, column, value)

    def end(self, relation_id: int, until: str = "") -> None:
        """Say that a relation is no longer, since today or a date."""
        ended = day_or_none(until, "until") or self._today()
        with self._store.action(Op.END_RELATION) as unit:
            _named(unit, relation_id).until = ended

    def make_primary(self, relation_id: int) -> None:
        """Let a relation come first among those of its kind."""
        with self._store.action(Op.EDIT_RELATION) as unit:
            _named(unit, relation_id)
            unit.relations.make_primary(relation_id)

    def remove(self, relation_id: int) -> None:
        """Take a relation away that was made by mistake."""
        with self._store.action(Op.REMOVE_RELATION) as unit:
            _named(unit, relation_id)
            unit.relations.remove(relation_id)

    def types(self) -> list[RelationTypeRow]:
        """Return the relations the shop has named itself."""
        with self._store.read() as unit:
            return [RelationTypeRow(*row) for row in unit.relations.types()]

    def add_type(self, forward_name: str, reverse_name: str = "") -> int:
        """Name a relation as it reads from either end; return its id."""
        forward = clean(forward_name)
        require(bool(forward), "name")
        with self._store.action(Op.ADD_RELATION_TYPE, name=forward) as unit:
            return unit.relations.add_type(forward, clean(reverse_name) or forward)

    def remove_type(self, type_id: int) -> None:
        """Put a relation's name in the trash; relations of that name are not shown any more."""
        with self._store.action(Op.REMOVE_RELATION_TYPE) as unit:
            found = unit.relations.type(type_id)
            unit.changes.add_facts(name=found.forward_name)
            found.deleted_at = unit.now()

    def _relate(
        self,
        unit: UnitOfWork,
        from_id: int,
        to_id: int,
        form: RelationForm,
        values: dict[str, str | None],
    ) -> int:
        one, other = unit.contacts.get(from_id), unit.contacts.get(to_id)
        require(ONLY_TO.get(form.kind, other.kind) == other.kind, "other")
        type_id = form.type_id
        if type_id is not None:
            unit.relations.type(type_id)
        elif form.kind == "custom":
            forward = clean(form.named)
            type_id = unit.relations.add_type(forward, clean(form.named_back) or forward)
        unit.changes.add_facts(name=one.name, other=other.name)
        made = unit.relations.relate(from_id, to_id, form.kind, type_id, **values)
        if form.kind == "works_at" and not one.company and not form.until:
            one.company = other.name
        return made

    def _values(self, form: RelationForm) -> dict[str, str | None]:
        require(form.kind in RELATIONS, "kind")
        known = form.type_id is not None or bool(clean(form.named))
        require((form.kind == "custom") == known, "kind")
        return self._told(form)

    def _told(self, form: RelationForm) -> dict[str, str | None]:
        return {
            "title": clean(form.title) or None,
            "since": day_or_none(form.since, "since"),
            "until": day_or_none(form.until, "until"),
            "note": clean(form.note) or None,
        }

    def _today(self) -> str:
        return today(self._now()).today.isoformat()


def _named(unit: UnitOfWork, relation_id: int) -> Relation:
    """Return a relation; History is told whose it is."""
    relation = unit.relations.get(relation_id)
    names = unit.contacts.rows([relation.from_id, relation.to_id])
    one, other = (str(names[i][2]) for i in (relation.from_id, relation.to_id))
    unit.changes.add_facts(name=one, other=other)
    return relation
