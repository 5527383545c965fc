"""Tables of purchases, or of customers summed up, as columns of numbers; header names as met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from app.errors import FileError, FileProblem
from app.exchange.headers import normalise, squeeze, undecorated
from app.exchange.reading import ReadRequest, read_table
from app.exchange.table import Cell, Table, is_blank
from app.exchange.values.dates import DateReader, decide_order
from app.exchange.values.money import MoneyReader, decide_style
from app.insight.buying import Numbers
from app.insight.minimising import Floats
from app.jobs import Ticket

FREQUENCY = ("frequency", "x", "freq", "repeats", "repeatpurchases", "빈도", "재구매", "재구매횟수")
RECENCY = ("recency", "tx", "last", "lastpurchase", "최근성", "최근구매", "마지막구매")
AGE = ("t", "age", "tenure", "tcal", "observed", "관찰기간", "기간", "경과")
CUSTOMER = (
    "customer", "customerid", "customerno", "custid", "cust", "client", "clientid", "user",
    "userid", "buyer", "id", "name", "member", "memberid", "phone", "contact", "contactid",
    "고객", "고객번호", "고객id", "고객명", "손님", "회원", "회원번호", "회원명", "이름", "성함",
    "전화", "전화번호", "연락처", "휴대폰",
)  # fmt: skip
DATE = (
    "date", "day", "orderdate", "orderedat", "orderedon", "purchasedate", "invoicedate",
    "transactiondate", "timestamp", "datetime", "time", "soldon", "soldat", "saledate", "when",
    "createdat", "날짜", "일자", "구매일", "구매일자", "판매일", "판매일자", "주문일", "주문일자",
    "결제일", "결제일자", "거래일", "거래일자", "일시", "판매일시", "주문일시",
)  # fmt: skip
AMOUNT = (
    "amount", "total", "value", "sales", "revenue", "spend", "spent", "price", "sum", "paid",
    "monetary", "monetaryvalue", "dollarvalue", "ordertotal", "ordervalue", "orderamount", "net",
    "totalamount", "totalprice", "금액", "합계", "총액", "매출", "매출액", "결제금액", "판매금액",
    "주문금액", "구매금액", "실결제금액", "합계금액",
)  # fmt: skip
_ROUNDING = 1e-9
_SCANNED = 200  # rows that tell which columns hold numbers or days
_CURRENCY = "USD"  # one with decimals: an amount keeps those it was written with


@dataclass(frozen=True, slots=True)
class Summary:
    """Customers summed up: see `app.insight.buying` for what the columns mean."""

    x: Numbers
    last: Floats
    age: Floats


@dataclass(frozen=True, slots=True)
class Orders:
    """Rows of purchases: `customer[i]` is the place in `names` of who bought."""

    names: tuple[str, ...]
    customer: Numbers
    day: Numbers  # as date.toordinal counts
    amount: Floats
    failed: tuple[tuple[int, str], ...]  # lines that could not be read, and why


def read_summary(path: Path, language: str, ticket: Ticket) -> Summary:
    """Read frequency, recency and T of each customer; raise FileError for a row that has none."""
    table = _table(path, language, ticket, (FREQUENCY, RECENCY, AGE))
    places = _places(table, (FREQUENCY, RECENCY, AGE))
    if None in places:
        places = _by_content(table, places)
    x, last, age = (
        _figures(table, place, name)
        for place, name in zip(places, ("frequency", "recency", "T"), strict=True)
    )
    whole = np.rint(x)
    wrong = (x != whole) | (x < 0) | ((x == 0) & (last > 0))
    wrong |= (last < 0) | (last > age * (1 + _ROUNDING) + _ROUNDING)
    if wrong.any():
        line = table.lines[int(np.argmax(wrong))]
        raise FileError(FileProblem.NO_CUSTOMER_SUM, table.name, line=line)
    return Summary(whole.astype(np.int64), np.minimum(last, age), age)


def read_orders(path: Path, language: str, this_year: int, ticket: Ticket) -> Orders:
    """Read who bought, when and for how much; rows that cannot be read are listed."""
    table = _table(path, language, ticket, (CUSTOMER, DATE, AMOUNT))
    when, how_much = _places(table, (DATE, AMOUNT))
    who, when, how_much = _rest(table, _who(table), when, how_much)
    customers = [_name(row[who]) for row in table.rows]
    days = _days([row[when] for row in table.rows], table, language, this_year)
    amounts = _amounts([row[how_much] for row in table.rows])
    good, failed = [], [(row.line, row.reason) for row in table.failed]
    for at, line in enumerate(table.lines):
        if not customers[at]:
            failed.append((line, "no_name_or_phone"))
        elif days[at] is None:
            failed.append((line, "not_a_date"))
        elif amounts[at] is None:
            failed.append((line, "not_money"))
        else:
            good.append(at)
    names = sorted({customers[at] for at in good})
    code = {name: number for number, name in enumerate(names)}
    return Orders(
        tuple(names),
        np.array([code[customers[at]] for at in good], dtype=np.int64),
        np.array([days[at] for at in good], dtype=np.int64),
        np.array([amounts[at] for at in good], dtype=np.float64),
        tuple(sorted(failed)),
    )


def _table(path: Path, language: str, ticket: Ticket, wanted: tuple[Sequence[str], ...]) -> Table:
    known = {name for names in wanted for name in names}

    def knows(cells: Sequence[str]) -> float:
        filled = [cell for cell in cells if cell]
        return sum(_plain(cell) in known for cell in filled) / max(len(filled), 1)

    return read_table(path, ReadRequest(language=language), ticket, knows)


def _plain(header: str) -> str:
    return squeeze(undecorated(normalise(header)))


def _places(table: Table, wanted: Iterable[Sequence[str]]) -> list[int | None]:
    """Return which column has the best known name of each kind.

    Of 't' and 'T' side by side the small one is the recency.
    """
    headers = [_plain(header) for header in table.headers]
    if {"t", "T"} <= set(table.headers):
        headers[table.headers.index("t")] = "tx"
    found: list[int | None] = []
    for names in wanted:
        known = [name for name in names if name in headers]
        found.append(headers.index(known[0]) if known else None)
    return found


def _who(table: Table) -> int | None:
    """Return the column that names customers: of several the first in which one comes twice."""
    headers = [_plain(header) for header in table.headers]
    named = [headers.index(name) for name in CUSTOMER if name in headers]
    for place in named:
        if len({row[place] for row in table.rows}) < len(table.rows):
            return place
    return named[0] if named else None


def _by_content(table: Table, places: list[int | None]) -> list[int | None]:
    """Take the last three columns of numbers in order, where no name tells any of them."""
    named = [place for place in places if place is not None]
    numbers = [at for at in range(len(table.headers)) if _is_numbers(table, at)]
    if named or len(numbers) < 3:
        missing = ("frequency", "recency", "T")[places.index(None)]
        raise FileError(FileProblem.NO_SUCH_COLUMN, table.name, header=missing)
    return list(numbers[-3:])


def _rest(
    table: Table, who: int | None, when: int | None, how_much: int | None
) -> tuple[int, int, int]:
    """Return the three columns of purchases; what no name tells is told by what stands in it."""
    free = [at for at in range(len(table.headers)) if at not in (who, when, how_much)]
    if when is None:
        when = next((at for at in free if _is_days(table, at)), None)
        free = [at for at in free if at != when]
    if how_much is None:
        how_much = next((at for at in reversed(free) if _is_numbers(table, at)), None)
        free = [at for at in free if at != how_much]
    if who is None:
        who = next(iter(free), None)
    return (
        _needed(table, who, "customer"),
        _needed(table, when, "date"),
        _needed(table, how_much, "amount"),
    )


def _needed(table: Table, place: int | None, name: str) -> int:
    if place is None:
        raise FileError(FileProblem.NO_SUCH_COLUMN, table.name, header=name)
    return place


def _some(table: Table, place: int) -> list[Cell]:
    return [row[place] for row in table.rows[:_SCANNED] if not is_blank(row[place])]


def _is_numbers(table: Table, place: int) -> bool:
    cells = _some(table, place)
    return bool(cells) and all(_number(cell) is not None for cell in cells)


def _is_days(table: Table, place: int) -> bool:
    cells = _some(table, place)
    if not cells or all(isinstance(cell, float) for cell in cells):
        return False
    reader = DateReader(decide_order(cells, "en"), this_year=date.max.year)
    return all((day := reader.read(cell)) is not None and day.iso for cell in cells)


def _figures(table: Table, place: int | None, name: str) -> Floats:
    place = _needed(table, place, name)
    figures = np.empty(len(table.rows))
    for at, row in enumerate(table.rows):
        number = _number(row[place])
        if number is None:
            raise FileError(FileProblem.NO_CUSTOMER_SUM, table.name, line=table.lines[at])
        figures[at] = number
    return figures


def _number(cell: Cell) -> float | None:
    """Return a figure; the comma of '30,43' stands before decimals."""
    if isinstance(cell, bool) or cell is None:
        return None
    try:
        number = float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        try:
            number = float(str(cell).strip().replace(",", "."))
        except ValueError:
            return None
    return number if np.isfinite(number) else None


def _name(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))  # a number of a spreadsheet
    return "" if cell is None else str(cell).strip()


def _days(cells: Sequence[Cell], table: Table, language: str, this_year: int) -> list[int | None]:
    """Return each cell's day; the order of day and month is decided for all of them."""
    known: dict[Cell, int | None] = dict.fromkeys(cells)
    order = decide_order(known, language)
    reader = DateReader(order, this_year=this_year, date_1904=table.date_1904)
    for cell in known:
        day = reader.read(cell)
        known[cell] = date.fromisoformat(day.iso).toordinal() if day and day.iso else None
    return [known[cell] for cell in cells]


def _amounts(cells: Sequence[Cell]) -> list[float | None]:
    """Return each cell's amount; separators and decimals are decided for all of them."""
    style = decide_style(cells, _CURRENCY)
    reader = MoneyReader(style, _CURRENCY)
    known: dict[Cell, float | None] = dict.fromkeys(cells)
    for cell in known:
        known[cell] = _amount(cell, reader)
    return [known[cell] for cell in cells]


def _amount(cell: Cell, reader: MoneyReader) -> float | None:
    plain = isinstance(cell, str) and reader.style.decimal == "."
    if plain or isinstance(cell, (int, float)):
        try:
            number = float(cell)  # type: ignore[arg-type]
        except ValueError:
            pass
        else:
            return number if np.isfinite(number) and not isinstance(cell, bool) else None
    text = str(cell)
    for sign in "₩원￦":
        text = text.replace(sign, "")
    minor, _reason = reader.read(text)
    return None if minor is None else minor / 100
