"""Who asked for something, by which rules that is judged, and who is given it."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import ASSIGNED, ENQUIRY_CHANNELS, ENQUIRY_STATES, RULE_KINDS, WAYS
from db.models.base import Record, at_most, derived, one_of
from db.models.contact import LEDGERED

TEXT_LIMIT = 20_000
# The shop answered when it said so, or when it first spoke with them since: what it sent counts,
# and what both took part in.
FIRST_RESPONSE = (
    "nullif(min(coalesce(answered_at, '9999'), coalesce((SELECT min(i.happened_at)"
    " FROM interaction_contact l JOIN interaction i ON i.id = l.interaction_id"
    " WHERE l.contact_id = enquiry.contact_id AND l.deleted_at IS NULL AND i.deleted_at IS NULL"
    " AND i.happened_at >= enquiry.received_at AND (i.two_way = 1 OR i.direction = 'out')),"
    " '9999')), '9999')"
)
STATUS = (
    "CASE WHEN closed_at IS NOT NULL THEN closed_as"
    f" WHEN {FIRST_RESPONSE} IS NOT NULL THEN 'answered'"
    " WHEN contact_id IS NOT NULL THEN 'linked' ELSE 'new' END"
)


class Enquiry(Record):
    """Somebody asked for something; `name`, `phone` and `email` are as they were told.

    `due_at` is when an answer is due, `answered_at` when somebody said that it was given. One out
    of a file has an id made of `source` and `external_key`.
    """

    __tablename__ = "enquiry"
    __table_args__ = (
        one_of("channel", *ENQUIRY_CHANNELS),
        one_of("status", *ENQUIRY_STATES),
        one_of("closed_as", "closed", "spam"),
        at_most("text", TEXT_LIMIT),
        CheckConstraint("(closed_at IS NULL) = (closed_as IS NULL)", name="closed_as_something"),
        Index("ix_enquiry_contact", "contact_id", "received_at",
              sqlite_where=text("contact_id IS NOT NULL")),
        Index("ix_enquiry_open", "received_at", "id", "status", "channel", "owner_id", "due_at",
              sqlite_where=text("closed_at IS NULL AND deleted_at IS NULL")),
        Index("ix_enquiry_received", "received_at", "id", "status", "channel", "owner_id",
              "first_response_at", sqlite_where=text("deleted_at IS NULL")),
        Index("ix_enquiry_deal", "deal_id", sqlite_where=text("deal_id IS NOT NULL")),
        Index("ix_enquiry_deleted", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL")),
        LEDGERED,
    )  # fmt: skip

    # First, so that it is first in the ledger, where it is looked for.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    channel: Mapped[str] = mapped_column()
    received_at: Mapped[str] = mapped_column()  # UTC, as all times here
    text: Mapped[str | None] = mapped_column(default=None)
    name: Mapped[str | None] = mapped_column(default=None)
    phone: Mapped[str | None] = mapped_column(default=None)
    email: Mapped[str | None] = mapped_column(default=None)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), default=None)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    # No key: who sent somebody may be erased, whom they sent stays.
    referred_by_id: Mapped[int | None] = mapped_column(default=None)
    due_at: Mapped[str | None] = mapped_column(default=None)
    answered_at: Mapped[str | None] = mapped_column(default=None)
    closed_at: Mapped[str | None] = mapped_column(default=None)
    closed_as: Mapped[str | None] = mapped_column(default=None)
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"), default=None)
    source: Mapped[str] = mapped_column(default="desk", server_default="desk")
    external_key: Mapped[str | None] = mapped_column(default=None)
    first_response_at: Mapped[str | None] = mapped_column(
        default=None, info=derived(FIRST_RESPONSE, summed=True)
    )
    status: Mapped[str] = mapped_column(
        default="new", server_default="new", info=derived(STATUS, summed=True)
    )


class ScoreRule(Record):
    """So many points for something that is known of an enquiry or a deal."""

    __tablename__ = "score_rule"
    __table_args__ = (
        one_of("kind", *RULE_KINDS),
        CheckConstraint("points BETWEEN -100 AND 100", name="points_in_reach"),
        LEDGERED,
    )

    position: Mapped[int] = mapped_column()
    kind: Mapped[str] = mapped_column()
    operand: Mapped[str] = mapped_column(default="", server_default="")
    points: Mapped[int] = mapped_column()
    label: Mapped[str | None] = mapped_column(default=None)


class Assignment(Record):
    """How what comes in by a channel, or into a pipeline, is given to somebody.

    Its id is made of what it is about; `staff` is a JSON list of ids, empty for everybody.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        one_of("scope", *ASSIGNED),
        one_of("channel", *ENQUIRY_CHANNELS),
        one_of("way", *WAYS),
        CheckConstraint(
            "(pipeline_id IS NOT NULL) = (scope = 'pipeline')"
            " AND (channel IS NOT NULL) = (scope = 'channel')",
            name="about_one",
        ),
        LEDGERED,
    )

    scope: Mapped[str] = mapped_column()
    pipeline_id: Mapped[int | None] = mapped_column(ForeignKey("pipeline.id"), default=None)
    channel: Mapped[str | None] = mapped_column(default=None)
    way: Mapped[str] = mapped_column()
    staff: Mapped[str] = mapped_column(default="[]", server_default="[]")
