"""Smart lists: filters with a name."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Record
from db.models.contact import LEDGERED


class Segment(Record):
    """A filter the shop has named; `filter` is its JSON, `colour` a word of the palette.

    A frozen one keeps who was in it at that time, as members, and asks its filter no more.
    """

    __tablename__ = "segment"
    __table_args__ = (CheckConstraint("trim(name) <> ''", name="name_not_blank"), LEDGERED)

    name: Mapped[str] = mapped_column()
    filter: Mapped[str] = mapped_column()
    colour: Mapped[str | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    unpinned: Mapped[int | None] = mapped_column(default=None)  # 1: not in the navigation
    # Whose own list it is; NULL is for everybody.
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    frozen_at: Mapped[str | None] = mapped_column(default=None)  # UTC


class SegmentMember(Record):
    """One contact in a frozen list; its id is made of both."""

    __tablename__ = "segment_member"
    __table_args__ = (
        Index("ix_segment_member_segment", "segment_id"),
        Index("ix_segment_member_contact", "contact_id"),
        LEDGERED,
    )

    segment_id: Mapped[int] = mapped_column(ForeignKey("segment.id"))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
