"""Which rows of a file are one sale, whatever their order, and what that sale is known by."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from app.exchange.sales_columns import SaleColumns
from app.exchange.table import Cell, Table, is_blank
from app.exchange.values.texts import text_of
from app.jobs import Ticket

BLOCK = 4096
_UNIQUE = 8  # digits; a till's shorter numbers begin anew every day
_DIGITS = re.compile(r"\d")


@dataclass(slots=True)
class Groups:
    """Sales as rows of a table: `keys` in the order of their first rows.

    `heads` is the row of each sale that tells about it as a whole; `order` holds all rows, those
    of one sale side by side, from `starts` on.
    """

    keys: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    heads: array[int] = field(default_factory=lambda: array("q"))
    order: array[int] = field(default_factory=lambda: array("q"))
    starts: array[int] = field(default_factory=lambda: array("q"))

    def of_row(self, row: int) -> int:
        """Return which sale a row of the table is of."""
        return bisect_right(self.starts, self.order.index(row)) - 1

    def rows_of(self, place: int) -> Sequence[int]:
        """Return the rows of one sale, in the order of the file."""
        return self.order[self.starts[place] : self.starts[place + 1]]


def group_rows(table: Table, columns: SaleColumns, ticket: Ticket, *, unique: bool) -> Groups:
    """Return the sales of a table. `unique`: its numbers are never given twice.

    A row without a number and a day goes on with the sale of the row above; one with a day alone
    is a sale of its own, known by what it says.
    """
    groups = Groups()
    places: dict[str, int] = {}
    of_row = array("q")
    dated = bytearray()
    for number, day, continues, key in _keys(table, columns, ticket, unique=unique):
        if continues and of_row:
            of_row.append(of_row[-1])
        else:
            place = places.get(key)
            if place is None:
                place = places[key] = len(groups.keys)
                groups.keys.append(key)
                groups.numbers.append(number)
                groups.heads.append(len(of_row))
                dated.append(day)
            elif day and not dated[place]:
                groups.heads[place] = len(of_row)
                dated[place] = 1
            of_row.append(place)
    _put_side_by_side(groups, of_row)
    return groups


def _keys(
    table: Table, columns: SaleColumns, ticket: Ticket, *, unique: bool
) -> Iterator[tuple[str, bool, bool, str]]:
    """Yield (number, whether it has a day, whether it goes on, key) of each row."""
    rows = table.rows
    days = columns.indexes("sale.date")
    who = columns.indexes("buyer.name", "buyer.phone", "buyer.email", "recipient.name")
    told = sorted({i for name in _CONTENT for i in columns.indexes(name)} | set(days) | set(who))
    known_by = "sale.own" if columns.has("sale.own") else "sale.number"
    numbered = columns.has(known_by)
    last: dict[str, str] = {}
    seen: Counter[str] = Counter()
    before: str | None = None
    day, key = False, ""
    for start in range(0, len(rows), BLOCK):
        ticket.advance(start, len(rows) * 2)
        block = rows[start : start + BLOCK]
        numbers = columns.texts(known_by, block)
        short = set() if unique else {n for n in set(numbers) if n and not _is_unique(n)}
        moments = columns.moments("sale.date", block) if short else None
        for place, (number, row) in enumerate(zip(numbers, block, strict=True)):
            if number == before and day and not short:
                yield number, True, False, key  # as most rows of a long sale
                continue
            day, before = any(not is_blank(row[i]) for i in days), number or None
            if number:
                key = number
                if moments is not None and number in short:
                    moment = moments[place]
                    key = f"{number}@{moment.day}" if moment else last.get(number, number)
                    last[number] = key
                yield number, day, False, key
            elif not day and (numbered or not any(not is_blank(row[i]) for i in who)):
                yield "", False, True, ""
            else:
                content = _content(row, told)
                seen[content] += 1
                yield "", day, False, f"~{content}{seen[content]}"


_CONTENT = (
    "sale.time", "sale.total", "sale.paid", "line.name", "line.option", "line.code",
    "line.quantity", "line.price", "line.total",
)  # fmt: skip


def _is_unique(number: str) -> bool:
    return len(_DIGITS.findall(number)) >= _UNIQUE


def _content(row: Sequence[Cell], told: Sequence[int]) -> str:
    """Return what a row says, in short; the same row says the same in every file."""
    text = "\x1f".join(text_of(row[index]) for index in told)
    return blake2b(text.encode(), digest_size=9).hexdigest() + "."


def _put_side_by_side(groups: Groups, of_row: array[int]) -> None:
    counts = array("q", bytes(8 * (len(groups.keys) + 1)))
    for place in of_row:
        counts[place + 1] += 1
    for place in range(1, len(counts)):
        counts[place] += counts[place - 1]
    groups.starts = counts
    free = array("q", counts)
    groups.order = array("q", bytes(8 * len(of_row)))
    for row, place in enumerate(of_row):
        groups.order[free[place]] = row
        free[place] += 1
