"""Putting what overlaps in time beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.shapes.agenda import AgendaEntry


class Stretch(NamedTuple):
    """An entry from one minute to another, in one of so many places beside each other."""

    entry: AgendaEntry
    begin: int
    end: int
    place: int
    places: int


def spread(parts: Iterable[tuple[AgendaEntry, int, int]]) -> Iterator[Stretch]:
    """Yield entries (with their first and last minute) so that none lies over another."""
    cluster: list[tuple[AgendaEntry, int, int, int]] = []
    ends: list[int] = []  # of each place
    for entry, begin, end in sorted(parts, key=lambda part: (part[1], -part[2])):
        if ends and begin >= max(ends):
            yield from _settled(cluster, len(ends))
            cluster, ends = [], []
        place = next((n for n, last in enumerate(ends) if last <= begin), len(ends))
        if place == len(ends):
            ends.append(end)
        ends[place] = end
        cluster.append((entry, begin, end, place))
    yield from _settled(cluster, len(ends))


def _settled(
    cluster: Iterable[tuple[AgendaEntry, int, int, int]], places: int
) -> Iterator[Stretch]:
    for entry, begin, end, place in cluster:
        yield Stretch(entry, begin, end, place, places)
