"""The score of contacts as a stored column: who is judged anew after an action, and when."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.quality import score
from app.shapes.quality import ContactFacts, PointFacts

if TYPE_CHECKING:
    from db.uow import UnitOfWork

AT_ONCE = 1000  # contacts judged in the action itself; more would make an import wait


def facts_of(unit: UnitOfWork, contact_ids: Collection[int]) -> list[ContactFacts]:
    """Return what these contacts are judged by; those gone by now are left out."""
    points: dict[int, list[PointFacts]] = {}
    for contact_id, row_id, kind, value, valid, postcode in unit.quality.points(contact_ids):
        kept = PointFacts(row_id, kind, value, bool(valid), postcode)
        points.setdefault(contact_id, []).append(kept)
    return [
        ContactFacts(
            id=row[0], kind=row[1], name=row[2], company=row[3], birthday=row[4], source=row[5],
            was_contacted=bool(row[6]), has_consent=bool(row[7]), open_duplicate=bool(row[8]),
            points=tuple(points.get(row[0], ())),
        )
        for row in unit.quality.facts(contact_ids)
    ]  # fmt: skip


def judge(unit: UnitOfWork, contact_ids: Collection[int], country: str) -> None:
    """Store the scores of these contacts."""
    unit.quality.keep({f.id: score(f, country).value for f in facts_of(unit, contact_ids)})


def judge_touched(unit: UnitOfWork, touched: Collection[int], country: str) -> None:
    """Judge who was touched and who looks like them; of very many, forget the scores instead.

    Whoever has no score yet is judged too, while those are few.
    """
    if len(touched) > AT_ONCE:
        unit.quality.forget(touched)
        return
    left = unit.quality.unjudged(limit=AT_ONCE + 1)
    ids = unit.quality.with_alike(touched)
    judge(unit, ids | set(left) if len(left) <= AT_ONCE else ids, country)


def wrong_scores(unit: UnitOfWork, country: str) -> int:
    """Return how many stored scores are not those of today's facts."""
    wrong, last = 0, 0
    while stored := unit.quality.stored(after=last, limit=AT_ONCE):
        last = max(stored)
        found = {f.id: score(f, country).value for f in facts_of(unit, list(stored))}
        wrong += sum(found.get(i) != kept for i, kept in stored.items())
    return wrong


def judge_again(unit: UnitOfWork, country: str) -> None:
    """Judge anew everybody who has a score."""
    last = 0
    while stored := unit.quality.stored(after=last, limit=AT_ONCE):
        last = max(stored)
        judge(unit, list(stored), country)
