"""Smart lists on disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence

from sqlalchemy import func, or_, select, text
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.segment import Segment


class SegmentRepository:
    """Named filters and the members of frozen ones; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(
        self, name: str, filter_json: str, colour: str | None, staff_id: int | None = None, *,
        pinned: bool = True,
    ) -> int:  # fmt: skip
        """Keep a filter under a name, behind the others; return its id."""
        last = self._session.scalar(select(func.max(Segment.position)))
        segment = Segment(
            id=self._ids.next(), name=name, filter=filter_json, colour=colour, staff_id=staff_id,
            position=0 if last is None else last + 1, unpinned=None if pinned else 1,
        )  # fmt: skip
        self._session.add(segment)
        return segment.id

    def get(self, segment_id: int) -> Segment:
        """Return the smart list to change."""
        found = self._session.get(Segment, segment_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("segment", segment_id)
        return found

    def remove(self, segment_id: int) -> None:
        """Put a smart list in the trash."""
        self.get(segment_id).deleted_at = self._now()

    def all(self, staff_id: int | None = None) -> Sequence[Segment]:
        """Return every smart list in its order, to read only; with somebody, those they see."""
        query = select(Segment).where(Segment.deleted_at.is_(None))
        if staff_id is not None:
            query = query.where(or_(Segment.staff_id.is_(None), Segment.staff_id == staff_id))
        return self._session.scalars(query.order_by(Segment.position, Segment.id)).all()

    def enrol(self, segment_id: int, contact_ids: Collection[int], *, origin: int | None) -> None:
        """Keep these contacts as the members of a list; `origin` is the change set that is open."""
        self._session.flush()
        told = {"list": segment_id, "given": json.dumps(list(contact_ids)), "now": self._now()}
        self._session.execute(text(ENROL), {**told, "origin": origin})


# A member's row is the same on every PC: made of list and contact.
ENROL = """
INSERT INTO segment_member (id, segment_id, contact_id, created_at, updated_at, origin)
SELECT meaning_id('member', :list, value), :list, value, :now, :now, :origin
FROM json_each(:given) WHERE true
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = excluded.updated_at
WHERE segment_member.deleted_at IS NOT NULL
"""
