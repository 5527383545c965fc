"""Plans of tasks, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass

from app.shapes.tasks import NORMAL, StepRow


@dataclass(frozen=True, kw_only=True, slots=True)
class StepForm:
    """One step: due so many days after the plan's day (negative: before it) or the step before.

    `mode` 'create' makes its task by itself, 'suggest' offers it.
    """

    title: str
    kind: str = "other"
    offset_days: int = 0
    after: str = "anchor"  # or 'previous'
    mode: str = "create"
    at_time: str = ""  # '15:00'
    assignee_id: int | None = None
    priority: int = NORMAL
    duration_min: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanForm:
    """A plan: `anchor` tells whether its day is the one it starts or the one it ends on."""

    name: str
    steps: tuple[StepForm, ...]
    anchor: str = "start"
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan; `running` tells how often it is under way."""

    id: int
    name: str
    anchor: str
    version: int
    steps: int
    running: int
    note: str
    retired: bool


@dataclass(frozen=True, slots=True)
class PlanDetail:
    """A plan with the steps of its present version."""

    row: PlanRow
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class RunRow:
    """A plan under way, or one that was."""

    id: int
    plan_id: int
    plan: str
    contact_id: int | None
    contact: str
    sale_id: int | None
    anchor_on: str
    status: str  # 'running', 'done' or 'stopped'
    done: int
    steps: int
