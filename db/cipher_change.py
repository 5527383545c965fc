"""Giving a shop's file a password, another one, or none.

A new file is written beside it, proved, then swapped. Whenever this is cut off, the file under
the shop's name is whole: the old one or the new one. The files beside a shop are in plain again
before it is itself, while nobody else has it open; those of one that was locked are sealed later.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from db import file_keys
from db.cipher import Key
from db.database import storage_errors
from db.drivers import connect, failures
from db.errors import StorageError
from db.file_cipher import FileKey
from db.file_store import store_of
from db.reasons import disk_error, reason_of
from db.repositories.files import needed_in

if TYPE_CHECKING:
    import sqlite3

SUFFIX = ".recoded"  # after the name of the shop's file
STEPS = ("settled", "copied", "proved", "swapped")
PATIENCE = 1.0  # seconds for whoever has the file open
LOOK = 50_000  # steps of SQLite between two looks at how far the copy has come
ROWS = 500  # compared at a time


Watch = Callable[[int, int], object]  # done, total; what it raises stops the work


def recode(
    path: Path,
    old: Key | None,
    new: Key | None,
    told: Callable[[str], object] = lambda _step: None,
    watch: Watch = lambda _done, _total: None,
) -> None:
    """Write a file anew with another key, or with none, and put it in its place.

    Call with every connection closed; somebody else's makes it raise StorageError 'busy', and a
    full disk 'full': then nothing was touched. `told` is called after each of STEPS, `watch` often
    while it copies and proves: where it raises, nothing was touched either, but that files beside
    a shop that was to be in plain may be so already: they are to be sealed again.
    """
    fresh = fresh_of(path)
    drop_unfinished(path)
    file_key: FileKey | None = None
    try:
        with storage_errors():
            with closing(_opened(path, old)) as run:
                _hold(run)
                told("settled")
                if old is not None and new is None:
                    file_key = file_keys.kept_in(run)
                    _open_files(run, path, file_key, watch)
                _copy(run, fresh, new, watch)
                told("copied")
                with closing(_opened(fresh, new)) as copy:
                    _prove(run, copy, watch)
                with fresh.open("rb+") as file:
                    os.fsync(file.fileno())
                told("proved")
                before = path.stat()
            after = path.stat()
            if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
                raise StorageError("busy")  # somebody was quicker than the swap
            os.replace(fresh, path)  # noqa: PTH105 - atomic, on Windows too
        for rest in ("-wal", "-shm", "-journal"):  # of the old file: in plain, maybe
            path.with_name(path.name + rest).unlink(missing_ok=True)
        _sync_folder(path.parent)
        told("swapped")
    except BaseException as error:
        if file_key is not None and old is not None and old.fits(path):
            with suppress(StorageError):
                file_keys.give(path, old, file_key)
        if isinstance(error, OSError):
            raise disk_error(error) from error
        raise
    finally:
        drop_unfinished(path)


def fresh_of(path: Path) -> Path:
    """Return where the new file is written."""
    return path.with_name(path.name + SUFFIX)


def drop_unfinished(path: Path) -> None:
    """Delete what a program that was killed has left of a new file."""
    fresh = fresh_of(path)
    for rest in ("", "-journal", "-wal", "-shm"):
        fresh.with_name(fresh.name + rest).unlink(missing_ok=True)


def _opened(path: Path, key: Key | None) -> sqlite3.Connection:
    return connect(path, key, isolation_level=None, timeout=PATIENCE, by_cipher=True)


def _hold(run: sqlite3.Connection) -> None:
    """Bring what the log holds into the file, and keep everybody else out until it is closed."""
    run.execute("PRAGMA locking_mode = EXCLUSIVE")
    run.execute("PRAGMA journal_mode = DELETE")
    run.execute("BEGIN EXCLUSIVE")
    run.execute("COMMIT")


def _open_files(run: sqlite3.Connection, path: Path, key: FileKey | None, watch: Watch) -> None:
    """Have the files beside a shop that will be in plain be so, and forget their key."""
    if key is not None:
        store_of(path, key).unseal(needed_in(run), watch)
        file_keys.drop(run)


def _copy(run: sqlite3.Connection, fresh: Path, key: Key | None, watch: Watch) -> None:
    # With a key the size of a page is told as text.
    pages, size = (
        int(run.execute(f"PRAGMA {n}").fetchone()[0]) for n in ("page_count", "page_size")
    )
    stop: list[BaseException] = []

    def look() -> int:
        done = fresh.stat().st_size if fresh.exists() else 0
        try:
            watch(min(done // size, pages), 2 * pages)
        except BaseException as error:  # SQLite swallows it: raised again below
            stop.append(error)
        return len(stop)

    run.execute("ATTACH ? AS fresh KEY ?", (str(fresh), key.spec if key else ""))
    run.execute("PRAGMA fresh.journal_mode = OFF")  # cut off, it is thrown away
    run.execute("PRAGMA fresh.synchronous = OFF")
    try:
        run.set_progress_handler(look, LOOK)
        run.execute("SELECT sqlcipher_export('fresh')").fetchone()
    except failures() as error:
        if stop:
            raise stop[0] from None
        if reason_of(error) is not None:
            raise
        # What fails inside a function of SQL has lost its code.
        raise StorageError("full" if "full" in str(error) else "io") from error
    finally:
        run.set_progress_handler(None, 0)
    for name in ("application_id", "user_version"):
        run.execute(f"PRAGMA fresh.{name} = {run.execute(f'PRAGMA main.{name}').fetchone()[0]}")
    run.execute("DETACH fresh")


def _prove(old: sqlite3.Connection, new: sqlite3.Connection, watch: Watch) -> None:
    """Raise StorageError unless the new file is sound and says the very same, row by row."""
    if new.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise StorageError("io")
    if new.execute("PRAGMA cipher_integrity_check").fetchone():
        raise StorageError("io")
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2, 3"
    if old.execute(schema).fetchall() != new.execute(schema).fetchall():
        raise StorageError("io")
    stored = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    tables = old.execute(stored).fetchall()
    for place, (table,) in enumerate(tables):
        query = f'SELECT {"" if _has_no_rowid(old, table) else "rowid, "}* FROM "{table}"'
        for one, other in zip_longest(_chunks(old, query), _chunks(new, query)):
            watch(len(tables) + place, 2 * len(tables))
            if one != other:
                raise StorageError("io")


def _has_no_rowid(run: sqlite3.Connection, table: str) -> bool:
    query = "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?"
    return bool(run.execute(query, (table,)).fetchone()[0])


def _chunks(run: sqlite3.Connection, query: str) -> Iterator[list[tuple[object, ...]]]:
    cursor = run.execute(query)
    while rows := cursor.fetchmany(ROWS):
        yield rows


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # the name itself is on the disk then
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
