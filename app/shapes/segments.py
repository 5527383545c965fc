"""Smart lists, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass

from app.shapes.filters import Filter


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One smart list and how many contacts are in it now; None: not counted.

    One that is not `readable` (made by a newer Dangol, or damaged) has no filter to ask.
    """

    id: int
    name: str
    filter: Filter
    colour: str | None
    count: int | None
    readable: bool = True
