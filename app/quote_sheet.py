"""What stands on a quote when it is on paper, whatever the paper is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from app.amounts import ONE, line_total, shares, tax_of
from app.exchange.values.money import as_text
from app.supplier import Supplier

if TYPE_CHECKING:
    from app.shapes.quotes import QuoteDetail, QuoteLineForm

COMPANY = "company"  # the kind of contacts that are spoken to as a body


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One thing that is offered; `total` is `supply` and `tax` together.

    `share` is what is taken off for its part in the discount of the whole.
    """

    name: str
    description: str
    quantity: int  # thousandths
    unit: str
    unit_price: int
    discount: int
    share: int
    tax_rate: int  # thousandths
    supply: int
    tax: int

    @property
    def total(self) -> int:
        """Return what is to be paid for it."""
        return self.supply + self.tax


@dataclass(frozen=True, slots=True)
class QuoteSheet:
    """A quote as it is handed over; money is in minor units of its currency."""

    number: str
    made_on: str
    valid_until: str
    customer: str
    customer_kind: str
    title: str
    lines: tuple[SheetLine, ...]
    tax_added: bool
    currency: str
    note: str
    supplier: Supplier

    @property
    def supply(self) -> int:
        """Return what it comes to without tax."""
        return sum(line.supply for line in self.lines)

    @property
    def tax(self) -> int:
        """Return the tax of all lines."""
        return sum(line.tax for line in self.lines)

    @property
    def total(self) -> int:
        """Return what is to be paid."""
        return self.supply + self.tax

    @property
    def discount(self) -> int:
        """Return what is taken off the whole."""
        return sum(line.share for line in self.lines)

    @property
    def honour(self) -> str:
        """Return what follows the name of whom it is for, in Korean."""
        return "귀중" if self.customer_kind == COMPANY else "귀하"


def sheet_of(
    detail: QuoteDetail, supplier: Supplier, *, customer_kind: str = "", version: bool = True
) -> QuoteSheet:
    """Return a quote as it goes on paper; later versions tell which one they are."""
    row = detail.row
    taken_off = shares(detail.discount, [line.total for line in detail.lines])
    number = f"{row.number}-{row.version}" if version and row.version > 1 else row.number
    return QuoteSheet(
        number=number,
        made_on=row.issued_on,
        valid_until=row.valid_until,
        customer=detail.recipient or row.contact,
        customer_kind=customer_kind,
        title=row.deal,
        lines=tuple(
            SheetLine(
                name=line.name, description=line.spec, quantity=line.quantity, unit=line.unit,
                unit_price=line.unit_price, discount=line.discount, share=share,
                tax_rate=line.tax_rate or 0, supply=line.supply, tax=line.tax,
            )
            for line, share in zip(detail.lines, taken_off, strict=True)
        ),
        tax_added=detail.tax_added,
        currency=row.currency,
        note="\n\n".join(part for part in (detail.note, detail.terms) if part),
        supplier=supplier,
    )  # fmt: skip


def sums_of(
    lines: Sequence[QuoteLineForm], discount: int, *, tax_added: bool, rate: int
) -> tuple[int, int]:
    """Return what lines come to without tax, and their tax; `rate` holds where a line has none."""
    totals = [line_total(line.quantity, line.unit_price, line.discount) for line in lines]
    supply = tax = 0
    for line, total, less in zip(lines, totals, shares(discount, totals), strict=True):
        usual = rate if line.tax_rate is None else line.tax_rate
        part = tax_of(total - less, usual, added=tax_added)
        tax += part
        supply += total - less - (0 if tax_added else part)
    return supply, tax


def amount_text(minor: int, currency: str) -> str:
    """Return an amount with separators and without a sign of its currency, for columns."""
    return f"{Decimal(as_text(minor, currency)):,}".replace("-", "−")


def quantity_text(quantity: int) -> str:
    """Return how many of something, in thousandths, as people write it."""
    whole, part = divmod(quantity, ONE)
    return f"{whole:,}" if not part else f"{Decimal(quantity).scaleb(-3).normalize():,f}"
