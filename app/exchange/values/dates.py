"""Dates of a column: the order of day and month is decided once for all its cells.

A date has no time and no zone here and never shifts. Birthdays may lack their year
('--05-03') or be a year alone ('1990'), and may be counted by the lunar calendar.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.exchange.table import Cell
from app.exchange.values.dateforms import Written, taken_apart

_1900 = datetime.date(1899, 12, 30)  # right from 1 March 1900 on: Excel knows a 29 February 1900
_1904 = datetime.date(1904, 1, 1)
_LAST_SERIAL = 91_312  # the end of 2149
_ORDERS = {"ymd": (0, 1, 2), "dmy": (2, 1, 0), "mdy": (2, 0, 1)}  # where year, month, day stand


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How one column writes its dates; `ambiguous` when the cells alone could not tell."""

    short: str = "ymd"  # of 05-03-12: ymd, dmy or mdy
    day_first: bool = False  # of 05/03/2012 and 05/03
    packed: bool = False  # the column writes 900503: short numbers have lost leading zeros
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A date read from a cell: ISO text ('1990-05-03', '--05-03', '1990'), maybe lunar."""

    iso: str
    lunar: bool = False
    leap: bool = False  # in a leap month of the lunar calendar

    @property
    def calendar(self) -> str:
        """Return which calendar it is counted by: 'solar', 'lunar' or 'lunar_leap'."""
        return ("lunar_leap" if self.leap else "lunar") if self.lunar else "solar"


def decide_order(cells: Iterable[Cell], language: str, told: str = "") -> DateOrder:
    """Return the order that reads most of a column's cells; `told` ('dmy' …) settles it.

    Where several do and disagree, the language of the program decides (year first in Korean,
    then month first; day first between dots) and the order is marked ambiguous.
    """
    kinds: dict[str, set[Written]] = {"last": set(), "short": set(), "two": set()}
    packed = False
    for cell in cells:
        seen = taken_apart(cell)
        if seen.form in kinds:
            kinds[seen.form].add(seen)
        elif seen.form == "packed":
            packed = True
    if told:
        return DateOrder(told, day_first=told == "dmy", packed=packed)
    days = _day_first(kinds["last"] | kinds["two"])
    short, unsure = _short_order(kinds["short"], "ymd" if language == "ko" else "mdy", days)
    if days is None and kinds["short"] and not unsure and short != "ymd":
        days = short == "dmy"
    # In Korean 5/3 is the third of May without a second thought.
    open_questions = kinds["last"] | (set() if language == "ko" else kinds["two"])
    unsure = unsure or (days is None and any(_disagree(seen) for seen in open_questions))
    if days is None:
        days = any(seen.dotted for seen in kinds["last"]) or (
            bool(kinds["short"]) and short == "dmy"
        )
    return DateOrder(short, day_first=days, packed=packed, ambiguous=unsure)


def _day_first(seen: Iterable[Written]) -> bool | None:
    """Return whether the day comes first in 'last' and 'two'; None if no cell tells."""
    votes: Counter[bool] = Counter()
    for one in seen:
        first, second = one.numbers[:2]
        if first > 12 >= second:
            votes[True] += 1
        elif second > 12 >= first:
            votes[False] += 1
    if votes[True] == votes[False]:
        return None
    return votes[True] > votes[False]


def _short_order(
    seen: set[Written],
    usual: str,
    days: bool | None,  # noqa: FBT001 - unknown is a third answer
) -> tuple[str, bool]:
    """Return the order of 05-03-12 and whether that was a guess."""
    if not seen:
        return usual, False
    right = {order: sum(_is_day(_placed(one, order)) for one in seen) for order in _ORDERS}
    best = [order for order in _ORDERS if right[order] == max(right.values())]
    if len(best) == 1:
        return best[0], False
    if days is not None and (wanted := "dmy" if days else "mdy") in best:
        return wanted, False
    chosen = usual if usual in best else best[0]
    return chosen, any(len({_placed(one, order) for order in best}) > 1 for one in seen)


def _disagree(seen: Written) -> bool:
    first, second = seen.numbers[:2]
    return first != second and first <= 12 and second <= 12


def _placed(seen: Written, order: str) -> tuple[int, int, int]:
    year, month, day = (seen.numbers[place] for place in _ORDERS[order])
    return year, month, day


def _is_day(numbers: tuple[int, int, int]) -> bool:
    year, month, day = numbers
    return _exists(2000 + year if year < 100 else year, month, day)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads the cells of one column once its order is known.

    `this_year` gives two-digit years their century: none lies in the future.
    """

    order: DateOrder
    this_year: int
    date_1904: bool = False
    partial: bool = False  # accept '--05-03' and '1990', as birthdays may be
    lunar: bool = False  # the whole column is counted by the moon

    def read(self, cell: Cell) -> Day | None:
        """Return the date in a cell; None if it holds none. A blank cell gives Day('')."""
        seen = taken_apart(cell)
        if seen.form == "blank":
            return Day("")
        if self.lunar:
            seen = seen._replace(lunar=True)
        iso = self._iso(seen)
        return Day(iso, seen.lunar, seen.leap) if iso else None

    def _iso(self, seen: Written) -> str | None:
        form, numbers = seen.form, seen.numbers
        if form in ("serial", "digits", "y"):
            return self._from_number(seen)
        if form == "short":
            numbers = _placed(seen, self.order.short)
        elif form == "last":
            numbers = (numbers[2], *self._month_day(*numbers[:2]))
        elif form == "two":
            numbers = self._month_day(*numbers)
        if len(numbers) == 3:
            return self._full(*numbers, lunar=seen.lunar)
        return self._yearless(*numbers, lunar=seen.lunar) if numbers else None

    def _month_day(self, first: int, second: int) -> tuple[int, int]:
        """Put two numbers in order; a pair the column's order cannot read is not turned round."""
        return (second, first) if self.order.day_first else (first, second)

    def _century(self, year: int) -> int:
        if year >= 100:
            return year
        return year + (self.this_year // 100 * 100) - (100 if year > self.this_year % 100 else 0)

    def _full(self, year: int, month: int, day: int, *, lunar: bool) -> str | None:
        year = self._century(year)
        if not 1850 <= year <= 2150:
            return None
        # A lunar month has up to 30 days, whatever its number.
        right = 1 <= month <= 12 and 1 <= day <= 30 if lunar else _exists(year, month, day)
        return f"{year:04}-{month:02}-{day:02}" if right else None

    def _yearless(self, month: int, day: int, *, lunar: bool) -> str | None:
        full = self._full(2000, month, day, lunar=lunar) if self.partial else None  # a leap year
        return f"-{full[4:]}" if full else None

    def _from_serial(self, days: int) -> str | None:
        if not 0 < days <= _LAST_SERIAL:
            return None
        if self.date_1904:
            return (_1904 + datetime.timedelta(days)).isoformat()
        return (_1900 + datetime.timedelta(days + (days < 60))).isoformat()

    def _from_number(self, seen: Written) -> str | None:
        """Read 32996 (a serial), 1990 (a year), 503 and 1203 (month and day), 50503 (packed)."""
        number = seen.numbers[0]
        if seen.form == "y":
            return str(self._century(number)) if self.partial else None
        if seen.form == "digits" and self.order.packed and not 1900 <= number <= self.this_year:
            packed = number // 10_000, number // 100 % 100, number % 100
            if iso := self._full(*packed, lunar=seen.lunar):
                return iso
        if number >= 10_000:
            return self._from_serial(number)
        if 1850 <= number <= 2150:
            return str(number) if self.partial else None
        return self._yearless(number // 100, number % 100, lunar=seen.lunar)
