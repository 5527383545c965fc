"""What quotes are given of the shop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.quote_sheet import COMPANY, QuoteSheet, sheet_of
from app.settings import TAX_ADDED, TAX_RATE
from app.shapes.quotes import QuoteDetail, QuoteForm, QuoteLineForm, QuoteRow
from app.supplier import Supplier, supplier_of
from ui.quotes.dialog import Draft

if TYPE_CHECKING:
    from app.services.deal_board import DealBoardService
    from app.services.pipelines import PipelineService
    from app.services.products import ProductService
    from app.services.quotes import QuoteService
    from app.services.settings import SettingService


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote that is shown, and what stands beside it."""

    detail: QuoteDetail
    versions: Sequence[QuoteRow]
    supplier: Supplier
    customer_kind: str = ""  # of the contact it is for

    @property
    def sheet(self) -> QuoteSheet:
        """The quote as it goes on paper."""
        return sheet_of(self.detail, self.supplier, customer_kind=self.customer_kind)


@dataclass(frozen=True, slots=True)
class QuoteDesk:
    """The services behind quotes; what reads here is for other threads."""

    quotes: QuoteService
    board: DealBoardService
    pipelines: PipelineService
    products: ProductService
    settings: SettingService

    def read(self, quote_id: int) -> Shown:
        """Return a quote, its versions and who makes it."""
        detail = self.quotes.get(quote_id)
        rows = self.quotes.of_deal(detail.row.deal_id)
        versions = [row for row in rows if row.number == detail.row.number]
        deal = self.board.rows([detail.row.deal_id]).get(detail.row.deal_id)
        firm = deal is not None and bool(deal.company) and detail.recipient == deal.company
        kind = COMPANY if firm else detail.row.contact_kind
        return Shown(detail, versions, supplier_of(self.settings.get), kind)

    def draft(self, form: QuoteForm, currency: str) -> Draft:
        """Return what the form of a quote begins with."""
        added, rate = self.settings.get(TAX_ADDED), self.settings.get(TAX_RATE)
        return Draft(form, currency, added, rate, self.products.all())


def form_of(detail: QuoteDetail) -> QuoteForm:
    """Return a quote as its form shows it."""
    return QuoteForm(
        lines=tuple(
            QuoteLineForm(
                name=line.name, unit_price=line.unit_price, quantity=line.quantity,
                discount=line.discount, tax_rate=line.tax_rate, product_id=line.product_id,
                spec=line.spec, unit=line.unit,
            )
            for line in detail.lines
        ),
        discount=detail.discount,
        tax_added=detail.tax_added,
        valid_until=detail.row.valid_until,
        issued_on=detail.row.issued_on,
        recipient=detail.recipient,
        note=detail.note,
        terms=detail.terms,
    )  # fmt: skip
