"""Why a write failed: what the surroundings did to the file, told from bugs."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from db.drivers import failures
from db.errors import StorageError

REASONS = {  # nobody's bug: say so and go on
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_IOERR: "io",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_CANTOPEN: "cannot_open",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
NO_TEXT = "Could not decode to UTF-8"  # said by Python's driver, without a code
NO_SCHEMA = b"malformed database schema"


def failed() -> tuple[type[Exception], ...]:
    """Return what a driver fails with; to be asked where it is caught.

    A sentence of SQLite's that quotes a damaged file may be no text; Python's driver fails over it.
    """
    return (*failures(), UnicodeDecodeError)


def reason_of(error: BaseException | None) -> str | None:
    """Return why the surroundings, not the program, failed a statement; None for a bug."""
    if isinstance(error, UnicodeDecodeError):
        return "damaged" if error.object.startswith(NO_SCHEMA) else None
    if str(error).startswith(NO_TEXT):
        return "damaged"
    return REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)


def no_room(error: OSError) -> bool:
    """Return whether a file could not be written for want of room."""
    return error.errno in NO_ROOM


def disk_error(error: OSError, otherwise: str = "read_only") -> StorageError:
    """Return what to tell of a file beside the shop that could not be written."""
    return StorageError("full" if no_room(error) else otherwise)


@contextmanager
def driver_errors() -> Iterator[None]:
    """Turn what the surroundings did to the file into a StorageError; bugs pass through."""
    try:
        yield
    except failed() as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise StorageError(reason) from error
