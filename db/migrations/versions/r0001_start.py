"""The first schema: contacts, what hangs on them, the ledger and the imports."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=True),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('insert', 'update', 'delete')", name=op.f("ck_change_kind_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_change_outside",
        "change",
        ["id"],
        unique=False,
        sqlite_where=sa.text("change_set_id IS NULL"),
    )
    op.create_index("ix_change_row", "change", ["row_id"], unique=False)
    op.create_table(
        "contact_search",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("phones", sa.Text(), nullable=False),
        sa.Column("emails", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("grams", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_search")),
        sqlite_strict=True,
    )
    op.create_table(
        "device",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
        sqlite_strict=True,
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("same", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
        sqlite_strict=True,
    )
    op.create_index("ix_import_batch_sha256", "import_batch", ["sha256"], unique=False)
    op.create_table(
        "open_change_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_open_change_set_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_change_set")),
        sqlite_strict=True,
    )
    op.create_table(
        "segment",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filter", sa.Text(), nullable=False),
        sa.Column("colour", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_segment_name_not_blank")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "role IN ('owner', 'staff', 'viewer')", name=op.f("ck_staff_role_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("colour", sa.Text(), nullable=True),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_tag_name_not_blank")),
        sa.CheckConstraint("length(name) <= 100", name=op.f("ck_tag_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "change_set",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("device_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("clock", sa.Integer(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.Column("first_change_id", sa.Integer(), nullable=False),
        sa.Column("last_change_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"], ["device.id"], name=op.f("fk_change_set_device_id_device")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_set")),
        sqlite_strict=True,
    )
    op.create_index("ix_change_set_step", "change_set", ["step_id"], unique=False)
    op.create_index(
        "ix_change_set_undoes",
        "change_set",
        ["undoes_id"],
        unique=False,
        sqlite_where=sa.text("undoes_id IS NOT NULL"),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), server_default="person", nullable=False),
        sa.Column("name", sa.Text(collation="NOCASE"), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=True),
        sa.Column("given_name", sa.Text(), nullable=True),
        sa.Column("reading", sa.Text(), nullable=True),
        sa.Column("nickname", sa.Text(), nullable=True),
        sa.Column("prefix", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("company", sa.Text(), nullable=True),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("job_title", sa.Text(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=True),
        sa.Column("birthday", sa.Text(), nullable=True),
        sa.Column("birthday_calendar", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("first_seen_on", sa.Text(), nullable=True),
        sa.Column("opening_total", sa.Integer(), nullable=True),
        sa.Column("opening_visits", sa.Integer(), nullable=True),
        sa.Column("last_visit_on", sa.Text(), nullable=True),
        sa.Column("consent_email", sa.Text(), nullable=True),
        sa.Column("consent_sms", sa.Text(), nullable=True),
        sa.Column("consent_phone", sa.Text(), nullable=True),
        sa.Column("consent_messenger", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("last_contact_at", sa.Text(), nullable=True),
        sa.Column("name_key", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "consent_email IN ('granted', 'denied')", name=op.f("ck_contact_consent_email_known")
        ),
        sa.CheckConstraint(
            "consent_messenger IN ('granted', 'denied')",
            name=op.f("ck_contact_consent_messenger_known"),
        ),
        sa.CheckConstraint(
            "consent_phone IN ('granted', 'denied')", name=op.f("ck_contact_consent_phone_known")
        ),
        sa.CheckConstraint(
            "consent_sms IN ('granted', 'denied')", name=op.f("ck_contact_consent_sms_known")
        ),
        sa.CheckConstraint(
            "kind IN ('person', 'company', 'household')", name=op.f("ck_contact_kind_known")
        ),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_contact_name_not_blank")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_contact_name_length")),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["contact.id"], name=op.f("fk_contact_merged_into_id_contact")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name=op.f("fk_contact_owner_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_contact_company",
        "contact",
        ["company", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.create_index(
        "ix_contact_created",
        "contact",
        ["created_at", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.create_index(
        "ix_contact_deleted",
        "contact",
        ["deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NOT NULL"),
    )
    op.create_index(
        "ix_contact_last_contact",
        "contact",
        ["last_contact_at", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.create_index(
        "ix_contact_merged",
        "contact",
        ["merged_into_id"],
        unique=False,
        sqlite_where=sa.text("merged_into_id IS NOT NULL"),
    )
    op.create_index(
        "ix_contact_name",
        "contact",
        ["name", "id"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL AND merged_into_id IS NULL"),
    )
    op.create_index("ix_contact_name_key", "contact", ["name_key", "birthday"], unique=False)
    op.create_index(
        "ix_contact_number",
        "contact",
        ["number"],
        unique=False,
        sqlite_where=sa.text("number IS NOT NULL"),
    )
    op.create_index(
        "ix_contact_owner",
        "contact",
        ["owner_id"],
        unique=False,
        sqlite_where=sa.text("owner_id IS NOT NULL"),
    )
    op.create_table(
        "import_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("cells", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_import_row_batch_id_import_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_row")),
        sqlite_strict=True,
    )
    op.create_index("ix_import_row_batch", "import_row", ["batch_id", "outcome"], unique=False)
    op.create_table(
        "interaction",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("two_way", sa.Integer(), server_default="0", nullable=False),
        sa.Column("duration_min", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('call', 'visit', 'text', 'messenger', 'email', 'meeting', 'gift', 'complaint', 'other')",
            name=op.f("ck_interaction_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_interaction_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_interaction_happened", "interaction", ["happened_at", "id"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_attachment_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_attachment_contact", "attachment", ["contact_id"], unique=False)
    op.create_table(
        "contact_point",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("street", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("invalid_since", sa.Text(), nullable=True),
        sa.Column("invalid_reason", sa.Text(), nullable=True),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('phone', 'email', 'address', 'link')",
            name=op.f("ck_contact_point_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_point_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_contact_point_contact", "contact_point", ["contact_id"], unique=False)
    op.create_index(
        "ix_contact_point_key",
        "contact_point",
        ["key"],
        unique=False,
        sqlite_where=sa.text("key <> ''"),
    )
    op.create_table(
        "contact_tag",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_tag_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_contact_tag_tag_id_tag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_tag")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_contact_tag_contact", "contact_tag", ["contact_id"], unique=False)
    op.create_index("ix_contact_tag_tag", "contact_tag", ["tag_id"], unique=False)
    op.create_table(
        "external_key",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_external_key_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_key")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_external_key_contact", "external_key", ["contact_id"], unique=False)
    op.create_index("ix_external_key_value", "external_key", ["value", "system"], unique=False)
    op.create_table(
        "interaction_contact",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_interaction_contact_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_interaction_contact_interaction_id_interaction"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction_contact")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_interaction_contact_contact", "interaction_contact", ["contact_id"], unique=False
    )
    op.create_index(
        "ix_interaction_contact_interaction",
        "interaction_contact",
        ["interaction_id"],
        unique=False,
    )
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("pinned", sa.Integer(), server_default="0", nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column(
            "created_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.Text(),
            server_default=sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"),
            nullable=False,
        ),
        sa.Column("deleted_at", sa.Text(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_note_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_note_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_note_contact", "note", ["contact_id"], unique=False)
