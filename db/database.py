"""The one SQLite file and the transactions on it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from db.cipher import Key
from db.clock import Clock, stamp, utc_now
from db.drivers import connect, driver_of, failures, is_connection
from db.errors import StorageError
from db.file_cipher import FileKey
from db.ids import IdSource, meaning_id
from db.keys import name_key, product_key
from db.models.base import Base
from db.points import point_key
from db.reasons import driver_errors, reason_of
from db.uow import UnitOfWork

if TYPE_CHECKING:
    import sqlite3

TRIPS: tuple[type[Exception], ...] = (
    DatabaseError, LookupError, TypeError, ValueError, AttributeError,
)  # fmt: skip
BUSY_TIMEOUT = 5000  # ms a writer waits for another one
PRAGMAS = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # an upsert's delete must reach the ledger too
    "temp_store = MEMORY",
)
# KiB of pages a connection keeps. The system keeps the file as well: more is no quicker to read
# with, and there are several connections; a writer of very much spares itself writing twice.
READING, WRITING = "PRAGMA cache_size = -8192", "PRAGMA cache_size = -65536"


class Database:
    """Hands out units of work; each is one session on the thread that opened it.

    `key` is that of a shop with a password, `country` the shop's, for reading phone numbers;
    `now` and `randomness` are replaced where a run must be repeatable.
    """

    def __init__(
        self,
        path: Path,
        *,
        key: Key | None = None,
        now: Clock = utc_now,
        randomness: random.Random | None = None,
    ) -> None:
        self.path = path
        self.key = key
        self.file_key: FileKey | None = None  # of a locked shop, once it is open
        self.now = now
        self.country = "KR"
        self.ids = IdSource(now, randomness)
        self.device_id = 0
        self._watch: sqlite3.Connection | None = None
        self._watching = Lock()
        self._watches = 0
        self._opened: int | None = None  # which file lay there when the first connection was made
        self._engine = create_engine(
            URL.create("sqlite", database=str(path)),
            module=driver_of(key),
            creator=self._connect,
            pool_use_lifo=True,  # the one that has read last knows most
        )
        event.listen(self._engine, "connect", self._on_connect)
        event.listen(self._engine, "begin", _on_begin)
        event.listen(self._engine, "checkin", _on_checkin)
        self._readers = sessionmaker(self._engine, autoflush=False)
        self._writers = sessionmaker(self._engine.execution_options(writes=True))

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """Open a unit for reading: one snapshot, always rolled back."""
        with self._errors(), self._readers() as session:
            yield self._unit(session)

    @contextmanager
    def write(self, keep: Callable[[], bool] = lambda: True) -> Iterator[UnitOfWork]:
        """Open a unit for writing: commit if the block ends well and `keep` agrees.

        Raises StorageError where the file would not take it; then nothing is changed.
        """
        with self._errors(), self._writers() as session:
            if self._opened not in (None, self._present()):
                raise StorageError("cannot_open")  # what is written to a removed file is lost
            yield self._unit(session)
            session.flush()
            if keep():
                session.commit()

    @contextmanager
    def connection(self, *, writes: bool = False) -> Iterator[Connection]:
        """Open a bare connection for schema work and care, outside the ledger's actions."""
        engine = self._engine.execution_options(writes=writes)
        with self._errors(), engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Close every pooled connection, so that the file can be moved or copied."""
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self._engine.dispose()
        _forget_statements(self._engine)
        self._opened = None

    def version(self) -> tuple[int, int]:
        """Return what is another as soon as anything was committed, by whoever."""
        with self._errors(), self._watching:
            if self._watch is None:  # writes nothing: it is told of every writer
                self._watch = self._connect()
                self._watches += 1
                self._watch.isolation_level = None
            (found,) = self._watch.execute("PRAGMA data_version").fetchone()
            return self._watches, int(found)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """As storage_errors; what the program trips over in a damaged file is no bug either."""
        try:
            with storage_errors():
                yield
        except TRIPS + failures() as error:
            with storage_errors(), closing(connect(self.path, self.key, reads_only=True)) as look:
                if look.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise StorageError("damaged") from error
            raise

    def _connect(self) -> sqlite3.Connection:
        if self._opened and not self._present():
            raise StorageError("cannot_open")  # of a drive that is gone: none is made in its place
        return connect(self.path, self.key, any_thread=True)

    def _present(self) -> int:
        return self.path.stat().st_ino if self.path.exists() else 0

    def _unit(self, session: Session) -> UnitOfWork:
        return UnitOfWork(session, self.ids, lambda: stamp(self.now()), self.device_id)

    def _on_connect(self, connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy decides when to BEGIN, not sqlite3
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
        _use_wal(connection)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(READING)
        self._opened = self._opened or self._present()
        connection.create_function("name_key", 1, name_key, deterministic=True)
        connection.create_function("product_key", 1, product_key, deterministic=True)
        connection.create_function("point_key", 3, self._point_key)
        connection.create_function("meaning_id", -1, meaning_id, deterministic=True)

    def _point_key(self, kind: str, label: str | None, value: str) -> str:
        return point_key(kind, label, value, self.country)


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turn what the surroundings did to the file into a StorageError; bugs pass through."""
    try:
        with driver_errors():
            yield
    except DatabaseError as error:
        reason = reason_of(error.orig)
        if reason is None:
            raise
        raise StorageError(reason) from error


def _forget_statements(engine: Engine) -> None:
    """Let go of what was compiled for an engine: mappers keep that, and with it its dialect."""
    for mapper in Base.registry.mappers:
        compiled = mapper._compiled_cache  # noqa: SLF001 - there is no other door to it
        for key in [key for key in list(compiled) if key[0] is engine.dialect]:
            with suppress(KeyError):  # another thread has just made room
                del compiled[key]


def _use_wal(connection: sqlite3.Connection) -> None:
    """Keep a write-ahead log; the switch itself does not wait for another that is at it."""
    late = time.monotonic() + BUSY_TIMEOUT / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except failures() as error:
            if reason_of(error) != "busy" or time.monotonic() > late:
                raise
            time.sleep(0.01)
        else:
            return


def _on_checkin(connection: sqlite3.Connection | None, record: ConnectionPoolEntry) -> None:
    if connection is None:
        return
    try:
        if record.info.pop("writes", False):
            connection.execute(READING)  # which lets go of what is more
        if record.info.pop("stage", False):
            connection.execute("DETACH stage")
    except failures():  # a failure left a statement unfinished, or the disk is ill
        record.invalidate()


def _on_begin(connection: Connection) -> None:
    # A deferred transaction that reads first cannot wait for the lock: it fails at once.
    writes = connection.get_execution_options().get("writes", False)
    driver = connection.connection.driver_connection
    if is_connection(driver) and driver.in_transaction:
        return  # a migration has begun by itself: foreign keys had to be off before
    if writes and is_connection(driver):
        driver.execute(WRITING)
        connection.info["writes"] = True
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
