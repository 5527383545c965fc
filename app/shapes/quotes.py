"""Quotes, as the screen and the paper see them; money in minor units, quantities in thousandths."""

from __future__ import annotations

from dataclasses import dataclass

STATUSES = ("draft", "sent", "accepted", "refused", "expired")


@dataclass(frozen=True, slots=True)
class QuoteLineForm:
    """One line of a quote; without a tax rate (thousandths) the product's holds, or the shop's."""

    name: str
    unit_price: int
    quantity: int = 1000
    discount: int = 0
    tax_rate: int | None = None
    product_id: int | None = None
    spec: str = ""
    unit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteForm:
    """What a quote offers; without a last day it is good for two weeks.

    `tax_added` tells whether tax comes on top of the prices; None is as the shop has it.
    """

    lines: tuple[QuoteLineForm, ...]
    discount: int = 0
    tax_added: bool | None = None
    valid_until: str = ""
    issued_on: str = ""
    recipient: str = ""
    note: str = ""
    terms: str = ""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One version of a quote; 'expired' is one that was sent and whose last day is over."""

    id: int
    deal_id: int
    deal: str
    contact_id: int | None
    contact: str
    contact_kind: str
    number: str
    version: int
    latest: bool
    status: str
    issued_on: str
    valid_until: str
    total: int
    currency: str
    sent_at: str
    decided_at: str


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line of a quote; `supply` and `tax` are what it comes to, less its part of a discount."""

    id: int
    product_id: int | None
    name: str
    spec: str
    unit: str
    quantity: int
    unit_price: int
    discount: int
    tax_rate: int
    supply: int
    tax: int
    total: int


@dataclass(frozen=True, slots=True)
class QuoteDetail:
    """One version whole; `supply` and `tax` of it are its total."""

    row: QuoteRow
    lines: tuple[QuoteLine, ...]
    discount: int
    tax_added: bool
    subtotal: int
    supply: int
    tax: int
    recipient: str
    note: str
    terms: str
    refused_note: str
    staff: str
