"""The people who work in the shop."""

import pytest

from app.bootstrap import Core
from app.errors import GoneError, InvalidInputError
from app.shapes.contacts import ContactForm
from app.shapes.interactions import InteractionForm


def test_a_new_shop_has_one_owner_who_is_at_the_desk(core: Core) -> None:
    (owner,) = core.staff.all()
    assert (owner.name, owner.role) == ("", "owner")
    assert core.staff.present_id == owner.id


def test_staff_are_added_and_renamed_and_each_can_be_undone(core: Core) -> None:
    added = core.staff.add("  박준호 ")
    core.staff.rename(added, "박준우")
    people = [(row.name, row.role) for row in core.staff.all()]
    assert people == [("", "owner"), ("박준우", "staff")]
    for expected in (["", "박준호"], [""]):
        step = core.history.next_undo()
        assert step is not None
        core.history.undo(step.change_set)
        assert [row.name for row in core.staff.all()] == expected


def test_a_name_is_needed(core: Core) -> None:
    with pytest.raises(InvalidInputError):
        core.staff.add("  ")
    (owner,) = core.staff.all()
    with pytest.raises(InvalidInputError):
        core.staff.rename(owner.id, "")


def test_somebody_removed_is_offered_no_more_but_their_past_keeps_the_name(core: Core) -> None:
    junho = core.staff.add("박준호")
    kim = core.contacts.add(ContactForm("김민지"))
    core.contacts.assign([kim], junho)
    core.store.actor_id = junho
    core.interactions.log(InteractionForm(contact_ids=(kim,), kind="call"))
    core.store.actor_id = core.staff.all()[0].id
    core.staff.remove(junho)
    assert [row.id for row in core.staff.all()] == [core.staff.present_id]
    assert [(row.name, row.retired) for row in core.staff.everybody()][1:] == [("박준호", True)]
    assert core.contacts.rows([kim])[kim].owner == "박준호"
    assert core.contacts.owner_of(kim) == junho
    (entry,) = core.interactions.timeline(kim)
    assert entry.staff == "박준호"
    assert "박준호" in {entry.actor for entry in core.history.entries()}
    with pytest.raises(GoneError):
        core.contacts.assign([kim], junho)
    with pytest.raises(GoneError):
        core.staff.rename(junho, "박준우")


def test_removing_somebody_is_one_step_that_undo_takes_back(core: Core) -> None:
    junho = core.staff.add("박준호")
    core.staff.remove(junho)
    done = core.history.entries()[0]
    assert (done.op, done.facts["name"]) == ("remove_staff", "박준호")
    core.history.undo()
    assert [row.name for row in core.staff.all()] == ["", "박준호"]
    core.history.redo()
    assert [row.name for row in core.staff.all()] == [""]


def test_the_owner_of_the_shop_and_those_gone_cannot_be_removed(core: Core) -> None:
    (owner,) = core.staff.all()
    with pytest.raises(InvalidInputError):
        core.staff.remove(owner.id)
    assert core.staff.all() == [owner]
    junho = core.staff.add("박준호")
    core.staff.remove(junho)
    with pytest.raises(GoneError):
        core.staff.remove(junho)


def test_contacts_can_be_left_without_an_owner_and_given_back(core: Core) -> None:
    junho = core.staff.add("박준호")
    ids = [core.contacts.add(ContactForm(name)) for name in ("김민지", "이하은")]
    core.contacts.assign(ids, junho)
    core.contacts.assign(ids, None)
    assert {core.contacts.owner_of(i) for i in ids} == {None}
    done = core.history.entries()[0]
    assert (done.op, done.facts["count"]) == ("clear_owner", 2)
    core.history.undo()
    assert {core.contacts.owner_of(i) for i in ids} == {junho}
