"""The key for the files beside a locked shop: a row of its encrypted file, and nowhere else.

It stays the same when the password changes, so that no file has to be written anew. Neither the
ledger nor undo know of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from db.cipher import Key, key_for
from db.drivers import connect
from db.errors import DataError, StorageError
from db.file_cipher import RAW, FileKey, new_file_key
from db.ids import meaning_id
from db.reasons import driver_errors

if TYPE_CHECKING:
    import sqlite3

NAME = "file_key"  # among the settings
ID = meaning_id("setting", NAME)


def kept_in(connection: sqlite3.Connection) -> FileKey | None:
    """Return the key that a shop's file keeps; None if it has none.

    Raises what the driver does where the file cannot be read: then nobody may make another.
    """
    tables = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'setting'"
    if connection.execute(tables).fetchone() is None:  # of a time before
        return None
    row = connection.execute("SELECT value FROM setting WHERE id = ?", (ID,)).fetchone()
    try:
        raw = bytes.fromhex(json.loads(row[0])) if row else b""
    except (ValueError, TypeError):  # somebody spoilt it
        return None
    return FileKey(raw) if len(raw) == RAW else None


def key_in(path: Path, key: Key | None) -> FileKey | None:
    """Return the key for the files of a shop, or of a backup; None for one in plain.

    Raises StorageError where `key` does not open it.
    """
    if key is None:
        return None
    with driver_errors(), closing(connect(path, key, reads_only=True)) as look:
        return kept_in(look)


def put(connection: sqlite3.Connection, key: FileKey) -> None:
    """Keep a key in a shop's file, which must be encrypted."""
    _write(connection, "INSERT OR REPLACE INTO setting (id, key, value) VALUES (?, ?, ?)",
           (ID, NAME, json.dumps(key.raw.hex())))  # fmt: skip


def drop(connection: sqlite3.Connection) -> None:
    """Let a shop's file, which will be in plain, keep none any more."""
    _write(connection, "DELETE FROM setting WHERE id = ?", (ID,))


def give(path: Path, key: Key, file_key: FileKey) -> None:
    """Keep a key in a file that nobody has open: a backup that was just encrypted."""
    with driver_errors(), closing(connect(path, key, isolation_level=None)) as connection:
        put(connection, file_key)
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it


def hand_on(shop: Path, present: Key | None, backup: Path, key: Key | None) -> None:
    """Give a backup that knows no key for files that of the shop whose place it takes."""
    if present is None or key is None:
        return
    with suppress(StorageError):  # of a damaged shop, or where there is none: another is made
        if key_in(backup, key) is None and (known := key_in(shop, present)) is not None:
            give(backup, key, known)


def ensure(path: Path, key: Key | None, lost: Iterable[Path] = ()) -> FileKey | None:
    """Return the key for the files of a shop, made if it has none; None for a shop in plain.

    `lost` are backups that may still know it, of a shop that was mended.
    """
    if key is None:
        return None
    with driver_errors(), closing(connect(path, key, isolation_level=None)) as connection:
        if (known := kept_in(connection)) is not None:
            return known
        found = next(filter(None, (_lost_key(backup, key) for backup in lost)), None)
        connection.execute("BEGIN IMMEDIATE")
        known = kept_in(connection)  # another program may have been quicker
        if known is None:
            known = found or new_file_key()
            put(connection, known)
        connection.execute("COMMIT")
        return known


def _lost_key(backup: Path, key: Key) -> FileKey | None:
    with suppress(DataError, OSError):
        return key_in(backup, key_for(backup, key))
    return None


def _write(connection: sqlite3.Connection, statement: str, given: tuple[object, ...]) -> None:
    own = not connection.in_transaction
    if own:
        connection.execute("BEGIN IMMEDIATE")
    connection.execute(statement, given)
    # What the triggers have noted of it: undo must never take it back.
    connection.execute("DELETE FROM change WHERE table_name = 'setting' AND row_id = ?", (ID,))
    if own:
        connection.execute("COMMIT")
