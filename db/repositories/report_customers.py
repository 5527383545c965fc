"""Customers in groups, for reports: by stored scores, by the month they first came."""

from __future__ import annotations

from db.alive import alive_in
from db.repositories.report_scope import ALIVE, CAME, SOLD, Reader, Rows, Scope

_PLACED = "k.r IS NOT NULL AND k.m IS NOT NULL"
# In the order of their ids, as their sales lie in the index.
_COHORTS = """
FROM (SELECT id, first_sale_on FROM contact WHERE first_sale_on BETWEEN :first AND :until
  ORDER BY id LIMIT -1) c CROSS JOIN sale s ON s.contact_id = c.id
WHERE s.sold_on <= :last
"""
_MOVED = """
FROM (SELECT m.contact_id, max(iif(m.since <= :before, m.since, '')) AS one,
    max(iif(m.since <= :after, m.since, '')) AS other FROM tier_move m GROUP BY m.contact_id) stood
  LEFT JOIN tier_move b ON b.contact_id = stood.contact_id AND b.since = stood.one
  JOIN tier_move a ON a.contact_id = stood.contact_id AND a.since = stood.other
WHERE 1
"""
# Of those who bought in twelve months; how they can be reached is looked up once for each.
_LACKING = f"""
SELECT x.id, x.sales_year, CASE WHEN x.reach IS NULL THEN 'no_way' WHEN x.reach = 0 THEN 'gone'
  WHEN x.asked IS NULL AND NOT EXISTS (SELECT 1 FROM consent g
    WHERE g.contact_id = x.id AND g.deleted_at IS NULL) THEN 'no_consent'
  WHEN EXISTS (SELECT 1 FROM duplicate_pair u JOIN contact o
      ON o.id = iif(u.a_id = x.id, u.b_id, u.a_id)
      WHERE (u.a_id = x.id OR u.b_id = x.id) AND {alive_in("o")}
        AND NOT EXISTS (SELECT 1 FROM distinct_pair n WHERE n.a_id = u.a_id AND n.b_id = u.b_id
          AND n.deleted_at IS NULL)) THEN 'twice'
  ELSE '' END
FROM (SELECT c.id, c.sales_year, coalesce(c.consent_sms, c.consent_email, c.consent_phone,
    c.consent_messenger, c.do_not_contact) AS asked, (SELECT max(p.invalid_reason IS NULL)
    FROM contact_point p WHERE p.contact_id = c.id AND p.kind IN ('phone', 'email')
      AND p.deleted_at IS NULL) AS reach
  FROM contact c WHERE {ALIVE} AND c.sales_year > 0
"""


class CustomerReports(Reader):
    """Who customers are, and whether they stay."""

    def scored_on(self) -> str:
        """Return the day of the newest scores; '' where there are none."""
        found = self._read("SELECT max(as_of) FROM score_run WHERE done", {})
        return str(found[0][0] or "")

    def grid(self, scope: Scope) -> Rows:
        """Return (how lately, how much, customers, what they spent, the longest silence).

        Both are from 1 to 5; silences end with the day they bought last.
        """
        return self._read(
            f"SELECT k.r, k.m, count(*), sum(k.spent), min(k.last_on)"
            f" FROM customer_score k WHERE {_PLACED}{scope.living('k.contact_id')} GROUP BY 1, 2",
            scope.given(),
        )

    def unscored(self, scope: Scope) -> int:
        """Return how many customers have no place in the grid."""
        found = self._read(
            f"SELECT count(*) FROM customer_score k WHERE NOT ({_PLACED}) AND k.purchases > 0"
            f"{scope.living('k.contact_id')}",
            scope.given(),
        )
        return int(found[0][0])

    def in_grid(self, scope: Scope, lately: int | None, much: int | None) -> Rows:
        """Return (contact,) of a cell of the grid, of a row or column of it, or of all."""
        more = "" if lately is None else " AND k.r = :lately"
        more += "" if much is None else " AND k.m = :much"
        return self._read(
            f"SELECT k.contact_id FROM customer_score k WHERE {_PLACED}{more}"
            f"{scope.living('k.contact_id')} ORDER BY k.spent DESC, k.contact_id",
            scope.given(lately=lately, much=much),
        )

    def months(self, scope: Scope, first: str, last: str) -> Rows:
        """Return (month of the first visit, month, customers who came in it)."""
        return self._read(
            "SELECT substr(c.first_sale_on, 1, 7), substr(s.sold_on, 1, 7), count(DISTINCT c.id)"
            f" {_COHORTS} AND {SOLD} AND {CAME}{scope.sales()} GROUP BY 1, 2",
            scope.given(first=first, until=last, last=last),
        )

    def of_month(self, scope: Scope, began: tuple[str, str], month: str, last: str) -> Rows:
        """Return (contact,) of who first came in these days, and came in a month up to a day."""
        return self._read(
            f"SELECT c.id {_COHORTS} AND s.sold_on BETWEEN :month || '-01' AND :month || '-31'"
            f" AND {SOLD} AND {CAME}{scope.sales()} GROUP BY c.id ORDER BY c.id",
            scope.given(first=began[0], until=began[1], last=last, month=month),
        )

    def in_tier(self, scope: Scope, tier: str) -> Rows:
        """Return (contact,) of who is in a tier now, the most at stake first."""
        return self._read(
            "SELECT k.contact_id FROM customer_score k WHERE k.tier = :tier"
            f"{scope.living('k.contact_id')} ORDER BY k.stake DESC, k.contact_id",
            scope.given(tier=tier),
        )

    def tier_moves(self, scope: Scope, tier: str) -> Rows:
        """Return (day, by how many more there were in a tier from it on)."""
        those = f"FROM tier_move m WHERE m.tier = :tier{scope.living('m.contact_id')}"
        return self._read(
            f"SELECT since, sum(more) FROM (SELECT m.since, 1 AS more {those} UNION ALL"
            " SELECT (SELECT min(n.since) FROM tier_move n WHERE n.contact_id = m.contact_id"
            f" AND n.since > m.since), -1 {those}) WHERE since IS NOT NULL GROUP BY 1",
            scope.given(tier=tier),
        )

    def moved(self, scope: Scope, before: str, after: str) -> Rows:
        """Return (tier, tier, customers) at the ends of two days; '' for none yet."""
        return self._read(
            f"SELECT coalesce(b.tier, ''), a.tier, count(*) {_MOVED}"
            f"{scope.living('stood.contact_id')} GROUP BY 1, 2",
            scope.given(before=before, after=after),
        )

    def moved_behind(
        self, scope: Scope, days: tuple[str, str], one: str | None, other: str
    ) -> Rows:
        """Return (contact,) of who went from a tier ('' none yet, None any) to one ('' any)."""
        more = "" if one is None else " AND coalesce(b.tier, '') = :one"
        more += " AND a.tier = :other" if other else ""
        return self._read(
            f"SELECT stood.contact_id {_MOVED}{more}{scope.living('stood.contact_id')} ORDER BY 1",
            scope.given(before=days[0], after=days[1], one=one, other=other),
        )

    def lacking(self, scope: Scope) -> Rows:
        """Return (contact, what it brought in twelve months, what is missing of it or '').

        Of those who bought in them; each is told for the gravest thing alone.
        """
        return self._read(
            f"{_LACKING}{scope.contacts()}) x ORDER BY x.sales_year DESC, x.id",
            scope.given(),
        )

    def first_move(self) -> str:
        """Return the day of the first tiers that are known; '' where there are none."""
        found = self._read("SELECT min(since) FROM tier_move", {})
        return str(found[0][0] or "")
