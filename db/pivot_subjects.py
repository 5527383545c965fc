"""What reports that somebody builds can measure, and by what they put it together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

TIMES = ("day", "week", "month", "year", "weekday")
"""Dimensions that every subject has: they come with the spans, not from the rows."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """What rows are put together by: its key and its name in SQL, and what must be joined.

    `many`: a row may count in several groups, so that the groups do not add up.
    """

    key: str
    name: str
    joins: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """A table that can be measured: when a row counts, which rows do, and what they have."""

    table: str
    at: str
    where: str
    contact: str
    staff: str
    of_moments: bool = False
    pipeline: str = ""
    currency: str = ""
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured of a subject: a sum, divided by another where `divided` is given.

    `adds`: the groups of a dimension add up. `noun` is what the rows behind it are; of
    'contacts' `behind` names the column they are known by. `by_line` counts lines of a sale.
    """

    subject: str
    kind: str
    summed: str
    divided: str = ""
    where: str = ""
    adds: bool = True
    noun: str = "sales"
    behind: str = "s.id"
    by_line: str = ""
    by_line_adds: bool = True


def _of_contact(column: str) -> dict[str, Dimension]:
    """Return the dimensions of whoever a row is about."""
    person = f"LEFT JOIN contact p ON p.id = {column}"
    return {
        "customer": Dimension("p.id", "p.name", person),
        "customer_kind": Dimension("p.kind", "''", person),
        "source": Dimension("p.source", "p.source", person),
        "tier": Dimension(
            "m.tier", "''", f"LEFT JOIN customer_score m ON m.contact_id = {column}"
        ),
        "tag": Dimension(
            "g.id", "g.name",
            f"LEFT JOIN contact_tag k ON k.contact_id = {column} AND k.deleted_at IS NULL\n"
            "LEFT JOIN tag g ON g.id = k.tag_id AND g.deleted_at IS NULL",
            many=True,
        ),
        "area": Dimension(
            "q.city", "q.city",
            f"LEFT JOIN (SELECT contact_id, city, min(position) FROM contact_point WHERE"
            " kind = 'address' AND city IS NOT NULL AND deleted_at IS NULL GROUP BY contact_id)"
            f" q ON q.contact_id = {column}",
        ),
    }  # fmt: skip


def _of_staff(column: str) -> Dimension:
    return Dimension("f.id", "f.name", f"LEFT JOIN staff f ON f.id = {column}")


_LINES = (
    "JOIN sale_line l ON l.sale_id = s.id AND l.deleted_at IS NULL\n"
    "LEFT JOIN product t ON t.id = l.product_id"
)
_CAME = "s.status IN ('open', 'partial', 'paid')"
_STAGE = "LEFT JOIN pipeline_stage z ON z.id = s.stage_id"
SUBJECTS: dict[str, Subject] = {
    "sale": Subject(
        "sale", "s.sold_on", "s.deleted_at IS NULL AND s.cancelled_at IS NULL",
        "s.contact_id", "s.staff_id", currency="s.currency",
        dimensions={
            "product": Dimension(
                "coalesce(t.id, l.description)", "coalesce(t.name, l.description)", _LINES
            ),
            "category": Dimension(
                "y.id", "y.name",
                f"{_LINES}\nLEFT JOIN product_category y ON y.id = t.category_id",
            ),
            "channel": Dimension("s.channel", "s.channel"),
            "staff": _of_staff("s.staff_id"),
            **_of_contact("s.contact_id"),
        },
    ),
    "closed_deal": Subject(
        "deal", "s.closed_at", "s.deleted_at IS NULL", "s.contact_id", "s.owner_id",
        of_moments=True, pipeline="s.pipeline_id", currency="s.currency",
        dimensions={
            "pipeline": Dimension(
                "h.id", "h.name", "LEFT JOIN pipeline h ON h.id = s.pipeline_id"
            ),
            "reason": Dimension(
                "e.id", "e.name", "LEFT JOIN deal_reason e ON e.id = s.reason_id"
            ),
            "staff": _of_staff("s.owner_id"),
            **_of_contact("s.contact_id"),
        },
    ),
    "deal": Subject(
        "deal", "s.created_at", "s.deleted_at IS NULL", "s.contact_id", "s.owner_id",
        of_moments=True, pipeline="s.pipeline_id",
        dimensions={
            "pipeline": Dimension(
                "h.id", "h.name", "LEFT JOIN pipeline h ON h.id = s.pipeline_id"
            ),
            "stage": Dimension("z.id", "z.name", _STAGE),
            "staff": _of_staff("s.owner_id"),
            **_of_contact("s.contact_id"),
        },
    ),
    "task": Subject(
        "task", "s.closed_at", "s.deleted_at IS NULL AND s.status = 'done'",
        "s.contact_id", "s.assignee_id", of_moments=True,
        dimensions={
            "task_kind": Dimension("s.kind", "''"),
            "staff": _of_staff("s.assignee_id"),
            **_of_contact("s.contact_id"),
        },
    ),
    "interaction": Subject(
        "interaction", "s.happened_at", "s.deleted_at IS NULL",
        "(SELECT w.contact_id FROM interaction_contact w WHERE w.interaction_id = s.id"
        " AND w.deleted_at IS NULL ORDER BY w.id LIMIT 1)",
        "s.staff_id", of_moments=True,
        dimensions={
            "interaction_kind": Dimension("s.kind", "''"),
            "staff": _of_staff("s.staff_id"),
        },
    ),
    "enquiry": Subject(
        "enquiry", "s.received_at", "s.deleted_at IS NULL", "s.contact_id", "s.owner_id",
        of_moments=True,
        dimensions={
            "enquiry_channel": Dimension("s.channel", "''"),
            "staff": _of_staff("s.owner_id"),
            **_of_contact("s.contact_id"),
        },
    ),
    "contact": Subject(
        "contact", "coalesce(s.first_seen_on, substr(s.created_at, 1, 10))",
        "s.deleted_at IS NULL AND s.merged_into_id IS NULL", "s.id", "s.owner_id",
        dimensions={"staff": _of_staff("s.owner_id"), **_of_contact("s.id")},
    ),
}  # fmt: skip
_STAGE_IS = "s.stage_id IN (SELECT z0.id FROM pipeline_stage z0 WHERE z0.kind = '{}')"
MEASURES: dict[str, Measure] = {
    "revenue": Measure("sale", "money", "sum(s.total)", by_line="sum(l.total)"),
    "sales": Measure(
        "sale", "count", "count(*)", where=_CAME, by_line="count(DISTINCT s.id)",
        by_line_adds=False,
    ),
    "average_sale": Measure(
        "sale", "money", "sum(s.total)", "count(DISTINCT s.id)", where=_CAME, adds=False,
        by_line="sum(l.total)",
    ),
    "buyers": Measure(
        "sale", "count", "count(DISTINCT s.contact_id)", where=_CAME, adds=False,
        noun="contacts", behind="s.contact_id",
    ),
    "won_value": Measure(
        "closed_deal", "money", "sum(s.amount)", where=_STAGE_IS.format("won"), noun="deals"
    ),
    "won_deals": Measure(
        "closed_deal", "count", "count(*)", where=_STAGE_IS.format("won"), noun="deals"
    ),
    "lost_deals": Measure(
        "closed_deal", "count", "count(*)", where=_STAGE_IS.format("lost"), noun="deals"
    ),
    "new_deals": Measure("deal", "count", "count(*)", noun="deals"),
    "tasks_done": Measure("task", "count", "count(*)", noun="tasks"),
    "interactions": Measure("interaction", "count", "count(*)", noun="interactions"),
    "enquiries": Measure("enquiry", "count", "count(*)", noun="enquiries"),
    "new_contacts": Measure("contact", "count", "count(*)", noun="contacts"),
}  # fmt: skip
"""By name. Money is of one currency, what is counted of all."""
