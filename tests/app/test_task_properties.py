"""Whatever is done with tasks: what is derived is right, and undo gives all of it back."""

import random
from contextlib import suppress

import pytest

from app.errors import GoneError, InvalidInputError, NothingToUndoError
from app.shapes.contacts import ContactForm
from app.shapes.stay_in_touch import TouchForm
from app.shapes.task_plans import PlanForm, StepForm
from app.shapes.tasks import FinishForm, ReminderForm, TaskFilter, TaskForm
from tests.dumps import logical_dump

DUE = ("", "2026-05-10", "2026-05-12", "2026-05-12T15:00", "2026-05-20T09:00", "2026-06-30")
RULES = ("", "", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=MONTHLY;BYMONTHDAY=-1",
         "FREQ=DAILY;INTERVAL=3;X-FROM=DONE", "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15",
         "FREQ=WEEKLY;COUNT=2",
         "FREQ=MONTHLY;BYMONTHDAY=25;X-NOT-ON=DAYSOFF;X-MOVE=BEFORE")  # fmt: skip
RESULTS = ("", "잘 됐어요", "부재중")
STEPS = (StepForm(title="첫째", kind="call"), StepForm(title="둘째", mode="suggest"),
         StepForm(title="셋째", after="previous", offset_days=3))  # fmt: skip


class Desk:
    """Somebody who does one thing after the other."""

    def __init__(self, core, seed):
        self.core, self.chance = core, random.Random(seed)
        self.people = [core.contacts.add(ContactForm(name=f"손님 {n}")) for n in range(4)]
        self.tasks, self.plan = [], core.task_plans.add(PlanForm(name="순서", steps=STEPS))
        self.runs = []

    def any_task(self):
        return self.chance.choice(self.tasks) if self.tasks else 0

    def add(self):
        pick = self.chance.choice
        form = TaskForm(
            title="일", kind=pick(("call", "visit", "check", "pay")), due_at=pick(DUE),
            repeat=pick(RULES), contact_id=pick((None, *self.people)), items=pick(((), ("a", "b"))),
            reminders=pick(((), (ReminderForm(before_min=10), ReminderForm(before_min=-540)))),
        )  # fmt: skip
        self.tasks.append(self.core.tasks.add(form))

    def one_step(self):
        core, pick, task = self.core, self.chance.choice, self.any_task()
        contact = pick(self.people)
        verbs = [
            self.add,
            self.add,
            lambda: self.finish(core.tasks.finish(task, FinishForm(result=pick(RESULTS)))),
            lambda: self.finish(core.tasks.came(task)),
            lambda: self.finish(core.tasks.no_show(task)),
            lambda: self.tasks.append(core.tasks.skip(task) or task),
            lambda: core.tasks.move([task], pick(DUE)),
            lambda: core.tasks.snooze([task], pick(DUE[1:])),
            lambda: core.tasks.wait(task),
            lambda: core.tasks.reopen([task]),
            lambda: core.tasks.cancel([task]),
            lambda: core.tasks.remove([task]),
            lambda: core.tasks.bring_back([task]),
            lambda: core.tasks.end_repeat(task, "2026-06-15"),
            lambda: core.tasks.set_reminders(task, (ReminderForm(at="2026-05-12T10:00"),)),
            lambda: core.tasks.edit(task, TaskForm(title="새", due_at=pick(DUE),
                                                   contact_id=pick((None, contact)))),
            lambda: core.contacts.trash([contact]),
            lambda: core.contacts.restore([contact]),
            lambda: core.duplicates.merge(*self.chance.sample(self.people, 2)),
            lambda: core.stay_in_touch.put("contact", contact, TouchForm(7, 14)),
            lambda: self.runs.append(core.task_plans.run(self.plan, contact)),
            lambda: core.task_plans.accept(pick(self.runs)),
            lambda: core.task_plans.stop(pick(self.runs)),
        ]  # fmt: skip
        with suppress(InvalidInputError, GoneError, IndexError):
            pick(verbs)()

    def finish(self, done):
        if done.next_id:
            self.tasks.append(done.next_id)


@pytest.mark.parametrize("seed", range(3))
def test_a_long_day_is_right_at_its_end_and_undone_step_by_step(core, seed, clock):
    desk = Desk(core, seed)
    before, first = logical_dump(core.path), core.history.entries(limit=1)[0].change_set
    for number in range(80):
        desk.one_step()
        if number % 10 == 9:
            clock.move(days=1)
            assert core.care.check() == []
    listed = sum(s.count for s in core.task_lists.sections())
    assert listed == sum(
        len(core.task_lists.ids(s.section, TaskFilter())) for s in core.task_lists.sections()
    )
    end = logical_dump(core.path)
    steps = 0
    while core.history.entries(limit=1)[0].change_set != first:
        newest = next((e for e in core.history.entries(limit=500) if not e.undone
                       and e.op != "undo"), None)  # fmt: skip
        if newest is None or newest.change_set == first:
            break
        assert core.store.undo().kept == ()
        steps += 1
    assert steps > 15
    assert logical_dump(core.path) == before
    assert core.care.check() == []
    for _ in range(steps):
        with suppress(NothingToUndoError):
            core.store.redo()
    assert logical_dump(core.path) == end
    assert core.care.check() == []
