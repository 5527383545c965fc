"""What is searched and what is told follow every kind of change, and its undoing."""

import pytest
from sqlalchemy import text

from app.errors import GoneError
from app.ops import Op
from app.shapes.contacts import ContactForm


def test_the_search_follows_points_notes_and_tags_and_their_undoing(core, clock):
    kim, lee = (core.contacts.add(ContactForm(name=name)) for name in ("김민지", "이서연"))
    works = (
        lambda: core.contacts.add_point(kim, "phone", "010-0142-3377"),
        lambda: core.contacts.add_note(kim, "창가 자리"),
        lambda: core.contacts.tag([kim, lee], "단골"),
        lambda: core.contacts.edit(lee, "company", "봄날"),
        lambda: core.contacts.edit(lee, "name", "이서윤"),
        lambda: core.contacts.edit_point(core.contacts.detail(kim).points[0].id, "01098765432"),
        lambda: core.contacts.remove_point(core.contacts.detail(kim).points[0].id),
        lambda: core.contacts.untag([lee], "단골"),
    )
    for work in works:
        clock.move(minutes=5)
        work()
        assert core.care.check() == []
    assert [row.id for row in core.contacts.find("창가").contacts] == [kim]
    for step in (core.history.undo, core.history.redo, core.history.undo):
        for _ in works:
            step()
            assert core.care.check() == []
    assert not core.contacts.find("창가").contacts


def test_a_notice_names_the_rows_and_the_tables_that_lost_some(core, heard):
    kim = core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))
    point = core.contacts.detail(kim).points[0].id
    heard.clear()
    core.contacts.edit_point(point, "010-0142-3378")
    core.contacts.remove_point(point)
    core.contacts.trash([kim])
    assert [(dict(c.edited), c.reshaped) for c in heard] == [
        ({"contact_point": frozenset({point})}, frozenset()),
        ({"contact_point": frozenset({point})}, frozenset({"contact_point"})),
        ({"contact": frozenset({kim})}, frozenset({"contact"})),
    ]


@pytest.mark.parametrize("many", [1000, 1001])
def test_a_notice_of_very_many_rows_names_their_table_alone(core, heard, many):
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})"
    with core.store.action(Op.IMPORT_CONTACTS) as unit:
        unit._session.execute(
            text(f"INSERT INTO contact (id, name) {numbers} SELECT i, '손님 ' || i FROM n")
        )
    with core.store.action(Op.BULK_EDIT) as unit:
        unit._session.execute(text("UPDATE contact SET source = '전단'"))
    told = heard[-1]
    if many > 1000:
        assert (dict(told.edited), told.reshaped) == ({}, {"contact"})
    else:
        everybody = frozenset(range(1, many + 1))
        assert (dict(told.edited), told.reshaped) == ({"contact": everybody}, frozenset())


def test_a_change_set_nobody_knows_is_gone(core):
    with pytest.raises(GoneError, match="change_set"):
        core.history.undo(12345)
