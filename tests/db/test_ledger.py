"""The ledger catches every write; undo takes back exactly what was done."""

import sqlite3
from contextlib import closing

import pytest

from app.bootstrap import open_core
from app.errors import GoneError, NothingToUndoError
from app.ops import Op
from app.shapes.contacts import ContactForm
from db.registry import register_device
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(
        ContactForm(name="김민지", phone="01001423377", email="minji@example.com", tags=("VIP",))
    )


def test_one_action_is_one_change_set_and_one_notice(core, kim, heard):
    core.contacts.edit(kim, "nickname", "민지")
    assert [(c.op, dict(c.edited), c.reshaped) for c in heard] == [
        (Op.EDIT_CONTACT, {"contact": frozenset({kim})}, frozenset())
    ]
    newest = core.history.entries(limit=1)[0]
    assert newest.op == Op.EDIT_CONTACT
    assert [(f.field, f.before, f.after) for f in newest.fields] == [("nickname", None, "민지")]


def test_an_action_that_changes_nothing_leaves_no_trace(core, kim, heard):
    before = len(core.history.entries())
    core.contacts.edit(kim, "name", "김민지")
    assert heard == []
    assert len(core.history.entries()) == before


def test_a_failed_action_leaves_no_trace(core, kim, heard, shop):
    before = logical_dump(shop)
    with pytest.raises(GoneError):
        core.contacts.trash([kim, 999])
    assert logical_dump(shop) == before
    assert heard == []


def test_undo_and_redo_are_exact_and_survive_a_restart(core, kim, shop, clock):
    states = [logical_dump(shop)]
    core.contacts.edit(kim, "company", "봄날")
    states.append(logical_dump(shop))
    clock.move(minutes=2)
    core.contacts.add_point(kim, "phone", "02-123-4567", "work")
    states.append(logical_dump(shop))
    core.contacts.trash([kim])
    states.append(logical_dump(shop))
    core.close()
    again = open_core(shop, now=clock)
    for state in reversed(states[:-1]):
        again.history.undo()
        assert logical_dump(shop) == state
    for state in states[1:]:
        again.history.redo()
        assert logical_dump(shop) == state
    with pytest.raises(NothingToUndoError):
        again.history.redo()
    assert again.care.check() == []
    again.close()


def test_a_new_action_ends_the_chance_to_redo(core, kim):
    core.contacts.edit(kim, "company", "봄날")
    core.history.undo()
    core.contacts.edit(kim, "job_title", "대표")
    with pytest.raises(NothingToUndoError):
        core.history.redo()


def test_a_step_is_undone_once(core, kim):
    core.contacts.edit(kim, "company", "봄날")
    step = core.history.entries(limit=1)[0].change_set
    core.history.undo(step)
    with pytest.raises(NothingToUndoError):
        core.history.undo(step)


def test_undo_keeps_a_column_that_changed_since_and_takes_back_the_others(core, kim, clock):
    with core.store.action(Op.EDIT_CONTACT, field="company") as unit:
        unit.contacts.change(kim, {"company": "봄날", "job_title": "대표"})
    step = core.history.entries(limit=1)[0].change_set
    clock.move(minutes=2)
    core.contacts.edit(kim, "job_title", "부장")
    undone = core.history.undo(step)
    detail = core.contacts.detail(kim)
    assert detail.values["company"] is None
    assert detail.values["job_title"] == "부장"
    assert [(k.table, k.row_id, k.reason, k.columns) for k in undone.kept] == [
        ("contact", kim, "changed", ("job_title",))
    ]


def test_undo_of_an_added_contact_that_was_used_since_keeps_it_whole(core, kim, shop):
    step = core.history.entries(limit=1)[0].change_set
    core.contacts.add_note(kim, "저녁 6시 이후 픽업")
    undone = core.history.undo(step)
    detail = core.contacts.detail(kim)
    assert [p.value for p in detail.points] == ["minji@example.com", "010-0142-3377"]
    assert detail.tags == ("VIP",)
    assert ("contact", kim, "referred") in [(k.table, k.row_id, k.reason) for k in undone.kept]
    with closing(sqlite3.connect(shop)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_quick_corrections_of_one_field_are_one_step(core, kim, clock):
    for text in ("봄", "봄날", "봄날 꽃집"):
        core.contacts.edit(kim, "company", text)
        clock.move(seconds=20)
    core.history.undo()
    assert core.contacts.detail(kim).values["company"] is None
    core.history.redo()
    assert core.contacts.detail(kim).values["company"] == "봄날 꽃집"


def test_edits_between_which_the_clock_was_set_back_are_two_steps(core, kim, clock):
    core.contacts.edit(kim, "company", "봄")
    clock.move(hours=-3)
    core.contacts.edit(kim, "company", "봄날")
    core.history.undo()
    assert core.contacts.detail(kim).values["company"] == "봄"


def test_an_edit_joins_no_step_that_another_pc_has_taken_back(core, kim, shop, clock):
    core.contacts.edit(kim, "company", "봄")
    step = core.history.entries(limit=1)[0].change_set
    with closing(open_core(shop, now=clock)) as other:
        other.database.device_id = 7
        register_device(other.database, "창고")
        other.history.undo(step)
    core.contacts.edit(kim, "company", "가을")
    assert not core.history.entries(limit=1)[0].undone
    core.history.undo()
    assert core.contacts.detail(kim).values["company"] is None


def test_a_row_written_past_the_services_is_in_the_ledger_and_told_at_the_next_start(
    core, kim, shop, clock
):
    core.close()
    with closing(sqlite3.connect(shop)) as by_hand:
        by_hand.execute("UPDATE contact SET nickname = '손으로' WHERE id = ?", (kim,))
        by_hand.execute("INSERT INTO contact (id, name) VALUES (77, '손님')")
        by_hand.commit()
    again = open_core(shop, now=clock)
    entry = again.history.entries(limit=1)[0]
    assert entry.op == Op.OUTSIDE
    assert entry.rows == 2
    assert [c.name for c in again.contacts.find("손님").contacts] == ["손님"]
    again.history.undo(entry.change_set)
    assert again.contacts.detail(kim).values["nickname"] is None
    with pytest.raises(GoneError):
        again.contacts.detail(77)
    again.close()


def test_ids_never_change(core, kim, shop):
    with closing(sqlite3.connect(shop)) as by_hand, pytest.raises(sqlite3.IntegrityError):
        by_hand.execute("UPDATE contact SET id = 5 WHERE id = ?", (kim,))


def test_an_action_inside_an_action_is_a_bug(core, kim):
    with pytest.raises(RuntimeError, match="inside another"), core.store.action(Op.ADD_CONTACT):
        core.contacts.edit(kim, "name", "다른 이름")


def test_history_says_which_phone_became_which(core, kim):
    phone = next(p for p in core.contacts.detail(kim).points if p.kind == "phone")
    core.contacts.edit_point(phone.id, "01099998888")
    (field,) = core.history.entries(limit=1)[0].fields
    assert (field.field, field.before, field.after) == ("phone", "010-0142-3377", "010-9999-8888")


def test_history_can_be_read_for_one_contact(core, kim, clock):
    lee = core.contacts.add(ContactForm(name="이하은"))
    clock.move(minutes=2)
    core.contacts.add_note(kim, "메모")
    core.contacts.edit(lee, "company", "봄날")
    assert [e.op for e in core.history.entries(contact_id=kim)] == [Op.ADD_NOTE, Op.ADD_CONTACT]
    assert [e.op for e in core.history.entries(contact_id=lee)] == [
        Op.EDIT_CONTACT,
        Op.ADD_CONTACT,
    ]


def test_the_trash_lists_what_was_put_there_and_gives_it_back(core, kim):
    core.contacts.trash([kim])
    assert [(t.id, t.name) for t in core.contacts.in_trash()] == [(kim, "김민지")]
    assert core.contacts.find("3377").contacts == ()
    core.contacts.restore([kim])
    assert core.contacts.in_trash() == []
    assert [c.id for c in core.contacts.find("3377").contacts] == [kim]
