"""What the ledger's triggers file and what they do not, and that they can be made anew."""

import pytest
from sqlalchemy import text

from app.ops import Op
from app.shapes.contacts import ContactForm
from db import ledger


def triggers(connection):
    found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {name: " ".join(sql.split()) for name, sql in found}


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))


def filed(core, statement):
    """The changes that one statement leaves in the ledger: (table, kind, before, after)."""
    with core.store.action(Op.EDIT_CONTACT) as unit:
        unit._session.execute(text(statement))
    with core.database.connection() as connection:
        newest = connection.exec_driver_sql("SELECT max(change_set_id) FROM change").scalar()
        return connection.exec_driver_sql(
            "SELECT table_name, kind, before, after FROM change WHERE change_set_id = ?", (newest,)
        ).fetchall()


def test_an_update_that_changes_nothing_is_not_filed(core, kim):
    before = core.history.entries()
    for statement in (
        "UPDATE contact SET name = name, company = NULL, kind = 'person'",
        "UPDATE contact SET updated_at = '2030-01-01T00:00:00.000Z'",
        f"UPDATE contact_point SET value = '010-0142-3377' WHERE contact_id = {kim}",
    ):
        with core.store.action(Op.EDIT_CONTACT) as unit:
            unit._session.execute(text(statement))
        assert core.history.entries() == before


def test_an_update_files_the_columns_that_differ_and_no_others(core, kim):
    (change,) = filed(
        core,
        f"UPDATE contact SET name = name, company = '봄날', nickname = '민지' WHERE id = {kim}",
    )
    assert change[:2] == ("contact", "update")
    assert change[2:] == (
        '{"nickname":null,"company":null}',
        '{"nickname":"민지","company":"봄날"}',
    )


def test_an_insert_and_a_delete_file_what_is_not_empty(core, kim):
    (added,) = filed(core, f"INSERT INTO note (id, contact_id, body) VALUES (5, {kim}, '단골')")
    assert added[:3] == ("note", "insert", None)
    assert '"body":"단골"' in added[3]
    assert "staff_id" not in added[3]
    (gone,) = filed(core, "DELETE FROM note WHERE id = 5")
    assert gone[:2] == ("note", "delete")
    assert (gone[2], gone[3]) == (added[3], None)


def test_a_row_that_is_replaced_is_filed_as_gone_and_come(core, kim):
    filed(core, f"INSERT INTO note (id, contact_id, body) VALUES (5, {kim}, '단골')")
    changes = filed(core, f"REPLACE INTO note (id, contact_id, body) VALUES (5, {kim}, '창가')")
    assert [change[:2] for change in changes] == [("note", "delete"), ("note", "insert")]
    assert '"body":"단골"' in changes[0][2]
    core.history.undo()
    assert [note.body for note in core.contacts.detail(kim).notes] == ["단골"]


def test_the_triggers_of_the_ledger_are_dropped_and_made_without_touching_others(core):
    with core.database.connection(writes=True) as connection:
        before = triggers(connection)
        ledger.drop_triggers(connection)
        others = {n: sql for n, sql in before.items() if not n.startswith(ledger.PREFIX)}
        assert others
        assert triggers(connection) == others
        ledger.create_triggers(connection)
        assert triggers(connection) == before
        connection.rollback()


def test_capitals_that_were_corrected_are_filed_kept_and_taken_back(core, clock):
    smith = core.contacts.add(ContactForm(name="john smith"))
    clock.move(minutes=5)
    core.contacts.edit(smith, "name", "John Smith")
    assert core.contacts.detail(smith).name == "John Smith"
    (field,) = core.history.entries(limit=1)[0].fields
    assert (field.field, field.before, field.after) == ("name", "john smith", "John Smith")
    core.history.undo()
    assert core.contacts.detail(smith).name == "john smith"
