"""Interactions on disk."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, null, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.errors import RowNotFoundError
from db.given import given
from db.ids import IdSource, meaning_id
from db.models.contact import Contact, Note
from db.models.interaction import Interaction, InteractionContact
from db.models.shop import Staff


class InteractionRepository:
    """What happened with whom; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, contact_ids: Collection[int], **values: Any) -> int:
        """Add one interaction with these contacts; return its id."""
        interaction = Interaction(id=self._ids.next(), **values)
        self._session.add(interaction)
        self._session.flush()
        for contact_id in contact_ids:
            link_id = meaning_id(interaction.id, contact_id)
            self._session.add(
                InteractionContact(id=link_id, interaction_id=interaction.id, contact_id=contact_id)
            )
        return interaction.id

    def get(self, interaction_id: int) -> Interaction:
        """Return the interaction to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(Interaction, interaction_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("interaction", interaction_id)
        return found

    def remove(self, interaction_id: int) -> None:
        """Put an interaction in the trash."""
        self.get(interaction_id).deleted_at = self._now()

    def of(self, contact_id: int, *, limit: int, offset: int = 0) -> Sequence[Interaction]:
        """Return a contact's interactions, newest first."""
        query = (
            select(Interaction)
            .join(InteractionContact, InteractionContact.interaction_id == Interaction.id)
            .where(
                InteractionContact.contact_id == contact_id,
                InteractionContact.deleted_at.is_(None),
                Interaction.deleted_at.is_(None),
            )
            .order_by(Interaction.happened_at.desc(), Interaction.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return self._session.scalars(query).all()

    def timeline(
        self,
        contact_ids: Sequence[int],
        kinds: Collection[str],
        *,
        notes: bool,
        offset: int,
        limit: int,
    ) -> Sequence[tuple[Any, ...]]:
        """Return a window of these contacts' interactions of these kinds and, if wanted, notes.

        The columns are id, kind, body, at, direction, outcome, pinned, name of the staff, names
        of whose it is: '' for what is the first contact's own.
        """
        parts = [_happened(contact_ids, kinds)] if kinds else []
        if notes:
            parts.append(_written(contact_ids))
        both = union_all(*parts).subquery()
        query = (
            select(both, func.coalesce(Staff.name, ""))
            .outerjoin(Staff, Staff.id == both.c.staff_id)
            .order_by(both.c.pinned.desc(), both.c.at.desc(), both.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        rows = self._session.execute(query).all()
        who = self._whose(contact_ids, rows) if len(contact_ids) > 1 else {}
        return [
            (*row[:6], bool(row.pinned), row[-1], who.get((row.id, row.kind == "note"), ""))
            for row in rows
        ]

    def _whose(
        self, contact_ids: Sequence[int], rows: Sequence[Any]
    ) -> dict[tuple[int, bool], str]:
        """Return the names for (id, whether it is a note) of what is not the first contact's."""
        logged = [row.id for row in rows if row.kind != "note"]
        written = [row.id for row in rows if row.kind == "note"]
        links = select(
            InteractionContact.interaction_id, InteractionContact.contact_id, literal(0)
        ).where(
            InteractionContact.interaction_id.in_(given(logged)),
            InteractionContact.contact_id.in_(given(contact_ids)),
            InteractionContact.deleted_at.is_(None),
        )
        notes = select(Note.id, Note.contact_id, literal(1)).where(Note.id.in_(given(written)))
        whose: dict[tuple[int, bool], set[int]] = {}
        for query in (links, notes):
            for entry_id, contact_id, is_note in self._session.execute(query):
                whose.setdefault((entry_id, bool(is_note)), set()).add(contact_id)
        meant = {i for ids in whose.values() for i in ids}
        named = select(Contact.id, Contact.name).where(Contact.id.in_(given(meant)))
        names = dict(self._session.execute(named).all())
        return {
            key: ", ".join(sorted(names[i] for i in ids))
            for key, ids in whose.items()
            if contact_ids[0] not in ids
        }


def _happened(contact_ids: Sequence[int], kinds: Collection[str]) -> Select[*tuple[Any, ...]]:
    query = select(
        Interaction.id,
        Interaction.kind,
        func.coalesce(Interaction.body, "").label("body"),
        Interaction.happened_at.label("at"),
        Interaction.direction,
        Interaction.outcome,
        literal(0).label("pinned"),
        Interaction.staff_id,
    ).where(Interaction.deleted_at.is_(None), Interaction.kind.in_(list(kinds)))
    if len(contact_ids) == 1:  # no interaction twice: a join is quickest
        return query.join(
            InteractionContact, InteractionContact.interaction_id == Interaction.id
        ).where(
            InteractionContact.contact_id == contact_ids[0],
            InteractionContact.deleted_at.is_(None),
        )
    of_them = select(InteractionContact.interaction_id).where(
        InteractionContact.contact_id.in_(given(contact_ids)),
        InteractionContact.deleted_at.is_(None),
    )
    return query.where(Interaction.id.in_(of_them))


def _written(contact_ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    return select(
        Note.id,
        literal("note").label("kind"),
        Note.body,
        Note.created_at.label("at"),
        null().label("direction"),
        null().label("outcome"),
        Note.pinned,
        Note.staff_id,
    ).where(_is_one_of(Note.contact_id, contact_ids), Note.deleted_at.is_(None))


def _is_one_of(
    column: InstrumentedAttribute[int], contact_ids: Sequence[int]
) -> ColumnElement[bool]:
    if len(contact_ids) == 1:
        return column == contact_ids[0]
    return column.in_(given(contact_ids))
