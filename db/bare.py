"""Queries by the driver's own cursors: SQLAlchemy's rows take several times as long as they do."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, PoolProxiedConnection


def driver(connection: Connection) -> PoolProxiedConnection:
    """Return the driver's connection, within the transaction; its cursors would begin none."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection


def read(
    connection: Connection, query: str, given: Sequence[object] | dict[str, object] = ()
) -> list[tuple[Any, ...]]:
    """Return all rows of a query."""
    cursor = driver(connection).cursor()
    cursor.execute(query, given)
    rows: list[tuple[Any, ...]] = list(cursor.fetchall())
    cursor.close()
    return rows
