"""Goals on disk, and what days brought of what they ask for."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from db.bare import read
from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.goal import Goal

Days = Sequence[tuple[str, str, str]]  # day, when it began and when the next did (UTC)
BACK_DAYS, BACK_GAPS, USUAL_GAP = 90, 3.0, 60  # as `app.lifecycle` has 'dormant'


class GoalRepository:
    """Goals, and sums by day; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, **values: Any) -> int:
        """Add a goal of these columns; return its id."""
        goal = Goal(id=self._ids.next(), **values)
        self._session.add(goal)
        self._session.flush()
        return goal.id

    def get(self, goal_id: int) -> Goal:
        """Return the goal to change; raise RowNotFoundError if it is in the trash or gone."""
        found = self._session.get(Goal, goal_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("goal", goal_id)
        return found

    def put_in_trash(self, goal_ids: Collection[int]) -> None:
        """Put goals in the trash."""
        for goal_id in goal_ids:
            self.get(goal_id).deleted_at = self._now()

    def take_from_trash(self, goal_ids: Collection[int]) -> None:
        """Bring goals back from the trash."""
        for goal_id in goal_ids:
            found = self._session.get(Goal, goal_id)
            if found is None:
                raise RowNotFoundError("goal", goal_id)
            found.deleted_at = None

    def rows(self, since: str, *, only: int | None = None) -> list[tuple[Any, ...]]:
        """Return the goals that end on a day or later (see ROWS): the shop's first, '' for all."""
        order = "g.scope <> 'shop', g.first_on, g.id" if since else "g.first_on DESC, g.id DESC"
        return self._read(f"{ROWS} ORDER BY {order}", {"since": since, "only": only})

    def begun(self) -> str:
        """Return the day of the first sale in the book; '9999' where there is none."""
        query = "SELECT coalesce(min(sold_on), '9999') FROM sale WHERE deleted_at IS NULL"
        return str(self._read(query, {})[0][0])

    def values(
        self,
        metric: str,
        days: Days,
        currency: str,
        *,
        staff_id: int | None,
        product_id: int | None,
    ) -> list[tuple[str, int]]:
        """Return (day, value) of the days that brought something.

        Money is net of what was given back. Somebody who counts once counts on the first day.
        """
        if not days:
            return []
        given = {
            "first": days[0][0], "last": days[-1][0], "currency": currency, "staff": staff_id,
            "product": product_id, "days": json.dumps(list(days) if metric in OF_MOMENTS else []),
            "back_days": BACK_DAYS, "back_gaps": BACK_GAPS, "usual_gap": USUAL_GAP,
        }  # fmt: skip
        query = OF_PRODUCT.get(metric, QUERIES[metric]) if product_id else QUERIES[metric]
        if staff_id is None:  # asked for nothing, it would still have every row read
            query = query.replace(BY_SOMEBODY, "")
        return [(day, value) for day, value in self._read(query, given) if value]

    def _read(self, query: str, given: Mapping[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, dict(given))


ROWS = """
SELECT g.id, coalesce(g.name, ''), g.metric, g.scope, g.staff_id, coalesce(f.name, ''),
  g.product_id, coalesce(p.name, ''), g.period, g.first_on, g.last_on, g.target,
  coalesce(g.note, '')
FROM goal g LEFT JOIN staff f ON f.id = g.staff_id LEFT JOIN product p ON p.id = g.product_id
WHERE g.deleted_at IS NULL AND g.last_on >= :since AND (:only IS NULL OR g.id = :only)
"""
BY_SOMEBODY = " AND (:staff IS NULL OR s.staff_id = :staff)"
_SOLD = (
    "s.sold_on BETWEEN :first AND :last AND s.deleted_at IS NULL AND s.cancelled_at IS NULL"
    f" AND s.currency = :currency{BY_SOMEBODY}"
)
_CAME = "s.status IN ('open', 'partial', 'paid')"
_HOLDS = (
    "(:product IS NULL OR EXISTS (SELECT 1 FROM sale_line l WHERE l.sale_id = s.id"
    " AND l.product_id = :product AND l.deleted_at IS NULL))"
)
_ONCE = f"""
SELECT day, count(*) FROM (
  SELECT s.contact_id, min(s.sold_on) AS day FROM sale s JOIN contact c ON c.id = s.contact_id
  WHERE {_SOLD} AND {_CAME} AND {_HOLDS} AND {{which}} GROUP BY s.contact_id
) GROUP BY day
"""
_BEFORE = """
FROM sale b WHERE b.contact_id = s.contact_id AND b.sold_on < s.sold_on AND b.deleted_at IS NULL
  AND b.cancelled_at IS NULL AND b.currency = :currency
  AND b.status IN ('open', 'partial', 'paid')
"""
# Who came again after a pause as long as that of somebody dormant; twice before tell no rhythm.
WON_BACK = f"""
SELECT day, count(*) FROM (
  SELECT contact_id, min(day) AS day FROM (
    SELECT s.contact_id, s.sold_on AS day, c.first_sale_on AS first,
      (SELECT max(b.sold_on) {_BEFORE}) AS last,
      (SELECT count(DISTINCT b.sold_on) {_BEFORE}) AS times
    FROM sale s JOIN contact c ON c.id = s.contact_id
    WHERE {_SOLD} AND {_CAME} AND {_HOLDS} AND s.sold_on > c.first_sale_on
  ) WHERE julianday(day) - julianday(last) >= max(:back_days, :back_gaps * iif(times > 2,
    (julianday(last) - julianday(first)) / (times - 1), :usual_gap))
  GROUP BY contact_id
) GROUP BY day
"""
# What happened stands by its moment, so each day is told with both its ends.
_DAY = "json_each(:days) t"
_WITHIN = "{at} >= json_extract(t.value, '$[1]') AND {at} < json_extract(t.value, '$[2]')"
CONTACTS = f"""
SELECT json_extract(t.value, '$[0]'), (SELECT count(*) FROM interaction i
  WHERE {_WITHIN.format(at="i.happened_at")} AND i.two_way = 1
    AND i.deleted_at IS NULL AND (:staff IS NULL OR i.staff_id = :staff))
FROM {_DAY}
"""
WON = f"""
SELECT json_extract(t.value, '$[0]'), (SELECT {{what}} FROM deal d
  JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind = 'won'
  WHERE {_WITHIN.format(at="d.closed_at")} AND d.deleted_at IS NULL
    AND (:staff IS NULL OR d.owner_id = :staff) AND (:product IS NULL OR EXISTS (
      SELECT 1 FROM deal_line l WHERE l.deal_id = d.id AND l.product_id = :product
      AND l.deleted_at IS NULL)))
FROM {_DAY}
"""
_SHOPS = "sum(iif(d.currency = :currency, {amount}, 0))"
_OF_LINES = (
    "(SELECT sum(l.total) FROM deal_line l WHERE l.deal_id = d.id"
    " AND l.product_id = :product AND l.deleted_at IS NULL)"
)
QUERIES = {
    "revenue": f"SELECT s.sold_on, sum(s.total) FROM sale s WHERE {_SOLD} GROUP BY 1",
    "new_customers": _ONCE.format(which="s.sold_on = c.first_sale_on"),
    "returning_customers": _ONCE.format(which="s.sold_on > c.first_sale_on"),
    "won_back": WON_BACK,
    "contacts_made": CONTACTS,
    "won_deals": WON.format(what="count(*)"),
    "won_value": WON.format(what=_SHOPS.format(amount="d.amount")),
}
OF_PRODUCT = {
    "revenue": "SELECT s.sold_on, sum(l.total) FROM sale s CROSS JOIN sale_line l"
    " ON l.sale_id = s.id AND l.deleted_at IS NULL AND l.product_id = :product"
    f" WHERE {_SOLD} GROUP BY 1",
    "won_value": WON.format(what=_SHOPS.format(amount=_OF_LINES)),
}
OF_MOMENTS = frozenset({"contacts_made", "won_deals", "won_value"})
