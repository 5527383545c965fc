"""What the page of goals is given of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.goals import GoalService
    from app.services.products import ProductService
    from app.services.staff import StaffService


@dataclass(frozen=True, slots=True)
class GoalDesk:
    """The services that keep goals, and what they may be about."""

    goals: GoalService
    staff: StaffService
    products: ProductService
    currency: Callable[[], str]
