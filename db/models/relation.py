"""What people and companies are to the shop and to each other."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import RELATIONS, ROLES
from db.models.base import Record, one_of
from db.models.contact import LEDGERED


class ContactRole(Record):
    """What a contact is to the shop, several at once; its id is made of both."""

    __tablename__ = "contact_role"
    __table_args__ = (
        one_of("role", *ROLES),
        Index("ix_contact_role_contact", "contact_id"),
        Index("ix_contact_role_role", "role", "contact_id"),
        LEDGERED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    role: Mapped[str] = mapped_column()
    since: Mapped[str | None] = mapped_column(default=None)  # a date
    until: Mapped[str | None] = mapped_column(default=None)  # no longer, since that date


class RelationType(Record):
    """A relation the shop has named itself, as it reads from either end."""

    __tablename__ = "relation_type"
    __table_args__ = (CheckConstraint("trim(forward_name) <> ''", name="name_not_blank"), LEDGERED)

    forward_name: Mapped[str] = mapped_column()
    reverse_name: Mapped[str] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class Relation(Record):
    """One contact's relation to another, read forward from `from_id` to `to_id`."""

    __tablename__ = "relation"
    __table_args__ = (
        one_of("kind", *RELATIONS),
        CheckConstraint("from_id <> to_id", name="not_itself"),
        Index("ix_relation_from", "from_id", "kind"),
        Index("ix_relation_to", "to_id", "kind"),
        LEDGERED,
    )

    from_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    to_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    kind: Mapped[str] = mapped_column()
    type_id: Mapped[int | None] = mapped_column(ForeignKey("relation_type.id"), default=None)
    title: Mapped[str | None] = mapped_column(default=None)  # what somebody does there
    is_primary: Mapped[int] = mapped_column(default=0, server_default="0")
    since: Mapped[str | None] = mapped_column(default=None)  # a date
    until: Mapped[str | None] = mapped_column(default=None)  # no longer, since that date
    note: Mapped[str | None] = mapped_column(default=None)
