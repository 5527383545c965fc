"""What one line of a sale, a deal or a quote comes to, before what is taken off the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.amounts import MOST_MONEY, MOST_QUANTITY, ONE, line_total
from app.errors import Problem
from app.inputs import require

if TYPE_CHECKING:
    from db.models.product import Product
    from db.uow import UnitOfWork


class Line(Protocol):
    """A line as it was typed."""

    @property
    def product_id(self) -> int | None: ...  # noqa: D102
    @property
    def quantity(self) -> int: ...  # noqa: D102
    @property
    def unit_price(self) -> int: ...  # noqa: D102
    @property
    def discount(self) -> int: ...  # noqa: D102
    @property
    def tax_rate(self) -> int | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class LinePrice:
    """What a line comes to, the rate of its tax, and the product it is of."""

    product: Product | None
    total: int
    rate: int


def price_of(unit: UnitOfWork, line: Line, usual: int) -> LinePrice:
    """Return what a line comes to; raise InvalidInputError for what cannot be sold so.

    Its tax is at the rate it tells, else at its product's, else at the `usual` one.
    """
    product = None if line.product_id is None else unit.products.get(line.product_id)
    require(line.quantity > 0, "quantity", Problem.NOT_A_NUMBER)
    require(line.quantity <= MOST_QUANTITY, "quantity", Problem.TOO_MUCH)
    require(line.unit_price >= 0, "unit_price", Problem.NOT_MONEY)
    gross = line_total(line.quantity, line.unit_price)
    require(max(line.unit_price, gross) <= MOST_MONEY, "unit_price", Problem.TOO_MUCH)
    require(0 <= line.discount <= gross, "discount", Problem.NOT_MONEY)
    told = (line.tax_rate, product.tax_rate if product else None)
    rate = next((rate for rate in told if rate is not None), usual)
    require(0 <= rate <= ONE, "tax_rate", Problem.NOT_A_NUMBER)
    return LinePrice(product, gross - line.discount, rate)
