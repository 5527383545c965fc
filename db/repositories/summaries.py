"""Sums over purchases that stand beside the rows, kept when an action closes.

`check` counts the same in another way: by the expressions of the models, one contact at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import median_low

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.bare import driver, read
from db.models.prepaid import REMAINING
from db.models.summary import PASSES_LEFT, POINTS
from db.sale_days import refresh as refresh_days

VISIT = ("open", "partial", "paid")  # what somebody came for
COLUMNS = (
    "visits", "sales_total", "sales_average", "sales_year", "first_sale_on", "last_sale_on",
    "usual_gap", "owed",
)  # fmt: skip
NOTHING = (None,) * len(COLUMNS)
NO_LINES = (0, 0)
Bought = tuple[int, str, str, int, int]
Summary = tuple[int | str | None, ...]


class SummaryRepository:
    """What sales, passes and contacts sum up to; never commits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def settle(self, day: str | None, currency: str) -> list[int]:
        """Count from this day and in this currency from now on; None leaves the day.

        Returns the contacts whose sums are others now.
        """
        self._session.flush()
        connection = self._session.connection()
        now = self.basis()
        if now is None and day is None:
            return []
        then = (day or (now or ("", ""))[0], currency)
        if now == then:
            return []
        connection.exec_driver_sql(
            "INSERT INTO summary_basis (id, day, currency) VALUES (1, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET day = excluded.day, currency = excluded.currency",
            then,
        )
        if now is None or now[1] != currency:
            moved = read(connection, "SELECT DISTINCT contact_id FROM sale WHERE contact_id > 0")
        else:
            moved = read(connection, MOVED, {"a": min(now[0], then[0]), "b": max(now[0], then[0])})
        ids = [i for (i,) in moved]
        self.of_contacts(ids)
        return ids

    def basis(self) -> tuple[str, str] | None:
        """Return the day the sums end on and their currency; None in a file just made."""
        found = read(self._session.connection(), "SELECT day, currency FROM summary_basis")
        return None if not found else (found[0][0], found[0][1])

    def since(self) -> str:
        """Return the day after which the twelve months begin; '' in a file just made."""
        found = read(
            self._session.connection(), "SELECT date(day, '-12 months') FROM summary_basis"
        )
        return str(found[0][0]) if found else ""

    def refresh(self, set_id: int, first: int, last: int) -> list[int]:
        """Sum up anew what a change set touched, from its first change to its last.

        Returns the contacts it was about.
        """
        self._session.flush()
        connection = self._session.connection()
        given: dict[str, object] = {"set": set_id, "first": first, "last": last}
        sales = {i for (i,) in read(connection, SALES_TOUCHED, given) if i is not None}
        days = {day for day in sales if isinstance(day, str)}
        sales -= days
        passes = {i for (i,) in read(connection, PASSES_TOUCHED, given) if i is not None}
        put_ids(connection, "touched_sale", sales)
        connection.exec_driver_sql(WITH_REFUNDED)
        refresh_days(connection, days | _sum_sales(connection))
        put_ids(connection, "touched_pass", passes)
        connection.exec_driver_sql(PASSES_SUMMED)
        contacts = {i for (i,) in read(connection, CONTACTS_TOUCHED, given) if i is not None}
        self.of_contacts(contacts)
        return sorted(contacts)

    def of_contacts(self, ids: Iterable[int]) -> None:
        """Sum up anew what these contacts bought and have left."""
        connection = self._session.connection()
        put_ids(connection, "touched_contact", set(ids))
        basis = self.basis()
        if basis is None:
            return
        since = self.since()
        bought = read(connection, BOUGHT, (basis[1],))
        found = {
            contact_id: summed(list(rows), since)
            for contact_id, rows in groupby(bought, itemgetter(0))
        }
        changed = [
            (*new, contact_id)
            for contact_id, *old in read(connection, TOUCHED)
            if list(new := found.get(contact_id, NOTHING)) != old
        ]
        _write(connection, BOUGHT_WRITTEN, changed)
        left = [
            (*both[2:], contact_id)
            for contact_id, *both in read(connection, PASSES_AND_POINTS)
            if both[:2] != both[2:]
        ]
        _write(connection, "UPDATE contact SET passes_left = ?, points = ? WHERE id = ?", left)
        self._session.expire_all()


def _sum_sales(connection: Connection) -> set[str]:
    """Sum up the lines, payments and refunds of the sales in `touched_sale`; return their days."""
    days = set()
    lines = {i: sums for i, *sums in read(connection, LINES_SUMMED)}
    paid = dict(read(connection, PAYMENTS_SUMMED))
    for refunds in (1, 0):  # what a refund comes to is part of what its sale comes to
        changed = []
        given = (refunds,)
        for sale_id, day, discount, added, cancelled, refunded, *old in read(
            connection, SALES, given
        ):
            days.add(day)
            subtotal, tax = lines.get(sale_id, NO_LINES)
            total = subtotal - discount + (tax if added else 0)
            paid_for, back = paid.get(sale_id, 0), refunded or 0
            owed = 0 if cancelled or refunds else total - back - paid_for
            if cancelled:
                status = "cancelled"
            elif refunds or total < 0:
                status = "refund"
            elif back > 0 and back >= total:
                status = "refunded"
            elif owed > 0:
                status = "partial" if paid_for > 0 else "open"
            else:
                status = "paid"
            new = [subtotal, tax, total, paid_for, back, owed, status]
            if new != old:
                changed.append((*new, sale_id))
        _write(connection, SALES_WRITTEN, changed)
    return days


def _write(connection: Connection, query: str, rows: Sequence[Sequence[object]]) -> None:
    cursor = driver(connection).cursor()
    cursor.executemany(query, rows)
    cursor.close()


def summed(bought: Sequence[Bought], since: str) -> Summary:
    """Return what the sales of one contact come to, in the order of `COLUMNS`.

    They are (contact, day, status, total, owed) in the order of their days, cancelled ones left
    out. A visit is a day with a sale that was not given back wholly.
    """
    days = sorted({day for _id, day, status, _total, _owed in bought if status in VISIT})
    total = sum(row[3] for row in bought)
    year = sum(row[3] for row in bought if row[1] > since)
    owed = sum(row[4] for row in bought)
    gaps = [b - a for a, b in pairwise(date.fromisoformat(day).toordinal() for day in days)]
    return (
        len(days), total, average(total, len(days)), year, min(days, default=None),
        max(days, default=None), median_low(gaps) if gaps else None, owed or None,
    )  # fmt: skip


def average(total: int, count: int) -> int | None:
    """Return a quotient rounded half away from zero; None of nothing."""
    if count <= 0:
        return None
    whole = (2 * abs(total) + count) // (2 * count)
    return -whole if total < 0 else whole


def put_ids(connection: Connection, table: str, ids: set[int]) -> None:
    """Make a table of ids for the statements that follow, in the order of the ids."""
    connection.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY)")
    cursor = driver(connection).cursor()
    cursor.execute(f"DELETE FROM temp.{table}")
    cursor.executemany(f"INSERT INTO temp.{table} VALUES (?)", [(i,) for i in sorted(ids)])
    cursor.close()


# What a whole row begins with is read off: to parse it takes as long as all the rest.
def _first(column: str, side: str) -> str:
    start = len(f'{{"{column}":')
    return (
        f"""iif({side} GLOB '{{"{column}":[1-9]*',"""
        f" CAST(substr({side}, {start + 1}, 20) AS INTEGER), json_extract({side}, '$.{column}'))"
    )


_TOUCHED = """
WITH touched AS (
  SELECT table_name, row_id, kind, before, after FROM change
  WHERE id BETWEEN :first AND :last AND change_set_id = :set AND table_name IN {tables}
)
"""


def _parents(column: str, *tables: str) -> str:
    """Return the SELECTs of what rows of these tables belong to, and belonged to."""
    listed = ", ".join(f"'{table}'" for table in tables)
    parts = [
        f"SELECT {_first(column, 'after')} FROM touched"
        f" WHERE table_name IN ({listed}) AND kind = 'insert'",
        f"SELECT {_first(column, 'before')} FROM touched"
        f" WHERE table_name IN ({listed}) AND kind <> 'insert'",
        *(
            f"SELECT r.{column} FROM touched JOIN {table} r ON r.id = row_id"
            f" WHERE table_name = '{table}' AND kind = 'update'"
            for table in tables
        ),
    ]
    return " UNION ALL ".join(parts)


_SOLD = "('sale', 'sale_line', 'payment')"
# Inserts, of which an import has millions, are read once and never put aside. With the sales
# come the days, as text, on which those that were changed or went had been.
SALES_TOUCHED = f"""
{_TOUCHED.format(tables=f"{_SOLD} AND kind <> 'insert'")}
SELECT iif(table_name = 'sale', row_id, {_first("sale_id", "after")}) FROM change
  WHERE id BETWEEN :first AND :last AND change_set_id = :set AND kind = 'insert'
  AND table_name IN {_SOLD}
UNION ALL SELECT row_id FROM touched WHERE table_name = 'sale'
UNION ALL SELECT json_extract(before, '$.refunds_id') FROM touched WHERE table_name = 'sale'
UNION ALL SELECT json_extract(before, '$.sold_on') FROM touched WHERE table_name = 'sale'
UNION ALL {_parents("sale_id", "sale_line", "payment")}
"""
PASSES_TOUCHED = f"""
{_TOUCHED.format(tables="('prepaid_pass', 'pass_use')")}
SELECT row_id FROM touched WHERE table_name = 'prepaid_pass'
UNION ALL {_parents("pass_id", "pass_use")}
"""
CONTACTS_TOUCHED = f"""
{_TOUCHED.format(tables="('sale', 'prepaid_pass', 'loyalty_move')")}
SELECT {_first("contact_id", "before")} FROM touched WHERE kind <> 'insert'
UNION SELECT s.contact_id FROM temp.touched_sale t JOIN sale s ON s.id = t.id
UNION SELECT p.contact_id FROM temp.touched_pass t JOIN prepaid_pass p ON p.id = t.id
UNION SELECT m.contact_id FROM touched JOIN loyalty_move m ON m.id = row_id
  WHERE table_name = 'loyalty_move'
"""
WITH_REFUNDED = """
INSERT OR IGNORE INTO temp.touched_sale
SELECT s.refunds_id FROM temp.touched_sale t JOIN sale s ON s.id = t.id
WHERE s.refunds_id IS NOT NULL
"""
SALES = """
SELECT s.id, s.sold_on, s.discount, s.tax_added, s.cancelled_at IS NOT NULL,
  (SELECT -sum(r.total) FROM sale r WHERE r.refunds_id = s.id AND r.deleted_at IS NULL
    AND r.cancelled_at IS NULL),
  s.subtotal, s.tax, s.total, s.paid, s.refunded, s.owed, s.status
FROM temp.touched_sale t CROSS JOIN sale s ON s.id = t.id WHERE (s.refunds_id IS NOT NULL) = ?
"""
SALES_WRITTEN = (
    "UPDATE sale SET subtotal = ?, tax = ?, total = ?, paid = ?, refunded = ?, owed = ?,"
    " status = ? WHERE id = ?"
)
LINES_SUMMED = """
SELECT t.id, sum(l.total), sum(l.tax) FROM temp.touched_sale t
CROSS JOIN sale_line l ON l.sale_id = t.id WHERE l.deleted_at IS NULL GROUP BY t.id
"""
PAYMENTS_SUMMED = """
SELECT t.id, sum(p.amount) FROM temp.touched_sale t
CROSS JOIN payment p ON p.sale_id = t.id WHERE p.deleted_at IS NULL GROUP BY t.id
"""
PASSES_SUMMED = f"""
UPDATE prepaid_pass SET remaining = {REMAINING} WHERE id IN (SELECT id FROM temp.touched_pass)
"""
MOVED = """
SELECT contact_id FROM sale WHERE contact_id IS NOT NULL AND deleted_at IS NULL
  AND sold_on > date(:a, '-12 months') AND sold_on <= date(:b, '-12 months')
UNION SELECT contact_id FROM prepaid_pass WHERE expires_on >= :a AND expires_on < :b
"""
BOUGHT = """
SELECT s.contact_id, s.sold_on, s.status, s.total, s.owed
FROM temp.touched_contact t CROSS JOIN sale s ON s.contact_id = t.id
WHERE s.deleted_at IS NULL AND s.cancelled_at IS NULL AND s.currency = ?
ORDER BY t.id, s.sold_on
"""
BOUGHT_WRITTEN = f"UPDATE contact SET {' = ?, '.join(COLUMNS)} = ? WHERE id = ?"
TOUCHED = f"""
SELECT c.id, {", ".join(f"c.{column}" for column in COLUMNS)}
FROM temp.touched_contact t CROSS JOIN contact c ON c.id = t.id
"""
PASSES_AND_POINTS = f"""
SELECT contact.id, contact.passes_left, contact.points, {PASSES_LEFT}, {POINTS}
FROM temp.touched_contact t CROSS JOIN contact ON contact.id = t.id
"""
