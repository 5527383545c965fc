"""What hangs on something goes and stays with it when a step is taken back."""

import pytest
from sqlalchemy import text

from app.ops import Op
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.interactions import InteractionForm


def add_contacts(unit, *ids):
    for contact_id in ids:
        unit._session.execute(
            text("INSERT INTO contact (id, name) VALUES (:id, :name)"),
            {"id": contact_id, "name": f"사람 {contact_id}"},
        )


def add_note(unit, note_id, contact_id):
    unit._session.execute(
        text("INSERT INTO note (id, contact_id, body) VALUES (:id, :contact, '메모')"),
        {"id": note_id, "contact": contact_id},
    )


@pytest.fixture
def lee(core):
    return core.contacts.add(ContactForm(name="이서연"))


def notes_of(core, contact_id):
    return [note.id for note in core.contacts.detail(contact_id).notes]


def test_what_hung_on_a_contact_that_is_gone_for_good_is_not_brought_back(core, lee):
    with core.store.action(Op.ADD_CONTACT) as unit:
        add_contacts(unit, 500)
        first = unit.changes.open_id
    with core.store.action(Op.ADD_NOTE) as unit:
        add_contacts(unit, 600)
        add_note(unit, 1, 500)
        add_note(unit, 2, lee)
        add_note(unit, 3, 600)
        second = unit.changes.open_id
    taken_back = core.store.undo(second).change_set
    core.store.undo(first)
    undone = core.store.undo(taken_back)
    assert [(k.table, k.row_id, k.reason) for k in undone.kept] == [("note", 1, "gone")]
    assert (notes_of(core, lee), notes_of(core, 600)) == ([2], [3])
    assert core.care.check() == []


def test_a_contact_that_is_kept_keeps_its_own_and_no_other_does(core, clock):
    with core.store.action(Op.IMPORT_CONTACTS) as unit:
        add_contacts(unit, 500, 600)
        add_note(unit, 1, 500)
        add_note(unit, 2, 600)
        step = unit.changes.open_id
    clock.move(minutes=2)
    core.contacts.edit(500, "company", "봄날상사")
    undone = core.store.undo(step)
    assert [(k.table, k.row_id) for k in undone.kept] == [("contact", 500)]
    assert notes_of(core, 500) == [1]
    with core.store.read() as unit:
        rows = unit._session.execute(text("SELECT id FROM note UNION SELECT id FROM contact"))
        assert {row[0] for row in rows} == {1, 500}


def test_a_call_that_was_edited_since_stays_with_whom_it_was_logged_for(core, lee, clock):
    call = core.interactions.log(InteractionForm(contact_ids=(lee,), kind="call", body="예약"))
    step = core.history.entries(limit=1)[0].change_set
    clock.move(minutes=2)
    core.interactions.edit(call, "예약 변경")
    core.store.undo(step)
    assert [entry.body for entry in core.contacts.detail(lee).interactions] == ["예약 변경"]
    assert core.care.check() == []


def test_a_field_that_was_renamed_since_keeps_its_choices(core, clock):
    colours = FieldForm(kind="choice", label_ko="좋아하는 색", choices=("분홍", "하양"))
    field = core.custom_fields.add(colours)
    step = core.history.entries(limit=1)[0].change_set
    clock.move(minutes=2)
    core.custom_fields.rename(field, "색", "")
    core.store.undo(step)
    (kept,) = core.custom_fields.all()
    assert len(kept.choices) == 2
