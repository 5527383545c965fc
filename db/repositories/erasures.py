"""Who was erased."""

from __future__ import annotations

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from db.erasing import erase
from db.errors import RowNotFoundError
from db.models.contact import Contact
from db.models.erasure import Erasure
from db.models.ledger import ChangeSet


class ErasureRepository:
    """Erases contacts and knows who was; never commits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def connection(self) -> Connection:
        """The connection of the transaction."""
        return self._session.connection()

    def erase(self, contact_id: int, now: str, open_set: int) -> set[str]:
        """Erase a contact; return the SHA-256 of the files nobody needs any more.

        Raises RowNotFoundError if there is none, or it is merged into another.
        """
        found = self._session.get(Contact, contact_id)
        if found is None or found.merged_into_id is not None:
            raise RowNotFoundError("contact", contact_id)
        self._session.flush()
        self._session.expunge_all()
        return erase(self.connection, [contact_id], now, open_set)

    def all(self) -> dict[int, str]:
        """Return when each of the erased was, by the number of the contact."""
        return {row.id: row.erased_at for row in self._session.scalars(select(Erasure))}

    def last_device(self) -> int:
        """Return the PC that wrote last, in whose name the ledger goes on."""
        last = select(ChangeSet.device_id).where(
            ChangeSet.clock == select(func.max(ChangeSet.clock)).scalar_subquery()
        )
        return int(self._session.scalar(last) or 0)
