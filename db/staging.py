"""The rows of a file between reading and importing, in a temporary database of their own."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import weakref
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from itertools import islice, repeat
from operator import is_not
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from db.drivers import connect, failures
from db.errors import StorageError
from db.keys import name_key, tag_id
from db.reasons import disk_error

if TYPE_CHECKING:
    import sqlite3

    from db.cipher import Key

SCALARS = (
    "kind", "name", "family_name", "given_name", "reading", "nickname", "prefix", "number",
    "company", "department", "job_title", "gender", "birthday", "birthday_calendar", "source",
    "first_seen_on", "opening_total", "opening_visits", "last_visit_on", "consent_email",
    "consent_sms", "consent_phone", "consent_messenger", "likes", "dislikes", "photo",
)  # fmt: skip
POINT = (
    "kind", "label", "value", "key", "postcode", "region", "city", "street", "detail", "country",
)  # fmt: skip
CUSTOM = ("field_id", "many", "text", "number", "choice_id", "person_id")
DAY = ("kind", "label", "calendar", "leap_month", "year", "month", "day")
RELATION = ("kind", "type_id", "forward", "other_id", "other_line", "title", "named")
PREFIX = "dangol-stage-"
CHUNK = 5000  # rows handed over at a time
TABLES = {  # and what of a row stands in them
    "row": ("line", "given_id", "named", "scalars", "failure", "told"),
    "point": ("points",), "tag": ("tags",), "note": ("notes",), "external": ("externals",),
    "custom": ("custom",), "day": ("days",), "role": ("roles",), "relation": ("relations",),
}  # fmt: skip
SCHEMA = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE row (line INTEGER PRIMARY KEY, given_id INTEGER, named INTEGER, name_key TEXT,
  {", ".join(SCALARS)}, outcome TEXT, reason TEXT, contact_id INTEGER, leader INTEGER,
  round INTEGER, changed INTEGER DEFAULT 0, told);
CREATE TABLE point (id INTEGER PRIMARY KEY, line INTEGER, position INTEGER, {", ".join(POINT)});
CREATE TABLE tag (id INTEGER PRIMARY KEY, line INTEGER, tag_id INTEGER, name TEXT);
CREATE TABLE note (id INTEGER PRIMARY KEY, line INTEGER, body TEXT);
CREATE TABLE external (id INTEGER PRIMARY KEY, line INTEGER, system TEXT, value TEXT);
CREATE TABLE custom (id INTEGER PRIMARY KEY, line INTEGER, {", ".join(CUSTOM)});
CREATE TABLE day (id INTEGER PRIMARY KEY, line INTEGER, {", ".join(DAY)});
CREATE TABLE role (id INTEGER PRIMARY KEY, line INTEGER, role TEXT);
CREATE TABLE relation (id INTEGER PRIMARY KEY, line INTEGER, {", ".join(RELATION)});
CREATE TABLE custom_field (id INTEGER PRIMARY KEY, place, kind, label_ko, label_en);
CREATE TABLE custom_choice (id INTEGER PRIMARY KEY, place, field_id, label_ko, label_en);
CREATE TABLE hit (line INTEGER, contact_id INTEGER, sure INTEGER,
  PRIMARY KEY (line, contact_id, sure)) WITHOUT ROWID;
CREATE TABLE kept (line INTEGER, field TEXT);
"""


class StagedRow(NamedTuple):
    """One row of a file, parsed: `scalars` in SCALARS order, `points` in POINT order.

    `named` is false where the name is only a phone or e-mail standing in for one. `told` is what
    a person decided about the row: the id of the contact it is, 'add' or 'skip'.
    """

    line: int
    given_id: int | None
    named: bool
    scalars: Sequence[object]
    points: Sequence[Sequence[str | None]]
    tags: Sequence[str]
    notes: Sequence[str]
    externals: Sequence[tuple[str, str]]
    failure: str | None
    told: int | str | None = None
    custom: Sequence[Sequence[object]] = ()  # values of the shop's own fields, in CUSTOM order
    days: Sequence[Sequence[object]] = ()  # in DAY order
    roles: Sequence[str] = ()
    relations: Sequence[Sequence[object]] = ()  # in RELATION order


class Staging:
    """A temporary file that holds the rows; deleted by `close`. For one thread at a time.

    That of a shop with a password is encrypted with its key, as what is attached to it must be.
    """

    def __init__(self, key: Key | None = None) -> None:
        """Make the file; raise StorageError where the folder for such files takes none."""
        self._key = key
        self._tags: dict[str, int] = {}
        self._kept: dict[str, list[object]] = {}
        try:
            folder = tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-")
        except OSError as error:
            raise disk_error(error, "io") from error
        self._remove = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self.path = Path(folder) / "stage.db"
        try:
            with staging_errors():
                self._connection = self._connected()
                self._connection.executescript(SCHEMA)
        except StorageError:
            self._remove()
            raise

    def fill(self, rows: Iterable[StagedRow]) -> int:
        """Take all rows in, then index what matching joins on; return how many rows there are.

        Raises StorageError (a full disk, say): nothing of the shop is touched.
        """
        source = iter(rows)
        count = 0
        with staging_errors():
            while chunk := list(islice(source, CHUNK)):
                count += len(chunk)
                self._take(chunk)
            self._index()
        return count

    def refill(self, rows: Sequence[StagedRow]) -> None:
        """Take these rows in the place of those of the last refill, if any, and let go of the file.

        Only the tables whose part of the rows differs are written. Raises StorageError.
        """
        with staging_errors():
            if self._kept:
                self._connection = self._connected()
                self._connection.execute("PRAGMA journal_mode = OFF")
                self._connection.execute("PRAGMA synchronous = OFF")
            parts = _parts(rows)
            changed = [table for table in TABLES if parts[table] != self._kept.get(table)]
            for table in changed:
                self._connection.execute(f"DELETE FROM {table}")
            for start in range(0, len(rows), CHUNK):
                self._take(rows[start : start + CHUNK], changed)
            if not self._kept:
                self._index()
        self._kept = parts
        self.release()

    def define(
        self,
        fields: Sequence[tuple[int, str, str, str]],
        choices: Sequence[tuple[int, int, str, str]],
    ) -> None:
        """Take the fields and choices to be made: (id, kind or field, Korean, English name)."""
        with staging_errors():
            for table, rows, column in (
                ("custom_field", fields, "kind"), ("custom_choice", choices, "field_id"),
            ):  # fmt: skip
                self._connection.executemany(
                    f"INSERT INTO {table} (id, {column}, label_ko, label_en, place)"
                    " VALUES (?, ?, ?, ?, ?)",
                    [(*row, place) for place, row in enumerate(rows)],
                )

    def close(self) -> None:
        """Delete the file."""
        with suppress(*failures()):
            self._connection.close()
        self._remove()

    def release(self) -> None:
        """Let go of the file, so that the shop's connection can attach it."""
        self._connection.close()

    def _connected(self) -> sqlite3.Connection:
        # One thread at a time, but not always the same one.
        return connect(self.path, self._key, isolation_level=None, any_thread=True)

    def _index(self) -> None:
        from sqlite_utils import Database as Tables  # noqa: PLC0415 - it brings numpy along

        tables = Tables(self._connection)
        for name, columns in (
            ("point", ["line"]), ("point", ["key"]), ("tag", ["line"]), ("note", ["line"]),
            ("external", ["line"]), ("external", ["value", "system"]),
            ("custom", ["line"]), ("day", ["line"]), ("role", ["line"]), ("relation", ["line"]),
        ):  # fmt: skip
            tables.table(name).create_index(columns)
        if self._connection.execute("SELECT 1 FROM relation LIMIT 1").fetchone():
            tables.table("row").create_index(["given_id"])  # relations lead to rows by it

    def _take(self, chunk: Sequence[StagedRow], tables: Collection[str] = TABLES) -> None:
        run = self._connection
        run.execute("BEGIN")
        if "row" in tables:
            self._take_scalars(chunk)
        if "point" in tables:
            self._take_several(
                "point",
                ("position", *POINT),
                [line for r in chunk if r.points for line in _points(r)],
            )
        if "tag" in tables:
            run.executemany(
                "INSERT INTO tag (line, tag_id, name) VALUES (?, ?, ?)",
                [(r.line, self._tag(name), name) for r in chunk for name in r.tags],
            )
        if "note" in tables:
            run.executemany(
                "INSERT INTO note (line, body) VALUES (?, ?)",
                [(r.line, body) for r in chunk for body in r.notes],
            )
        if "external" in tables:
            run.executemany(
                "INSERT INTO external (line, system, value) VALUES (?, ?, ?)",
                [(r.line, *pair) for r in chunk for pair in r.externals],
            )
        if "custom" in tables:
            self._take_several("custom", CUSTOM, [(r.line, *c) for r in chunk for c in r.custom])
        if "day" in tables:
            self._take_several("day", DAY, [(r.line, *day) for r in chunk for day in r.days])
        if "role" in tables:
            self._take_several(
                "role", ("role",), [(r.line, role) for r in chunk for role in r.roles]
            )
        if "relation" in tables:
            bonds = [(r.line, *bond) for r in chunk for bond in r.relations]
            self._take_several("relation", RELATION, bonds)
        run.execute("COMMIT")

    def _take_several(
        self, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]
    ) -> None:
        if not rows:
            return
        # Most columns are empty all the way down: those are left out.
        values = zip(("line", *columns), zip(*rows, strict=True), strict=True)
        used = {name: cells for name, cells in values if any(map(is_not, cells, repeat(None)))}
        self._connection.executemany(
            f"INSERT INTO {table} ({', '.join(used)}) VALUES ({', '.join('?' * len(used))})",
            zip(*used.values(), strict=True),
        )

    def _take_scalars(self, chunk: Sequence[StagedRow]) -> None:
        self._take_several(
            "row",
            ("given_id", "named", "name_key", "reason", "told", *SCALARS),
            [
                (r.line, r.given_id, r.named, name_key(str(r.scalars[1] or "")), r.failure, r.told,
                 *r.scalars)
                for r in chunk
            ],
        )  # fmt: skip

    def _tag(self, name: str) -> int:
        if name not in self._tags:
            self._tags[name] = tag_id(name)
        return self._tags[name]


def sweep() -> list[Path]:
    """Delete what programs that were killed left in the temporary folder; return the folders."""
    swept = []
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        owner = re.match(rf"{PREFIX}(\d+)-", folder.name)
        if owner is not None and not _is_running(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)
            swept.append(folder)
    return swept


def _is_running(process: int) -> bool:
    if sys.platform == "win32":  # there os.kill(…, 0) would send Ctrl+C
        import ctypes  # noqa: PLC0415 - only where it is needed

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, process)  # noqa: FBT003 - PROCESS_QUERY_LIMITED
        if handle:
            kernel.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def staging_errors() -> AbstractContextManager[None]:
    """Turn what the surroundings did to a staging file into a StorageError."""
    from db.database import storage_errors  # noqa: PLC0415 - its repositories need this module

    return storage_errors()


def _parts(rows: Sequence[StagedRow]) -> dict[str, list[object]]:
    """Return what of the rows stands in each table, column by column."""
    columns = dict(zip(StagedRow._fields, zip(*rows, strict=True), strict=True)) if rows else {}
    return {table: [columns.get(name) for name in names] for table, names in TABLES.items()}


def _points(row: StagedRow) -> list[tuple[object, ...]]:
    """Return the row's points, numbered within their kind; once each, but for rows of our own."""
    if len(row.points) == 1:
        return [(row.line, 0, *row.points[0])]
    lines: list[tuple[object, ...]] = []
    seen: set[tuple[str | None, str | None]] = set()
    place: dict[str | None, int] = {}
    for point in row.points:
        kind = point[0]
        same = (kind, point[3] or point[2])
        if same in seen and row.given_id is None:
            continue
        seen.add(same)
        position = place.get(kind, 0)
        place[kind] = position + 1
        lines.append((row.line, position, *point))
    return lines
