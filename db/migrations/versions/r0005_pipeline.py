"""Deals: pipelines and their stages, deals and the way they went, quotes.

A column added to a table that there was may be NULL and has no default: the ledger's older
entries do not name it, and undoing them must find the rows as they were left.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None
NOW = "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"
OF_DEALS = ("attachment", "plan_run", "sale", "task")


def upgrade() -> None:
    _new_tables()
    _new_columns()
    _wider_indexes()


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
        "deal_reason",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("needs_note", sa.Integer(), server_default="0", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        *_kept(),
        sa.CheckConstraint("kind IN ('won', 'lost')", name=op.f("ck_deal_reason_kind_known")),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_deal_reason_name_not_blank")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_deal_reason_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal_reason")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "pipeline",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("is_default", sa.Integer(), server_default="0", nullable=False),
        sa.Column("ready_made", sa.Text(), nullable=True),
        sa.Column("retired_at", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_pipeline_name_not_blank")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_pipeline_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pipeline")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "quote_series",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_quote_series")),
        sqlite_strict=True,
    )
    op.create_table(
        "pipeline_stage",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pipeline_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="open", nullable=False),
        sa.Column("probability", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rot_days", sa.Integer(), nullable=True),
        sa.Column("colour", sa.Text(), server_default="inquiry", nullable=False),
        sa.Column("starter_plan_id", sa.Integer(), nullable=True),
        sa.Column("retired_at", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "(kind <> 'won' OR probability = 100) AND (kind <> 'lost' OR probability = 0)",
            name=op.f("ck_pipeline_stage_sure_at_the_end"),
        ),
        sa.CheckConstraint(
            "kind IN ('open', 'on_hold', 'won', 'lost')", name=op.f("ck_pipeline_stage_kind_known")
        ),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_pipeline_stage_name_not_blank")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_pipeline_stage_name_length")),
        sa.CheckConstraint(
            "probability BETWEEN 0 AND 100", name=op.f("ck_pipeline_stage_probability_known")
        ),
        sa.CheckConstraint("rot_days > 0", name=op.f("ck_pipeline_stage_rots_after_days")),
        sa.ForeignKeyConstraint(
            ["pipeline_id"], ["pipeline.id"], name=op.f("fk_pipeline_stage_pipeline_id_pipeline")
        ),
        sa.ForeignKeyConstraint(
            ["starter_plan_id"],
            ["task_plan.id"],
            name=op.f("fk_pipeline_stage_starter_plan_id_task_plan"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pipeline_stage")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_pipeline_stage_pipeline", "pipeline_stage", ["pipeline_id", "position"], unique=False
    )
    op.create_table(
        "deal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("company_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("pipeline_id", sa.Integer(), nullable=False),
        sa.Column("stage_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("from_lines", sa.Integer(), server_default="0", nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("discount", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tax_added", sa.Integer(), server_default="0", nullable=False),
        sa.Column("probability", sa.Integer(), server_default="0", nullable=False),
        sa.Column("probability_by", sa.Text(), server_default="stage", nullable=False),
        sa.Column("expected_close", sa.Text(), nullable=True),
        sa.Column("next_step", sa.Text(), nullable=True),
        sa.Column("next_step_kind", sa.Text(), nullable=True),
        sa.Column("next_step_at", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("campaign", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("repeat_months", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("later_until", sa.Text(), nullable=True),
        sa.Column("board_rank", sa.Integer(), server_default="0", nullable=False),
        sa.Column("stage_entered_at", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("reason_id", sa.Integer(), nullable=True),
        sa.Column("reason_note", sa.Text(), nullable=True),
        sa.Column("next_task_id", sa.Integer(), nullable=True),
        sa.Column("next_task_at", sa.Text(), nullable=True),
        sa.Column("next_task_title", sa.Text(), nullable=True),
        sa.Column("next_task_kind", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "next_step_kind IN ('call', 'visit', 'message', 'meeting', 'buy', 'deliver', 'pay', 'check', 'other')",
            name=op.f("ck_deal_next_step_kind_known"),
        ),
        sa.CheckConstraint(
            "probability_by IN ('stage', 'manual', 'model')",
            name=op.f("ck_deal_probability_by_known"),
        ),
        sa.CheckConstraint("trim(title) <> ''", name=op.f("ck_deal_title_not_blank")),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_deal_amount_not_negative")),
        sa.CheckConstraint(
            "date(expected_close) IS expected_close", name=op.f("ck_deal_day_exists")
        ),
        sa.CheckConstraint("length(title) <= 500", name=op.f("ck_deal_title_length")),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_deal_not_itself")),
        sa.CheckConstraint("probability BETWEEN 0 AND 100", name=op.f("ck_deal_probability_known")),
        sa.CheckConstraint("repeat_months > 0", name=op.f("ck_deal_repeats_after_months")),
        sa.CheckConstraint("tax_added IN (0, 1)", name=op.f("ck_deal_tax_added_known")),
        sa.ForeignKeyConstraint(
            ["company_id"], ["contact.id"], name=op.f("fk_deal_company_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_deal_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name=op.f("fk_deal_owner_id_staff")),
        sa.ForeignKeyConstraint(["parent_id"], ["deal.id"], name=op.f("fk_deal_parent_id_deal")),
        sa.ForeignKeyConstraint(
            ["pipeline_id"], ["pipeline.id"], name=op.f("fk_deal_pipeline_id_pipeline")
        ),
        sa.ForeignKeyConstraint(
            ["reason_id"], ["deal_reason.id"], name=op.f("fk_deal_reason_id_deal_reason")
        ),
        sa.ForeignKeyConstraint(
            ["stage_id"], ["pipeline_stage.id"], name=op.f("fk_deal_stage_id_pipeline_stage")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_deal_closed",
        "deal",
        ["closed_at", "id", "stage_id"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NOT NULL"),
    )
    op.create_index(
        "ix_deal_company",
        "deal",
        ["company_id"],
        unique=False,
        sqlite_where=sa.text("company_id IS NOT NULL"),
    )
    op.create_index(
        "ix_deal_contact",
        "deal",
        ["contact_id", "closed_at", "deleted_at", "stage_id", "amount"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index(
        "ix_deal_deleted",
        "deal",
        ["deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NOT NULL"),
    )
    op.create_index(
        "ix_deal_expected",
        "deal",
        ["expected_close", "id"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL AND deleted_at IS NULL"),
    )
    op.create_index(
        "ix_deal_open",
        "deal",
        ["pipeline_id", "stage_id", "board_rank", "id"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL AND deleted_at IS NULL"),
    )
    op.create_index(
        "ix_deal_owner",
        "deal",
        ["owner_id"],
        unique=False,
        sqlite_where=sa.text("owner_id IS NOT NULL"),
    )
    op.create_index(
        "ix_deal_parent",
        "deal",
        ["parent_id"],
        unique=False,
        sqlite_where=sa.text("parent_id IS NOT NULL"),
    )
    op.create_index(
        "ix_deal_reason",
        "deal",
        ["reason_id"],
        unique=False,
        sqlite_where=sa.text("reason_id IS NOT NULL"),
    )
    op.create_index("ix_deal_stage", "deal", ["stage_id", "deleted_at"], unique=False)
    op.create_index("ix_deal_title", "deal", ["title", "id"], unique=False)
    op.create_table(
        "stage_check",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stage_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        *_kept(),
        sa.CheckConstraint("trim(label) <> ''", name=op.f("ck_stage_check_label_not_blank")),
        sa.ForeignKeyConstraint(
            ["stage_id"], ["pipeline_stage.id"], name=op.f("fk_stage_check_stage_id_pipeline_stage")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_check")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_stage_check_stage", "stage_check", ["stage_id"], unique=False)
    op.create_table(
        "deal_check",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("deal_id", sa.Integer(), nullable=False),
        sa.Column("check_id", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.Text(), nullable=False),
        *_kept(),
        sa.ForeignKeyConstraint(
            ["check_id"], ["stage_check.id"], name=op.f("fk_deal_check_check_id_stage_check")
        ),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"], name=op.f("fk_deal_check_deal_id_deal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal_check")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_deal_check_deal", "deal_check", ["deal_id"], unique=False)
    op.create_table(
        "deal_line",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("deal_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("quantity", sa.Integer(), server_default="1000", nullable=False),
        sa.Column("unit_price", sa.Integer(), nullable=False),
        sa.Column("discount", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tax_rate", sa.Integer(), nullable=True),
        sa.Column("tax", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        *_kept(),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"], name=op.f("fk_deal_line_deal_id_deal")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_deal_line_product_id_product")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal_line")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_deal_line_deal", "deal_line", ["deal_id", "deleted_at"], unique=False)
    op.create_index(
        "ix_deal_line_product",
        "deal_line",
        ["product_id"],
        unique=False,
        sqlite_where=sa.text("product_id IS NOT NULL"),
    )
    op.create_table(
        "deal_party",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("deal_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        *_kept(),
        sa.CheckConstraint(
            "role IN ('decides', 'influences', 'uses', 'pays')",
            name=op.f("ck_deal_party_role_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_deal_party_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"], name=op.f("fk_deal_party_deal_id_deal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal_party")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_deal_party_contact", "deal_party", ["contact_id"], unique=False)
    op.create_index("ix_deal_party_deal", "deal_party", ["deal_id"], unique=False)
    op.create_table(
        "quote",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("deal_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("status", sa.Text(), server_default="draft", nullable=False),
        sa.Column("issued_on", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("tax_added", sa.Integer(), server_default="0", nullable=False),
        sa.Column("discount", sa.Integer(), server_default="0", nullable=False),
        sa.Column("subtotal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tax", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total", sa.Integer(), server_default="0", nullable=False),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=True),
        sa.Column("sent_at", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.Column("refused_note", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "status IN ('draft', 'sent', 'accepted', 'refused')", name=op.f("ck_quote_status_known")
        ),
        sa.CheckConstraint("date(issued_on) IS issued_on", name=op.f("ck_quote_day_exists")),
        sa.CheckConstraint(
            "date(valid_until) IS valid_until", name=op.f("ck_quote_last_day_exists")
        ),
        sa.CheckConstraint("tax_added IN (0, 1)", name=op.f("ck_quote_tax_added_known")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_quote_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"], name=op.f("fk_quote_deal_id_deal")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_quote_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_quote_contact",
        "quote",
        ["contact_id"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index("ix_quote_deal", "quote", ["deal_id", "deleted_at"], unique=False)
    op.create_index(
        "ix_quote_deleted",
        "quote",
        ["deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NOT NULL"),
    )
    op.create_index("ix_quote_number", "quote", ["year", "sequence", "version"], unique=False)
    op.create_table(
        "stage_move",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("deal_id", sa.Integer(), nullable=False),
        sa.Column("from_stage_id", sa.Integer(), nullable=True),
        sa.Column("to_stage_id", sa.Integer(), nullable=False),
        sa.Column("moved_at", sa.Text(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        *_kept(),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"], name=op.f("fk_stage_move_deal_id_deal")),
        sa.ForeignKeyConstraint(
            ["from_stage_id"],
            ["pipeline_stage.id"],
            name=op.f("fk_stage_move_from_stage_id_pipeline_stage"),
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_stage_move_staff_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["to_stage_id"],
            ["pipeline_stage.id"],
            name=op.f("fk_stage_move_to_stage_id_pipeline_stage"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_move")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_stage_move_deal", "stage_move", ["deal_id", "moved_at"], unique=False)
    op.create_index("ix_stage_move_moved", "stage_move", ["moved_at"], unique=False)
    op.create_table(
        "quote_line",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("spec", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("quantity", sa.Integer(), server_default="1000", nullable=False),
        sa.Column("unit_price", sa.Integer(), nullable=False),
        sa.Column("discount", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tax_rate", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tax", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        *_kept(),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_quote_line_product_id_product")
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quote.id"], name=op.f("fk_quote_line_quote_id_quote")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote_line")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_quote_line_quote", "quote_line", ["quote_id", "deleted_at"], unique=False)


def _new_columns() -> None:
    for table in OF_DEALS:
        # In SQLite's own words: alembic would copy the whole table for the sake of the key.
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN deal_id INTEGER"
            f" CONSTRAINT fk_{table}_deal_id_deal REFERENCES deal (id)"
        )
    op.create_index(
        "ix_attachment_deal",
        "attachment",
        ["deal_id"],
        unique=False,
        sqlite_where=sa.text("deal_id IS NOT NULL"),
    )
    op.create_index(
        "ix_plan_run_deal",
        "plan_run",
        ["deal_id"],
        unique=False,
        sqlite_where=sa.text("deal_id IS NOT NULL"),
    )
    op.create_index(
        "ix_sale_deal",
        "sale",
        ["deal_id"],
        unique=False,
        sqlite_where=sa.text("deal_id IS NOT NULL"),
    )
    op.create_index(
        "ix_task_deal",
        "task",
        ["deal_id", "closed_at", "due_at", "deleted_at", "status"],
        unique=False,
        sqlite_where=sa.text("deal_id IS NOT NULL"),
    )


def _wider_indexes() -> None:
    """Let days be read from the indexes alone, and birthdays be found by their day."""
    op.drop_index("ix_task_due", "task")
    op.create_index(
        "ix_task_due",
        "task",
        ["due_at", "id", "status", "contact_id", "assignee_id", "duration_min"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL AND deleted_at IS NULL"),
    )
    op.drop_index("ix_task_past", "task")
    op.create_index(
        "ix_task_past",
        "task",
        ["due_at", "duration_min"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NOT NULL AND deleted_at IS NULL"),
    )
    op.create_index(
        "ix_contact_birthday",
        "contact",
        [sa.text("substr(birthday, -5)"), "birthday_calendar", "birthday"],
        unique=False,
        sqlite_where=sa.text(
            "birthday IS NOT NULL AND deleted_at IS NULL AND merged_into_id IS NULL"
        ),
    )
