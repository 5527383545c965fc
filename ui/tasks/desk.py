"""What the pages of tasks are given of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.agenda import AgendaService
    from app.services.contacts import ContactService
    from app.services.staff import StaffService
    from app.services.task_lists import TaskListService
    from app.services.tasks import TaskService


@dataclass(frozen=True, slots=True)
class TaskDesk:
    """The services that plan and finish what is to be done."""

    tasks: TaskService
    lists: TaskListService
    agenda: AgendaService
    contacts: ContactService
    staff: StaffService
    now: Callable[[], datetime]  # by the shop's clock
