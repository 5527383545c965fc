"""Sales read: lists, days, products, what is owed, what somebody bought. Plain rows to show."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any, Protocol

from sqlalchemy.orm import Session

from db.bare import read
from db.repositories.summaries import BOUGHT, Bought, put_ids

ROW = """
SELECT s.id, coalesce(s.number, ''), s.sold_on, coalesce(s.sold_at, ''), s.contact_id,
  coalesce(c.name, ''),
  coalesce((SELECT coalesce(p.name, l.description) FROM sale_line l
    LEFT JOIN product p ON p.id = l.product_id WHERE l.sale_id = s.id AND l.deleted_at IS NULL
    ORDER BY l.position, l.id LIMIT 1), ''),
  max(0, (SELECT count(*) FROM sale_line l WHERE l.sale_id = s.id AND l.deleted_at IS NULL) - 1),
  s.total, s.paid, s.owed, s.refunded, s.status, s.currency, coalesce(s.channel, ''), s.source,
  coalesce((SELECT f.name FROM staff f WHERE f.id = s.staff_id), ''), s.refunds_id,
  coalesce(s.handover, ''), coalesce(s.due_at, '')
FROM sale s LEFT JOIN contact c ON c.id = s.contact_id
"""
LOOKED_AT = 20_000  # sales whose channels and sources are told
SORTS = {"sold_on": ("s.sold_on", "s.sold_at", "s.id"), "total": ("s.total", "s.id")}


class Wanted(Protocol):
    """Which sales are meant; what is empty is not asked."""

    @property
    def first(self) -> str: ...  # noqa: D102
    @property
    def last(self) -> str: ...  # noqa: D102
    @property
    def contact_ids(self) -> Sequence[int]: ...  # noqa: D102
    @property
    def statuses(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def product_id(self) -> int | None: ...  # noqa: D102
    @property
    def category_id(self) -> int | None: ...  # noqa: D102
    @property
    def channel(self) -> str: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def staff_id(self) -> int | None: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def owed(self) -> bool: ...  # noqa: D102
    @property
    def due_first(self) -> str: ...  # noqa: D102
    @property
    def due_last(self) -> str: ...  # noqa: D102
    @property
    def sort(self) -> str: ...  # noqa: D102
    @property
    def descending(self) -> bool: ...  # noqa: D102


class SaleListRepository:
    """Reads sales for screens and files; writes nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def page(self, wanted: Wanted, *, offset: int, limit: int) -> list[tuple[Any, ...]]:
        """Return one window of the sales that are wanted (see `ROW`)."""
        which, given = _where(wanted)
        way = "DESC" if wanted.descending else "ASC"
        order = ", ".join(f"{column} {way}" for column in SORTS[wanted.sort])
        return self._read(
            f"{ROW} WHERE {which} ORDER BY {order} LIMIT :limit OFFSET :offset",
            {**given, "limit": limit, "offset": offset},
        )

    def ids(self, wanted: Wanted) -> list[int]:
        """Return the ids of all that are wanted, in their order."""
        which, given = _where(wanted)
        way = "DESC" if wanted.descending else "ASC"
        order = ", ".join(f"{column} {way}" for column in SORTS[wanted.sort])
        found = self._read(
            f"SELECT s.id FROM sale s {_NAMED} WHERE {which} ORDER BY {order}", given
        )
        return [i for (i,) in found]

    def rows(self, sale_ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return these sales, also those in the trash, oldest first."""
        return self._read(
            f"{ROW} WHERE s.id IN (SELECT value FROM json_each(:ids))"
            " ORDER BY s.sold_on, s.sold_at, s.id",
            {"ids": json.dumps(list(sale_ids))},
        )

    def trash(self, *, offset: int, limit: int) -> list[tuple[Any, ...]]:
        """Return one window of the sales in the trash, the last to go there first (see `ROW`)."""
        return self._read(
            f"{ROW} WHERE s.deleted_at IS NOT NULL AND s.refunds_id IS NULL"
            " ORDER BY s.deleted_at DESC, s.id DESC LIMIT :limit OFFSET :offset",
            {"limit": limit, "offset": offset},
        )

    def sums(self, wanted: Wanted) -> list[tuple[str, int, int, int, int]]:
        """Return (currency, sales, total, refunded, owed) of all that are wanted.

        Cancelled ones are in none of them, refunds only in the amounts.
        """
        which, given = _where(wanted)
        return self._read(
            "SELECT s.currency, sum(s.status <> 'refund'), sum(s.total),"
            " -sum(iif(s.status = 'refund', s.total, 0)), sum(s.owed)"
            f" FROM sale s {_NAMED if wanted.text else ''}"
            f" WHERE {which} AND s.cancelled_at IS NULL GROUP BY s.currency ORDER BY s.currency",
            given,
        )

    def count(self, wanted: Wanted) -> int:
        """Return how many rows are wanted, refunds and cancelled ones counted."""
        which, given = _where(wanted)
        named = _NAMED if wanted.text else ""
        found = self._read(f"SELECT count(*) FROM sale s {named} WHERE {which}", given)
        return int(found[0][0])

    def periods(
        self, first: str, last: str, currency: str, *, months: bool
    ) -> list[tuple[str, int, int]]:
        """Return (day or month, sales, total) of those on which something was sold."""
        period = "substr(s.sold_on, 1, 7)" if months else "s.sold_on"
        return self._read(
            f"SELECT {period}, sum(s.status <> 'refund'), sum(s.total) FROM sale s"
            f" WHERE {SOLD} GROUP BY 1 ORDER BY 1",
            {"first": first, "last": last, "currency": currency},
        )

    def by_item(
        self, first: str, last: str, currency: str, *, categories: bool
    ) -> list[tuple[int | None, str, int, int, int, int]]:
        """Return (id, name, quantity, total, sales, tax on top) of each product or category.

        The largest come first.

        What has no product, or a product no category, comes under None.
        """
        group, name, joined = (
            ("p.category_id", "k.name", "LEFT JOIN product_category k ON k.id = p.category_id")
            if categories
            else ("l.product_id", "p.name", "")
        )
        return self._read(
            f"SELECT {group}, coalesce(max({name}), ''), sum(l.quantity), sum(l.total),"
            " count(DISTINCT iif(s.status = 'refund', NULL, s.id)),"
            " sum(iif(s.tax_added, l.tax, 0))"
            " FROM sale s CROSS JOIN sale_line l ON l.sale_id = s.id AND l.deleted_at IS NULL"
            f" LEFT JOIN product p ON p.id = l.product_id {joined}"
            f" WHERE {SOLD} GROUP BY 1 ORDER BY 4 DESC, 1",
            {"first": first, "last": last, "currency": currency},
        )

    def owed(self, currency: str) -> list[tuple[int | None, str, int, str]]:
        """Return (contact, name, owed, day) of each sale that something is owed for."""
        return self._read(
            "SELECT s.contact_id, coalesce(c.name, ''), s.owed, s.sold_on FROM sale s"
            " LEFT JOIN contact c ON c.id = s.contact_id"
            " WHERE s.owed <> 0 AND s.deleted_at IS NULL AND s.currency = :currency",
            {"currency": currency},
        )

    def bought(self, contact_ids: Collection[int], currency: str) -> list[Bought]:
        """Return what these contacts bought, as `summaries.summed` takes it."""
        put_ids(self._session.connection(), "touched_contact", set(contact_ids))
        return read(self._session.connection(), BOUGHT, (currency,))

    def abroad(self, contact_ids: Collection[int], currency: str) -> list[tuple[str, int]]:
        """Return (currency, total) of what these contacts bought in other currencies."""
        return self._read(
            "SELECT s.currency, sum(s.total) FROM sale s WHERE s.contact_id IN"
            " (SELECT value FROM json_each(:ids)) AND s.deleted_at IS NULL"
            " AND s.cancelled_at IS NULL AND s.currency <> :currency GROUP BY 1 ORDER BY 1",
            {"ids": json.dumps(list(contact_ids)), "currency": currency},
        )

    def favourites(
        self, contact_ids: Collection[int], *, limit: int
    ) -> list[tuple[int, str, int, int]]:
        """Return (product, name, sales it is on, quantity) of what is bought most often."""
        return self._read(
            "SELECT l.product_id, p.name, count(DISTINCT iif(s.status = 'refund', NULL, s.id)),"
            " sum(l.quantity) FROM sale s CROSS JOIN sale_line l ON l.sale_id = s.id"
            " AND l.deleted_at IS NULL JOIN product p ON p.id = l.product_id"
            " WHERE s.contact_id IN (SELECT value FROM json_each(:ids))"
            " AND s.deleted_at IS NULL AND s.cancelled_at IS NULL"
            " GROUP BY l.product_id HAVING sum(l.quantity) > 0"
            " ORDER BY 3 DESC, 4 DESC, l.product_id LIMIT :limit",
            {"ids": json.dumps(list(contact_ids)), "limit": limit},
        )

    def lines(self, sale_ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return the lines of these sales, in their order.

        The columns are sale, id, product, its name, description, quantity, unit price, discount,
        tax, total, how much of the quantity was given back.
        """
        return self._read(LINES, {"ids": json.dumps(list(sale_ids))})

    def sold(self, sale_ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return the lines of these sales with all that is told of each sale (see `SOLD_LINES`)."""
        return self._read(SOLD_LINES, {"ids": json.dumps(list(sale_ids))})

    def payments(self, sale_id: int) -> list[tuple[Any, ...]]:
        """Return (id, sale, amount, method, day, moment, reference, staff), oldest first."""
        return self._read(
            "SELECT p.id, p.sale_id, p.amount, p.method, p.paid_on, coalesce(p.paid_at, ''),"
            " coalesce(p.reference, ''), coalesce(f.name, '') FROM payment p"
            " LEFT JOIN staff f ON f.id = p.staff_id"
            " WHERE p.sale_id = :sale AND p.deleted_at IS NULL ORDER BY p.paid_on, p.id",
            {"sale": sale_id},
        )

    def used(self, column: str) -> list[str]:
        """Return what stands in 'channel' or 'source' of the last sales, the most used first."""
        if column not in ("channel", "source"):
            raise KeyError(column)
        found = self._read(
            f"SELECT used FROM (SELECT {column} AS used FROM sale WHERE deleted_at IS NULL"
            " ORDER BY sold_on DESC, sold_at DESC, id DESC LIMIT :most) WHERE used IS NOT NULL"
            " GROUP BY 1 ORDER BY count(*) DESC, 1",
            {"most": LOOKED_AT},
        )
        return [text for (text,) in found]

    def _read(self, query: str, given: dict[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, given)


_NAMED = "LEFT JOIN contact c ON c.id = s.contact_id"
SOLD = (
    "s.sold_on BETWEEN :first AND :last AND s.deleted_at IS NULL AND s.cancelled_at IS NULL"
    " AND s.currency = :currency"
)
LINES = """
SELECT l.sale_id, l.id, l.product_id, coalesce(p.name, l.description, ''),
  coalesce(l.description, ''), l.quantity, l.unit_price, l.discount, l.tax, l.total,
  coalesce((SELECT -sum(b.quantity) FROM sale_line b JOIN sale r ON r.id = b.sale_id
    WHERE b.refunds_line_id = l.id AND b.deleted_at IS NULL AND r.deleted_at IS NULL
    AND r.cancelled_at IS NULL), 0)
FROM sale_line l LEFT JOIN product p ON p.id = l.product_id
WHERE l.sale_id IN (SELECT value FROM json_each(:ids)) AND l.deleted_at IS NULL
ORDER BY l.sale_id, l.position, l.id
"""
PAYMENTS_AT = 23  # the place of the payments, a JSON list of [method, amount]
# In the order of the ids that are given.
SOLD_LINES = """
SELECT s.id, coalesce(s.number, ''), s.sold_on, coalesce(s.sold_at, ''), s.status, s.refunds_id,
  s.contact_id, coalesce(c.name, ''),
  coalesce((SELECT w.value FROM contact_point w WHERE w.contact_id = s.contact_id
    AND w.kind = 'phone' AND w.deleted_at IS NULL ORDER BY w.position, w.id LIMIT 1), ''),
  coalesce(p.code, ''), coalesce(p.name, ''), coalesce(k.name, ''), coalesce(l.description, ''),
  l.quantity, l.unit_price, l.discount, l.total, s.discount, s.tax, s.total, s.paid, s.owed,
  s.currency,
  (SELECT json_group_array(json_array(m.method, m.amount)) FROM (SELECT y.method, y.amount
    FROM payment y WHERE y.sale_id = s.id AND y.deleted_at IS NULL ORDER BY y.paid_on, y.id) m),
  coalesce(s.channel, ''), s.source, coalesce(s.external_key, ''), coalesce(f.name, ''),
  coalesce(s.recipient_name, r.name, ''), coalesce(s.recipient_phone, ''),
  coalesce(s.postcode, ''), coalesce(s.address, ''), coalesce(s.handover, ''),
  coalesce(s.due_at, ''), coalesce(s.card_text, ''), coalesce(s.maker_note, ''),
  coalesce(s.note, ''), coalesce(s.cash_receipt, ''), s.exchange_of_id, l.id
FROM json_each(:ids) g CROSS JOIN sale s ON s.id = g.value
  CROSS JOIN sale_line l ON l.sale_id = s.id AND l.deleted_at IS NULL
  LEFT JOIN contact c ON c.id = s.contact_id
  LEFT JOIN contact r ON r.id = s.recipient_id
  LEFT JOIN product p ON p.id = l.product_id
  LEFT JOIN product_category k ON k.id = p.category_id
  LEFT JOIN staff f ON f.id = s.staff_id
ORDER BY g.key, l.position, l.id
"""
PRODUCT = "l.product_id = :product"
CATEGORY = "l.product_id IN (SELECT id FROM product WHERE category_id = :category)"
# Of few sales each is asked for its lines; of all of them the lines are asked for their sales.
HAS = {
    True: "EXISTS (SELECT 1 FROM sale_line l WHERE l.sale_id = s.id AND l.deleted_at IS NULL"
    " AND {asked})",
    False: "s.id IN (SELECT l.sale_id FROM sale_line l WHERE {asked} AND l.deleted_at IS NULL)",
}
# As a list of its own: the order of the days would be walked to its end for a few.
OWING = "SELECT o.id FROM sale o INDEXED BY ix_sale_owed WHERE o.owed <> 0"
# What is typed is looked for in what people see of a sale.
TYPED = r"""
(s.number LIKE :text ESCAPE '\' OR c.name LIKE :text ESCAPE '\'
  OR s.recipient_name LIKE :text ESCAPE '\' OR s.external_key LIKE :text ESCAPE '\'
  OR s.note LIKE :text ESCAPE '\' OR EXISTS (SELECT 1 FROM sale_line l
    LEFT JOIN product p ON p.id = l.product_id WHERE l.sale_id = s.id AND l.deleted_at IS NULL
    AND (p.name LIKE :text ESCAPE '\' OR l.description LIKE :text ESCAPE '\')))
"""


def _where(wanted: Wanted) -> tuple[str, dict[str, object]]:
    """Return the WHERE clause of a filter, and the values it is given."""
    one = len(wanted.contact_ids) == 1
    short = bool(wanted.first or wanted.contact_ids)
    parts: list[tuple[object, str, dict[str, object]]] = [
        (wanted.first, "s.sold_on >= :first", {"first": wanted.first}),
        (wanted.last, "s.sold_on <= :last", {"last": wanted.last}),
        (one, "s.contact_id = :contact", {"contact": (*wanted.contact_ids, None)[0]}),
        (
            len(wanted.contact_ids) > 1,
            "s.contact_id IN (SELECT value FROM json_each(:contacts))",
            {"contacts": json.dumps(list(wanted.contact_ids))},
        ),
        (
            wanted.statuses,
            "s.status IN (SELECT value FROM json_each(:statuses))",
            {"statuses": json.dumps(list(wanted.statuses))},
        ),
        (wanted.product_id, HAS[short].format(asked=PRODUCT), {"product": wanted.product_id}),
        (wanted.category_id, HAS[short].format(asked=CATEGORY), {"category": wanted.category_id}),
        (wanted.channel, "s.channel = :channel", {"channel": wanted.channel}),
        (wanted.source, "s.source = :source", {"source": wanted.source}),
        (wanted.staff_id, "s.staff_id = :staff", {"staff": wanted.staff_id}),
        (wanted.owed, f"s.id IN ({OWING})", {}),
        (wanted.due_first, "s.due_at >= :due_first", {"due_first": wanted.due_first}),
        (
            wanted.due_last,
            "s.due_at < date(:due_last, '+1 day')",
            {"due_last": wanted.due_last},
        ),
        (wanted.text, TYPED, {"text": _pattern(wanted.text)}),
    ]
    asked = [part for part in parts if part[0]]
    given: dict[str, object] = {}
    for _is_asked, _clause, values in asked:
        given.update(values)
    return " AND ".join(["s.deleted_at IS NULL", *(clause for _, clause, _ in asked)]), given


def _pattern(text: str) -> str:
    for letter in ("\\", "%", "_"):
        text = text.replace(letter, f"\\{letter}")
    return f"%{text}%"
