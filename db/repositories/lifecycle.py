"""What the rules of the stages look at, read at once, and what they found, written at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from sqlalchemy.orm import Session

from db.alive import ALIVE, alive_in
from db.bare import driver
from db.repositories.summaries import VISIT

SWEEP = 2000  # contacts fetched at once
BY_RULE = "(stage IS NULL OR stage_by = 'rule')"


class LifecycleRepository:
    """Reads whole books in one sweep; what somebody set by hand is left out. Never commits."""

    def __init__(self, session: Session, now: Callable[[], str]) -> None:
        self._session = session
        self._now = now

    def known(self, ids: Collection[int] | None = None) -> Iterator[tuple[Any, ...]]:
        """Yield what is known of each contact by its id; of all of them without `ids`.

        The columns are id, created_at, first_seen_on, last_visit_on, opening_visits, stage,
        stage_since, stage_why, whether it is a lead, days of visits ('739000,739007'), days of
        purchases, first and last day with a two-way contact. Days are ordinals in the shop's own
        time. A purchase in any currency counts, unless it was cancelled or given back wholly.
        """
        self._session.flush()
        cursor = driver(self._session.connection()).cursor()
        given = "" if ids is None else " AND {id} IN (SELECT value FROM json_each(:ids))"
        query = KNOWN
        for place, column in (("{some}", "c.id"), ("{linked}", "l.contact_id")):
            query = query.replace(place, given.replace("{id}", column))
        cursor.execute(query, {} if ids is None else {"ids": json.dumps(list(ids))})
        while rows := cursor.fetchmany(SWEEP):
            yield from rows
        cursor.close()

    def put(self, found: Iterable[tuple[str | None, str | None, str | None, int]]) -> None:
        """Set (stage, since, why) of contacts by id; those set by hand meanwhile are left."""
        self._session.flush()
        now = self._now()
        cursor = driver(self._session.connection()).cursor()
        cursor.executemany(
            "UPDATE contact SET stage = ?, stage_since = ?, stage_why = ?, stage_by = ?,"
            f" updated_at = ? WHERE id = ? AND {BY_RULE} AND {ALIVE}",
            [(s, since, why, s and "rule", now, contact) for s, since, why, contact in found],
        )
        cursor.close()
        self._session.expire_all()


# A day as `date.toordinal` counts it: Julian days begin at noon.
ORDINAL = "CAST(julianday({moment}) + 0.5 AS INTEGER) - 1721425"
DAY = ORDINAL.format(moment="{moment}, 'localtime'")
VISITED, FIRST, LAST = (
    DAY.format(moment=moment) for moment in ("i.happened_at", "met.first", "met.last")
)
KNOWN = f"""
WITH met AS (
  SELECT l.contact_id AS id,
    group_concat(iif(i.kind = 'visit', {VISITED}, NULL)) AS visits,
    min(i.happened_at) AS first, max(i.happened_at) AS last
  FROM interaction_contact l JOIN interaction i ON i.id = l.interaction_id
  WHERE i.two_way = 1 AND i.deleted_at IS NULL AND l.deleted_at IS NULL{{linked}}
  GROUP BY l.contact_id
)
SELECT c.id, c.created_at, c.first_seen_on, c.last_visit_on, c.opening_visits, c.stage,
  c.stage_since, c.stage_why,
  EXISTS (SELECT 1 FROM contact_role r WHERE r.contact_id = c.id AND r.role = 'lead'
    AND r.until IS NULL AND r.deleted_at IS NULL),
  met.visits,
  (SELECT group_concat({ORDINAL.format(moment="s.sold_on")}) FROM sale s
    WHERE s.contact_id = c.id AND s.deleted_at IS NULL AND s.status IN {VISIT}),
  {FIRST}, {LAST}
FROM contact c LEFT JOIN met ON met.id = c.id
WHERE {alive_in("c")}
  AND (c.stage IS NULL OR c.stage_by = 'rule'){{some}}
"""
