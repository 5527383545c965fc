"""What the page of task plans is given of the shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.staff import StaffService
    from app.services.task_plans import TaskPlanService


@dataclass(frozen=True, slots=True)
class PlanDesk:
    """The services that keep plans and start them."""

    plans: TaskPlanService
    staff: StaffService
