"""What was reckoned of each customer from their purchases; caches, which the ledger leaves out."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import RHYTHMS, TIERS
from db.models.base import STRICT, Base, one_of


class ScoreRun(Base):
    """One reckoning of the whole shop: as of which day, with what parameters, how well it did.

    `params` and `tested` are JSON; `seen` is the last line of the ledger it knew of. One that is
    not `done` was broken off.
    """

    __tablename__ = "score_run"
    __table_args__ = (
        CheckConstraint("date(as_of) IS as_of", name="day_exists"),
        CheckConstraint("done IN (0, 1)", name="done_known"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    as_of: Mapped[str] = mapped_column()
    made_at: Mapped[str] = mapped_column()  # UTC
    version: Mapped[str] = mapped_column()
    currency: Mapped[str] = mapped_column()
    customers: Mapped[int] = mapped_column()
    basis: Mapped[str] = mapped_column()
    params: Mapped[str] = mapped_column()
    tested: Mapped[str] = mapped_column()
    seen: Mapped[int] = mapped_column()
    done: Mapped[int] = mapped_column(default=0, server_default="0")


class CustomerScore(Base):
    """The newest scores of a customer; chances and counts in thousandths, money in minor units.

    What the data do not bear is NULL. `tier_since` is the day of the first run that found the tier.
    """

    __tablename__ = "customer_score"
    __table_args__ = (
        one_of("tier", *TIERS),
        one_of("rhythm", *RHYTHMS),
        Index("ix_customer_score_tier", "tier", "stake", "rhythm"),
        Index("ix_customer_score_run", "run_id"),
        STRICT,
    )

    contact_id: Mapped[int] = mapped_column(
        ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    run_id: Mapped[int] = mapped_column()
    purchases: Mapped[int] = mapped_column()
    spent: Mapped[int] = mapped_column()
    first_on: Mapped[str] = mapped_column()
    last_on: Mapped[str] = mapped_column()
    r: Mapped[int | None] = mapped_column()
    f: Mapped[int | None] = mapped_column()
    m: Mapped[int | None] = mapped_column()
    tier: Mapped[str] = mapped_column()
    tier_since: Mapped[str] = mapped_column()
    rhythm: Mapped[str] = mapped_column()
    gap: Mapped[int | None] = mapped_column()  # days between purchases, as usual
    due_on: Mapped[str] = mapped_column()
    late_on: Mapped[str] = mapped_column()
    slipping_on: Mapped[str] = mapped_column()
    gone_on: Mapped[str] = mapped_column()
    alive: Mapped[int | None] = mapped_column()
    return_90: Mapped[int | None] = mapped_column()
    expected_30: Mapped[int | None] = mapped_column()
    expected_90: Mapped[int | None] = mapped_column()
    expected_365: Mapped[int | None] = mapped_column()
    value_90: Mapped[int | None] = mapped_column()
    value_365: Mapped[int | None] = mapped_column()
    value_low: Mapped[int | None] = mapped_column()  # of the 365 days: 8 of 10 end between
    value_high: Mapped[int | None] = mapped_column()
    stake: Mapped[int | None] = mapped_column()  # what is lost in 365 days if they have stopped
    next_on: Mapped[str | None] = mapped_column()
    next_from: Mapped[str | None] = mapped_column()
    next_until: Mapped[str | None] = mapped_column()


class TierMove(Base):
    """That a customer was found in another tier than before, from a day on."""

    __tablename__ = "tier_move"
    __table_args__ = (one_of("tier", *TIERS), Index("ix_tier_move_since", "since"), STRICT)

    contact_id: Mapped[int] = mapped_column(
        ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    since: Mapped[str] = mapped_column(primary_key=True)
    tier: Mapped[str] = mapped_column()
