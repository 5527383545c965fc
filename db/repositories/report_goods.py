"""What was sold to whom and what is owed for it, for reports."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from db.repositories.report_scope import SOLD, Reader, Rows, Scope, Spans, is_long, within

# Groups are looked up by sale, not by line.
_LINES = """
FROM sale s LEFT JOIN customer_score k ON k.contact_id = s.contact_id
CROSS JOIN sale_line l ON l.sale_id = s.id AND l.deleted_at IS NULL
"""
_WHOLE = "FROM sale s LEFT JOIN customer_score k ON k.contact_id = s.contact_id"
SHELF = 64  # products; of more the lines are sorted
_OWED = "FROM sale s WHERE s.owed {than} 0 AND s.sold_on <= :last"


class GoodsReports(Reader):
    """Lines of sales by product and group of customers, and debts by customer."""

    def by_product(self, scope: Scope, spans: Spans) -> Rows:
        """Return (product or None, tier or None, what its lines come to)."""
        if scope.staff_id is None and is_long(spans):
            products = [
                row[0] for row in self._read(f"SELECT id FROM product LIMIT {SHELF + 1}", {})
            ]
            if len(products) <= SHELF:
                return self._on_shelf(scope, spans, [*products, None])
        return self._read(
            f"SELECT l.product_id, k.tier, sum(l.total) {_LINES}"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()} GROUP BY 1, 2",
            scope.given(),
        )

    def _on_shelf(self, scope: Scope, spans: Spans, products: list[int | None]) -> Rows:
        """Return the same where all products are known: a column for each, no line is sorted.

        Customers come in the order of their index, so that their group is looked up once each.
        """
        sums = ", ".join(
            f"sum(l.total) FILTER (WHERE l.product_id {_is(product)}) AS p{place}"
            for place, product in enumerate(products)
        )
        lines = "CROSS JOIN sale_line l ON l.sale_id = s.id AND l.deleted_at IS NULL"
        days = f"{within('s.sold_on', spans)} AND {SOLD}{scope.sales()}"
        tiers = self._read(
            f"SELECT k.tier, {', '.join(f'sum(b.p{place})' for place in range(len(products)))}"
            f" FROM (SELECT s.contact_id AS id, {sums} FROM sale s INDEXED BY ix_sale_contact"
            f" {lines} WHERE s.contact_id IS NOT NULL AND {days} GROUP BY s.contact_id"
            f" UNION ALL SELECT NULL, {sums} FROM sale s {lines}"
            f" WHERE s.contact_id IS NULL AND {days}) b"
            " LEFT JOIN customer_score k ON k.contact_id = b.id GROUP BY 1",
            scope.given(),
        )
        return [
            (product, tier, total)
            for tier, *totals in tiers
            for product, total in zip(products, totals, strict=True)
            if total is not None
        ]

    def beside_lines(self, scope: Scope, spans: Spans) -> Rows:
        """Return (tier or None, what sales come to more than their lines)."""
        return self._read(
            f"SELECT k.tier, sum(s.total - s.subtotal) {_WHOLE}"
            f" WHERE {within('s.sold_on', spans)} AND {SOLD}{scope.sales()}"
            " AND s.total <> s.subtotal GROUP BY 1",
            scope.given(),
        )

    def product_names(self, product_ids: Collection[int]) -> dict[int, str]:
        """Return the names of products."""
        query = "SELECT id, name FROM product WHERE id IN (SELECT value FROM json_each(:ids))"
        return dict(self._read(query, {"ids": json.dumps(list(product_ids))}))

    def lines_behind(
        self, scope: Scope, spans: Spans, product: int | None, tier: str | None, *,
        not_of: Sequence[int] = (),
    ) -> Rows:  # fmt: skip
        """Return (sale, what its lines come to) of a product (0: of none) and a tier ('': of none).

        None is any; `not_of` leaves these products out, and lines without one.
        """
        more = ""
        if product is not None:
            more = f" AND l.product_id = {product:d}" if product else " AND l.product_id IS NULL"
        if not_of:
            more += " AND l.product_id NOT IN (SELECT value FROM json_each(:not_of))"
        return self._read(
            f"SELECT s.id, sum(l.total) {_LINES} WHERE {within('s.sold_on', spans)} AND {SOLD}"
            f"{scope.sales()}{more}{_in_tier(tier)} GROUP BY s.id ORDER BY s.sold_on, s.id",
            scope.given(tier=tier, not_of=json.dumps(list(not_of))),
        )

    def whole_behind(
        self, scope: Scope, spans: Spans, tier: str | None, *, beside: bool = False
    ) -> Rows:
        """Return (sale, its total) of a tier; `beside`: what it comes to more than its lines."""
        amount = "s.total - s.subtotal" if beside else "s.total"
        more = " AND s.total <> s.subtotal" if beside else ""
        return self._read(
            f"SELECT s.id, {amount} {_WHOLE} WHERE {within('s.sold_on', spans)} AND {SOLD}"
            f"{scope.sales()}{more}{_in_tier(tier)} ORDER BY s.sold_on, s.id",
            scope.given(tier=tier),
        )

    def owed(self, scope: Scope, last: str, edges: Sequence[str]) -> Rows:
        """Return (contact or None, sales, owed, oldest day, owed since each edge and before them).

        `edges` are days, the latest first; the sums are of the days from one to before the other.
        """
        later = "9999"
        parts = []
        for edge in (*edges, ""):
            parts.append(f"sum(iif(s.sold_on >= '{edge}' AND s.sold_on < '{later}', s.owed, 0))")
            later = edge
        return self._read(
            f"SELECT s.contact_id, count(*), sum(s.owed), min(s.sold_on), {', '.join(parts)}"
            f" {_OWED.format(than='>')} AND {SOLD}{scope.sales()}"
            " GROUP BY s.contact_id ORDER BY 3 DESC, 1",
            scope.given(last=last),
        )

    def overpaid(self, scope: Scope, last: str) -> tuple[int, int]:
        """Return of how many sales more was paid than they come to, and how much."""
        found = self._read(
            f"SELECT count(*), coalesce(-sum(s.owed), 0) {_OWED.format(than='<')}"
            f" AND {SOLD}{scope.sales()}",
            scope.given(last=last),
        )
        return int(found[0][0]), int(found[0][1])

    def owed_behind(
        self, scope: Scope, last: str, days: tuple[str, str], buyer: int | None,
        not_of: Sequence[int] = (),
    ) -> Rows:  # fmt: skip
        """Return (sale, what is owed) of days from one to before the other, the oldest first."""
        more = ""
        if buyer is not None:
            more = f" AND s.contact_id = {buyer:d}" if buyer else " AND s.contact_id IS NULL"
        if not_of:
            more += " AND s.contact_id NOT IN (SELECT value FROM json_each(:not_of))"
        return self._read(
            f"SELECT s.id, s.owed {_OWED.format(than='>')} AND s.sold_on >= :since"
            f" AND s.sold_on < :until AND {SOLD}{scope.sales()}{more} ORDER BY s.sold_on, s.id",
            scope.given(last=last, since=days[0], until=days[1], not_of=json.dumps(list(not_of))),
        )


def _is(product: int | None) -> str:
    return "IS NULL" if product is None else f"= {product:d}"


def _in_tier(tier: str | None) -> str:
    if tier is None:
        return ""
    return " AND k.tier = :tier" if tier else " AND k.tier IS NULL"
