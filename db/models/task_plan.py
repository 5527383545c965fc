"""Plans of tasks: their steps, and where they are under way."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import PLAN_ANCHORS, RUN_STATES, STEP_AFTER, STEP_MODES, TASK_KINDS
from db.models.base import Record, one_of
from db.models.contact import LEDGERED


class TaskPlan(Record):
    """A row of steps that is used again and again, counted from its start or its end.

    Editing makes a new version; what is under way keeps the one it began with.
    """

    __tablename__ = "task_plan"
    __table_args__ = (
        one_of("anchor", *PLAN_ANCHORS),
        CheckConstraint("trim(name) <> ''", name="name_not_blank"),
        LEDGERED,
    )

    name: Mapped[str] = mapped_column()
    anchor: Mapped[str] = mapped_column(default="start")
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    note: Mapped[str | None] = mapped_column(default=None)
    retired_at: Mapped[str | None] = mapped_column(default=None)


class TaskPlanStep(Record):
    """One step of one version of a plan.

    It is due `offset_days` after the plan's day (before it: negative), or after the step before
    it was done. `mode` tells whether its task is made by itself or only offered.
    """

    __tablename__ = "task_plan_step"
    __table_args__ = (
        one_of("kind", *TASK_KINDS),
        one_of("after", *STEP_AFTER),
        one_of("mode", *STEP_MODES),
        CheckConstraint("trim(title) <> ''", name="title_not_blank"),
        CheckConstraint("duration_min > 0", name="lasts"),
        Index("ix_task_plan_step_plan", "plan_id", "version", "position"),
        LEDGERED,
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("task_plan.id"))
    version: Mapped[int] = mapped_column()
    position: Mapped[int] = mapped_column()
    title: Mapped[str] = mapped_column()
    kind: Mapped[str] = mapped_column(default="other")
    offset_days: Mapped[int] = mapped_column(default=0)
    after: Mapped[str] = mapped_column(default="anchor")
    mode: Mapped[str] = mapped_column(default="create")
    at_time: Mapped[str | None] = mapped_column(default=None)  # '15:00'
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    priority: Mapped[int] = mapped_column(default=0)
    duration_min: Mapped[int | None] = mapped_column(default=None)


class PlanRun(Record):
    """A plan under way; `anchor_on` is the day it starts or, counted backwards, ends."""

    __tablename__ = "plan_run"
    __table_args__ = (
        one_of("status", *RUN_STATES),
        Index("ix_plan_run_contact", "contact_id", sqlite_where=text("contact_id IS NOT NULL")),
        Index("ix_plan_run_sale", "sale_id", sqlite_where=text("sale_id IS NOT NULL")),
        Index("ix_plan_run_deal", "deal_id", sqlite_where=text("deal_id IS NOT NULL")),
        Index("ix_plan_run_plan", "plan_id", "status"),
        LEDGERED,
    )

    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    sale_id: Mapped[int | None] = mapped_column(ForeignKey("sale.id"), default=None)
    plan_id: Mapped[int] = mapped_column(ForeignKey("task_plan.id"))
    version: Mapped[int] = mapped_column()
    anchor_on: Mapped[str] = mapped_column()
    position: Mapped[int] = mapped_column(default=0)  # of the step that comes next
    status: Mapped[str] = mapped_column(default="running", server_default="running")
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"), default=None)


class TouchRule(Record):
    """How often the shop wants to speak with somebody: a contact, a tag's, or those at a stage.

    Its id is made of what it is about.
    """

    __tablename__ = "touch_rule"
    __table_args__ = (
        CheckConstraint(
            "(contact_id IS NOT NULL) + (tag_id IS NOT NULL) + (stage IS NOT NULL) = 1",
            name="about_one",
        ),
        CheckConstraint("ideal_days > 0 AND max_days >= ideal_days", name="in_order"),
        Index("ix_touch_rule_contact", "contact_id",
              sqlite_where=text("contact_id IS NOT NULL")),
        LEDGERED,
    )  # fmt: skip

    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    tag_id: Mapped[int | None] = mapped_column(ForeignKey("tag.id"), default=None)
    stage: Mapped[str | None] = mapped_column(default=None)
    ideal_days: Mapped[int] = mapped_column()
    max_days: Mapped[int] = mapped_column()
