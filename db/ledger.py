"""The triggers that write the ledger, made from the models' metadata.

They are plain SQL, so that a row written by any program at all is caught. What an
insert or a delete touched is every column that is not NULL; what an update touched
is every column that differs.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table

from db.models.base import ledgered_columns, ledgered_tables

PREFIX = "ledger_"
OPEN = "(SELECT change_set_id FROM open_change_set WHERE id = 1)"


def trigger_statements() -> list[str]:
    """Return the CREATE TRIGGER statements of every ledgered table."""
    return [statement for table in ledgered_tables() for statement in _triggers(table)]


def create_triggers(connection: Connection) -> None:
    """Create every ledger trigger; the tables must have none."""
    for statement in trigger_statements():
        connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    """Drop every ledger trigger, for a migration and nothing else."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB ?", (f"{PREFIX}*",)
    )
    for (name,) in names.fetchall():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _triggers(table: Table) -> Iterator[str]:
    columns = ledgered_columns(table)
    yield _trigger(table.name, "insert", "", "NULL", _whole("NEW", columns), "NEW.id")
    yield _trigger(table.name, "delete", "", _whole("OLD", columns), "NULL", "OLD.id")
    differs = " OR ".join(_differs(table, c) for c in columns)
    # A changed id is refused: ids in the ledger must go on meaning the row they meant.
    yield (
        f"CREATE TRIGGER {PREFIX}{table.name}_id BEFORE UPDATE OF id ON {table.name} "
        f"WHEN OLD.id IS NOT NEW.id BEGIN SELECT RAISE(ABORT, 'ids never change'); END"
    )
    yield _trigger(
        table.name, "update", f" WHEN {differs}", _touched("OLD", table, columns),
        _touched("NEW", table, columns), "NEW.id",
    )  # fmt: skip


def _trigger(table: str, kind: str, when: str, before: str, after: str, row_id: str) -> str:
    return (
        f"CREATE TRIGGER {PREFIX}{table}_{kind} AFTER {kind.upper()} ON {table}{when} BEGIN "
        f"INSERT INTO change (change_set_id, table_name, row_id, kind, before, after) "
        f"VALUES ({OPEN}, '{table}', {row_id}, '{kind}', {before}, {after}); END"
    )


def _whole(row: str, columns: list[str]) -> str:
    pairs = ", ".join(f"'{c}', {row}.\"{c}\"" for c in columns)
    # A merge patch drops its NULLs (RFC 7396): most columns of most rows are empty.
    return f"json_patch('{{}}', json_object({pairs}))"


def _differs(table: Table, column: str) -> str:
    # Where a column is sorted without regard to capitals, a corrected capital is a change still.
    exactly = " COLLATE BINARY" if getattr(table.c[column].type, "collation", None) else ""
    return f'OLD."{column}"{exactly} IS NOT NEW."{column}"'


def _touched(row: str, table: Table, columns: list[str]) -> str:
    parts = " UNION ALL ".join(
        f"SELECT '{c}' AS k, {row}.\"{c}\" AS v WHERE {_differs(table, c)}" for c in columns
    )
    return f"(SELECT json_group_object(k, v) FROM ({parts}))"
