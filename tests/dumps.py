"""What two shops must have in common to be called the same."""

from contextlib import closing
from pathlib import Path

from db import file_keys
from db.cipher import Key
from db.drivers import connect
from db.models.base import ledgered_columns, ledgered_tables


def logical_dump(path: Path, key: Key | None = None) -> dict[str, list[tuple]]:
    """User tables by id, without derived columns, ledger, batches and caches.

    The key for the files of a locked shop is left out: there is none in plain.
    """
    with closing(connect(path, key)) as connection:
        dump = {}
        for table in ledgered_tables():
            columns = ", ".join(f'"{c}"' for c in ["id", *ledgered_columns(table)])
            rows = connection.execute(f"SELECT {columns} FROM {table.name} ORDER BY id")
            dump[table.name] = [row for row in rows if row[0] != file_keys.ID]
        return dump
