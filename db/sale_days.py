"""Sums of each day's sales that stand beside them: reports of a year add these up.

They are kept by the day: whatever of a day's sales is touched, the whole day is summed up anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from db.bare import driver, read

_SOLD = "FROM sale s WHERE s.deleted_at IS NULL AND s.cancelled_at IS NULL"
SUMS = {
    "sale_day": (
        "SELECT s.sold_on, s.currency, sum(s.status <> 'refund'), sum(s.total),"
        " count(DISTINCT iif(s.status IN ('open', 'partial', 'paid'), s.contact_id, NULL)),"
        " sum(s.contact_id IS NULL AND s.status <> 'refund'),"
        f" sum(iif(s.contact_id IS NULL, s.total, 0)) {_SOLD}{{of}} GROUP BY s.sold_on, s.currency"
    ),
    "seller_day": (
        "SELECT s.sold_on, s.currency, coalesce(s.staff_id, 0), sum(s.status <> 'refund'),"
        f" sum(s.total) {_SOLD}{{of}} GROUP BY s.sold_on, s.currency, coalesce(s.staff_id, 0)"
    ),
}
"""Of each table what it holds, in the order of its columns."""
_COLUMNS = {
    "sale_day": "day, currency, sales, total, visits, nameless_sales, nameless_total",
    "seller_day": "day, currency, staff_id, sales, total",
}


def refresh(connection: Connection, days: Iterable[str]) -> None:
    """Sum up anew the sales of some days."""
    given = [(day,) for day in sorted(set(days))]
    cursor = driver(connection).cursor()
    for table, query in SUMS.items():
        cursor.executemany(f"DELETE FROM {table} WHERE day = ?", given)
        of = query.format(of=" AND s.sold_on = ?")
        cursor.executemany(f"INSERT INTO {table} ({_COLUMNS[table]}) {of}", given)
    cursor.close()


def refresh_of(connection: Connection, sales: str) -> None:
    """Sum up anew the days of these sales, a JSON list of ids."""
    query = "SELECT DISTINCT s.sold_on FROM json_each(?) g CROSS JOIN sale s ON s.id = g.value"
    refresh(connection, (day for (day,) in read(connection, query, (sales,))))


def rebuild(connection: Connection) -> None:
    """Sum up all days anew."""
    for table in SUMS:
        connection.exec_driver_sql(f"DELETE FROM {table}")
    sold = read(connection, "SELECT DISTINCT sold_on FROM sale WHERE deleted_at IS NULL")
    refresh(connection, (day for (day,) in sold))


def apart(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield (table, number of days) where the sums are not those of the sales."""
    for table, query in SUMS.items():
        kept, live = f"SELECT {_COLUMNS[table]} FROM {table}", query.format(of="")
        wrong = read(
            connection,
            f"WITH kept AS MATERIALIZED ({kept}), live AS MATERIALIZED ({live})"
            " SELECT count(DISTINCT day) FROM (SELECT * FROM (SELECT * FROM kept"
            " EXCEPT SELECT * FROM live) UNION ALL SELECT * FROM (SELECT * FROM live"
            " EXCEPT SELECT * FROM kept))",
        )
        yield table, int(wrong[0][0])
