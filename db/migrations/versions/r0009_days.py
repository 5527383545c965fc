"""Sums of each day's sales, and who came first when: reports of a year add them up."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None
SOLD = "FROM sale WHERE deleted_at IS NULL AND cancelled_at IS NULL"


def upgrade() -> None:
    op.create_table(
        "sale_day",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("sales", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("nameless_sales", sa.Integer(), nullable=False),
        sa.Column("nameless_total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "currency", name=op.f("pk_sale_day")),
        sqlite_strict=True,
    )
    op.create_table(
        "seller_day",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sales", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "currency", "staff_id", name=op.f("pk_seller_day")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_contact_first_sale",
        "contact",
        ["first_sale_on", "last_sale_on"],
        unique=False,
        sqlite_where=sa.text("first_sale_on IS NOT NULL"),
    )
    op.execute(
        "INSERT INTO sale_day SELECT sold_on, currency, sum(status <> 'refund'), sum(total),"
        " count(DISTINCT iif(status IN ('open', 'partial', 'paid'), contact_id, NULL)),"
        " sum(contact_id IS NULL AND status <> 'refund'), sum(iif(contact_id IS NULL, total, 0))"
        f" {SOLD} GROUP BY sold_on, currency"
    )
    op.execute(
        "INSERT INTO seller_day SELECT sold_on, currency, coalesce(staff_id, 0),"
        f" sum(status <> 'refund'), sum(total) {SOLD}"
        " GROUP BY sold_on, currency, coalesce(staff_id, 0)"
    )
