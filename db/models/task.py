"""What is to be done: tasks, appointments, their checklists and reminders."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.kinds import TASK_KINDS, TASK_STATES
from db.models.base import STRICT, Base, Record, at_most, derived, one_of
from db.models.contact import LEDGERED

TITLE_LIMIT = 500
# In the very words of the partial indexes.
UNDONE = "closed_at IS NULL AND deleted_at IS NULL"
# When a reminder rings, by the shop's clock; NULL where it does not. A date counts from its
# midnight.
RINGS_AT = (
    "(SELECT coalesce(task_reminder.at, strftime('%Y-%m-%dT%H:%M', t.due_at,"
    " -task_reminder.before_min || ' minutes')) FROM task t WHERE t.id = task_reminder.task_id"
    " AND task_reminder.deleted_at IS NULL AND t.closed_at IS NULL AND t.deleted_at IS NULL"
    " AND t.status <> 'waiting')"
)


class Task(Record):
    """One thing to do; with a length it is an appointment.

    `due_at` and `start_on` are of the shop's clock: '2026-05-16', or '2026-05-16T15:00' where
    there is a time. A task that repeats stands for the next of its days: `repeat_on` is the day
    the rule gave, from which `due_at` may have been moved; `repeat_start` is where the rule
    begins. `closed_at` (UTC) tells when it was done or cancelled.
    """

    __tablename__ = "task"
    __table_args__ = (
        one_of("kind", *TASK_KINDS),
        one_of("status", *TASK_STATES),
        CheckConstraint("trim(title) <> ''", name="title_not_blank"),
        at_most("title", TITLE_LIMIT),
        CheckConstraint("priority BETWEEN -1 AND 2", name="priority_known"),
        CheckConstraint("duration_min > 0", name="lasts"),
        CheckConstraint(
            "date(substr(due_at, 1, 10)) IS substr(due_at, 1, 10)", name="day_exists"
        ),
        # What counts and days are read from without touching the rows.
        Index(
            "ix_task_due", "due_at", "id", "status", "contact_id", "assignee_id", "duration_min",
            sqlite_where=text(UNDONE),
        ),
        Index(
            "ix_task_contact", "contact_id", "closed_at", "due_at", "deleted_at", "status",
            sqlite_where=text("contact_id IS NOT NULL"),
        ),
        Index("ix_task_sale", "sale_id", sqlite_where=text("sale_id IS NOT NULL")),
        Index("ix_task_deal", "deal_id", "closed_at", "due_at", "deleted_at", "status",
              sqlite_where=text("deal_id IS NOT NULL")),
        Index("ix_task_closed", "closed_at", sqlite_where=text("closed_at IS NOT NULL")),
        Index("ix_task_past", "due_at", "duration_min",
              sqlite_where=text("closed_at IS NOT NULL AND deleted_at IS NULL")),
        Index("ix_task_repeat", "repeat_on", sqlite_where=text(
            f"repeat_rule IS NOT NULL AND {UNDONE}")),
        Index("ix_task_interaction", "interaction_id",
              sqlite_where=text("interaction_id IS NOT NULL")),
        Index("ix_task_run", "plan_run_id", sqlite_where=text("plan_run_id IS NOT NULL")),
        Index("ix_task_deleted", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL")),
        LEDGERED,
    )  # fmt: skip

    # First, so that it is first in the ledger, where it is looked for.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    sale_id: Mapped[int | None] = mapped_column(ForeignKey("sale.id"), default=None)
    title: Mapped[str] = mapped_column()
    kind: Mapped[str] = mapped_column(default="other", server_default="other")
    due_at: Mapped[str | None] = mapped_column(default=None)
    start_on: Mapped[str | None] = mapped_column(default=None)
    priority: Mapped[int] = mapped_column(default=0, server_default="0")
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    status: Mapped[str] = mapped_column(default="open", server_default="open")
    closed_at: Mapped[str | None] = mapped_column(default=None)
    result: Mapped[str | None] = mapped_column(default=None)
    interaction_id: Mapped[int | None] = mapped_column(ForeignKey("interaction.id"), default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    snooze_count: Mapped[int] = mapped_column(default=0, server_default="0")
    waiting_since: Mapped[str | None] = mapped_column(default=None)  # for their answer; UTC
    duration_min: Mapped[int | None] = mapped_column(default=None)
    place: Mapped[str | None] = mapped_column(default=None)
    repeat_rule: Mapped[str | None] = mapped_column(default=None)  # as `app.repeating` has it
    repeat_start: Mapped[str | None] = mapped_column(default=None)
    repeat_on: Mapped[str | None] = mapped_column(default=None)
    repeat_except: Mapped[str | None] = mapped_column(default=None)  # days, with commas
    series_id: Mapped[int | None] = mapped_column(default=None)  # the first task of a repeat
    plan_run_id: Mapped[int | None] = mapped_column(ForeignKey("plan_run.id"), default=None)
    plan_step_id: Mapped[int | None] = mapped_column(ForeignKey("task_plan_step.id"), default=None)
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"), default=None)


class TaskItem(Record):
    """One line of a task's checklist; `done_at` (UTC) tells when it was ticked."""

    __tablename__ = "task_item"
    __table_args__ = (
        CheckConstraint("trim(label) <> ''", name="label_not_blank"),
        Index("ix_task_item_task", "task_id", "deleted_at", "done_at"),
        LEDGERED,
    )

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    label: Mapped[str] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    done_at: Mapped[str | None] = mapped_column(default=None)


class TaskReminder(Record):
    """When to remind of a task: so many minutes before it is due, or at a time of its own."""

    __tablename__ = "task_reminder"
    __table_args__ = (
        CheckConstraint('(before_min IS NULL) <> ("at" IS NULL)', name="one_time"),
        Index("ix_task_reminder_task", "task_id", "deleted_at"),
        Index("ix_task_reminder_rings", "rings_at", sqlite_where=text("rings_at IS NOT NULL")),
        LEDGERED,
    )

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"))
    before_min: Mapped[int | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)  # '2026-05-16T15:00', the shop's clock
    rings_at: Mapped[str | None] = mapped_column(default=None, info=derived(RINGS_AT, summed=True))


class ReminderShown(Base):
    """That a reminder was shown, and for which time: it comes once, whatever the clock does.

    Outside the ledger: what was shown is not taken back.
    """

    __tablename__ = "reminder_shown"
    __table_args__ = STRICT

    reminder_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    rings_at: Mapped[str] = mapped_column(primary_key=True)
    shown_at: Mapped[str] = mapped_column()  # UTC
