"""What a shop's file or a backup of one holds, told without opening it as a shop."""

from __future__ import annotations

import json
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.cipher import Key
from db.drivers import connect, failures
from db.reasons import driver_errors

if TYPE_CHECKING:
    import sqlite3

COUNTED = {
    "contacts": "SELECT count(*) FROM contact WHERE deleted_at IS NULL AND merged_into_id IS NULL",
    "sales": "SELECT count(*) FROM sale WHERE deleted_at IS NULL",
}
CHANGED = "SELECT coalesce(max(happened_at), '') FROM change_set"
OLDER = {"contacts": "SELECT count(*) FROM contact WHERE deleted_at IS NULL"}


@dataclass(frozen=True, slots=True)
class Contents:
    """A shop in four figures; `changed` is when something was last done in it, '' if never."""

    shop: str
    contacts: int
    sales: int
    changed: str


def contents_of(path: Path, key: Key | None = None) -> Contents:
    """Look into a file of any revision; raises StorageError for one the key does not open.

    It may be the shop that is open: nothing but SQLite may open that, or its locks are gone.
    """
    with driver_errors(), closing(connect(path, key, reads_only=True)) as look:
        look.execute("SELECT count(*) FROM change_set")  # a damaged file shows itself here
        return Contents(
            shop=_name(look),
            contacts=_count(look, "contacts"),
            sales=_count(look, "sales"),
            changed=look.execute(CHANGED).fetchone()[0],
        )


def last_change(path: Path, key: Key | None = None) -> int:
    """Return the number of the last change of a file, which tells two states of a shop apart."""
    with driver_errors(), closing(connect(path, key, reads_only=True)) as look:
        return int(look.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0])


def _name(look: sqlite3.Connection) -> str:
    found = look.execute("SELECT value FROM setting WHERE key = 'shop_name'").fetchone()
    with suppress(ValueError):
        return str(json.loads(found[0])) if found else ""
    return str(found[0])


def _count(look: sqlite3.Connection, what: str) -> int:
    for queries in (COUNTED, OLDER):
        with suppress(*failures(), KeyError):  # of a time before table or column
            return int(look.execute(queries[what]).fetchone()[0])
    return 0
