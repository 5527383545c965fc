"""What rings, and that it rings once, whatever the clock does."""

import pytest

from app.notice_words import notice_words
from app.settings import QUIET_FROM, TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.tasks import ReminderForm, TaskForm


@pytest.fixture(autouse=True)
def at_twenty_past_nine(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")


def add(core, due, *reminders, **values):
    forms = tuple(
        ReminderForm(before_min=r) if isinstance(r, int) else ReminderForm(at=r) for r in reminders
    )
    return core.tasks.add(TaskForm(title=due, due_at=due, reminders=forms, **values))


def told(core):
    due = core.reminders.due()
    return [r.task.id for r in due.now], [r.task.id for r in due.missed]


def test_a_reminder_rings_when_it_is_time_and_once(core, clock):
    made = add(core, "2026-05-12T09:35", 10)
    assert told(core) == ([], [])
    clock.move(minutes=5)
    assert told(core) == ([made], [])
    assert told(core) == ([], [])


def test_two_at_the_same_second_both_ring(core, clock):
    made = [add(core, "2026-05-12T09:30", 5), add(core, "2026-05-12T09:25", 0)]
    clock.move(minutes=5)
    assert sorted(told(core)[0]) == sorted(made)


def test_several_of_one_task_ring_one_after_the_other(core, clock):
    made = add(core, "2026-05-12T10:00", 30, 10, "2026-05-12T09:55")
    rung = []
    for _minute in range(45):
        clock.move(minutes=1)
        rung += told(core)[0]
    assert rung == [made] * 3


def test_what_was_missed_comes_once_together_each_task_once(core, clock):
    for day in range(12, 30):
        add(core, f"2026-05-{day}T12:00", 0, 10, 60)
    clock.move(days=31)
    now, missed = told(core)
    assert (now, len(missed)) == ([], 18)
    assert told(core) == ([], [])


def test_a_clock_set_back_a_year_repeats_nothing(core, clock):
    made = add(core, "2026-05-12T09:25", 0)
    clock.move(minutes=5)
    assert told(core) == ([made], [])
    clock.move(days=-365)
    assert told(core) == ([], [])
    clock.move(days=365)
    assert told(core) == ([], [])


def test_what_was_put_off_rings_again(core, clock):
    made = add(core, "2026-05-12T09:25", 0)
    clock.move(minutes=5)
    told(core)
    core.tasks.snooze([made], "2026-05-12T11:25")
    clock.move(hours=2)
    assert told(core) == ([made], [])


def test_what_is_done_waits_or_is_in_the_trash_does_not_ring(core, clock):
    kim = core.contacts.add(ContactForm(name="김민지"))
    done, waits, trash, gone = (
        add(core, "2026-05-12T09:25", 0, contact_id=c) for c in (None, kim, None, kim)
    )
    core.tasks.finish(done)
    core.tasks.wait(waits)
    core.tasks.remove([trash])
    core.contacts.trash([kim])
    clock.move(minutes=6)
    assert told(core) == ([], [])
    assert gone


def test_quiet_hours_put_it_off_until_they_are_over(core, clock):
    made = add(core, "2026-05-12T22:00", 0)
    clock.move(hours=12, minutes=41)  # 22:01
    assert told(core) == ([], [])
    clock.move(hours=10)  # 08:01
    assert told(core) == ([], [made])
    core.settings.put(QUIET_FROM, "")
    late = add(core, "2026-05-13T23:00", 0)
    clock.move(hours=15)  # 23:01
    assert told(core) == ([late], [])


def test_a_day_without_an_hour_rings_in_the_morning(core, clock):
    made = add(core, "2026-05-13", -540)
    clock.move(hours=23)
    assert told(core) == ([], [])
    clock.move(minutes=40)
    assert told(core) == ([made], [])


def test_an_hour_that_the_clock_leaps_over_rings_after_it(core, clock):
    core.settings.put(TIME_ZONE, "Europe/Berlin")  # 29 March 2026: from 2 to 3
    core.settings.put(QUIET_FROM, "")
    made = add(core, "2026-03-29T02:30", 0)
    clock.now = clock.now.replace(month=3, day=29, hour=0, minute=59)  # 01:59 there
    assert told(core) == ([], [])
    clock.move(minutes=2)  # 03:01
    assert [made] in told(core)


def test_an_hour_that_comes_twice_rings_once(core, clock):
    core.settings.put(TIME_ZONE, "Europe/Berlin")  # 25 October 2026: from 3 to 2
    core.settings.put(QUIET_FROM, "")
    made = add(core, "2026-10-25T02:30", 0)
    clock.now = clock.now.replace(month=10, day=25, hour=0, minute=31)  # 02:31, the first time
    assert told(core) == ([made], [])
    clock.move(hours=1)
    assert told(core) == ([], [])


def test_telling_is_not_a_step_that_undo_takes_back(core, clock):
    add(core, "2026-05-12T09:25", 0)
    clock.move(minutes=5)
    told(core)
    assert core.history.entries(limit=1)[0].op == "add_task"
    core.store.undo()
    core.store.redo()
    assert told(core) == ([], [])


def test_what_was_told_stands_among_the_notices_until_it_is_done_or_put_off(core, clock):
    minji = core.contacts.add(ContactForm("김민지"))
    add(core, "2026-05-12T09:30", 0, contact_id=minji)
    water = add(core, "2026-05-12T09:31", 0, 5)
    add(core, "2026-05-13T09:30", 0)
    assert core.notices.all() == []
    clock.move(minutes=30)
    core.reminders.due()
    found = core.notices.all()
    assert sorted(notice_words(one, "en") for one in found) == [
        "Reminder: 2026-05-12T09:30 (김민지)", "Reminder: 2026-05-12T09:31"
    ]  # fmt: skip
    assert all(one.attention for one in found)
    core.tasks.finish(water)
    (call,) = core.notices.all()
    core.tasks.snooze([call.task_id], "2026-05-12T18:00")
    assert core.notices.all() == []
    core.history.undo()
    assert [one.key for one in core.notices.all()] == [call.key]
    clock.move(days=8)
    assert core.notices.all() == []
