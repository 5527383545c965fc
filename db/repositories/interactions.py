"""Interactions on disk."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import Select, func, literal, null, select, union_all
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.ids import IdSource, meaning_id
from db.models.contact import Note
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
        self, contact_id: int, kinds: Collection[str], *, notes: bool, offset: int, limit: int
    ) -> Sequence[tuple[Any, ...]]:
        """Return a window of a contact's interactions of these kinds and, if wanted, its notes.

        The columns are id, kind, body, at, direction, outcome, pinned, name of the staff.
        """
        parts = [_happened(contact_id, kinds)] if kinds else []
        if notes:
            parts.append(_written(contact_id))
        both = union_all(*parts).subquery()
        query = (
            select(both, func.coalesce(Staff.name, ""))
            .outerjoin(Staff, Staff.id == both.c.staff_id)
            .order_by(both.c.pinned.desc(), both.c.at.desc(), both.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [(*row[:6], bool(row.pinned), row[-1]) for row in self._session.execute(query)]


def _happened(contact_id: int, kinds: Collection[str]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Interaction.id,
            Interaction.kind,
            func.coalesce(Interaction.body, "").label("body"),
            Interaction.happened_at.label("at"),
            Interaction.direction,
            Interaction.outcome,
            literal(0).label("pinned"),
            Interaction.staff_id,
        )
        .join(InteractionContact, InteractionContact.interaction_id == Interaction.id)
        .where(
            InteractionContact.contact_id == contact_id,
            InteractionContact.deleted_at.is_(None),
            Interaction.deleted_at.is_(None),
            Interaction.kind.in_(list(kinds)),
        )
    )


def _written(contact_id: int) -> Select[*tuple[Any, ...]]:
    return select(
        Note.id,
        literal("note").label("kind"),
        Note.body,
        Note.created_at.label("at"),
        null().label("direction"),
        null().label("outcome"),
        Note.pinned,
        Note.staff_id,
    ).where(Note.contact_id == contact_id, Note.deleted_at.is_(None))
