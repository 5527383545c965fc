"""The file is recognised, made, migrated with a backup, and never harmed."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateIndex

from app.bootstrap import open_core
from app.errors import FileError, FileProblem, NothingToUndoError, StorageFailedError
from app.ops import Op
from app.shapes.contacts import ContactForm
from app.shapes.sales import LineForm, SaleForm
from app.shapes.tasks import TaskForm
from db import ledger, schema, search_index
from db.care import is_good
from db.database import Database
from db.migrations.run import config
from db.models import Base
from db.models.base import ledgered_tables
from db.models.contact import Contact
from db.scrubbing import erased_in

DATA = Path(__file__).parents[1] / "data"


def sql_of(path):
    with closing(sqlite3.connect(path)) as look:
        rows = look.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return dict(rows.fetchall())


def test_the_revisions_listed_are_those_there_are():
    revisions = [r.revision for r in ScriptDirectory.from_config(config()).walk_revisions()]
    assert tuple(reversed(revisions)) == schema.REVISIONS


# Of an index of an expression nothing can be read back: another test is of it.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
def test_the_models_are_what_the_revisions_make(shop):
    database = Database(shop)
    with database.connection() as connection:
        context = MigrationContext.configure(connection)
        generated = {*search_index.FTS_TABLES, "alembic_version"}
        differences = [
            d for d in compare_metadata(context, Base.metadata)
            if not (d[0] == "remove_table" and d[1].name.startswith(tuple(generated)))
        ]  # fmt: skip
    database.close()
    assert differences == []


def test_every_table_is_strict_and_has_its_indexes(shop):
    made = sql_of(shop)
    for table in Base.metadata.sorted_tables:
        assert made[table.name].rstrip().endswith("STRICT"), table.name
        for index in table.indexes:
            assert str(index.name) in made


def test_the_index_of_an_expression_is_the_models_too(shop):
    (index,) = [one for one in Contact.__table__.indexes if one.name == "ix_contact_birthday"]
    wanted = str(CreateIndex(index).compile(dialect=sqlite.dialect()))
    assert sql_of(shop)["ix_contact_birthday"] == wanted


def test_every_ledgered_table_has_its_triggers_word_for_word(shop):
    made = sql_of(shop)
    wanted = {s.split()[2]: s for s in ledger.trigger_statements()}
    assert {name: made.get(name) for name in wanted} == wanted
    assert len(ledgered_tables()) >= 10


def test_no_ledgered_table_holds_blobs_or_reals(shop):
    with closing(sqlite3.connect(shop)) as look:
        for table in ledgered_tables():
            kinds = {row[2] for row in look.execute(f"PRAGMA table_info({table.name})")}
            assert kinds <= {"TEXT", "INTEGER"}, table.name


def test_a_migration_keeps_rows_triggers_indexes_and_strict_and_makes_a_backup(
    shop, clock, monkeypatch
):
    core = open_core(shop, now=clock)
    kim = core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))
    core.close()
    before = sql_of(shop)
    # An older file: the same, but it says it is of a revision that never was.
    with closing(sqlite3.connect(shop)) as old:
        old.execute("UPDATE alembic_version SET version_num = '0000'")
        old.commit()
    monkeypatch.setattr(schema, "REVISIONS", ("0000", schema.HEAD))
    monkeypatch.setattr("db.migrations.run.upgrade", _stamp)
    core = open_core(shop, now=clock)
    assert core.contacts.detail(kim).name == "김민지"
    assert [c.id for c in core.contacts.find("3377").contacts] == [kim]
    assert core.care.check() == []
    core.close()
    assert sql_of(shop) == before
    assert len(list((shop.parent / "backups").glob(f"*before-{schema.HEAD}*"))) == 1


def test_a_file_of_the_first_revision_is_migrated_whole(tmp_path, shop, clock):
    path = tmp_path / "older.dangol"
    path.write_bytes(gzip.decompress((DATA / "shop-0001.dangol.gz").read_bytes()))
    core = open_core(path, now=clock)
    assert core.care.check() == []
    (kim,) = (c.id for c in core.contacts.find("3377").contacts)
    assert core.contacts.detail(kim).values["birthday_calendar"] == "lunar"
    assert sql_of(path) == sql_of(shop)
    # What was undone before is done again, and what was done before is undone, on that PC.
    with closing(sqlite3.connect(path)) as look:
        (core.database.device_id,) = look.execute("SELECT device_id FROM change_set").fetchone()
    core.store.redo()
    assert [s.name for s in core.segments.all()] == ["버터크림", "지운 목록"]
    while True:
        try:
            assert core.store.undo().kept == ()
        except NothingToUndoError:
            break
    assert (core.contacts.count(), core.segments.all()) == (0, [])
    assert core.care.check() == []
    core.close()
    assert len(list((tmp_path / "backups").glob(f"older-*before-{schema.HEAD}*"))) == 1


def test_what_a_migration_leaves_refers_to_nothing_that_is_not_there(tmp_path, clock):
    path = tmp_path / "older.dangol"
    path.write_bytes(gzip.decompress((DATA / "shop-0001.dangol.gz").read_bytes()))
    with closing(open_core(path, now=clock)) as core:
        orphan = "INSERT INTO note (id, contact_id, body) VALUES (5, 99, '메모')"
        with pytest.raises(IntegrityError), core.store.action(Op.ADD_NOTE) as unit:
            unit._session.execute(text(orphan))
        assert core.care.check() == []


def test_an_older_file_whose_rows_refer_to_nothing_is_not_migrated(tmp_path, clock):
    path = tmp_path / "older.dangol"
    path.write_bytes(gzip.decompress((DATA / "shop-0001.dangol.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute("INSERT INTO note (id, contact_id, body) VALUES (5, 99, '메모')")
        by_hand.commit()
        before = by_hand.execute("SELECT name, sql FROM sqlite_master").fetchall()
    with pytest.raises(StorageFailedError) as caught:
        open_core(path, now=clock)
    assert caught.value.reason == "damaged"
    with closing(sqlite3.connect(path)) as look:
        assert look.execute("SELECT name, sql FROM sqlite_master").fetchall() == before
        assert look.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_a_file_of_the_second_revision_is_migrated_and_sells(tmp_path, shop, clock):
    path = tmp_path / "older.dangol"
    path.write_bytes(gzip.decompress((DATA / "shop-0002.dangol.gz").read_bytes()))
    core = open_core(path, now=clock)
    assert core.care.check() == []
    assert sql_of(path) == sql_of(shop)
    with closing(sqlite3.connect(path)) as look:
        (core.database.device_id,) = look.execute("SELECT device_id FROM change_set").fetchone()
    (kim,) = (c.id for c in core.contacts.find("3377").contacts)
    assert core.sale_lists.card(kim).visits == 0
    core.sales.sell(SaleForm((LineForm(12_000),), contact_id=kim))
    assert core.sale_lists.card(kim).owed == 12_000
    core.store.undo()
    while True:
        try:
            assert core.store.undo().kept == ()
        except NothingToUndoError:
            break
    assert (core.contacts.count(), core.segments.all()) == (0, [])
    assert core.care.check() == []
    core.close()


@pytest.mark.parametrize("revision", ["0003", "0004"])
def test_a_file_of_a_later_revision_is_migrated_and_worked_with(tmp_path, shop, clock, revision):
    path = tmp_path / "older.dangol"
    path.write_bytes(gzip.decompress((DATA / f"shop-{revision}.dangol.gz").read_bytes()))
    core = open_core(path, now=clock)
    assert core.care.check() == []
    assert sql_of(path) == sql_of(shop)
    (kim,) = (c.id for c in core.contacts.find("3377").contacts)
    card = core.sale_lists.card(kim)
    assert (card.visits, card.owed) == (1, 26_000)
    may = core.agenda.days(date(2026, 5, 12), date(2026, 5, 31)).entries
    planned = {"promise", "handover"} | ({"task", "occurrence"} if revision == "0004" else set())
    assert planned <= {entry.what for entry in may}
    with closing(sqlite3.connect(path)) as look:
        (core.database.device_id,) = look.execute("SELECT device_id FROM change_set").fetchone()
    core.tasks.add(TaskForm(title="새 일", due_at="2026-05-13T22:00", duration_min=300))
    assert len(core.agenda.days(date(2026, 5, 14), date(2026, 5, 14)).entries) >= 1
    while True:
        try:
            assert core.store.undo().kept == ()
        except NothingToUndoError:
            break
    assert (core.contacts.count(), core.segments.all()) == (0, [])
    assert core.care.check() == []
    core.close()


def _stamp(connection, revision):
    # The revisions themselves are proved above; here it is what surrounds them.
    connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revision,))


def test_a_file_from_a_newer_dangol_is_refused_and_left_untouched(shop, clock):
    with closing(sqlite3.connect(shop)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    bytes_before = shop.read_bytes()
    with pytest.raises(FileError) as caught:
        open_core(shop, now=clock)
    assert caught.value.problem is FileProblem.NEWER
    assert shop.read_bytes() == bytes_before


@pytest.mark.parametrize("content", [b"hello, this is no database " * 90, b"\x89PNG\r\n" * 200])
def test_a_file_that_is_no_database_is_refused_and_left_untouched(tmp_path, clock, content):
    path = tmp_path / "picture.db"
    path.write_bytes(content)
    with pytest.raises(FileError) as caught:
        open_core(path, now=clock)
    assert caught.value.problem is FileProblem.NOT_DANGOL
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_untouched(tmp_path, clock):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE contact (id INTEGER PRIMARY KEY, phone TEXT)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(FileError) as caught:
        open_core(path, now=clock)
    assert caught.value.problem is FileProblem.NOT_DANGOL
    assert path.read_bytes() == before


def test_a_schema_that_is_no_text_any_more_is_damage(core, shop, clock):
    core.close()
    whole, words = shop.read_bytes(), b" IS NOT NEW"
    shop.write_bytes(whole.replace(words, b'"\xa1\xfb' + b"x" * (len(words) - 3)))
    with pytest.raises(StorageFailedError) as caught:
        open_core(shop, now=clock)
    assert caught.value.reason == "damaged"
    assert not is_good(shop)
    assert erased_in(shop) == {}


def test_a_damaged_file_is_reported_not_crashed_on(shop, clock):
    core = open_core(shop, now=clock)
    core.contacts.add(ContactForm(name="김민지"))
    core.close()
    content = bytearray(shop.read_bytes())
    content[100:4096] = b"\xff" * 3996
    shop.write_bytes(content)
    with pytest.raises(StorageFailedError) as caught:
        open_core(shop, now=clock)
    assert caught.value.reason == "damaged"


def test_two_programs_may_found_the_same_shop_at_once(tmp_path, clock):
    from concurrent.futures import ThreadPoolExecutor

    path = tmp_path / "new.db"
    with ThreadPoolExecutor(4) as pool:
        cores = list(pool.map(lambda _n: open_core(path, now=clock), range(4)))
    for core in cores:
        core.close()
    again = open_core(path, now=clock)
    assert again.care.check() == []
    again.close()


def test_a_copied_file_opens_like_the_first(shop, clock, tmp_path):
    copy = shutil.copy(shop, tmp_path / "copy.db")
    core = open_core(type(shop)(copy), now=clock)
    assert core.contacts.count() == 0
    core.close()
