"""Staged values of the shop's own fields: what they change, all in SQL."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

CONTENT = ("text", "number", "choice_id", "person_id")
# A person who is neither in the book nor in the file is nobody a value could point at.
_THERE = (
    "(s.person_id IS NULL OR EXISTS (SELECT 1 FROM contact t WHERE t.id = s.person_id)"
    " OR EXISTS (SELECT 1 FROM stage.row t WHERE t.given_id = s.person_id))"
)
_OTHER = " OR ".join(f"p.{column} IS NOT s.{column}" for column in CONTENT)
_MINE = "p.contact_id = r.contact_id AND p.field_id = s.field_id AND p.deleted_at IS NULL"


def absent(overwrite: Collection[str]) -> str:
    """Return SQL for a staged value `s` of row `r` that its contact lacks.

    A field that is to be overwritten lacks whatever it has not exactly.
    """
    chosen = _overwritten(overwrite)
    lacking = f"NOT EXISTS (SELECT 1 FROM custom_value p WHERE {_MINE}" + (
        f" AND iif(s.many, p.choice_id = s.choice_id, s.field_id NOT IN ({chosen})"
        f" OR NOT ({_OTHER})))"
    )
    return f"{_THERE} AND {lacking}"


def define(connection: Connection, now: str, origin: int | None) -> None:
    """Make, or bring back, the fields and choices that the staged values need."""
    for table, columns in (
        ("custom_field", "kind, label_ko, label_en"),
        ("custom_choice", "field_id, label_ko, label_en"),
    ):
        parent = "" if table == "custom_field" else " AND field_id = s.field_id"
        connection.exec_driver_sql(
            f"INSERT INTO {table} (id, {columns}, position, created_at, updated_at, origin)"
            f" SELECT s.id, {', '.join(f's.{c}' for c in columns.split(', '))},"
            f" (SELECT coalesce(max(position) + 1, 0) FROM {table} WHERE true{parent})"
            f" + row_number() OVER (ORDER BY s.place) - 1, ?, ?, ? FROM stage.{table} s WHERE true"
            " ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, retired_at = NULL,"
            f" updated_at = excluded.updated_at WHERE {table}.deleted_at IS NOT NULL",
            (now, now, origin),
        )


def add_values(
    connection: Connection, which: str, overwrite: Collection[str], now: str, origin: int | None
) -> None:
    """Give the contacts of some rows the staged values they lack."""
    if (chosen := _overwritten(overwrite)) != "0":
        connection.exec_driver_sql(
            "UPDATE custom_value SET deleted_at = ?, updated_at = ? WHERE id IN ("
            "SELECT p.id FROM stage.row r JOIN stage.custom s ON s.line = r.line AND s.many"
            f" AND s.field_id IN ({chosen}) JOIN custom_value p ON {_MINE} WHERE {which}"
            " AND NOT EXISTS (SELECT 1 FROM stage.custom o WHERE o.line = r.line"
            "  AND o.field_id = p.field_id AND o.choice_id = p.choice_id))",
            (now, now),
        )
    columns = ", ".join(CONTENT)
    connection.exec_driver_sql(
        f"INSERT INTO custom_value (id, contact_id, field_id, {columns}, created_at, updated_at,"
        " origin) SELECT meaning_id('custom', r.contact_id, s.field_id, iif(s.many, s.choice_id,"
        f" 0)), r.contact_id, s.field_id, {', '.join(f's.{c}' for c in CONTENT)}, ?, ?, ?"
        " FROM stage.row r JOIN stage.custom s ON s.line = r.line"
        f" WHERE {which} AND {absent(overwrite)} ORDER BY 1"
        " ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = excluded.updated_at,"
        f" {', '.join(f'{c} = excluded.{c}' for c in CONTENT)}",
        (now, now, origin),
    )


def missing_choices(overwrite: Collection[str]) -> str:
    """Return SQL for choices of row `r`'s contact that an overwriting row does not have."""
    chosen = _overwritten(overwrite)
    return (
        "EXISTS (SELECT 1 FROM stage.custom s JOIN custom_value p"
        f" ON {_MINE} WHERE s.line = r.line AND s.many AND s.field_id IN ({chosen})"
        " AND NOT EXISTS (SELECT 1 FROM stage.custom o WHERE o.line = r.line"
        "  AND o.field_id = p.field_id AND o.choice_id = p.choice_id))"
    )


def _overwritten(overwrite: Collection[str]) -> str:
    """Return the ids of the fields among what is overwritten, as a list in SQL."""
    numbers = (name.removeprefix("custom:") for name in overwrite if name.startswith("custom:"))
    return ", ".join(str(int(number)) for number in numbers if number.isdecimal()) or "0"
