"""An undo of very many rows writes the ledger that the triggers would have written."""

import json
import sqlite3
from contextlib import closing

import pytest

from app.ops import Op
from app.shapes.contacts import ContactForm
from db.models.base import ledgered_tables
from tests.dumps import logical_dump

FORMS = [
    ContactForm(f"손님 {n}", phone=f"010-0000-{n:04}", note="창가" * n, tags=("단골",)[: n % 2])
    for n in range(8)
]


def ledger_of(shop):
    with closing(sqlite3.connect(shop)) as connection:
        rows = connection.execute(
            "SELECT c.id, s.op, c.table_name, c.row_id, c.kind, c.before, c.after"
            " FROM change c LEFT JOIN change_set s ON s.id = c.change_set_id ORDER BY c.id"
        ).fetchall()
        schema = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    return rows, schema


def texts(rows):
    return sorted(
        (op, table, row, kind, parsed(before), after)
        for _id, op, table, row, kind, before, after in rows
        if op == Op.UNDO
    )


def parsed(before):
    return sorted(json.loads(before).items()) if before else []


@pytest.fixture
def added(core):
    """Contacts of one step: three changed within it, once or twice, one of them emptied again."""
    with core.store.action(Op.ADD_CONTACT) as unit:
        ids = []
        for form in FORMS:
            contact = unit.contacts.add({"name": form.name, "company": "한빛"})
            unit.contacts.add_point(contact.id, "phone", form.phone, country="KR")
            unit.contacts.add_note(contact.id, form.note or "-")
            for tag in form.tags:
                unit.tags.link(contact.id, unit.tags.ensure(tag))
            unit.flush()
            ids.append(contact.id)
        for contact_id in ids[:3]:
            unit.contacts.change(contact_id, {"nickname": "막내"})
            unit.flush()
        unit.contacts.change(ids[0], {"company": None, "nickname": "맏이"})
    return ids


@pytest.mark.parametrize("since", [False, True])
def test_the_ledger_is_the_same_however_many_rows_an_undo_deletes(
    core, shop, added, since, clock, monkeypatch
):
    clock.move(minutes=5)
    if since:  # one of them stays, and all that belongs to it
        core.contacts.edit(added[4], "source", "지인")
    step = core.history.entries(limit=2)[-1 if since else 0].change_set
    whole = logical_dump(shop)
    told = []
    for limit in (1000, 0):
        monkeypatch.setattr("db.undo.MANY", limit)
        _rows, schema = ledger_of(shop)
        kept = core.history.undo(step).kept
        rows, after = ledger_of(shop)
        assert after == schema
        last = max(row[0] for row in rows if row[1] != Op.UNDO)
        told.append((kept, texts(row for row in rows if row[0] > last), logical_dump(shop)))
        assert core.contacts.count() == (1 if since else 0)
        core.history.redo()
        assert logical_dump(shop) == whole
    assert told[0] == told[1]


def test_a_row_written_after_an_undo_of_many_is_in_the_ledger(core, shop, added, monkeypatch):
    monkeypatch.setattr("db.undo.MANY", 0)
    core.history.undo()
    core.history.redo()
    core.contacts.trash(added[1:2])
    with closing(sqlite3.connect(shop)) as stranger:
        stranger.execute("DELETE FROM note WHERE contact_id = ?", (added[1],))
        stranger.commit()
    rows, _schema = ledger_of(shop)
    assert [(table, kind) for _id, _op, table, _row, kind, *_ in rows][-1] == ("note", "delete")
    assert json.loads(rows[-1][5])["body"] == "창가"


def test_an_undo_of_many_that_fails_leaves_the_triggers(core, shop, monkeypatch, added):
    before, whole = ledger_of(shop), logical_dump(shop)
    monkeypatch.setattr("db.undo.MANY", 0)
    monkeypatch.setattr("db.undo.ledgered_tables", lambda: [None, *ledgered_tables()])
    with pytest.raises(AttributeError):
        core.history.undo()
    assert (ledger_of(shop), logical_dump(shop)) == (before, whole)
    assert len(added) == core.contacts.count()
