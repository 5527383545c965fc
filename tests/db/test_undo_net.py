"""What several changes of one row in one step come to is what undo takes back, and redo does."""

import sqlite3
from contextlib import closing
from itertools import product

import pytest
from sqlalchemy import text

from app.ops import Op
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump

ROW = 77  # the id of a contact and of a note: rows are told apart by their table, too
CONTACT = {
    "insert": "INSERT INTO contact (id, kind, name, company)"
    " VALUES ({id}, 'person', '{value}', {some})",
    "update": "UPDATE contact SET nickname = '{value}', company = {some} WHERE id = {id}",
    "delete": "DELETE FROM contact WHERE id = {id}",
}  # fmt: skip
NOTE = {
    "insert": "INSERT INTO note (id, contact_id, body) VALUES ({id}, 1, '{value}')",
    "update": "UPDATE note SET body = '{value}', pinned = 1 WHERE id = {id}",
    "delete": "DELETE FROM note WHERE id = {id}",
}


def sequences(there):
    """Every order of up to three changes of one row that its being there or not allows."""
    for length in range(1, 4):
        for kinds in product(("insert", "update", "delete"), repeat=length):
            is_there = there
            for kind in kinds:
                if (kind == "insert") == is_there:
                    break
                is_there = kind != "delete"
            else:
                yield kinds


def run(unit, statement):
    unit._session.execute(text(statement))


@pytest.fixture
def shop_of_three(core):
    """Contacts 1 and 77, and the note 77 of the first."""
    with core.store.action(Op.ADD_CONTACT) as unit:
        for number in (1, ROW):
            run(unit, CONTACT["insert"].format(id=number, value="가람", some="'나래'"))
        run(unit, NOTE["insert"].format(id=ROW, value="다솜"))


@pytest.mark.usefixtures("shop_of_three")
@pytest.mark.parametrize("table", [CONTACT, NOTE], ids=["contact", "note"])
@pytest.mark.parametrize("there", [True, False], ids=["there", "new"])
@pytest.mark.parametrize("apart", [True, False], ids=["something since", "nothing since"])
def test_any_order_of_changes_is_taken_back_and_done_again(core, shop, clock, table, there, apart):
    row = ROW if there else ROW + 1
    if table is CONTACT and there:  # nothing may hang on what is deleted
        with core.store.action(Op.REMOVE_NOTE) as unit:
            run(unit, NOTE["delete"].format(id=ROW))
    for kinds in sequences(there):
        clock.move(minutes=5)
        before = logical_dump(shop)
        with core.store.action(Op.EDIT_CONTACT) as unit:
            for number, kind in enumerate(kinds):
                some = "NULL" if number % 2 else f"'값{number}'"
                run(unit, table[kind].format(id=row, value=f"새 {number}", some=some))
            run(unit, f"UPDATE contact SET job_title = '{'-'.join(kinds)}' WHERE id = 1")
        after = logical_dump(shop)
        if after == before:
            continue
        step = core.history.entries(limit=1)[0].change_set
        if apart:
            core.contacts.edit(1, "source", "-".join(kinds))
        assert core.history.undo(step).kept == (), kinds
        if apart:
            core.history.undo()
        assert logical_dump(shop) == before, kinds
        if not apart:
            core.history.redo()
            assert logical_dump(shop) == after, kinds
            core.history.undo()
            assert logical_dump(shop) == before, kinds


def test_what_others_wrote_between_two_letters_of_one_step_stays(core, shop):
    first, other = (core.contacts.add(ContactForm(name=name)) for name in ("가람", "나래"))
    core.contacts.edit(first, "company", "다")
    with closing(sqlite3.connect(shop)) as stranger:
        stranger.create_function("search_text", -1, lambda *_: "", deterministic=True)
        stranger.execute("UPDATE contact SET source = '전단' WHERE id = ?", (other,))
        stranger.commit()
    core.contacts.edit(first, "company", "다솜")
    core.history.undo()
    assert core.contacts.detail(first).values["company"] is None
    assert core.contacts.detail(other).values["source"] == "전단"


def test_a_column_that_changed_since_stays_and_the_others_of_its_row_go_back(core, clock):
    with core.store.action(Op.ADD_CONTACT) as unit:
        run(unit, CONTACT["insert"].format(id=1, value="가람", some="'나래'"))
    clock.move(minutes=5)
    with core.store.action(Op.EDIT_CONTACT) as unit:
        for value in ("첫째", "둘째"):
            run(unit, f"UPDATE contact SET company = '{value}', nickname = '{value}' WHERE id = 1")
    step = core.history.entries(limit=1)[0].change_set
    clock.move(minutes=5)
    core.contacts.edit(1, "nickname", "셋째")
    undone = core.history.undo(step)
    assert [(kept.table, kept.reason, kept.columns) for kept in undone.kept] == [
        ("contact", "changed", ("nickname",))
    ]
    values = core.contacts.detail(1).values
    assert (values["company"], values["nickname"]) == ("나래", "셋째")


def test_a_row_deleted_and_written_anew_since_is_left(core, clock):
    with core.store.action(Op.ADD_CONTACT) as unit:
        run(unit, CONTACT["insert"].format(id=1, value="가람", some="'나래'"))
    clock.move(minutes=5)
    with core.store.action(Op.EDIT_CONTACT) as unit:
        run(unit, CONTACT["update"].format(id=1, value="가", some="'다솜'"))
    step = core.history.entries(limit=1)[0].change_set
    with core.store.action(Op.EDIT_CONTACT) as unit:
        run(unit, CONTACT["delete"].format(id=1))
    (kept,) = core.history.undo(step).kept
    assert (kept.row_id, kept.reason) == (1, "gone")
    assert core.contacts.count() == 0


@pytest.mark.usefixtures("shop_of_three")
def test_a_deleted_row_that_is_there_again_is_left(core, shop, clock):
    with core.store.action(Op.REMOVE_NOTE) as unit:
        run(unit, NOTE["delete"].format(id=ROW))
        run(unit, CONTACT["update"].format(id=1, value="가", some="'다솜'"))
    step = core.history.entries(limit=1)[0].change_set
    clock.move(minutes=5)
    with core.store.action(Op.ADD_NOTE) as unit:
        run(unit, NOTE["insert"].format(id=ROW, value="라온"))
    (kept,) = core.history.undo(step).kept
    assert (kept.table, kept.row_id, kept.reason) == ("note", ROW, "changed")
    assert [row[3] for row in logical_dump(shop)["note"] if row[0] == ROW] != ["다솜"]
    assert core.contacts.detail(1).values["company"] == "나래"
    assert [note.body for note in core.contacts.detail(1).notes] == ["라온"]


@pytest.mark.usefixtures("shop_of_three")
def test_a_row_that_was_moved_to_a_new_parent_goes_back_before_that_is_gone(core, shop):
    before = logical_dump(shop)
    with core.store.action(Op.EDIT_NOTE) as unit:
        run(unit, CONTACT["insert"].format(id=5, value="라온", some="NULL"))
        run(unit, f"UPDATE note SET contact_id = 5 WHERE id = {ROW}")
    assert core.history.undo().kept == ()
    assert logical_dump(shop) == before
    assert [note.body for note in core.contacts.detail(1).notes] == ["다솜"]


@pytest.mark.usefixtures("shop_of_three")
def test_what_came_before_a_step_is_no_reason_to_keep_anything(core, shop, clock):
    core.contacts.edit(1, "company", "하나")
    clock.move(minutes=5)
    before = logical_dump(shop)
    with core.store.action(Op.EDIT_CONTACT) as unit:
        run(unit, CONTACT["update"].format(id=1, value="가", some="'둘'"))
        run(unit, NOTE["update"].format(id=ROW, value="셋"))
    step = core.history.entries(limit=1)[0].change_set
    clock.move(minutes=5)
    core.contacts.edit(ROW, "company", "넷")
    kept = core.history.undo(step).kept
    core.history.undo()
    assert kept == ()
    assert logical_dump(shop) == before


@pytest.mark.usefixtures("shop_of_three")
def test_a_column_that_is_kept_in_one_row_is_kept_in_no_other(core, clock):
    clock.move(minutes=5)
    with core.store.action(Op.EDIT_CONTACT) as unit:
        for number in (1, ROW):
            run(unit, CONTACT["update"].format(id=number, value=f"새 {number}", some="'라온'"))
        run(unit, NOTE["update"].format(id=ROW, value="새 말"))
    step = core.history.entries(limit=1)[0].change_set
    clock.move(minutes=5)
    core.contacts.edit(ROW, "nickname", "뒤에")
    undone = core.history.undo(step)
    assert [(kept.row_id, kept.columns) for kept in undone.kept] == [(ROW, ("nickname",))]
    told = {n: core.contacts.detail(n).values for n in (1, ROW)}
    assert {n: (v["company"], v["nickname"]) for n, v in told.items()} == {
        1: ("나래", None), ROW: ("나래", "뒤에"),
    }  # fmt: skip
    assert [note.body for note in core.contacts.detail(1).notes] == ["다솜"]
