"""The list of contacts, read with bare SQLite: it is on the screen before SQLAlchemy is there."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.alive import ALIVE
from db.cipher import Key
from db.drivers import connect, failures
from db.reasons import driver_errors
from db.revisions import APPLICATION_ID, HEAD

if TYPE_CHECKING:
    import sqlite3

SORTS = (
    "name", "company", "created_at", "last_contact_at", "visits", "sales_total", "sales_year",
    "last_sale_on", "owed", "quality", "next_task_at",
)  # fmt: skip
# Behind the tags (a JSON list) everything is text, '' where there is nothing; but for sums, which
# are numbers or NULL.
ROW = """
SELECT c.id, c.kind, c.name, ifnull(c.company, ''),
  ifnull((SELECT p.value FROM contact_point AS p
    WHERE p.contact_id = c.id AND p.kind = 'phone' AND p.deleted_at IS NULL
    ORDER BY p.position, p.id LIMIT 1), ''),
  (SELECT json_group_array(t.name) FROM contact_tag AS l JOIN tag AS t ON t.id = l.tag_id
    WHERE l.contact_id = c.id AND l.deleted_at IS NULL AND t.deleted_at IS NULL),
  c.created_at, ifnull(c.last_contact_at, ''), ifnull(c.first_seen_on, ''),
  ifnull(c.source, ''), ifnull((SELECT s.name FROM staff AS s WHERE s.id = c.owner_id), ''),
  ifnull(c.birthday, ''), ifnull(c.number, ''), ifnull(c.stage, ''),
  c.visits, c.sales_total, c.sales_average, c.sales_year, ifnull(c.first_sale_on, ''),
  ifnull(c.last_sale_on, ''), c.usual_gap, c.owed, c.passes_left, c.points, c.quality,
  ifnull(c.next_task_at, ''), ifnull(c.next_task_title, ''), ifnull(c.next_task_kind, '')
FROM contact AS c
"""
TAGS = 5  # the place of that column
# All less those in the trash or merged: a bare count(*) only adds up what the pages of an index
# hold, while one with a condition looks at a million entries, in seven times as long.
COUNT = """
SELECT (SELECT count(*) FROM contact)
  - (SELECT count(*) FROM contact WHERE deleted_at IS NOT NULL)
  - (SELECT count(*) FROM contact WHERE merged_into_id IS NOT NULL AND deleted_at IS NULL)
"""


class ListReader:
    """Reads what the list shows of contacts, in one statement each.

    A row is (id, kind, name, company, first phone, tags by name, created, last contact, first
    seen, source, owner, birthday, number, stage, and the sums over purchases: visits, total,
    average, twelve months, first and last day, usual gap, owed, passes left, points;
    the score of its quality; when its next task is due, what that is called and its kind).
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """Return how many contacts there are, trash and merged ones left out."""
        ((count,),) = self._fetch(COUNT, ())
        return int(count)

    def page(
        self, sort: str, *, descending: bool, offset: int, limit: int, total: int | None = None
    ) -> list[tuple[Any, ...]]:
        """Return one window of the whole list, in the order of an index.

        With the `total` length of the list, what lies behind its middle is read from the end.
        """
        last = min(offset + limit, total) if total is not None else 0
        if total is None or offset <= total - last:
            return self._window(sort, descending, limit, offset)
        return self._window(sort, not descending, max(0, last - offset), total - last)[::-1]

    def rows(self, ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return these contacts, also those in the trash; in no order."""
        return self._rows("WHERE c.id IN (SELECT value FROM json_each(?))", json.dumps(list(ids)))

    def tag_colours(self) -> dict[str, str]:
        """Return {name: colour} of the tags that have one."""
        painted = "SELECT name, colour FROM tag WHERE colour IS NOT NULL AND deleted_at IS NULL"
        return dict(self._fetch(painted, ()))

    def close(self) -> None:
        """Let go of the file, where it was opened for this alone."""
        self._connection.close()

    def _window(self, sort: str, down: bool, limit: int, offset: int) -> list[tuple[Any, ...]]:  # noqa: FBT001 - private
        if sort not in SORTS:
            raise KeyError(sort)
        way = "DESC" if down else "ASC"
        order = f"WHERE {ALIVE} ORDER BY c.{sort} {way}, c.id {way} LIMIT ? OFFSET ?"
        return self._rows(order, limit, offset)

    def _rows(self, which: str, *given: object) -> list[tuple[Any, ...]]:
        return [
            (*row[:TAGS], tuple(sorted(json.loads(row[TAGS]))), *row[TAGS + 1 :])
            for row in self._fetch(ROW + which, given)
        ]

    def _fetch(self, statement: str, given: tuple[object, ...]) -> list[tuple[Any, ...]]:
        with driver_errors():
            return self._connection.execute(statement, given).fetchall()


def look_into(path: Path, key: Key | None = None) -> ListReader | None:
    """Open the list of a shop for reading alone; None unless the file is just as it must be.

    What is wrong with it, or has to be done first, is for those who open it wholly.
    """
    try:
        connection = connect(path, key, reads_only=True, timeout=0, any_thread=True)
    except failures():
        return None
    try:
        made_by = connection.execute("PRAGMA application_id").fetchone()
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        journal = connection.execute("PRAGMA journal_mode").fetchone()
    except failures():
        made_by = revision = journal = None
    # A file that was just restored is given its log when it is opened; nobody reads meanwhile.
    if made_by == (APPLICATION_ID,) and revision == (HEAD,) and journal == ("wal",):
        return ListReader(connection)
    connection.close()
    return None
