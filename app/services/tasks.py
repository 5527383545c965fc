"""What a user can do with tasks and appointments; `task_lists` reads them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.clock import Clock, stamp
from app.errors import Problem
from app.finishing import Desk, finish, roll
from app.inputs import day_or_none, moment_or_none, require, required
from app.ops import Op
from app.repeating import Rule
from app.shapes.tasks import (
    LOW,
    URGENT,
    Finished,
    FinishForm,
    ItemForm,
    ReminderForm,
    SnoozeChoice,
    TaskForm,
)
from app.shop_clock import at_time, is_dated, shop_now
from app.snoozing import choices
from app.store import Store
from app.task_forms import (
    LONGEST,
    columns,
    keep_items,
    left_out,
    reminders_of,
    repeats,
    settle_reminders,
    with_left_out,
)

if TYPE_CHECKING:
    from db.models.task import Task
    from db.uow import UnitOfWork

REPEAT = ("repeat_rule", "repeat_start", "repeat_on", "repeat_except")


class TaskService:
    """Tasks and what becomes of them; each write is one transaction and one undo step.

    Times are of the shop's clock: '2026-05-16', or '2026-05-16T15:00'.
    """

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def add(self, form: TaskForm) -> int:
        """Add a task; return its id. Raises InvalidInputError for what cannot be kept."""
        wanted = reminders_of(form.reminders)
        with self._store.action(Op.ADD_TASK) as unit:
            values = columns(unit, form, self._store.actor_id, self._today(unit))
            task = unit.tasks.add(**values)
            for label in form.items:
                unit.tasks.add_item(task.id, required(label, "label"))
            unit.tasks.set_reminders(task.id, wanted)
            return task.id

    def edit(
        self,
        task_id: int,
        form: TaskForm,
        *,
        items: Sequence[ItemForm] | None = None,
        reminders: Sequence[ReminderForm] | None = None,
    ) -> None:
        """Change a task; its checklist and its reminders too where they are given.

        Another rule, or another hour, holds for all times to come; another day for this one.
        """
        told = None if reminders is None else reminders_of(reminders)
        with self._store.action(Op.EDIT_TASK) as unit:
            task = unit.tasks.get(task_id)
            was_due, was_rule, was_on = task.due_at, task.repeat_rule, task.repeat_on
            values = columns(unit, form, self._store.actor_id, self._today(unit))
            if was_rule and values["repeat_rule"] == was_rule:
                due = moment_or_none(form.due_at, "due_at")
                require(due, "due_at")
                hour = at_time(date.fromisoformat((was_on or "")[:10]), due or "")
                kept = {name: getattr(task, name) for name in REPEAT}
                values |= {**kept, "due_at": due, "repeat_on": hour}
            for column, value in values.items():
                setattr(task, column, value)
            settle_reminders(unit, task, was_due)
            if told is not None:
                unit.tasks.set_reminders(task_id, told)
            if items is not None:
                keep_items(unit, task, items, stamp(self._now()))

    def repeat(self, task_id: int, rule: str) -> None:
        """Let a task repeat by a rule, from the day it is due on; '' lets it end with this one."""
        with self._store.action(Op.EDIT_TASK) as unit:
            task = unit.tasks.get(task_id)
            for column, value in repeats(unit, rule, task.due_at, self._today(unit)).items():
                setattr(task, column, value)

    def move(self, task_ids: Collection[int], due_at: str, *, keep_time: bool = False) -> None:
        """Make tasks due at another time, '' for none; a repeat goes on from where it was.

        With `keep_time` a day alone leaves them their hour.
        """
        due = moment_or_none(due_at, "due_at")
        with self._store.action(Op.MOVE_TASKS, count=len(task_ids)) as unit:
            for task in _open(unit, task_ids):
                kept = keep_time and due and is_dated(due) and task.due_at
                _put(unit, task, at_time(date.fromisoformat(due or ""), task.due_at or "")
                     if kept else due)  # fmt: skip

    def to_today(self, task_ids: Collection[int]) -> None:
        """Make tasks due today; what has an hour keeps it."""
        with self._store.action(Op.MOVE_TASKS, count=len(task_ids)) as unit:
            today = self._today(unit)
            for task in _open(unit, task_ids):
                _put(unit, task, at_time(today, task.due_at or ""))

    def lengthen(self, task_id: int, duration_min: int, due_at: str = "") -> None:
        """Give an appointment another length, and another beginning where one is told."""
        require(0 < duration_min <= LONGEST, "duration_min", Problem.NOT_A_NUMBER)
        due = moment_or_none(due_at, "due_at")
        with self._store.action(Op.LENGTHEN_TASK) as unit:
            (task,) = _open(unit, [task_id])
            require(not is_dated(due or task.due_at or ""), "due_at")
            task.duration_min = duration_min
            if due:
                _put(unit, task, due)

    def assign(self, task_ids: Collection[int], staff_id: int | None) -> None:
        """Give tasks to somebody who works here, or to nobody."""
        with self._store.action(Op.ASSIGN_TASKS, count=len(task_ids)) as unit:
            for task_id in task_ids:
                unit.tasks.get(task_id).assignee_id = staff_id

    def prioritise(self, task_ids: Collection[int], priority: int) -> None:
        """Say how much tasks matter, from LOW to URGENT."""
        require(LOW <= priority <= URGENT, "priority", Problem.NOT_A_CHOICE)
        with self._store.action(Op.PRIORITISE_TASKS, count=len(task_ids)) as unit:
            for task_id in task_ids:
                unit.tasks.get(task_id).priority = priority

    def start(self, task_id: int) -> None:
        """Say that somebody is at a task now."""
        with self._store.action(Op.START_TASK) as unit:
            (task,) = _open(unit, [task_id])
            task.status, task.waiting_since = "doing", None

    def wait(self, task_id: int) -> None:
        """Put a task off until its contact answers."""
        with self._store.action(Op.WAIT_TASK) as unit:
            (task,) = _open(unit, [task_id])
            require(task.contact_id, "contact")
            task.status, task.waiting_since = "waiting", stamp(self._now())
            task.snooze_count += 1

    def snooze(self, task_ids: Collection[int], at: str) -> None:
        """Put tasks off to a day or a time, and count how often that was done."""
        due = moment_or_none(at, "due_at")
        require(due, "due_at")
        with self._store.action(Op.SNOOZE_TASKS, count=len(task_ids)) as unit:
            for task in _open(unit, task_ids):
                _put(unit, task, due)
                task.snooze_count += 1

    def snooze_choices(self, task_id: int) -> list[SnoozeChoice]:
        """Return what a task can be put off to, at this hour."""
        with self._store.read() as unit:
            task, settings = unit.tasks.get(task_id), unit.settings.all()
            return choices(
                shop_now(self._now(), settings), task.due_at or "", settings,
                answers=task.contact_id is not None,
            )  # fmt: skip

    def finish(self, task_id: int, form: FinishForm | None = None) -> Finished:
        """Finish a task; return what became of it and what comes next.

        What was spoken with a contact becomes an interaction; of other kinds if a result is told.
        """
        with self._store.action(Op.FINISH_TASK) as unit:
            task = unit.tasks.get(task_id)
            return finish(unit, task, form or FinishForm(), self._desk(), "done")

    def finish_many(self, task_ids: Sequence[int]) -> list[Finished]:
        """Finish tasks at once, as each would be alone."""
        with self._store.action(Op.FINISH_TASKS, count=len(task_ids)) as unit:
            return [
                finish(unit, unit.tasks.get(i), FinishForm(), self._desk(), "done")
                for i in task_ids
            ]

    def came(self, task_id: int, result: str = "") -> Finished:
        """Say that they came to an appointment."""
        with self._store.action(Op.CAME) as unit:
            form = FinishForm(result=result, outcome="came")
            return finish(unit, unit.tasks.get(task_id), form, self._desk(), "done")

    def no_show(self, task_id: int, result: str = "") -> Finished:
        """Say that they did not come to an appointment: that is no contact."""
        with self._store.action(Op.NO_SHOW) as unit:
            form = FinishForm(result=result, outcome="no_show")
            return finish(unit, unit.tasks.get(task_id), form, self._desk(), "no_show")

    def reopen(self, task_ids: Collection[int]) -> None:
        """Open tasks again; a repeat goes on with the one that came after it."""
        with self._store.action(Op.REOPEN_TASKS, count=len(task_ids)) as unit:
            for task_id in task_ids:
                task = unit.tasks.get(task_id)
                task.status, task.closed_at, task.waiting_since = "open", None, None
                for column in REPEAT:
                    setattr(task, column, None)

    def cancel(self, task_ids: Collection[int], result: str = "") -> None:
        """Give tasks up, a repeat with all its times to come."""
        with self._store.action(Op.CANCEL_TASKS, count=len(task_ids)) as unit:
            for task in _open(unit, task_ids):
                task.status, task.closed_at = "cancelled", stamp(self._now())
                task.waiting_since, task.result = None, result.strip() or None

    # Repeats

    def skip(self, task_id: int) -> int | None:
        """Leave this time of a repeat out; return the id of the next, None where it has ended."""
        with self._store.action(Op.SKIP_TASK) as unit:
            (task,) = _open(unit, [task_id])
            require(task.repeat_rule, "repeat")
            task.status, task.closed_at, task.waiting_since = "cancelled", stamp(self._now()), None
            return roll(unit, task, self._desk())[0]

    def skip_on(self, task_id: int, on: str) -> None:
        """Leave a later time of a repeat out; `on` is its day by the rule."""
        with self._store.action(Op.SKIP_TASK) as unit:
            self._leave_out(unit, task_id, on)

    def take_out(self, task_id: int, on: str, due_at: str) -> int:
        """Make a later time of a repeat a task of its own, due at another time; return its id."""
        due = moment_or_none(due_at, "due_at")
        require(due, "due_at")
        with self._store.action(Op.TAKE_OUT_TASK) as unit:
            task = self._leave_out(unit, task_id, on)
            made = unit.tasks.add(
                contact_id=task.contact_id, sale_id=task.sale_id, deal_id=task.deal_id,
                title=task.title,
                kind=task.kind, due_at=due, priority=task.priority, note=task.note,
                assignee_id=task.assignee_id, duration_min=task.duration_min, place=task.place,
            )  # fmt: skip
            for item in unit.tasks.items(task.id):
                unit.tasks.add_item(made.id, item.label, item.position)
            unit.tasks.set_reminders(
                made.id,
                [(r.before_min, None) for r in unit.tasks.reminders(task.id) if r.at is None],
            )
            return made.id

    def end_repeat(self, task_id: int, last: str = "") -> None:
        """Let a repeat end with this time, or with the last one up to a day."""
        until = day_or_none(last, "last")
        with self._store.action(Op.END_REPEAT) as unit:
            (task,) = _open(unit, [task_id])
            require(task.repeat_rule, "repeat")
            if until is None or until <= (task.repeat_on or ""):
                for column in REPEAT:
                    setattr(task, column, None)
            else:
                rule = Rule.read(task.repeat_rule or "")
                task.repeat_rule = replace(rule, until=date.fromisoformat(until), count=None).text

    def _leave_out(self, unit: UnitOfWork, task_id: int, on: str) -> Task:
        (task,) = _open(unit, [task_id])
        day = date.fromisoformat(day_or_none(on, "on") or (task.repeat_on or "")[:10])
        require(task.repeat_rule and day.isoformat() > (task.repeat_on or "")[:10], "repeat")
        require(day not in left_out(task.repeat_except), "repeat")
        task.repeat_except = with_left_out(task, [day])
        return task

    # Checklist and reminders

    def add_item(self, task_id: int, label: str) -> int:
        """Add a line to a task's checklist; return its id."""
        told = required(label, "label")
        with self._store.action(Op.EDIT_CHECKLIST) as unit:
            return unit.tasks.add_item(unit.tasks.get(task_id).id, told)

    def tick(self, item_id: int, *, done: bool = True) -> None:
        """Tick a line of a checklist, or take the tick back."""
        with self._store.action(Op.EDIT_CHECKLIST) as unit:
            unit.tasks.item(item_id).done_at = stamp(self._now()) if done else None

    def edit_item(self, item_id: int, label: str) -> None:
        """Change the words of a line of a checklist."""
        told = required(label, "label")
        with self._store.action(Op.EDIT_CHECKLIST) as unit:
            unit.tasks.item(item_id).label = told

    def remove_item(self, item_id: int) -> None:
        """Take a line off a checklist."""
        with self._store.action(Op.EDIT_CHECKLIST) as unit:
            unit.tasks.remove_item(item_id)

    def set_reminders(self, task_id: int, wanted: Sequence[ReminderForm]) -> None:
        """Remind of a task at these times and no others."""
        told = reminders_of(wanted)
        with self._store.action(Op.SET_REMINDERS) as unit:
            unit.tasks.set_reminders(unit.tasks.get(task_id).id, told)

    def remove(self, task_ids: Collection[int]) -> None:
        """Put tasks in the trash."""
        with self._store.action(Op.REMOVE_TASKS, count=len(task_ids)) as unit:
            unit.tasks.put_in_trash(task_ids)

    def bring_back(self, task_ids: Collection[int]) -> None:
        """Bring tasks back from the trash."""
        with self._store.action(Op.RESTORE_TASKS, count=len(task_ids)) as unit:
            unit.tasks.take_from_trash(task_ids)

    def _today(self, unit: UnitOfWork) -> date:
        return shop_now(self._now(), unit.settings.all()).date()

    def _desk(self) -> Desk:
        return Desk(self._store.actor_id, self._now())


def _open(unit: UnitOfWork, task_ids: Collection[int]) -> list[Task]:
    """Return tasks to change; raise InvalidInputError if one was done or cancelled."""
    tasks = [unit.tasks.get(task_id) for task_id in task_ids]
    require(all(task.closed_at is None for task in tasks), "task")
    return tasks


def _put(unit: UnitOfWork, task: Task, due: str | None) -> None:
    """Make a task due at another time; its start goes along, and it waits no longer."""
    require(due or not task.repeat_rule, "due_at")
    require(task.duration_min is None or (due and not is_dated(due)), "due_at")
    was = task.due_at
    if task.start_on and was and due:
        days = (date.fromisoformat(due[:10]) - date.fromisoformat(was[:10])).days
        task.start_on = (date.fromisoformat(task.start_on) + timedelta(days=days)).isoformat()
    task.due_at = due
    if task.status == "waiting":
        task.status, task.waiting_since = "open", None
    settle_reminders(unit, task, was)
