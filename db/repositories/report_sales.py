"""Sums over sales for reports; refunds are taken off on the day they were given back."""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cached_property

from db.repositories.report_scope import CAME, SOLD, Reader, Rows, Scope, Spans, is_long, within

PARTS = {
    "all": "",
    "sales": " AND s.status <> 'refund'",
    "nameless": " AND s.contact_id IS NULL",
    "new": " AND s.sold_on = c.first_sale_on",
    "back": " AND s.contact_id IS NOT NULL AND s.sold_on IS NOT c.first_sale_on",
}
"""Of the sales of some days, as `SaleReports.behind` knows them."""


class SaleReports(Reader):
    """What was sold: by day, by who sold and who bought it.

    Where nobody is left out the sums of whole days are added up, see `db.sale_days`; else the
    sales are.
    """

    def days(self, scope: Scope, spans: Spans) -> Rows:
        """Return (day, sales, what they come to) of the days something was sold or given back."""
        if scope.everybody:
            return self._read(
                f"SELECT d.day, d.sales, d.total FROM {_summed(scope)} d"
                f" WHERE {_on(scope, spans)} AND d.currency = :currency ORDER BY d.day",
                scope.given(),
            )
        return self._read(
            f"SELECT s.sold_on, sum(s.status <> 'refund'), sum(s.total) FROM sale s"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()} GROUP BY s.sold_on",
            scope.given(),
        )

    def others(self, scope: Scope, spans: Spans) -> int:
        """Return how many sales of these days are in other currencies."""
        if scope.everybody:
            told = self._read(
                f"SELECT coalesce(sum(d.sales), 0) FROM {_summed(scope)} d"
                f" WHERE {_on(scope, spans)} AND d.currency <> :currency",
                scope.given(),
            )
            return int(told[0][0])
        found = self._read(
            f"SELECT count(*) FROM sale s WHERE {within('s.sold_on', spans)}"
            " AND s.deleted_at IS NULL AND s.cancelled_at IS NULL AND s.status <> 'refund'"
            f" AND s.currency <> :currency{scope.sales()}",
            scope.given(),
        )
        return int(found[0][0])

    def last_day(self, scope: Scope) -> str:
        """Return the last day something was sold, '' where nothing ever was."""
        found = self._read(
            f"SELECT max(s.sold_on) FROM sale s WHERE {SOLD} AND s.status <> 'refund'"
            f"{scope.sales()}",
            scope.given(),
        )
        return str(found[0][0] or "")

    def refunds(self, ids: Collection[int]) -> int:
        """Return how many of these sales are what was given back."""
        found = self._read(
            "SELECT count(*) FROM sale WHERE status = 'refund'"
            " AND id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(list(ids))},
        )
        return int(found[0][0])

    def visits(self, scope: Scope, spans: Spans) -> Rows:
        """Return (day, first visits, later ones, money of the first, of later, of nobody's)."""
        if scope.whole or is_long(spans):
            return self._many_visits(scope, spans)
        return self._read(
            f"SELECT s.sold_on,"
            f" count(DISTINCT iif({CAME} AND s.sold_on = c.first_sale_on, s.contact_id, NULL)),"
            f" count(DISTINCT iif({CAME} AND s.sold_on IS NOT c.first_sale_on, s.contact_id,"
            " NULL)), sum(iif(s.sold_on = c.first_sale_on, s.total, 0)),"
            " sum(iif(s.contact_id IS NOT NULL AND s.sold_on IS NOT c.first_sale_on, s.total, 0)),"
            " sum(iif(s.contact_id IS NULL, s.total, 0))"
            " FROM sale s LEFT JOIN contact c ON c.id = s.contact_id"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()} GROUP BY s.sold_on",
            scope.given(),
        )

    def knows_first_days(self, scope: Scope) -> bool:
        """Tell whether the first and last visits that stand with contacts are those asked for."""
        return scope.whole and self._basis == scope.currency

    @cached_property
    def _basis(self) -> str:
        found = self._read("SELECT currency FROM summary_basis", {})
        return str(found[0][0]) if found else ""

    def comings(self, scope: Scope, spans: Spans) -> Rows:
        """Return (day, first visits, later ones), as `visits` does, but without their money.

        Only where `knows_first_days`.
        """
        new: dict[str, int] = dict(
            self._read(
                "SELECT c.first_sale_on, count(*) FROM contact c"
                f" WHERE {within('c.first_sale_on', spans)} GROUP BY 1",
                {},
            )
        )
        came = self._read(
            "SELECT d.day, d.visits FROM sale_day d"
            f" WHERE {_on(scope, spans)} AND d.currency = :currency ORDER BY d.day",
            scope.given(),
        )
        return [(day, new.get(day, 0), count - new.get(day, 0)) for day, count in came]

    def buyers(self, scope: Scope, spans: Spans) -> tuple[int, int]:
        """Return how many customers bought in these days, and how many of them for the first time.

        The first time is a day of the spans.
        """
        if self.knows_first_days(scope):
            return self.came(scope, spans), sum(row[1] for row in self.comings(scope, spans))
        if is_long(spans):
            firsts = self._firsts(scope, spans)
            return self.came(scope, spans), sum(new for _day, new, _money in firsts)
        found = self._read(
            "SELECT count(*), coalesce(sum(first), 0) FROM ("
            " SELECT min(s.sold_on) = (SELECT c.first_sale_on FROM contact c"
            f"  WHERE c.id = s.contact_id) AS first FROM {_bought(scope, spans)}"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD} AND {CAME}{scope.sales()}"
            " AND s.contact_id IS NOT NULL GROUP BY s.contact_id)",
            scope.given(),
        )
        return int(found[0][0]), int(found[0][1])

    def came(self, scope: Scope, spans: Spans) -> int:
        """Return how many customers bought in these days."""
        if self.knows_first_days(scope) and spans:
            told = self._read(
                "SELECT count(*) FROM contact c WHERE c.first_sale_on IS NOT NULL"
                f" AND ({within('c.first_sale_on', spans)} OR {within('c.last_sale_on', spans)}"
                " OR (c.first_sale_on < :until AND c.last_sale_on > :since AND EXISTS (SELECT 1"
                f" FROM sale s WHERE s.contact_id = c.id AND {within('s.sold_on', spans)}"
                f" AND {SOLD} AND {CAME})))",
                scope.given(since=min(spans)[0], until=max(spans)[1]),
            )
            return int(told[0][0])
        found = self._read(
            f"SELECT count(*) FROM (SELECT 1 FROM {_bought(scope, spans)}"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD} AND {CAME}{scope.sales()}"
            " AND s.contact_id IS NOT NULL GROUP BY s.contact_id)",
            scope.given(),
        )
        return int(found[0][0])

    def _many_visits(self, scope: Scope, spans: Spans) -> Rows:
        firsts = {day: (new, money) for day, new, money in self._firsts(scope, spans)}
        summed = (
            "SELECT d.day, d.visits, d.total - d.nameless_total, d.nameless_total FROM sale_day d"
            f" WHERE {_on(scope, spans)} AND d.currency = :currency ORDER BY d.day"
        )
        counted = (
            f"SELECT s.sold_on, count(DISTINCT iif({CAME}, s.contact_id, NULL)),"
            " sum(iif(s.contact_id IS NULL, 0, s.total)),"
            " sum(iif(s.contact_id IS NULL, s.total, 0)) FROM sale s"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()} GROUP BY s.sold_on"
        )
        told = self._read(summed if scope.whole else counted, scope.given())
        found = []
        for day, came, named, nameless in told:
            new, money = firsts.get(day, (0, 0))
            found.append((day, new, came - new, money, named - money, nameless))
        return found

    def _firsts(self, scope: Scope, spans: Spans) -> Rows:
        """Return (day, customers whose first visit was on it, what they were sold on it)."""
        return self._read(
            f"SELECT c.first_sale_on, count(DISTINCT iif({CAME}, c.id, NULL)), sum(s.total)"
            " FROM (SELECT c.id, c.first_sale_on FROM contact c"
            f" WHERE {within('c.first_sale_on', spans)} ORDER BY c.id LIMIT -1) c"
            " CROSS JOIN sale s INDEXED BY ix_sale_contact"
            " ON s.contact_id = c.id AND s.sold_on = c.first_sale_on"
            f" WHERE {SOLD}{scope.sales()} GROUP BY 1",
            scope.given(),
        )

    def by_buyer(self, scope: Scope, spans: Spans) -> Rows:
        """Return (contact, sales, what they come to), the most first."""
        return self._read(
            "SELECT s.contact_id, sum(s.status <> 'refund'), sum(s.total)"
            f" FROM {_bought(scope, spans)}"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()}"
            " AND s.contact_id IS NOT NULL GROUP BY s.contact_id ORDER BY 3 DESC, 1",
            scope.given(),
        )

    def nameless(self, scope: Scope, spans: Spans) -> tuple[int, int]:
        """Return (sales, what they come to) of those without a customer."""
        if scope.whole:
            found = self._read(
                "SELECT coalesce(sum(d.nameless_sales), 0), coalesce(sum(d.nameless_total), 0)"
                f" FROM sale_day d WHERE {_on(scope, spans)} AND d.currency = :currency",
                scope.given(),
            )
            return int(found[0][0]), int(found[0][1])
        found = self._read(
            "SELECT coalesce(sum(s.status <> 'refund'), 0), coalesce(sum(s.total), 0) FROM sale s"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()}{PARTS['nameless']}",
            scope.given(),
        )
        return int(found[0][0]), int(found[0][1])

    def by_seller(self, scope: Scope, spans: Spans) -> Rows:
        """Return (staff or None, sales, what they come to)."""
        if scope.everybody:
            return self._read(
                "SELECT nullif(d.staff_id, 0), sum(d.sales), sum(d.total) FROM seller_day d"
                f" WHERE {_on(scope, spans)} AND d.currency = :currency GROUP BY 1",
                scope.given(),
            )
        return self._read(
            "SELECT s.staff_id, sum(s.status <> 'refund'), sum(s.total) FROM sale s"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()} GROUP BY s.staff_id",
            scope.given(),
        )

    def by_source(self, scope: Scope, spans: Spans) -> Rows:
        """Return (source, customers, new ones, money) of sales to customers, the most first."""
        return self._read(
            "WITH bought AS MATERIALIZED ("
            " SELECT s.contact_id AS id, sum(s.total) AS total,"
            f" min(iif({CAME}, s.sold_on, NULL)) AS first FROM {_bought(scope, spans)}"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()}"
            " AND s.contact_id IS NOT NULL GROUP BY s.contact_id)"
            " SELECT coalesce(c.source, ''), sum(b.first IS NOT NULL),"
            " sum(b.first IS c.first_sale_on AND b.first IS NOT NULL), sum(b.total)"
            " FROM bought b JOIN contact c ON c.id = b.id GROUP BY 1 ORDER BY 4 DESC, 1",
            scope.given(),
        )

    def behind(
        self, scope: Scope, spans: Spans, part: str = "all", *, buyer: int | None = None,
        seller: int | None = None, among: Collection[int] | None = None,
        not_of: Collection[int] | None = None, source: str | None = None,
        sources_but: Collection[str] | None = None,
    ) -> Rows:  # fmt: skip
        """Return (sale, what it comes to) of a part of these days, the first first.

        `buyer` and `seller` are who bought and sold, 0 for nobody; `among` these customers bought,
        `not_of` others than these; they came from a source, or from others than some.
        """
        more = PARTS[part]
        for column, one in (("s.contact_id", buyer), ("s.staff_id", seller)):
            if one is not None:
                more += f" AND {column} = {one:d}" if one else f" AND {column} IS NULL"
        if among is not None:
            more += " AND s.contact_id IN (SELECT value FROM json_each(:among))"
        if not_of is not None:
            more += " AND s.contact_id NOT IN (SELECT value FROM json_each(:not_of))"
        more += _from(source, sources_but)
        return self._read(
            "SELECT s.id, s.total FROM sale s LEFT JOIN contact c ON c.id = s.contact_id"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()}{more}"
            " ORDER BY s.sold_on, s.sold_at, s.id",
            scope.given(
                among=json.dumps(list(among or ())),
                not_of=json.dumps(list(not_of or ())),
                source=source,
                sources=json.dumps(list(sources_but or ())),
            ),
        )

    def visits_behind(self, scope: Scope, spans: Spans) -> Rows:
        """Return (a sale of each later visit,) of these days: one for a customer and a day."""
        return self._read(
            "SELECT min(s.id) FROM sale s LEFT JOIN contact c ON c.id = s.contact_id"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD} AND {CAME}{scope.sales()}"
            f"{PARTS['back']} GROUP BY s.sold_on, s.contact_id ORDER BY s.sold_on, s.contact_id",
            scope.given(),
        )

    def buyers_behind(
        self, scope: Scope, spans: Spans, *, new: bool = False, source: str | None = None,
        sources_but: Collection[str] | None = None,
    ) -> Rows:  # fmt: skip
        """Return (contact,) of who bought in these days; `new`: for the first time ever."""
        more = " AND s.sold_on = c.first_sale_on" if new else ""
        more += _from(source, sources_but)
        return self._read(
            "SELECT s.contact_id FROM sale s JOIN contact c ON c.id = s.contact_id"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD} AND {CAME}{scope.sales()}{more}"
            " GROUP BY s.contact_id ORDER BY min(s.sold_on), s.contact_id",
            scope.given(source=source, sources=json.dumps(list(sources_but or ()))),
        )


def _summed(scope: Scope) -> str:
    """Return the table of the sums of days, of all sellers or of one."""
    return "sale_day" if scope.staff_id is None else "seller_day"


def _on(scope: Scope, spans: Spans) -> str:
    of = "" if scope.staff_id is None else " AND d.staff_id = :staff"
    return within("d.day", spans) + of


def _bought(scope: Scope, spans: Spans) -> str:
    """Return the table that sums by customer are made of, by the index that suits the days."""
    if scope.staff_id is not None or not is_long(spans):
        return "sale s"
    return "sale s INDEXED BY ix_sale_contact"


def _from(source: str | None, but: Collection[str] | None) -> str:
    """Return the clause that a customer came from a source, or from others than some."""
    if source is not None:
        return " AND s.contact_id IS NOT NULL AND coalesce(c.source, '') = :source"
    if but is not None:
        return (
            " AND s.contact_id IS NOT NULL"
            " AND coalesce(c.source, '') NOT IN (SELECT value FROM json_each(:sources))"
        )
    return ""
