"""What goes into calendar files and comes out of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from db.bare import read
from db.ids import IdSource
from db.models.task import Task, TaskReminder
from db.repositories.task_lists import ALIVE


class CalendarRepository:
    """Reads all that is to be done, and adds what another calendar has."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def tasks(self, since: str) -> list[tuple[Any, ...]]:
        """Return all tasks that are open, and those closed since a moment; see TASKS."""
        self._session.flush()
        return read(self._session.connection(), TASKS, {"since": since})

    def reminders(self) -> dict[int, list[int]]:
        """Return by task the minutes before it is due that somebody is reminded."""
        found: dict[int, list[int]] = {}
        for task_id, before in read(self._session.connection(), REMINDERS):
            found.setdefault(task_id, []).append(before)
        return found

    def known(self, ids: Collection[int]) -> set[int]:
        """Return which of these tasks, or series of tasks, are there; also in the trash."""
        rows = read(self._session.connection(), KNOWN, {"ids": json.dumps(list(ids))})
        return {int(row[0]) for row in rows}

    def contacts(self, ids: Collection[int]) -> set[int]:
        """Return which of these contacts there are."""
        rows = read(self._session.connection(), CONTACTS, {"ids": json.dumps(list(ids))})
        return {int(row[0]) for row in rows}

    def add(
        self, rows: Sequence[Mapping[str, Any]], reminders: Mapping[int, Sequence[int]]
    ) -> None:
        """Add tasks of these columns, all of the same names, and their reminders."""
        now = self._now()
        if rows:
            stamps = {"created_at": now, "updated_at": now}
            self._session.execute(insert(Task), [{**stamps, **row} for row in rows])
        wanted = [(task_id, before) for task_id, all_ in reminders.items() for before in all_]
        if wanted:
            first = self._ids.reserve(len(wanted))
            self._session.execute(
                insert(TaskReminder),
                [
                    {"id": first + place, "task_id": task_id, "before_min": before,
                     "created_at": now, "updated_at": now}
                    for place, (task_id, before) in enumerate(wanted)
                ],
            )  # fmt: skip


TASKS = f"""
SELECT t.id, t.title, t.kind, ifnull(t.due_at, ''), t.duration_min, ifnull(t.place, ''),
  ifnull(t.note, ''), t.status, ifnull(t.closed_at, ''), t.priority, t.contact_id,
  ifnull(c.name, ''), ifnull(t.repeat_rule, ''), ifnull(t.repeat_start, ''),
  ifnull(t.repeat_on, ''), ifnull(t.repeat_except, ''), t.series_id, t.updated_at
FROM task t LEFT JOIN contact c ON c.id = t.contact_id
WHERE t.deleted_at IS NULL AND t.status <> 'cancelled'
  AND (t.closed_at IS NULL OR t.closed_at >= :since) AND {ALIVE}
ORDER BY t.id
"""
REMINDERS = """
SELECT r.task_id, r.before_min FROM task_reminder r JOIN task t ON t.id = r.task_id
WHERE r.deleted_at IS NULL AND r.before_min IS NOT NULL AND t.closed_at IS NULL
  AND t.deleted_at IS NULL ORDER BY r.task_id, r.before_min DESC
"""
KNOWN = """
SELECT id FROM task WHERE id IN (SELECT value FROM json_each(:ids))
UNION SELECT series_id FROM task
  WHERE series_id IN (SELECT value FROM json_each(:ids))
"""
CONTACTS = """
SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL
"""
