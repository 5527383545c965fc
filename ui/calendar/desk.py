"""What the calendar is given of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.agenda import AgendaService
    from app.services.deals import DealService
    from app.services.interactions import InteractionService
    from app.services.sales import SaleService
    from app.services.staff import StaffService
    from app.services.tasks import TaskService


@dataclass(frozen=True, slots=True)
class CalendarDesk:
    """The services that know what days hold, and move what can be moved."""

    agenda: AgendaService
    tasks: TaskService
    interactions: InteractionService  # what was promised
    sales: SaleService  # deliveries
    staff: StaffService
    deals: DealService
    now: Callable[[], datetime]  # by the shop's clock
