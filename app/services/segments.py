"""What a user can do with smart lists."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from app.clock import Clock
from app.day import today
from app.errors import InvalidInputError
from app.filter_naming import names_of
from app.inputs import require, required
from app.lists_in_lists import LIST, filter_of, resolved
from app.ops import Op
from app.shapes.filter_names import FilterNames
from app.shapes.filters import Condition, Filter
from app.shapes.segments import Glimpse, SegmentRow
from app.store import Store
from db.day import Day
from db.keys import clean

if TYPE_CHECKING:
    from db.models.segment import Segment
    from db.uow import UnitOfWork

FIRST = 5  # names shown of those a filter lets through


class SegmentService:
    """Named filters; each write is one transaction and one undo step.

    `now` tells which day it is in the shop: days count from its local midnight.
    """

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def all(self, *, counted: bool = True) -> list[SegmentRow]:
        """Return every smart list in its order, with how many contacts are in it now.

        Those that are somebody else's own are left out. Counting may take long in a large shop;
        the names alone come at once.
        """
        day = today(self._now())
        with self._store.read() as unit:
            return [
                _row(unit, segment, day if counted else None)
                for segment in unit.segments.all(self._store.actor_id)
            ]

    def get(self, segment_id: int) -> SegmentRow:
        """Return one smart list, not counted; raise GoneError if it is not there."""
        with self._store.read() as unit:
            return _row(unit, unit.segments.get(segment_id), None)

    def named(self, name: str) -> SegmentRow | None:
        """Return the smart list of that name, None if there is none."""
        text = clean(name).casefold()
        return next((r for r in self.all(counted=False) if r.name.casefold() == text), None)

    def ids(self, segment_id: int, sort: str = "name") -> Sequence[int]:
        """Return who is in a smart list; raise InvalidInputError where it cannot be read."""
        with self._store.read() as unit:
            row = _row(unit, unit.segments.get(segment_id), None)
            require(row.readable, LIST)
            wanted = resolved(row.filter, unit)
            return unit.contacts.filtered(wanted, today(self._now()), sort, descending=False)

    def glimpse(self, wanted: Filter, within: int | None = None) -> Glimpse:
        """Return how many a filter would let through, and the first of them by name.

        `within` is the list it is meant for: InvalidInputError where it would be in itself.
        """
        wanted.require_valid()
        day = today(self._now())
        with self._store.read() as unit:
            asked = resolved(wanted, unit, within=within)
            count = unit.contacts.count_filtered(asked, day)
            first = unit.contacts.filtered(asked, day, "name", descending=False, limit=FIRST)
            names = unit.contacts.rows(first)
        return Glimpse(count, tuple(str(names[i][2]) for i in first))

    def names(self, wanted: Filter) -> FilterNames:
        """Return what is called how in a filter, and all there is to choose for one."""
        with self._store.read() as unit:
            return names_of(unit, wanted)

    def save(
        self, name: str, wanted: Filter, colour: str | None = None, *, own: bool = False,
        pinned: bool = True,
    ) -> int:  # fmt: skip
        """Keep a filter as a smart list, for oneself (`own`) or for everybody; return its id."""
        text = required(name, "name")
        wanted.require_valid()
        staff_id = self._store.actor_id if own else None
        with self._store.action(Op.SAVE_SEGMENT, name=text) as unit:
            resolved(wanted, unit)
            return unit.segments.add(text, wanted.to_json(), colour, staff_id, pinned=pinned)

    def edit(
        self, segment_id: int, name: str, wanted: Filter, colour: str | None, *, own: bool,
        pinned: bool,
    ) -> None:  # fmt: skip
        """Change all there is to a smart list in one step; a frozen one keeps its members.

        Raises InvalidInputError for a filter that would have the list in itself.
        """
        text = required(name, "name")
        wanted.require_valid()
        with self._store.action(Op.EDIT_SEGMENT, name=text) as unit:
            segment = unit.segments.get(segment_id)
            if not segment.frozen_at:
                resolved(wanted, unit, within=segment_id)
                segment.filter = wanted.to_json()
            segment.name, segment.colour = text, colour
            segment.staff_id = self._store.actor_id if own else None
            segment.unpinned = None if pinned else 1

    def rename(self, segment_id: int, name: str) -> None:
        """Give a smart list another name."""
        text = required(name, "name")
        with self._store.action(Op.RENAME_SEGMENT, name=text) as unit:
            unit.segments.get(segment_id).name = text

    def pin(self, segment_id: int, *, pinned: bool) -> None:
        """Show a smart list in the navigation, or not."""
        with self._store.action(Op.EDIT_SEGMENT) as unit:
            segment = unit.segments.get(segment_id)
            unit.changes.add_facts(name=segment.name)
            segment.unpinned = None if pinned else 1

    def paint(self, segment_id: int, colour: str | None) -> None:
        """Give a smart list a colour of the palette, or none."""
        with self._store.action(Op.EDIT_SEGMENT) as unit:
            segment = unit.segments.get(segment_id)
            unit.changes.add_facts(name=segment.name)
            segment.colour = colour

    def share(self, segment_id: int, *, own: bool) -> None:
        """Keep a smart list to oneself, or have everybody see it."""
        with self._store.action(Op.EDIT_SEGMENT) as unit:
            segment = unit.segments.get(segment_id)
            unit.changes.add_facts(name=segment.name)
            segment.staff_id = self._store.actor_id if own else None

    def freeze(self, segment_id: int) -> int:
        """Keep who is in a smart list now, whatever changes later; return how many they are."""
        with self._store.action(Op.FREEZE_SEGMENT) as unit:
            segment = unit.segments.get(segment_id)
            unit.changes.add_facts(name=segment.name)
            wanted = filter_of(segment)
            require(wanted is not None and not segment.frozen_at, LIST)
            asked = resolved(wanted or Filter(), unit, within=segment_id)
            ids = unit.contacts.filtered(asked, today(self._now()), "name", descending=False)
            unit.segments.enrol(segment_id, ids, origin=unit.changes.open_id)
            segment.frozen_at = unit.now()
            return len(ids)

    def keep(self, name: str, contact_ids: Collection[int]) -> int:
        """Keep these contacts as a frozen list, made of no filter; return its id."""
        text = required(name, "name")
        with self._store.action(Op.SAVE_SEGMENT, name=text) as unit:
            segment_id = unit.segments.add(text, Filter().to_json(), None)
            unit.segments.enrol(segment_id, contact_ids, origin=unit.changes.open_id)
            unit.segments.get(segment_id).frozen_at = unit.now()
            return segment_id

    def copy(self, segment_id: int, name: str) -> int:
        """Make a list of the same filter, which follows changes again; return its id.

        One that was made of no filter has its members for good, and so has its copy.
        """
        text = required(name, "name")
        with self._store.action(Op.SAVE_SEGMENT, name=text) as unit:
            of = unit.segments.get(segment_id)
            copied = unit.segments.add(text, of.filter, of.colour, of.staff_id)
            if of.frozen_at and filter_of(of) == Filter():
                members = resolved(Filter((Condition(LIST, "any_of", (segment_id,)),)), unit)
                ids = unit.contacts.filtered(members, today(self._now()), "name", descending=False)
                unit.segments.enrol(copied, ids, origin=unit.changes.open_id)
                unit.segments.get(copied).frozen_at = unit.now()
            return copied

    def remove(self, segment_id: int) -> None:
        """Put a smart list in the trash; the contacts in it stay."""
        with self._store.action(Op.REMOVE_SEGMENT) as unit:
            unit.changes.add_facts(name=unit.segments.get(segment_id).name)
            unit.segments.remove(segment_id)


def _row(unit: UnitOfWork, segment: Segment, day: Day | None) -> SegmentRow:
    """Return a list; `day`: counted as of that day."""
    kept = filter_of(segment)
    wanted, asked = kept, None
    if segment.frozen_at:
        wanted = asked = Filter((Condition(LIST, "any_of", (segment.id,)),))
    elif kept is not None:
        try:
            asked = resolved(kept, unit, within=segment.id)
        except InvalidInputError:  # it is in itself: made so by an undo
            wanted = None
    count = None if asked is None or day is None else unit.contacts.count_filtered(asked, day)
    return SegmentRow(
        segment.id, segment.name, wanted or Filter(), segment.colour, count,
        readable=wanted is not None, pinned=not segment.unpinned, staff_id=segment.staff_id,
        frozen_at=segment.frozen_at, kept=kept,
    )  # fmt: skip
