"""Sales, what was on them, and what was paid for them."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import HANDOVERS, METHODS
from db.models.base import Record, derived, one_of
from db.models.contact import LEDGERED

_LINES = "FROM sale_line l WHERE l.sale_id = sale.id AND l.deleted_at IS NULL"
SUBTOTAL = f"coalesce((SELECT sum(l.total) {_LINES}), 0)"
TAX = f"coalesce((SELECT sum(l.tax) {_LINES}), 0)"
TOTAL = "subtotal - discount + iif(tax_added, tax, 0)"
PAID = (
    "coalesce((SELECT sum(p.amount) FROM payment p"
    " WHERE p.sale_id = sale.id AND p.deleted_at IS NULL), 0)"
)
REFUNDED = (
    "coalesce((SELECT -sum(r.total) FROM sale r WHERE r.refunds_id = sale.id"
    " AND r.deleted_at IS NULL AND r.cancelled_at IS NULL), 0)"
)
OWED = "iif(refunds_id IS NULL AND cancelled_at IS NULL, total - refunded - paid, 0)"
STATUS = (
    "CASE WHEN cancelled_at IS NOT NULL THEN 'cancelled'"
    " WHEN refunds_id IS NOT NULL OR total < 0 THEN 'refund'"
    " WHEN refunded > 0 AND refunded >= total THEN 'refunded' WHEN owed <= 0 THEN 'paid'"
    " WHEN paid > 0 THEN 'partial' ELSE 'open' END"
)


class Sale(Record):
    """One purchase, or the row that gives one back (`refunds_id`, its lines negative).

    One from elsewhere may give back what is in no book: negative, without a sale it refunds.

    Money is in minor units of `currency`. `sold_on` is the shop's own day, `sold_at` the moment
    in UTC where it is known. One from elsewhere has an id made of `source` and `external_key`.
    `tax_added` tells whether tax comes on top of the prices or is inside them.
    """

    __tablename__ = "sale"
    __table_args__ = (
        one_of("handover", *HANDOVERS),
        CheckConstraint("tax_added IN (0, 1)", name="tax_added_known"),
        CheckConstraint("refunds_id <> id", name="not_itself"),
        CheckConstraint("date(sold_on) IS sold_on", name="day_exists"),
        # What the list, the days and the sums of a month read without touching the rows.
        Index(
            "ix_sale_sold", "sold_on", "sold_at", "id", "currency", "cancelled_at", "status",
            "total", "owed", "tax_added", "contact_id", "staff_id", "subtotal",
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_sale_contact", "contact_id", "sold_on", "deleted_at", "cancelled_at", "currency",
            "status", "total", "owed", sqlite_where=text("contact_id IS NOT NULL"),
        ),
        Index("ix_sale_owed", "owed", "id", sqlite_where=text("owed <> 0")),
        Index("ix_sale_due", "due_at", "id", sqlite_where=text("due_at IS NOT NULL")),
        Index("ix_sale_refunds", "refunds_id", sqlite_where=text("refunds_id IS NOT NULL")),
        Index(
            "ix_sale_exchange", "exchange_of_id", sqlite_where=text("exchange_of_id IS NOT NULL")
        ),
        Index("ix_sale_recipient", "recipient_id", sqlite_where=text("recipient_id IS NOT NULL")),
        Index(
            "ix_sale_external", "external_key", "source",
            sqlite_where=text("external_key IS NOT NULL"),
        ),
        Index("ix_sale_deal", "deal_id", sqlite_where=text("deal_id IS NOT NULL")),
        Index("ix_sale_deleted", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL")),
        LEDGERED,
    )  # fmt: skip

    # First, so that it is first in the ledger, where it is looked for.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    number: Mapped[str | None] = mapped_column(default=None)
    source: Mapped[str] = mapped_column(default="desk", server_default="desk")
    external_key: Mapped[str | None] = mapped_column(default=None)
    sold_on: Mapped[str] = mapped_column()
    sold_at: Mapped[str | None] = mapped_column(default=None)
    channel: Mapped[str | None] = mapped_column(default=None)
    currency: Mapped[str] = mapped_column()
    discount: Mapped[int] = mapped_column(default=0, server_default="0")
    tax_added: Mapped[int] = mapped_column(default=0, server_default="0")
    cancelled_at: Mapped[str | None] = mapped_column(default=None)
    refunds_id: Mapped[int | None] = mapped_column(ForeignKey("sale.id"), default=None)
    exchange_of_id: Mapped[int | None] = mapped_column(ForeignKey("sale.id"), default=None)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    recipient_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    recipient_name: Mapped[str | None] = mapped_column(default=None)
    recipient_phone: Mapped[str | None] = mapped_column(default=None)
    postcode: Mapped[str | None] = mapped_column(default=None)
    address: Mapped[str | None] = mapped_column(default=None)
    handover: Mapped[str | None] = mapped_column(default=None)
    due_at: Mapped[str | None] = mapped_column(default=None)  # as `Contact.next_contact_at`
    card_text: Mapped[str | None] = mapped_column(default=None)
    maker_note: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    cash_receipt: Mapped[str | None] = mapped_column(default=None)
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"), default=None)
    subtotal: Mapped[int] = mapped_column(
        default=0, server_default="0", info=derived(SUBTOTAL, summed=True)
    )
    tax: Mapped[int] = mapped_column(default=0, server_default="0", info=derived(TAX, summed=True))
    total: Mapped[int] = mapped_column(
        default=0, server_default="0", info=derived(TOTAL, summed=True)
    )
    paid: Mapped[int] = mapped_column(
        default=0, server_default="0", info=derived(PAID, summed=True)
    )
    refunded: Mapped[int] = mapped_column(
        default=0, server_default="0", info=derived(REFUNDED, summed=True)
    )
    owed: Mapped[int] = mapped_column(
        default=0, server_default="0", info=derived(OWED, summed=True)
    )
    status: Mapped[str] = mapped_column(
        default="open", server_default="open", info=derived(STATUS, summed=True)
    )


class SaleLine(Record):
    """One thing on a sale; `quantity` is in thousandths.

    `total` is quantity times unit price, less the line's discount. Without a description it is
    called what its product is called.
    """

    __tablename__ = "sale_line"
    __table_args__ = (
        Index("ix_sale_line_sale", "sale_id", "deleted_at", "product_id", "quantity", "total",
              "tax"),
        Index("ix_sale_line_product", "product_id", "sale_id",
              sqlite_where=text("product_id IS NOT NULL")),
        Index("ix_sale_line_refunds", "refunds_line_id",
              sqlite_where=text("refunds_line_id IS NOT NULL")),
        LEDGERED,
    )  # fmt: skip

    sale_id: Mapped[int] = mapped_column(ForeignKey("sale.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), default=None)
    description: Mapped[str | None] = mapped_column(default=None)
    quantity: Mapped[int] = mapped_column(default=1000, server_default="1000")
    unit_price: Mapped[int] = mapped_column()
    discount: Mapped[int] = mapped_column(default=0, server_default="0")
    tax: Mapped[int] = mapped_column(default=0, server_default="0")
    total: Mapped[int] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    cost: Mapped[int | None] = mapped_column(default=None)
    refunds_line_id: Mapped[int | None] = mapped_column(ForeignKey("sale_line.id"), default=None)


class Payment(Record):
    """Money for a sale; negative where it was given back, also that of a refund."""

    __tablename__ = "payment"
    __table_args__ = (
        one_of("method", *METHODS),
        CheckConstraint("amount <> 0", name="something"),
        CheckConstraint("date(paid_on) IS paid_on", name="day_exists"),
        Index("ix_payment_sale", "sale_id", "deleted_at", "amount"),
        Index("ix_payment_paid", "paid_on", "method", "amount",
              sqlite_where=text("deleted_at IS NULL")),
        LEDGERED,
    )  # fmt: skip

    sale_id: Mapped[int] = mapped_column(ForeignKey("sale.id"))
    amount: Mapped[int] = mapped_column()
    method: Mapped[str] = mapped_column()
    paid_on: Mapped[str] = mapped_column()
    paid_at: Mapped[str | None] = mapped_column(default=None)
    reference: Mapped[str | None] = mapped_column(default=None)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)


class DayClose(Record):
    """What was in the till when a day ended; its id is made of the day."""

    __tablename__ = "day_close"
    __table_args__ = (Index("ix_day_close_day", "day"), LEDGERED)

    day: Mapped[str] = mapped_column()
    closed_at: Mapped[str] = mapped_column()
    note: Mapped[str | None] = mapped_column(default=None)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)


class DayCount(Record):
    """One way of payment on such a day: what the book said and what was counted."""

    __tablename__ = "day_count"
    __table_args__ = (
        one_of("method", *METHODS, "owed"),
        Index("ix_day_count_close", "day_close_id"),
        LEDGERED,
    )

    day_close_id: Mapped[int] = mapped_column(ForeignKey("day_close.id"))
    method: Mapped[str] = mapped_column()
    expected: Mapped[int] = mapped_column()
    counted: Mapped[int] = mapped_column()
