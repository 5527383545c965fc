"""Keeping the file safe: verified backups, restoring, checking that what is derived is true."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from db import sale_days, scrubbing, search_index
from db.cipher import Key, is_locked, key_for
from db.database import Database, storage_errors
from db.drivers import connect, failures
from db.errors import LockedError, StorageError
from db.file_keys import key_in
from db.file_store import SUFFIX as FILES_SUFFIX
from db.file_store import FileStore, store_of
from db.models.base import derived_columns, ledgered_tables
from db.reasons import disk_error, failed, reason_of
from db.repositories.consent_ledger import apart
from db.repositories.files import expected_files, needed_in

if TYPE_CHECKING:
    import sqlite3

SUFFIX = ".backup.dangol"  # a kind of file the system opens with Dangol
SUFFIXES = (SUFFIX, ".dangol-backup.db")  # and that of backups made by the first releases
_STAMP = re.compile(r"\d{8}-\d{6}")
PAGES = 4096  # copied at a time, so that a writer is not kept waiting


@dataclass(frozen=True, slots=True)
class Finding:
    """Something `check` found that is not as it should be; `count` rows of `where`."""

    what: str
    where: str
    count: int


def back_up(
    path: Path, folder: Path, now: datetime, label: str = "", key: Key | None = None
) -> Path:
    """Copy the shop into `folder` and prove the copy good; return it.

    The files of contacts lie beside it, for all backups of the folder together: those that are
    there from an earlier one are not copied again. With the shop's `key` the copy is encrypted
    with it as well, and its files are sealed as they are; once no backup of the folder is in plain
    any more, neither is a file. Raises StorageError if it cannot be written or the copy does not
    hold what the shop holds.
    """
    if not path.exists():  # a drive that is gone: nothing is made in its place
        raise StorageError("cannot_open")
    name = f"{path.stem}-{now:%Y%m%d-%H%M%S}{'-' + label if label else ''}"
    target = _free_name(folder, name)
    partial = target.with_suffix(".partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with storage_errors():
            held = _copy(path, partial, key)
        _prove(partial, held, key)
        file_key = key_in(partial, key)
        kept, taken = store_of(path, file_key), store_of(folder / path.name, file_key)
        taken.take_over(kept, names_in(kept, partial, key))
        if file_key is not None and all(map(is_locked, backups_of(folder, path.stem))):
            taken.seal()
        scrubbing.list_beside(folder, path.stem, scrubbing.erased_in(path, key))
        partial.replace(target)
    except OSError as error:
        raise disk_error(error) from error
    finally:
        with suppress(OSError):  # a drive that is gone has nothing left on it either
            partial.unlink(missing_ok=True)
    return target


def copy_whole(path: Path, target: Path, key: Key | None = None) -> None:
    """Copy one moment of a shop into another file and prove the copy; raises StorageError."""
    with storage_errors():
        held = _copy(path, target, key)
    _prove(target, held, key)


def set_aside(path: Path, folder: Path, now: datetime) -> Path:
    """Copy a damaged file and its log into `folder` as they are, so that nothing is lost."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{path.stem}-{now:%Y%m%d-%H%M%S}-damaged.db"
    for rest in ("", "-wal"):
        if (part := path.with_name(path.name + rest)).exists():
            shutil.copyfile(part, target.with_name(target.name + rest))
    return target


def restore(
    backup: Path,
    path: Path,
    prepare: Callable[[Path], object] = lambda _fresh: None,
    *,
    key: Key | None = None,
    present: Key | None = None,
) -> None:
    """Put a backup in the place of the shop; call with every connection closed.

    `prepare` is given the copy before it takes the place. `key` is that of the backup, `present`
    that of the shop that is there. The caller has backed up the present shop. Raises
    StorageError for a damaged backup, before anything was touched.
    """
    if not is_good(backup, key):
        raise StorageError("damaged")
    fresh = path.with_suffix(".restoring")
    try:
        shutil.copyfile(backup, fresh)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        prepare(fresh)
        _bring_files(backup.parent, fresh, path, key)
        _settle(path, present)
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        os.replace(fresh, path)  # noqa: PTH105 - atomic, on Windows too
    except OSError as error:
        raise disk_error(error) from error
    finally:
        fresh.unlink(missing_ok=True)


def _bring_files(folder: Path, fresh: Path, path: Path, key: Key | None) -> None:
    """Bring back the files that lie with the backups and that the shop has lost since."""
    try:
        needed, file_key = _needed_by(fresh, key), key_in(fresh, key_for(fresh, key))
    except failures():
        return
    for store in sorted(folder.glob(f"*{FILES_SUFFIX}")):
        needed = store_of(path, file_key).take_over(FileStore(store, file_key), needed, heals=True)


def names_in(store: FileStore, shop: Path, key: Key | None) -> list[str]:
    """Return the SHA-256 of the files that go wherever a shop's file goes.

    What is sealed does not tell it: the shop does.
    """
    sealed = [] if store.key is None else _needed_by(shop, key)
    return sorted({*store.names(), *sealed})


def _needed_by(path: Path, key: Key | None) -> list[str]:
    with closing(connect(path, key_for(path, key), reads_only=True)) as look:
        return needed_in(look)


def _settle(path: Path, key: Key | None) -> None:
    """Bring what the log holds into the file: cut off without its log it would be damaged."""
    if path.exists():
        try:
            with storage_errors(), closing(connect(path, key_for(path, key))) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
        except LockedError:
            return  # nobody here could read it anyway
        except StorageError as error:
            if error.reason != "damaged":  # somebody has it open, or the disk is full
                raise


def is_good(path: Path, key: Key | None = None) -> bool:
    """Tell whether a file is a sound SQLite database; raise LockedError if it needs another key."""
    try:
        with closing(connect(path, key_for(path, key), reads_only=True)) as look:
            return [r[0] for r in look.execute("PRAGMA integrity_check(1)")] == ["ok"]
    except failed():
        return False
    except OSError:  # of a disk that cannot be read any more
        return False


def backups_of(folder: Path, stem: str) -> Iterator[Path]:
    """Yield the backups of a shop; those of another may lie there too: 'shop-2' beside 'shop'."""
    for path in (p for suffix in SUFFIXES for p in folder.glob(f"*{suffix}")):
        rest = path.name.removeprefix(f"{stem}-")
        made = _STAMP.search(rest)
        if rest != path.name and (made is None or made.start() == 0):
            yield path


def _is_good_for(path: Path, key: Key | None) -> bool:
    try:
        return is_good(path, key)
    except LockedError:
        return False


def newest_good_backup(folder: Path, stem: str, key: Key | None = None) -> Path | None:
    """Return the newest backup of a shop that is sound, None if there is none."""
    found = sorted(backups_of(folder, stem), key=lambda p: p.stat().st_mtime_ns, reverse=True)
    return next((path for path in found if _is_good_for(path, key)), None)


def check(database: Database) -> list[Finding]:
    """Prove the file: SQLite's own check, foreign keys, what is derived, and what lies beside."""
    with database.connection() as connection:
        return [
            *_check_file(connection),
            *_check_derived(connection),
            *_check_search(connection),
            *_check_consents(connection),
            *_check_files(connection, store_of(database.path, database.file_key)),
        ]


def _check_file(connection: Connection) -> Iterator[Finding]:
    said = [r[0] for r in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    if said != ["ok"]:
        yield Finding("integrity", said[0], len(said))
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        yield Finding("reference", str(broken[0][0]), len(broken))


def _check_derived(connection: Connection) -> Iterator[Finding]:
    for table in ledgered_tables():
        for column, expression in derived_columns(table).items():
            query = f'SELECT count(*) FROM {table.name} WHERE "{column}" IS NOT {expression}'
            if wrong := connection.exec_driver_sql(query).scalar_one():
                yield Finding("derived", f"{table.name}.{column}", wrong)
    for name, wrong in sale_days.apart(connection):
        if wrong:
            yield Finding("derived", name, wrong)


def _check_search(connection: Connection) -> Iterator[Finding]:
    if wrong := len(search_index.mismatches(connection)):
        yield Finding("search", "contact_search", wrong)
    from sqlite_utils import Database as Tables  # noqa: PLC0415 - it brings numpy along

    tables = Tables(connection.connection.driver_connection)
    for name in search_index.FTS_TABLES:
        try:
            tables.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except failures() as error:
            if reason_of(error) != "damaged":
                raise
            yield Finding("search", name, tables["contact_search"].count)


def _check_consents(connection: Connection) -> Iterator[Finding]:
    for column, wrong in apart(connection):
        if wrong:
            yield Finding("consent", f"contact.{column}", wrong)


def _check_files(connection: Connection, store: FileStore) -> Iterator[Finding]:
    wrong: dict[str, list[str]] = {}
    for sha256, name in expected_files(connection):
        if not store.is_good(sha256):
            what = "file_damaged" if store.is_there(sha256) else "file_missing"
            wrong.setdefault(what, []).append(name or sha256[:12])
    for what, names in sorted(wrong.items()):
        yield Finding(what, names[0], len(names))


def _copy(source: Path, target: Path, key: Key | None) -> dict[str, int]:
    """Copy one moment of a shop, whoever writes meanwhile; return how many rows it had then."""
    target.unlink(missing_ok=True)
    reading = connect(source, key, reads_only=True)
    with closing(reading) as here, closing(connect(target, key)) as there:
        here.execute("BEGIN")  # the counts and the pages are of one moment
        held = rows_of(here)
        here.backup(there, pages=PAGES)
        there.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return held


def _prove(copy: Path, held: dict[str, int], key: Key | None) -> None:
    if not is_good(copy, key):
        raise StorageError("damaged")
    with closing(connect(copy, key, reads_only=True)) as look:
        if held != rows_of(look):
            raise StorageError("io")


def rows_of(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has, those of the search index left out."""
    named = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite_%'"
    )
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in named.fetchall()
        if not name.startswith(search_index.FTS_TABLES)
    }


def _free_name(folder: Path, name: str) -> Path:
    for n in range(1, 1000):
        path = folder / f"{name}{f'-{n}' if n > 1 else ''}{SUFFIX}"
        if not path.exists():
            return path
    raise StorageError("io")
