"""How long nobody has spoken with whom, and what starts that clock again."""

import pytest

from app.errors import InvalidInputError
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.shapes.interactions import InteractionForm
from app.shapes.stay_in_touch import TouchForm
from app.shapes.tasks import TaskForm
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", tags=("단골",)))


def level(core, contact_id):
    row = core.stay_in_touch.of(contact_id)
    return row and (row.days, row.level)


def test_amber_after_the_ideal_days_red_after_the_most(core, kim, clock):
    core.stay_in_touch.put("contact", kim, TouchForm(30, 60))
    core.interactions.log(InteractionForm(contact_ids=(kim,), kind="visit"))
    assert level(core, kim) == (0, "")
    clock.move(days=29)
    assert (level(core, kim), core.stay_in_touch.count()) == ((29, ""), 0)
    clock.move(days=1)
    assert (level(core, kim), core.stay_in_touch.count()) == ((30, "amber"), 1)
    clock.move(days=30)
    assert level(core, kim) == (60, "red")
    assert [r.contact_id for r in core.stay_in_touch.out_of_touch(limit=5)] == [kim]


def test_planning_or_an_unanswered_call_does_not_move_the_clock(core, kim, clock):
    core.stay_in_touch.put("contact", kim, TouchForm(10, 20))
    clock.move(days=15)
    core.tasks.add(TaskForm(title="전화", kind="call", contact_id=kim, due_at="2026-06-01"))
    core.stages.plan(kim, "2026-06-01")
    core.interactions.log(InteractionForm(contact_ids=(kim,), kind="call", outcome="no_answer"))
    row = core.stay_in_touch.of(kim)
    assert (row.days, row.level, row.next_task_at) == (15, "amber", "2026-06-01")
    core.interactions.log(InteractionForm(contact_ids=(kim,), kind="call", outcome="talked"))
    assert level(core, kim) == (0, "")


def test_a_contacts_own_counts_before_its_tags_and_those_before_its_stages(core, kim, clock):
    clock.move(days=15)
    assert level(core, kim) is None
    core.stages.put([kim], "regular")
    core.stay_in_touch.put("stage", "regular", TouchForm(10, 12))
    assert level(core, kim) == (15, "red")
    core.stay_in_touch.put("tag", "단골", TouchForm(14, 100))
    assert level(core, kim) == (15, "amber")
    core.stay_in_touch.put("contact", kim, TouchForm(90, 180))
    assert level(core, kim) == (15, "")
    assert [(r.scope, r.name or r.stage) for r in core.stay_in_touch.rules()] == [
        ("stage", "regular"), ("tag", "단골"), ("contact", "김민지")
    ]  # fmt: skip
    core.stay_in_touch.put("contact", kim, None)
    assert level(core, kim) == (15, "amber")
    core.store.undo()
    assert level(core, kim) == (15, "")


def test_whom_nobody_may_contact_is_not_listed(core, kim, clock):
    core.stay_in_touch.put("tag", "단골", TouchForm(1, 2))
    clock.move(days=15)
    assert core.stay_in_touch.count() == 1
    core.consents.stop_contact(kim, stop=True)
    assert core.stay_in_touch.count() == 0


@pytest.mark.parametrize(
    ("scope", "of", "form"),
    [
        ("shop", 1, TouchForm(1, 2)), ("stage", "vip", TouchForm(1, 2)),
        ("tag", "없는 태그", TouchForm(1, 2)), ("stage", "regular", TouchForm(0, 2)),
        ("stage", "regular", TouchForm(3, 2)), ("stage", "regular", TouchForm(1, 99999)),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(core, scope, of, form):
    with pytest.raises(InvalidInputError):
        core.stay_in_touch.put(scope, of, form)


def test_a_merge_keeps_one_rule_and_an_unmerge_gives_both_back(core, kim, clock):
    other = core.contacts.add(ContactForm(name="김민지 2"))
    core.stay_in_touch.put("contact", kim, TouchForm(10, 20))
    core.stay_in_touch.put("contact", other, TouchForm(30, 40))
    before = logical_dump(core.path)
    merged = core.duplicates.merge(kim, other)
    assert [(r.name, r.ideal_days) for r in core.stay_in_touch.rules()] == [("김민지", 10)]
    core.duplicates.unmerge(merged.change_set)
    assert logical_dump(core.path) == before


def found(core, op):
    return set(core.contacts.filtered(Filter((Condition("touch", op),))))


def test_a_filter_finds_who_has_not_been_spoken_with_for_longer_than_wanted(core, kim, clock):
    lee = core.contacts.add(ContactForm(name="이하은"))
    core.stay_in_touch.put("contact", kim, TouchForm(28, 56))
    clock.move(days=27)
    assert (found(core, "overdue"), found(core, "known"), found(core, "empty")) == (
        set(), {kim}, {lee}
    )  # fmt: skip
    clock.move(days=1)
    assert (found(core, "overdue"), found(core, "too_long")) == ({kim}, set())
    clock.move(days=28)
    assert (found(core, "overdue"), found(core, "too_long")) == ({kim}, {kim})
    both = Filter((Condition("touch", "too_long"), Condition("touch", "overdue")), "all")
    assert core.contacts.filtered(both) == [kim]
    core.interactions.log(InteractionForm(contact_ids=(kim,), kind="visit"))
    assert found(core, "overdue") == set()


def test_it_is_told_whose_rule_counts(core, kim):
    lee = core.contacts.add(ContactForm(name="이하은"))
    core.stages.put([lee], "regular")
    core.stay_in_touch.put("tag", "단골", TouchForm(14, 28))
    core.stay_in_touch.put("stage", "regular", TouchForm(30, 60))
    standing = core.stay_in_touch.standing([kim, lee, 999])
    assert {i: (row.scope, row.about, row.ideal_days) for i, row in standing.items()} == {
        kim: ("tag", "단골", 14), lee: ("stage", "regular", 30)
    }  # fmt: skip
    core.stay_in_touch.put("contact", kim, TouchForm(7, 9))
    own = core.stay_in_touch.of(kim)
    assert (own.scope, own.about) == ("contact", "")
