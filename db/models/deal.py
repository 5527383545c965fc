"""Deals: what may be sold, to whom, how far that is, and the way it went."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import DEAL_ROLES, PROBABILITY_BY, TASK_KINDS
from db.models.base import Record, at_most, derived, one_of
from db.models.contact import LEDGERED
from db.models.task import TITLE_LIMIT

_NEXT_TASK = (
    "(SELECT t.{column} FROM task t WHERE t.deal_id = deal.id AND t.closed_at IS NULL"
    " AND t.deleted_at IS NULL AND t.due_at IS NOT NULL AND t.status <> 'waiting'"
    " ORDER BY t.due_at, t.id LIMIT 1)"
)
NEXT_TASK = tuple(_NEXT_TASK.format(column=c) for c in ("id", "due_at", "title", "kind"))


class Deal(Record):
    """Something that may be sold. Money is in minor units of `currency`.

    Without an amount nobody knows yet what it is worth; with `from_lines` it is what its lines
    come to. `closed_at` stands where its stage is won or lost, and nowhere else. `expected_close`
    and `later_until` are days of the shop's clock, `next_step_at` as `Task.due_at`. The next step
    somebody typed gives way to the nearest open task of the deal.
    """

    __tablename__ = "deal"
    __table_args__ = (
        CheckConstraint("trim(title) <> ''", name="title_not_blank"),
        at_most("title", TITLE_LIMIT),
        one_of("probability_by", *PROBABILITY_BY),
        one_of("next_step_kind", *TASK_KINDS),
        CheckConstraint("probability BETWEEN 0 AND 100", name="probability_known"),
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("repeat_months > 0", name="repeats_after_months"),
        CheckConstraint("tax_added IN (0, 1)", name="tax_added_known"),
        CheckConstraint("date(expected_close) IS expected_close", name="day_exists"),
        CheckConstraint("parent_id <> id", name="not_itself"),
        Index("ix_deal_open", "pipeline_id", "stage_id", "board_rank", "id",
              sqlite_where=text("closed_at IS NULL AND deleted_at IS NULL")),
        Index("ix_deal_stage", "stage_id", "deleted_at"),
        Index("ix_deal_contact", "contact_id", "closed_at", "deleted_at", "stage_id", "amount",
              sqlite_where=text("contact_id IS NOT NULL")),
        Index("ix_deal_company", "company_id", sqlite_where=text("company_id IS NOT NULL")),
        Index("ix_deal_closed", "closed_at", "id", "stage_id",
              sqlite_where=text("closed_at IS NOT NULL")),
        Index("ix_deal_expected", "expected_close", "id",
              sqlite_where=text("closed_at IS NULL AND deleted_at IS NULL")),
        Index("ix_deal_owner", "owner_id", sqlite_where=text("owner_id IS NOT NULL")),
        Index("ix_deal_parent", "parent_id", sqlite_where=text("parent_id IS NOT NULL")),
        Index("ix_deal_reason", "reason_id", sqlite_where=text("reason_id IS NOT NULL")),
        Index("ix_deal_title", "title", "id"),
        Index("ix_deal_deleted", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL")),
        LEDGERED,
    )  # fmt: skip

    # First, so that it is first in the ledger, where it is looked for.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    company_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    title: Mapped[str] = mapped_column()
    pipeline_id: Mapped[int] = mapped_column(ForeignKey("pipeline.id"))
    stage_id: Mapped[int] = mapped_column(ForeignKey("pipeline_stage.id"))
    amount: Mapped[int | None] = mapped_column(default=None)
    from_lines: Mapped[int] = mapped_column(default=0, server_default="0")
    currency: Mapped[str] = mapped_column()
    discount: Mapped[int] = mapped_column(default=0, server_default="0")
    tax_added: Mapped[int] = mapped_column(default=0, server_default="0")
    probability: Mapped[int] = mapped_column(default=0, server_default="0")
    probability_by: Mapped[str] = mapped_column(default="stage", server_default="stage")
    expected_close: Mapped[str | None] = mapped_column(default=None)
    next_step: Mapped[str | None] = mapped_column(default=None)
    next_step_kind: Mapped[str | None] = mapped_column(default=None)
    next_step_at: Mapped[str | None] = mapped_column(default=None)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    source: Mapped[str | None] = mapped_column(default=None)
    campaign: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    repeat_months: Mapped[int | None] = mapped_column(default=None)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"), default=None)
    later_until: Mapped[str | None] = mapped_column(default=None)
    board_rank: Mapped[int] = mapped_column(default=0, server_default="0")
    stage_entered_at: Mapped[str] = mapped_column()
    closed_at: Mapped[str | None] = mapped_column(default=None)
    reason_id: Mapped[int | None] = mapped_column(ForeignKey("deal_reason.id"), default=None)
    reason_note: Mapped[str | None] = mapped_column(default=None)
    next_task_id: Mapped[int | None] = mapped_column(
        default=None, info=derived(NEXT_TASK[0], summed=True)
    )
    next_task_at: Mapped[str | None] = mapped_column(
        default=None, info=derived(NEXT_TASK[1], summed=True)
    )
    next_task_title: Mapped[str | None] = mapped_column(
        default=None, info=derived(NEXT_TASK[2], summed=True)
    )
    next_task_kind: Mapped[str | None] = mapped_column(
        default=None, info=derived(NEXT_TASK[3], summed=True)
    )


class DealLine(Record):
    """One thing a deal is about; as `SaleLine`, with the rate of tax it was priced with."""

    __tablename__ = "deal_line"
    __table_args__ = (
        Index("ix_deal_line_deal", "deal_id", "deleted_at"),
        Index("ix_deal_line_product", "product_id", sqlite_where=text("product_id IS NOT NULL")),
        LEDGERED,
    )

    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), default=None)
    description: Mapped[str | None] = mapped_column(default=None)
    quantity: Mapped[int] = mapped_column(default=1000, server_default="1000")
    unit_price: Mapped[int] = mapped_column()
    discount: Mapped[int] = mapped_column(default=0, server_default="0")
    tax_rate: Mapped[int | None] = mapped_column(default=None)
    tax: Mapped[int] = mapped_column(default=0, server_default="0")
    total: Mapped[int] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class DealParty(Record):
    """What somebody is to a deal besides the contact it is with; its id is made of all three."""

    __tablename__ = "deal_party"
    __table_args__ = (
        one_of("role", *DEAL_ROLES),
        Index("ix_deal_party_deal", "deal_id"),
        Index("ix_deal_party_contact", "contact_id"),
        LEDGERED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"))
    role: Mapped[str] = mapped_column()


class DealCheck(Record):
    """A line of a stage's checklist that is ticked for a deal; its id is made of both."""

    __tablename__ = "deal_check"
    __table_args__ = (Index("ix_deal_check_deal", "deal_id"), LEDGERED)

    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"))
    check_id: Mapped[int] = mapped_column(ForeignKey("stage_check.id"))
    done_at: Mapped[str] = mapped_column()


class StageMove(Record):
    """A deal went from one stage to another: added once, never changed.

    Without the stage it came from, the deal was made. `days` are those it had stood there.
    """

    __tablename__ = "stage_move"
    __table_args__ = (
        Index("ix_stage_move_deal", "deal_id", "moved_at"),
        Index("ix_stage_move_moved", "moved_at"),
        LEDGERED,
    )

    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"))
    from_stage_id: Mapped[int | None] = mapped_column(ForeignKey("pipeline_stage.id"), default=None)
    to_stage_id: Mapped[int] = mapped_column(ForeignKey("pipeline_stage.id"))
    moved_at: Mapped[str] = mapped_column()
    days: Mapped[int | None] = mapped_column(default=None)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    amount: Mapped[int | None] = mapped_column(default=None)
