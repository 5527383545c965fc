"""Staged lines on their way into the book, for whatever brings them."""

from __future__ import annotations

from sqlalchemy import Connection

Stamp = tuple[str, int | None]  # the time, the change set
ALIVE = "r.deleted_at IS NULL AND r.cancelled_at IS NULL"


def refunded(sale: str) -> str:
    """Return SQL for how much of a sale (an expression of its id) was given back."""
    return (
        f"coalesce((SELECT -sum(r.subtotal - r.discount + iif(r.tax_added, r.tax, 0))"
        f" FROM main.sale r WHERE r.refunds_id = {sale} AND {ALIVE}), 0)"
    )


def paid(sale: str) -> str:
    """Return SQL for how much was paid for a sale, less what was given back."""
    return (
        "coalesce((SELECT sum(p.amount) FROM main.payment p"
        f" WHERE p.sale_id = {sale} AND p.deleted_at IS NULL), 0)"
    )


def payment_id(sale: str, number: str = "0") -> str:
    """Return SQL for the id of a payment of a staged sale `s`; those before it are a `number`.

    An id the desk has given may be followed by another of its own.
    """
    return f"iif(s.source IS NULL, {sale} + 1 + {number}, meaning_id('payment', {sale}, {number}))"


def add_payments(connection: Connection, which: str, stamp: Stamp, reference: str) -> None:
    """Insert what was paid for some staged sales `s`: in all, or each payment that is told."""
    now, origin = stamp
    columns = (
        "INSERT INTO payment (id, sale_id, amount, method, paid_on, paid_at, reference,"
        " created_at, updated_at, origin)"
    )
    connection.exec_driver_sql(
        f"{columns} SELECT {payment_id('s.id')}, s.id, s.paid, s.method, s.sold_on, s.sold_at,"
        f" {reference}, ?, ?, ? FROM stage.sale s WHERE {which} AND s.paid <> 0"
        " AND s.payments IS NULL ORDER BY s.id",
        (now, now, origin),
    )
    connection.exec_driver_sql(
        f"{columns} SELECT {payment_id('s.id', 'p.key')}, s.id, p.value ->> 1, p.value ->> 0,"
        f" s.sold_on, s.sold_at, {reference}, ?, ?, ? FROM stage.sale s"
        f" CROSS JOIN json_each(s.payments) p WHERE {which} AND s.payments IS NOT NULL"
        " ORDER BY s.id, p.key",
        (now, now, origin),
    )


def add_lines(connection: Connection, which: str, stamp: Stamp, linked: str = "NULL") -> None:
    """Insert the fresh lines of some staged sales `s`; `linked` is what each gives back."""
    now, origin = stamp
    connection.exec_driver_sql(
        "INSERT INTO sale_line (id, sale_id, position, product_id, description, quantity,"
        " unit_price, discount, tax, total, refunds_line_id, created_at, updated_at, origin)"
        " SELECT l.id, l.sale_id, l.position, p.product_id,"
        " iif(l.name IS p.called, NULL, l.name), l.quantity, l.unit_price, l.discount, l.tax,"
        " l.total,"
        f" {linked}, ?, ?, ? FROM stage.sale s JOIN stage.line l ON l.place = s.place"
        f" LEFT JOIN stage.product p ON p.place = l.product WHERE {which} AND l.fresh"
        " ORDER BY l.id",
        (now, now, origin),
    )
