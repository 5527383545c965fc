"""Tasks through the public door: added, moved, put off, finished, with what follows from that."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.errors import GoneError, InvalidInputError, Problem
from app.settings import TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.interactions import InteractionForm
from app.shapes.tasks import FinishForm, ItemForm, ReminderForm, TaskFilter, TaskForm
from app.task_forms import usual_reminders
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))


def counts(core, **wanted):
    return {s.section: s.count for s in core.task_lists.sections(TaskFilter(**wanted)) if s.count}


def row(core, task_id):
    return core.task_lists.get(task_id).row


def test_a_task_has_all_that_was_told(core, kim):
    made = core.tasks.add(
        TaskForm(
            title=" 꽃다발 값 묻기 ", kind="call", due_at="2026-05-13T15:00", contact_id=kim,
            priority=1, start_on="2026-05-12", note="작년과 같은 것", items=("값", "색"),
            reminders=(ReminderForm(before_min=10), ReminderForm(at="2026-05-13T08:00")),
        )
    )  # fmt: skip
    told = core.task_lists.get(made)
    assert (told.row.title, told.row.contact, told.row.due_at) == (
        "꽃다발 값 묻기", "김민지", "2026-05-13T15:00"
    )  # fmt: skip
    assert (told.row.assignee_id, told.row.status, told.note) == (
        core.store.actor_id, "open", "작년과 같은 것"
    )  # fmt: skip
    assert [(i.label, i.done) for i in told.items] == [("값", False), ("색", False)]
    assert [(r.before_min, r.rings_at) for r in told.reminders] == [
        (10, "2026-05-13T14:50"), (None, "2026-05-13T08:00"),
    ]  # fmt: skip
    assert core.care.check() == []


def test_sections_part_what_is_to_be_done_by_its_day(core, kim):
    days = {
        "2026-05-10": "overdue", "2026-05-11T23:59": "overdue", "2026-05-12": "today",
        "2026-05-12T08:00": "today", "2026-05-13": "tomorrow", "2026-05-14": "this_week",
        "2026-05-17T23:00": "this_week", "2026-05-18": "later", "": "someday",
    }  # fmt: skip
    made = {core.tasks.add(TaskForm(title=d or "?", due_at=d)): s for d, s in days.items()}
    assert counts(core) == {
        "overdue": 2, "today": 2, "tomorrow": 1, "this_week": 2, "later": 1, "someday": 1
    }  # fmt: skip
    for section in set(days.values()):
        listed = [r.id for r in core.task_lists.page(section)]
        assert listed == core.task_lists.ids(section)
        assert {made[i] for i in listed} == {section}
    assert [r.due_at for r in core.task_lists.page("today")] == ["2026-05-12", "2026-05-12T08:00"]


def test_on_a_sunday_tomorrow_is_not_this_week(core, clock):
    clock.move(days=5)
    core.tasks.add(TaskForm(title="a", due_at="2026-05-18"))
    core.tasks.add(TaskForm(title="b", due_at="2026-05-19"))
    assert counts(core) == {"tomorrow": 1, "later": 1}


def test_a_filter_asks_for_whom_what_and_whose(core, kim):
    mine = core.tasks.add(TaskForm(title="리본 100%", kind="buy", due_at="2026-05-12"))
    hers = core.tasks.add(
        TaskForm(title="전화", kind="call", contact_id=kim, assignee_id=None, due_at="2026-05-12")
    )

    def found(**wanted):
        return core.task_lists.ids("today", TaskFilter(**wanted))

    assert found(kinds=("buy",)) == [mine]
    assert found(assignee_ids=(0,)) == [hers]
    assert found(contact_ids=(kim,)) == [hers]
    assert found(text="100%") == [mine]
    assert found(text="민지") == [hers]
    assert found(appointments=True) == []
    assert sorted(found()) == sorted([mine, hers])


def test_moving_keeps_the_hour_where_that_is_asked(core):
    made = core.tasks.add(TaskForm(title="a", due_at="2026-05-10T15:00", start_on="2026-05-09"))
    core.tasks.move([made], "2026-05-20", keep_time=True)
    assert (row(core, made).due_at, row(core, made).start_on) == ("2026-05-20T15:00", "2026-05-19")
    core.tasks.move([made], "2026-05-20")
    assert row(core, made).due_at == "2026-05-20"
    core.tasks.to_today([made])
    assert row(core, made).due_at == "2026-05-12"
    assert row(core, made).snoozed == 0


def test_putting_off_is_counted_and_offered_by_the_hour(core, kim, clock):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    made = core.tasks.add(TaskForm(title="a", due_at="2026-05-12T11:00", contact_id=kim))
    offered = {c.key: c.at for c in core.tasks.snooze_choices(made)}
    assert offered == {
        "two_hours": "2026-05-12T11:20", "evening": "2026-05-12T18:00",
        "tomorrow": "2026-05-13T09:00", "next_week": "2026-05-18T09:00", "answer": "",
    }  # fmt: skip
    core.tasks.snooze([made], offered["tomorrow"])
    core.tasks.snooze([made], "2026-05-14")
    assert (row(core, made).due_at, row(core, made).snoozed) == ("2026-05-14", 2)
    clock.move(hours=13)  # 22:20
    assert [c.key for c in core.tasks.snooze_choices(made)] == ["tomorrow", "next_week", "answer"]
    clock.move(days=134)  # 23 September, the eve of Chuseok
    offered = {c.key: (c.at, c.holiday) for c in core.tasks.snooze_choices(made)}
    assert offered["after_holiday"] == ("2026-09-28", "2026-09-24")


def test_what_waits_for_an_answer_comes_back_with_it(core, kim, clock):
    made = core.tasks.add(TaskForm(title="견적", due_at="2026-05-12", contact_id=kim))
    core.tasks.wait(made)
    assert counts(core) == {"waiting": 1}
    assert not row(core, made).answered
    clock.move(hours=1)
    core.interactions.log(InteractionForm(contact_ids=(kim,), kind="call", outcome="no_answer"))
    assert not row(core, made).answered
    core.interactions.log(InteractionForm(contact_ids=(kim,), kind="call", outcome="talked"))
    assert row(core, made).answered
    core.tasks.move([made], "2026-05-13")
    assert counts(core) == {"tomorrow": 1}


def test_finishing_a_call_becomes_an_interaction_of_its_contact(core, kim):
    made = core.tasks.add(TaskForm(title="안부", kind="call", contact_id=kim, due_at="2026-05-12"))
    before = logical_dump(core.path)
    done = core.tasks.finish(made, FinishForm(result="토요일에 오신대요"))
    (entry,) = core.interactions.timeline(kim)
    assert (entry.id, entry.kind, entry.outcome) == (done.interaction_id, "call", "talked")
    assert entry.body == "안부 – 토요일에 오신대요"
    assert core.contacts.rows([kim])[kim].last_contact_at
    assert counts(core) == {"done_today": 1}
    assert (row(core, made).status, row(core, made).result) == ("done", "토요일에 오신대요")
    core.store.undo()
    assert logical_dump(core.path) == before
    assert core.care.check() == []


@pytest.mark.parametrize("result", ["", "부재중", "no answer"])
def test_an_unanswered_call_does_not_count_as_contact(core, kim, result):
    made = core.tasks.add(TaskForm(title="안부", kind="call", contact_id=kim))
    core.tasks.finish(made, FinishForm(result=result))
    assert [e.kind for e in core.interactions.timeline(kim)] == ["call"]
    assert not core.contacts.rows([kim])[kim].last_contact_at


def test_what_nobody_spoke_about_is_logged_only_with_a_result(core, kim):
    quiet = core.tasks.add(TaskForm(title="재고", kind="check", contact_id=kim))
    told = core.tasks.add(TaskForm(title="재고", kind="check", contact_id=kim))
    alone = core.tasks.add(TaskForm(title="재고", kind="call"))
    assert core.tasks.finish(quiet).interaction_id is None
    assert core.tasks.finish(alone, FinishForm(result="네")).interaction_id is None
    assert core.tasks.finish(told, FinishForm(result="없음", log=False)).interaction_id is None
    assert core.interactions.timeline(kim) == []


def test_making_a_task_is_no_contact(core, kim):
    core.tasks.add(TaskForm(title="안부", kind="call", contact_id=kim, due_at="2026-05-12"))
    assert not core.contacts.rows([kim])[kim].last_contact_at


def test_came_and_did_not_come_are_one_verb_each(core, kim):
    def appointment():
        return core.tasks.add(
            TaskForm(title="상담", kind="meeting", contact_id=kim, due_at="2026-05-12T10:00",
                     duration_min=60, place="가게")
        )  # fmt: skip

    absent, there = appointment(), appointment()
    core.tasks.no_show(absent)
    assert not core.contacts.rows([kim])[kim].last_contact_at
    core.tasks.came(there, "3월 예식")
    assert core.contacts.rows([kim])[kim].last_contact_at
    entries = core.interactions.timeline(kim)
    assert sorted((e.kind, e.outcome) for e in entries) == [
        ("meeting", "came"), ("meeting", "no_show")
    ]  # fmt: skip
    assert row(core, absent).status == "no_show"


def test_an_appointment_needs_an_hour_and_clashes_are_told(core, kim):
    with pytest.raises(InvalidInputError) as refused:
        core.tasks.add(TaskForm(title="상담", due_at="2026-05-12", duration_min=60))
    assert refused.value.problems == {"due_at": Problem.REQUIRED}
    me = core.store.actor_id
    made = core.tasks.add(TaskForm(title="상담", due_at="2026-05-12T10:00", duration_min=60))

    def clashes(due, minutes, but=None):
        return [r.id for r in core.task_lists.overlapping(me, due, minutes, but)]

    assert clashes("2026-05-12T10:30", 15) == [made]
    assert clashes("2026-05-12T09:30", 31) == [made]
    assert clashes("2026-05-12T09:30", 30) == clashes("2026-05-12T11:00", 30) == []
    assert clashes("2026-05-12T10:30", 15, made) == []
    core.tasks.lengthen(made, 120, "2026-05-12T23:00")
    assert clashes("2026-05-13T00:59", 1) == [made]
    core.tasks.cancel([made])
    assert clashes("2026-05-13T00:30", 10) == []


def test_a_checklist_is_ticked_and_goes_along(core):
    made = core.tasks.add(TaskForm(title="a", items=("하나",)))
    two = core.tasks.add_item(made, "둘")
    core.tasks.tick(two)
    assert (row(core, made).items, row(core, made).items_done) == (2, 1)
    core.tasks.tick(two, done=False)
    core.tasks.edit_item(two, "셋")
    assert [i.label for i in core.task_lists.get(made).items] == ["하나", "셋"]
    core.tasks.remove_item(two)
    assert row(core, made).items == 1


def test_a_task_is_changed_with_its_checklist_and_reminders_in_one_step(core):
    made = core.tasks.add(TaskForm(
        title="a", items=("하나", "둘", "셋"), due_at="2026-05-13T15:00",
        reminders=(ReminderForm(10), ReminderForm(60)),
    ))  # fmt: skip
    was = core.task_lists.get(made)
    one, _two, three = was.items
    form = TaskForm(title="b", due_at="2026-05-14T15:00")
    core.tasks.edit(
        made, form,
        items=(ItemForm("셋", True, three.id), ItemForm("넷"), ItemForm("처음", id=one.id)),
        reminders=(ReminderForm(60), ReminderForm(30)),
    )  # fmt: skip
    told = core.task_lists.get(made)
    assert [(i.label, i.done) for i in told.items] == [
        ("셋", True), ("넷", False), ("처음", False)
    ]  # fmt: skip
    assert [r.before_min for r in told.reminders] == [60, 30]
    with pytest.raises(InvalidInputError):
        core.tasks.edit(made, form, items=(ItemForm(" "),))
    core.tasks.edit(made, form)
    assert core.task_lists.get(made) == told
    core.history.undo()
    assert core.task_lists.get(made) == was
    assert core.care.check() == []


@pytest.mark.parametrize(
    ("due", "usual"),
    [("2026-05-12T15:00", [10]), ("2026-05-12T09:29", []), ("2026-05-12", []), ("", [])],
)
def test_one_is_reminded_of_an_hour_that_is_still_to_come(due, usual):
    now = datetime(2026, 5, 12, 9, 20, tzinfo=ZoneInfo("Asia/Seoul"))
    assert [form.before_min for form in usual_reminders(due, now)] == usual


def test_reminders_mean_the_same_when_the_hour_goes(core):
    made = core.tasks.add(
        TaskForm(title="a", due_at="2026-05-13T15:00", reminders=(ReminderForm(before_min=10),))
    )
    core.tasks.move([made], "2026-05-20")
    assert [r.rings_at for r in core.task_lists.get(made).reminders] == ["2026-05-20T09:00"]
    core.tasks.move([made], "2026-05-20T11:00")
    assert [r.rings_at for r in core.task_lists.get(made).reminders] == ["2026-05-20T10:50"]
    core.tasks.finish(made)
    assert [r.rings_at for r in core.task_lists.get(made).reminders] == [""]
    assert core.care.check() == []


def test_what_is_done_is_not_moved_or_done_again(core):
    made = core.tasks.add(TaskForm(title="a", due_at="2026-05-13"))
    core.tasks.finish(made)
    for verb in (core.tasks.finish, core.tasks.came, core.tasks.start):
        with pytest.raises(InvalidInputError):
            verb(made)
    with pytest.raises(InvalidInputError):
        core.tasks.move([made], "2026-05-14")
    core.tasks.reopen([made])
    core.tasks.move([made], "2026-05-14")
    assert row(core, made).due_at == "2026-05-14"


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (TaskForm(title="  "), "title"),
        (TaskForm(title="가" * 501), "title"),
        (TaskForm(title="a", kind="dance"), "kind"),
        (TaskForm(title="a", due_at="2026-02-30"), "due_at"),
        (TaskForm(title="a", due_at="2026-05-12T25:00"), "due_at"),
        (TaskForm(title="a", due_at="2026-05-12T10:00+09:00"), "due_at"),
        (TaskForm(title="a", start_on="gestern"), "start_on"),
        (TaskForm(title="a", priority=3), "priority"),
        (TaskForm(title="a", duration_min=0, due_at="2026-05-12T10:00"), "duration_min"),
        (TaskForm(title="a", repeat="FREQ=HOURLY"), "repeat"),
        (TaskForm(title="a", repeat="FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), "repeat"),
        (TaskForm(title="a", reminders=(ReminderForm(),)), "reminder"),
        (TaskForm(title="a", reminders=(ReminderForm(at="2026-05-12"),)), "reminder"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(core, form, field):
    with pytest.raises(InvalidInputError) as refused:
        core.tasks.add(form)
    assert list(refused.value.problems) == [field]
    assert counts(core) == {}


def test_the_next_task_of_a_contact_is_kept_and_proved(core, kim, heard):
    def known():
        with core.store.read() as unit:
            contact = unit.contacts.get(kim)
            return contact.next_task_at, contact.next_task_title, contact.next_task_kind

    late = core.tasks.add(TaskForm(title="b", contact_id=kim, due_at="2026-06-01", kind="buy"))
    assert known() == ("2026-06-01", "b", "buy")
    assert kim in heard[-1].edited["contact"]
    soon = core.tasks.add(TaskForm(title="a", contact_id=kim, due_at="2026-05-13", kind="call"))
    assert known() == ("2026-05-13", "a", "call")
    core.tasks.wait(soon)
    assert known() == ("2026-06-01", "b", "buy")
    core.tasks.finish(soon)
    core.tasks.remove([late])
    assert known() == (None, None, None)
    core.store.undo()
    assert known() == ("2026-06-01", "b", "buy")
    core.tasks.edit(late, TaskForm(title="c", due_at="2026-06-02"))
    assert known() == (None, None, None)
    assert core.care.check() == []


def test_tasks_of_a_contact_in_the_trash_are_in_no_list(core, kim):
    made = core.tasks.add(TaskForm(title="b", contact_id=kim, due_at="2026-05-12"))
    core.contacts.trash([kim])
    assert counts(core) == {}
    assert core.task_lists.page("today") == []
    core.contacts.restore([kim])
    assert core.task_lists.ids("today") == [made]


def test_tasks_come_back_from_the_trash(core):
    made = core.tasks.add(TaskForm(title="b", due_at="2026-05-12", items=("x",)))
    core.tasks.remove([made])
    with pytest.raises(GoneError):
        core.task_lists.get(made)
    assert [r.id for r in core.task_lists.trash(limit=10)] == [made]
    core.tasks.bring_back([made])
    assert row(core, made).items == 1


def test_a_merge_hands_tasks_over_and_an_unmerge_gives_them_back(core, kim):
    other = core.contacts.add(ContactForm(name="김민지 (새 번호)"))
    made = core.tasks.add(TaskForm(title="b", contact_id=other, due_at="2026-05-12"))
    before = logical_dump(core.path)
    merged = core.duplicates.merge(kim, other)
    assert [r.id for r in core.task_lists.of_contact(kim)] == [made]
    assert core.care.check() == []
    core.duplicates.unmerge(merged.change_set)
    assert logical_dump(core.path) == before
    assert core.care.check() == []


def test_erasing_somebody_leaves_nothing_of_their_tasks(core, kim, shop):
    core.tasks.add(
        TaskForm(title="비밀스러운 부탁", contact_id=kim, due_at="2026-05-12", note="쪽지글",
                 items=("목록글",), reminders=(ReminderForm(before_min=5),))
    )  # fmt: skip
    core.tasks.add(TaskForm(title="남는 일", due_at="2026-05-12"))
    core.erasure.erase(kim)
    core.close()
    left = shop.read_bytes()
    for text in ("비밀스러운 부탁", "쪽지글", "목록글", "김민지"):
        assert text.encode() not in left
    assert "남는 일".encode() in left


def test_history_says_it_in_sentences(core, kim):
    from app.words import sentence_of

    made = core.tasks.add(TaskForm(title="b", contact_id=kim, due_at="2026-05-12"))
    core.tasks.snooze([made], "2026-05-14")
    core.tasks.finish(made)
    said = [sentence_of(e.op, e.facts, "ko") for e in core.history.entries(limit=3)]
    assert said == [
        "김민지의 할 일을 끝냈어요", "김민지의 할 일을 미뤘어요", "김민지의 할 일을 넣었어요"
    ]  # fmt: skip


def test_finishing_many_is_one_step(core, kim):
    made = [core.tasks.add(TaskForm(title=str(n), due_at="2026-05-12")) for n in range(5)]
    assert [f.task_id for f in core.tasks.finish_many(made)] == made
    assert counts(core) == {"done_today": 5}
    core.store.undo()
    assert counts(core) == {"today": 5}


def test_a_task_of_a_sale_is_of_its_buyer(core, kim):
    from app.shapes.sales import LineForm, SaleForm

    sale = core.sales.sell(
        SaleForm(lines=(LineForm(unit_price=50_000, description="꽃다발"),), contact_id=kim)
    )
    made = core.tasks.add(TaskForm(title="배달", kind="deliver", sale_id=sale))
    assert row(core, made).contact_id == kim
    assert [r.id for r in core.task_lists.of_sale(sale)] == [made]


def test_the_shops_clock_goes_along_while_travelling(core, clock):
    core.settings.put(TIME_ZONE, "Pacific/Auckland")  # 12:20 there
    clock.now += timedelta(hours=12)  # 00:20 of the 13th there, 12:20 UTC
    core.tasks.add(TaskForm(title="a", due_at="2026-05-13"))
    core.tasks.add(TaskForm(title="b", due_at="2026-05-12"))
    assert counts(core) == {"today": 1, "overdue": 1}
