"""Shops to do harm to, and what must be true of them afterwards."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from app.bootstrap import Core
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump

ROOT = Path(__file__).parents[2]
OLDER = ROOT / "tests" / "data" / "shop-0001.dangol.gz"  # a shop of the first revision
OLDER_ROWS = (
    "contact (id, name, kind, birthday, company, created_at, deleted_at)",
    "contact_point (id, contact_id, kind, value, position, deleted_at)",
    "contact_tag (id, contact_id, tag_id, deleted_at)", "note (id, contact_id, body, deleted_at)",
    "tag (id, name, deleted_at)", "segment (id, name, filter, deleted_at)",
)  # fmt: skip
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
on_posix = pytest.mark.skipif(os.name != "posix", reason="needs signals and users of POSIX")
LEDGER = ("change_set", "change", "import_batch", "import_row")


def guests(count: int, note: str = "", first: int = 0) -> list[tuple[str, ...]]:
    """A list as shops have them: its header and `count` people."""
    return [
        ("이름", "휴대폰", "메모"),
        *(
            (f"손님{i}", f"010-{i // 10000:04}-{i % 10000:04}", note)
            for i in range(first, first + count)
        ),
    ]


def ledger(path: Path) -> list[tuple[int, int]]:
    """How many rows the ledger has, and its newest."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT count(*), max(id) FROM {table}").fetchone()
            for table in LEDGER
        ]


def state_of(path: Path) -> str:
    """All a shop holds, its ledger included, as one short text; '' where there is no shop."""
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            return ""
        rows = [connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
                for table in LEDGER]  # fmt: skip
    return hashlib.sha256(repr((logical_dump(path), rows)).encode()).hexdigest()[:16]


def older_rows(path: Path) -> list[list[tuple]]:
    """What a shop of the first revision tells, which a newer one tells as well."""
    asked = (rows.rstrip(")").partition(" (") for rows in OLDER_ROWS)
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT {columns} FROM {table} ORDER BY id").fetchall()
            for table, _, columns in asked
        ]


def is_sound(path: Path) -> bool:
    """Whether SQLite itself finds nothing wrong with a file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def works(core: Core) -> None:
    """A shop that has come through takes a new contact and finds nothing wrong with itself."""
    contact = core.contacts.add(ContactForm(name="뒤에 온 손님", phone="010-0142-3377"))
    assert core.contacts.detail(contact).name == "뒤에 온 손님"
    assert core.care.check() == []


def fill_the_disk(core, pages):
    """Let the file grow by so many pages from now on; call what comes back to make room."""
    limits = [0]

    def limit(connection, _record=None):
        now = connection.execute("PRAGMA page_count").fetchone()[0]
        limits[0] = limits[0] or now + pages
        connection.execute(f"PRAGMA max_page_count = {limits[0]}")

    core.database.close()
    event.listen(core.database._engine, "connect", limit)

    def make_room():
        core.database.close()
        event.remove(core.database._engine, "connect", limit)

    return make_room


def python(script, *words):
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, words)],
        env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
