"""What happened between the shop and its contacts."""

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Record, one_of
from db.models.contact import LEDGERED


class Interaction(Record):
    """A call, visit, message …; `two_way` tells whether the contact took part."""

    __tablename__ = "interaction"
    __table_args__ = (
        one_of(
            "kind",
            "call",
            "visit",
            "text",
            "messenger",
            "email",
            "meeting",
            "gift",
            "complaint",
            "other",
        ),
        Index("ix_interaction_happened", "happened_at", "id"),
        Index("ix_interaction_kind", "kind", "happened_at", "deleted_at"),
        LEDGERED,
    )

    kind: Mapped[str] = mapped_column()
    happened_at: Mapped[str] = mapped_column()  # UTC
    direction: Mapped[str | None] = mapped_column(default=None)  # 'in' or 'out'
    outcome: Mapped[str | None] = mapped_column(default=None)
    two_way: Mapped[int] = mapped_column(default=0, server_default="0")
    duration_min: Mapped[int | None] = mapped_column(default=None)
    body: Mapped[str | None] = mapped_column(default=None)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)


class InteractionContact(Record):
    """Who took part in an interaction; its id is made of both."""

    __tablename__ = "interaction_contact"
    __table_args__ = (
        Index("ix_interaction_contact_contact", "contact_id"),
        Index("ix_interaction_contact_interaction", "interaction_id", "contact_id", "deleted_at"),
        LEDGERED,
    )

    interaction_id: Mapped[int] = mapped_column(ForeignKey("interaction.id"))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))


class Attachment(Record):
    """A file that belongs to a contact; its bytes lie in the data folder under their hash."""

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_contact", "contact_id"),
        Index("ix_attachment_deal", "deal_id", sqlite_where=text("deal_id IS NOT NULL")),
        LEDGERED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    sha256: Mapped[str] = mapped_column()
    file_name: Mapped[str] = mapped_column()
    media_type: Mapped[str] = mapped_column()
    size: Mapped[int] = mapped_column()  # bytes
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"), default=None)
