"""Tasks that come again: finished, skipped, ended, off holidays, with a clock gone wrong."""

from datetime import date, timedelta

import pytest

from app.errors import InvalidInputError
from app.shapes.contacts import ContactForm
from app.shapes.tasks import ReminderForm, TaskForm
from tests.dumps import logical_dump


def add(core, rule, due="2026-05-12", **values):
    return core.tasks.add(TaskForm(title="재고", due_at=due, repeat=rule, **values))


def due(core, task_id):
    return core.task_lists.get(task_id).row.due_at


def after(core, task_id, times=1):
    """Finish a task as often; return when each next one is due."""
    found = []
    for _ in range(times):
        task_id = core.tasks.finish(task_id).next_id
        found.append(due(core, task_id) if task_id else None)
    return found


def test_the_next_one_has_all_that_the_last_had(core):
    kim = core.contacts.add(ContactForm(name="김민지"))
    made = core.tasks.add(
        TaskForm(
            title="재고", kind="check", due_at="2026-05-11T10:00", repeat="FREQ=WEEKLY;BYDAY=MO",
            contact_id=kim, priority=1, note="창고", items=("장미", "리본"), place="창고",
            start_on="2026-05-10", reminders=(ReminderForm(before_min=30),),
        )
    )  # fmt: skip
    core.tasks.tick(core.task_lists.get(made).items[0].id)
    before = logical_dump(core.path)
    done = core.tasks.finish(made)
    old, new = core.task_lists.get(made), core.task_lists.get(done.next_id)
    assert (new.row.due_at, new.row.start_on) == ("2026-05-18T10:00", "2026-05-17")
    same = ("title", "kind", "contact_id", "priority", "place", "repeat", "items", "assignee_id")
    assert [getattr(new.row, n) for n in same] == [getattr(old.row, n) for n in same]
    assert (new.note, new.row.items_done) == ("창고", 0)
    assert [r.rings_at for r in new.reminders] == ["2026-05-18T09:30"]
    core.store.undo()
    assert logical_dump(core.path) == before
    assert core.care.check() == []


def test_putting_one_off_does_not_move_those_to_come(core):
    made = add(core, "FREQ=WEEKLY;BYDAY=TU", "2026-05-12T10:00")
    core.tasks.snooze([made], "2026-05-14T18:00")
    assert after(core, made) == ["2026-05-19T10:00"]


def test_it_begins_on_the_first_of_its_days(core):
    assert due(core, add(core, "FREQ=MONTHLY;BYDAY=3FR", "2026-05-12T10:00")) == "2026-05-15T10:00"
    assert due(core, add(core, "FREQ=MONTHLY;BYMONTHDAY=-1", "")) == "2026-05-31"


def test_a_rule_ends_by_count_or_by_day(core):
    assert after(core, add(core, "FREQ=DAILY;COUNT=3"), 3) == ["2026-05-13", "2026-05-14", None]
    assert after(core, add(core, "FREQ=DAILY;UNTIL=20260513"), 2) == ["2026-05-13", None]


def test_times_whose_days_are_over_are_left_out_but_for_bills(core, clock):
    daily, bill = add(core, "FREQ=DAILY"), add(core, "FREQ=DAILY", kind="pay")
    clock.move(days=5)
    done = core.tasks.finish(daily)
    assert (due(core, done.next_id), done.missed) == ("2026-05-17", 4)
    assert after(core, bill) == ["2026-05-13"]


def test_asleep_for_a_month_leaves_one_task_and_not_thirty(core, clock):
    add(core, "FREQ=DAILY")
    clock.move(days=31)
    assert {s.section: s.count for s in core.task_lists.sections() if s.count} == {"overdue": 1}


def test_from_completion_counts_from_when_it_was_done(core, clock):
    made = add(core, "FREQ=MONTHLY;INTERVAL=3;X-FROM=DONE;COUNT=2")
    clock.move(days=20)  # 1 June
    assert after(core, made, 2) == ["2026-09-01", None]


def test_a_holiday_moves_one_time_and_not_the_next(core, clock):
    made = add(core, "FREQ=MONTHLY;BYMONTHDAY=25;X-NOT-ON=HOLIDAYS;X-MOVE=BEFORE", "2026-04-25",
               kind="pay")  # fmt: skip
    # 24 May is Buddha's birthday, the 25th a day off in its place.
    assert after(core, made, 2) == ["2026-05-23", "2026-06-25"]


def test_lunar_days_come_again_each_year(core):
    made = add(core, "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15")
    assert due(core, made) == "2026-09-25"
    assert after(core, made) == ["2027-09-15"]


def test_one_is_skipped_and_the_next_is_there(core):
    made = add(core, "FREQ=WEEKLY")
    following = core.tasks.skip(made)
    assert due(core, following) == "2026-05-19"
    assert core.task_lists.get(made).row.status == "cancelled"
    core.tasks.skip_on(following, "2026-05-26")
    assert after(core, following) == ["2026-06-02"]
    with pytest.raises(InvalidInputError):
        core.tasks.skip_on(following, "2026-06-09")  # done already


def test_a_repeat_ends_here_or_later(core):
    made = add(core, "FREQ=WEEKLY")
    core.tasks.end_repeat(made, "2026-05-20")
    following = core.tasks.finish(made).next_id
    assert due(core, following) == "2026-05-19"
    assert core.tasks.finish(following).next_id is None
    here = add(core, "FREQ=WEEKLY")
    core.tasks.end_repeat(here)
    assert core.tasks.finish(here).next_id is None


def test_another_hour_holds_for_all_another_day_for_one(core):
    made = add(core, "FREQ=WEEKLY;BYDAY=TU", "2026-05-12T10:00")
    form = TaskForm(title="새 이름", due_at="2026-05-13T11:30", repeat="FREQ=WEEKLY;BYDAY=TU")
    core.tasks.edit(made, form)
    assert due(core, made) == "2026-05-13T11:30"
    assert after(core, made) == ["2026-05-19T11:30"]


def test_another_rule_begins_anew(core):
    made = add(core, "FREQ=WEEKLY;BYDAY=TU", "2026-05-12")
    core.tasks.repeat(made, "FREQ=MONTHLY;BYMONTHDAY=12")
    assert after(core, made) == ["2026-06-12"]
    plain = core.tasks.add(TaskForm(title="한 번", due_at="2026-05-12"))
    core.tasks.repeat(plain, "FREQ=DAILY;INTERVAL=2")
    assert after(core, plain) == ["2026-05-14"]


def test_what_is_opened_again_does_not_come_twice(core):
    made = add(core, "FREQ=WEEKLY")
    core.tasks.finish(made)
    core.tasks.reopen([made])
    assert core.tasks.finish(made).next_id is None


def test_a_clock_set_back_a_year_makes_nothing_of_the_past(core, clock):
    made = add(core, "FREQ=WEEKLY")
    clock.move(days=-365)
    assert after(core, made) == ["2026-05-19"]


def test_it_cannot_lose_its_day(core):
    made = add(core, "FREQ=WEEKLY")
    with pytest.raises(InvalidInputError):
        core.tasks.move([made], "")


def test_a_year_of_days_is_the_same_walked_and_looked_at(core):
    made = add(core, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2026-05-14")
    seen = core.agenda.days(date(2026, 5, 14), date(2026, 7, 31)).entries
    walked = [due(core, made), *after(core, made, 11)]
    assert [e.on.isoformat() for e in seen] == walked[: len(seen)]
    assert date.fromisoformat(walked[-1]) - date(2026, 5, 14) > timedelta(days=60)
