"""What the pages of deals are given of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.deal_board import DealBoardService
    from app.services.deals import DealService
    from app.services.pipelines import PipelineService
    from app.services.staff import StaffService
    from app.services.task_plans import TaskPlanService


@dataclass(frozen=True, slots=True)
class PipelineDesk:
    """The services that show deals and move them."""

    pipelines: PipelineService
    deals: DealService
    board: DealBoardService
    staff: StaffService
    plans: TaskPlanService
    currency: Callable[[], str]
    today: Callable[[], date]  # by the shop's clock
