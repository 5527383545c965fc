"""Smart lists on disk."""

from collections.abc import Callable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.segment import Segment


class SegmentRepository:
    """Named filters; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, name: str, filter_json: str, colour: str | None) -> int:
        """Keep a filter under a name, behind the others; return its id."""
        last = self._session.scalar(select(func.max(Segment.position)))
        segment = Segment(
            id=self._ids.next(), name=name, filter=filter_json, colour=colour,
            position=0 if last is None else last + 1,
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

    def all(self) -> Sequence[Segment]:
        """Return every smart list in its order, to read only."""
        query = select(Segment).where(Segment.deleted_at.is_(None))
        return self._session.scalars(query.order_by(Segment.position, Segment.id)).all()
