"""Plans of tasks on disk, and where they are under way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.contact import Contact
from db.models.task import Task
from db.models.task_plan import PlanRun, TaskPlan, TaskPlanStep

RUNNING = "running"


class TaskPlanRepository:
    """Plans, their steps by version, and their runs; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, steps: Iterable[Mapping[str, Any]], **values: Any) -> int:
        """Add a plan with its steps; return its id."""
        plan = TaskPlan(id=self._ids.next(), version=1, **values)
        self._session.add(plan)
        self._session.flush()
        self._add_steps(plan, steps)
        return plan.id

    def new_version(self, plan: TaskPlan, steps: Iterable[Mapping[str, Any]]) -> None:
        """Give a plan other steps; what is under way keeps those it began with."""
        plan.version += 1
        self._add_steps(plan, steps)

    def _add_steps(self, plan: TaskPlan, steps: Iterable[Mapping[str, Any]]) -> None:
        self._session.add_all(
            TaskPlanStep(
                id=self._ids.next(), plan_id=plan.id, version=plan.version, position=place, **step
            )
            for place, step in enumerate(steps)
        )
        self._session.flush()

    def get(self, plan_id: int) -> TaskPlan:
        """Return the plan to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(TaskPlan, plan_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("task_plan", plan_id)
        return found

    def all(self, *, retired: bool) -> Sequence[tuple[TaskPlan, int, int]]:
        """Return (plan, its steps, how often it is under way) by name."""
        steps = (
            select(func.count())
            .where(TaskPlanStep.plan_id == TaskPlan.id, TaskPlanStep.version == TaskPlan.version)
            .scalar_subquery()
        )
        running = (
            select(func.count())
            .where(
                PlanRun.plan_id == TaskPlan.id,
                PlanRun.status == RUNNING,
                PlanRun.deleted_at.is_(None),
            )
            .scalar_subquery()
        )
        query = select(TaskPlan, steps, running).where(TaskPlan.deleted_at.is_(None))
        if not retired:
            query = query.where(TaskPlan.retired_at.is_(None))
        found = self._session.execute(query.order_by(TaskPlan.name, TaskPlan.id))
        return [(a, b, c) for a, b, c in found]

    def steps(self, plan_id: int, version: int) -> Sequence[TaskPlanStep]:
        """Return the steps of one version of a plan, in their order."""
        query = select(TaskPlanStep).where(
            TaskPlanStep.plan_id == plan_id,
            TaskPlanStep.version == version,
            TaskPlanStep.deleted_at.is_(None),
        )
        return self._session.scalars(query.order_by(TaskPlanStep.position)).all()

    def begin(self, plan: TaskPlan, **values: Any) -> PlanRun:
        """Put a plan under way; return its run."""
        run = PlanRun(id=self._ids.next(), plan_id=plan.id, version=plan.version, **values)
        self._session.add(run)
        self._session.flush()
        return run

    def under_way(self, plan_id: int, contact_ids: Collection[int]) -> set[int]:
        """Return those of these contacts that a plan is under way for."""
        query = select(PlanRun.contact_id).where(
            PlanRun.plan_id == plan_id, PlanRun.status == RUNNING, PlanRun.deleted_at.is_(None)
        )
        return {i for i in self._session.scalars(query) if i is not None} & set(contact_ids)

    def run(self, run_id: int) -> PlanRun:
        """Return the run to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(PlanRun, run_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("plan_run", run_id)
        return found

    def runs(self, contact_id: int | None, sale_id: int | None) -> Sequence[tuple[Any, ...]]:
        """Return (run, plan's name, contact's name, tasks done, steps), the newest first."""
        done = (
            select(func.count())
            .where(
                Task.plan_run_id == PlanRun.id,
                Task.closed_at.is_not(None),
                Task.deleted_at.is_(None),
            )
            .scalar_subquery()
        )
        steps = (
            select(func.count())
            .where(TaskPlanStep.plan_id == PlanRun.plan_id, TaskPlanStep.version == PlanRun.version)
            .scalar_subquery()
        )
        query = (
            select(PlanRun, TaskPlan.name, func.coalesce(Contact.name, ""), done, steps)
            .join(TaskPlan, TaskPlan.id == PlanRun.plan_id)
            .outerjoin(Contact, Contact.id == PlanRun.contact_id)
            .where(PlanRun.deleted_at.is_(None), Contact.deleted_at.is_(None))
            .order_by(PlanRun.status != RUNNING, PlanRun.id.desc())
        )
        if contact_id is not None:
            query = query.where(PlanRun.contact_id == contact_id)
        if sale_id is not None:
            query = query.where(PlanRun.sale_id == sale_id)
        return [tuple(row) for row in self._session.execute(query)]
