"""What waits for a verdict: read in the background, shown by the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.shapes.duplicates import DuplicatePair
from ui.duplicates.words import SURE

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.duplicates import DuplicateService

MOST = 200  # pairs in the list at a time


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the page lists: pairs, the names of all in them, and how many there are.

    `asked` is the pair that was asked for; it is listed even where surer ones fill the list.
    """

    pairs: list[DuplicatePair] = field(default_factory=list)
    names: dict[int, tuple[str, str]] = field(default_factory=dict)
    count: int = 0
    sure: int = 0
    asked: DuplicatePair | None = None


def read_waiting(
    duplicates: DuplicateService, contacts: ContactService, asked: tuple[int, int] | None
) -> Waiting:
    """Read the surest pairs; `asked` are two contacts, the second 0 for the likest of the first."""
    pairs, found = duplicates.pairs(limit=MOST), None
    if asked is not None:
        of_it = duplicates.pairs_of(asked[0])
        found = next((p for p in of_it if asked[1] in (0, p.a_id, p.b_id)), None)
        if found is not None and found not in pairs:
            pairs.insert(0, found)
    rows = contacts.rows({i for pair in pairs for i in (pair.a_id, pair.b_id)})
    names = {i: (row.kind, row.name) for i, row in rows.items()}
    return Waiting(pairs, names, duplicates.count(), duplicates.count(least=SURE), found)
