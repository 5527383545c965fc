"""What the shop, somebody in it or a product is to reach."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import GOAL_SCOPES, METRICS, PERIODS
from db.models.base import Record, one_of
from db.models.contact import LEDGERED


class Goal(Record):
    """So much of something from one day to another.

    Days are of the shop's clock; `target` is money in minor units of the shop's currency, or a
    count.
    """

    __tablename__ = "goal"
    __table_args__ = (
        one_of("metric", *METRICS),
        one_of("scope", *GOAL_SCOPES),
        one_of("period", *PERIODS),
        CheckConstraint("target > 0", name="something"),
        CheckConstraint("last_on >= first_on", name="in_order"),
        CheckConstraint("date(first_on) IS first_on", name="first_day_exists"),
        CheckConstraint("date(last_on) IS last_on", name="last_day_exists"),
        CheckConstraint(
            "(staff_id IS NOT NULL) = (scope = 'staff')"
            " AND (product_id IS NOT NULL) = (scope = 'product')",
            name="of_one",
        ),
        Index("ix_goal_days", "first_on", "last_on", "deleted_at"),
        LEDGERED,
    )

    name: Mapped[str | None] = mapped_column(default=None)
    metric: Mapped[str] = mapped_column()
    scope: Mapped[str] = mapped_column(default="shop", server_default="shop")
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), default=None)
    period: Mapped[str] = mapped_column(default="month", server_default="month")
    first_on: Mapped[str] = mapped_column()
    last_on: Mapped[str] = mapped_column()
    target: Mapped[int] = mapped_column()
    note: Mapped[str | None] = mapped_column(default=None)
