"""The people who work in the shop."""

import pytest

from app.bootstrap import Core
from app.errors import InvalidInputError


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
