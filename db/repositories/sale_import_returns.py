"""Rows of a file that give something back: each linked to the sale it came from."""

from __future__ import annotations

from sqlalchemy import Connection

from db.repositories.sale_import_rows import Stamp, add_lines, add_payments, paid, refunded

_BACK = "s.outcome IS NULL AND NOT s.known AND s.original IS NOT NULL"


def link_given_back(connection: Connection, source: str, stamp: Stamp) -> None:
    """Insert the new rows that give something back, each linked to its sale where that is known.

    One without a sale stands for itself; one that gives back more than was sold fails.
    """
    run = connection.exec_driver_sql
    if not run(f"SELECT 1 FROM stage.sale s WHERE {_BACK} LIMIT 1").first():
        return
    sold = "o.deleted_at IS NULL AND o.refunds_id IS NULL AND o.cancelled_at IS NULL"
    run(
        "UPDATE stage.sale AS s SET refunds_id = coalesce((SELECT o.id FROM main.sale o"
        f" WHERE o.id = s.original AND {sold}), (SELECT o.id FROM main.sale o"
        " WHERE o.external_key >= s.original_key || '@' AND o.external_key < s.original_key || 'A'"
        f" AND o.source = ? AND {sold} ORDER BY o.sold_on DESC, o.id LIMIT 1)) WHERE {_BACK}",
        (source,),
    )
    run(
        "UPDATE stage.sale AS s SET outcome = 'skipped', reason = 'cancelled_already'"
        f" WHERE {_BACK} AND s.refunds_id IS NULL AND EXISTS (SELECT 1 FROM main.sale o"
        " WHERE o.id = s.original AND o.cancelled_at IS NOT NULL)"
    )
    run(
        "UPDATE stage.sale SET outcome = 'failed', reason = 'more_than_sold' FROM"
        " (SELECT s.place, sum(-s.total) OVER (PARTITION BY s.refunds_id ORDER BY s.place)"
        f"   AS back, s.refunds_id FROM stage.sale s WHERE {_BACK} AND s.refunds_id IS NOT NULL) b"
        " JOIN main.sale o ON o.id = b.refunds_id"
        f" WHERE b.place = sale.place AND b.back > o.total - {refunded('o.id')}"
    )
    _insert_given_back(connection, source, stamp)


def _insert_given_back(connection: Connection, source: str, stamp: Stamp) -> None:
    run, (now, origin) = connection.exec_driver_sql, stamp
    columns = (
        "number", "external_key", "contact_id", "sold_on", "sold_at", "channel", "currency",
        "discount", "tax_added", "note", "subtotal", "tax", "total",
    )  # fmt: skip
    taken = ", ".join(
        "coalesce(s.contact_id, o.contact_id)" if c == "contact_id" else f"s.{c}" for c in columns
    )
    run(
        f"INSERT INTO sale (id, source, refunds_id, {', '.join(columns)}, status, created_at,"
        f" updated_at, origin) SELECT s.id, coalesce(s.source, ?), s.refunds_id, {taken},"
        " iif(s.refunds_id IS NULL, 'paid', 'refund'), ?, ?, ? FROM stage.sale s"
        f" LEFT JOIN main.sale o ON o.id = s.refunds_id WHERE {_BACK} ORDER BY s.id",
        (source, now, now, origin),
    )
    # One line of each product, where so much of it is left, is what the row gives back.
    room = (
        "(SELECT o.id FROM main.sale_line o WHERE o.sale_id = s.refunds_id"
        " AND o.deleted_at IS NULL AND o.product_id IS p.product_id AND l.quantity < 0"
        " AND o.quantity + l.quantity + coalesce((SELECT sum(x.quantity) FROM main.sale_line x"
        "  WHERE x.refunds_line_id = o.id AND x.deleted_at IS NULL), 0) >= 0"
        " AND NOT EXISTS (SELECT 1 FROM stage.line y WHERE y.place = l.place AND y.id < l.id"
        "  AND y.product IS l.product) ORDER BY o.position, o.id LIMIT 1)"
    )
    add_lines(connection, _BACK, stamp, room)
    run(
        "INSERT INTO payment (id, sale_id, amount, method, paid_on, paid_at, reference,"
        " created_at, updated_at, origin) SELECT s.id + 1, coalesce(s.refunds_id, s.id),"
        f" -min(-s.total, {paid('s.refunds_id')} + iif(s.refunds_id IS NULL, -s.total, 0)),"
        " s.method, s.sold_on, s.sold_at, s.reference, ?, ?, ? FROM stage.sale s"
        f" WHERE {_BACK} AND s.source IS NULL AND s.total < 0 AND (s.refunds_id IS NULL"
        f" OR {paid('s.refunds_id')} > 0) ORDER BY s.id",
        (now, now, origin),
    )
    # In our own file it stands with the sale what was paid for it and given back.
    add_payments(connection, f"{_BACK} AND s.source IS NOT NULL", stamp, "NULL")
