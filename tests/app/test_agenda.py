"""What days hold, and the page a day begins with."""

from datetime import date

import pytest

from app.settings import COUNTRY, TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.important_dates import DateForm
from app.shapes.interactions import InteractionForm
from app.shapes.sales import LineForm, SaleForm
from app.shapes.stay_in_touch import TouchForm
from app.shapes.tasks import TaskForm

MAY = date(2026, 5, 1), date(2026, 5, 31)


def add(core, name, **values):
    contact_id = core.contacts.add(ContactForm(name=name))
    for field, value in values.items():
        core.contacts.edit(contact_id, field, value)
    return contact_id


def found(core, first=MAY[0], last=MAY[1], what=None, **wanted):
    entries = core.agenda.days(first, last, **wanted).entries
    return [(e.on.isoformat(), e.time, e.title or e.contact) for e in entries
            if what is None or e.what in what]  # fmt: skip


def test_days_hold_tasks_by_the_hour_whole_days_first(core):
    core.tasks.add(TaskForm(title="늦은 것", due_at="2026-05-13T15:00"))
    core.tasks.add(TaskForm(title="이른 것", due_at="2026-05-13T09:00"))
    core.tasks.add(TaskForm(title="온종일", due_at="2026-05-13"))
    core.tasks.add(TaskForm(title="다음 달", due_at="2026-06-01"))
    core.tasks.add(TaskForm(title="언젠가"))
    done = core.tasks.add(TaskForm(title="끝낸 것", due_at="2026-05-01"))
    core.tasks.finish(done)
    gone = core.tasks.add(TaskForm(title="취소", due_at="2026-05-02"))
    core.tasks.cancel([gone])
    assert found(core) == [
        ("2026-05-01", "", "끝낸 것"), ("2026-05-13", "", "온종일"),
        ("2026-05-13", "09:00", "이른 것"), ("2026-05-13", "15:00", "늦은 것"),
    ]  # fmt: skip


def test_later_times_of_a_repeat_are_there_and_named_by_their_day(core):
    made = core.tasks.add(
        TaskForm(title="재고", due_at="2026-05-11T10:00", repeat="FREQ=WEEKLY;BYDAY=MO")
    )
    core.tasks.snooze([made], "2026-05-13T18:00")
    assert found(core) == [
        ("2026-05-13", "18:00", "재고"), ("2026-05-18", "10:00", "재고"),
        ("2026-05-25", "10:00", "재고"),
    ]  # fmt: skip
    core.tasks.skip_on(made, "2026-05-18")
    own = core.tasks.take_out(made, "2026-05-25", "2026-05-26T11:00")
    entries = core.agenda.days(*MAY).entries
    assert [(e.what, e.on.isoformat(), e.task_id) for e in entries] == [
        ("task", "2026-05-13", made), ("task", "2026-05-26", own),
    ]  # fmt: skip
    june = core.agenda.days(date(2026, 6, 1), date(2026, 6, 7)).entries
    assert [(e.what, e.base.isoformat(), e.task_id) for e in june] == [
        ("occurrence", "2026-06-01", made)
    ]  # fmt: skip


def test_what_is_not_on_holidays_moves_in_the_calendar(core):
    core.tasks.add(
        TaskForm(title="월세", kind="pay", due_at="2026-04-25",
                 repeat="FREQ=MONTHLY;BYMONTHDAY=25;X-NOT-ON=DAYSOFF;X-MOVE=BEFORE")
    )  # fmt: skip
    days = [on for on, _time, _title in found(core, date(2026, 4, 1), date(2026, 9, 30))]
    # 25 April is a Saturday, 25 May a day off in place of Buddha's birthday, 26 July a Sunday.
    assert days == [
        "2026-04-24", "2026-05-22", "2026-06-25", "2026-07-24", "2026-08-25", "2026-09-23"
    ]  # fmt: skip


def test_birthdays_and_other_days_come_round_by_sun_and_moon(core):
    kim = add(core, "김민지", birthday="1990-05-16")
    core.important_dates.set_birthday(
        add(core, "이하은"), DateForm(kind="birthday", year=1980, month=4, day=1, lunar=True)
    )
    add(core, "박서연", birthday="--02-29")
    add(core, "모름", birthday="1991-05")
    core.important_dates.add(kim, DateForm(kind="anniversary", year=2020, month=5, day=20))
    entries = core.agenda.days(*MAY).entries
    assert [(e.what, e.contact, e.on.isoformat(), e.years) for e in entries] == [
        ("birthday", "김민지", "2026-05-16", 36), ("birthday", "이하은", "2026-05-17", 46),
        ("date", "김민지", "2026-05-20", 6),
    ]  # fmt: skip
    assert found(core, date(2026, 2, 1), date(2026, 2, 28)) == [("2026-02-28", "", "박서연")]
    core.contacts.trash([kim])
    assert found(core) == [("2026-05-17", "", "이하은")]


def test_of_many_birthdays_the_first_are_shown_and_all_are_counted(core):
    for n in range(8):
        add(core, f"손님 {n}", birthday="1990-05-16")
    agenda = core.agenda.days(*MAY)
    assert len(agenda.entries) == 5
    assert agenda.birthdays == {date(2026, 5, 16): 8}
    assert len(core.agenda.birthdays(date(2026, 5, 16))) == 8


def test_holidays_are_drawn_once_with_their_substitute_days(core):
    may = [(h.on.day, h.name, h.substitute) for h in core.agenda.days(*MAY).holidays]
    assert (5, "어린이날", False) in may
    assert (25, "부처님오신날 대체 휴일", True) in may
    both = core.agenda.holidays(date(2025, 5, 5), date(2025, 5, 5))
    assert [h.name for h in both] == ["부처님오신날, 어린이날"]
    core.settings.put(COUNTRY, "US")
    assert [h.on.day for h in core.agenda.holidays(*MAY)] == [25]
    core.settings.put(COUNTRY, "XX")
    assert core.agenda.holidays(*MAY) == ()


def test_promises_and_deliveries_stand_on_their_days(core):
    kim = add(core, "김민지")
    core.stages.plan(kim, "2026-05-14T15:00", "견적")
    core.sales.sell(
        SaleForm(lines=(LineForm(unit_price=50_000, description="꽃바구니"),), contact_id=kim,
                 handover="delivery", due_at="2026-05-15T11:00", recipient_name="박서연")
    )  # fmt: skip
    assert found(core) == [("2026-05-14", "15:00", "견적"), ("2026-05-15", "11:00", "박서연")]


def test_days_can_be_asked_of_some_people_alone(core):
    mine = core.store.actor_id
    core.tasks.add(TaskForm(title="내 일", due_at="2026-05-13"))
    core.tasks.add(TaskForm(title="누구나", due_at="2026-05-13", assignee_id=None))
    assert [t for *_x, t in found(core, assignee_ids=(mine,))] == ["내 일"]
    assert [t for *_x, t in found(core, assignee_ids=(0,))] == ["누구나"]


def test_too_many_days_at_once_are_a_bug(core):
    with pytest.raises(ValueError, match="2028"):
        core.agenda.days(date(2026, 1, 1), date(2028, 1, 1))


def test_home_tells_what_to_do_next(core, clock):
    kim = add(core, "김민지", birthday="1990-05-16")
    core.stages.put([kim], "slipping")
    lee = add(core, "이하은", birthday="1990-05-19")
    core.tasks.add(TaskForm(title="늦음", due_at="2026-05-10"))
    core.tasks.add(TaskForm(title="오늘", due_at="2026-05-12", contact_id=kim))
    asked = core.tasks.add(TaskForm(title="견적", contact_id=lee))
    core.tasks.wait(asked)
    core.stages.plan(lee, "2026-05-11")
    core.stay_in_touch.put("contact", kim, TouchForm(7, 14))
    since = "2026-05-12T00:20:00.000Z"
    clock.move(days=0, hours=1)
    core.interactions.log(InteractionForm(contact_ids=(lee,), kind="visit"))
    core.sales.sell(SaleForm(lines=(LineForm(unit_price=64_000, description="꽃"),)))
    home = core.agenda.home(since)
    assert [r.title for r in home.overdue] == ["늦음"]
    assert [r.title for r in home.tasks] == ["오늘"]
    assert home.counts["overdue"] == home.counts["today"] == home.counts["waiting"] == 1
    assert [(r.title, r.answered) for r in home.waiting] == [("견적", True)]
    assert [(e.contact, e.on.day) for e in home.birthdays] == [("김민지", 16)]
    assert home.birthdays_count == 1
    assert [(r.name, home.slipping_count) for r in home.slipping] == [("김민지", 1)]
    assert [e.contact for e in home.promised] == ["이하은"]
    assert home.out_of_touch_count == 0
    assert (home.happened.interactions, home.happened.sales_total) == (1, 64_000)
    assert (home.happened.sales, home.happened.contacts, home.happened.tasks_done) == (1, 2, 0)
    clock.move(days=8)
    home = core.agenda.home()
    assert home.happened is None
    assert [(r.name, r.level) for r in home.out_of_touch] == [("김민지", "amber")]
    assert [h.name for h in home.holidays] == ["부처님오신날", "부처님오신날 대체 휴일"]


def days_of(core, title, first=MAY[0], last=MAY[1]):
    return [
        (e.on.day, e.time, e.began, e.ends) for e in core.agenda.days(first, last).entries
        if e.title == title
    ]  # fmt: skip


def test_what_lasts_over_midnight_stands_on_each_of_its_days(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    add_task = core.tasks.add
    fair = add_task(TaskForm(title="박람회", due_at="2026-05-13T15:00", duration_min=43 * 60))
    add_task(TaskForm(title="당직", due_at="2026-05-31T20:00", duration_min=4 * 60))
    add_task(
        TaskForm(title="밤샘", due_at="2026-05-10T22:00", duration_min=300,
                 repeat="FREQ=WEEKLY;BYDAY=SU")
    )  # fmt: skip
    began, ends = "2026-05-13T15:00", "2026-05-15T10:00"
    assert days_of(core, "박람회") == [
        (13, "15:00", "", ends), (14, "", began, ends), (15, "", began, ends)
    ]  # fmt: skip
    # It ends at midnight: that day is none of it.
    assert days_of(core, "당직", last=date(2026, 6, 2)) == [(31, "20:00", "", "")]
    assert [day for day, *_ in days_of(core, "밤샘")] == [10, 11, 17, 18, 24, 25, 31]
    # Read from a day in its middle it is there too, of a repeat as of one.
    assert days_of(core, "박람회", date(2026, 5, 15)) == [(15, "", began, ends)]
    assert days_of(core, "밤샘", date(2026, 5, 18), date(2026, 5, 18)) == [
        (18, "", "2026-05-17T22:00", "2026-05-18T03:00")
    ]  # fmt: skip
    (part,) = [e for e in core.agenda.days(date(2026, 5, 15), MAY[1]).entries if e.began == began]
    assert (part.whole().on, part.whole().time) == (date(2026, 5, 13), "15:00")
    core.tasks.finish(fair)
    assert len(days_of(core, "박람회")) == 3


def test_an_appointment_lasts_its_minutes_while_clocks_are_set_forward_or_back(core):
    core.settings.put(TIME_ZONE, "Europe/Berlin")
    core.tasks.add(TaskForm(title="봄", due_at="2027-03-27T22:00", duration_min=6 * 60))
    core.tasks.add(TaskForm(title="가을", due_at="2026-10-24T22:30", duration_min=2 * 60 + 30))
    core.tasks.add(TaskForm(title="긴 밤", due_at="2026-10-25T00:30", duration_min=24 * 60))
    spring, autumn = date(2027, 3, 1), date(2026, 10, 1)
    assert days_of(core, "봄", spring, date(2027, 3, 31))[-1][3] == "2027-03-28T05:00"
    assert days_of(core, "가을", autumn, date(2026, 10, 31))[-1][3] == "2026-10-25T01:00"
    # A day of 25 hours holds it.
    assert days_of(core, "긴 밤", autumn, date(2026, 10, 31)) == [(25, "00:30", "", "")]
