"""Plans of tasks under way: steps made or offered, counted from the start or from the end."""

import pytest

from app.errors import InvalidInputError
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.task_plans import PlanForm, StepForm
from tests.dumps import logical_dump

WEDDING = PlanForm(
    name="예식 꽃", anchor="end",
    steps=(
        StepForm(title="상담", kind="meeting", offset_days=-30, at_time="14:00", duration_min=60),
        StepForm(title="견적 보내기", kind="message", offset_days=2, after="previous"),
        StepForm(title="꽃 주문", kind="buy", offset_days=-3, mode="suggest"),
        StepForm(title="배달", kind="deliver"),
    ),
)  # fmt: skip


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지"))


def open_tasks(core, kim):
    return [(r.title, r.due_at) for r in core.task_lists.of_contact(kim)]


def test_the_next_step_is_made_or_offered_when_the_last_is_done(core, kim):
    plan = core.task_plans.add(WEDDING)
    run = core.task_plans.run(plan, kim, anchor_on="2026-06-30")
    assert open_tasks(core, kim) == [("상담", "2026-05-31T14:00")]
    (task,) = core.task_lists.of_contact(kim)
    assert (task.plan, task.duration_min) == ("예식 꽃", 60)
    done = core.tasks.finish(task.id)
    assert open_tasks(core, kim) == [("견적 보내기", "2026-05-14")]  # two days from today
    done = core.tasks.finish(done.next_id)
    assert (done.next_id, done.suggested.title) == (None, "꽃 주문")
    assert core.task_plans.suggested(run).title == "꽃 주문"
    assert open_tasks(core, kim) == []
    made = core.task_plans.accept(run)
    assert open_tasks(core, kim) == [("꽃 주문", "2026-06-27")]
    assert core.task_plans.suggested(run) is None
    done = core.tasks.finish(made)
    assert open_tasks(core, kim) == [("배달", "2026-06-30")]
    core.tasks.finish(done.next_id)
    (row,) = core.task_plans.runs(kim)
    assert (row.status, row.done, row.steps) == ("done", 4, 4)


def test_what_is_under_way_keeps_its_steps_when_the_plan_changes(core, kim):
    plan = core.task_plans.add(WEDDING)
    core.task_plans.run(plan, kim, anchor_on="2026-06-30")
    core.task_plans.edit(plan, PlanForm(name="새 예식", steps=(StepForm(title="하나뿐"),)))
    (task,) = core.task_lists.of_contact(kim)
    core.tasks.finish(task.id)
    assert open_tasks(core, kim)[0][0] == "견적 보내기"
    detail = core.task_plans.get(plan)
    assert (detail.row.version, detail.row.running, [s.title for s in detail.steps]) == (
        2, 1, ["하나뿐"]
    )  # fmt: skip


def test_an_offered_step_can_be_left_out(core, kim):
    steps = (StepForm(title="감사 전화", kind="call"), StepForm(title="후기", mode="suggest"),
             StepForm(title="재구매", offset_days=30))  # fmt: skip
    run = core.task_plans.run(core.task_plans.add(PlanForm(name="첫 방문", steps=steps)), kim)
    core.tasks.finish(core.task_lists.of_contact(kim)[0].id)
    assert core.task_plans.pass_over(run) is None
    assert open_tasks(core, kim) == [("재구매", "2026-06-11")]


def test_stopping_cancels_what_is_still_to_be_done_and_undo_brings_it_back(core, kim):
    run = core.task_plans.run(core.task_plans.add(WEDDING), kim, anchor_on="2026-06-30")
    before = logical_dump(core.path)
    core.task_plans.stop(run)
    assert open_tasks(core, kim) == []
    assert core.task_plans.runs(kim)[0].status == "stopped"
    with pytest.raises(InvalidInputError):
        core.task_plans.accept(run)
    core.store.undo()
    assert logical_dump(core.path) == before


def test_a_step_that_is_done_after_the_plan_was_stopped_makes_nothing(core, kim):
    run = core.task_plans.run(core.task_plans.add(WEDDING), kim, anchor_on="2026-06-30")
    (task,) = core.task_lists.of_contact(kim)
    core.task_plans.stop(run)
    core.tasks.reopen([task.id])
    assert core.tasks.finish(task.id).next_id is None


def test_retired_plans_are_not_offered_and_go_on_where_they_run(core, kim):
    plan = core.task_plans.add(WEDDING)
    core.task_plans.run(plan, kim, anchor_on="2026-06-30")
    core.task_plans.retire(plan)
    assert core.task_plans.all() == []
    assert [p.retired for p in core.task_plans.all(retired=True)] == [True]
    done = core.tasks.finish(core.task_lists.of_contact(kim)[0].id)
    assert done.next_id
    core.task_plans.restore(plan)
    assert len(core.task_plans.all()) == 1


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (PlanForm(name=" ", steps=WEDDING.steps), "name"),
        (PlanForm(name="a", steps=()), "steps"),
        (PlanForm(name="a", anchor="middle", steps=WEDDING.steps), "anchor"),
        (PlanForm(name="a", steps=(StepForm(title=" "),)), "title"),
        (PlanForm(name="a", steps=(StepForm(title="a", at_time="25:00"),)), "at_time"),
        (PlanForm(name="a", steps=(StepForm(title="a", duration_min=30),)), "at_time"),
        (PlanForm(name="a", steps=(StepForm(title="a", after="previous", offset_days=-1),)),
         "offset_days"),
    ],
)  # fmt: skip
def test_a_plan_that_cannot_be_kept_is_refused(core, form, field):
    with pytest.raises(InvalidInputError) as refused:
        core.task_plans.add(form)
    assert list(refused.value.problems) == [field]


def test_a_merge_takes_the_plan_along(core, kim):
    other = core.contacts.add(ContactForm(name="김민지 2"))
    core.task_plans.run(core.task_plans.add(WEDDING), other, anchor_on="2026-06-30")
    core.duplicates.merge(kim, other)
    assert [r.contact_id for r in core.task_plans.runs(kim)] == [kim]
    done = core.tasks.finish(core.task_lists.of_contact(kim)[0].id)
    assert core.task_lists.get(done.next_id).row.contact_id == kim


def test_a_plan_starts_for_many_at_once_but_not_twice_for_anybody(core, kim):
    lee = core.contacts.add(ContactForm(name="이하은"))
    plan = core.task_plans.add(WEDDING)
    core.task_plans.run(plan, kim, anchor_on="2026-06-30")
    before = logical_dump(core.path)
    assert core.task_plans.under_way(plan, [kim, lee]) == 1
    assert core.task_plans.run_many(plan, [kim, lee, lee], "2026-06-30", Ticket()) == 1
    assert open_tasks(core, lee) == [("상담", "2026-05-31T14:00")]
    assert len(core.task_plans.runs(kim)) == 1
    core.store.undo()
    assert logical_dump(core.path) == before
