"""Smart lists, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass

from app.shapes.filters import Filter


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One smart list and how many contacts are in it now; None: not counted.

    One that is not `readable` (made by a newer Dangol, damaged, or in itself) has no filter to
    ask. The filter of one that is `frozen` asks for its members; `kept` is what it was made of.
    """

    id: int
    name: str
    filter: Filter
    colour: str | None
    count: int | None
    readable: bool = True
    pinned: bool = True  # in the navigation
    staff_id: int | None = None  # whose own it is; None is everybody's
    frozen_at: str | None = None  # UTC, ISO 8601
    kept: Filter | None = None

    @property
    def made_of(self) -> Filter:
        """What it was made of, frozen or not."""
        return self.kept or self.filter


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How many contacts a filter lets through, and the names of the first of them."""

    count: int
    names: tuple[str, ...]
