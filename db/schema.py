"""The schema of the file: recognised with bare SQLite, made new, brought up to date.

Alembic's batch mode rebuilds tables and so loses their triggers. A migration therefore
drops every generated trigger first and makes them anew afterwards, in one transaction.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from db import ledger, search_index
from db.care import back_up
from db.cipher import Key, key_for
from db.database import Database, storage_errors
from db.drivers import connect, failures, is_connection
from db.errors import LockedError, NewerSchemaError, NotDangolError, StorageError
from db.revisions import APPLICATION_ID, HEAD, REVISIONS

if TYPE_CHECKING:
    import sqlite3

# Revisions after which the search text of every contact is computed anew. It takes a minute for
# a million contacts, so the others leave it as it is.
SEARCH_ANEW = frozenset({"0001", "0002"})
FIRST_BYTES = b"SQLite format 3\x00"


def revision_of(path: Path, key: Key | None = None) -> str | None:
    """Return the schema revision of a file, None where there is no file or nothing in it.

    Looks without changing anything. Raises NotDangolError, NewerSchemaError, LockedError
    where the key is not that of its password, or StorageError for a damaged file.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        return _told_by(path, key)
    except (LockedError, StorageError):
        # Its first bytes tell why. They are looked at only now: on POSIX, closing a file lets go
        # of every lock that this program has on it, and other windows take the shop for theirs.
        fitting = key_for(path, key)
        with path.open("rb") as file:
            if fitting is None and file.read(len(FIRST_BYTES)) != FIRST_BYTES:
                raise NotDangolError(path) from None
        if fitting == key:
            raise
    return _told_by(path, fitting)


def _told_by(path: Path, key: Key | None) -> str | None:
    with storage_errors(), closing(_look(path, key)) as connection:
        tables = {
            r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        if not tables:
            return None
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotDangolError(path)
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0])
    if revision not in REVISIONS:
        raise NewerSchemaError(path, revision)
    return revision


def bring_up_to_date(database: Database, backups: Path | None) -> None:
    """Make the schema, or migrate an older one after a verified backup into `backups`.

    None makes no backup: of a file that is a copy itself.
    """
    key = database.key
    try:
        revision = revision_of(database.path, key)
    except LockedError as error:
        if key is not None and key.fits(database.path):  # somebody has proved that it is the one
            raise StorageError("damaged") from error
        raise
    if revision == HEAD:
        return
    if revision is not None and backups is not None:
        back_up(database.path, backups, database.now(), f"before-{HEAD}", database.key)
    known = REVISIONS.index(revision) + 1 if revision in REVISIONS else 0
    with database.connection() as connection:
        _migrate(connection, search_anew=not SEARCH_ANEW.isdisjoint(REVISIONS[known:]))


def _migrate(connection: Connection, *, search_anew: bool) -> None:
    """Run the missing revisions. Not ledgered: a new shape is no change of the shop's data.

    A new file goes the same way, so that no two files of one revision ever differ.
    """
    from db.migrations.run import upgrade  # noqa: PLC0415 - alembic is slow to import

    driver = connection.connection.driver_connection
    if not is_connection(driver):
        raise TypeError(driver)
    # Both can only be set outside a transaction.
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("BEGIN IMMEDIATE")
    try:
        if _at_head(driver):  # another Dangol was quicker
            driver.execute("ROLLBACK")
            return
        search_index.suspend(connection)
        ledger.drop_triggers(connection)
        upgrade(connection, HEAD)
        driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        ledger.create_triggers(connection)
        if search_anew:
            search_index.drop(connection)
            search_index.create(connection)
            search_index.fill(connection)
        else:
            search_index.resume(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise StorageError("damaged")
        driver.execute("COMMIT")
    except BaseException:
        if driver.in_transaction:
            driver.execute("ROLLBACK")
        raise
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def _at_head(driver: sqlite3.Connection) -> bool:
    known = driver.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    return bool(known) and driver.execute("SELECT version_num FROM alembic_version").fetchone() == (
        HEAD,
    )


def _look(path: Path, key: Key | None) -> sqlite3.Connection:
    """Open a file for reading alone, as it lies there; raise LockedError for a wrong key."""
    connection = connect(path, key, reads_only=True)
    if key is not None:
        try:
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
        except failures() as error:
            connection.close()
            raise LockedError(path) from error
    return connection
