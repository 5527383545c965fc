"""Enquiries, the score's rules, who is given what, goals, and what was forecast."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None
NOW = "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"


def upgrade() -> None:
    op.create_table(
        "forecast_snapshot",
        sa.Column("week_on", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("taken_on", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("likely", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("won", sa.Integer(), nullable=False),
        sa.Column("deals", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("week_on", "month", name=op.f("pk_forecast_snapshot")),
        sqlite_strict=True,
    )
    op.create_table(
        "score_rule",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("operand", sa.Text(), server_default="", nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "kind IN ('channel', 'source', 'words', 'phone', 'email', 'product', 'customer', 'referred', 'value', 'soon', 'silent')",
            name=op.f("ck_score_rule_kind_known"),
        ),
        sa.CheckConstraint(
            "points BETWEEN -100 AND 100", name=op.f("ck_score_rule_points_in_reach")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_rule")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("pipeline_id", sa.Integer(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("staff", sa.Text(), server_default="[]", nullable=False),
        *_kept(),
        sa.CheckConstraint(
            "(pipeline_id IS NOT NULL) = (scope = 'pipeline') AND (channel IS NOT NULL) = (scope = 'channel')",
            name=op.f("ck_assignment_about_one"),
        ),
        sa.CheckConstraint(
            "channel IN ('walk_in', 'phone', 'message', 'web', 'referral')",
            name=op.f("ck_assignment_channel_known"),
        ),
        sa.CheckConstraint(
            "scope IN ('pipeline', 'channel')", name=op.f("ck_assignment_scope_known")
        ),
        sa.CheckConstraint(
            "way IN ('hand', 'round_robin', 'least_busy')", name=op.f("ck_assignment_way_known")
        ),
        sa.ForeignKeyConstraint(
            ["pipeline_id"], ["pipeline.id"], name=op.f("fk_assignment_pipeline_id_pipeline")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), server_default="shop", nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("period", sa.Text(), server_default="month", nullable=False),
        sa.Column("first_on", sa.Text(), nullable=False),
        sa.Column("last_on", sa.Text(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "(staff_id IS NOT NULL) = (scope = 'staff') AND (product_id IS NOT NULL) = (scope = 'product')",
            name=op.f("ck_goal_of_one"),
        ),
        sa.CheckConstraint(
            "metric IN ('revenue', 'won_deals', 'won_value', 'new_customers', 'returning_customers', 'contacts_made', 'won_back')",
            name=op.f("ck_goal_metric_known"),
        ),
        sa.CheckConstraint(
            "period IN ('month', 'quarter', 'year', 'range')", name=op.f("ck_goal_period_known")
        ),
        sa.CheckConstraint(
            "scope IN ('shop', 'staff', 'product')", name=op.f("ck_goal_scope_known")
        ),
        sa.CheckConstraint("date(first_on) IS first_on", name=op.f("ck_goal_first_day_exists")),
        sa.CheckConstraint("date(last_on) IS last_on", name=op.f("ck_goal_last_day_exists")),
        sa.CheckConstraint("last_on >= first_on", name=op.f("ck_goal_in_order")),
        sa.CheckConstraint("target > 0", name=op.f("ck_goal_something")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_goal_product_id_product")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_goal_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_goal_days", "goal", ["first_on", "last_on", "deleted_at"], unique=False)
    op.create_table(
        "enquiry",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("referred_by_id", sa.Integer(), nullable=True),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("closed_as", sa.Text(), nullable=True),
        sa.Column("deal_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), server_default="desk", nullable=False),
        sa.Column("external_key", sa.Text(), nullable=True),
        sa.Column("first_response_at", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), server_default="new", nullable=False),
        *_kept(),
        sa.CheckConstraint(
            "channel IN ('walk_in', 'phone', 'message', 'web', 'referral')",
            name=op.f("ck_enquiry_channel_known"),
        ),
        sa.CheckConstraint(
            "closed_as IN ('closed', 'spam')", name=op.f("ck_enquiry_closed_as_known")
        ),
        sa.CheckConstraint(
            "status IN ('new', 'linked', 'answered', 'closed', 'spam')",
            name=op.f("ck_enquiry_status_known"),
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (closed_as IS NULL)", name=op.f("ck_enquiry_closed_as_something")
        ),
        sa.CheckConstraint("length(text) <= 20000", name=op.f("ck_enquiry_text_length")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_enquiry_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["deal_id"], ["deal.id"], name=op.f("fk_enquiry_deal_id_deal")),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name=op.f("fk_enquiry_owner_id_staff")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_enquiry_product_id_product")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiry")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_enquiry_contact",
        "enquiry",
        ["contact_id", "received_at"],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index(
        "ix_enquiry_deal",
        "enquiry",
        ["deal_id"],
        unique=False,
        sqlite_where=sa.text("deal_id IS NOT NULL"),
    )
    op.create_index(
        "ix_enquiry_deleted",
        "enquiry",
        ["deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NOT NULL"),
    )
    op.create_index(
        "ix_enquiry_open",
        "enquiry",
        ["received_at", "id", "status", "channel", "owner_id", "due_at"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL AND deleted_at IS NULL"),
    )
    op.create_index(
        "ix_enquiry_received",
        "enquiry",
        ["received_at", "id", "status", "channel", "owner_id", "first_response_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
    # ### end Alembic commands


def _kept() -> tuple[sa.Column[str], sa.Column[str], sa.Column[str], sa.Column[int]]:
    """Return what every table of user data has."""
    return (
        sa.Column("created_at", sa.Text(), server_default=sa.text(NOW), nullable=False),
        sa.Column("updated_at", sa.Text(), server_default=sa.text(NOW), nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
    )
