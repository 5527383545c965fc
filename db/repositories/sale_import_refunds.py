"""Sales a file calls cancelled or refunded: a row of its own gives back what is left of them."""

from __future__ import annotations

from sqlalchemy import Connection

from db.repositories.sale_import_rows import Stamp, paid, refunded

_GONE = "s.state IN ('cancelled', 'refunded')"
_GIVEN = "(SELECT sum(x.{}) FROM main.sale_line x WHERE x.refunds_line_id = l.id AND x.deleted_at IS NULL)"  # noqa: E501 - one expression
# A refund that somebody removed here is not made again.
_OPEN = (
    "s.outcome IS NULL AND s.original IS NULL AND o.cancelled_at IS NULL"
    " AND o.refunds_id IS NULL AND NOT EXISTS (SELECT 1 FROM main.sale d"
    "  WHERE d.refunds_id = o.id AND d.deleted_at IS NOT NULL)"
)
_OF = "FROM stage.sale s JOIN main.sale o ON o.id = s.id"
_NOTHING_PAID = (
    "NOT EXISTS (SELECT 1 FROM main.payment p WHERE p.sale_id = o.id AND p.deleted_at IS NULL)"
)


def refund_gone(connection: Connection, source: str, today: str, stamp: Stamp) -> None:
    """Give back what the file says is gone, and cancel what was never paid."""
    run = connection.exec_driver_sql
    run("DELETE FROM stage.refund")
    run("DELETE FROM stage.refund_line")
    _cancel_unpaid(connection, stamp)
    worth_a_look = f"({_GONE} OR s.refunded > 0 OR EXISTS (SELECT 1 FROM stage.line g WHERE g.gone AND g.place = s.place))"  # noqa: E501 - one expression
    run("CREATE INDEX IF NOT EXISTS stage.line_gone ON line (place) WHERE gone")
    day = f"max(o.sold_on, coalesce(s.cancelled_on, iif(s.known, '{today}', o.sold_on)))"
    run(
        "INSERT INTO stage.refund (id, key, of_id, place, day) SELECT meaning_id('sale', ?, key),"
        " key, id, place, day FROM (SELECT coalesce(s.external_key, s.id) || '#refund' ||"
        " (SELECT count(*) + 1 FROM main.sale n WHERE n.refunds_id = o.id) AS key,"
        f" o.id, s.place, {day} AS day {_OF}"
        f"  WHERE {_OPEN} AND {worth_a_look})",
        (source,),
    )
    if not run("SELECT 1 FROM stage.refund LIMIT 1").first():
        return
    _lines_that_are_gone(connection)
    _amounts(connection)
    _write(connection, source, stamp)


def _cancel_unpaid(connection: Connection, stamp: Stamp) -> None:
    run, (now, _origin) = connection.exec_driver_sql, stamp
    run(
        "UPDATE stage.sale SET changed = 2 WHERE place IN"
        f" (SELECT s.place {_OF} WHERE {_OPEN} AND s.known AND s.state = 'cancelled'"
        f"  AND {_NOTHING_PAID} AND {refunded('o.id')} = 0)"
    )
    run(
        "UPDATE sale SET cancelled_at = coalesce(s.cancelled_on || 'T00:00:00.000Z', ?),"
        " updated_at = ? FROM stage.sale s WHERE s.id = sale.id AND s.changed = 2",
        (now, now),
    )


def _lines_that_are_gone(connection: Connection) -> None:
    """Take of each line that is gone what no refund has given back yet."""
    left = "l.quantity + coalesce({}, 0)".format(_GIVEN.format("quantity"))
    columns = ", ".join(
        f"-(l.{column} + coalesce({_GIVEN.format(column)}, 0))"
        for column in ("quantity", "tax", "total")
    )
    connection.exec_driver_sql(
        "INSERT INTO stage.refund_line (refund_id, of_line, quantity, tax, total)"
        f" SELECT f.id, l.id, {columns} FROM stage.refund f"
        " JOIN stage.sale s ON s.place = f.place"
        " JOIN main.sale_line l ON l.sale_id = f.of_id AND l.deleted_at IS NULL"
        " LEFT JOIN stage.line g ON g.id = l.id"
        f" WHERE ({_GONE} OR g.gone) AND {left} <> 0 ORDER BY f.id, l.position, l.id"
    )


def _amounts(connection: Connection) -> None:
    """Find what each refund comes to; where lines cannot tell, it is an amount alone."""
    run = connection.exec_driver_sql
    run("CREATE INDEX IF NOT EXISTS stage.refund_line_of ON refund_line (refund_id)")
    run(
        "UPDATE stage.refund SET discount = -x.discount, total = x.lines + x.discount"
        " + iif(x.tax_added, x.tax, 0) FROM (SELECT f.id, o.tax_added,"
        f" iif({_GONE}, o.discount + coalesce((SELECT sum(r.discount) FROM main.sale r"
        "   WHERE r.refunds_id = o.id AND r.deleted_at IS NULL), 0),"
        "  iif(o.subtotal = 0, 0, o.discount * -sum(l.total) / o.subtotal)) AS discount,"
        " sum(l.total) AS lines, sum(l.tax) AS tax FROM stage.refund f"
        " JOIN main.sale o ON o.id = f.of_id JOIN stage.sale s ON s.place = f.place"
        " JOIN stage.refund_line l ON l.refund_id = f.id GROUP BY f.id) x WHERE x.id = refund.id"
    )
    room = f"(SELECT o.total - {refunded('o.id')} FROM main.sale o WHERE o.id = refund.of_id)"
    # What the file calls refunded in all, and what rows of other kinds have given back.
    run(
        "UPDATE stage.refund SET by_amount = 1, discount = 0, total = -min("
        f"(SELECT iif({_GONE}, o.total, s.refunded) - {refunded('o.id')} FROM stage.sale s"
        f"  JOIN main.sale o ON o.id = s.id WHERE s.place = refund.place), {room})"
        f" WHERE total IS NULL OR -total > {room}"
    )
    run("DELETE FROM stage.refund WHERE total >= 0")
    run(
        "DELETE FROM stage.refund_line WHERE refund_id IN"
        " (SELECT id FROM stage.refund WHERE by_amount)"
        " OR refund_id NOT IN (SELECT id FROM stage.refund)"
    )


def _write(connection: Connection, source: str, stamp: Stamp) -> None:
    run, (now, origin) = connection.exec_driver_sql, stamp
    run(
        "INSERT INTO sale (id, source, external_key, number, refunds_id, contact_id, sold_on,"
        " channel, currency, discount, tax_added, created_at, updated_at, origin)"
        " SELECT f.id, iif(o.external_key IS NULL, o.source, ?), f.key, o.number, o.id,"
        " o.contact_id, f.day, o.channel, o.currency, f.discount,"
        " iif(f.by_amount, 0, o.tax_added), ?, ?, ? FROM stage.refund f"
        " JOIN main.sale o ON o.id = f.of_id ORDER BY f.id",
        (source, now, now, origin),
    )
    value = "l.quantity * o.unit_price"
    rounded = f"((2 * abs({value}) + 1000) / 2000 * iif({value} < 0, -1, 1))"
    run(
        "INSERT INTO sale_line (id, sale_id, position, product_id, description, quantity,"
        " unit_price, discount, tax, total, refunds_line_id, created_at, updated_at, origin)"
        " SELECT l.refund_id + 1 + l.place, l.refund_id, l.place, o.product_id, o.description,"
        f" l.quantity, o.unit_price, {rounded} - l.total, l.tax, l.total, o.id, ?, ?, ?"
        " FROM (SELECT refund_id, of_line, quantity, tax, total, row_number() OVER"
        "  (PARTITION BY refund_id ORDER BY id) - 1 AS place FROM stage.refund_line) l"
        " JOIN main.sale_line o ON o.id = l.of_line ORDER BY 1",
        (now, now, origin),
    )
    run(
        "INSERT INTO sale_line (id, sale_id, quantity, unit_price, tax, total, created_at,"
        " updated_at, origin) SELECT f.id + 1, f.id, -1000, -f.total,"
        " iif(o.total, o.tax * f.total / o.total, 0), f.total, ?, ?, ? FROM stage.refund f"
        " JOIN main.sale o ON o.id = f.of_id WHERE f.by_amount ORDER BY f.id",
        (now, now, origin),
    )
    run(
        "INSERT INTO payment (id, sale_id, amount, method, paid_on, reference, created_at,"
        f" updated_at, origin) SELECT f.id + 1, f.of_id, -min(-f.total, {paid('f.of_id')}),"
        " coalesce((SELECT m.method FROM main.payment m WHERE m.sale_id = f.of_id"
        "  AND m.deleted_at IS NULL AND m.amount > 0 ORDER BY m.id LIMIT 1), s.method), f.day,"
        " s.reference, ?, ?, ? FROM stage.refund f JOIN stage.sale s ON s.place = f.place"
        f" WHERE {paid('f.of_id')} > 0 ORDER BY f.id",
        (now, now, origin),
    )
    run(
        "UPDATE stage.sale SET changed = 1 WHERE known"
        " AND place IN (SELECT place FROM stage.refund)"
    )
