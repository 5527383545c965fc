"""What was reckoned of each customer from their purchases."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None
TIERS = "'vip', 'regular', 'occasional', 'new', 'at_risk', 'slipping', 'lapsed', 'not_yet'"


def upgrade() -> None:
    op.create_table(
        "score_run",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("customers", sa.Integer(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("tested", sa.Text(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("date(as_of) IS as_of", name=op.f("ck_score_run_day_exists")),
        sa.CheckConstraint("done IN (0, 1)", name=op.f("ck_score_run_done_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_run")),
        sqlite_strict=True,
    )
    op.create_table(
        "customer_score",
        sa.Column("contact_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("purchases", sa.Integer(), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Text(), nullable=False),
        sa.Column("last_on", sa.Text(), nullable=False),
        sa.Column("r", sa.Integer(), nullable=True),
        sa.Column("f", sa.Integer(), nullable=True),
        sa.Column("m", sa.Integer(), nullable=True),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.Column("tier_since", sa.Text(), nullable=False),
        sa.Column("rhythm", sa.Text(), nullable=False),
        sa.Column("gap", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("late_on", sa.Text(), nullable=False),
        sa.Column("slipping_on", sa.Text(), nullable=False),
        sa.Column("gone_on", sa.Text(), nullable=False),
        sa.Column("alive", sa.Integer(), nullable=True),
        sa.Column("return_90", sa.Integer(), nullable=True),
        sa.Column("expected_30", sa.Integer(), nullable=True),
        sa.Column("expected_90", sa.Integer(), nullable=True),
        sa.Column("expected_365", sa.Integer(), nullable=True),
        sa.Column("value_90", sa.Integer(), nullable=True),
        sa.Column("value_365", sa.Integer(), nullable=True),
        sa.Column("value_low", sa.Integer(), nullable=True),
        sa.Column("value_high", sa.Integer(), nullable=True),
        sa.Column("stake", sa.Integer(), nullable=True),
        sa.Column("next_on", sa.Text(), nullable=True),
        sa.Column("next_from", sa.Text(), nullable=True),
        sa.Column("next_until", sa.Text(), nullable=True),
        sa.CheckConstraint(f"tier IN ({TIERS})", name=op.f("ck_customer_score_tier_known")),
        sa.CheckConstraint(
            "rhythm IN ('on_time', 'due', 'late', 'slipping', 'gone')",
            name=op.f("ck_customer_score_rhythm_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_customer_score_contact_id_contact"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_customer_score")),
        sqlite_strict=True,
    )
    op.create_index("ix_customer_score_run", "customer_score", ["run_id"], unique=False)
    op.create_index(
        "ix_customer_score_tier", "customer_score", ["tier", "stake", "rhythm"], unique=False
    )
    op.create_table(
        "tier_move",
        sa.Column("contact_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.CheckConstraint(f"tier IN ({TIERS})", name=op.f("ck_tier_move_tier_known")),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_tier_move_contact_id_contact"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("contact_id", "since", name=op.f("pk_tier_move")),
        sqlite_strict=True,
    )
    op.create_index("ix_tier_move_since", "tier_move", ["since"], unique=False)
