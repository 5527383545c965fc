"""The ledger read: what was done, what it changed, whom it is about."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.repositories.changes import UNDONE, ChangeRow

FEW = 20  # rows of a set that are worth reading one by one


@dataclass(frozen=True, slots=True)
class SetRow:
    """One change set as History lists it."""

    id: int
    op: str
    facts: dict[str, Any]
    happened_at: str
    actor_id: int | None
    undone: bool
    rows: int


class HistoryRepository:
    """Reads the ledger a page at a time; writes nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sets(
        self,
        *,
        limit: int,
        before: int | None = None,
        contact_id: int | None = None,
        actor_id: int | None = None,
    ) -> Sequence[SetRow]:
        """Return the newest change sets, undo sets too, newest first.

        With `contact_id` only those that touched that contact or what hangs on it.
        """
        touching = f" AND id IN ({TOUCHING})" if contact_id is not None else ""
        return self._read(
            "SELECT id, clock FROM change_set WHERE (:before IS NULL"
            "  OR clock < (SELECT clock FROM change_set WHERE id = :before))"
            f" AND (:actor IS NULL OR actor_id = :actor){touching}"
            " ORDER BY clock DESC, id DESC LIMIT :limit",
            {"before": before, "limit": limit, "contact": contact_id, "actor": actor_id},
        )

    def set_of(self, set_id: int) -> SetRow:
        """Return one change set."""
        return self._read("SELECT id, clock FROM change_set WHERE id = :id", {"id": set_id})[0]

    def rows_of(self, set_ids: Collection[int]) -> dict[int, list[ChangeRow]]:
        """Return the rows that small change sets touched, in the order they were written."""
        rows: dict[int, list[ChangeRow]] = {}
        for set_id, table, row_id, kind, before, after in self._session.execute(
            text(ROWS_OF), {"sets": json.dumps(list(set_ids)), "few": FEW}
        ):
            row = ChangeRow(
                table, row_id, kind, json.loads(before or "{}"), json.loads(after or "{}")
            )
            rows.setdefault(set_id, []).append(row)
        return rows

    def about(self, set_ids: Collection[int]) -> dict[int, str]:
        """Return the name of the contact a small change set is about, if it is about one alone.

        Contacts in the trash have names, too.
        """
        found = self._session.execute(text(ABOUT), {"sets": json.dumps(list(set_ids)), "few": FEW})
        return {set_id: name for set_id, name in found if name}

    def name_of_owner(self, table: str, row_id: int) -> str:
        """Return the name of the contact a row belongs to, or is; empty if there is none."""
        query = f"SELECT name FROM contact WHERE id = {owner(table)}"
        return str(self._session.scalar(text(query), {"row": row_id}) or "")

    def value_of(self, table: str, row_id: int, column: str) -> Any:
        """Return what stands in a column now."""
        query = f'SELECT "{column}" FROM {table} WHERE id = :row'
        return self._session.scalar(text(query), {"row": row_id})

    def _read(self, chosen: str, values: dict[str, Any]) -> Sequence[SetRow]:
        # The sets are chosen first: whether one is undone is asked of few.
        query = text(
            f"WITH chosen AS ({chosen}) SELECT s.id, s.op, s.facts, s.happened_at, s.actor_id,"
            f" {UNDONE}, s.last_change_id - s.first_change_id + 1"
            " FROM chosen JOIN change_set s ON s.id = chosen.id"
            " ORDER BY chosen.clock DESC, s.id DESC"
        )
        found = self._session.execute(query, values)
        return [SetRow(r[0], r[1], json.loads(r[2]), r[3], r[4], bool(r[5]), r[6]) for r in found]


def owner(table: str, row: str = ":row") -> str:
    """Return the SQL that finds the contact of a row; NULL for a table that knows none."""
    if table == "contact":
        return row
    if table in BELONGING:
        return f"(SELECT contact_id FROM {table} WHERE id = {row})"
    if table in PARTS:
        parent, column = PARTS[table]
        return (
            f"(SELECT w.contact_id FROM {table} t JOIN {parent} w ON w.id = t.{column}"
            f" WHERE t.id = {row})"
        )
    if table == "interaction":
        return f"(SELECT min(contact_id) FROM interaction_contact WHERE interaction_id = {row})"
    return "NULL"


BELONGING = (
    "contact_point", "note", "contact_tag", "interaction_contact", "important_date", "consent",
    "contact_role", "custom_value", "attachment", "external_key", "sale", "prepaid_pass",
    "loyalty_move", "task", "plan_run", "touch_rule", "deal", "quote", "enquiry",
)  # fmt: skip
PARTS = {
    "sale_line": ("sale", "sale_id"),
    "payment": ("sale", "sale_id"),
    "pass_use": ("prepaid_pass", "pass_id"),
    "deal_line": ("deal", "deal_id"),
    "deal_party": ("deal", "deal_id"),
    "deal_check": ("deal", "deal_id"),
    "stage_move": ("deal", "deal_id"),
    "quote_line": ("quote", "quote_id"),
    "task_item": ("task", "task_id"),
    "task_reminder": ("task", "task_id"),
}
# The sets come first: in the order of the changes, all there ever were would be walked.
_SMALL = """
FROM change_set s CROSS JOIN change c
  ON c.id BETWEEN s.first_change_id AND s.last_change_id AND c.change_set_id = s.id
WHERE s.id IN (SELECT value FROM json_each(:sets))
  AND s.last_change_id - s.first_change_id < :few
"""
ROWS_OF = f"""
SELECT s.id, c.table_name, c.row_id, c.kind, c.before, c.after {_SMALL} ORDER BY c.id
"""
_OWNERS = " ".join(
    f"WHEN '{table}' THEN {owner(table, 'c.row_id')}"
    for table in ("contact", *BELONGING, *PARTS, "interaction")
)
ABOUT = f"""
SELECT found.id, contact.name FROM (
  SELECT id, min(contact) AS contact FROM (
    SELECT s.id AS id, coalesce(CASE c.table_name {_OWNERS} END,
      json_extract(c.before, '$.contact_id')) AS contact {_SMALL}
  ) GROUP BY id HAVING count(DISTINCT contact) = 1
) found JOIN contact ON contact.id = found.contact
"""
_TO_A_CONTACT = [
    *((table, "contact_id", "c.row_id = w.id") for table in BELONGING),
    ("interaction_contact", "contact_id", "c.row_id = w.interaction_id"),
    ("relation", "from_id", "c.row_id = w.id"),
    ("relation", "to_id", "c.row_id = w.id"),
    *(
        (parent, "contact_id", f"c.row_id IN (SELECT id FROM {table} WHERE {column} = w.id)")
        for table, (parent, column) in PARTS.items()
    ),
]
TOUCHING = "SELECT change_set_id FROM change WHERE row_id = :contact" + "".join(
    f" UNION SELECT c.change_set_id FROM {table} w JOIN change c ON {joined}"
    f" WHERE w.{end} = :contact"
    for table, end, joined in _TO_A_CONTACT
)
