"""Fields a shop adds of its own."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import FIELD_KINDS
from db.models.base import Record, one_of
from db.models.contact import LEDGERED


class CustomField(Record):
    """A field of contacts; retired instead of deleted, so that what it held stays readable."""

    __tablename__ = "custom_field"
    __table_args__ = (
        one_of("kind", *FIELD_KINDS),
        CheckConstraint("trim(label_ko) <> '' OR trim(label_en) <> ''", name="label_not_blank"),
        LEDGERED,
    )

    kind: Mapped[str] = mapped_column()
    label_ko: Mapped[str] = mapped_column(default="", server_default="")
    label_en: Mapped[str] = mapped_column(default="", server_default="")
    in_list: Mapped[int] = mapped_column(default=0, server_default="0")
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    retired_at: Mapped[str | None] = mapped_column(default=None)  # UTC


class CustomChoice(Record):
    """One of the values a field of choices offers."""

    __tablename__ = "custom_choice"
    __table_args__ = (Index("ix_custom_choice_field", "field_id"), LEDGERED)

    field_id: Mapped[int] = mapped_column(ForeignKey("custom_field.id"))
    label_ko: Mapped[str] = mapped_column(default="", server_default="")
    label_en: Mapped[str] = mapped_column(default="", server_default="")
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    retired_at: Mapped[str | None] = mapped_column(default=None)  # UTC


class CustomValue(Record):
    """What a contact has in a field; its id is made of contact, field and, of several, choice.

    By the field's kind `text` holds words or a date, `number` an amount in millionths (number),
    minor units (money) or 0 and 1 (yes_no); the others point at their row.
    """

    __tablename__ = "custom_value"
    __table_args__ = (
        Index("ix_custom_value_contact", "contact_id"),
        Index("ix_custom_value_text", "field_id", "text"),
        Index("ix_custom_value_number", "field_id", "number"),
        Index("ix_custom_value_choice", "choice_id"),
        Index("ix_custom_value_person", "person_id", sqlite_where=sql("person_id IS NOT NULL")),
        Index(
            "ix_custom_value_attachment",
            "attachment_id",
            sqlite_where=sql("attachment_id IS NOT NULL"),
        ),
        LEDGERED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    field_id: Mapped[int] = mapped_column(ForeignKey("custom_field.id"))
    text: Mapped[str | None] = mapped_column(default=None)
    number: Mapped[int | None] = mapped_column(default=None)
    choice_id: Mapped[int | None] = mapped_column(ForeignKey("custom_choice.id"), default=None)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"), default=None)
