"""Mending what is computed from the rest: derived columns, sums, the search index."""

from __future__ import annotations

from db import sale_days, search_index
from db.database import Database
from db.models.base import derived_columns, ledgered_tables


def rebuild(database: Database) -> None:
    """Compute anew what `check` proves; what people typed is not touched."""
    with database.connection(writes=True) as connection, connection.begin():
        for table in ledgered_tables():
            for column, expression in derived_columns(table).items():
                connection.exec_driver_sql(
                    f'UPDATE {table.name} SET "{column}" = {expression}'
                    f' WHERE "{column}" IS NOT {expression}'
                )
        sale_days.rebuild(connection)
        search_index.drop(connection)
        search_index.create(connection)
        search_index.fill(connection)
