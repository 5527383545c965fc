"""Taking people out of the past of those they were once merged into, where that was taken back.

What a merge had handed over stands in the ledger of the other contact: as columns of its own,
and as copies of rows that are gone again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

Rows = dict[str, set[int]]

# What tells something about a person, by table.
TELLING = {
    "contact": (
        "name", "family_name", "given_name", "reading", "nickname", "prefix", "number", "company",
        "department", "job_title", "birthday", "likes", "dislikes", "photo", "next_contact_note",
    ),
    "custom_value": ("text", "number"),
    "relation": ("title", "note"),
}  # fmt: skip
_GIVEN = "(SELECT value FROM json_each(?))"
MERGED = f"""
SELECT change_set_id, json_extract(after, '$.merged_into_id') FROM change
WHERE table_name = 'contact' AND kind = 'update' AND row_id IN {_GIVEN}
  AND instr(after, '"merged_into_id"')
"""
THEN = f"SELECT before, after FROM change WHERE row_id IN {_GIVEN}"
OF_SETS = f"""
SELECT c.table_name, c.row_id, c.kind, c.before, c.after
FROM change_set s CROSS JOIN change c
  ON c.id BETWEEN s.first_change_id AND s.last_change_id AND c.change_set_id = s.id
WHERE s.id IN {_GIVEN} ORDER BY c.id
"""


def forget(connection: Connection, rows: Rows) -> None:
    """Clean the ledger of contacts that those of `rows` were merged into once.

    Copies that are gone again are added to `rows`.
    """
    sets = _merges(connection, rows["contact"])
    if not sets:
        return
    held = _held(connection, rows)
    taken: dict[tuple[str, int], set[tuple[str, Any]]] = {}
    for table, row_id, kind, *states in _read(connection, OF_SETS, sets):
        if table not in TELLING or row_id in rows.get(table, ()):
            continue
        told = {
            (column, value)
            for state in states
            for column, value in json.loads(state or "{}").items()
            if (table, column, value) in held
        }
        if told and kind == "insert" and _is_gone(connection, table, row_id):
            rows.setdefault(table, set()).add(row_id)
        elif told and kind == "update":
            taken.setdefault((table, row_id), set()).update(told)
    for (table, row_id), told in taken.items():
        _blank(connection, table, row_id, told)


def _merges(connection: Connection, contacts: Iterable[int]) -> set[int]:
    """Return the change sets that merged these, or took it back, and those they went on in."""
    known: set[int] = set()
    sets: set[int] = set()
    fresh = set(contacts)
    while fresh:
        known |= fresh
        found = _read(connection, MERGED, fresh)
        sets.update(set_id for set_id, _into in found if set_id is not None)
        fresh = {into for _set_id, into in found if into is not None} - known
    return sets


def _held(connection: Connection, rows: Rows) -> set[tuple[str, str, Any]]:
    """Return (table, column, value) of all that these rows tell and ever told."""
    held: set[tuple[str, str, Any]] = set()
    for table, columns in TELLING.items():
        ids = rows.get(table, set())
        now = f"SELECT {', '.join(columns)} FROM {table} WHERE id IN {_GIVEN}"
        for values in _read(connection, now, ids):
            held.update((table, *pair) for pair in zip(columns, values, strict=True))
        then = (
            f"SELECT before, after FROM change WHERE row_id IN {_GIVEN} AND table_name = '{table}'"
        )
        for states in _read(connection, then, ids):
            for state in filter(None, states):
                held.update((table, *pair) for pair in json.loads(state).items())
    return {(table, c, v) for table, c, v in held if c in TELLING[table] and v not in (None, "")}


def _blank(connection: Connection, table: str, row_id: int, told: set[tuple[str, Any]]) -> None:
    query = "SELECT id, before, after FROM change WHERE table_name = ? AND row_id = ?"
    for change_id, *states in connection.exec_driver_sql(query, (table, row_id)).fetchall():
        blanked = [state and _without(state, told) for state in states]
        if blanked != states:
            connection.exec_driver_sql(
                "UPDATE change SET before = ?, after = ? WHERE id = ?", (*blanked, change_id)
            )


def _without(state: str, told: set[tuple[str, Any]]) -> str:
    kept = {c: None if (c, v) in told else v for c, v in json.loads(state).items()}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _is_gone(connection: Connection, table: str, row_id: int) -> bool:
    there = f"SELECT 1 FROM {table} WHERE id = ?"
    return connection.exec_driver_sql(there, (row_id,)).first() is None


def _read(connection: Connection, query: str, ids: Iterable[int]) -> list[Any]:
    return list(connection.exec_driver_sql(query, (json.dumps(sorted(ids)),)))
