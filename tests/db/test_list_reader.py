"""The list read with bare SQLite is the one that the open shop shows, and writes nothing."""

import sqlite3
from contextlib import closing

import pytest

from app.bootstrap import open_core
from app.shapes.contacts import ContactForm
from app.shapes.filters import Filter
from app.store import Store
from db.list_reader import COUNT, SORTS, look_into
from db.revisions import APPLICATION_ID, HEAD


@pytest.fixture
def filled(core, shop):
    """The test's shop with contacts in it that have all a list shows; closed."""
    owner = core.staff.all()[0]
    core.staff.rename(owner.id, "은정")
    ids = []
    for number in range(7):
        form = ContactForm(
            f"김민지 {number % 3}", phone=f"010-0100-{number:04}", company="삼성" * (number % 2),
            tags=("단골", "VIP")[: number % 3],
        )  # fmt: skip
        ids.append(core.contacts.add(form))
    core.contacts.edit(ids[1], "source", "소개")
    core.contacts.edit(ids[2], "number", "A-17")
    core.contacts.assign(ids[2:4], owner.id)
    core.contacts.add_point(ids[0], "phone", "02-333-4444")
    core.contacts.trash(ids[6:])
    core.close()
    return ids


def test_a_look_shows_the_very_list_that_the_open_shop_shows(core, shop, filled):
    look = look_into(shop)
    total = look.count()
    assert total == core.contacts.count() == 6
    for sort in SORTS:
        for descending in (False, True):
            for offset in range(total):
                asked = {"descending": descending, "offset": offset, "limit": 2, "total": total}
                rows = [row[0] for row in look.page(sort, **asked)]
                assert rows == [row.id for row in core.contacts.page(sort, **asked)]
    look.close()


def test_the_count_leaves_out_who_is_in_the_trash_or_merged_or_both(core, shop):
    ids = [core.contacts.add(ContactForm(f"김민지 {number}")) for number in range(9)]
    core.contacts.trash(ids[:2])
    core.duplicates.merge(ids[2], ids[3])
    core.duplicates.merge(ids[4], ids[5])
    with closing(sqlite3.connect(shop)) as beside, beside:
        merged = "SELECT max(id) FROM contact WHERE merged_into_id IS NOT NULL"
        beside.execute(f"UPDATE contact SET deleted_at = updated_at WHERE id = ({merged})")
    assert core.contacts.count() == len(core.contacts.filtered(Filter())) == 5
    core.contacts.restore(ids[:1])
    assert core.contacts.count() == len(core.contacts.filtered(Filter())) == 6


def test_contacts_are_counted_without_looking_at_each(core, shop):
    with closing(sqlite3.connect(shop)) as run:
        steps = [step for *_ids, step in run.execute(f"EXPLAIN QUERY PLAN {COUNT}")]
        opcodes = [opcode for _line, opcode, *_rest in run.execute(f"EXPLAIN {COUNT}")]
    assert opcodes.count("Count") == 1
    assert [step for step in steps if "contact" in step] == [
        "SCAN contact USING COVERING INDEX ix_contact_name_key",  # by the Count above
        "SEARCH contact USING COVERING INDEX ix_contact_deleted (deleted_at>?)",
        "SEARCH contact USING COVERING INDEX ix_contact_merged (merged_into_id>?)",
    ]


def test_a_window_is_a_part_of_the_whole_from_whichever_end_it_is_read(core, filled):
    for sort in ("name", "company", "created_at"):
        for descending in (False, True):
            whole = list(core.contacts.filtered(Filter(), sort, descending=descending))
            assert sorted(whole) == sorted(filled[:6])
            for offset in range(6):
                for limit in (1, 2, 5):
                    asked = {"descending": descending, "offset": offset, "limit": limit}
                    for known in ({}, {"total": 6}):
                        rows = core.contacts.page(sort, **asked, **known)
                        assert [row.id for row in rows] == whole[offset : offset + limit]


def test_a_row_has_the_first_phone_the_tags_by_name_and_the_owner(core, filled):
    rows = core.contacts.rows(filled)
    assert set(rows) == set(filled)  # also what is in the trash
    assert rows[filled[0]].phone == "010-0100-0000"
    assert rows[filled[2]].tags == ("VIP", "단골")
    assert (rows[filled[2]].owner, rows[filled[2]].number) == ("은정", "A-17")
    assert (rows[filled[1]].source, rows[filled[1]].company) == ("소개", "삼성")
    assert (rows[filled[0]].source, rows[filled[0]].owner, rows[filled[0]].tags) == ("", "", ())


def test_no_list_is_sorted_by_what_has_no_index(core, filled):
    with pytest.raises(KeyError):
        core.contacts.page("source", descending=False, offset=0, limit=2)


def test_a_look_writes_nothing_and_leaves_nothing_behind(shop, filled):
    before = shop.read_bytes(), sorted(shop.parent.iterdir())
    look = look_into(shop)
    look.count()
    look.close()
    assert shop.read_bytes() == before[0]
    core = open_core(shop)
    core.close()
    assert sorted(shop.parent.iterdir()) == before[1]


def test_what_is_no_finished_shop_is_not_looked_into(tmp_path, shop):
    nowhere, empty, text, other = (tmp_path / name for name in ("no", "empty", "text", "other"))
    empty.touch()
    text.write_text("이름,전화\n" * 500, encoding="utf-8")
    with closing(sqlite3.connect(other)) as foreign, foreign:
        foreign.execute("CREATE TABLE alembic_version (version_num TEXT)")
        foreign.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    assert [look_into(path) for path in (nowhere, empty, text, other)] == [None] * 4
    assert not nowhere.exists()
    with closing(sqlite3.connect(shop)) as older, older:
        assert older.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        older.execute("UPDATE alembic_version SET version_num = '0000'")
    assert look_into(shop) is None


def test_a_file_that_was_just_restored_is_not_looked_into(shop, filled):
    with closing(sqlite3.connect(shop)) as restored:  # opening it gives it its log again
        restored.execute("PRAGMA journal_mode = DELETE")
    assert look_into(shop) is None


def test_after_a_change_a_connection_keeps_no_more_than_one_that_reads(core):
    core.contacts.add(ContactForm("김민지"))
    with core.database.connection() as connection:
        assert connection.exec_driver_sql("PRAGMA cache_size").scalar_one() == -8192
    with core.database.connection(writes=True) as connection:
        assert connection.exec_driver_sql("PRAGMA cache_size").scalar_one() == -65536
        connection.rollback()
    with core.database.connection() as connection:
        assert connection.exec_driver_sql("PRAGMA cache_size").scalar_one() == -8192


def test_who_reads_a_store_whose_file_does_not_open_is_told(core):
    store = Store(core.bus)
    store.serve(None)
    with pytest.raises(Exception, match="cannot_open"), store.read():
        pass
