"""People whole: roles, relations, days, consent, fields of one's own, duplicates, erasures.

A column added to a table that there was may be NULL and has no default: the ledger's older
entries do not name it, and undoing them must find the rows as they were left.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _new_tables()
    _new_columns()


def _new_tables() -> None:
    op.create_table(
        "custom_field",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label_ko", sa.Text(), server_default="", nullable=False),
        sa.Column("label_en", sa.Text(), server_default="", nullable=False),
        sa.Column("in_list", sa.Integer(), server_default="0", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("retired_at", sa.Text(), nullable=True),
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
            "kind IN ('text', 'number', 'money', 'date', 'yes_no', 'choice', 'choices', 'person', 'file')",
            name=op.f("ck_custom_field_kind_known"),
        ),
        sa.CheckConstraint(
            "trim(label_ko) <> '' OR trim(label_en) <> ''",
            name=op.f("ck_custom_field_label_not_blank"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "duplicate_pair",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("a_id", sa.Integer(), nullable=False),
        sa.Column("b_id", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("found_at", sa.Text(), nullable=False),
        sa.CheckConstraint("a_id < b_id", name=op.f("ck_duplicate_pair_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate_pair")),
        sqlite_strict=True,
    )
    op.create_index("ix_duplicate_pair_a", "duplicate_pair", ["a_id"], unique=False)
    op.create_index("ix_duplicate_pair_b", "duplicate_pair", ["b_id"], unique=False)
    op.create_index("ix_duplicate_pair_score", "duplicate_pair", ["score", "id"], unique=False)
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("erased_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sqlite_strict=True,
    )
    op.create_table(
        "relation_type",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("forward_name", sa.Text(), nullable=False),
        sa.Column("reverse_name", sa.Text(), nullable=False),
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
        sa.CheckConstraint(
            "trim(forward_name) <> ''", name=op.f("ck_relation_type_name_not_blank")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation_type")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_table(
        "custom_choice",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("label_ko", sa.Text(), server_default="", nullable=False),
        sa.Column("label_en", sa.Text(), server_default="", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("retired_at", sa.Text(), nullable=True),
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
            ["field_id"], ["custom_field.id"], name=op.f("fk_custom_choice_field_id_custom_field")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_choice")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_custom_choice_field", "custom_choice", ["field_id"], unique=False)
    op.create_table(
        "contact_role",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
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
            "role IN ('customer', 'lead', 'supplier', 'partner')",
            name=op.f("ck_contact_role_role_known"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_role_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_role")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_contact_role_contact", "contact_role", ["contact_id"], unique=False)
    op.create_index("ix_contact_role_role", "contact_role", ["role", "contact_id"], unique=False)
    op.create_table(
        "distinct_pair",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("a_id", sa.Integer(), nullable=False),
        sa.Column("b_id", sa.Integer(), nullable=False),
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
        sa.CheckConstraint("a_id < b_id", name=op.f("ck_distinct_pair_in_order")),
        sa.ForeignKeyConstraint(
            ["a_id"], ["contact.id"], name=op.f("fk_distinct_pair_a_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["b_id"], ["contact.id"], name=op.f("fk_distinct_pair_b_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pair")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_distinct_pair_a", "distinct_pair", ["a_id"], unique=False)
    op.create_index("ix_distinct_pair_b", "distinct_pair", ["b_id"], unique=False)
    op.create_table(
        "important_date",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("calendar", sa.Text(), server_default="solar", nullable=False),
        sa.Column("leap_month", sa.Integer(), server_default="0", nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=True),
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
            "calendar IN ('solar', 'lunar')", name=op.f("ck_important_date_calendar_known")
        ),
        sa.CheckConstraint(
            "kind IN ('anniversary', 'memorial', 'first_visit', 'other')",
            name=op.f("ck_important_date_kind_known"),
        ),
        sa.CheckConstraint("day BETWEEN 1 AND 31", name=op.f("ck_important_date_day_exists")),
        sa.CheckConstraint("leap_month IN (0, 1)", name=op.f("ck_important_date_leap_month_known")),
        sa.CheckConstraint("month BETWEEN 1 AND 12", name=op.f("ck_important_date_month_exists")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_important_date_contact_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_important_date")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_important_date_contact", "important_date", ["contact_id"], unique=False)
    op.create_index("ix_important_date_day", "important_date", ["month", "day"], unique=False)
    op.create_table(
        "relation",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("type_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("is_primary", sa.Integer(), server_default="0", nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
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
            "kind IN ('works_at', 'member_of', 'spouse', 'parent', 'sibling', 'family', 'friend', 'colleague', 'assistant', 'referred', 'custom')",
            name=op.f("ck_relation_kind_known"),
        ),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_relation_not_itself")),
        sa.ForeignKeyConstraint(
            ["from_id"], ["contact.id"], name=op.f("fk_relation_from_id_contact")
        ),
        sa.ForeignKeyConstraint(["to_id"], ["contact.id"], name=op.f("fk_relation_to_id_contact")),
        sa.ForeignKeyConstraint(
            ["type_id"], ["relation_type.id"], name=op.f("fk_relation_type_id_relation_type")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_relation_from", "relation", ["from_id", "kind"], unique=False)
    op.create_index("ix_relation_to", "relation", ["to_id", "kind"], unique=False)
    op.create_table(
        "segment_member",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("segment_id", sa.Integer(), nullable=False),
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
            ["contact_id"], ["contact.id"], name=op.f("fk_segment_member_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["segment_id"], ["segment.id"], name=op.f("fk_segment_member_segment_id_segment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment_member")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index("ix_segment_member_contact", "segment_member", ["contact_id"], unique=False)
    op.create_index("ix_segment_member_segment", "segment_member", ["segment_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("reconfirm_on", sa.Text(), nullable=True),
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
            "channel IN ('sms', 'phone', 'email', 'messenger', 'post', 'any')",
            name=op.f("ck_consent_channel_known"),
        ),
        sa.CheckConstraint(
            "purpose IN ('advert', 'service', 'profile')", name=op.f("ck_consent_purpose_known")
        ),
        sa.CheckConstraint(
            "state IN ('granted', 'denied', 'withdrawn')", name=op.f("ck_consent_state_known")
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_consent_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_consent_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_consent_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_consent_attachment",
        "consent",
        ["attachment_id"],
        unique=False,
        sqlite_where=sa.text("attachment_id IS NOT NULL"),
    )
    op.create_index(
        "ix_consent_contact", "consent", ["contact_id", "purpose", "channel"], unique=False
    )
    op.create_index("ix_consent_reconfirm", "consent", ["reconfirm_on"], unique=False)
    op.create_table(
        "custom_value",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("choice_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
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
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_custom_value_attachment_id_attachment"),
        ),
        sa.ForeignKeyConstraint(
            ["choice_id"],
            ["custom_choice.id"],
            name=op.f("fk_custom_value_choice_id_custom_choice"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_custom_value_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(
            ["field_id"], ["custom_field.id"], name=op.f("fk_custom_value_field_id_custom_field")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["contact.id"], name=op.f("fk_custom_value_person_id_contact")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_value")),
        info={"ledgered": True},
        sqlite_strict=True,
    )
    op.create_index(
        "ix_custom_value_attachment",
        "custom_value",
        ["attachment_id"],
        unique=False,
        sqlite_where=sa.text("attachment_id IS NOT NULL"),
    )
    op.create_index("ix_custom_value_choice", "custom_value", ["choice_id"], unique=False)
    op.create_index("ix_custom_value_contact", "custom_value", ["contact_id"], unique=False)
    op.create_index("ix_custom_value_number", "custom_value", ["field_id", "number"], unique=False)
    op.create_index(
        "ix_custom_value_person",
        "custom_value",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_index("ix_custom_value_text", "custom_value", ["field_id", "text"], unique=False)


def _new_columns() -> None:
    # Filters count what happened in some days by these two alone.
    op.create_index(
        "ix_interaction_kind", "interaction", ["kind", "happened_at", "deleted_at"], unique=False
    )
    op.drop_index("ix_interaction_contact_interaction", table_name="interaction_contact")
    op.create_index(
        "ix_interaction_contact_interaction",
        "interaction_contact",
        ["interaction_id", "contact_id", "deleted_at"],
        unique=False,
    )
    op.add_column("contact", sa.Column("likes", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("dislikes", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("photo", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("stage", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("stage_since", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("stage_why", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("stage_by", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("do_not_contact", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("next_contact_at", sa.Text(), nullable=True))
    op.add_column("contact", sa.Column("next_contact_note", sa.Text(), nullable=True))
    op.create_index(
        "ix_contact_next_contact",
        "contact",
        ["next_contact_at"],
        unique=False,
        sqlite_where=sa.text("next_contact_at IS NOT NULL"),
    )
    op.create_index(
        "ix_contact_stage",
        "contact",
        ["stage"],
        unique=False,
        sqlite_where=sa.text("stage IS NOT NULL"),
    )
    op.add_column("segment", sa.Column("unpinned", sa.Integer(), nullable=True))
    # Alembic adds a reference by rebuilding the table; SQLite itself can add a column with one.
    op.execute(
        "ALTER TABLE segment ADD COLUMN staff_id INTEGER"
        " CONSTRAINT fk_segment_staff_id_staff REFERENCES staff (id)"
    )
    op.add_column("segment", sa.Column("frozen_at", sa.Text(), nullable=True))
    op.add_column("tag", sa.Column("family", sa.Text(), nullable=True))
