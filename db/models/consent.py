"""What a contact agreed to, when, and how the shop knows."""

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import CHANNELS, CONSENT_STATES, PURPOSES
from db.models.base import Record, one_of
from db.models.contact import LEDGERED


class Consent(Record):
    """One declaration; rows are only ever added, the last of a purpose and channel counts.

    The columns `contact.consent_…` hold the state of adverts by each channel for lists and
    imports; they change together with a row here.
    """

    __tablename__ = "consent"
    __table_args__ = (
        one_of("purpose", *PURPOSES),
        one_of("channel", *CHANNELS),
        one_of("state", *CONSENT_STATES),
        Index("ix_consent_contact", "contact_id", "purpose", "channel"),
        Index("ix_consent_reconfirm", "reconfirm_on"),
        Index(
            "ix_consent_attachment",
            "attachment_id",
            sqlite_where=text("attachment_id IS NOT NULL"),
        ),
        LEDGERED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    purpose: Mapped[str] = mapped_column()
    channel: Mapped[str] = mapped_column()
    state: Mapped[str] = mapped_column()
    happened_at: Mapped[str] = mapped_column()  # UTC
    source: Mapped[str | None] = mapped_column(default=None)  # 'spoken', 'written', 'import' …
    evidence: Mapped[str | None] = mapped_column(default=None)
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"), default=None)
    reconfirm_on: Mapped[str | None] = mapped_column(default=None)  # a date
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
