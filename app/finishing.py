"""What follows when a task is finished: the interaction, the next of a repeat, the next step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from app.clock import stamp
from app.inputs import require
from app.quick_line import read_line
from app.repeating import Occurrence, Rule, after_done, between, next_after
from app.shapes.interactions import OUTCOMES
from app.shapes.tasks import Finished, FinishForm
from app.shop_clock import at_time, is_dated, shop_now
from app.task_forms import left_out, off_of
from app.task_steps import go_on
from db.keys import clean

if TYPE_CHECKING:
    from db.models.task import Task
    from db.uow import UnitOfWork

# As what a finished task stands on a contact's timeline; others only if something is told.
SPOKEN = {"call": "call", "visit": "visit", "message": "text", "meeting": "meeting"}
FACE_TO_FACE = ("visit", "meeting")
NOT_FORGOTTEN = "pay"  # a bill that was missed is due all the same


@dataclass(frozen=True, slots=True)
class Desk:
    """Who is at the desk, and what time it is."""

    actor_id: int | None
    now: datetime


def finish(unit: UnitOfWork, task: Task, form: FinishForm, desk: Desk, status: str) -> Finished:
    """Close a task: log it with its contact, make what comes next; `status` says how it ended."""
    require(not form.outcome or form.outcome in OUTCOMES, "outcome")
    require(task.closed_at is None, "task")
    told = clean(form.result)
    task.status, task.closed_at, task.waiting_since = status, stamp(desk.now), None
    task.result = told or None
    task.interaction_id = _log(unit, task, form, desk) if form.log else None
    next_id, missed = roll(unit, task, desk)
    made, suggested = go_on(unit, task, shop_now(desk.now, unit.settings.all()).date())
    return Finished(task.id, task.interaction_id, next_id or made, missed, suggested)


def _log(unit: UnitOfWork, task: Task, form: FinishForm, desk: Desk) -> int | None:
    told = clean(form.result)
    if task.contact_id is None or (task.kind not in SPOKEN and not told and not form.outcome):
        return None
    kind = SPOKEN.get(task.kind, "other")
    if form.outcome in ("came", "no_show") and kind not in FACE_TO_FACE:
        kind = "visit"
    happened = form.happened_at or desk.now
    outcome = form.outcome or _outcome(told, kind, happened)
    unit.contacts.get(task.contact_id)
    return unit.interactions.add(
        (task.contact_id,), kind=kind, outcome=outcome, direction="out" if kind == "call" else None,
        two_way=int(OUTCOMES[outcome] if outcome else kind in FACE_TO_FACE),
        body=f"{task.title} – {told}" if told else task.title, staff_id=desk.actor_id,
        happened_at=stamp(happened), duration_min=task.duration_min,
    )  # fmt: skip


def _outcome(told: str, kind: str, happened: datetime) -> str | None:
    """Return what a line about a call says came of it; that they talked, if it says anything."""
    if kind != "call" or not told:
        return None
    found = read_line(told, happened.date()).outcome
    return found.code if found else "talked"


def roll(unit: UnitOfWork, task: Task, desk: Desk) -> tuple[int | None, int]:
    """Make the next of a repeat; return its id, if there is one, and how many were left out.

    Times whose days are over are left out, but for bills: those come one by one.
    """
    if not task.repeat_rule or not task.repeat_on:
        return None, 0
    rule = Rule.read(task.repeat_rule)
    today = shop_now(desk.now, unit.settings.all()).date()
    base, start = date.fromisoformat(task.repeat_on[:10]), _start(task)
    off = off_of(unit, rule)
    missed = 0
    if rule.from_done:
        found = None if rule.count == 1 else after_done(rule, today, off=off)
        rule = replace(rule, count=rule.count - 1) if rule.count else rule
        start = today
    else:
        out = left_out(task.repeat_except)
        found = next_after(rule, start, base, off=off, leave_out=out)
        if found and found.on < today and task.kind != NOT_FORGOTTEN:
            over = between(
                rule, start, base + timedelta(days=1), today - timedelta(days=1), off=off,
                leave_out=out,
            )  # fmt: skip
            missed = len(over)
            found = next_after(rule, start, today - timedelta(days=1), off=off, leave_out=out)
    if found is None:
        return None, missed
    return _next(unit, task, rule, start, found), missed


def _start(task: Task) -> date:
    return date.fromisoformat((task.repeat_start or task.repeat_on or "")[:10])


def _next(unit: UnitOfWork, task: Task, rule: Rule, start: date, found: Occurrence) -> int:
    like = task.repeat_on or ""
    due = at_time(found.on, like)
    days = (found.on - date.fromisoformat((task.due_at or due)[:10])).days
    start_on = None
    if task.start_on:
        start_on = (date.fromisoformat(task.start_on) + timedelta(days=days)).isoformat()
    made = unit.tasks.add(
        contact_id=task.contact_id, sale_id=task.sale_id, deal_id=task.deal_id,
        title=task.title, kind=task.kind, due_at=due, start_on=start_on, priority=task.priority,
        assignee_id=task.assignee_id, note=task.note, duration_min=task.duration_min,
        place=task.place, repeat_rule=rule.text, repeat_start=start.isoformat(),
        repeat_on=at_time(found.base, like), repeat_except=task.repeat_except,
        series_id=task.series_id or task.id,
    )  # fmt: skip
    for item in unit.tasks.items(task.id):
        unit.tasks.add_item(made.id, item.label, item.position)
    again: list[tuple[int | None, str | None]] = []
    for reminder in unit.tasks.reminders(task.id):
        at = reminder.at
        if at and not is_dated(at):
            moved = datetime.fromisoformat(at) + timedelta(days=days)
            at = moved.isoformat(timespec="minutes")
        again.append((reminder.before_min, at))
    unit.tasks.set_reminders(made.id, again)
    return made.id
