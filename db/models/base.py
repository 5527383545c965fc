"""Declarative base, the column kinds STRICT tables take, and what every record carries."""

from typing import Any

from sqlalchemy import CheckConstraint, Integer, MetaData, Table, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
STRICT: dict[str, Any] = {"sqlite_strict": True}
NOW = text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")


class Base(DeclarativeBase):
    """Base of every mapped class; STRICT tables know only TEXT and INTEGER here."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {str: Text, int: Integer, bool: Integer}  # noqa: RUF012


def derived(
    expression: str | None = None, *, late: bool = False, summed: bool = False
) -> dict[str, Any]:
    """Mark a column as computed from others: outside the ledger, provable by `check`.

    `expression` is SQL over the row's own columns and the functions `db.database` registers;
    None for bookkeeping that nothing can be compared with. A `late` one looks into other
    tables: it is computed when an action closes, not when a row is written. One that is `summed`
    is late and kept when the action closes, by `db.repositories.summaries` or `task_sums`.
    """
    return {"derived": True, "expression": expression, "late": late or summed, "summed": summed}


def derived_columns(table: Table, *, late: bool = True) -> dict[str, str]:
    """Return the derived columns of a table and the SQL that computes them."""
    return {
        c.name: c.info["expression"]
        for c in table.columns
        if c.info.get("expression") and (late or not c.info["late"])
    }


def ledgered_columns(table: Table) -> list[str]:
    """Return the columns whose changes the ledger keeps, in table order."""
    return [c.name for c in table.columns if not c.info.get("derived") and c.name != "id"]


class Record(Base):
    """What every table of user data has. Times are UTC, ISO 8601 text."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-1)
    # Server defaults let a hand-made INSERT repair a file without knowing every column.
    created_at: Mapped[str] = mapped_column(default="", server_default=NOW, sort_order=90)
    updated_at: Mapped[str] = mapped_column(
        default="", server_default=NOW, sort_order=91, info=derived()
    )
    deleted_at: Mapped[str | None] = mapped_column(default=None, sort_order=92)
    origin: Mapped[int | None] = mapped_column(default=None, sort_order=93)  # change set


def at_most(column: str, limit: int) -> CheckConstraint:
    """Return the CHECK that stands for VARCHAR(limit), which STRICT tables refuse."""
    return CheckConstraint(f"length({column}) <= {limit}", name=f"{column}_length")


def one_of(column: str, *values: str) -> CheckConstraint:
    """Return the CHECK that keeps a column to the kinds the program knows."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def ledgered_tables() -> list[Table]:
    """Return the tables of user data, parents before children."""
    return [table for table in Base.metadata.sorted_tables if table.info.get("ledgered", False)]
