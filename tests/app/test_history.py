"""History names whom and what, before and after; what undo would take back; what it would keep."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from app.bootstrap import open_core
from app.errors import NothingToUndoError
from app.ops import Op
from app.shapes.consents import ConsentForm
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.important_dates import DateForm
from app.shapes.interactions import InteractionForm
from app.shapes.relations import RelationForm
from app.words import sentence_of


@pytest.fixture
def minji(core):
    return core.contacts.add(ContactForm("김민지", phone="010-0100-0001"))


def newest(core):
    return core.history.entries(limit=1)[0]


def said(core, language="en"):
    entry = newest(core)
    return sentence_of(entry.op, entry.facts, language)


def told(entry):
    return [(field.field, field.before, field.after) for field in entry.fields]


def test_an_edit_tells_whose_field_it_was_and_both_values(core, minji):
    core.contacts.edit(minji, "company", "봄날 꽃집")
    core.contacts.edit(minji, "source", "지인")
    assert said(core) == "Changed source of 김민지"
    assert said(core, "ko").startswith("김민지의 ")
    assert told(newest(core)) == [("source", None, "지인")]


def test_a_phone_is_told_by_name_kind_and_both_numbers(core, minji):
    point = core.contacts.detail(minji).points[0].id
    core.contacts.edit_point(point, "010-0100-0002")
    assert said(core) == "Changed phone of 김민지"
    assert ("phone", "010-0100-0001", "010-0100-0002") in told(newest(core))
    core.contacts.remove_point(point)
    assert said(core) == "Removed phone of 김민지"
    core.contacts.add_point(minji, "email", "minji@example.com")
    assert said(core) == "Added e-mail of 김민지"
    assert told(newest(core)) == [("email", None, "minji@example.com")]


def test_notes_tags_calls_and_the_trash_name_the_contact(core, minji):
    note = core.contacts.add_note(minji, "고양이가 있어요")
    assert said(core) == "Wrote a note about 김민지"
    assert told(newest(core)) == [("body", None, "고양이가 있어요")]
    core.notes.remove(note)
    assert said(core) == "Removed a note about 김민지"
    core.contacts.tag([minji], "웨딩")
    assert said(core) == "Put the tag 웨딩 on 김민지"
    core.contacts.untag([minji], "웨딩")
    assert said(core) == "Took the tag 웨딩 off 김민지"
    core.interactions.log(InteractionForm(contact_ids=(minji,), kind="call"))
    assert said(core) == "Logged a contact with 김민지"
    core.contacts.trash([minji])
    assert said(core) == "Put 김민지 in the trash"
    assert said(core, "ko") == "김민지를 휴지통에 넣었어요"


def test_what_touches_several_contacts_names_none(core, minji):
    other = core.contacts.add(ContactForm("박서준"))
    core.contacts.trash([minji, other])
    assert said(core) == "Put 2 contacts in the trash"
    core.contacts.restore([minji, other])
    core.contacts.tag([minji, other], "웨딩")
    assert said(core) == "Put the tag 웨딩 on 2 contacts"


def test_an_undo_names_the_contact_too(core, minji):
    core.contacts.edit(minji, "company", "바다")
    undone = core.history.undo()
    assert sentence_of(undone.op, undone.facts, "en") == "Changed company of 김민지"
    assert said(core) == "Undid: Changed company of 김민지"
    redone = core.history.redo()
    assert sentence_of(redone.op, redone.facts, "en") == "Changed company of 김민지"


def test_an_owner_is_told_by_name(core, minji):
    staff = core.staff.add("박준호")
    core.contacts.assign([minji], staff)
    assert said(core) == "Gave 김민지 to 박준호"


def test_a_page_takes_as_many_statements_as_one_entry(core, minji, sql):
    for number in range(30):
        core.contacts.add_note(minji, f"note {number}")
    sql.clear()
    core.history.entries(limit=1)
    one = len(sql)
    sql.clear()
    core.history.entries(limit=30)
    assert len(sql) == one


def test_history_of_one_of_the_staff_and_of_one_contact(core, minji):
    staff = core.staff.add("박준호")
    owner = core.store.actor_id
    core.store.actor_id = staff
    core.contacts.add_note(minji, "하나")
    assert [e.op for e in core.history.entries(actor_id=staff)] == [Op.ADD_NOTE]
    assert {e.actor for e in core.history.entries(actor_id=staff)} == {"박준호"}
    assert [e.op for e in core.history.entries(actor_id=owner)] == [Op.ADD_STAFF, Op.ADD_CONTACT]
    both = core.history.entries(contact_id=minji, actor_id=staff)
    assert [e.op for e in both] == [Op.ADD_NOTE]


def test_the_next_step_is_what_undo_and_redo_then_take(core, minji, clock):
    core.contacts.edit(minji, "company", "바다")
    clock.move(minutes=5)
    core.contacts.edit(minji, "source", "지인")
    assert core.history.next_redo() is None
    for field in ("source", "company"):
        step = core.history.next_undo()
        assert step.facts["field"] == field
        assert core.history.undo().facts == step.facts
    assert core.history.next_undo().op == Op.ADD_CONTACT
    for field in ("company", "source"):
        assert core.history.next_redo().facts["facts"]["field"] == field
        core.history.redo()
    assert core.history.next_redo() is None
    assert core.history.next_undo().facts["field"] == "source"


def test_a_new_action_ends_the_chance_to_redo(core, minji):
    core.contacts.edit(minji, "company", "바다")
    core.history.undo()
    core.contacts.edit(minji, "source", "지인")
    assert core.history.next_redo() is None


def test_a_shop_just_founded_has_no_step(core):
    assert core.history.next_undo() is None
    assert core.history.next_redo() is None
    with pytest.raises(NothingToUndoError):
        core.history.undo()


def test_the_step_before_rows_written_by_another_program_is_found(core, minji, shop, clock):
    core.contacts.edit(minji, "company", "바다")
    core.close()
    with closing(sqlite3.connect(shop)) as other:
        other.create_function("search_text", -1, lambda *_: "", deterministic=True)
        other.execute("UPDATE contact SET source = '전단' WHERE id = ?", (minji,))
        other.execute("UPDATE contact SET department = '영업' WHERE id = ?", (minji,))
        other.commit()
    again = open_core(shop, now=clock)
    try:
        assert again.history.entries(limit=1)[0].op == Op.OUTSIDE
        assert again.history.next_undo().facts["field"] == "company"
    finally:
        again.close()


def test_what_an_undo_would_leave_is_told_before_and_nothing_changes(core, minji, heard):
    core.contacts.edit(minji, "company", "바다")
    step = newest(core).change_set
    assert core.history.kept_by_undo(step) == []
    core.contacts.edit(minji, "source", "지인")
    core.contacts.edit(minji, "company", "하늘")
    heard.clear()
    (part,) = core.history.kept_by_undo(step)
    assert (part.contact, part.field, part.now) == ("김민지", "company", "하늘")
    assert part.reason == "changed"
    assert heard == []
    assert core.contacts.detail(minji).values["company"] == "하늘"


def test_who_looks_after_somebody_by_now_is_told_by_name(core, minji):
    first, second = (core.staff.add(name) for name in ("박준호", "최유리"))
    core.contacts.assign([minji], first)
    step = newest(core).change_set
    core.contacts.edit(minji, "company", "바다")  # else the two would be one step
    core.contacts.assign([minji], second)
    (part,) = core.history.kept_by_undo(step)
    assert (part.field, part.now) == ("owner_id", "최유리")


def test_a_contact_that_later_entries_need_would_be_left(core, minji):
    step = newest(core).change_set
    core.contacts.add_note(minji, "하나")
    parts = core.history.kept_by_undo(step)
    assert {(part.contact, part.field) for part in parts} == {("김민지", "")}
    assert {part.reason for part in parts} <= {"referred", "changed"}


def test_history_of_one_contact_has_all_that_hangs_on_it(core, minji, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("안녕하세요")
    other = core.contacts.add(ContactForm("이하은"))
    field = core.custom_fields.add(FieldForm(kind="text", label_en="Flowers"))
    before = {entry.change_set for entry in core.history.entries()}
    core.important_dates.add(minji, DateForm(kind="anniversary", month=5, day=8))
    form = ConsentForm(purpose="service", channel="post", state="denied")
    core.consents.record(minji, form)
    core.relations.give_role(minji, "supplier")
    core.custom_fields.put([minji], field, "peonies")
    core.files.add(minji, letter)
    relation = core.relations.relate(minji, other, RelationForm(kind="friend"))
    core.relations.remove(relation)
    done = [entry for entry in core.history.entries() if entry.change_set not in before]
    mine = [e for e in core.history.entries(contact_id=minji) if e.change_set not in before]
    assert mine == done
    assert [entry.op for entry in core.history.entries(contact_id=other)][:2] == [
        Op.REMOVE_RELATION, Op.RELATE,
    ]  # fmt: skip
    assert (
        sentence_of(mine[0].op, mine[0].facts, "en") == "Removed the relation of 김민지 and 이하은"
    )
    assert sentence_of(mine[0].op, mine[0].facts, "ko") == "김민지와 이하은의 관계를 지웠어요"
    alone = [e for e in done if e.op not in (Op.RELATE, Op.REMOVE_RELATION)]
    assert {e.facts.get("contact") for e in alone} == {"김민지"}


def test_history_of_one_contact_has_the_numbers_other_programs_know_them_by(core, minji):
    with core.store.action(Op.IMPORT_CONTACTS) as unit:
        unit._session.execute(
            text(
                "INSERT INTO external_key (id, contact_id, system, value)"
                " VALUES (5, :contact, 'smartstore', 'minji01')"
            ),
            {"contact": minji},
        )
    ops = [entry.op for entry in core.history.entries(contact_id=minji)]
    assert ops == [Op.IMPORT_CONTACTS, Op.ADD_CONTACT]
