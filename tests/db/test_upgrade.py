"""A shop of every earlier release, made by that release's own code, loses nothing on its way."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.bootstrap import open_core
from db.models.base import ledgered_columns, ledgered_tables

DATA = Path(__file__).parents[1] / "data"
PAST = ("change_set", "change", "device")


def columns_of(connection, table):
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def told(connection, columns):
    """What the rows of the older release tell, by table and id."""
    return {
        table: {
            row[0]: row[1:]
            for row in connection.execute(f"SELECT id, {', '.join(names)} FROM {table}")
        }
        for table, names in columns.items()
    }


@pytest.mark.parametrize("revision", [p.name[5:9] for p in sorted(DATA.glob("shop-*.dangol.gz"))])
def test_every_row_of_an_earlier_release_is_there_word_for_word(tmp_path, clock, revision):
    older, path = tmp_path / "older.db", tmp_path / "shop.db"
    older.write_bytes(gzip.decompress((DATA / f"shop-{revision}.dangol.gz").read_bytes()))
    shutil.copy(older, path)
    core = open_core(path, now=clock)
    assert core.care.check() == []
    contacts = core.contacts.count()
    core.close()
    with closing(sqlite3.connect(older)) as before, closing(sqlite3.connect(path)) as after:
        tables = {row[0] for row in before.execute("SELECT name FROM sqlite_master")}
        assert before.execute("SELECT version_num FROM alembic_version").fetchone() == (revision,)
        columns = {}
        for table in ledgered_tables():
            if table.name in tables:
                there = columns_of(before, table.name)
                columns[table.name] = [f'"{c}"' for c in ledgered_columns(table) if c in there]
        for name in PAST:
            columns[name] = [f'"{c}"' for c in columns_of(before, name) if c != "id"]
        rows, kept = told(before, columns), told(after, columns)
        for table, known in rows.items():
            missing = known.keys() - kept[table].keys()
            assert not missing, (table, missing)
            changed = {
                i: (row, kept[table][i]) for i, row in known.items() if kept[table][i] != row
            }
            assert not changed, (table, changed)
        assert sum(map(len, rows.values())) > 20
    assert contacts > 0
