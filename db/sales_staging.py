"""The sales of a file between reading and importing, beside the people they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from db.staging import CHUNK, StagedRow, Staging, staging_errors

if TYPE_CHECKING:
    from db.cipher import Key

SALE = (
    "place", "line", "id", "external_key", "number", "original", "original_key", "sold_on",
    "sold_at", "channel", "currency", "discount", "tax_added", "subtotal", "tax", "total",
    "settled", "paid", "method", "reference", "state", "cancelled_on", "refunded", "buyer",
    "recipient", "recipient_name", "recipient_phone", "postcode", "address", "due_at",
    "card_text", "maker_note", "note", "cash_receipt", "staff", "told", "reason",
    "source", "handover", "exchange_of", "payments",
)  # fmt: skip
LINE = (
    "id", "place", "sale_id", "position", "product", "name", "quantity", "unit_price",
    "discount", "tax", "total", "gone",
)  # fmt: skip
PRODUCT = ("place", "code", "barcode", "name", "name_key", "unit", "price", "category", "wanted")
# `source` and `payments` (JSON, [method, amount] of each) are told of our own files' sales alone.
# Columns that rows are joined by: an index serves only where both sides are declared alike.
JOINED = frozenset(
    ("id", "place", "sale_id", "product", "buyer", "recipient", "original", "exchange_of")
)


def _declared(columns: Sequence[str]) -> str:
    """Return the columns of a table, the first of which is its key."""
    rest = (f"{c} INTEGER" if c in JOINED else c for c in columns[1:])
    return ", ".join((f"{columns[0]} INTEGER PRIMARY KEY", *rest))


SCHEMA = f"""
CREATE TABLE sale ({_declared(SALE)}, outcome TEXT,
  known INTEGER DEFAULT 0, changed INTEGER DEFAULT 0, whole INTEGER, contact_id INTEGER,
  recipient_id INTEGER, refunds_id INTEGER);
CREATE TABLE line ({_declared(LINE)}, fresh INTEGER DEFAULT 1);
CREATE TABLE product ({_declared(PRODUCT)}, product_id INTEGER,
  needed INTEGER, called TEXT);
CREATE TABLE refund (id INTEGER PRIMARY KEY, key TEXT, of_id INTEGER, place INTEGER, day TEXT,
  discount INTEGER, total INTEGER, by_amount INTEGER DEFAULT 0);
CREATE TABLE refund_line (id INTEGER PRIMARY KEY, refund_id INTEGER, of_line INTEGER,
  quantity INTEGER, tax INTEGER, total INTEGER);
"""


class StagedSale(NamedTuple):
    """One sale of a file in SALE order, and its lines in LINE order."""

    values: Sequence[object]
    lines: Sequence[Sequence[object]]


class SalesStaging(Staging):
    """A temporary file for sales, their lines and products, and the people of them."""

    def __init__(self, key: Key | None = None) -> None:
        """Make the file; raise StorageError where the folder for such files takes none."""
        super().__init__(key)
        with staging_errors():
            self._connection.executescript(SCHEMA)

    def fill_sales(self, sales: Iterable[StagedSale]) -> int:
        """Take all sales in; return how many. Raises StorageError, as `fill` does."""
        source = iter(sales)
        count = 0
        with staging_errors():
            while chunk := list(islice(source, CHUNK)):
                count += len(chunk)
                self._put("sale", SALE, [sale.values for sale in chunk])
                self._put("line", LINE, [line for sale in chunk for line in sale.lines])
        return count

    def fill_products(self, products: Iterable[Sequence[object]]) -> None:
        """Take the products of the lines in."""
        with staging_errors():
            self._put("product", PRODUCT, list(products))

    def fill_people(self, people: Iterable[StagedRow]) -> None:
        """Take the buyers and recipients in, as an import of contacts does."""
        self.fill(people)

    def _put(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        self._connection.execute("BEGIN")
        holes = ", ".join("?" * len(columns))
        self._connection.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({holes})", rows
        )
        self._connection.execute("COMMIT")
