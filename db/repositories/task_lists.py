"""Tasks read: lists by when they are due, one task whole, what clashes."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy.orm import Session

from db.bare import read

NOBODY = 0  # among the assignees that are asked for


class TaskFilterLike(Protocol):
    """Which tasks are meant; what is empty asks nothing."""

    @property
    def assignee_ids(self) -> Collection[int]: ...  # noqa: D102
    @property
    def kinds(self) -> Collection[str]: ...  # noqa: D102
    @property
    def contact_ids(self) -> Collection[int]: ...  # noqa: D102
    @property
    def sale_id(self) -> int | None: ...  # noqa: D102
    @property
    def plan_run_id(self) -> int | None: ...  # noqa: D102
    @property
    def deal_id(self) -> int | None: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def appointments(self) -> bool | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Days:
    """The days that part a list of tasks; each begins what comes next (ISO)."""

    today: str
    tomorrow: str
    after: str
    week_end: str  # the day after the last of this week
    began: str  # when today began, in UTC


class TaskListRepository:
    """Reads tasks; those of contacts in the trash are left out of every list."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def counts(self, days: Days, wanted: TaskFilterLike) -> dict[str, int]:
        """Return how many tasks there are in each section."""
        clause, given = _clause(wanted)
        given |= _days(days)
        counts = dict(self._read(f"{COUNTS} AND {clause} GROUP BY 1", given))
        ((done,),) = self._read(f"SELECT count(*) {TASKS} WHERE {DONE} AND {clause}", given)
        return {**counts, "done_today": done}

    def page(
        self, section: str, days: Days, wanted: TaskFilterLike, *, offset: int, limit: int
    ) -> list[tuple[Any, ...]]:
        """Return one window of a section as rows (see ROW), in the order they are to be done."""
        clause, given = _clause(wanted)
        given |= {**_days(days), "offset": offset, "limit": limit}
        order = "t.closed_at DESC, t.id DESC" if section == "done_today" else ORDER
        return self._read(
            f"{ROW} WHERE {SECTIONS[section]} AND {clause} ORDER BY {order}"
            " LIMIT :limit OFFSET :offset",
            given,
        )

    def ids(self, section: str, days: Days, wanted: TaskFilterLike) -> list[int]:
        """Return the tasks of a section, in the order of `page`."""
        clause, given = _clause(wanted)
        order = "t.closed_at DESC, t.id DESC" if section == "done_today" else ORDER
        query = f"SELECT t.id {TASKS} WHERE {SECTIONS[section]} AND {clause} ORDER BY {order}"
        return [i for (i,) in self._read(query, given | _days(days))]

    def rows(self, ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return these tasks as rows, also those in the trash; in no order."""
        return self._read(f"{ROW} WHERE t.id IN {GIVEN}", {"ids": json.dumps(list(ids))})

    def of_contact(
        self, contact_ids: Collection[int], *, closed: bool, limit: int
    ) -> list[tuple[Any, ...]]:
        """Return the tasks of contacts: what is open, or what is done, the latest first."""
        which = "t.closed_at IS NOT NULL" if closed else "t.closed_at IS NULL"
        order = "t.closed_at DESC, t.id DESC" if closed else ORDER
        return self._read(
            f"{ROW} WHERE t.contact_id IN {GIVEN} AND {which} AND t.deleted_at IS NULL"
            f" ORDER BY {order} LIMIT :limit",
            {"ids": json.dumps(list(contact_ids)), "limit": limit},
        )

    def of_sale(self, sale_id: int) -> list[tuple[Any, ...]]:
        """Return the tasks of a sale, open ones first."""
        return self._read(
            f"{ROW} WHERE t.sale_id = :sale AND t.deleted_at IS NULL"
            f" ORDER BY t.closed_at IS NOT NULL, {ORDER}",
            {"sale": sale_id},
        )

    def of_deal(self, deal_id: int) -> list[tuple[Any, ...]]:
        """Return the tasks of a deal, open ones first."""
        return self._read(
            f"{ROW} WHERE t.deal_id = :deal AND t.deleted_at IS NULL"
            f" ORDER BY t.closed_at IS NOT NULL, {ORDER}",
            {"deal": deal_id},
        )

    def overlapping(
        self, assignee_id: int, first: str, last: str, but: int | None
    ) -> list[tuple[Any, ...]]:
        """Return the open appointments of somebody that share time with `first` to `last`.

        Moments of the shop's clock; one that ends where another begins does not clash.
        """
        return self._read(
            f"{ROW} WHERE t.closed_at IS NULL AND t.deleted_at IS NULL"
            " AND t.due_at > strftime('%Y-%m-%dT%H:%M', :first, '-2 days') AND t.due_at < :last"
            " AND t.assignee_id = :assignee AND t.duration_min IS NOT NULL"
            " AND strftime('%Y-%m-%dT%H:%M', t.due_at, t.duration_min || ' minutes') > :first"
            f" AND t.id IS NOT :but AND {ALIVE} ORDER BY t.due_at, t.id",
            {"assignee": assignee_id, "first": first, "last": last, "but": but},
        )

    def trash(self, *, limit: int, offset: int) -> list[tuple[Any, ...]]:
        """Return the tasks in the trash, the last put there first."""
        return self._read(
            f"{ROW} WHERE t.deleted_at IS NOT NULL ORDER BY t.deleted_at DESC, t.id DESC"
            " LIMIT :limit OFFSET :offset",
            {"limit": limit, "offset": offset},
        )

    def ringing(self, until: str) -> list[tuple[int, str, int]]:
        """Return (reminder, when it rings, its task) of what rings up to then, not shown yet."""
        found = self._read(RINGING, {"until": until})
        return [(a, b, c) for a, b, c in found]

    def shown(self, since: str, until: str, *, limit: int) -> list[tuple[Any, ...]]:
        """Return (task, title, name of its contact, when told) of what rang and is not over.

        Each task once, the one told last first; one that was put off rings anew.
        """
        return self._read(SHOWN, {"since": since, "until": until, "limit": limit})

    def _read(self, query: str, given: Mapping[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, dict(given))


def _days(days: Days) -> dict[str, object]:
    return {
        "today": days.today, "tomorrow": days.tomorrow, "after": days.after,
        "week_end": max(days.week_end, days.after), "began": days.began,
    }  # fmt: skip


def _clause(wanted: TaskFilterLike) -> tuple[str, dict[str, object]]:
    parts, given = [ALIVE], dict[str, object]()
    for name, column, values in (
        ("assignees", "coalesce(t.assignee_id, 0)", wanted.assignee_ids),
        ("kinds", "t.kind", wanted.kinds),
        ("contacts", "t.contact_id", wanted.contact_ids),
    ):
        if values:
            parts.append(f"{column} IN (SELECT value FROM json_each(:{name}))")
            given[name] = json.dumps(list(values))
    for name in ("sale_id", "plan_run_id", "deal_id"):
        if (value := getattr(wanted, name)) is not None:
            parts.append(f"t.{name} = :{name}")
            given[name] = value
    if wanted.text:
        escaped = wanted.text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        given["text"] = f"%{escaped}%"
        parts.append(
            r"(t.title LIKE :text ESCAPE '\' OR t.contact_id IN (SELECT n.id FROM contact n"
            r" WHERE n.name LIKE :text ESCAPE '\'))"
        )
    if wanted.appointments is not None:
        known = "NOT NULL" if wanted.appointments else "NULL"
        parts.append(f"t.duration_min IS {known}")
    return " AND ".join(parts), given


GIVEN = "(SELECT value FROM json_each(:ids))"
TASKS = "FROM task t"
ALIVE = (
    "(t.contact_id IS NULL OR t.contact_id NOT IN"
    " (SELECT b.id FROM contact b WHERE b.deleted_at IS NOT NULL))"
)
ROW = """
SELECT t.id, t.title, t.kind, ifnull(t.due_at, ''), ifnull(t.start_on, ''), t.status, t.priority,
  t.contact_id, ifnull(c.name, ''), ifnull(c.kind, ''), t.sale_id, t.assignee_id,
  ifnull(s.name, ''), t.duration_min, ifnull(t.place, ''), ifnull(t.repeat_rule, ''),
  t.snooze_count,
  (SELECT count(*) FROM task_item i WHERE i.task_id = t.id AND i.deleted_at IS NULL),
  (SELECT count(i.done_at) FROM task_item i WHERE i.task_id = t.id AND i.deleted_at IS NULL),
  (SELECT count(*) FROM task_reminder r WHERE r.task_id = t.id AND r.deleted_at IS NULL),
  ifnull(t.result, ''), ifnull(t.closed_at, ''), ifnull(t.waiting_since, ''),
  t.status = 'waiting' AND ifnull(c.last_contact_at > t.waiting_since, 0), t.plan_run_id,
  ifnull((SELECT p.name FROM plan_run u JOIN task_plan p ON p.id = u.plan_id
    WHERE u.id = t.plan_run_id), ''), t.deal_id, ifnull(d.title, ''), d.amount,
  ifnull(d.currency, '')
FROM task t LEFT JOIN contact c ON c.id = t.contact_id LEFT JOIN staff s ON s.id = t.assignee_id
LEFT JOIN deal d ON d.id = t.deal_id AND d.deleted_at IS NULL
"""
ORDER = "t.due_at, t.priority DESC, t.id"
_OPEN = "t.closed_at IS NULL AND t.deleted_at IS NULL"
_AT_WORK = f"{_OPEN} AND t.status <> 'waiting'"
DONE = "t.closed_at >= :began AND t.status = 'done' AND t.deleted_at IS NULL"
SECTIONS = {
    "overdue": f"{_AT_WORK} AND t.due_at < :today",
    "today": f"{_AT_WORK} AND t.due_at >= :today AND t.due_at < :tomorrow",
    "tomorrow": f"{_AT_WORK} AND t.due_at >= :tomorrow AND t.due_at < :after",
    "this_week": f"{_AT_WORK} AND t.due_at >= :after AND t.due_at < :week_end",
    "later": f"{_AT_WORK} AND t.due_at >= :week_end",
    "someday": f"{_AT_WORK} AND t.due_at IS NULL",
    "waiting": f"{_OPEN} AND t.status = 'waiting'",
    "done_today": DONE,
}
COUNTS = f"""
SELECT CASE WHEN t.status = 'waiting' THEN 'waiting' WHEN t.due_at IS NULL THEN 'someday'
  WHEN t.due_at < :today THEN 'overdue' WHEN t.due_at < :tomorrow THEN 'today'
  WHEN t.due_at < :after THEN 'tomorrow' WHEN t.due_at < :week_end THEN 'this_week'
  ELSE 'later' END, count(*)
{TASKS} WHERE {_OPEN}
"""
RINGING = f"""
SELECT r.id, r.rings_at, r.task_id FROM task_reminder r JOIN task t ON t.id = r.task_id
WHERE r.rings_at <= :until AND {ALIVE} AND NOT EXISTS (SELECT 1 FROM reminder_shown h
  WHERE h.reminder_id = r.id AND h.rings_at = r.rings_at)
ORDER BY r.rings_at, r.id
"""
SHOWN = f"""
SELECT t.id, t.title, ifnull(c.name, ''), max(h.shown_at) FROM task_reminder r
JOIN reminder_shown h ON h.reminder_id = r.id AND h.rings_at = r.rings_at
JOIN task t ON t.id = r.task_id LEFT JOIN contact c ON c.id = t.contact_id
WHERE r.rings_at BETWEEN :since AND :until AND {ALIVE}
GROUP BY t.id ORDER BY 4 DESC, t.id DESC LIMIT :limit
"""
