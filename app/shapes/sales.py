"""Sales, as the screen sees them. Money is in minor units, quantities are in thousandths."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.shapes.passes import PassRow
from app.shapes.payments import PaidForm, PaymentRow

SORTS = ("sold_on", "total")


@dataclass(frozen=True, slots=True)
class LineForm:
    """One thing that is sold: a product, a text, or an amount alone.

    Without a tax rate (thousandths) the product's holds, or else the shop's.
    """

    unit_price: int
    product_id: int | None = None
    description: str = ""
    quantity: int = 1000
    discount: int = 0
    tax_rate: int | None = None


@dataclass(frozen=True, slots=True)
class SaleForm:
    """What somebody typed about a sale; without a moment it is now, without a currency the shop's.

    `due_at` is a date, or a date and a time of the shop's clock ('2026-05-16T15:00').
    """

    lines: tuple[LineForm, ...]
    contact_id: int | None = None
    sold_at: datetime | None = None
    discount: int = 0
    channel: str = ""
    payments: tuple[PaidForm, ...] = ()
    recipient_id: int | None = None
    recipient_name: str = ""
    recipient_phone: str = ""
    postcode: str = ""
    address: str = ""
    handover: str = ""  # 'delivery' or 'pickup'
    due_at: str = ""
    card_text: str = ""
    maker_note: str = ""
    note: str = ""
    cash_receipt: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class SaleFilter:
    """Which sales are meant; days include both ends, empty means any.

    `owed` alone: those for which something is owed. `due_first` and `due_last` are days of
    delivery or pick-up.
    """

    first: str = ""
    last: str = ""
    contact_ids: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()
    product_id: int | None = None
    category_id: int | None = None
    channel: str = ""
    source: str = ""
    staff_id: int | None = None
    text: str = ""
    owed: bool = False
    due_first: str = ""
    due_last: str = ""
    sort: Literal["sold_on", "total"] = "sold_on"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class SaleRow:
    """One line of a list of sales; `what` is its first line, `more` how many others there are.

    `status` is one of `SALE_STATES`; 'refund' is the row that gives another one back.
    """

    id: int
    number: str
    sold_on: str
    sold_at: str  # UTC, ISO 8601; '' where only the day is known
    contact_id: int | None
    contact: str
    what: str
    more: int
    total: int
    paid: int
    owed: int
    refunded: int
    status: str
    currency: str
    channel: str
    source: str
    staff: str
    refunds_id: int | None
    handover: str
    due_at: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of a sale; `refunded` is how much of the quantity has been given back."""

    id: int
    product_id: int | None
    name: str
    description: str
    quantity: int
    unit_price: int
    discount: int
    tax: int
    total: int
    refunded: int


@dataclass(frozen=True, slots=True)
class SaleDetail:
    """Everything about one sale."""

    row: SaleRow
    lines: tuple[LineRow, ...]
    payments: tuple[PaymentRow, ...]
    refunds: tuple[SaleRow, ...]
    subtotal: int
    discount: int
    tax: int
    tax_added: bool
    recipient_id: int | None
    recipient_name: str
    recipient_phone: str
    postcode: str
    address: str
    card_text: str
    maker_note: str
    note: str
    cash_receipt: str
    exchange_of_id: int | None


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line of a sale with what is told of the whole sale, as a file has it."""

    sale_id: int
    number: str
    sold_on: str
    sold_at: str
    status: str
    refunds_id: int | None
    contact_id: int | None
    contact: str
    phone: str
    code: str
    product: str
    category: str
    description: str
    quantity: int
    unit_price: int
    line_discount: int
    line_total: int
    discount: int
    tax: int
    total: int
    paid: int
    owed: int
    currency: str
    payments: tuple[tuple[str, int], ...]  # method, amount; what was given back is negative
    channel: str
    source: str
    external_key: str
    staff: str
    recipient: str
    recipient_phone: str
    postcode: str
    address: str
    handover: str
    due_at: str
    card_text: str
    maker_note: str
    note: str
    cash_receipt: str
    exchange_of_id: int | None
    line_id: int


@dataclass(frozen=True, slots=True)
class SaleTotals:
    """Sums over sales in the shop's currency, refunds taken off; `others` by their currencies."""

    count: int
    total: int
    refunded: int
    owed: int
    others: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PeriodTotal:
    """What was sold on a day ('2026-05-12') or in a month ('2026-05'), refunds taken off."""

    period: str
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class ItemTotal:
    """What was sold of a product or category, refunds taken off; None is what has none."""

    id: int | None
    name: str
    quantity: int
    total: int
    sales: int


@dataclass(frozen=True, slots=True)
class ItemSums:
    """What was sold, item by item, and what is in no item.

    The items, less the discounts of whole sales, with the tax on top, are what was sold in all.
    """

    items: tuple[ItemTotal, ...]
    discount: int
    tax_added: int


@dataclass(frozen=True, slots=True)
class Receivable:
    """What somebody owes, since when, and how old: to 30, 60, 90 days, and older."""

    contact_id: int | None
    name: str
    owed: int
    oldest_on: str
    ageing: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Favourite:
    """A product somebody buys: on how many sales, and how much in all."""

    product_id: int
    name: str
    times: int
    quantity: int


@dataclass(frozen=True, slots=True)
class PurchaseCard:
    """What somebody bought, owes and has left, in the shop's currency; None where nothing is.

    Days between visits are their median. `year` is of twelve months. The opening figures come
    from a list kept before Dangol and are in no other figure.
    """

    visits: int
    total: int
    average: int | None
    first_on: str
    last_on: str
    usual_gap: int | None
    year: int
    owed: int
    points: int
    passes: tuple[PassRow, ...]
    favourites: tuple[Favourite, ...]
    opening_total: int | None
    opening_visits: int | None
    currency: str
    others: tuple[tuple[str, int], ...] = ()
