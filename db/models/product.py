"""What the shop sells."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Record, at_most, derived
from db.models.contact import LEDGERED, NAME_LIMIT


class ProductCategory(Record):
    """A shelf of the catalogue; its id is made of its name."""

    __tablename__ = "product_category"
    __table_args__ = (CheckConstraint("trim(name) <> ''", name="name_not_blank"), LEDGERED)

    name: Mapped[str] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    retired_at: Mapped[str | None] = mapped_column(default=None)


class Product(Record):
    """Something that is sold. Money is in minor units of the shop's currency.

    `tax_rate` is in thousandths; without one the shop's holds. Selling one with `pass_uses` or
    `pass_amount` gives the buyer a prepaid pass, good for `pass_days`.
    """

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("trim(name) <> ''", name="name_not_blank"),
        at_most("name", NAME_LIMIT),
        Index("ix_product_name", "name", "id", sqlite_where=text("deleted_at IS NULL")),
        Index("ix_product_name_key", "name_key"),
        Index("ix_product_code", "code", sqlite_where=text("code IS NOT NULL")),
        Index("ix_product_barcode", "barcode", sqlite_where=text("barcode IS NOT NULL")),
        Index("ix_product_category", "category_id", sqlite_where=text("category_id IS NOT NULL")),
        LEDGERED,
    )

    code: Mapped[str | None] = mapped_column(default=None)
    name: Mapped[str] = mapped_column(Text(collation="NOCASE"))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("product_category.id"), default=None)
    unit: Mapped[str | None] = mapped_column(default=None)
    price: Mapped[int | None] = mapped_column(default=None)
    cost: Mapped[int | None] = mapped_column(default=None)
    tax_rate: Mapped[int | None] = mapped_column(default=None)
    barcode: Mapped[str | None] = mapped_column(default=None)
    replaces_after_days: Mapped[int | None] = mapped_column(default=None)
    pass_uses: Mapped[int | None] = mapped_column(default=None)
    pass_amount: Mapped[int | None] = mapped_column(default=None)
    pass_days: Mapped[int | None] = mapped_column(default=None)
    retired_at: Mapped[str | None] = mapped_column(default=None)
    name_key: Mapped[str] = mapped_column(
        default="", server_default="", info=derived("product_key(name)")
    )
