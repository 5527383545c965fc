"""Tasks: what is to be done, reminders, plans, and how often to stay in touch.

A column added to a table that there was may be NULL and has no default: the ledger's older
entries do not name it, and undoing them must find the rows as they were left.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None
NOW = "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"


def upgrade() -> None:
    _new_tables()
    _new_columns()


def _kept() -> tuple[sa.Column[str], sa.Column[str], sa.Column[str], sa.Column[int]]:
    """Return what every table of user data has."""
    return (
        sa.Column("created_at", sa.Text(), server_default=sa.text(NOW), nullable=False),
        sa.Column("updated_at", sa.Text(), server_default=sa.text(NOW), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
    )


def _new_tables() -> None:
    op.create_table(
        "reminder_shown",
        sa.Column("reminder_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rings_at", sa.Text(), nullable=False),
        sa.Column("shown_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("reminder_id", "rings_at", name=op.f("pk_reminder_shown")),
        sqlite_strict=True,
    )
    op.create_table(
        "task_plan",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("retired_at", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint("anchor IN ('start', 'end')", name=op.f("ck_task_plan_anchor_known")),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_task_plan_name_not_blank")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_plan")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "task_plan_step",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("offset_days", sa.Integer(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("at_time", sa.Text(), nullable=True),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("duration_min", sa.Integer(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "after IN ('anchor', 'previous')", name=op.f("ck_task_plan_step_after_known")
        ),
        sa.CheckConstraint(
            "kind IN ('call', 'visit', 'message', 'meeting', 'buy', 'deliver', 'pay', 'check', 'other')",
            name=op.f("ck_task_plan_step_kind_known"),
        ),
        sa.CheckConstraint(
            "mode IN ('create', 'suggest')", name=op.f("ck_task_plan_step_mode_known")
        ),
        sa.CheckConstraint("trim(title) <> ''", name=op.f("ck_task_plan_step_title_not_blank")),
        sa.CheckConstraint("duration_min > 0", name=op.f("ck_task_plan_step_lasts")),
        sa.ForeignKeyConstraint(
            ["assignee_id"], ["staff.id"], name=op.f("fk_task_plan_step_assignee_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["task_plan.id"], name=op.f("fk_task_plan_step_plan_id_task_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_plan_step")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_task_plan_step_plan", "task_plan_step", ["plan_id", "version", "position"], unique=False
    )
    op.create_table(
        "touch_rule",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("tag_id", sa.Integer(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("ideal_days", sa.Integer(), nullable=False),
        sa.Column("max_days", sa.Integer(), nullable=False),
        *_kept(),
        sa.CheckConstraint(
            "(contact_id IS NOT NULL) + (tag_id IS NOT NULL) + (stage IS NOT NULL) = 1",
            name=op.f("ck_touch_rule_about_one"),
        ),
        sa.CheckConstraint(
            "ideal_days > 0 AND max_days >= ideal_days", name=op.f("ck_touch_rule_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_touch_rule_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_touch_rule_tag_id_tag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touch_rule")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_touch_rule_contact",
        "touch_rule",
        ["contact_id"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_table(
        "plan_run",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("sale_id", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("anchor_on", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), server_default="running", nullable=False),
        *_kept(),
        sa.CheckConstraint(
            "status IN ('running', 'done', 'stopped')", name=op.f("ck_plan_run_status_known")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_plan_run_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["task_plan.id"], name=op.f("fk_plan_run_plan_id_task_plan")
        ),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_plan_run_sale_id_sale")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_run")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_plan_run_contact",
        "plan_run",
        ["contact_id"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index("ix_plan_run_plan", "plan_run", ["plan_id", "status"], unique=False)
    op.create_index(
        "ix_plan_run_sale",
        "plan_run",
        ["sale_id"],
        unique=False,
        sqlite_where=sa.text("sale_id IS NOT NULL"),
    )
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("sale_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="other", nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("start_on", sa.Text(), nullable=True),
        sa.Column("priority", sa.Integer(), server_default="0", nullable=False),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.Text(), server_default="open", nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("snooze_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("waiting_since", sa.Text(), nullable=True),
        sa.Column("duration_min", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("repeat_rule", sa.Text(), nullable=True),
        sa.Column("repeat_start", sa.Text(), nullable=True),
        sa.Column("repeat_on", sa.Text(), nullable=True),
        sa.Column("repeat_except", sa.Text(), nullable=True),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("plan_run_id", sa.Integer(), nullable=True),
        sa.Column("plan_step_id", sa.Integer(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "kind IN ('call', 'visit', 'message', 'meeting', 'buy', 'deliver', 'pay', 'check', 'other')",
            name=op.f("ck_task_kind_known"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'doing', 'waiting', 'done', 'cancelled', 'no_show')",
            name=op.f("ck_task_status_known"),
        ),
        sa.CheckConstraint("trim(title) <> ''", name=op.f("ck_task_title_not_blank")),
        sa.CheckConstraint(
            "date(substr(due_at, 1, 10)) IS substr(due_at, 1, 10)", name=op.f("ck_task_day_exists")
        ),
        sa.CheckConstraint("duration_min > 0", name=op.f("ck_task_lasts")),
        sa.CheckConstraint("length(title) <= 500", name=op.f("ck_task_title_length")),
        sa.CheckConstraint("priority BETWEEN -1 AND 2", name=op.f("ck_task_priority_known")),
        sa.ForeignKeyConstraint(
            ["assignee_id"], ["staff.id"], name=op.f("fk_task_assignee_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_task_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"], ["interaction.id"], name=op.f("fk_task_interaction_id_interaction")
        ),
        sa.ForeignKeyConstraint(
            ["plan_run_id"], ["plan_run.id"], name=op.f("fk_task_plan_run_id_plan_run")
        ),
        sa.ForeignKeyConstraint(
            ["plan_step_id"],
            ["task_plan_step.id"],
            name=op.f("fk_task_plan_step_id_task_plan_step"),
        ),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_task_sale_id_sale")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_task_closed",
        "task",
        ["closed_at"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NOT NULL"),
    )
    op.create_index(
        "ix_task_contact",
        "task",
        ["contact_id", "closed_at", "due_at", "deleted_at", "status"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index(
        "ix_task_deleted",
        "task",
        ["deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NOT NULL"),
    )
    op.create_index(
        "ix_task_due",
        "task",
        ["due_at", "id", "status", "contact_id", "assignee_id"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL AND deleted_at IS NULL"),
    )
    op.create_index(
        "ix_task_interaction",
        "task",
        ["interaction_id"],
        unique=False,
        sqlite_where=sa.text("interaction_id IS NOT NULL"),
    )
    op.create_index(
        "ix_task_past",
        "task",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NOT NULL AND deleted_at IS NULL"),
    )
    op.create_index(
        "ix_task_repeat",
        "task",
        ["repeat_on"],
        unique=False,
        sqlite_where=sa.text(
            "repeat_rule IS NOT NULL AND closed_at IS NULL AND deleted_at IS NULL"
        ),
    )
    op.create_index(
        "ix_task_run",
        "task",
        ["plan_run_id"],
        unique=False,
        sqlite_where=sa.text("plan_run_id IS NOT NULL"),
    )
    op.create_index(
        "ix_task_sale",
        "task",
        ["sale_id"],
        unique=False,
        sqlite_where=sa.text("sale_id IS NOT NULL"),
    )
    op.create_table(
        "task_item",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("done_at", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint("trim(label) <> ''", name=op.f("ck_task_item_label_not_blank")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_item_task_id_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_item")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_task_item_task", "task_item", ["task_id", "deleted_at", "done_at"], unique=False
    )
    op.create_table(
        "task_reminder",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("before_min", sa.Integer(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("rings_at", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            '(before_min IS NULL) <> ("at" IS NULL)', name=op.f("ck_task_reminder_one_time")
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_task_reminder_task_id_task")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_reminder")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_task_reminder_rings",
        "task_reminder",
        ["rings_at"],
        unique=False,
        sqlite_where=sa.text("rings_at IS NOT NULL"),
    )
    op.create_index(
        "ix_task_reminder_task", "task_reminder", ["task_id", "deleted_at"], unique=False
    )


def _new_columns() -> None:
    op.drop_index("ix_contact_name_key", "contact")
    op.create_index(
        "ix_contact_name_key",
        "contact",
        ["name_key", "birthday", "birthday_calendar", "deleted_at", "merged_into_id"],
        unique=False,
    )
    op.add_column("contact", sa.Column("next_task_at", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("next_task_title", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("next_task_kind", sa.Text(), nullable=True))
    op.create_index(
        "ix_contact_next_task",
        "contact",
        ["next_task_at", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
