"""Pairs of contacts that look alike, and those a person said are not the same, on disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.alive import ALIVE
from db.ids import meaning_id
from db.models.duplicate import DistinctPair

Pair = tuple[int, int, int, str]  # the smaller id, the larger one, score in thousandths, evidence


class DuplicateRepository:
    """What the last search over the book found, and verdicts; never commits."""

    def __init__(self, session: Session, now: Callable[[], str]) -> None:
        self._session = session
        self._now = now

    def keep(self, pairs: Iterable[Pair]) -> None:
        """Let these be all the pairs there are; a cache, which the ledger does not follow."""
        connection = self._session.connection()
        before = {(a, b) for a, b in connection.exec_driver_sql(KNOWN)}
        connection.exec_driver_sql("DELETE FROM duplicate_pair")
        rows = [(meaning_id("pair", a, b), a, b, score, said, self._now())
                for a, b, score, said in pairs]  # fmt: skip
        others = before ^ {(a, b) for _id, a, b, *_rest in rows}
        told = json.dumps(sorted({contact_id for pair in others for contact_id in pair}))
        connection.exec_driver_sql(UNKNOWN, (told,))  # how well they are known has to be asked anew
        if rows:
            connection.exec_driver_sql(
                "INSERT INTO duplicate_pair (id, a_id, b_id, score, evidence, found_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                rows,
            )

    def open(self, *, limit: int, offset: int = 0, least: int = 0) -> Sequence[Pair]:
        """Return the pairs nobody has judged, both living, the surest first."""
        rows = self._session.execute(
            text(f"SELECT p.a_id, p.b_id, p.score, p.evidence {OPEN}"
                 " ORDER BY p.score DESC, p.id LIMIT :limit OFFSET :offset"),
            {"limit": limit, "offset": offset, "least": least},
        )  # fmt: skip
        return [(a, b, c, d) for a, b, c, d in rows]

    def of(self, contact_id: int) -> Sequence[Pair]:
        """Return the pairs of one contact that nobody has judged, the surest first."""
        rows = self._session.execute(
            text(f"SELECT p.a_id, p.b_id, p.score, p.evidence {OPEN}"
                 " AND :contact IN (p.a_id, p.b_id) ORDER BY p.score DESC, p.id"),
            {"least": 0, "contact": contact_id},
        )  # fmt: skip
        return [(a, b, c, d) for a, b, c, d in rows]

    def count(self, *, least: int = 0) -> int:
        """Return how many pairs nobody has judged."""
        return int(self._session.scalar(text(f"SELECT count(*) {OPEN}"), {"least": least}) or 0)

    def people(self) -> list[dict[str, Any]]:
        """Return everybody who is there, as the search for duplicates reads them."""
        held: dict[int, dict[str, list[str]]] = {}
        for contact_id, kind, value in self._session.execute(text(POINTS)):
            held.setdefault(contact_id, {}).setdefault(kind, []).append(value)
        nothing: dict[str, list[str]] = {}
        found = []
        for contact_id, kind, name, birthday, company in self._session.execute(text(PEOPLE)):
            points = held.get(contact_id, nothing)
            found.append({
                "id": contact_id, "name": name, "birthday": birthday,
                "company": company if kind == "person" else "",
                "phones": tuple(points.get("phone", ())), "emails": tuple(points.get("email", ())),
                "address": points.get("address", [""])[0],
            })  # fmt: skip
        return found

    def living(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the names of those of these contacts that are still there."""
        rows = self._session.execute(
            text(f"SELECT id, name FROM contact WHERE {ALIVE}"
                 " AND id IN (SELECT value FROM json_each(:ids))"),
            {"ids": json.dumps(list(ids))},
        )  # fmt: skip
        return {row[0]: row[1] for row in rows}

    def keep_apart(self, a_id: int, b_id: int) -> int:
        """Remember for ever that two contacts are not the same; return the row's id."""
        a_id, b_id = sorted((a_id, b_id))
        row_id = meaning_id("distinct", a_id, b_id)
        found = self._session.get(DistinctPair, row_id)
        if found is None:
            self._session.add(DistinctPair(id=row_id, a_id=a_id, b_id=b_id))
        else:
            found.deleted_at = None
        return row_id

    def apart(self) -> set[tuple[int, int]]:
        """Return the pairs that are not the same, the smaller id first."""
        rows = self._session.execute(
            text("SELECT a_id, b_id FROM distinct_pair WHERE deleted_at IS NULL")
        )
        return {(a, b) for a, b in rows}


KNOWN = "SELECT a_id, b_id FROM duplicate_pair"
UNKNOWN = """
UPDATE contact SET quality = NULL
WHERE quality IS NOT NULL AND id IN (SELECT value FROM json_each(?))
"""
OPEN = """
FROM duplicate_pair p JOIN contact a ON a.id = p.a_id JOIN contact b ON b.id = p.b_id
WHERE p.score >= :least
  AND a.deleted_at IS NULL AND a.merged_into_id IS NULL
  AND b.deleted_at IS NULL AND b.merged_into_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM distinct_pair d
    WHERE d.a_id = p.a_id AND d.b_id = p.b_id AND d.deleted_at IS NULL)
"""
PEOPLE = f"""
SELECT id, kind, name, coalesce(birthday, ''), coalesce(company, '') FROM contact
WHERE {ALIVE} AND kind <> 'household' ORDER BY id
"""
POINTS = """
SELECT contact_id, kind, iif(kind = 'address', value, key) FROM contact_point
WHERE deleted_at IS NULL AND kind IN ('phone', 'email', 'address')
  AND (kind = 'address' OR key <> '') ORDER BY contact_id, kind, position, id
"""
