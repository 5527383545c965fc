"""How often to stay in touch, on disk, and who has not been spoken with for too long."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.alive import alive_in
from db.bare import read
from db.ids import meaning_id
from db.models.task_plan import TouchRule


class TouchRuleRepository:
    """Rules, and what they say of contacts; never commits."""

    def __init__(self, session: Session, now: Callable[[], str]) -> None:
        self._session = session
        self._now = now

    def put(self, scope: str, of: int | str, days: tuple[int, int] | None) -> None:
        """Set how often to be in touch with a contact, a tag's or a stage's; None for no rule."""
        rule_id = meaning_id("touch", scope, of)
        rule = self._session.get(TouchRule, rule_id)
        if days is None:
            if rule is not None and rule.deleted_at is None:
                rule.deleted_at = self._now()
            return
        if rule is None:
            column = "stage" if scope == "stage" else f"{scope}_id"
            rule = TouchRule(id=rule_id, ideal_days=days[0], max_days=days[1], **{column: of})
            self._session.add(rule)
        rule.deleted_at, rule.ideal_days, rule.max_days = None, *days

    def rules(self) -> list[tuple[Any, ...]]:
        """Return (id, contact, tag, name of either, stage, ideal days, most days)."""
        self._session.flush()
        return read(self._session.connection(), RULES)

    def overdue(self, today: str, *, limit: int, offset: int = 0) -> list[tuple[Any, ...]]:
        """Return who has not been spoken with for longer than is good, the worst first.

        The columns are id, name, kind, last contact, days since, ideal days, most days, next task,
        whose rule it is (0 its own, 1 a tag's, 2 its stage's), and which tag or stage.
        """
        return self._asked(
            f"{EVERYBODY} WHERE days >= ideal_days {WORST}",
            {"today": today, "limit": limit, "offset": offset},
        )

    def worst(self, today: str, *, limit: int) -> tuple[list[tuple[Any, ...]], int]:
        """Return the first of `overdue` and how many there are, in one go."""
        found = self._asked(
            f"SELECT *, count(*) OVER () FROM ({EVERYBODY} WHERE days >= ideal_days) {WORST}",
            {"today": today, "limit": limit, "offset": 0},
        )
        return [row[:-1] for row in found], found[0][-1] if found else 0

    def count(self, today: str) -> int:
        """Return how many `overdue` would return."""
        query = f"SELECT count(*) FROM ({EVERYBODY} WHERE days >= ideal_days)"
        ((count,),) = self._asked(query, {"today": today})
        return int(count)

    def of(self, contact_ids: Collection[int], today: str) -> list[tuple[Any, ...]]:
        """Return the same of these contacts, also who is in time; not whom no rule is about."""
        return self._asked(SOME, {"today": today, "only": json.dumps(list(contact_ids))})

    def tag_id(self, name: str) -> int | None:
        """Return the tag of that name."""
        query = text("SELECT id FROM tag WHERE name = :name AND deleted_at IS NULL")
        found: int | None = self._session.scalar(query, {"name": name})
        return found

    def _asked(self, query: str, given: dict[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, given)


RULES = """
SELECT r.id, r.contact_id, r.tag_id, coalesce(c.name, t.name, ''), ifnull(r.stage, ''),
  r.ideal_days, r.max_days
FROM touch_rule r LEFT JOIN contact c ON c.id = r.contact_id LEFT JOIN tag t ON t.id = r.tag_id
WHERE r.deleted_at IS NULL AND c.deleted_at IS NULL AND t.deleted_at IS NULL
ORDER BY r.contact_id IS NOT NULL, r.tag_id IS NOT NULL, 4, r.stage
"""
# A contact's own rule comes before its tags', of which the shortest counts, and those before its
# stage's: with min() the other columns are of that row.
WORST = "ORDER BY days - max_days DESC, id LIMIT :limit OFFSET :offset"


def _standing(only: str, join: str) -> str:
    """Return the query; `only` is a clause about an id, `join` how rules find their contacts."""
    return f"""
WITH ruled AS (
  SELECT r.contact_id AS id, r.ideal_days, r.max_days, 0 AS place, '' AS about
  FROM touch_rule r
  WHERE r.contact_id IS NOT NULL AND r.deleted_at IS NULL AND {only.format("r.contact_id")}
  UNION ALL
  SELECT l.contact_id, r.ideal_days, r.max_days, 1, t.name FROM touch_rule r
  {join} tag t ON t.id = r.tag_id AND t.deleted_at IS NULL
  {join} contact_tag l ON l.tag_id = r.tag_id AND l.deleted_at IS NULL
  WHERE r.tag_id IS NOT NULL AND r.deleted_at IS NULL AND {only.format("l.contact_id")}
  UNION ALL
  SELECT c.id, r.ideal_days, r.max_days, 2, r.stage FROM touch_rule r
  {join} contact c ON c.stage = r.stage
  WHERE r.stage IS NOT NULL AND r.deleted_at IS NULL AND {only.format("c.id")}
), best AS (
  SELECT id, ideal_days, max_days, place, about, min(place * 1000000 + ideal_days)
  FROM ruled GROUP BY id
), standing AS (
  SELECT c.id, c.name, c.kind, ifnull(c.last_contact_at, '') AS last_contact_at,
    CAST(julianday(:today) - julianday(date(coalesce(c.last_contact_at, c.created_at),
      'localtime')) AS INTEGER) AS days,
    b.ideal_days, b.max_days, ifnull(c.next_task_at, '') AS next_task_at, b.place, b.about
  FROM best b JOIN contact c ON c.id = b.id
  WHERE {alive_in("c")} AND c.do_not_contact IS NULL
)
SELECT * FROM standing
"""


# The rules first: there are few, and links of tags and contacts without number.
EVERYBODY = _standing("1", "CROSS JOIN")
SOME = _standing("{} IN (SELECT value FROM json_each(:only))", "JOIN")
