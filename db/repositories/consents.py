"""What contacts agreed to, on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.alive import alive_in
from db.ids import IdSource
from db.models.consent import Consent
from db.models.shop import Staff


class ConsentRepository:
    """Declarations are only added, never changed; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, contact_id: int, **values: Any) -> int:
        """Add a declaration, by default made just now; return its id."""
        values.setdefault("happened_at", self._now())
        if values.get("attachment_id"):
            self._session.flush()  # the file may be as new as this
        made = Consent(id=self._ids.next(), contact_id=contact_id, **values)
        self._session.add(made)
        return made.id

    def of(self, contact_id: int) -> Sequence[tuple[Any, ...]]:
        """Return a contact's declarations, newest first.

        The columns are id, purpose, channel, state, happened_at, source, evidence,
        attachment_id, reconfirm_on, name of the staff.
        """
        query = (
            select(
                Consent.id, Consent.purpose, Consent.channel, Consent.state, Consent.happened_at,
                func.coalesce(Consent.source, ""), func.coalesce(Consent.evidence, ""),
                Consent.attachment_id, func.coalesce(Consent.reconfirm_on, ""),
                func.coalesce(Staff.name, ""),
            )
            .outerjoin(Staff, Staff.id == Consent.staff_id)
            .where(Consent.contact_id == contact_id, Consent.deleted_at.is_(None))
            .order_by(Consent.happened_at.desc(), Consent.id.desc())
        )  # fmt: skip
        return [tuple(row) for row in self._session.execute(query)]

    def due(self, until: str, *, limit: int) -> Sequence[tuple[int, str, str, str, str]]:
        """Return what is to be confirmed again by a date, the most overdue first.

        The columns are contact id, name, purpose, channel, the date; only declarations that
        grant and still count.
        """
        rows = self._session.execute(text(DUE), {"until": until, "limit": limit})
        return [(a, b, c, d, e) for a, b, c, d, e in rows]


DUE = f"""
SELECT c.contact_id, contact.name, c.purpose, c.channel, c.reconfirm_on
FROM consent c JOIN contact ON contact.id = c.contact_id
WHERE c.reconfirm_on <= :until AND c.state = 'granted' AND c.deleted_at IS NULL
  AND {alive_in("contact")}
  AND NOT EXISTS (SELECT 1 FROM consent later
    WHERE later.contact_id = c.contact_id AND later.purpose = c.purpose
      AND later.channel IN (c.channel, 'any') AND later.deleted_at IS NULL
      AND (later.happened_at, later.id) > (c.happened_at, c.id))
ORDER BY c.reconfirm_on, c.id LIMIT :limit
"""
