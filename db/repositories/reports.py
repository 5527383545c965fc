"""What reports are made of."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy.orm import Session

from db.repositories.report_customers import CustomerReports
from db.repositories.report_deals import DealReports
from db.repositories.report_goods import GoodsReports
from db.repositories.report_sales import SaleReports
from db.repositories.report_scope import Reader, Rows
from db.repositories.report_work import WorkReports

_OF = {
    "sales": (
        "s.contact_id, coalesce(s.number, ''), coalesce(c.name, ''), s.sold_on",
        "sale s LEFT JOIN contact c ON c.id = s.contact_id",
        "s.id",
    ),
    "contacts": ("s.id, s.name, s.name, coalesce(s.last_sale_on, '')", "contact s", "s.id"),
    "deals": (
        "s.contact_id, s.title, coalesce(c.name, ''), s.created_at",
        "deal s LEFT JOIN contact c ON c.id = s.contact_id",
        "s.id",
    ),
    "tasks": (
        "s.contact_id, s.title, coalesce(c.name, ''), coalesce(s.closed_at, s.due_at, '')",
        "task s LEFT JOIN contact c ON c.id = s.contact_id",
        "s.id",
    ),
    "enquiries": (
        "s.contact_id, coalesce(s.text, ''), coalesce(c.name, s.name, s.phone, ''), s.received_at",
        "enquiry s LEFT JOIN contact c ON c.id = s.contact_id",
        "s.id",
    ),
    "interactions": (
        "k.contact_id, coalesce(s.body, ''), coalesce(c.name, ''), s.happened_at",
        "interaction s LEFT JOIN interaction_contact k ON k.interaction_id = s.id"
        " AND k.deleted_at IS NULL LEFT JOIN contact c ON c.id = k.contact_id",
        "s.id",
    ),
}
"""Of each noun: whom it is about, its title, their name, and when it was."""


class ReportRepository(Reader):
    """Reads alone; by theme."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.sales = SaleReports(session)
        self.customers = CustomerReports(session)
        self.deals = DealReports(session)
        self.goods = GoodsReports(session)
        self.work = WorkReports(session)

    def people(self) -> dict[int, str]:
        """Return the name of everybody who works or worked in the shop."""
        return dict(self._read("SELECT id, name FROM staff", {}))

    def names(self, contact_ids: Collection[int]) -> dict[int, str]:
        """Return the names of contacts."""
        query = "SELECT id, name FROM contact WHERE id IN (SELECT value FROM json_each(:ids))"
        return dict(self._read(query, {"ids": json.dumps(list(contact_ids))}))

    def companies(self, contact_ids: Collection[int]) -> set[int]:
        """Return which of these contacts are companies."""
        query = (
            "SELECT id FROM contact WHERE kind = 'company'"
            " AND id IN (SELECT value FROM json_each(:ids))"
        )
        return {row[0] for row in self._read(query, {"ids": json.dumps(list(contact_ids))})}

    def lines(self, noun: str, ids: Collection[int]) -> Rows:
        """Return (id, contact, title, name, when) of these rows, in any order, each once."""
        columns, table, key = _OF[noun]
        return self._read(
            f"SELECT {key}, {columns} FROM {table}"
            f" WHERE {key} IN (SELECT value FROM json_each(:ids)) GROUP BY {key}",
            {"ids": json.dumps(list(ids))},
        )
