"""Taking change sets back: the inverse of what they did, by net effect per row, in SQL.

Nothing that came later is overwritten. A column that has changed since keeps its value,
a new row that has changed since or that later rows refer to stays, with all that belongs
to it; what stays is returned, so that the person can be told.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table

from db.ledger import OPEN, PREFIX
from db.models.base import Base, derived_columns, ledgered_columns, ledgered_tables

MANY = 1000  # rows of a table to be deleted; below, changing triggers takes longer than it saves
# What refers to one of these by this column belongs to it: half of a sale would be another sale.
OWNERS = (
    ("contact", "contact_id"), ("sale", "sale_id"), ("prepaid_pass", "pass_id"),
    ("day_close", "day_close_id"), ("interaction", "interaction_id"),
)  # fmt: skip
CHOICES = ("custom_choice", "field_id", "custom_field")  # the field's values are the contacts'


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that an undo left as it is, or some of its columns.

    `reason` is 'changed', 'referred' (later rows need it) or 'gone'.
    """

    table: str
    row_id: int
    reason: str
    columns: tuple[str, ...] = ()


def revert(
    connection: Connection, sets: Sequence[tuple[int, int, int]], now: str, origin: int | None
) -> list[Kept]:
    """Write the inverse of these change sets; the ledger's triggers record it.

    `sets` are (id, first change, last change) of one step, oldest first. Call inside a write
    transaction with a change set open (`origin`).
    """
    connection.exec_driver_sql(
        "PRAGMA defer_foreign_keys = ON"
    )  # parents may return after children
    _collect(connection, sets)
    kept: list[Kept] = []
    if _anything_since(connection, sets):
        kept = _spare_what_changed(connection) + _spare_what_is_needed(connection)
    found = connection.exec_driver_sql(
        "SELECT table_name, kind, count(*) FROM undo_net GROUP BY table_name, kind"
    )
    did = {(table, kind): rows for table, kind, rows in found}
    tables = ledgered_tables()
    for table in reversed(tables):
        if (table.name, "insert") in did:
            _remove(connection, table, did[table.name, "insert"])
    for table in tables:
        if (table.name, "delete") in did:
            _restore(connection, table, now, origin)
        if (table.name, "update") in did:
            _reset(connection, table, now)
    for table in tables:
        _derive_late(connection, table)
    connection.exec_driver_sql("DROP TABLE temp.undo_net")
    return kept


def _collect(connection: Connection, sets: Sequence[tuple[int, int, int]]) -> None:
    """Fill temp.undo_net with one line per row: what these sets did to it in all."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.undo_net")
    connection.exec_driver_sql(
        "CREATE TEMP TABLE undo_net (table_name TEXT, row_id INTEGER, kind TEXT, before TEXT,"
        " after TEXT, last_id INTEGER, kept INTEGER DEFAULT 0, again INTEGER DEFAULT 0,"
        " PRIMARY KEY (table_name, row_id)) WITHOUT ROWID"
    )
    ids = ", ".join(str(set_id) for set_id, _first, _last in sets)
    span = (sets[0][1], sets[-1][2])
    within = f"id BETWEEN ? AND ? AND change_set_id IN ({ids})"
    # Most rows were touched once. Those come first; the others are summed up in Python.
    connection.exec_driver_sql(
        "INSERT INTO undo_net (table_name, row_id, kind, before, after, last_id)"
        " SELECT table_name, row_id, kind, before, iif(kind = 'update', after, NULL), id"
        f" FROM change WHERE {within} ORDER BY id ON CONFLICT DO UPDATE SET again = 1",
        span,
    )
    if connection.exec_driver_sql("SELECT 1 FROM undo_net WHERE again LIMIT 1").first():
        _sum_up(connection, within, span)


# What a row inserted once was left as is not copied: it is many rows' worth of text.
LEFT = "coalesce(n.after, (SELECT w.after FROM change w WHERE w.id = n.last_id))"


def _sum_up(connection: Connection, within: str, span: tuple[int, int]) -> None:
    again = connection.exec_driver_sql(
        "SELECT c.table_name, c.row_id, c.kind, c.before, c.after, c.id FROM undo_net n"
        " CROSS JOIN change c ON c.row_id = n.row_id AND c.table_name = n.table_name"
        f" WHERE n.again AND c.{within} AND c.id > n.last_id ORDER BY c.id",
        span,
    )
    net: dict[tuple[str, int], tuple[str, dict[str, Any], dict[str, Any], int]] = {}
    for table, row_id, kind, before, after, change_id in again:
        key = (table, row_id)
        if key not in net:
            first = connection.exec_driver_sql(
                f"SELECT kind, before, {LEFT}, last_id FROM undo_net n"
                " WHERE table_name = ? AND row_id = ?",
                key,
            ).one()
            net[key] = (first[0], json.loads(first[1] or "{}"), json.loads(first[2] or "{}"), 0)
        net[key] = _then(net[key], kind, json.loads(before or "{}"), json.loads(after or "{}"),
                         change_id)  # fmt: skip
    rows = [
        (kind, json.dumps(before), json.dumps(after), last, table, row_id)
        for (table, row_id), (kind, before, after, last) in net.items()
    ]
    connection.exec_driver_sql(
        "UPDATE undo_net SET kind = ?, before = ?, after = ?, last_id = ?"
        " WHERE table_name = ? AND row_id = ?",
        rows,
    )
    connection.exec_driver_sql("DELETE FROM undo_net WHERE kind = 'nothing'")


def _then(
    first: tuple[str, dict[str, Any], dict[str, Any], int],
    kind: str,
    before: dict[str, Any],
    after: dict[str, Any],
    change_id: int,
) -> tuple[str, dict[str, Any], dict[str, Any], int]:
    """Return the net effect of one change after others, as (kind, before, after, last change)."""
    did, was, became, _last = first
    if kind == "delete":
        # The earliest value of each column counts; a NULL stays out, as in every whole row.
        whole = {k: v for k, v in (before | was).items() if v is not None}
        return ("nothing" if did in ("insert", "nothing") else "delete", whole, {}, change_id)
    if kind == "insert" and did in ("insert", "nothing"):
        return "insert", was, after, change_id
    if kind == "insert":  # deleted and written again: what whole rows leave out was NULL
        every = was | after
        return "update", {c: was.get(c) for c in every}, {c: after.get(c) for c in every}, change_id
    if did == "update":
        return did, before | was, became | after, change_id
    return did, was, became | after, change_id


def _anything_since(connection: Connection, sets: Sequence[tuple[int, int, int]]) -> bool:
    ids = ", ".join(str(set_id) for set_id, _first, _last in sets)
    query = (
        "SELECT 1 FROM change WHERE id > ? AND change_set_id IS NOT NULL"
        f" AND change_set_id NOT IN ({ids}) LIMIT 1"
    )
    later = connection.exec_driver_sql(query, (sets[0][1],)).first()
    outside = "SELECT 1 FROM change WHERE change_set_id IS NULL LIMIT 1"
    return bool(later or connection.exec_driver_sql(outside).first())


def _spare_what_changed(connection: Connection) -> list[Kept]:
    """Compare the rows that later changes touched with what these sets left; mark those kept."""
    suspects = connection.exec_driver_sql(
        f"SELECT DISTINCT n.table_name, n.row_id, n.kind, n.before, {LEFT} FROM change c"
        " CROSS JOIN undo_net n ON n.table_name = c.table_name AND n.row_id = c.row_id"
        " WHERE c.id > (SELECT min(last_id) FROM undo_net) AND c.id > n.last_id"
    ).fetchall()
    kept = []
    for table_name, row_id, kind, before, after in suspects:
        left = json.loads(after or "{}")
        now = _row(connection, Base.metadata.tables[table_name], row_id)
        found = _compare(kind, left, now)
        if found is None:
            continue
        kept.append(Kept(table_name, row_id, *found))
        still = [c for c in left if c not in found[1]]
        if kind == "update" and found[0] == "changed" and still:
            was = json.loads(before or "{}")
            connection.exec_driver_sql(
                "UPDATE undo_net SET before = ?, after = ? WHERE table_name = ? AND row_id = ?",
                (json.dumps({c: was[c] for c in still}), json.dumps({c: left[c] for c in still}),
                 table_name, row_id),
            )  # fmt: skip
        else:
            _keep(connection, [(table_name, row_id)])
    return kept


def _compare(
    kind: str, left: dict[str, Any], now: dict[str, Any] | None
) -> tuple[str, tuple[str, ...]] | None:
    """Return why a row cannot simply be taken back, and which columns differ; None if it can."""
    if kind == "delete":
        return None if now is None else ("changed", ())
    if now is None:
        return ("gone", ())
    columns = now if kind == "insert" else left
    differs = tuple(c for c in columns if now.get(c) != left.get(c))
    return ("changed", differs) if differs else None


def _spare_what_is_needed(connection: Connection) -> list[Kept]:
    """Keep new rows that rows we leave alone refer to, and what belongs to a contact we keep."""
    named: list[Kept] = []
    while True:
        needed = [
            pair
            for parent, child, column in _references()
            for pair in _needed(connection, parent, child, column)
        ]
        _keep(connection, needed)
        owned = [pair for part in _owned() for pair in _owned_by_kept(connection, *part)]
        _keep(connection, owned)
        orphans = [
            pair
            for parent, child, column in _references()
            for pair in _without_parent(connection, parent, child, column)
        ]
        _keep(connection, orphans)
        named += [Kept(table, row_id, "referred") for table, row_id in needed]
        named += [Kept(table, row_id, "gone") for table, row_id in orphans]
        if not (needed or owned or orphans):
            return named


def _references() -> list[tuple[str, str, str]]:
    """Return (parent table, child table, column) of every foreign key between user tables."""
    return [
        (key.column.table.name, table.name, key.parent.name)
        for table in ledgered_tables()
        for key in table.foreign_keys
        if key.column.table.info.get("ledgered")
    ]


def _owned() -> list[tuple[str, str, str]]:
    """Return (child table, column, parent table) of what belongs to something."""
    owned = [
        (table.name, column, parent)
        for table in ledgered_tables()
        for parent, column in OWNERS
        if column in table.c
    ]
    return [*owned, CHOICES]


def _needed(connection: Connection, parent: str, child: str, column: str) -> list[tuple[str, int]]:
    query = (
        f"SELECT DISTINCT n.row_id FROM undo_net n JOIN {child} ch ON ch.{column} = n.row_id"
        " WHERE n.table_name = ? AND n.kind = 'insert' AND NOT n.kept"
        " AND NOT EXISTS (SELECT 1 FROM undo_net m WHERE m.table_name = ? AND m.row_id = ch.id"
        f" AND NOT m.kept AND (m.kind = 'insert' OR json_type(m.before, '$.{column}') IS NOT NULL))"
    )
    found = connection.exec_driver_sql(query, (parent, child))
    return [(parent, row_id) for (row_id,) in found]


def _owned_by_kept(
    connection: Connection, child: str, column: str, parent: str
) -> list[tuple[str, int]]:
    query = (
        f"SELECT n.row_id FROM undo_net n JOIN {child} ch ON ch.id = n.row_id"
        " WHERE n.table_name = ? AND n.kind = 'insert' AND NOT n.kept AND EXISTS ("
        f" SELECT 1 FROM undo_net m WHERE m.table_name = ? AND m.row_id = ch.{column}"
        " AND m.kind = 'insert' AND m.kept)"
    )
    found = connection.exec_driver_sql(query, (child, parent))
    return [(child, row_id) for (row_id,) in found]


def _without_parent(
    connection: Connection, parent: str, child: str, column: str
) -> list[tuple[str, int]]:
    """Return rows to restore whose parent is gone for good by now."""
    wanted = f"json_extract(n.before, '$.{column}')"
    query = (
        f"SELECT n.row_id FROM undo_net n WHERE n.table_name = ? AND n.kind <> 'insert'"
        f" AND NOT n.kept AND {wanted} IS NOT NULL"
        f" AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.id = {wanted})"
        f" AND NOT EXISTS (SELECT 1 FROM undo_net m WHERE m.table_name = ? AND m.row_id = {wanted}"
        " AND m.kind = 'delete' AND NOT m.kept)"
    )
    found = connection.exec_driver_sql(query, (child, parent))
    return [(child, row_id) for (row_id,) in found]


def _keep(connection: Connection, rows: Iterable[tuple[str, int]]) -> None:
    if rows := list(rows):
        connection.exec_driver_sql(
            "UPDATE undo_net SET kept = 1 WHERE table_name = ? AND row_id = ?", rows
        )


def _row(connection: Connection, table: Table, row_id: int) -> dict[str, Any] | None:
    columns = ledgered_columns(table)
    listed = ", ".join(f'"{c}"' for c in columns)
    row = connection.exec_driver_sql(
        f"SELECT {listed} FROM {table.name} WHERE id = ?", (row_id,)
    ).first()
    return None if row is None else dict(zip(columns, row, strict=True))


def _remove(connection: Connection, table: Table, rows: int) -> None:
    """Delete the rows that the sets had inserted."""
    which = "n.table_name = ? AND n.kind = 'insert' AND NOT n.kept"
    trigger = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?",
        (f"{PREFIX}{table.name}_delete",),
    ).scalar()
    many = trigger is not None and rows > MANY
    if many:
        # Word for word, the ledger has these rows already, from when they were inserted. To have
        # the trigger compute them anew takes longer than all the rest.
        connection.exec_driver_sql(f"DROP TRIGGER {PREFIX}{table.name}_delete")
        connection.exec_driver_sql(
            "INSERT INTO change (change_set_id, table_name, row_id, kind, before)"
            f" SELECT {OPEN}, n.table_name, n.row_id, 'delete',"
            " iif(n.after IS NULL, c.after, json_patch('{}', n.after))"
            f" FROM undo_net n CROSS JOIN change c ON c.id = n.last_id WHERE {which}"
            f" AND EXISTS (SELECT 1 FROM {table.name} t WHERE t.id = n.row_id)",
            (table.name,),
        )
    connection.exec_driver_sql(
        f"DELETE FROM {table.name} WHERE id IN (SELECT n.row_id FROM undo_net n WHERE {which})",
        (table.name,),
    )
    if many:
        connection.exec_driver_sql(str(trigger))


def _restore(connection: Connection, table: Table, now: str, origin: int | None) -> None:
    """Insert the rows that the sets had deleted, derived columns computed anew."""
    columns = ledgered_columns(table)
    computed = derived_columns(table, late=False)
    names = ", ".join(f'"{c}"' for c in ["id", *columns, *computed, "updated_at"])
    extracted = ", ".join(f"json_extract(before, '$.{c}') AS \"{c}\"" for c in columns)
    values = ", ".join(["id", *(f'"{c}"' for c in columns), *computed.values(), "?"])
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} ({names}) SELECT {values} FROM"
        f" (SELECT row_id AS id, {extracted} FROM undo_net"
        "   WHERE table_name = ? AND kind = 'delete' AND NOT kept)",
        (now, table.name),
    )


def _derive_late(connection: Connection, table: Table) -> None:
    """Compute what restored rows derive from other tables, now that those are back too.

    What is summed is computed when the action closes.
    """
    for column, expression in derived_columns(table).items():
        if table.c[column].info["late"] and not table.c[column].info["summed"]:
            connection.exec_driver_sql(
                f'UPDATE {table.name} SET "{column}" = {expression} WHERE id IN (SELECT row_id'
                " FROM undo_net WHERE table_name = ? AND kind = 'delete' AND NOT kept)",
                (table.name,),
            )


def _reset(connection: Connection, table: Table, now: str) -> None:
    """Give the rows that the sets had updated their old values, touched columns only."""
    touched = [
        row[0]
        for row in connection.exec_driver_sql(
            "SELECT DISTINCT j.key FROM undo_net n, json_each(n.before) j"
            " WHERE n.table_name = ? AND n.kind = 'update' AND NOT n.kept",
            (table.name,),
        )
    ]
    if not touched:
        return
    sets = ", ".join(
        f'"{c}" = CASE WHEN json_type(n.before, \'$.{c}\') IS NULL THEN {table.name}."{c}"'
        f" ELSE json_extract(n.before, '$.{c}') END"
        for c in touched
    )
    which = "n.table_name = ? AND n.kind = 'update' AND NOT n.kept"
    connection.exec_driver_sql(
        f"UPDATE {table.name} SET {sets}, updated_at = ? FROM undo_net n"
        f" WHERE n.row_id = {table.name}.id AND {which}",
        (now, table.name),
    )
    computed = derived_columns(table, late=False)
    if computed:
        again = ", ".join(f'"{c}" = {e}' for c, e in computed.items())
        connection.exec_driver_sql(
            f"UPDATE {table.name} SET {again} WHERE id IN"
            f" (SELECT n.row_id FROM undo_net n WHERE {which})",
            (table.name,),
        )
