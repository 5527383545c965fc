"""Sales that are known and say something else by now: what the file knows better is brought along.

Blank never erases, and what somebody changed here since stays as it is.
"""

from __future__ import annotations

from sqlalchemy import Connection

from db.repositories.sale_import_rows import Stamp, add_lines, paid, payment_id

_KNOWN = "s.outcome IS NULL AND s.known AND s.original IS NULL"
_PLAIN = ("number", "sold_on", "sold_at", "channel", "due_at")
# What is told about people is changed, never filled in: somebody may have been forgotten here.
_PERSONAL = (
    "recipient_name", "recipient_phone", "postcode", "address", "card_text", "maker_note",
    "note", "cash_receipt",
)  # fmt: skip
# Our own file may fill in these, but not of a sale whose buyer or recipient was forgotten since.
_FILLED = ("card_text", "maker_note", "note", "cash_receipt")
_MAY_FILL = (
    "(s.source IS NOT NULL AND ({0}.contact_id IS NULL) = (s.buyer IS NULL)"
    " AND (s.recipient_name IS NULL OR coalesce({0}.recipient_name, {0}.recipient_id) IS NOT NULL))"
)
# Neither depends on the file alone: the hour on this PC's zone, the tax on the shop's rate.
_COMPARED = tuple(column for column in _PLAIN if column != "sold_at")
_MANY = "(SELECT count(*) FROM main.payment n WHERE n.sale_id = b.id)"
_AMOUNTS = ("quantity", "unit_price", "discount", "total")
# Nobody's hand: the import itself, and what only moves a sale to another contact.
_NO_HAND = "('import_sales', 'merge_contacts', 'merge_many')"
_BY_HAND = (
    "EXISTS (SELECT 1 FROM change h JOIN change_set w ON w.id = h.change_set_id"
    " WHERE h.row_id IN (SELECT s.id UNION ALL SELECT x.id FROM main.sale_line x"
    "   WHERE x.sale_id = s.id UNION ALL SELECT y.id FROM main.payment y WHERE y.sale_id = s.id)"
    " AND h.table_name IN ('sale', 'sale_line', 'payment')"
    f" AND w.op NOT IN {_NO_HAND})"
)


def bring_along(connection: Connection, today: str, stamp: Stamp) -> None:
    """Change what the file says otherwise of known sales; mark those that were changed."""
    run, (now, _origin) = connection.exec_driver_sql, stamp
    if not run(f"SELECT 1 FROM stage.sale s WHERE {_KNOWN} LIMIT 1").first():
        return
    run("CREATE INDEX IF NOT EXISTS stage.line_place ON line (place)")
    _mark(connection)
    run(
        "UPDATE stage.sale AS s SET changed = 0 WHERE s.changed AND s.known"
        f" AND s.source IS NULL AND {_BY_HAND}"
    )
    for_lines = "s.changed AND s.known"
    sets = [f"{c} = coalesce(s.{c}, sale.{c})" for c in _COMPARED]
    sets += ["sold_at = iif(substr(s.sold_at, 1, 16) = substr(sale.sold_at, 1, 16), sale.sold_at,"
             " coalesce(s.sold_at, sale.sold_at))"]  # fmt: skip
    for column in _PERSONAL:
        kept = f"sale.{column} IS NULL"
        if column in _FILLED:
            kept += f" AND NOT {_MAY_FILL.format('sale')}"
        sets.append(f"{column} = iif({kept}, NULL, coalesce(s.{column}, sale.{column}))")
    run(
        f"UPDATE sale SET {', '.join(sets)},"
        " discount = iif(s.whole, s.discount, sale.discount), updated_at = ?"
        f" FROM stage.sale s WHERE s.id = sale.id AND {for_lines}",
        (now,),
    )
    amounts = ", ".join(f"{c} = l.{c}" for c in (*_AMOUNTS, "tax"))
    other = " OR ".join(f"l.{c} <> sale_line.{c}" for c in _AMOUNTS)
    run(
        f"UPDATE sale_line SET {amounts}, updated_at = ? FROM stage.line l"
        f" JOIN stage.sale s ON s.place = l.place WHERE l.id = sale_line.id AND {for_lines}"
        f" AND (s.source IS NULL OR {other})"
        " AND sale_line.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM main.sale_line x"
        "  WHERE x.refunds_line_id = sale_line.id AND x.deleted_at IS NULL)",
        (now,),
    )
    add_lines(connection, for_lines, stamp)
    _settle(connection, today, stamp)


def _mark(connection: Connection) -> None:
    """Mark what is new in the file: fresh lines, other amounts, other words, a payment."""
    run = connection.exec_driver_sql
    run(
        "UPDATE stage.line AS l SET fresh = 1 WHERE NOT fresh AND place IN"
        f" (SELECT s.place FROM stage.sale s WHERE {_KNOWN})"
        " AND NOT EXISTS (SELECT 1 FROM main.sale_line b WHERE b.id = l.id)"
    )
    words = " OR ".join(
        (*(f"(s.{c} IS NOT NULL AND s.{c} IS NOT b.{c})" for c in _COMPARED),
         *(f"s.{c} <> b.{c}" for c in _PERSONAL),
         *(f"(s.{c} IS NOT NULL AND b.{c} IS NULL AND {_MAY_FILL.format('b')})" for c in _FILLED))
    )  # fmt: skip
    amounts = " OR ".join(f"l.{c} <> b.{c}" for c in _AMOUNTS)
    run(
        "UPDATE stage.sale SET whole = NOT EXISTS (SELECT 1 FROM main.sale_line b"
        " LEFT JOIN stage.line l ON l.id = b.id WHERE b.sale_id = sale.id"
        " AND b.deleted_at IS NULL AND l.id IS NULL) WHERE outcome IS NULL AND known"
    )
    run(
        "UPDATE stage.sale SET changed = 1 WHERE place IN (SELECT s.place FROM stage.sale s"
        f" JOIN main.sale b ON b.id = s.id WHERE {_KNOWN} AND (b.cancelled_at IS NULL)"
        f" AND ({words} OR (s.whole AND s.discount <> b.discount)"
        "  OR EXISTS"
        "  (SELECT 1 FROM stage.line l WHERE l.place = s.place AND l.fresh)"
        "  OR (s.state NOT IN ('cancelled', 'refunded') AND EXISTS (SELECT 1 FROM stage.line l"
        "   JOIN main.sale_line b ON b.id = l.id WHERE l.place = s.place AND NOT l.gone"
        f"   AND b.deleted_at IS NULL AND ({amounts}) AND NOT EXISTS (SELECT 1 FROM"
        "    main.sale_line x WHERE x.refunds_line_id = b.id AND x.deleted_at IS NULL)))"
        f"  OR {_owing('s', 'b')}))"
    )


def _owing(staged: str, book: str) -> str:
    """Return SQL for a sale the file calls paid for, more than the book does."""
    return (
        f"({staged}.state NOT IN ('cancelled', 'refunded') AND {book}.owed > 0"
        f" AND ({staged}.settled > 0 OR {staged}.paid > {paid(f'{book}.id')})"
        f" AND NOT EXISTS (SELECT 1 FROM main.payment d WHERE d.sale_id = {book}.id"
        "  AND d.deleted_at IS NOT NULL))"
    )


def _settle(connection: Connection, today: str, stamp: Stamp) -> None:
    """Take what was paid since: all that is left, or as much as the file says more."""
    run, (now, origin) = connection.exec_driver_sql, stamp
    total = (
        "(SELECT coalesce(sum(l.total), 0) + iif(b.tax_added, coalesce(sum(l.tax), 0), 0)"
        "  - b.discount FROM main.sale_line l WHERE l.sale_id = b.id AND l.deleted_at IS NULL)"
    )
    left = f"{total} + coalesce((SELECT sum(r.total) FROM main.sale r WHERE r.refunds_id = b.id AND r.deleted_at IS NULL), 0) - {paid('b.id')}"  # noqa: E501 - one expression
    run(
        "INSERT INTO payment (id, sale_id, amount, method, paid_on, reference, created_at,"
        " updated_at, origin) SELECT made, id, amount, method, day, reference, ?, ?, ?"
        " FROM (SELECT b.id, s.method, s.reference, max(b.sold_on, ?) AS day,"
        f" {payment_id('b.id', _MANY)} AS made,"
        f" iif(s.settled > 0, {left}, min({left}, s.paid - {paid('b.id')})) AS amount"
        " FROM stage.sale s JOIN main.sale b ON b.id = s.id WHERE s.known AND s.changed"
        " AND s.outcome IS NULL AND s.state NOT IN ('cancelled', 'refunded')"
        " AND NOT EXISTS (SELECT 1 FROM main.payment d WHERE d.sale_id = b.id"
        "  AND d.deleted_at IS NOT NULL)) WHERE amount > 0 ORDER BY id",
        (now, now, origin, today),
    )
