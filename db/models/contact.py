"""People, companies and households, and what hangs on them."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from db.alive import ALIVE
from db.models import summary
from db.models.base import STRICT, Record, at_most, derived, one_of

LEDGERED = {**STRICT, "info": {"ledgered": True}}
CONSENTS = ("consent_email", "consent_sms", "consent_phone", "consent_messenger")
NAME_LIMIT = 200
_NEXT_TASK = (
    "(SELECT t.{column} FROM task t WHERE t.contact_id = contact.id AND t.closed_at IS NULL"
    " AND t.deleted_at IS NULL AND t.due_at IS NOT NULL AND t.status <> 'waiting'"
    " ORDER BY t.due_at, t.id LIMIT 1)"
)
NEXT_TASK_AT, NEXT_TASK_TITLE, NEXT_TASK_KIND = (
    _NEXT_TASK.format(column=column) for column in ("due_at", "title", "kind")
)
LAST_CONTACT = (
    "(SELECT max(i.happened_at) FROM interaction_contact l JOIN interaction i"
    " ON i.id = l.interaction_id WHERE l.contact_id = contact.id AND i.two_way = 1"
    " AND i.deleted_at IS NULL AND l.deleted_at IS NULL)"
)


class Contact(Record):
    """A person, company or household the shop deals with.

    Dates are ISO text; a birthday may lack its year ('--05-16') or be a year alone. Its
    calendar is solar (NULL), 'lunar', or 'lunar_leap' in a leap month.
    Opening figures come from a list kept before Dangol and never feed a forecast.
    """

    __tablename__ = "contact"
    __table_args__ = (
        CheckConstraint("trim(name) <> ''", name="name_not_blank"),
        at_most("name", NAME_LIMIT),
        one_of("kind", "person", "company", "household"),
        *(CheckConstraint(f"{c} IN ('granted', 'denied')", name=f"{c}_known") for c in CONSENTS),
        Index("ix_contact_name", "name", "id", sqlite_where=text(ALIVE)),
        Index("ix_contact_created", "created_at", "id", sqlite_where=text(ALIVE)),
        Index("ix_contact_company", "company", "id", sqlite_where=text(ALIVE)),
        Index("ix_contact_last_contact", "last_contact_at", "id", sqlite_where=text(ALIVE)),
        Index(  # by the day of the year: rows are not read for whose birthday it is
            "ix_contact_birthday",
            text("substr(birthday, -5)"),
            "birthday_calendar",
            "birthday",
            sqlite_where=text(f"birthday IS NOT NULL AND {ALIVE}"),
        ),
        Index(
            "ix_contact_name_key",
            "name_key",
            "birthday",
            "birthday_calendar",
            "deleted_at",
            "merged_into_id",
        ),
        Index("ix_contact_number", "number", sqlite_where=text("number IS NOT NULL")),
        Index(  # with deleted_at, so that those not in the trash too are counted by it alone
            "ix_contact_merged",
            "merged_into_id",
            "deleted_at",
            sqlite_where=text("merged_into_id IS NOT NULL"),
        ),
        Index("ix_contact_owner", "owner_id", sqlite_where=text("owner_id IS NOT NULL")),
        Index("ix_contact_deleted", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL")),
        Index("ix_contact_stage", "stage", sqlite_where=text("stage IS NOT NULL")),
        Index(
            "ix_contact_next_contact",
            "next_contact_at",
            sqlite_where=text("next_contact_at IS NOT NULL"),
        ),
        Index("ix_contact_next_task", "next_task_at", "id", sqlite_where=text(ALIVE)),
        Index("ix_contact_visits", "visits", "id", sqlite_where=text(ALIVE)),
        Index("ix_contact_sales_total", "sales_total", "id", sqlite_where=text(ALIVE)),
        Index("ix_contact_sales_year", "sales_year", "id", sqlite_where=text(ALIVE)),
        Index("ix_contact_last_sale", "last_sale_on", "id", sqlite_where=text(ALIVE)),
        Index(  # of all: who came first, or at all, within some days
            "ix_contact_first_sale",
            "first_sale_on",
            "last_sale_on",
            sqlite_where=text("first_sale_on IS NOT NULL"),
        ),
        Index("ix_contact_quality", "quality", "id", sqlite_where=text(ALIVE)),
        Index("ix_contact_owed", "owed", "id", sqlite_where=text(ALIVE)),
        LEDGERED,
    )

    kind: Mapped[str] = mapped_column(default="person", server_default="person")
    # NOCASE on the column lets one index serve the sort and the search.
    name: Mapped[str] = mapped_column(Text(collation="NOCASE"))
    family_name: Mapped[str | None] = mapped_column(default=None)
    given_name: Mapped[str | None] = mapped_column(default=None)
    reading: Mapped[str | None] = mapped_column(default=None)
    nickname: Mapped[str | None] = mapped_column(default=None)
    prefix: Mapped[str | None] = mapped_column(default=None)
    number: Mapped[str | None] = mapped_column(default=None)
    company: Mapped[str | None] = mapped_column(default=None)
    department: Mapped[str | None] = mapped_column(default=None)
    job_title: Mapped[str | None] = mapped_column(default=None)
    gender: Mapped[str | None] = mapped_column(default=None)
    birthday: Mapped[str | None] = mapped_column(default=None)
    birthday_calendar: Mapped[str | None] = mapped_column(default=None)
    source: Mapped[str | None] = mapped_column(default=None)
    first_seen_on: Mapped[str | None] = mapped_column(default=None)
    opening_total: Mapped[int | None] = mapped_column(default=None)
    opening_visits: Mapped[int | None] = mapped_column(default=None)
    last_visit_on: Mapped[str | None] = mapped_column(default=None)
    consent_email: Mapped[str | None] = mapped_column(default=None)
    consent_sms: Mapped[str | None] = mapped_column(default=None)
    consent_phone: Mapped[str | None] = mapped_column(default=None)
    consent_messenger: Mapped[str | None] = mapped_column(default=None)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), default=None)
    likes: Mapped[str | None] = mapped_column(default=None)
    dislikes: Mapped[str | None] = mapped_column(default=None)
    photo: Mapped[str | None] = mapped_column(default=None)  # SHA-256 of a picture in the folder
    # One of `db.kinds.STAGES`, since which date, why (a sentence), and by 'hand' or 'rule'.
    stage: Mapped[str | None] = mapped_column(default=None)
    stage_since: Mapped[str | None] = mapped_column(default=None)
    stage_why: Mapped[str | None] = mapped_column(default=None)
    stage_by: Mapped[str | None] = mapped_column(default=None)
    do_not_contact: Mapped[str | None] = mapped_column(default=None)  # since this date
    # What was promised: a date, or a date and a time of the shop's clock ('2026-05-16T15:00').
    next_contact_at: Mapped[str | None] = mapped_column(default=None)
    next_contact_note: Mapped[str | None] = mapped_column(default=None)
    # The last two-way interaction; planning or an unanswered call does not move it.
    last_contact_at: Mapped[str | None] = mapped_column(
        default=None, info=derived(LAST_CONTACT, late=True)
    )
    name_key: Mapped[str] = mapped_column(
        default="", server_default="", info=derived("name_key(name)")
    )
    # Sums over purchases, in the shop's currency; NULL where there are none.
    visits: Mapped[int | None] = mapped_column(
        default=None, info=derived(summary.VISITS, summed=True)
    )
    sales_total: Mapped[int | None] = mapped_column(
        default=None, info=derived(summary.SALES_TOTAL, summed=True)
    )
    sales_average: Mapped[int | None] = mapped_column(
        default=None, info=derived(summary.SALES_AVERAGE, summed=True)
    )
    sales_year: Mapped[int | None] = mapped_column(
        default=None, info=derived(summary.SALES_YEAR, summed=True)
    )
    first_sale_on: Mapped[str | None] = mapped_column(
        default=None, info=derived(summary.FIRST_SALE, summed=True)
    )
    last_sale_on: Mapped[str | None] = mapped_column(
        default=None, info=derived(summary.LAST_SALE, summed=True)
    )
    usual_gap: Mapped[int | None] = mapped_column(
        default=None, info=derived(summary.USUAL_GAP, summed=True)
    )
    owed: Mapped[int | None] = mapped_column(
        default=None, info=derived(summary.SALES_OWED, summed=True)
    )
    passes_left: Mapped[int | None] = mapped_column(
        default=None, info=derived(summary.PASSES_LEFT, summed=True)
    )
    points: Mapped[int | None] = mapped_column(
        default=None, info=derived(summary.POINTS, summed=True)
    )
    # What is to be done next about them, of what has a day; `db.repositories.task_sums` keeps it.
    next_task_at: Mapped[str | None] = mapped_column(
        default=None, info=derived(NEXT_TASK_AT, summed=True)
    )
    next_task_title: Mapped[str | None] = mapped_column(
        default=None, info=derived(NEXT_TASK_TITLE, summed=True)
    )
    next_task_kind: Mapped[str | None] = mapped_column(
        default=None, info=derived(NEXT_TASK_KIND, summed=True)
    )
    # From 0 to 100; rules in Python count it: `app.judging` keeps and proves it.
    quality: Mapped[int | None] = mapped_column(default=None, info=derived())


class ContactPoint(Record):
    """One way to reach a contact: phone, e-mail, address or link.

    `value` is what people see; `key` is what matches, empty when it must not (relay numbers).
    """

    __tablename__ = "contact_point"
    __table_args__ = (
        one_of("kind", "phone", "email", "address", "link"),
        Index("ix_contact_point_contact", "contact_id"),
        Index("ix_contact_point_key", "key", sqlite_where=text("key <> ''")),
        LEDGERED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    kind: Mapped[str] = mapped_column()
    label: Mapped[str | None] = mapped_column(default=None)
    value: Mapped[str] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    postcode: Mapped[str | None] = mapped_column(default=None)
    region: Mapped[str | None] = mapped_column(default=None)
    city: Mapped[str | None] = mapped_column(default=None)
    street: Mapped[str | None] = mapped_column(default=None)
    detail: Mapped[str | None] = mapped_column(default=None)
    country: Mapped[str | None] = mapped_column(default=None)
    invalid_since: Mapped[str | None] = mapped_column(default=None)
    invalid_reason: Mapped[str | None] = mapped_column(default=None)
    key: Mapped[str] = mapped_column(
        default="", server_default="", info=derived("point_key(kind, label, value)")
    )


class ExternalKey(Record):
    """The number another program knows this contact by."""

    __tablename__ = "external_key"
    __table_args__ = (
        Index("ix_external_key_contact", "contact_id"),
        Index("ix_external_key_value", "value", "system"),
        LEDGERED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    system: Mapped[str] = mapped_column()
    value: Mapped[str] = mapped_column()


class Note(Record):
    """A free text about a contact."""

    __tablename__ = "note"
    __table_args__ = (Index("ix_note_contact", "contact_id"), LEDGERED)

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    body: Mapped[str] = mapped_column()
    pinned: Mapped[int] = mapped_column(default=0, server_default="0")
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
