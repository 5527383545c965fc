"""Ways of selling: pipelines, their stages, and why deals end."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import REASON_KINDS, STAGE_KINDS
from db.models.base import Record, at_most, one_of
from db.models.contact import LEDGERED, NAME_LIMIT


class Pipeline(Record):
    """A row of stages that deals go through; `ready_made` tells which of ours it was made of."""

    __tablename__ = "pipeline"
    __table_args__ = (
        CheckConstraint("trim(name) <> ''", name="name_not_blank"),
        at_most("name", NAME_LIMIT),
        LEDGERED,
    )

    name: Mapped[str] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    is_default: Mapped[int] = mapped_column(default=0, server_default="0")
    ready_made: Mapped[str | None] = mapped_column(default=None)
    retired_at: Mapped[str | None] = mapped_column(default=None)


class PipelineStage(Record):
    """One step of a pipeline: names are free, what it means is its kind.

    A deal that stands here longer than `rot_days` waits too long. Entering it begins the starter
    plan. One in the trash keeps its name for what stood in it.
    """

    __tablename__ = "pipeline_stage"
    __table_args__ = (
        one_of("kind", *STAGE_KINDS),
        CheckConstraint("trim(name) <> ''", name="name_not_blank"),
        at_most("name", NAME_LIMIT),
        CheckConstraint("probability BETWEEN 0 AND 100", name="probability_known"),
        CheckConstraint(
            "(kind <> 'won' OR probability = 100) AND (kind <> 'lost' OR probability = 0)",
            name="sure_at_the_end",
        ),
        CheckConstraint("rot_days > 0", name="rots_after_days"),
        Index("ix_pipeline_stage_pipeline", "pipeline_id", "position"),
        LEDGERED,
    )

    pipeline_id: Mapped[int] = mapped_column(ForeignKey("pipeline.id"))
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    name: Mapped[str] = mapped_column()
    kind: Mapped[str] = mapped_column(default="open", server_default="open")
    probability: Mapped[int] = mapped_column(default=0, server_default="0")
    rot_days: Mapped[int | None] = mapped_column(default=None)
    colour: Mapped[str] = mapped_column(default="inquiry", server_default="inquiry")
    starter_plan_id: Mapped[int | None] = mapped_column(ForeignKey("task_plan.id"), default=None)
    retired_at: Mapped[str | None] = mapped_column(default=None)


class StageCheck(Record):
    """One line of what is to be known before a deal stands in a stage."""

    __tablename__ = "stage_check"
    __table_args__ = (
        CheckConstraint("trim(label) <> ''", name="label_not_blank"),
        Index("ix_stage_check_stage", "stage_id"),
        LEDGERED,
    )

    stage_id: Mapped[int] = mapped_column(ForeignKey("pipeline_stage.id"))
    label: Mapped[str] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class DealReason(Record):
    """Why deals are won or lost; some say nothing without a note."""

    __tablename__ = "deal_reason"
    __table_args__ = (
        one_of("kind", *REASON_KINDS),
        CheckConstraint("trim(name) <> ''", name="name_not_blank"),
        at_most("name", NAME_LIMIT),
        LEDGERED,
    )

    kind: Mapped[str] = mapped_column()
    name: Mapped[str] = mapped_column()
    needs_note: Mapped[int] = mapped_column(default=0, server_default="0")
    position: Mapped[int] = mapped_column(default=0, server_default="0")
