"""Smart lists inside the filters of others: each is put in its place before it is asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from app.errors import InvalidInputError, Problem
from app.shapes.filters import Condition, Filter

if TYPE_CHECKING:
    from db.models.segment import Segment
    from db.uow import UnitOfWork

LIST = "list"


def lists_in(part: Condition | Filter) -> set[int]:
    """Return the lists a filter asks for, those inside them left out."""
    if isinstance(part, Filter):
        return {found for inner in part.parts for found in lists_in(inner)}
    return {int(value) for value in part.values} if part.field == LIST else set()


def resolved(wanted: Filter, unit: UnitOfWork, *, within: int | None = None) -> Filter:
    """Return a filter that asks for no list by its filter any more, only for frozen members.

    A list that is gone, or cannot be read, lets nobody through. Raises InvalidInputError for
    lists that are in themselves (`within` is the list whose filter it is) and for too many
    levels.
    """
    if not lists_in(wanted):
        return wanted
    known = {segment.id: segment for segment in unit.segments.all()}
    found = _resolved(wanted, known, frozenset(() if within is None else {within}))
    found.require_valid()
    return found


def filter_of(segment: Segment) -> Filter | None:
    """Return the filter that is kept of a list, None where it cannot be read."""
    try:
        return Filter.from_json(segment.filter)
    except InvalidInputError:
        return None


def _resolved(wanted: Filter, known: Mapping[int, Segment], open_: frozenset[int]) -> Filter:
    parts: list[Condition | Filter] = []
    for part in wanted.parts:
        if isinstance(part, Filter):
            parts.append(_resolved(part, known, open_))
        elif part.field == LIST:
            parts.append(_in_lists(part, known, open_))
        else:
            parts.append(part)
    return Filter(tuple(parts), wanted.mode)


def _in_lists(asked: Condition, known: Mapping[int, Segment], open_: Collection[int]) -> Filter:
    kept: list[int] = []  # asked by their members, of which a list that is gone has none
    filters: list[Condition | Filter] = []
    for list_id in map(int, asked.values):
        if list_id in open_:
            raise InvalidInputError({LIST: Problem.CIRCULAR})
        segment = known.get(list_id)
        live = None if segment is None or segment.frozen_at else filter_of(segment)
        if live is None:
            kept.append(list_id)
        else:
            filters.append(_resolved(live, known, frozenset({*open_, list_id})))
    if kept:
        filters.append(Condition(LIST, "any_of", tuple(kept)))
    return Filter(tuple(filters), "none" if asked.op == "none_of" else "any")
