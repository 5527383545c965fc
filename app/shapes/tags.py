"""Tags, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TagRow:
    """One tag; `colour` is a word of the palette or '', `family` the group or ''."""

    id: int
    name: str
    colour: str
    family: str
    count: int
