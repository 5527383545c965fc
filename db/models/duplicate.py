"""Contacts that may be one and the same."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Record
from db.models.contact import LEDGERED


class DuplicatePair(Base):
    """Two contacts that look alike, as the last search over the book found them; a cache.

    `score` is in thousandths, `evidence` JSON of typed facts.
    """

    __tablename__ = "duplicate_pair"
    __table_args__ = (
        CheckConstraint("a_id < b_id", name="in_order"),
        Index("ix_duplicate_pair_a", "a_id"),
        Index("ix_duplicate_pair_b", "b_id"),
        Index("ix_duplicate_pair_score", "score", "id"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # made of both
    a_id: Mapped[int] = mapped_column()
    b_id: Mapped[int] = mapped_column()
    score: Mapped[int] = mapped_column()
    evidence: Mapped[str] = mapped_column()
    found_at: Mapped[str] = mapped_column()  # UTC


class DistinctPair(Record):
    """Two contacts a person said are not the same, for ever; its id is made of both."""

    __tablename__ = "distinct_pair"
    __table_args__ = (
        CheckConstraint("a_id < b_id", name="in_order"),
        Index("ix_distinct_pair_a", "a_id"),
        Index("ix_distinct_pair_b", "b_id"),
        LEDGERED,
    )

    a_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    b_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
