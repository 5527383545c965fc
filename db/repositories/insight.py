"""Purchases as scores are reckoned from, and the scores; caches, which the ledger leaves out."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from db.bare import driver, read
from db.ids import IdSource

COLUMNS = (
    "contact_id", "run_id", "purchases", "spent", "first_on", "last_on", "r", "f", "m", "tier",
    "tier_since", "rhythm", "gap", "due_on", "late_on", "slipping_on", "gone_on", "alive",
    "return_90", "expected_30", "expected_90", "expected_365", "value_90", "value_365",
    "value_low", "value_high", "stake", "next_on", "next_from", "next_until",
)  # fmt: skip
"""Of a customer's scores, in the order of a row."""
Row = tuple[Any, ...]


class InsightRepository:
    """Runs of scores and what they found; never commits."""

    def __init__(self, session: Session, ids: IdSource) -> None:
        self._session = session
        self._ids = ids

    def purchases(self, currency: str, as_of: str) -> list[tuple[int, int, int, int]]:
        """Return (contact, day, sum, least) of everybody's days up to a day; days as ordinals."""
        return self._read(PURCHASES, {"currency": currency, "as_of": as_of})

    def costs(self, currency: str, after: str, as_of: str) -> tuple[int, int, float]:
        """Return (sold, sold at a known cost, that cost) of the lines of some days."""
        given: dict[str, object] = {"currency": currency, "after": after, "as_of": as_of}
        sold, known, cost = self._read(COSTS, given)[0]
        return int(sold), int(known), float(cost)

    def year(self, contact_id: int) -> int:
        """Return what a contact bought in the last twelve months."""
        found = self._read("SELECT sales_year FROM contact WHERE id = :id", {"id": contact_id})
        return int(found[0][0] or 0) if found else 0

    def seen(self) -> int:
        """Return the last line of the ledger."""
        found = self._read("SELECT coalesce(max(id), 0) FROM change", {})
        return int(found[0][0])

    def bought_since(self, line: int) -> bool:
        """Tell whether purchases, whose they are or what they cost changed after that line."""
        return bool(self._read(BOUGHT_SINCE, {"line": line})[0][0])

    def last_run(self) -> Row | None:
        """Return (id, as of, made, version, currency, customers, basis, params, tested, seen)."""
        found = self._read(LAST_RUN, {})
        run: Row | None = found[0] if found else None
        return run

    def begin(self, run: Mapping[str, object]) -> int:
        """Enter a run that is not done yet; return its id."""
        run_id = self._ids.next()
        self._write(BEGUN, [{**run, "id": run_id}])
        return run_id

    def keep(self, rows: Sequence[Row], moves: Sequence[tuple[int, str, str]]) -> None:
        """Put these scores in the place of those the customers had, and file who moved."""
        self._write(KEPT, rows)
        self._write(MOVED, moves)

    def finish(self, run_id: int) -> None:
        """Let a run be the newest; forget scores that are of another, and runs broken off."""
        self._write("UPDATE score_run SET done = 1 WHERE id = ?", [(run_id,)])
        self._write("DELETE FROM customer_score WHERE run_id <> ?", [(run_id,)])
        self._write("DELETE FROM score_run WHERE done = 0 AND id <> ?", [(run_id,)])

    def brief(self, contact_ids: Collection[int]) -> list[Row]:
        """Return (contact, tier, return_90, value_365, stake, next_on) of these contacts."""
        return self._read(BRIEF, {"ids": json.dumps(list(contact_ids))})

    def tiers(self) -> dict[int, tuple[str, str]]:
        """Return everybody's tier, and since when."""
        found = self._read("SELECT contact_id, tier, tier_since FROM customer_score", {})
        return {contact_id: (tier, since) for contact_id, tier, since in found}

    def of(self, contact_ids: Collection[int]) -> list[Row]:
        """Return the scores of these contacts (see COLUMNS)."""
        return self._read(OF, {"ids": json.dumps(list(contact_ids))})

    def counts(self) -> list[tuple[str, int, int]]:
        """Return (tier, customers, what they spent) of contacts that are there."""
        return self._read(COUNTS, {})

    def leaving(self, *, since: str, until: str, limit: int) -> list[Row]:
        """Return who is leaving (see COLUMNS, then kind and name), the most at stake first.

        Who was spoken with `since` a day, or is to be `until` one, is left out, as is who wants
        no contact or has bought since the scores were reckoned.
        """
        return self._read(LEAVING, {"since": since, "until": until, "limit": limit})

    def moved(self, before: str, after: str) -> list[tuple[str, str, int]]:
        """Return (tier, tier, customers) of everybody at the ends of two days; '' was none."""
        return self._read(MIGRATION, {"before": before, "after": after})

    def months(self, currency: str, as_of: str) -> list[tuple[str, str, int]]:
        """Return (month of the first visit, month, customers who came in it) up to a day."""
        return self._read(MONTHS, {"currency": currency, "as_of": as_of})

    def spent(self) -> list[int]:
        """Return what each customer has spent, the most first."""
        return [spent for (spent,) in self._read(SPENT, {})]

    def _read(self, query: str, given: dict[str, object]) -> list[Any]:
        self._session.flush()
        return read(self._session.connection(), query, given)

    def _write(self, query: str, rows: Sequence[Any]) -> None:
        if rows:
            cursor = driver(self._session.connection()).cursor()
            cursor.executemany(query, rows)
            cursor.close()


PURCHASES = """
SELECT contact_id, CAST(julianday(sold_on) - 1721424.5 AS INTEGER), sum(total), min(total)
FROM sale INDEXED BY ix_sale_contact
WHERE contact_id IS NOT NULL AND sold_on <= :as_of AND deleted_at IS NULL
  AND cancelled_at IS NULL AND currency = :currency
GROUP BY contact_id, sold_on
"""
COSTS = """
SELECT ifnull(sum(l.total), 0),
  ifnull(sum(iif(coalesce(l.cost, p.cost) IS NULL, 0, l.total)), 0),
  ifnull(sum(coalesce(l.cost, p.cost) * l.quantity / 1000.0), 0)
FROM sale s INDEXED BY ix_sale_sold
  JOIN sale_line l INDEXED BY ix_sale_line_sale ON l.sale_id = s.id AND l.deleted_at IS NULL
  LEFT JOIN product p ON p.id = l.product_id
WHERE s.deleted_at IS NULL AND s.sold_on > :after AND s.sold_on <= :as_of
  AND s.cancelled_at IS NULL AND s.currency = :currency
"""
MONTHS = """
WITH came AS (
  SELECT contact_id, substr(sold_on, 1, 7) AS month FROM sale INDEXED BY ix_sale_contact
  WHERE contact_id IS NOT NULL AND sold_on <= :as_of AND deleted_at IS NULL
    AND cancelled_at IS NULL AND currency = :currency AND status IN ('open', 'partial', 'paid')
  GROUP BY contact_id, month
), began AS (
  SELECT month, min(month) OVER (PARTITION BY contact_id) AS first FROM came
)
SELECT first, month, count(*) FROM began GROUP BY 1, 2 ORDER BY 1, 2
"""
# What an import changes is told by its first lines, a merge by the sales it hands over.
BOUGHT_SINCE = """
SELECT EXISTS (SELECT 1 FROM change
  WHERE id > :line AND table_name IN ('sale', 'sale_line', 'product'))
"""
LAST_RUN = """
SELECT id, as_of, made_at, version, currency, customers, basis, params, tested, seen
FROM score_run WHERE done ORDER BY id DESC LIMIT 1
"""
BEGUN = """
INSERT INTO score_run
  (id, as_of, made_at, version, currency, customers, basis, params, tested, seen)
VALUES (:id, :as_of, :made_at, :version, :currency, :customers, :basis, :params, :tested, :seen)
"""
KEPT = f"""
INSERT OR REPLACE INTO customer_score ({", ".join(COLUMNS)})
SELECT {", ".join(f"?{place}" for place in range(1, len(COLUMNS) + 1))}
WHERE EXISTS (SELECT 1 FROM contact WHERE id = ?1)
"""
MOVED = """
INSERT OR REPLACE INTO tier_move (contact_id, since, tier)
SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM contact WHERE id = ?1)
"""
_LISTED = ", ".join(f"s.{column}" for column in COLUMNS)
_THERE = (
    "JOIN contact c ON c.id = s.contact_id AND c.deleted_at IS NULL AND c.merged_into_id IS NULL"
)
OF = f"""
SELECT {_LISTED} FROM customer_score s WHERE s.contact_id IN (SELECT value FROM json_each(:ids))
"""
BRIEF = """
SELECT contact_id, tier, return_90, value_365, stake, next_on FROM customer_score
WHERE contact_id IN (SELECT value FROM json_each(:ids))
"""
COUNTS = f"""
SELECT s.tier, count(*), sum(s.spent) FROM customer_score s {_THERE} GROUP BY s.tier
"""
# Each tier by the index, so that a row is read only of those that are told.
_OF_TIER = f"""
SELECT * FROM (
  SELECT s.contact_id FROM customer_score s INDEXED BY ix_customer_score_tier {_THERE}
  WHERE s.tier = '{{tier}}' AND s.stake > 0 AND c.do_not_contact IS NULL
    AND ifnull(c.last_contact_at, '') < :since AND ifnull(c.next_task_at, '9') > :until
    AND ifnull(c.next_contact_at, '9') > :until AND ifnull(c.last_sale_on, '') <= s.last_on
  ORDER BY s.stake DESC LIMIT :limit
)
"""
LEAVING = f"""
SELECT {_LISTED}, c.kind, c.name FROM customer_score s {_THERE}
WHERE s.contact_id IN (
  {_OF_TIER.format(tier="at_risk")} UNION ALL {_OF_TIER.format(tier="slipping")}
)
ORDER BY s.stake DESC, s.contact_id LIMIT :limit
"""
SPENT = f"""
SELECT s.spent FROM customer_score s {_THERE} ORDER BY s.spent DESC
"""
MIGRATION = """
WITH stood AS (
  SELECT m.contact_id,
    max(iif(m.since <= :before, m.since, '')) AS one,
    max(iif(m.since <= :after, m.since, '')) AS other
  FROM tier_move m GROUP BY m.contact_id
)
SELECT coalesce(b.tier, ''), coalesce(a.tier, ''), count(*) FROM stood
  LEFT JOIN tier_move b ON b.contact_id = stood.contact_id AND b.since = stood.one
  LEFT JOIN tier_move a ON a.contact_id = stood.contact_id AND a.since = stood.other
WHERE a.tier IS NOT NULL GROUP BY 1, 2
"""
