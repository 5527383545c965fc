"""What the rows of a block of sales say: about each sale as a whole, and about each thing sold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.exchange.sales_columns import Rows, SaleColumns
from app.exchange.sales_times import Moment
from app.exchange.table import Table

TEXTS = (
    "sale.original", "sale.paid_by", "sale.channel", "sale.card_text", "sale.maker_note",
    "sale.note", "sale.cash_receipt", "sale.staff",
)  # fmt: skip
AMOUNTS = (
    "sale.total", "sale.discount", "sale.shipping", "sale.tax", "sale.paid", "sale.owed",
    "sale.refunded",
)  # fmt: skip
LINE_TEXTS = (
    "line.id", "line.name", "line.option", "line.code", "line.barcode", "line.category",
    "line.unit",
)  # fmt: skip
LINE_AMOUNTS = (
    "line.price", "line.option_price", "line.total", "line.discount", "line.tax", "line.shipping",
)  # fmt: skip
SPOILING = (
    "amount_unclear", "amount_fraction", "amount_other_currency", "quantity_unclear",
    "sale_date_unclear",
)  # fmt: skip
"""What makes a sale one that cannot be taken: its amounts or its day would be guessed."""


class Texts(NamedTuple):
    """The texts of a sale, in the order of TEXTS."""

    original: str
    paid_by: str
    channel: str
    card_text: str
    maker_note: str
    note: str
    cash_receipt: str
    staff: str


class Amounts(NamedTuple):
    """The amounts of a sale, in the order of AMOUNTS."""

    total: int | None
    discount: int | None
    shipping: int | None
    tax: int | None
    paid: int | None
    owed: int | None
    refunded: int | None


class Head(NamedTuple):
    """What a sale's head row tells about it as a whole."""

    line: int
    status: str
    moment: Moment | None
    due: Moment | None
    gone_on: Moment | None
    currency: str
    texts: Texts
    amounts: Amounts


class Goods(NamedTuple):
    """What a row tells about the thing sold."""

    key: str
    name: str
    option: str
    code: str
    barcode: str
    category: str
    unit: str
    quantity: int | None
    price: int | None
    option_price: int | None
    total: int | None
    discount: int | None
    tax: int | None
    shipping: int | None
    status: str


class SaleReader:
    """Reads blocks of rows; `spoilt` says of which row a cell cannot be understood, and why."""

    def __init__(self, table: Table, columns: SaleColumns) -> None:
        self._table = table
        self.columns = columns
        self.spoilt: dict[int, str] = {}
        self.problems: list[tuple[int, str, str]] = []

    def heads(self, at: Sequence[int]) -> list[Head]:
        """Return what these rows tell about their sales."""
        columns, rows = self.columns, [self._table.rows[row] for row in at]
        currencies = columns.currencies(rows)
        statuses = columns.statuses(rows)
        moments = columns.moments("sale.date", rows)
        texts = zip(*(columns.texts(target, rows) for target in TEXTS), strict=True)
        amounts = zip(*(columns.money(target, rows, currencies) for target in AMOUNTS), strict=True)
        self._note_odd(at, spoils=True)
        dues = columns.moments("sale.due", rows)
        self._note_odd(at, spoils=False)
        gone = columns.moments("sale.cancelled", rows)
        columns.odd.clear()  # a plain 'Y' is no day and need not be one
        lines = [self._table.lines[row] for row in at]
        said, sums = map(Texts._make, texts), map(Amounts._make, amounts)
        return list(map(Head, lines, statuses, moments, dues, gone, currencies, said, sums))

    def rows(self, at: Sequence[int]) -> Rows:
        """Return these rows of the table."""
        return [self._table.rows[row] for row in at]

    def goods(self, at: Sequence[int], currencies: Sequence[str]) -> list[Goods]:
        """Return what these rows tell about what was sold, in the currencies of their sales."""
        columns, rows = self.columns, [self._table.rows[row] for row in at]
        statuses = columns.statuses(rows)
        columns.odd.clear()
        texts = [columns.texts(target, rows) for target in LINE_TEXTS]
        quantities = columns.quantities(rows)
        amounts = [columns.money(target, rows, currencies) for target in LINE_AMOUNTS]
        self._note_odd(at, spoils=True)
        self._note_currencies(at, rows, currencies)
        return list(map(Goods, *texts, quantities, *amounts, statuses))

    def _note_currencies(self, at: Sequence[int], rows: Rows, currencies: Sequence[str]) -> None:
        if not self.columns.has("sale.currency"):
            return
        said = self.columns.texts("sale.currency", rows)
        own = self.columns.currencies(rows)
        for row, text, one, whole in zip(at, said, own, currencies, strict=True):
            if text and one != whole:
                self.spoilt[row] = "mixed_currencies"

    def _note_odd(self, at: Sequence[int], *, spoils: bool) -> None:
        for place, header, reason in self.columns.odd:
            row = at[place]
            self.problems.append((self._table.lines[row], header, reason))
            if spoils and reason in SPOILING:
                self.spoilt[row] = reason
        self.columns.odd.clear()
