"""The photos of a file of vCards, for the contacts its cards became."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import FileError
from app.exchange.cards import Card
from app.exchange.limits import Source
from app.exchange.vcard_reading import read_cards
from app.jobs import Ticket
from app.shapes.imports import RowProblem
from db.file_store import FileStore
from db.repositories.imports import ImportRules, RowOutcome
from db.uow import UnitOfWork

if TYPE_CHECKING:
    from app.exchange.running import Prepared

Work = Callable[[Path, ImportRules, Callable[[], None]], dict[str, int]]
Shrink = Callable[[bytes], bytes]
REACHED = ("added", "updated", "same")
UNREADABLE = "photo_unreadable"


@dataclass(frozen=True, slots=True)
class Keeper:
    """Where photos go, and what makes one small before; `shrink` raises FileError for no picture.

    Without a store nothing is kept: only the outcome is asked for.
    """

    store: FileStore | None = None
    shrink: Shrink = bytes

    def keep(self, content: bytes) -> str:
        """Keep a photo; return its SHA-256. Raises FileError for what is no picture."""
        return self.store.keep([self.shrink(content)]).sha256 if self.store else ""


def with_photos(
    work: Work,
    unit: UnitOfWork,
    prepared: Prepared,
    problems: list[RowProblem],
    ticket: Ticket,
    keeper: Keeper,
) -> Work:
    """Return the work of an import that also brings photos; a contact that has one keeps it."""
    if prepared.table.kind != "vcf":
        return work
    path = prepared.request.path

    def both(stage: Path, rules: ImportRules, check: Callable[[], None]) -> dict[str, int]:
        counts = dict(work(stage, rules, check))
        reached = ("added",) if rules.mode == "add" else REACHED
        fates = {row.line: row for row in unit.imports.outcomes(reached)}
        for line, photo in _lacking(unit, fates, _photos(path, set(fates), problems, ticket)):
            try:
                sha256 = keeper.keep(photo)
            except FileError:
                problems.append(RowProblem(line, "", UNREADABLE))
                continue
            if fates[line].outcome == "same":
                counts["same"] -= 1
                counts["updated"] += 1
            unit.files.bring_photo(line, fates[line].contact_id, sha256)
        return counts

    return both


def _lacking(
    unit: UnitOfWork, fates: dict[int, RowOutcome], photos: Iterator[tuple[int, bytes]]
) -> Iterator[tuple[int, bytes]]:
    """Yield the photos whose contact has none, one for each contact."""
    have = set(unit.files.photos({row.contact_id for row in fates.values() if row.contact_id}))
    for line, photo in photos:
        contact_id = fates[line].contact_id
        if contact_id not in have:
            yield line, photo
            if contact_id:
                have.add(contact_id)


def _photos(
    path: Path, lines: set[int], problems: list[RowProblem], ticket: Ticket
) -> Iterator[tuple[int, bytes]]:
    """Yield the photos of the cards that began at these lines."""
    source = Source(path)
    try:
        content = source.read_all(ticket)
    finally:
        source.close()
    for card in read_cards(content, ticket):
        if isinstance(card, Card) and card.line in lines:
            problems += [
                RowProblem(card.line, "", reason)
                for _line, reason in card.problems
                if reason.startswith("photo_")
            ]
            if card.photo is not None:
                yield card.line, card.photo.content
