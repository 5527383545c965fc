"""Staged days, roles and relations of an import: what they change, all in SQL."""

from __future__ import annotations

from sqlalchemy import Connection

from db.repositories.relations import MUTUAL

# A day, role or relation somebody removed or ended does not come back with the next import.
NO_DAY = (
    "NOT EXISTS (SELECT 1 FROM important_date p WHERE p.contact_id = r.contact_id"
    " AND p.kind = s.kind AND p.calendar = s.calendar AND p.leap_month = s.leap_month"
    " AND p.month = s.month AND p.day IS s.day AND (s.year IS NULL OR p.year IS s.year)"
    " AND (s.label IS NULL OR p.label IS s.label))"
)
_ROLE_ID = "meaning_id('role', r.contact_id, s.role)"
NO_ROLE = f"NOT EXISTS (SELECT 1 FROM contact_role p WHERE p.id = {_ROLE_ID})"
# Whom a relation leads to: a row of the same file, or a contact of that id.
_OTHER = (
    "coalesce((SELECT o.contact_id FROM stage.row o WHERE o.line = s.other_line),"
    " (SELECT c.id FROM contact c WHERE c.id = s.other_id"
    "  AND c.deleted_at IS NULL AND c.merged_into_id IS NULL),"
    " (SELECT o.contact_id FROM stage.row o WHERE o.given_id = s.other_id))"
)
_MUTUAL = f"s.kind IN ({', '.join(repr(kind) for kind in sorted(MUTUAL))})"
_FROM = f"iif({_MUTUAL}, min(r.contact_id, {_OTHER}), iif(s.forward, r.contact_id, {_OTHER}))"
_TO = f"iif({_MUTUAL}, max(r.contact_id, {_OTHER}), iif(s.forward, {_OTHER}, r.contact_id))"
_RELATION_ID = f"meaning_id('relation', {_FROM}, {_TO}, s.kind, coalesce(s.type_id, 0))"
NO_RELATION = (
    f"r.contact_id <> {_OTHER}"
    f" AND NOT EXISTS (SELECT 1 FROM relation p WHERE p.id = {_RELATION_ID})"
)
ABSENT = (("day", NO_DAY), ("role", NO_ROLE), ("relation", NO_RELATION))
DAY = ("kind", "label", "calendar", "leap_month", "year", "month", "day")
_TYPES = """
INSERT INTO relation_type (id, forward_name, reverse_name, position, created_at, updated_at, origin)
SELECT s.type_id, min(s.named), min(s.named), 0, :now, :now, :origin
FROM stage.relation s WHERE s.type_id IS NOT NULL GROUP BY s.type_id
ON CONFLICT (id) DO NOTHING
"""


def define_types(connection: Connection, now: str, origin: int | None) -> None:
    """Make the shop's own names of relations that staged ones need."""
    statement = _TYPES.replace(":now", "?").replace(":origin", "?")
    connection.exec_driver_sql(statement, (now, now, origin))


def add_bonds(
    connection: Connection, which: str, now: str, origin: int | None, first_day: int
) -> None:
    """Give the contacts of some rows the staged days, roles and relations they lack.

    `first_day` is an id from which on as many are free as days were staged.
    """
    rows = f"FROM stage.row r JOIN stage.{{}} s ON s.line = r.line WHERE {which} AND {{}}"
    stamps = (now, now, origin)
    connection.exec_driver_sql(
        f"INSERT INTO important_date (id, contact_id, {', '.join(DAY)}, created_at, updated_at,"
        f" origin) SELECT ? + s.id, r.contact_id, {', '.join(f's.{c}' for c in DAY)}, ?, ?, ?"
        f" {rows.format('day', NO_DAY)}",
        (first_day, *stamps),
    )
    connection.exec_driver_sql(
        "INSERT INTO contact_role (id, contact_id, role, created_at, updated_at, origin)"
        f" SELECT {_ROLE_ID}, r.contact_id, s.role, ?, ?, ? {rows.format('role', NO_ROLE)}"
        " ON CONFLICT (id) DO NOTHING",
        stamps,
    )
    connection.exec_driver_sql(
        "INSERT INTO relation (id, from_id, to_id, kind, type_id, title, created_at, updated_at,"
        f" origin) SELECT {_RELATION_ID}, {_FROM}, {_TO}, s.kind, s.type_id, s.title, ?, ?, ?"
        f" {rows.format('relation', NO_RELATION)} ON CONFLICT (id) DO NOTHING",
        stamps,
    )
