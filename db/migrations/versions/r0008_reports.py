"""Reports somebody built; sums of sales by customer and seller are read from an index."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None
NOW = sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("on_board", sa.Integer(), server_default="1", nullable=False),
        sa.Column("in_rail", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", sa.Text(), server_default=NOW, nullable=False),
        sa.Column("updated_at", sa.Text(), server_default=NOW, nullable=False),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_report_name_not_blank")),
        sa.CheckConstraint("json_valid(plan)", name=op.f("ck_report_plan_readable")),
        sa.CheckConstraint("on_board IN (0, 1)", name=op.f("ck_report_on_board_known")),
        sa.CheckConstraint("in_rail IN (0, 1)", name=op.f("ck_report_in_rail_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sqlite_strict=True,
    )
    op.drop_index("ix_sale_sold", "sale")
    op.create_index(
        "ix_sale_sold",
        "sale",
        [
            "sold_on",
            "sold_at",
            "id",
            "currency",
            "cancelled_at",
            "status",
            "total",
            "owed",
            "tax_added",
            "contact_id",
            "staff_id",
            "subtotal",
        ],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
