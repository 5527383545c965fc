"""What a user can do with smart lists."""

from __future__ import annotations

from app.clock import Clock
from app.day import today
from app.errors import InvalidInputError, Problem
from app.ops import Op
from app.shapes.filters import Filter
from app.shapes.segments import SegmentRow
from app.store import Store
from db.keys import clean


class SegmentService:
    """Named filters; each write is one transaction and one undo step.

    `now` tells which day it is in the shop: days count from its local midnight.
    """

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def all(self, *, counted: bool = True) -> list[SegmentRow]:
        """Return every smart list in its order, with how many contacts are in it now.

        Counting may take long in a large shop; the names alone come at once.
        """
        day = today(self._now())
        with self._store.read() as unit:
            rows = []
            for segment in unit.segments.all():
                wanted = _filter(segment.filter)
                asked = wanted if counted else None
                count = None if asked is None else unit.contacts.count_filtered(asked, day)
                rows.append(
                    SegmentRow(
                        segment.id, segment.name, wanted or Filter(), segment.colour, count,
                        readable=wanted is not None,
                    )
                )  # fmt: skip
            return rows

    def save(self, name: str, wanted: Filter, colour: str | None = None) -> int:
        """Keep a filter as a smart list; return its id."""
        text = clean(name)
        if not text:
            raise InvalidInputError({"name": Problem.REQUIRED})
        wanted.require_valid()
        with self._store.action(Op.SAVE_SEGMENT, name=text) as unit:
            return unit.segments.add(text, wanted.to_json(), colour)

    def rename(self, segment_id: int, name: str) -> None:
        """Give a smart list another name."""
        text = clean(name)
        if not text:
            raise InvalidInputError({"name": Problem.REQUIRED})
        with self._store.action(Op.RENAME_SEGMENT, name=text) as unit:
            unit.segments.get(segment_id).name = text

    def remove(self, segment_id: int) -> None:
        """Put a smart list in the trash; the contacts in it stay."""
        with self._store.action(Op.REMOVE_SEGMENT) as unit:
            unit.changes.add_facts(name=unit.segments.get(segment_id).name)
            unit.segments.remove(segment_id)


def _filter(text: str) -> Filter | None:
    """Return a filter that was kept, None where it cannot be read: it bars no other list."""
    try:
        return Filter.from_json(text)
    except InvalidInputError:
        return None
