"""Sales on disk: written here; `sale_lists` reads them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.bare import driver
from db.errors import RowNotFoundError
from db.given import given
from db.ids import IdSource
from db.models.sale import Payment, Sale, SaleLine

MANY_OF = ("sale", "sale_line", "payment", "loyalty_move")


class SaleRepository:
    """Entities to change; never commits. What is summed over them is kept at the action's end."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, lines: Sequence[dict[str, Any]], **values: Any) -> Sale:
        """Add a sale of these columns with its lines; return it."""
        sale = Sale(id=self._ids.next(), **values)
        self._session.add(sale)
        self._session.flush()
        self.add_lines(sale.id, lines)
        return sale

    def add_lines(self, sale_id: int, lines: Sequence[dict[str, Any]], first: int = 0) -> None:
        """Add lines to a sale, in their order; the `first` of them is on that place."""
        self._session.add_all(
            SaleLine(id=self._ids.next(), sale_id=sale_id, position=place, **line)
            for place, line in enumerate(lines, first)
        )
        self._session.flush()

    def get(self, sale_id: int) -> Sale:
        """Return the sale to change; raise RowNotFoundError if it is in the trash or gone."""
        found = self._session.get(Sale, sale_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("sale", sale_id)
        return found

    def lines(self, sale_id: int) -> Sequence[SaleLine]:
        """Return the lines of a sale, in their order."""
        query = select(SaleLine).where(SaleLine.sale_id == sale_id, SaleLine.deleted_at.is_(None))
        return self._session.scalars(query.order_by(SaleLine.position, SaleLine.id)).all()

    def drop_lines(self, lines: Collection[SaleLine]) -> None:
        """Put lines in the trash."""
        for line in lines:
            line.deleted_at = self._now()

    def given_back(self, line_ids: Collection[int]) -> dict[int, int]:
        """Return how much of each line (thousandths) refunds have given back."""
        self._session.flush()
        query = (
            select(SaleLine.refunds_line_id, -func.sum(SaleLine.quantity))
            .join(Sale, Sale.id == SaleLine.sale_id)
            .where(
                SaleLine.refunds_line_id.in_(given(line_ids)),
                SaleLine.deleted_at.is_(None),
                Sale.deleted_at.is_(None),
                Sale.cancelled_at.is_(None),
            )
            .group_by(SaleLine.refunds_line_id)
        )
        return {line_id: back for line_id, back in self._session.execute(query) if line_id}

    def refunds(self, sale_id: int) -> Sequence[Sale]:
        """Return the rows that give a sale back, oldest first."""
        query = select(Sale).where(
            Sale.refunds_id == sale_id, Sale.deleted_at.is_(None), Sale.cancelled_at.is_(None)
        )
        return self._session.scalars(query.order_by(Sale.id)).all()

    def sums(self, sale_id: int) -> tuple[int, int, int]:
        """Return (total, paid, refunded) of a sale as it stands now, before the action's end."""
        self._session.flush()
        found = self._session.execute(text(SUMS), {"sale": sale_id}).one()
        return int(found[0]), int(found[1]), int(found[2])

    def put_in_trash(self, sale_ids: Collection[int]) -> str:
        """Put sales in the trash, with the rows that give them back; return since when."""
        since = self._now()  # one moment for all: it tells later what went together
        # All of them first: a refund may be named itself, beside its sale.
        named = [self.get(sale_id) for sale_id in sale_ids]
        for sale in (*named, *(back for sale_id in sale_ids for back in self.refunds(sale_id))):
            sale.deleted_at = since
        return since

    def take_from_trash(self, sale_id: int) -> str | None:
        """Bring a sale back from the trash, with its refunds that went there with it.

        Return since when it was there, None for one that was not.
        """
        sale = self._session.get(Sale, sale_id)
        if sale is None:
            raise RowNotFoundError("sale", sale_id)
        since = sale.deleted_at
        query = select(Sale).where(Sale.refunds_id == sale_id, Sale.deleted_at == since)
        for refund in self._session.scalars(query).all():
            refund.deleted_at = None
        sale.deleted_at = None
        return since

    def next_number(self, day: str) -> str:
        """Return the number of the next sale of a day at the desk: '260512-004'."""
        self._session.flush()
        prefix = f"{day[2:4]}{day[5:7]}{day[8:10]}-"
        last = self._session.scalar(
            text(
                "SELECT max(CAST(substr(number, 8) AS INTEGER)) FROM (SELECT number FROM sale"
                " WHERE sold_on = :day AND deleted_at IS NULL UNION ALL SELECT number FROM sale"
                " WHERE sold_on = :day AND deleted_at IS NOT NULL)"
                " WHERE number GLOB :prefix || '[0-9]*'"
            ),
            {"day": day, "prefix": prefix},
        )
        return f"{prefix}{(last or 0) + 1:03d}"

    def new_id(self) -> int:
        """Return an id for a row that `add_many` brings in."""
        return self._ids.next()

    def add_many(
        self,
        table: str,
        columns: Sequence[str],
        rows: Sequence[tuple[Any, ...]],
        origin: int | None,
    ) -> None:
        """Add many rows of sales, lines, payments or moves at once, their ids among the columns."""
        if table not in MANY_OF:
            raise KeyError(table)
        self._session.flush()
        now = self._now()
        holes = ", ".join("?" * (len(columns) + 3))
        cursor = driver(self._session.connection()).cursor()
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}, created_at, updated_at, origin)"
            f" VALUES ({holes})",
            [(*row, now, now, origin) for row in rows],
        )
        cursor.close()

    # Payments

    def add_payment(self, sale_id: int, **values: Any) -> int:
        """Add money for a sale; return the payment's id."""
        payment = Payment(id=self._ids.next(), sale_id=sale_id, **values)
        self._session.add(payment)
        self._session.flush()
        return payment.id

    def payment(self, payment_id: int) -> Payment:
        """Return the payment to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(Payment, payment_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("payment", payment_id)
        return found

    def payments(self, sale_id: int) -> Sequence[Payment]:
        """Return the payments of a sale, oldest first."""
        query = select(Payment).where(Payment.sale_id == sale_id, Payment.deleted_at.is_(None))
        return self._session.scalars(query.order_by(Payment.paid_on, Payment.id)).all()

    def remove_payment(self, payment_id: int) -> None:
        """Put a payment in the trash."""
        self.payment(payment_id).deleted_at = self._now()

    def owing(self, contact_id: int, currency: str) -> list[tuple[int, int]]:
        """Return (sale, what is owed for it) of a contact, oldest first."""
        found = self._session.execute(
            text(
                "SELECT id, owed FROM sale WHERE contact_id = :contact AND owed > 0"
                " AND deleted_at IS NULL AND currency = :currency ORDER BY sold_on, id"
            ),
            {"contact": contact_id, "currency": currency},
        )
        return [(a, b) for a, b in found]


# What an action has written is not summed up yet: the rows themselves are asked.
SUMS = """
SELECT
  coalesce((SELECT sum(l.total + iif(s.tax_added, l.tax, 0)) FROM sale_line l
    WHERE l.sale_id = s.id AND l.deleted_at IS NULL), 0) - s.discount,
  coalesce((SELECT sum(p.amount) FROM payment p
    WHERE p.sale_id = s.id AND p.deleted_at IS NULL), 0),
  coalesce((SELECT sum(r.discount - coalesce((SELECT sum(l.total + iif(r.tax_added, l.tax, 0))
      FROM sale_line l WHERE l.sale_id = r.id AND l.deleted_at IS NULL), 0))
    FROM sale r WHERE r.refunds_id = s.id AND r.deleted_at IS NULL
    AND r.cancelled_at IS NULL), 0)
FROM sale s WHERE s.id = :sale
"""
