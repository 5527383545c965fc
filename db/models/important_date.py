"""Days of a contact's year that the shop keeps in mind, besides the birthday."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import DATE_KINDS
from db.models.base import Record, one_of
from db.models.contact import LEDGERED


class ImportantDate(Record):
    """An anniversary or another day, solar or lunar; year or day may be unknown (NULL)."""

    __tablename__ = "important_date"
    __table_args__ = (
        one_of("kind", *DATE_KINDS),
        one_of("calendar", "solar", "lunar"),
        CheckConstraint("month BETWEEN 1 AND 12", name="month_exists"),
        CheckConstraint("day BETWEEN 1 AND 31", name="day_exists"),
        CheckConstraint("leap_month IN (0, 1)", name="leap_month_known"),
        Index("ix_important_date_contact", "contact_id"),
        Index("ix_important_date_day", "month", "day"),
        LEDGERED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    kind: Mapped[str] = mapped_column()
    label: Mapped[str | None] = mapped_column(default=None)
    calendar: Mapped[str] = mapped_column(default="solar", server_default="solar")
    leap_month: Mapped[int] = mapped_column(default=0, server_default="0")
    year: Mapped[int | None] = mapped_column(default=None)
    month: Mapped[int] = mapped_column()
    day: Mapped[int | None] = mapped_column(default=None)
