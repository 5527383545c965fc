"""What the pages of sales are given of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.day_closes import DayCloseService
    from app.services.loyalty import LoyaltyService
    from app.services.passes import PassService
    from app.services.payments import PaymentService
    from app.services.products import ProductService
    from app.services.sale_lists import SaleListService
    from app.services.sales import SaleService


@dataclass(frozen=True, slots=True)
class Till:
    """The services that sell and take money, and how they count."""

    contacts: ContactService
    products: ProductService
    sales: SaleService
    lists: SaleListService
    payments: PaymentService
    passes: PassService
    loyalty: LoyaltyService
    day_closes: DayCloseService
    currency: Callable[[], str]
    tax: Callable[[], tuple[bool, int]]  # whether it comes on top of prices, and its usual rate
