"""Tags and their links to contacts."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Record, at_most
from db.models.contact import LEDGERED


class Tag(Record):
    """A word the shop sorts its contacts by; its id is made of the normalised name."""

    __tablename__ = "tag"
    __table_args__ = (
        CheckConstraint("trim(name) <> ''", name="name_not_blank"),
        at_most("name", 100),
        LEDGERED,
    )

    name: Mapped[str] = mapped_column()
    colour: Mapped[str | None] = mapped_column(default=None)
    family: Mapped[str | None] = mapped_column(default=None)  # the group it is shown in


class ContactTag(Record):
    """One tag on one contact; its id is made of both."""

    __tablename__ = "contact_tag"
    __table_args__ = (
        Index("ix_contact_tag_contact", "contact_id"),
        Index("ix_contact_tag_tag", "tag_id"),
        LEDGERED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id"))
