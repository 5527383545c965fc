"""What a user can do about contacts that are one and the same."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from app.errors import MergedFurtherError, NothingToUndoError
from app.inputs import require
from app.ops import Op
from app.shapes.duplicates import DuplicatePair, Evidence, Merged
from app.store import Store, Undone
from db.repositories.merges import FILLED
from db.uow import UnitOfWork

# What a person may choose between when two contacts become one.
CHOOSABLE = frozenset({*FILLED, "name", "kind", "first_seen_on"})


class DuplicateService:
    """Pairs that look alike, verdicts, merging and taking a merge back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pairs(self, *, limit: int = 100, offset: int = 0, least: int = 0) -> list[DuplicatePair]:
        """Return the pairs nobody has judged, the surest first; `least` is their lowest score."""
        with self._store.read() as unit:
            found = unit.duplicates.open(limit=limit, offset=offset, least=least)
        return [
            DuplicatePair(a, b, score, tuple(Evidence(**said) for said in json.loads(evidence)))
            for a, b, score, evidence in found
        ]

    def count(self, *, least: int = 0) -> int:
        """Return how many pairs nobody has judged."""
        with self._store.read() as unit:
            return unit.duplicates.count(least=least)

    def keep_apart(self, a_id: int, b_id: int) -> None:
        """Say that two contacts are not the same person: they are never shown together again."""
        require(a_id != b_id, "other")
        with self._store.action(Op.KEEP_APART) as unit:
            one, other = unit.contacts.get(a_id), unit.contacts.get(b_id)
            unit.changes.add_facts(name=one.name, other=other.name)
            unit.duplicates.keep_apart(a_id, b_id)

    def merge(self, stays_id: int, goes_id: int, chosen: Mapping[str, Any] | None = None) -> Merged:
        """Put the second contact into the first; return what takes it back.

        Empty fields are filled from the other, `chosen` ones (of CHOOSABLE) win. Consent becomes
        the stricter one, what both have stays once. Raises InvalidInputError for a contact and
        itself, GoneError for one that is not there or is merged away.
        """
        with self._store.action(Op.MERGE_CONTACTS) as unit:
            return _merge(unit, stays_id, goes_id, chosen or {})

    def merge_all(self, pairs: Collection[tuple[int, int]]) -> int:
        """Merge many pairs (who stays, who goes) in one step; return how many were merged.

        A contact that was merged away by an earlier pair is followed to where it leads.
        """
        done = 0
        with self._store.action(Op.MERGE_MANY) as unit:
            for one, other in pairs:
                stays, goes = unit.merges.leads_to(one), unit.merges.leads_to(other)
                if stays != goes:
                    _merge(unit, stays, goes, {})
                    done += 1
            unit.changes.add_facts(count=done)
        return done

    def unmerge(self, change_set: int) -> Undone:
        """Take a merge back: what was handed over returns, what came since stays and is listed.

        Raises MergedFurtherError where the one that stayed was itself merged later: that merge
        is to be taken back first.
        """
        self.require_outermost(change_set)
        return self._store.undo(change_set)

    def require_outermost(self, change_set: int) -> None:
        """Raise MergedFurtherError if a later merge stands around this one."""
        with self._store.read() as unit:
            op, facts = unit.changes.op_of(change_set)
            if op not in (Op.MERGE_CONTACTS, Op.MERGE_MANY):
                raise NothingToUndoError
            for stays_id in facts.get("stays", ()):
                outer = unit.merges.set_of(stays_id)
                if outer is not None and outer != change_set:
                    into = unit.contacts.rows([unit.merges.leads_to(stays_id)])
                    name = next((str(row[2]) for row in into.values()), "")
                    raise MergedFurtherError(outer, name)

    def merged_into(self, contact_id: int) -> list[tuple[int, str]]:
        """Return (change set, name) of the contacts that were put into this one, newest first."""
        with self._store.read() as unit:
            found = [
                (unit.merges.set_of(i), name) for i, name in unit.merges.merged_into(contact_id)
            ]
        return [(change_set, name) for change_set, name in found if change_set is not None]

    def leads_to(self, contact_id: int) -> int:
        """Return the contact an id stands for today: itself, or what it was merged into."""
        with self._store.read() as unit:
            return unit.merges.leads_to(contact_id)


def _merge(unit: UnitOfWork, stays_id: int, goes_id: int, chosen: Mapping[str, Any]) -> Merged:
    require(stays_id != goes_id, "other")
    require(chosen.keys() <= CHOOSABLE, "field")
    stays, goes = unit.contacts.get(stays_id), unit.contacts.get(goes_id)
    change_set = unit.changes.open_id or 0
    _op, facts = unit.changes.op_of(change_set)
    unit.changes.add_facts(
        name=chosen.get("name", stays.name), other=goes.name,
        stays=[*facts.get("stays", ()), stays_id], goes=[*facts.get("goes", ()), goes_id],
    )  # fmt: skip
    unit.merges.merge(stays, goes, chosen, change_set)
    unit.contacts.derive_name_key(stays_id)
    return Merged(change_set, stays_id, goes_id)
