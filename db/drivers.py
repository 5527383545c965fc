"""The one place that opens a file: with Python's own SQLite, or SQLCipher where it has a password.

Two copies of SQLite in one program know nothing of each other's locks: a file is only ever
opened by the one that its key, or the lack of one, tells.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from types import ModuleType
from typing import Literal, TypeGuard

from db.cipher import Key

CIPHER = "sqlcipher3.dbapi2"


def driver_of(key: Key | None, *, by_cipher: bool = False) -> ModuleType:
    """Return the DB-API module that opens files with that key; None is for plain ones."""
    if key is None and not by_cipher:
        return sqlite3
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - only where there is a password

    cipher: ModuleType = dbapi2
    return cipher


def connect(
    path: Path | str,
    key: Key | None = None,
    *,
    reads_only: bool = False,
    timeout: float = 5.0,
    isolation_level: Literal["DEFERRED"] | None = "DEFERRED",
    any_thread: bool = False,
    by_cipher: bool = False,
) -> sqlite3.Connection:
    """Open a file; whether the key is right shows at the first statement.

    `reads_only` never makes or changes one; `any_thread` is for one at a time, but not always
    the same. With `by_cipher` SQLCipher opens a plain file too, to copy from or to one.
    """
    name = f"{Path(path).absolute().as_uri()}?mode=ro" if reads_only else str(path)
    connection: sqlite3.Connection = driver_of(key, by_cipher=by_cipher).connect(
        name,
        uri=reads_only,
        timeout=timeout,
        isolation_level=isolation_level,
        check_same_thread=not any_thread,
    )
    if key is not None:
        connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong password is no news
        connection.execute(f'PRAGMA key = "{key.spec}"')
    return connection


def is_connection(driver: object) -> TypeGuard[sqlite3.Connection]:
    """Tell whether this is a connection that `connect` made."""
    cipher = sys.modules.get(CIPHER)
    return isinstance(driver, sqlite3.Connection) or (
        cipher is not None and isinstance(driver, cipher.Connection)
    )


def failures() -> tuple[type[Exception], ...]:
    """Return what the drivers in use raise; to be asked where it is caught."""
    cipher = sys.modules.get(CIPHER)
    return (sqlite3.DatabaseError,) if cipher is None else (
        sqlite3.DatabaseError, cipher.DatabaseError,
    )  # fmt: skip
