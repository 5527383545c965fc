"""Reading what can still be read of a damaged file into a new shop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from db import care_repair, ledger, schema
from db.cipher import Key, key_for
from db.database import Database, storage_errors
from db.drivers import connect
from db.errors import StorageError
from db.models import Base
from db.reasons import failed

if TYPE_CHECKING:
    import sqlite3

TRIES = 4000  # failed reads of one table; each halves the range in which the damage is
FIRST, LAST = -(1 << 63), (1 << 63) - 1
APART = frozenset({"contact_search"})  # computed anew


@dataclass(slots=True)
class Salvaged:
    """How many rows were read, and how many of which table were not; None: nobody knows."""

    rows: int = 0
    lost: dict[str, int | None] = field(default_factory=dict)
    kept: Path | None = None  # where the damaged file is now


def salvage(damaged: Path, fresh: Path, key: Key | None = None) -> Salvaged:
    """Make a new shop at `fresh`, which must not be there, of what `damaged` still tells.

    Raises StorageError where nothing of it can be read. The damaged file is not changed.
    """
    if fresh.exists():
        raise StorageError("cannot_open")
    done = Salvaged()
    database = Database(fresh, key=key)
    try:
        schema.bring_up_to_date(database, None)
        opener = connect(damaged, key_for(damaged, key), reads_only=True)
        with closing(opener) as source, database.connection() as connection:
            _take_over(source, connection, done)
        care_repair.rebuild(database)
    except BaseException:
        database.close()
        _forget(fresh)
        raise
    database.close()
    with storage_errors(), closing(connect(fresh, key)) as whole:
        whole.execute("PRAGMA journal_mode = DELETE")
    return done


def _take_over(source: sqlite3.Connection, connection: Connection, done: Salvaged) -> None:
    target = connection.connection.driver_connection
    if target is None:
        raise TypeError(target)
    target.execute("PRAGMA foreign_keys = OFF")  # only outside a transaction
    target.execute("BEGIN IMMEDIATE")
    try:
        ledger.drop_triggers(connection)
        for table in Base.metadata.sorted_tables:
            if table.name not in APART:
                _copy(source, target, table.name, done)
        if not done.rows:
            raise StorageError("damaged")
        _drop_orphans(target, done)
        ledger.create_triggers(connection)
        target.execute("COMMIT")
    except BaseException:
        if target.in_transaction:
            target.execute("ROLLBACK")
        raise
    finally:
        target.execute("PRAGMA foreign_keys = ON")


def _copy(
    source: sqlite3.Connection, target: sqlite3.Connection, table: str, done: Salvaged
) -> None:
    """Copy the rows of a table that can be read and hold what its columns may hold."""
    known = {row[1] for row in target.execute(f"PRAGMA table_info({table})")}
    try:
        named = [row[1] for row in source.execute(f"PRAGMA table_info({table})")]
    except failed():
        named = []
    columns = [name for name in named if name in known]
    if not columns:  # of a time before the table, or nothing tells of it any more
        return
    listed = ", ".join(f'"{name}"' for name in columns)
    put = f"INSERT OR REPLACE INTO {table} ({listed}) VALUES ({', '.join('?' * len(columns))})"
    taken = refused = 0
    for row in _rows(source, f"SELECT {listed} FROM {table}"):
        try:
            target.execute(put, row)
            taken += 1
        except failed():  # what a damaged page says may be nonsense
            refused += 1
    done.rows += taken
    there = _count(source, table)
    if there is None or there > taken or refused:
        done.lost[table] = None if there is None else max(there - taken, refused)


def _rows(source: sqlite3.Connection, select: str) -> Iterator[tuple[object, ...]]:
    """Yield the rows outside the damage, found by halving the range of ids again and again."""
    ranges, tries = [(FIRST, LAST)], 0
    while ranges and tries < TRIES:
        low, high = ranges.pop()
        try:
            rows = source.execute(
                f"{select} WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (low, high)
            ).fetchall()
        except failed():
            tries += 1
            if low < high:
                middle = (low + high) // 2
                ranges += [(middle + 1, high), (low, middle)]
            continue
        yield from rows


def _count(source: sqlite3.Connection, table: str) -> int | None:
    """Return how many rows there were: SQLite counts by the smallest index, which may be whole."""
    try:
        return int(source.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except failed():
        pass
    try:
        for (index,) in source.execute(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"
            " AND sql NOT LIKE '%WHERE%'",
            (table,),
        ).fetchall():
            try:
                counted = source.execute(f'SELECT count(*) FROM {table} INDEXED BY "{index}"')
                return int(counted.fetchone()[0])
            except failed():
                continue
    except failed():
        pass
    return None


def _drop_orphans(target: sqlite3.Connection, done: Salvaged) -> None:
    """Take out what points to rows that were not read; again, for what pointed to that."""
    while broken := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _parent, number in broken:
            keys = target.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            column = next(key[3] for key in keys if key[0] == number)
            info = target.execute(f"PRAGMA table_info({table})").fetchall()
            needed = next(bool(row[3]) for row in info if row[1] == column)
            if needed:
                target.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
                done.lost[table] = (done.lost.get(table) or 0) + 1
            else:
                target.execute(f'UPDATE {table} SET "{column}" = NULL WHERE rowid = ?', (rowid,))


def _forget(fresh: Path) -> None:
    for rest in ("", "-wal", "-shm", "-journal"):
        fresh.with_name(fresh.name + rest).unlink(missing_ok=True)
