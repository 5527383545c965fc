"""How a plan of tasks goes on: which step comes next, and when it is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.shapes.tasks import StepRow

if TYPE_CHECKING:
    from db.models.task import Task
    from db.models.task_plan import PlanRun, TaskPlanStep
    from db.uow import UnitOfWork

RUNNING, DONE, STOPPED = "running", "done", "stopped"


def go_on(unit: UnitOfWork, task: Task, today: date) -> tuple[int | None, StepRow | None]:
    """Take a plan on after one of its tasks was closed.

    Returns the id of the task that was made for its next step, or the step that is offered.
    """
    if task.plan_run_id is None or task.plan_step_id is None:
        return None, None
    run = unit.task_plans.run(task.plan_run_id)
    if run.status != RUNNING:
        return None, None
    if any(other.closed_at is None for other in unit.tasks.of_run(run.id)):
        return None, None  # an earlier step is still to be done
    return take_step(unit, run, today)


def take_step(
    unit: UnitOfWork, run: PlanRun, today: date, *, accepted: bool = False
) -> tuple[int | None, StepRow | None]:
    """Make the task of the step that comes next, or return the step where it is only offered.

    Steps are due by the day of the plan, or by today: that of the step before.
    """
    steps = unit.task_plans.steps(run.plan_id, run.version)
    if run.position >= len(steps):
        run.status = DONE
        return None, None
    step = steps[run.position]
    if step.mode == "suggest" and not accepted:
        return None, step_row(step)
    anchor = today if step.after == "previous" else date.fromisoformat(run.anchor_on)
    due = (anchor + timedelta(days=step.offset_days)).isoformat()
    made = unit.tasks.add(
        contact_id=run.contact_id, sale_id=run.sale_id, title=step.title, kind=step.kind,
        due_at=f"{due}T{step.at_time}" if step.at_time else due, priority=step.priority,
        assignee_id=step.assignee_id, duration_min=step.duration_min, plan_run_id=run.id,
        plan_step_id=step.id, deal_id=run.deal_id,
    )  # fmt: skip
    run.position += 1
    return made.id, None


def stop(unit: UnitOfWork, run: PlanRun, now: str) -> None:
    """Stop a plan that is under way; what is still to be done of it is cancelled."""
    run.status = STOPPED
    for task in unit.tasks.of_run(run.id):
        if task.closed_at is None:
            task.status, task.closed_at, task.waiting_since = "cancelled", now, None


def step_row(step: TaskPlanStep) -> StepRow:
    """Return a step as the screen sees it."""
    return StepRow(
        step.id, step.title, step.kind, step.offset_days, step.after, step.mode,
        step.at_time or "", step.assignee_id, step.priority, step.duration_min,
    )  # fmt: skip
