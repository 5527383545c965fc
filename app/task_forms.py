"""What somebody typed of a task, as it is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.errors import InvalidInputError, Problem
from app.holidays import off_days
from app.inputs import day_or_none, moment_or_none, require, required
from app.repeating import NotARuleError, Occurrence, Off, Rule, first_on
from app.settings import COUNTRY, DAY_REMINDER
from app.shapes.tasks import LOW, ME, URGENT, ItemForm, ReminderForm, TaskForm
from app.shop_clock import at_time, is_dated
from db.keys import clean
from db.kinds import TASK_KINDS

if TYPE_CHECKING:
    from db.models.task import Task
    from db.uow import UnitOfWork

TITLE_LIMIT = 500
LONGEST = 60 * 24 * 31  # minutes an appointment lasts at most
EARLIEST = 60 * 24 * 366  # minutes before a task that one is reminded at most
DAY = 60 * 24
DEFAULT = 10  # minutes before what has an hour


def columns(unit: UnitOfWork, form: TaskForm, actor_id: int | None, today: date) -> dict[str, Any]:
    """Return the columns a form fills; raises InvalidInputError for what cannot be kept.

    A repeat begins on the first of its days from the one that was told, or from today.
    """
    title = required(form.title, "title")
    require(len(title) <= TITLE_LIMIT, "title", Problem.TOO_LONG)
    require(form.kind in TASK_KINDS, "kind", Problem.NOT_A_CHOICE)
    require(LOW <= form.priority <= URGENT, "priority", Problem.NOT_A_CHOICE)
    due = moment_or_none(form.due_at, "due_at")
    if form.duration_min is not None:
        require(0 < form.duration_min <= LONGEST, "duration_min", Problem.NOT_A_NUMBER)
        require(due and not is_dated(due), "due_at")
    contact_id = form.contact_id
    if form.sale_id is not None:
        sold_to = unit.sales.get(form.sale_id).contact_id
        contact_id = sold_to if contact_id is None else contact_id
    if form.deal_id is not None:
        deal_with = unit.deals.get(form.deal_id).contact_id
        contact_id = deal_with if contact_id is None else contact_id
    if contact_id is not None:
        unit.contacts.get(contact_id)
    told = {
        "title": title, "kind": form.kind, "due_at": due,
        "start_on": day_or_none(form.start_on, "start_on"), "contact_id": contact_id,
        "sale_id": form.sale_id, "deal_id": form.deal_id, "priority": form.priority,
        "note": clean(form.note) or None,
        "assignee_id": actor_id if form.assignee_id == ME else form.assignee_id,
        "duration_min": form.duration_min, "place": clean(form.place) or None,
    }  # fmt: skip
    return told | repeats(unit, form.repeat, due, today)


def repeats(unit: UnitOfWork, text: str, due: str | None, today: date) -> dict[str, Any]:
    """Return the columns of a repeat; its first day replaces the one that was told."""
    if not clean(text):
        return dict.fromkeys(("repeat_rule", "repeat_start", "repeat_on", "repeat_except"))
    rule = read_rule(text)
    start = date.fromisoformat(due[:10]) if due else today
    first = _first(rule, start, off_of(unit, rule))
    require(first, "repeat", Problem.NOT_A_RULE)
    like = due or start.isoformat()
    return {
        "repeat_rule": rule.text, "repeat_start": start.isoformat(),
        "repeat_on": at_time(first.base, like) if first else None, "repeat_except": None,
        "due_at": at_time(first.on, like) if first else due,
    }  # fmt: skip


def _first(rule: Rule, start: date, off: Off | None) -> Occurrence | None:
    by_parts = rule.by_month or rule.by_month_day or rule.by_day or rule.by_year_day or rule.by_week
    if rule.from_done and not by_parts:  # the first is when it is told
        return Occurrence(start, start)
    return first_on(rule, start, off=off)


def read_rule(text: str) -> Rule:
    """Return a rule; raise InvalidInputError for a text that is none."""
    try:
        return Rule.read(text)
    except NotARuleError as error:
        raise InvalidInputError({"repeat": Problem.NOT_A_RULE}) from error


def off_of(unit: UnitOfWork, rule: Rule) -> Off | None:
    """Return what tells the days a rule is not to be on; None where it asks for none."""
    if not rule.not_on:
        return None
    return off_days(COUNTRY.of(unit.settings.all()), rule.not_on)


def reminders_of(forms: Iterable[ReminderForm]) -> list[tuple[int | None, str | None]]:
    """Return reminders as they are kept; raises InvalidInputError for what is no time."""
    wanted = []
    for form in forms:
        at = moment_or_none(form.at, "reminder")
        require((at is None) != (form.before_min is None), "reminder")
        require(at is None or not is_dated(at), "reminder", Problem.NOT_A_DATE)
        if form.before_min is not None:
            require(abs(form.before_min) <= EARLIEST, "reminder", Problem.NOT_A_NUMBER)
        wanted.append((form.before_min, at))
    return wanted


def usual_reminders(due_at: str, now: datetime) -> tuple[ReminderForm, ...]:
    """Return how one is reminded of a task where nothing is said: only of what has an hour."""
    if not due_at or is_dated(due_at):
        return ()
    rings = datetime.fromisoformat(due_at) - timedelta(minutes=DEFAULT)
    return (ReminderForm(DEFAULT),) if rings > now.replace(tzinfo=None) else ()


def keep_items(unit: UnitOfWork, task: Task, wanted: Sequence[ItemForm], now: str) -> None:
    """Let a checklist have these lines and no others, in this order."""
    labels = [required(form.label, "label") for form in wanted]
    there = {item.id: item for item in unit.tasks.items(task.id)}
    for item_id in there.keys() - {form.id for form in wanted}:
        unit.tasks.remove_item(item_id)
    for place, (form, label) in enumerate(zip(wanted, labels, strict=True)):
        item = there.get(form.id or 0)
        if item is None:
            item = unit.tasks.item(unit.tasks.add_item(task.id, label, place))
        item.label, item.position = label, place
        if form.done != bool(item.done_at):
            item.done_at = now if form.done else None


def settle_reminders(unit: UnitOfWork, task: Task, was_due: str | None) -> None:
    """Let reminders go on meaning what they meant when a task gets an hour, or loses it."""
    if not was_due or not task.due_at or is_dated(was_due) == is_dated(task.due_at):
        return
    morning = day_reminder(unit.settings.all())
    for reminder in unit.tasks.reminders(task.id):
        before = reminder.before_min
        if before is None:
            continue
        reminder.before_min = reminder_again(before, morning, dated=is_dated(task.due_at))


def reminder_again(before: int, morning: int, *, dated: bool) -> int:
    """Return what minutes before mean once a task has lost its hour (`dated`), or got one."""
    if dated:
        return morning + before // DAY * DAY
    return max(0, (before - morning) // DAY * DAY) or DEFAULT


def day_reminder(settings: Mapping[str, object]) -> int:
    """Return when one is reminded of a day without an hour: minutes before its midnight."""
    hour, _colon, minute = DAY_REMINDER.of(dict(settings)).partition(":")
    return -(int(hour) * 60 + int(minute)) if hour.isdecimal() and minute.isdecimal() else -9 * 60


def with_left_out(task: Task, days: Collection[date]) -> str | None:
    """Return the days a repeat leaves out, with these; as they are kept."""
    known = {day for day in (task.repeat_except or "").split(",") if day}
    return ",".join(sorted(known | {day.isoformat() for day in days})) or None


def left_out(text: str | None) -> frozenset[date]:
    """Return the days a repeat leaves out."""
    return frozenset(date.fromisoformat(day) for day in (text or "").split(",") if day)
