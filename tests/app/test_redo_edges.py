"""A redo that would overwrite what came later leaves it, and does not bar the way to others."""

import sqlite3
from contextlib import closing

import pytest

from app.errors import NothingToUndoError
from app.shapes.contacts import ContactForm


def write_past_dangol(shop, statement, *values):
    with closing(sqlite3.connect(shop)) as other:
        other.create_function("search_text", -1, lambda *_: "", deterministic=True)
        other.execute(statement, values)
        other.commit()


@pytest.fixture
def undone(core, shop, clock):
    """Two steps taken back; what the later one had changed has been written over since."""
    contact = core.contacts.add(ContactForm(name="김민지"))
    for field in ("company", "nickname"):
        clock.move(minutes=2)
        core.contacts.edit(contact, field, "바다")
    core.history.undo()
    core.history.undo()
    core.history.redo()
    core.history.undo()
    write_past_dangol(shop, "UPDATE contact SET company = '하늘' WHERE id = ?", contact)
    return contact


def test_a_redo_that_leaves_everything_is_told_once_and_the_next_redo_goes_on(core, undone):
    first = core.history.redo()
    assert first.change_set is None
    assert [(kept.reason, kept.columns) for kept in first.kept] == [("changed", ("company",))]
    assert core.history.next_redo().facts["facts"]["field"] == "nickname"
    assert core.history.redo().change_set is not None
    values = core.contacts.detail(undone).values
    assert (values["company"], values["nickname"]) == ("하늘", "바다")


def test_when_every_redo_was_left_there_is_none(core, undone, shop):
    write_past_dangol(shop, "UPDATE contact SET nickname = '하늘' WHERE id = ?", undone)
    assert [core.history.redo().change_set for _ in range(2)] == [None, None]
    assert core.history.next_redo() is None
    with pytest.raises(NothingToUndoError):
        core.history.redo()


def test_an_undo_that_could_not_be_done_offers_no_older_redo(core, clock, shop):
    contact = core.contacts.add(ContactForm(name="김민지"))
    core.contacts.edit(contact, "nickname", "바다")
    core.history.undo()
    core.contacts.edit(contact, "company", "바다")
    write_past_dangol(shop, "UPDATE contact SET company = '하늘' WHERE id = ?", contact)
    assert core.history.undo().change_set is None
    assert core.history.next_redo() is None
