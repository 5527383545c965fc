"""One column of a file at work: each different cell is read once, odd ones are remembered."""

import datetime
import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from app.exchange import own_format
from app.exchange.matches import ColumnMatch
from app.exchange.table import Cell, Table
from app.exchange.values.choices import read_choice, refuses
from app.exchange.values.dates import DateOrder, DateReader, decide_order
from app.exchange.values.lists import split_list, split_tags
from app.exchange.values.money import MoneyReader, MoneyStyle, decide_style, read_count
from app.exchange.values.names import tidy_name
from app.exchange.values.texts import own_text_of, says_nothing, text_of, without_resident_numbers

T = TypeVar("T")
R = TypeVar("R")
Day = tuple[str, str]  # ISO text; the calendar: solar, lunar or lunar_leap
TAG_LIMIT = 100
_CACHED = 50_000  # different cells remembered per column
_OWN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|--\d{2}-\d{2}|\d{4}")
_MASKED = re.compile(r"[*●]{2}")


class Marked(NamedTuple):
    """What a reader returns for an odd cell: a value, why it is odd, a text to keep in a note."""

    value: Any
    reason: str
    kept: str = ""


class _Known(dict[Cell, Any]):
    """Values by cell, read when first asked for."""

    def __init__(self, read: Callable[[Cell], object]) -> None:
        super().__init__()
        self.read = read
        self.odd: dict[Cell, Marked] = {}

    def __missing__(self, cell: Cell) -> object:
        value = self.read(cell)
        if type(value) is Marked:
            self.odd[cell] = value
            value = value.value
        self[cell] = value
        return value


class Column(Generic[T]):
    """A column with its reader; `values` keeps the order of the rows."""

    def __init__(
        self, match: ColumnMatch, read: Callable[[Cell], T | Marked], known: _Known | None = None
    ) -> None:
        """Read by `read`; `known` are cells that an earlier column read in the same way."""
        self.match = match
        self._known = _Known(read) if known is None else known

    def values(self, rows: Sequence[Sequence[Cell]]) -> list[T]:
        """Return one value per row."""
        known, index = self._known, self.match.index
        if len(known) > _CACHED:
            known.clear()
            known.odd.clear()
        return list(map(known.__getitem__, map(itemgetter(index), rows)))

    def marks(self, rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, Marked]]:
        """Yield (place in `rows`, mark) of the odd cells of the rows just read."""
        odd, index = self._known.odd, self.match.index
        if odd:
            for place, row in enumerate(rows):
                if row[index] in odd:
                    yield place, odd[row[index]]


Memory = dict[tuple[object, ...], Any]
"""What was found out about the cells of one table, for the next time they are read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the cells of one table are read: for which shop, and whether Dangol wrote them.

    What is in `memory` was found by another reading of the very same table for the same shop.
    """

    table: Table
    country: str
    currency: str
    language: str
    this_year: int
    own: bool
    escaped: bool
    memory: Memory | None = None
    photos: Container[str] = frozenset()  # those that lie in the shop's folder

    def column(
        self, match: ColumnMatch, read: Callable[[Cell], T | Marked], use: str = ""
    ) -> Column[T]:
        """Return the column with its reader; `use` tells apart two readers of one column."""
        how = ("cells", match.index, match.target, match.rule, use)
        return Column(match, read, self.remembered(how, lambda: _Known(read)))

    def remembered(self, what: tuple[object, ...], find: Callable[[], R]) -> R:
        """Return what `find` finds, at once where an earlier reading has kept it."""
        if self.memory is None:
            return find()
        if what not in self.memory:
            self.memory[what] = find()
        found: R = self.memory[what]
        return found

    def _cells(
        self, match: ColumnMatch, read: Callable[[Cell], Cell] = lambda cell: cell
    ) -> set[Cell]:
        return {read(row[match.index]) for row in self.table.rows}

    def text(self, cell: Cell) -> str:
        """Return a cell as text: exactly in our own files, cleaned up in others."""
        if not self.own:
            return text_of(cell)
        if self.escaped and type(cell) is str:
            return own_text_of(own_format.unescape(cell))
        return own_text_of(cell)

    def raw(self, cell: Cell) -> Cell:
        """Return a cell with our own escaping taken back."""
        return own_format.unescape(cell) if self.escaped and type(cell) is str else cell

    def optional(self, cell: Cell) -> str | None:
        """Return a cell as text, None for a blank one."""
        return self.text(cell) or None

    def name(self, cell: Cell) -> str | None:
        """Return a name; in foreign files without a polite 님."""
        text = self.text(cell)
        return (text if self.own else tidy_name(text)) or None

    def kept(self, cell: Cell) -> str | Marked:
        """Return a text for a note; resident numbers are starred out in foreign files."""
        text = self.text(cell)
        safe = text if self.own else without_resident_numbers(text)
        return text if safe == text else Marked(safe, "resident_number_removed")

    def note_cell(self, cell: Cell) -> str:
        """Return one cell of our own notes, which may go on in the next column."""
        raw = self.raw(cell)
        return raw if type(raw) is str else self.text(raw)

    def odd(self, value: object, reason: str, cell: Cell) -> Marked:
        """Return a mark that keeps the cell's text in a note."""
        return Marked(value, reason, without_resident_numbers(self.text(cell)))

    def choice(self, choice: str, reason: str) -> Callable[[Cell], str | Marked | None]:
        """Return a reader of codes; an unknown word is kept in a note."""

        def read(cell: Cell) -> str | Marked | None:
            code = read_choice(choice, self.raw(cell))
            return self.odd(None, reason, cell) if code is None else code or None

        return read

    def consent(self, rules: dict[str, str]) -> Callable[[Cell], str | Marked | None]:
        """Return a reader of granted or denied.

        Inverse columns ('opted out') only ever deny.
        """
        if "withdrawn" in rules:
            return lambda cell: None if says_nothing(self.text(cell)) else "denied"
        if "inverse" not in rules:
            return self.choice("consent", "consent_unclear")

        def inverse(cell: Cell) -> str | Marked | None:
            refused = refuses(self.raw(cell))
            if refused is None:
                return self.odd(None, "consent_unclear", cell)
            return "denied" if refused else None

        return inverse

    def dates(self, order: DateOrder, *, partial: bool, lunar: bool = False) -> DateReader:
        """Return a reader of dates in this table; `partial` for birthdays."""
        early = self.table.date_1904
        return DateReader(order, self.this_year, date_1904=early, partial=partial, lunar=lunar)

    def day(
        self, match: ColumnMatch, problems: list[tuple[str, str]]
    ) -> Callable[[Cell], Day | Marked | None]:
        """Return a reader of dates, after deciding the order of the whole column.

        An order that had to be guessed is added to `problems`.
        """
        told = match.rules.get("order", "")
        order = self.remembered(
            ("order", match.index, told),
            lambda: decide_order(self._cells(match, self.raw), self.language, told),
        )
        if order.ambiguous:
            problems.append((match.header, "date_ambiguous"))
        lunar = "lunar" in match.rules
        reader = self.dates(order, partial=match.target == "birthday", lunar=lunar)

        def read(cell: Cell) -> Day | Marked | None:
            raw = self.raw(cell)
            if isinstance(raw, datetime.date):
                return raw.isoformat()[:10], "lunar" if lunar else "solar"
            if self.own and type(raw) is str and _OWN_DAY.fullmatch(raw):
                return raw, "solar"
            day = reader.read(raw)
            if day is None:
                return self.odd(None, "not_a_date", cell)
            return (day.iso, day.calendar) if day.iso else None

        return read

    def money(
        self, match: ColumnMatch, problems: list[tuple[str, str]]
    ) -> Callable[[Cell], int | Marked | None]:
        """Return a reader of minor units, after deciding the separators of the whole column."""
        style = MoneyStyle()
        if not self.own:
            style = self.remembered(
                ("style", match.index), lambda: decide_style(self._cells(match), self.currency)
            )
        if style.ambiguous:
            problems.append((match.header, "money_ambiguous"))
        reader = MoneyReader(style, self.currency)

        def read(cell: Cell) -> int | Marked | None:
            minor, reason = reader.read(self.raw(cell))
            return self.odd(None, reason, cell) if reason else minor

        return read

    def count(self, cell: Cell) -> int | Marked | None:
        """Return a whole number of visits."""
        number, reason = read_count(self.raw(cell))
        return self.odd(None, reason, cell) if reason else number

    def tags(self, cell: Cell) -> tuple[str, ...] | Marked:
        """Return the tags of a cell; one too long to be a tag is kept in a note."""
        text = self.text(cell)
        tags = tuple(split_list(text)) if self.own else split_tags(text)
        if any(len(tag) > TAG_LIMIT for tag in tags):
            fitting = tuple(tag for tag in tags if len(tag) <= TAG_LIMIT)
            return self.odd(fitting, "tag_too_long", cell)
        return tags

    def external(self, system: str) -> Callable[[Cell], tuple[tuple[str, str], ...]]:
        """Return a reader of (system, value); '' reads our own list of 'system:value'.

        A starred-out id knows nobody and is left out.
        """

        def read(cell: Cell) -> tuple[tuple[str, str], ...]:
            text = self.text(cell)
            if system:
                return ((system, text),) if text and not _MASKED.search(text) else ()
            pairs = (item.partition(":") for item in split_list(text))
            return tuple((name, value) for name, _colon, value in pairs if name and value)

        return read

    def photo(self, cell: Cell) -> str | Marked | None:
        """Return the photo that our own files name by what is in it; no picture is ever opened."""
        text = self.text(cell)
        if says_nothing(text):
            return None
        if self.own and text in self.photos:
            return text
        return Marked(None, "photo_not_here") if self.own else self.odd(None, "file_not_read", cell)

    def contact_id(self, cell: Cell) -> int | Marked | None:
        """Return the id in a cell of our own id column."""
        text = self.text(cell)
        number = own_format.decode_id(text)
        return Marked(None, "id_unreadable") if text and number is None else number
