"""What customers have left: prepaid passes and points."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import EARNED_BY, MOVES, PASS_KINDS, PROGRAMME_KINDS
from db.models.base import Record, derived, one_of
from db.models.contact import LEDGERED

REMAINING = (
    "units - coalesce((SELECT sum(u.units) FROM pass_use u"
    " WHERE u.pass_id = prepaid_pass.id AND u.deleted_at IS NULL), 0)"
)


class PrepaidPass(Record):
    """Paid beforehand: `units` are uses or, of the kind 'amount', minor units of money."""

    __tablename__ = "prepaid_pass"
    __table_args__ = (
        one_of("kind", *PASS_KINDS),
        CheckConstraint("units > 0", name="something"),
        Index("ix_prepaid_pass_contact", "contact_id"),
        Index("ix_prepaid_pass_expires", "expires_on",
              sqlite_where=text("expires_on IS NOT NULL")),
        Index("ix_prepaid_pass_sale", "sale_id", sqlite_where=text("sale_id IS NOT NULL")),
        LEDGERED,
    )  # fmt: skip

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), default=None)
    sale_id: Mapped[int | None] = mapped_column(ForeignKey("sale.id"), default=None)
    name: Mapped[str] = mapped_column()
    kind: Mapped[str] = mapped_column()
    units: Mapped[int] = mapped_column()
    bought_on: Mapped[str] = mapped_column()
    expires_on: Mapped[str | None] = mapped_column(default=None)  # the last day it is good
    note: Mapped[str | None] = mapped_column(default=None)
    remaining: Mapped[int] = mapped_column(
        default=0, server_default="0", info=derived(REMAINING, summed=True)
    )


class PassUse(Record):
    """One time a pass was used."""

    __tablename__ = "pass_use"
    __table_args__ = (
        CheckConstraint("units > 0", name="something"),
        Index("ix_pass_use_pass", "pass_id", "deleted_at", "units"),
        Index("ix_pass_use_sale", "sale_id", sqlite_where=text("sale_id IS NOT NULL")),
        LEDGERED,
    )

    pass_id: Mapped[int] = mapped_column(ForeignKey("prepaid_pass.id"))
    units: Mapped[int] = mapped_column()
    used_on: Mapped[str] = mapped_column()
    used_at: Mapped[str | None] = mapped_column(default=None)
    sale_id: Mapped[int | None] = mapped_column(ForeignKey("sale.id"), default=None)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    note: Mapped[str | None] = mapped_column(default=None)


class LoyaltyProgramme(Record):
    """The rules of points or stamps: `earn_points` for each `earn_per` spent, or for each visit.

    `worth` is what one point pays, in minor units; `least` how many are needed to spend any.
    """

    __tablename__ = "loyalty_programme"
    __table_args__ = (
        one_of("kind", *PROGRAMME_KINDS),
        one_of("earn_by", *EARNED_BY),
        CheckConstraint("trim(name) <> ''", name="name_not_blank"),
        CheckConstraint("earn_per > 0 AND earn_points > 0", name="something"),
        LEDGERED,
    )

    name: Mapped[str] = mapped_column()
    kind: Mapped[str] = mapped_column(default="points")
    earn_by: Mapped[str] = mapped_column(default="amount")
    earn_per: Mapped[int] = mapped_column(default=1)
    earn_points: Mapped[int] = mapped_column(default=1)
    worth: Mapped[int | None] = mapped_column(default=None)
    least: Mapped[int] = mapped_column(default=1)
    expires_after_days: Mapped[int | None] = mapped_column(default=None)
    retired_at: Mapped[str | None] = mapped_column(default=None)


class LoyaltyMove(Record):
    """Points that came or went; what somebody has is the sum of these."""

    __tablename__ = "loyalty_move"
    __table_args__ = (
        one_of("kind", *MOVES),
        CheckConstraint("points <> 0", name="something"),
        Index("ix_loyalty_move_contact", "contact_id", "programme_id", "deleted_at", "points"),
        Index("ix_loyalty_move_sale", "sale_id", sqlite_where=text("sale_id IS NOT NULL")),
        Index("ix_loyalty_move_expires", "expires_on",
              sqlite_where=text("expires_on IS NOT NULL")),
        LEDGERED,
    )  # fmt: skip

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    programme_id: Mapped[int] = mapped_column(ForeignKey("loyalty_programme.id"))
    kind: Mapped[str] = mapped_column()
    points: Mapped[int] = mapped_column()
    moved_on: Mapped[str] = mapped_column()
    sale_id: Mapped[int | None] = mapped_column(ForeignKey("sale.id"), default=None)
    expires_on: Mapped[str | None] = mapped_column(default=None)  # the last day they are good
    note: Mapped[str | None] = mapped_column(default=None)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
