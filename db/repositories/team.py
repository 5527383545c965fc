"""Who is given what comes in, and what each of the team has to do and did."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from statistics import median
from typing import Any

from sqlalchemy.orm import Session

from db.bare import read
from db.ids import meaning_id
from db.models.enquiry import Assignment

OPEN = "('open', 'on_hold')"  # kinds of stages whose deals somebody still works on


class TeamRepository:
    """Ways of giving, and figures by person; never commits."""

    def __init__(self, session: Session, now: Callable[[], str]) -> None:
        self._session = session
        self._now = now

    def assignment(self, scope: str, of: int | str) -> tuple[str, str] | None:
        """Return (way, JSON list of staff) of a pipeline or channel; None where none is set."""
        found = self._session.get(Assignment, meaning_id("assignment", scope, of))
        return None if found is None or found.deleted_at else (found.way, found.staff)

    def assignments(self) -> list[tuple[str, int | str, str, str]]:
        """Return (scope, pipeline or channel, way, JSON list of staff) of all that is set."""
        found = self._read(
            "SELECT scope, coalesce(pipeline_id, channel), way, staff FROM assignment"
            " WHERE deleted_at IS NULL ORDER BY scope, 2",
            {},
        )
        return [(a, b, c, d) for a, b, c, d in found]

    def put(self, scope: str, of: int | str, way: str, staff_ids: Collection[int]) -> None:
        """Set how a pipeline's deals or a channel's enquiries are given to somebody."""
        row_id = meaning_id("assignment", scope, of)
        found = self._session.get(Assignment, row_id)
        if found is None:
            column = "pipeline_id" if scope == "pipeline" else "channel"
            found = Assignment(id=row_id, scope=scope, way=way, **{column: of})
            self._session.add(found)
        found.deleted_at, found.way = None, way
        found.staff = json.dumps(list(staff_ids))
        self._session.flush()

    def last_owner(self, scope: str, of: int | str) -> int | None:
        """Return who was given the last deal of a pipeline, or enquiry of a channel."""
        table, column = ("deal", "pipeline_id") if scope == "pipeline" else ("enquiry", "channel")
        found = self._read(
            f"SELECT owner_id FROM {table} WHERE {column} = :of AND owner_id IS NOT NULL"
            " ORDER BY created_at DESC, id DESC LIMIT 1",
            {"of": of},
        )
        return found[0][0] if found else None

    def loads(self, staff_ids: Collection[int]) -> dict[int, int]:
        """Return how much each of these has to do: open deals, tasks and waiting enquiries."""
        found = self._read(LOADS, {"staff": json.dumps(list(staff_ids))})
        return dict(found)

    def deals(self, currency: str) -> dict[int, tuple[int, int, int]]:
        """Return (open deals, their value, the same weighted) by owner."""
        return _by_first(self._read(DEALS, {"currency": currency}))

    def won(self, begun: str, ended: str, currency: str) -> dict[int, tuple[int, int]]:
        """Return (won deals, their value) by owner, of those closed between two moments (UTC)."""
        given = {"begun": begun, "ended": ended, "currency": currency}
        return _by_first(self._read(WON, given))

    def tasks(self, now: str, begun: str, ended: str) -> dict[int, tuple[int, int, int]]:
        """Return (open, overdue, done between two moments in UTC) by assignee.

        `now` is what the shop's clock shows.
        """
        given = {"now": now, "today": now[:10], "begun": begun, "ended": ended}
        return _by_first(self._read(TASKS, given))

    def sales(self, first: str, last: str, currency: str) -> dict[int, tuple[int, int]]:
        """Return (sales, what they come to net of refunds) by who sold them."""
        given = {"first": first, "last": last, "currency": currency}
        return _by_first(self._read(SALES, given))

    def enquiries(self, begun: str, ended: str) -> dict[int, tuple[int, int, int | None]]:
        """Return (waiting now, answered ones, median minutes they waited) by owner.

        The answered ones came between two moments (UTC).
        """
        waiting = dict(self._read(WAITING, {}))
        minutes: dict[int, list[float]] = {}
        for owner_id, waited in self._read(ANSWERED, {"begun": begun, "ended": ended}):
            minutes.setdefault(owner_id, []).append(waited)
        return {
            owner_id: (
                waiting.get(owner_id, 0),
                len(minutes.get(owner_id, ())),
                round(median(minutes[owner_id])) if owner_id in minutes else None,
            )
            for owner_id in waiting.keys() | minutes.keys()
        }

    def _read(self, query: str, given: Mapping[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, dict(given))


def _by_first(rows: list[tuple[Any, ...]]) -> dict[int, Any]:
    return {row[0]: tuple(row[1:]) for row in rows}


_OPEN_DEALS = f"FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind IN {OPEN}"
LOADS = f"""
SELECT owner, count(*) FROM (
  SELECT d.owner_id AS owner {_OPEN_DEALS} WHERE d.deleted_at IS NULL
  UNION ALL SELECT assignee_id FROM task WHERE closed_at IS NULL AND deleted_at IS NULL
  UNION ALL SELECT owner_id FROM enquiry WHERE closed_at IS NULL AND deleted_at IS NULL
    AND status IN ('new', 'linked')
) WHERE owner IN (SELECT value FROM json_each(:staff)) GROUP BY owner
"""
DEALS = f"""
SELECT d.owner_id, count(*), coalesce(sum(d.amount), 0),
  coalesce(sum(iif(g.kind = 'open', (d.amount * d.probability + 50) / 100, 0)), 0)
{_OPEN_DEALS} WHERE d.deleted_at IS NULL AND d.owner_id IS NOT NULL AND d.currency = :currency
GROUP BY d.owner_id
"""
WON = """
SELECT d.owner_id, count(*), coalesce(sum(iif(d.currency = :currency, d.amount, 0)), 0)
FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind = 'won'
WHERE d.closed_at >= :begun AND d.closed_at < :ended AND d.deleted_at IS NULL
  AND d.owner_id IS NOT NULL GROUP BY d.owner_id
"""
TASKS = """
SELECT assignee_id, sum(closed_at IS NULL),
  sum(closed_at IS NULL AND due_at < iif(length(due_at) = 10, :today, :now)),
  sum(status = 'done' AND closed_at >= :begun AND closed_at < :ended)
FROM task WHERE deleted_at IS NULL AND assignee_id IS NOT NULL
  AND (closed_at IS NULL OR closed_at >= :begun) GROUP BY assignee_id
"""
SALES = """
SELECT s.staff_id, sum(s.status <> 'refund'), sum(s.total) FROM sale s
WHERE s.sold_on BETWEEN :first AND :last AND s.deleted_at IS NULL AND s.cancelled_at IS NULL
  AND s.currency = :currency AND s.staff_id IS NOT NULL GROUP BY s.staff_id
"""
WAITING = """
SELECT owner_id, count(*) FROM enquiry WHERE closed_at IS NULL AND deleted_at IS NULL
  AND status IN ('new', 'linked') AND owner_id IS NOT NULL GROUP BY owner_id
"""
ANSWERED = """
SELECT owner_id, (julianday(first_response_at) - julianday(received_at)) * 1440 FROM enquiry
WHERE received_at >= :begun AND received_at < :ended AND first_response_at IS NOT NULL
  AND deleted_at IS NULL AND owner_id IS NOT NULL
"""
