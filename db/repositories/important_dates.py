"""The days of a year to keep in mind, on disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.given import given
from db.ids import IdSource
from db.models.important_date import ImportantDate


class ImportantDateRepository:
    """Anniversaries and other days of contacts; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, contact_id: int, **values: Any) -> int:
        """Add a day; return its id."""
        made = ImportantDate(id=self._ids.next(), contact_id=contact_id, **values)
        self._session.add(made)
        return made.id

    def get(self, date_id: int) -> ImportantDate:
        """Return the day to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(ImportantDate, date_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("important_date", date_id)
        return found

    def remove(self, date_id: int) -> None:
        """Put a day in the trash."""
        self.get(date_id).deleted_at = self._now()

    def of(self, contact_ids: Collection[int]) -> Sequence[ImportantDate]:
        """Return the days of these contacts in the order of the year, to read only."""
        query = (
            select(ImportantDate)
            .where(
                ImportantDate.contact_id.in_(given(contact_ids)),
                ImportantDate.deleted_at.is_(None),
            )
            .order_by(ImportantDate.month, ImportantDate.day, ImportantDate.id)
        )
        return self._session.scalars(query).all()
