"""The columns of a file of sales at work: each target's values, block by block."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from app.exchange.columns import Column, Marked, Reading
from app.exchange.matches import ColumnMatch, Mapping
from app.exchange.sales_amounts import PIECE
from app.exchange.sales_status import STATUSES, read_own_status, read_status, says_cancelled
from app.exchange.sales_times import Moment, Moments, moment_reader, read_time
from app.exchange.table import Cell, Table
from app.exchange.values.money import MoneyReader, MoneyStyle, decide_style, from_text
from app.exchange.values.texts import says_nothing, text_of, without_resident_numbers

Rows = Sequence[Sequence[Cell]]
MONEY = (
    "sale.total", "sale.discount", "sale.shipping", "sale.tax", "sale.paid", "sale.owed",
    "sale.refunded", "line.price", "line.option_price", "line.total", "line.discount",
    "line.tax", "line.shipping",
)  # fmt: skip
SUMMED = ("sale.discount", "sale.tax", "line.option_price", "line.discount", "line.tax",
          "line.shipping")  # fmt: skip
JOINED = ("sale.note", "sale.maker_note", "line.option")
_QUANTITY = re.compile(r"([+-]?\d[\d,]*(?:\.\d+)?)\s*[^\d\s.,+-]{0,8}")
_MOST_PIECES = 10**9
_SIGNS = {
    "₩": "KRW", "원": "KRW", "€": "EUR", "£": "GBP", "¥": "JPY", "円": "JPY", "us$": "USD",
}  # fmt: skip
_CODE = re.compile(r"[A-Za-z]{3}")
_SAMPLED = 200
_WHY = {
    "not_money": "amount_unclear", "money_fraction": "amount_fraction",
    "other_currency": "amount_other_currency",
}  # fmt: skip


class Odd(NamedTuple):
    """Something about one cell: where in the block, under which header, why."""

    place: int
    header: str
    reason: str


def file_currency(table: Table, mapping: Mapping, home: str) -> str:
    """Return the currency that the amounts of a file carry as their sign; else `home`."""
    seen: set[str] = set()
    for match in mapping.columns:
        if match.target in MONEY:
            for row in table.rows[:_SAMPLED]:
                text = str(row[match.index] or "").casefold()
                seen.update(code for sign, code in _SIGNS.items() if sign in text)
    return seen.pop() if len(seen) == 1 else home


class SaleColumns:
    """Reads the targets of a mapping; what is odd in the cells gathers in `odd` on the way."""

    def __init__(
        self,
        reading: Reading,
        mapping: Mapping,
        currency: str,
        column_problems: list[tuple[str, str]],
    ) -> None:
        """Read amounts as of `currency` where a row names no other one."""
        self._reading = reading
        self.currency = currency
        self.odd: list[Odd] = []
        self._moments = Moments()
        self._problems = column_problems
        self._by_target: dict[str, list[ColumnMatch]] = {}
        for match in mapping.columns:
            self._by_target.setdefault(match.target, []).append(match)
        for matches in self._by_target.values():
            matches.sort(key=lambda match: "first" not in match.rules)
        self._columns: dict[tuple[str, str], list[Column[Any]]] = {}
        self._styles: dict[int, MoneyStyle] = {}

    def has(self, *targets: str) -> bool:
        """Tell whether any of these targets has a column."""
        return any(target in self._by_target for target in targets)

    def indexes(self, *targets: str) -> list[int]:
        """Return the places of the columns of these targets."""
        return [m.index for target in targets for m in self._by_target.get(target, ())]

    def texts(self, target: str, rows: Rows) -> list[str]:
        """Return a text per row: of several columns the first that is filled, or all of them."""
        columns = self._made(target, "text", lambda _match: self._text)
        found = self._values(columns, rows)
        if not found:
            return [""] * len(rows)
        if len(found) == 1:
            return found[0]
        if target in JOINED:
            return [" · ".join(dict.fromkeys(filter(None, cells))) for cells in zip(*found)]  # noqa: B905 - as long as rows
        return [next(filter(None, cells), "") for cells in zip(*found)]  # noqa: B905

    def statuses(self, rows: Rows) -> list[str]:
        """Return the status of each row: '' where none is told; of several the gravest."""
        columns = self._made("sale.status", "", lambda _match: self._status)
        gone = self._made("sale.cancelled", "", lambda _match: self._cancelled)
        found = self._values([*columns, *gone], rows)
        if len(found) == 1:
            return found[0]
        return [max(cells, key=_gravity) for cells in zip(*found)] if found else [""] * len(rows)  # noqa: B905

    def moments(self, target: str, rows: Rows) -> list[Moment | None]:
        """Return when: the first of the columns that is filled, with the time beside it."""
        columns = self._made(target, "when", self._moment)
        found = self._values(columns, rows)
        if not found:
            return [None] * len(rows)
        days = found[0] if len(found) == 1 else [next(filter(None, c), None) for c in zip(*found)]  # noqa: B905
        times = self._made("sale.time", "", lambda _match: read_time)
        if target != "sale.date" or not times:
            return days
        stamp = self._moments.stamp
        return [
            Moment(day.day, stamp(day.day, time)) if day and time and not day.at else day
            for day, time in zip(days, self._values(times, rows)[0], strict=True)
        ]

    def quantities(self, rows: Rows) -> list[int | None]:
        """Return how many, in thousandths."""
        columns = self._made("line.quantity", "", lambda _match: self._quantity)
        found = self._values(columns, rows)
        return found[0] if found else [None] * len(rows)

    def money(self, target: str, rows: Rows, currencies: Sequence[str]) -> list[int | None]:
        """Return an amount per row, in minor units of the row's own currency."""
        if target not in self._by_target:
            return [None] * len(rows)
        different = set(currencies)
        if len(different) == 1:
            return self._amounts(target, rows, different.pop())
        found: list[int | None] = [None] * len(rows)
        for code in sorted(different):
            places = [place for place, one in enumerate(currencies) if one == code]
            before = len(self.odd)
            amounts = self._amounts(target, [rows[place] for place in places], code)
            for place, amount in zip(places, amounts, strict=True):
                found[place] = amount
            self.odd[before:] = [odd._replace(place=places[odd.place]) for odd in self.odd[before:]]
        return found

    def currencies(self, rows: Rows) -> list[str]:
        """Return the currency of each row."""
        home = self.currency
        return [
            text.upper() if _CODE.fullmatch(text) else _SIGNS.get(text, home)
            for text in self.texts("sale.currency", rows)
        ]

    def _amounts(self, target: str, rows: Rows, currency: str) -> list[int | None]:
        columns = self._made(target, currency, lambda match: self._money(match, currency))
        found = self._values(columns, rows)
        if len(found) == 1:
            return found[0]
        if target not in SUMMED:
            return [next((c for c in cells if c is not None), None) for cells in zip(*found)]  # noqa: B905
        return [
            sum(filter(None, cells)) if any(c is not None for c in cells) else None
            for cells in zip(*found)  # noqa: B905
        ]

    def _made(
        self, target: str, use: str, reader: Callable[[ColumnMatch], Callable[[Cell], Any]]
    ) -> list[Column[Any]]:
        key = (target, use)
        if key not in self._columns:
            self._columns[key] = [
                Column(match, reader(match)) for match in self._by_target.get(target, ())
            ]
        return self._columns[key]

    def _values(self, columns: Sequence[Column[Any]], rows: Rows) -> list[list[Any]]:
        found = [column.values(rows) for column in columns]
        marks = chain.from_iterable(
            ((place, column.match.header, mark.reason) for place, mark in column.marks(rows))
            for column in columns
        )
        self.odd += [Odd(*mark) for mark in marks]
        return found

    def _text(self, cell: Cell) -> str:
        if self._reading.own:
            return self._reading.text(cell)
        text = text_of(cell)
        return "" if says_nothing(text) else without_resident_numbers(text)

    def _status(self, cell: Cell) -> str | Marked:
        read = read_own_status if self._reading.own else read_status
        status = read(text_of(cell))
        return Marked("paid", "status_unclear") if status is None else status

    def _cancelled(self, cell: Cell) -> str:
        return "cancelled" if says_cancelled(text_of(cell)) else ""

    def _moment(self, match: ColumnMatch) -> Callable[[Cell], Moment | Marked | None]:
        return moment_reader(self._reading, match, self._moments, self._problems)

    def _quantity(self, cell: Cell) -> int | Marked | None:
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            number = Decimal(repr(cell))
        else:
            text = unicodedata.normalize("NFKC", text_of(cell)).strip()
            if says_nothing(text):
                return None
            found = _QUANTITY.fullmatch(text)
            if found is None:
                return Marked(None, "quantity_unclear")
            number = Decimal(found[1].replace(",", ""))
        pieces = number * PIECE
        if not pieces.is_finite() or pieces != int(pieces) or abs(pieces) > _MOST_PIECES:
            return Marked(None, "quantity_unclear")
        return int(pieces)

    def _money(self, match: ColumnMatch, currency: str) -> Callable[[Cell], int | Marked | None]:
        if match.index not in self._styles:
            cells = {row[match.index] for row in self._reading.table.rows}
            style = self._styles[match.index] = decide_style(cells, currency)
            if style.ambiguous:
                self._problems.append((match.header, "money_ambiguous"))
        reader = MoneyReader(self._styles[match.index], currency)
        own = self._reading.own

        def read(cell: Cell) -> int | Marked | None:
            text = text_of(cell) if type(cell) is str else cell
            if own and (exact := from_text(str(text), currency)) is not None:
                return exact
            minor, reason = reader.read(text)
            return Marked(None, _WHY[reason]) if reason else minor

        return read


def _gravity(status: str) -> int:
    return STATUSES.index(status) if status else -1
