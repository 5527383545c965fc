"""What a user can do with plans of tasks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from app.clock import Clock, stamp
from app.errors import Problem
from app.inputs import day_or_none, require, required
from app.jobs import Ticket
from app.ops import Op
from app.shapes.task_plans import PlanDetail, PlanForm, PlanRow, RunRow, StepForm
from app.shapes.tasks import LOW, URGENT, StepRow
from app.shop_clock import shop_now
from app.store import Store
from app.task_steps import step_row, stop, take_step
from db.keys import clean
from db.kinds import PLAN_ANCHORS, STEP_AFTER, STEP_MODES, TASK_KINDS

if TYPE_CHECKING:
    from db.models.task_plan import PlanRun
    from db.uow import UnitOfWork

FARTHEST = 3660  # days between a plan's day and a step
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


class TaskPlanService:
    """Plans and where they are under way; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def add(self, form: PlanForm) -> int:
        """Add a plan; return its id."""
        values, steps = _values(form)
        with self._store.action(Op.ADD_PLAN, name=values["name"]) as unit:
            return unit.task_plans.add(steps, **values)

    def edit(self, plan_id: int, form: PlanForm) -> None:
        """Change a plan; what is under way keeps the steps it began with."""
        values, steps = _values(form)
        with self._store.action(Op.EDIT_PLAN, name=values["name"]) as unit:
            plan = unit.task_plans.get(plan_id)
            for column, value in values.items():
                setattr(plan, column, value)
            unit.task_plans.new_version(plan, steps)

    def retire(self, plan_id: int) -> None:
        """Offer a plan no more; what is under way goes on."""
        with self._store.action(Op.RETIRE_PLAN) as unit:
            plan = unit.task_plans.get(plan_id)
            plan.retired_at = stamp(self._now())
            unit.changes.add_facts(name=plan.name)

    def restore(self, plan_id: int) -> None:
        """Offer a plan again."""
        with self._store.action(Op.RESTORE_PLAN) as unit:
            plan = unit.task_plans.get(plan_id)
            plan.retired_at = None
            unit.changes.add_facts(name=plan.name)

    def all(self, *, retired: bool = False) -> list[PlanRow]:
        """Return the plans by name, the retired ones only if they are asked for."""
        with self._store.read() as unit:
            return _rows(unit, retired=retired)

    def get(self, plan_id: int) -> PlanDetail:
        """Return a plan with its steps; raise GoneError if it is not there."""
        with self._store.read() as unit:
            plan = unit.task_plans.get(plan_id)
            row = next(row for row in _rows(unit, retired=True) if row.id == plan_id)
            steps = unit.task_plans.steps(plan_id, plan.version)
            return PlanDetail(row, tuple(map(step_row, steps)))

    def run(
        self,
        plan_id: int,
        contact_id: int | None = None,
        sale_id: int | None = None,
        anchor_on: str = "",
    ) -> int:
        """Put a plan under way and make its first task; return the id of the run.

        `anchor_on` is the day it starts or ends, by default today. A first step that is only
        offered waits until it is accepted.
        """
        told = day_or_none(anchor_on, "anchor_on")
        with self._store.action(Op.RUN_PLAN) as unit:
            plan = unit.task_plans.get(plan_id)
            if sale_id is not None and contact_id is None:
                contact_id = unit.sales.get(sale_id).contact_id
            if contact_id is not None:
                unit.contacts.get(contact_id)
            run = unit.task_plans.begin(
                plan, contact_id=contact_id, sale_id=sale_id,
                anchor_on=told or self._today(unit).isoformat(),
            )  # fmt: skip
            unit.changes.add_facts(name=plan.name)
            take_step(unit, run, self._today(unit))
            return run.id

    def run_many(
        self, plan_id: int, contact_ids: Sequence[int], anchor_on: str, ticket: Ticket
    ) -> int:
        """Put a plan under way for each contact that has it not yet, in one step; return how many.

        `anchor_on` is as for `run`.
        """
        told = day_or_none(anchor_on, "anchor_on")
        with self._store.action(Op.RUN_PLANS) as unit:
            plan, today = unit.task_plans.get(plan_id), self._today(unit)
            has = unit.task_plans.under_way(plan_id, contact_ids)
            missing = [i for i in dict.fromkeys(contact_ids) if i not in has]
            for place, contact_id in enumerate(missing):
                ticket.advance(place, len(missing))
                run = unit.task_plans.begin(
                    plan, contact_id=contact_id, anchor_on=told or today.isoformat()
                )
                take_step(unit, run, today)
            unit.changes.add_facts(name=plan.name, count=len(missing))
            return len(missing)

    def under_way(self, plan_id: int, contact_ids: Collection[int]) -> int:
        """Return for how many of these contacts a plan is under way."""
        with self._store.read() as unit:
            return len(unit.task_plans.under_way(plan_id, contact_ids))

    def runs(self, contact_id: int | None = None, sale_id: int | None = None) -> list[RunRow]:
        """Return what is under way and what was, the newest first."""
        with self._store.read() as unit:
            return [
                RunRow(
                    run.id, run.plan_id, plan, run.contact_id, contact, run.sale_id,
                    run.anchor_on, run.status, done, steps,
                )
                for run, plan, contact, done, steps in unit.task_plans.runs(contact_id, sale_id)
            ]  # fmt: skip

    def suggested(self, run_id: int) -> StepRow | None:
        """Return the step that is offered now; None where there is none."""
        with self._store.read() as unit:
            run = unit.task_plans.run(run_id)
            steps = unit.task_plans.steps(run.plan_id, run.version)
            busy = any(task.closed_at is None for task in unit.tasks.of_run(run_id))
            if run.status != "running" or busy or run.position >= len(steps):
                return None
            return step_row(steps[run.position])

    def accept(self, run_id: int) -> int | None:
        """Make the task of the step that is offered; return its id, None where none is left."""
        with self._store.action(Op.ACCEPT_STEP) as unit:
            run = _running(unit, run_id)
            return take_step(unit, run, self._today(unit), accepted=True)[0]

    def pass_over(self, run_id: int) -> StepRow | None:
        """Leave the step that is offered out and go on; return the next that is offered."""
        with self._store.action(Op.PASS_OVER_STEP) as unit:
            run = _running(unit, run_id)
            run.position += 1
            return take_step(unit, run, self._today(unit))[1]

    def stop(self, run_id: int) -> None:
        """Stop a plan that is under way; what is still to be done of it is cancelled."""
        with self._store.action(Op.STOP_PLAN) as unit:
            run = _running(unit, run_id)
            stop(unit, run, stamp(self._now()))
            unit.changes.add_facts(name=unit.task_plans.get(run.plan_id).name)

    def _today(self, unit: UnitOfWork) -> date:
        return shop_now(self._now(), unit.settings.all()).date()


def _running(unit: UnitOfWork, run_id: int) -> PlanRun:
    run = unit.task_plans.run(run_id)
    require(run.status == "running", "plan")
    return run


def _rows(unit: UnitOfWork, *, retired: bool) -> list[PlanRow]:
    return [
        PlanRow(
            plan.id, plan.name, plan.anchor, plan.version, steps, running, plan.note or "",
            bool(plan.retired_at),
        )
        for plan, steps, running in unit.task_plans.all(retired=retired)
    ]  # fmt: skip


def _values(form: PlanForm) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    require(form.anchor in PLAN_ANCHORS, "anchor", Problem.NOT_A_CHOICE)
    require(form.steps, "steps")
    name = required(form.name, "name")
    return (
        {"name": name, "anchor": form.anchor, "note": clean(form.note) or None},
        [_step(step) for step in form.steps],
    )


def _step(form: StepForm) -> dict[str, Any]:
    require(form.kind in TASK_KINDS, "kind", Problem.NOT_A_CHOICE)
    require(form.after in STEP_AFTER and form.mode in STEP_MODES, "steps", Problem.NOT_A_CHOICE)
    require(abs(form.offset_days) <= FARTHEST, "offset_days", Problem.NOT_A_NUMBER)
    require(form.after == "anchor" or form.offset_days >= 0, "offset_days", Problem.NOT_A_NUMBER)
    require(LOW <= form.priority <= URGENT, "priority", Problem.NOT_A_CHOICE)
    time = clean(form.at_time)
    require(not time or _TIME.fullmatch(time), "at_time", Problem.NOT_A_DATE)
    require(form.duration_min is None or (time and form.duration_min > 0), "at_time")
    return {
        "title": required(form.title, "title"), "kind": form.kind,
        "offset_days": form.offset_days, "after": form.after, "mode": form.mode,
        "at_time": time or None, "assignee_id": form.assignee_id, "priority": form.priority,
        "duration_min": form.duration_min,
    }  # fmt: skip
