"""What the page and the dialogs of a deal are given of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.deal_board import DealBoardService
    from app.services.deals import DealService
    from app.services.files import FileService
    from app.services.interactions import InteractionService
    from app.services.lead_scores import LeadScoreService
    from app.services.pipelines import PipelineService
    from app.services.products import ProductService
    from app.services.staff import StaffService
    from app.services.task_lists import TaskListService


@dataclass(frozen=True, slots=True)
class DealDesk:
    """The services that deals are made and read with, and how the shop counts."""

    deals: DealService
    board: DealBoardService
    pipelines: PipelineService
    contacts: ContactService
    products: ProductService
    tasks: TaskListService
    interactions: InteractionService
    files: FileService
    scores: LeadScoreService
    staff: StaffService
    currency: Callable[[], str]
    tax: Callable[[], tuple[bool, int]]
