"""Quotes: what a deal was offered for, on paper; what was sent is never changed."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import QUOTE_STATES
from db.models.base import STRICT, Base, Record, one_of
from db.models.contact import LEDGERED


class Quote(Record):
    """One version of a quote; versions of one have its number.

    Sums are those of the paper: prices of products that change later do not change them.
    """

    __tablename__ = "quote"
    __table_args__ = (
        one_of("status", *QUOTE_STATES),
        CheckConstraint("date(issued_on) IS issued_on", name="day_exists"),
        CheckConstraint("date(valid_until) IS valid_until", name="last_day_exists"),
        CheckConstraint("tax_added IN (0, 1)", name="tax_added_known"),
        Index("ix_quote_deal", "deal_id", "deleted_at"),
        Index("ix_quote_number", "year", "sequence", "version"),
        Index("ix_quote_contact", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        Index("ix_quote_deleted", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL")),
        LEDGERED,
    )

    # First, so that it is first in the ledger, where it is looked for.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"))
    number: Mapped[str] = mapped_column()
    year: Mapped[int] = mapped_column()
    sequence: Mapped[int] = mapped_column()
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    status: Mapped[str] = mapped_column(default="draft", server_default="draft")
    issued_on: Mapped[str] = mapped_column()
    valid_until: Mapped[str | None] = mapped_column(default=None)
    currency: Mapped[str] = mapped_column()
    tax_added: Mapped[int] = mapped_column(default=0, server_default="0")
    discount: Mapped[int] = mapped_column(default=0, server_default="0")
    subtotal: Mapped[int] = mapped_column(default=0, server_default="0")
    tax: Mapped[int] = mapped_column(default=0, server_default="0")
    total: Mapped[int] = mapped_column(default=0, server_default="0")
    recipient: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    terms: Mapped[str | None] = mapped_column(default=None)
    sent_at: Mapped[str | None] = mapped_column(default=None)
    decided_at: Mapped[str | None] = mapped_column(default=None)
    refused_note: Mapped[str | None] = mapped_column(default=None)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)


class QuoteLine(Record):
    """One line of a quote, with the product's name as it was."""

    __tablename__ = "quote_line"
    __table_args__ = (Index("ix_quote_line_quote", "quote_id", "deleted_at"), LEDGERED)

    quote_id: Mapped[int] = mapped_column(ForeignKey("quote.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), default=None)
    name: Mapped[str] = mapped_column()
    spec: Mapped[str | None] = mapped_column(default=None)
    unit: Mapped[str | None] = mapped_column(default=None)
    quantity: Mapped[int] = mapped_column(default=1000, server_default="1000")
    unit_price: Mapped[int] = mapped_column()
    discount: Mapped[int] = mapped_column(default=0, server_default="0")
    tax_rate: Mapped[int] = mapped_column(default=0, server_default="0")
    tax: Mapped[int] = mapped_column(default=0, server_default="0")
    total: Mapped[int] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class QuoteSeries(Base):
    """The last number of a year's quotes.

    Outside the ledger: none is given twice, whatever is taken back.
    """

    __tablename__ = "quote_series"
    __table_args__ = STRICT

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int] = mapped_column()
