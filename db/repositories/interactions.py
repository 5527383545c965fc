"""Interactions on disk."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.ids import IdSource, meaning_id
from db.models.interaction import Interaction, InteractionContact


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

    def remove(self, interaction_id: int) -> None:
        """Put an interaction in the trash."""
        found = self._session.get(Interaction, interaction_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("interaction", interaction_id)
        found.deleted_at = self._now()

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
