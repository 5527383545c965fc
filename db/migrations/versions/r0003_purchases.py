"""Purchases: products, sales, payments, passes, points, days closed, and sums over them.

A column added to a table that there was may be NULL and has no default: the ledger's older
entries do not name it, and undoing them must find the rows as they were left.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
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
        "loyalty_programme",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("earn_by", sa.Text(), nullable=False),
        sa.Column("earn_per", sa.Integer(), nullable=False),
        sa.Column("earn_points", sa.Integer(), nullable=False),
        sa.Column("worth", sa.Integer(), nullable=True),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("expires_after_days", sa.Integer(), nullable=True),
        sa.Column("retired_at", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "earn_by IN ('amount', 'visit')", name=op.f("ck_loyalty_programme_earn_by_known")
        ),
        sa.CheckConstraint(
            "kind IN ('points', 'stamps')", name=op.f("ck_loyalty_programme_kind_known")
        ),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_loyalty_programme_name_not_blank")),
        sa.CheckConstraint(
            "earn_per > 0 AND earn_points > 0", name=op.f("ck_loyalty_programme_something")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loyalty_programme")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "product_category",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("retired_at", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_product_category_name_not_blank")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_category")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "summary_basis",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_summary_basis_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summary_basis")),
        sqlite_strict=True,
    )
    op.create_table(
        "day_close",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        *_kept(),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_day_close_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_close")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_day_close_day", "day_close", ["day"], unique=False)
    op.create_table(
        "product",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("price", sa.Integer(), nullable=True),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column("tax_rate", sa.Integer(), nullable=True),
        sa.Column("barcode", sa.Text(), nullable=True),
        sa.Column("replaces_after_days", sa.Integer(), nullable=True),
        sa.Column("pass_uses", sa.Integer(), nullable=True),
        sa.Column("pass_amount", sa.Integer(), nullable=True),
        sa.Column("pass_days", sa.Integer(), nullable=True),
        sa.Column("retired_at", sa.Text(), nullable=True),
        sa.Column("name_key", sa.Text(), server_default="", nullable=False),
        *_kept(),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_product_name_not_blank")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_product_name_length")),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["product_category.id"],
            name=op.f("fk_product_category_id_product_category"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_product_barcode",
        "product",
        ["barcode"],
        unique=False,
        sqlite_where=sa.text("barcode IS NOT NULL"),
    )
    op.create_index(
        "ix_product_category",
        "product",
        ["category_id"],
        unique=False,
        sqlite_where=sa.text("category_id IS NOT NULL"),
    )
    op.create_index(
        "ix_product_code",
        "product",
        ["code"],
        unique=False,
        sqlite_where=sa.text("code IS NOT NULL"),
    )
    op.create_index(
        "ix_product_name",
        "product",
        ["name", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index("ix_product_name_key", "product", ["name_key"], unique=False)
    op.create_table(
        "day_count",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day_close_id", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        *_kept(),
        sa.CheckConstraint(
            "method IN ('cash', 'card', 'transfer', 'points', 'pass', 'other', 'owed')",
            name=op.f("ck_day_count_method_known"),
        ),
        sa.ForeignKeyConstraint(
            ["day_close_id"], ["day_close.id"], name=op.f("fk_day_count_day_close_id_day_close")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_count")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_day_count_close", "day_count", ["day_close_id"], unique=False)
    op.create_table(
        "sale",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), server_default="desk", nullable=False),
        sa.Column("external_key", sa.Text(), nullable=True),
        sa.Column("sold_on", sa.Text(), nullable=False),
        sa.Column("sold_at", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("discount", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tax_added", sa.Integer(), server_default="0", nullable=False),
        sa.Column("cancelled_at", sa.Text(), nullable=True),
        sa.Column("refunds_id", sa.Integer(), nullable=True),
        sa.Column("exchange_of_id", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("recipient_id", sa.Integer(), nullable=True),
        sa.Column("recipient_name", sa.Text(), nullable=True),
        sa.Column("recipient_phone", sa.Text(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("handover", sa.Text(), nullable=True),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("card_text", sa.Text(), nullable=True),
        sa.Column("maker_note", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("cash_receipt", sa.Text(), nullable=True),
        sa.Column("subtotal", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tax", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total", sa.Integer(), server_default="0", nullable=False),
        sa.Column("paid", sa.Integer(), server_default="0", nullable=False),
        sa.Column("refunded", sa.Integer(), server_default="0", nullable=False),
        sa.Column("owed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("status", sa.Text(), server_default="open", nullable=False),
        *_kept(),
        sa.CheckConstraint(
            "handover IN ('delivery', 'pickup')", name=op.f("ck_sale_handover_known")
        ),
        sa.CheckConstraint("refunds_id <> id", name=op.f("ck_sale_not_itself")),
        sa.CheckConstraint("date(sold_on) IS sold_on", name=op.f("ck_sale_day_exists")),
        sa.CheckConstraint("tax_added IN (0, 1)", name=op.f("ck_sale_tax_added_known")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_sale_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["exchange_of_id"], ["sale.id"], name=op.f("fk_sale_exchange_of_id_sale")
        ),
        sa.ForeignKeyConstraint(
            ["recipient_id"], ["contact.id"], name=op.f("fk_sale_recipient_id_contact")
        ),
        sa.ForeignKeyConstraint(["refunds_id"], ["sale.id"], name=op.f("fk_sale_refunds_id_sale")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_sale_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_sale_contact",
        "sale",
        [
            "contact_id",
            "sold_on",
            "deleted_at",
            "cancelled_at",
            "currency",
            "status",
            "total",
            "owed",
        ],
        unique=False,
        sqlite_where=sa.text("contact_id IS NOT NULL"),
    )
    op.create_index(
        "ix_sale_deleted",
        "sale",
        ["deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NOT NULL"),
    )
    op.create_index(
        "ix_sale_due",
        "sale",
        ["due_at", "id"],
        unique=False,
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index(
        "ix_sale_exchange",
        "sale",
        ["exchange_of_id"],
        unique=False,
        sqlite_where=sa.text("exchange_of_id IS NOT NULL"),
    )
    op.create_index(
        "ix_sale_external",
        "sale",
        ["external_key", "source"],
        unique=False,
        sqlite_where=sa.text("external_key IS NOT NULL"),
    )
    op.create_index(
        "ix_sale_owed", "sale", ["owed", "id"], unique=False, sqlite_where=sa.text("owed <> 0")
    )
    op.create_index(
        "ix_sale_recipient",
        "sale",
        ["recipient_id"],
        unique=False,
        sqlite_where=sa.text("recipient_id IS NOT NULL"),
    )
    op.create_index(
        "ix_sale_refunds",
        "sale",
        ["refunds_id"],
        unique=False,
        sqlite_where=sa.text("refunds_id IS NOT NULL"),
    )
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
        ],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "loyalty_move",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("moved_on", sa.Text(), nullable=False),
        sa.Column("sale_id", sa.Integer(), nullable=True),
        sa.Column("expires_on", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "kind IN ('earn', 'spend', 'expire', 'adjust')", name=op.f("ck_loyalty_move_kind_known")
        ),
        sa.CheckConstraint("points <> 0", name=op.f("ck_loyalty_move_something")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_loyalty_move_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["loyalty_programme.id"],
            name=op.f("fk_loyalty_move_programme_id_loyalty_programme"),
        ),
        sa.ForeignKeyConstraint(
            ["sale_id"], ["sale.id"], name=op.f("fk_loyalty_move_sale_id_sale")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_loyalty_move_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loyalty_move")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_loyalty_move_contact",
        "loyalty_move",
        ["contact_id", "programme_id", "deleted_at", "points"],
        unique=False,
    )
    op.create_index(
        "ix_loyalty_move_expires",
        "loyalty_move",
        ["expires_on"],
        unique=False,
        sqlite_where=sa.text("expires_on IS NOT NULL"),
    )
    op.create_index(
        "ix_loyalty_move_sale",
        "loyalty_move",
        ["sale_id"],
        unique=False,
        sqlite_where=sa.text("sale_id IS NOT NULL"),
    )
    op.create_table(
        "payment",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sale_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("paid_on", sa.Text(), nullable=False),
        sa.Column("paid_at", sa.Text(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        *_kept(),
        sa.CheckConstraint(
            "method IN ('cash', 'card', 'transfer', 'points', 'pass', 'other')",
            name=op.f("ck_payment_method_known"),
        ),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_payment_something")),
        sa.CheckConstraint("date(paid_on) IS paid_on", name=op.f("ck_payment_day_exists")),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_payment_sale_id_sale")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_payment_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_payment_paid",
        "payment",
        ["paid_on", "method", "amount"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index("ix_payment_sale", "payment", ["sale_id", "deleted_at", "amount"], unique=False)
    op.create_table(
        "prepaid_pass",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("sale_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("bought_on", sa.Text(), nullable=False),
        sa.Column("expires_on", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("remaining", sa.Integer(), server_default="0", nullable=False),
        *_kept(),
        sa.CheckConstraint("kind IN ('uses', 'amount')", name=op.f("ck_prepaid_pass_kind_known")),
        sa.CheckConstraint("units > 0", name=op.f("ck_prepaid_pass_something")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_prepaid_pass_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_prepaid_pass_product_id_product")
        ),
        sa.ForeignKeyConstraint(
            ["sale_id"], ["sale.id"], name=op.f("fk_prepaid_pass_sale_id_sale")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prepaid_pass")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_prepaid_pass_contact", "prepaid_pass", ["contact_id"], unique=False)
    op.create_index(
        "ix_prepaid_pass_expires",
        "prepaid_pass",
        ["expires_on"],
        unique=False,
        sqlite_where=sa.text("expires_on IS NOT NULL"),
    )
    op.create_index(
        "ix_prepaid_pass_sale",
        "prepaid_pass",
        ["sale_id"],
        unique=False,
        sqlite_where=sa.text("sale_id IS NOT NULL"),
    )
    op.create_table(
        "sale_line",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sale_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("quantity", sa.Integer(), server_default="1000", nullable=False),
        sa.Column("unit_price", sa.Integer(), nullable=False),
        sa.Column("discount", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tax", sa.Integer(), server_default="0", nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column("refunds_line_id", sa.Integer(), nullable=True),
        *_kept(),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_sale_line_product_id_product")
        ),
        sa.ForeignKeyConstraint(
            ["refunds_line_id"],
            ["sale_line.id"],
            name=op.f("fk_sale_line_refunds_line_id_sale_line"),
        ),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_sale_line_sale_id_sale")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale_line")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_sale_line_product",
        "sale_line",
        ["product_id", "sale_id"],
        unique=False,
        sqlite_where=sa.text("product_id IS NOT NULL"),
    )
    op.create_index(
        "ix_sale_line_refunds",
        "sale_line",
        ["refunds_line_id"],
        unique=False,
        sqlite_where=sa.text("refunds_line_id IS NOT NULL"),
    )
    op.create_index(
        "ix_sale_line_sale",
        "sale_line",
        ["sale_id", "deleted_at", "product_id", "quantity", "total", "tax"],
        unique=False,
    )
    op.create_table(
        "pass_use",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pass_id", sa.Integer(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("used_on", sa.Text(), nullable=False),
        sa.Column("used_at", sa.Text(), nullable=True),
        sa.Column("sale_id", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        *_kept(),
        sa.CheckConstraint("units > 0", name=op.f("ck_pass_use_something")),
        sa.ForeignKeyConstraint(
            ["pass_id"], ["prepaid_pass.id"], name=op.f("fk_pass_use_pass_id_prepaid_pass")
        ),
        sa.ForeignKeyConstraint(["sale_id"], ["sale.id"], name=op.f("fk_pass_use_sale_id_sale")),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_pass_use_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pass_use")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_pass_use_pass", "pass_use", ["pass_id", "deleted_at", "units"], unique=False
    )
    op.create_index(
        "ix_pass_use_sale",
        "pass_use",
        ["sale_id"],
        unique=False,
        sqlite_where=sa.text("sale_id IS NOT NULL"),
    )


def _new_columns() -> None:
    op.add_column("contact", sa.Column("visits", sa.Integer(), nullable=True))
    op.add_column("contact", sa.Column("sales_total", sa.Integer(), nullable=True))
    op.add_column("contact", sa.Column("sales_average", sa.Integer(), nullable=True))
    op.add_column("contact", sa.Column("sales_year", sa.Integer(), nullable=True))
    op.add_column("contact", sa.Column("first_sale_on", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("last_sale_on", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("usual_gap", sa.Integer(), nullable=True))
    op.add_column("contact", sa.Column("owed", sa.Integer(), nullable=True))
    op.add_column("contact", sa.Column("passes_left", sa.Integer(), nullable=True))
    op.add_column("contact", sa.Column("points", sa.Integer(), nullable=True))
    op.add_column("contact", sa.Column("quality", sa.Integer(), nullable=True))
    op.drop_index("ix_contact_merged", "contact")
    op.create_index(
        "ix_contact_merged",
        "contact",
        ["merged_into_id", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("merged_into_id IS NOT NULL"),
    )
    op.create_index(
        "ix_contact_quality",
        "contact",
        ["quality", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.create_index(
        "ix_contact_last_sale",
        "contact",
        ["last_sale_on", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.create_index(
        "ix_contact_owed",
        "contact",
        ["owed", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.create_index(
        "ix_contact_sales_total",
        "contact",
        ["sales_total", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.create_index(
        "ix_contact_sales_year",
        "contact",
        ["sales_year", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.create_index(
        "ix_contact_visits",
        "contact",
        ["visits", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.add_column("import_batch", sa.Column("kind", sa.Text(), nullable=True))
    op.add_column("import_row", sa.Column("sale_id", sa.Integer(), nullable=True))
