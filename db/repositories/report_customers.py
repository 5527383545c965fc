"""Customers in groups, for reports: by stored scores, by the month they first came."""

from __future__ import annotations

from db.alive import alive_in
from db.repositories.report_scope import ALIVE, CAME, SOLD, Reader, Rows, Scope

_SCORED = "FROM customer_score k JOIN contact c ON c.id = k.contact_id"
_COHORTS = """
FROM contact c CROSS JOIN sale s ON s.contact_id = c.id
WHERE c.first_sale_on BETWEEN :first AND :until AND s.sold_on <= :last
"""
_POINT = (
    "SELECT 1 FROM contact_point p WHERE p.contact_id = c.id AND p.kind IN ('phone', 'email')"
    " AND p.deleted_at IS NULL"
)
_LACKS = f"""
CASE WHEN NOT EXISTS ({_POINT}) THEN 'no_way'
  WHEN NOT EXISTS ({_POINT} AND p.invalid_reason IS NULL) THEN 'gone'
  WHEN coalesce(c.consent_sms, c.consent_email, c.consent_phone, c.consent_messenger) IS NULL
    AND c.do_not_contact IS NULL AND NOT EXISTS (SELECT 1 FROM consent g
      WHERE g.contact_id = c.id AND g.deleted_at IS NULL) THEN 'no_consent'
  WHEN EXISTS (SELECT 1 FROM duplicate_pair u JOIN contact o
      ON o.id = iif(u.a_id = c.id, u.b_id, u.a_id)
      WHERE (u.a_id = c.id OR u.b_id = c.id) AND {alive_in("o")}
        AND NOT EXISTS (SELECT 1 FROM distinct_pair n WHERE n.a_id = u.a_id AND n.b_id = u.b_id
          AND n.deleted_at IS NULL)) THEN 'twice'
  ELSE '' END
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
            f"SELECT k.r, k.m, count(*), sum(k.spent), min(k.last_on) {_SCORED}"
            f" WHERE {ALIVE} AND k.r IS NOT NULL AND k.m IS NOT NULL{scope.contacts()}"
            " GROUP BY 1, 2",
            scope.given(),
        )

    def unscored(self, scope: Scope) -> int:
        """Return how many customers have no place in the grid."""
        found = self._read(
            f"SELECT count(*) {_SCORED} WHERE {ALIVE} AND (k.r IS NULL OR k.m IS NULL)"
            f" AND k.purchases > 0{scope.contacts()}",
            scope.given(),
        )
        return int(found[0][0])

    def in_grid(self, scope: Scope, lately: int | None, much: int | None) -> Rows:
        """Return (contact,) of a cell of the grid, of a row or column of it, or of all."""
        more = "" if lately is None else " AND k.r = :lately"
        more += "" if much is None else " AND k.m = :much"
        return self._read(
            f"SELECT c.id {_SCORED} WHERE {ALIVE} AND k.r IS NOT NULL AND k.m IS NOT NULL"
            f"{more}{scope.contacts()} ORDER BY k.spent DESC, c.id",
            scope.given(lately=lately, much=much),
        )

    def months(self, scope: Scope, first: str, last: str) -> Rows:
        """Return (month of the first visit, month, customers who came in it)."""
        return self._read(
            "SELECT substr(first, 1, 7), month, count(*) FROM ("
            f" SELECT c.first_sale_on AS first, substr(s.sold_on, 1, 7) AS month {_COHORTS}"
            f" AND {SOLD} AND {CAME}{scope.sales()} GROUP BY c.id, month) GROUP BY 1, 2",
            scope.given(first=first, until=last, last=last),
        )

    def of_month(self, scope: Scope, began: tuple[str, str], month: str, last: str) -> Rows:
        """Return (contact,) of who first came in these days, and came in a month up to a day."""
        return self._read(
            f"SELECT c.id {_COHORTS} AND s.sold_on BETWEEN :month || '-01' AND :month || '-31'"
            f" AND {SOLD} AND {CAME}{scope.sales()} GROUP BY c.id ORDER BY c.id",
            scope.given(first=began[0], until=began[1], last=last, month=month),
        )

    def tier_count(self, scope: Scope, tier: str, day: str = "") -> int:
        """Return how many customers are in a tier now, or were at the end of a day."""
        return len(self.in_tier(scope, tier, day))

    def in_tier(self, scope: Scope, tier: str, day: str = "") -> Rows:
        """Return (contact,) of who is in a tier now, or was at the end of a day."""
        if not day:
            return self._read(
                f"SELECT c.id {_SCORED} WHERE {ALIVE} AND k.tier = :tier{scope.contacts()}"
                " ORDER BY k.stake DESC, c.id",
                scope.given(tier=tier),
            )
        return self._read(
            "SELECT c.id FROM tier_move m JOIN contact c ON c.id = m.contact_id"
            f" WHERE {ALIVE} AND m.tier = :tier{scope.contacts()} AND m.since = (SELECT max(b.since)"
            " FROM tier_move b WHERE b.contact_id = m.contact_id AND b.since <= :day) ORDER BY c.id",
            scope.given(tier=tier, day=day),
        )

    def moved(self, scope: Scope, before: str, after: str) -> Rows:
        """Return (contact, tier, tier) at the ends of two days; '' for none yet."""
        return self._read(
            "WITH stood AS (SELECT m.contact_id, max(iif(m.since <= :before, m.since, '')) AS one,"
            " max(iif(m.since <= :after, m.since, '')) AS other FROM tier_move m"
            " GROUP BY m.contact_id)"
            " SELECT c.id, coalesce(b.tier, ''), a.tier FROM stood"
            " JOIN contact c ON c.id = stood.contact_id"
            " LEFT JOIN tier_move b ON b.contact_id = c.id AND b.since = stood.one"
            " JOIN tier_move a ON a.contact_id = c.id AND a.since = stood.other"
            f" WHERE {ALIVE}{scope.contacts()} ORDER BY c.id",
            scope.given(before=before, after=after),
        )

    def lacking(self, scope: Scope) -> Rows:
        """Return (contact, what it brought in twelve months, what is missing of it or '').

        Of those who bought in them; each is told for the gravest thing alone.
        """
        return self._read(
            f"SELECT c.id, c.sales_year, {_LACKS} FROM contact c"
            f" WHERE {ALIVE} AND c.sales_year > 0{scope.contacts()}"
            " ORDER BY c.sales_year DESC, c.id",
            scope.given(),
        )

    def first_move(self) -> str:
        """Return the day of the first tiers that are known; '' where there are none."""
        found = self._read("SELECT min(since) FROM tier_move", {})
        return str(found[0][0] or "")
