"""What days hold, read: tasks, birthdays, other days, what was promised, deliveries."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy.orm import Session

from db.alive import ALIVE, alive_in
from db.bare import read


class AgendaRepository:
    """Reads what stands on days; days are ISO texts, `after` is the day behind the last."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tasks(self, first: str, after: str, assignees: Collection[int]) -> list[tuple[Any, ...]]:
        """Return the tasks due on these days, done ones too; see ENTRY for the columns."""
        clause, given = _of(assignees)
        given |= {"first": first, "after": after}
        return self._read(
            f"{ENTRY} WHERE {OPEN} AND {DUE} AND {NOT_GONE} AND {clause} UNION ALL {ENTRY}"
            f" WHERE {CLOSED} AND {DUE} AND {NOT_GONE} AND {clause}",
            given,
        )

    def lasting(self, since: str, first: str, assignees: Collection[int]) -> list[tuple[Any, ...]]:
        """Return appointments begun from `since` on that last until a day, as `tasks` does."""
        clause, given = _of(assignees)
        given |= {"since": since, "first": first}
        return self._read(
            f"{ENTRY} WHERE {OPEN} AND {LASTS} AND {NOT_GONE} AND {clause} UNION ALL {ENTRY}"
            f" WHERE {CLOSED} AND {LASTS} AND {NOT_GONE} AND {clause}",
            given,
        )

    def repeats(self, after: str, assignees: Collection[int]) -> list[tuple[Any, ...]]:
        """Return what repeats and began before a day: ENTRY, then its start, day, days left out."""
        clause, given = _of(assignees)
        given["after"] = after
        return self._read(f"{REPEATS} AND {NOT_GONE} AND {clause}", given)

    def birthdays(self, keys: Collection[str]) -> list[tuple[Any, ...]]:
        """Return (key, birthday, id) of whose birthday has one of these keys.

        Keys are as `db.important_dates.keys_between` gives them.
        """
        lunar = [key for key in keys if not key.startswith("solar")]
        given = {
            "solar": [key[-5:] for key in keys if key.startswith("solar")],
            "lunar": sorted({key[-5:] for key in lunar}), "keys": lunar,
        }  # fmt: skip
        return self._read(BIRTHDAYS, {name: json.dumps(days) for name, days in given.items()})

    def names(self, contact_ids: Collection[int]) -> dict[int, tuple[str, str, int]]:
        """Return (name, kind, what they bought in a year) of contacts."""
        found = self._read(NAMES, {"ids": json.dumps(list(contact_ids))})
        return {contact_id: (name, kind, bought) for contact_id, name, kind, bought in found}

    def dates(self, keys: Collection[str]) -> list[tuple[Any, ...]]:
        """Return (key, year or None, kind, label, contact, name, its kind) of important dates."""
        months = sorted({int(key[-5:-3]) for key in keys})
        return self._read(DATES, {"months": json.dumps(months), "keys": json.dumps(list(keys))})

    def promises(self, first: str, after: str) -> list[tuple[Any, ...]]:
        """Return (when, note, contact, name, its kind) of next contacts on these days."""
        return self._read(PROMISES, {"first": first, "after": after})

    def handovers(self, first: str, after: str) -> list[tuple[Any, ...]]:
        """Return (when, how, recipient, sale, contact, name, its kind) of deliveries, pick-ups."""
        return self._read(HANDOVERS, {"first": first, "after": after})

    def slipping(self, today: str, *, limit: int) -> tuple[list[tuple[Any, ...]], int]:
        """Return who is late by their own rhythm, those who bought most first; and how many.

        Left out is who is not late by the scores: the card of a customer tells the same.
        """
        found = self._read(SLIPPING, {"today": today, "limit": limit})
        return [row[:-1] for row in found], found[0][-1] if found else 0

    def happened(self, since: str, day: str, currency: str) -> tuple[Any, ...]:
        """Return how many contacts, interactions, sales, their sum, tasks done since a moment."""
        given: dict[str, object] = {"since": since, "day": day, "currency": currency}
        return self._read(HAPPENED, given)[0]

    def _read(self, query: str, given: dict[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, given)


def _of(assignees: Collection[int]) -> tuple[str, dict[str, object]]:
    """Return the clause for tasks of these people, 0 for nobody; without any, of everybody."""
    if not assignees:
        return "1", {}
    asked = "coalesce(t.assignee_id, 0) IN (SELECT value FROM json_each(:assignees))"
    return asked, {"assignees": json.dumps(list(assignees))}


OPEN = "t.closed_at IS NULL AND t.deleted_at IS NULL"
NOT_GONE = "c.deleted_at IS NULL"  # the contact it is of, if it is of one
CLOSED = "t.closed_at IS NOT NULL AND t.deleted_at IS NULL AND t.status <> 'cancelled'"
DUE = "t.due_at >= :first AND t.due_at < :after"
# Two hours more than the minutes say: clocks may be set back meanwhile.
LASTS = """
t.due_at >= :since AND t.due_at < :first AND t.duration_min IS NOT NULL
  AND strftime('%Y-%m-%dT%H:%M', t.due_at, (t.duration_min + 120) || ' minutes') > :first
"""
_COLUMNS = """
SELECT t.due_at, t.title, t.kind, t.id, t.contact_id, ifnull(c.name, ''), ifnull(c.kind, ''),
  t.sale_id, t.assignee_id, ifnull(s.name, ''), t.duration_min, ifnull(t.place, ''), t.status,
  t.priority, ifnull(t.repeat_rule, '')
"""
_FROM = """
FROM task t LEFT JOIN contact c ON c.id = t.contact_id LEFT JOIN staff s ON s.id = t.assignee_id
"""
ENTRY = _COLUMNS + _FROM
REPEATS = f"""
{_COLUMNS}, t.repeat_start, t.repeat_on, ifnull(t.repeat_except, '') {_FROM}
WHERE t.repeat_rule IS NOT NULL AND {OPEN} AND t.repeat_on < :after
"""
# The index has all of it: no row is read. Most count by the sun, and of those every one whose day
# it is is wanted; of the others the key tells leap months apart.
_BORN = f"""
FROM contact n INDEXED BY ix_contact_birthday
WHERE n.birthday IS NOT NULL AND {alive_in("n")}
  AND (length(n.birthday) = 10 OR n.birthday GLOB '--??-??') AND substr(n.birthday, -5) IN
"""
BIRTHDAYS = f"""
SELECT 'solar-' || substr(n.birthday, -5), n.birthday, n.id {_BORN}
  (SELECT value FROM json_each(:solar)) AND ifnull(n.birthday_calendar, 'solar') = 'solar'
UNION ALL
SELECT n.birthday_calendar || '-' || substr(n.birthday, -5) AS key, n.birthday, n.id {_BORN}
  (SELECT value FROM json_each(:lunar)) AND n.birthday_calendar <> 'solar'
  AND key IN (SELECT value FROM json_each(:keys))
"""
NAMES = """
SELECT id, name, kind, ifnull(sales_year, 0) FROM contact
WHERE id IN (SELECT value FROM json_each(:ids))
"""
DATES = f"""
SELECT iif(d.calendar = 'solar', 'solar', iif(d.leap_month, 'lunar_leap', 'lunar'))
    || printf('-%02d-%02d', d.month, d.day) AS key,
  d.year, d.kind, ifnull(d.label, ''), c.id, c.name, c.kind
FROM important_date d JOIN contact c ON c.id = d.contact_id
WHERE d.month IN (SELECT value FROM json_each(:months)) AND d.day IS NOT NULL
  AND d.deleted_at IS NULL AND {alive_in("c")}
  AND key IN (SELECT value FROM json_each(:keys))
"""
PROMISES = f"""
SELECT c.next_contact_at, ifnull(c.next_contact_note, ''), c.id, c.name, c.kind FROM contact c
WHERE c.next_contact_at >= :first AND c.next_contact_at < :after AND {alive_in("c")}
ORDER BY c.next_contact_at, c.id
"""
HANDOVERS = """
SELECT s.due_at, ifnull(s.handover, ''), ifnull(s.recipient_name, ''), s.id, s.contact_id,
  ifnull(c.name, ''), ifnull(c.kind, '')
FROM sale s LEFT JOIN contact c ON c.id = s.contact_id
WHERE s.due_at >= :first AND s.due_at < :after AND s.deleted_at IS NULL
  AND s.cancelled_at IS NULL AND s.refunds_id IS NULL AND s.status <> 'refunded'
ORDER BY s.due_at, s.id
"""
SLIPPING = f"""
SELECT c.id, c.name, c.kind, c.usual_gap, ifnull(c.last_sale_on, ''),
  CAST(julianday(:today) - julianday(c.last_sale_on) AS INTEGER), c.sales_year,
  count(*) OVER ()
FROM contact c WHERE c.stage = 'slipping' AND {alive_in("c")}
  AND NOT EXISTS (SELECT 1 FROM customer_score k
    WHERE k.contact_id = c.id AND k.rhythm IN ('on_time', 'due'))
ORDER BY c.sales_year DESC, c.id LIMIT :limit
"""
HAPPENED = f"""
SELECT (SELECT count(*) FROM contact WHERE created_at >= :since AND {ALIVE}),
  (SELECT count(*) FROM interaction WHERE happened_at >= :since AND deleted_at IS NULL),
  count(*), ifnull(sum(s.total), 0),
  (SELECT count(*) FROM task WHERE closed_at >= :since AND status = 'done'
    AND deleted_at IS NULL)
FROM sale s WHERE s.sold_on >= :day AND s.created_at >= :since AND s.deleted_at IS NULL
  AND s.status IN ('open', 'partial', 'paid') AND s.currency = :currency
"""
