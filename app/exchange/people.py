"""Rows of a mapped table become people: read column by column, put together row by row."""

import datetime
from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any

from app.exchange import own_format
from app.exchange.birthdays import Birthdays
from app.exchange.bonds import Bonds
from app.exchange.columns import Column, Memory, Reading
from app.exchange.consents import Consents
from app.exchange.fields import CUSTOM, OWN_FIELD
from app.exchange.matches import ColumnMatch, Mapping
from app.exchange.naming import Naming
from app.exchange.own_fields import OwnFields, Values, nobody
from app.exchange.parsed import ParsedRow, Point
from app.exchange.reach import Reach
from app.exchange.remarks import Remarks, merged
from app.exchange.table import Cell, Table
from app.jobs import Ticket
from db.keys import clean
from db.staging import SCALARS

__all__ = ["SCALARS", "ParsedRow", "People", "Point", "parse_people"]

Rows = Sequence[Sequence[Cell]]
NAME_LIMIT = 200
_BLOCK = 256  # rows read at once; few, so that the garbage collector sees them come and go
_TEXTS = (
    "nickname", "prefix", "number", "department", "job_title", "source", "likes", "dislikes",
)  # fmt: skip
_DAYS = ("first_seen_on", "last_visit_on")
_KEPT = (CUSTOM, "owner")  # a contact has no place for them: they stay as lines of a note
_NAME, _KIND = SCALARS.index("name"), SCALARS.index("kind")


def parse_people(
    table: Table,
    mapping: Mapping,
    *,
    country: str = "KR",
    currency: str = "KRW",
    language: str = "ko",
    ticket: Ticket | None = None,
    today: datetime.date | None = None,
    memory: Memory | None = None,
    own_fields: OwnFields | None = None,
    photos: Container[str] = frozenset(),
) -> "People":
    """Return the people of a table, one per row and in its order.

    `country` and `currency` are the shop's; `language` decides dates that could be read either
    way; `today` gives two-digit years their century. Columns mapped to 'ignore' and 'never' are
    not touched. `memory` is kept between readings of the very same table; `photos` are those that
    lie in the shop's folder. May raise
    CancelledError while it runs; nothing in a cell is ever an error.
    """
    day = today or datetime.datetime.now(tz=datetime.UTC).date()
    own = bool(table.header_line) and own_format.is_own(table.headers)
    reading = Reading(
        table=table,
        country=country,
        currency=currency,
        language=language,
        this_year=day.year,
        own=own,
        escaped=own and own_format.is_escaped(table.headers),
        memory=memory,
        photos=photos,
    )
    own_fields = own_fields or OwnFields((), mapping, nobody)
    return People(table, mapping, reading, ticket or Ticket(), own_fields)


class People(Iterator[ParsedRow]):
    """Iterates over the people of a table, reading some hundred rows ahead.

    `column_problems` are (header, reason) about whole columns, such as dates whose order had to
    be guessed; they are known before the first row.
    """

    def __init__(
        self,
        table: Table,
        mapping: Mapping,
        reading: Reading,
        ticket: Ticket,
        own_fields: OwnFields,
    ) -> None:
        self.column_problems: list[tuple[str, str]] = []
        self._table = table
        self._ticket = ticket
        self._naming = Naming(reading, mapping)
        self._birthdays = Birthdays(reading, mapping, self.column_problems)
        self._consents = Consents(reading, mapping)
        self._reach = Reach(reading, mapping)
        self._bonds = Bonds(reading, mapping, own_fields.people)
        self._singles: dict[str, list[Column[Any]]] = {}
        self._lists: dict[str, list[Column[Any]]] = {"tag": [], "external_id": [], "note": []}
        self._own_notes: list[Column[str]] = []
        self._lines: list[tuple[Column[str], Column[str] | None]] = []
        self._custom: list[Column[Values]] = []
        self.own_fields = own_fields
        labels = {m.target: m for m in mapping.columns if m.target.startswith("label:")}
        for match in mapping.columns:
            own = own_fields.column(match, reading, self.column_problems)
            if own:
                self._custom.append(own)
            elif match.target in _KEPT or match.target.startswith(OWN_FIELD):
                label = labels.get(f"label:{match.index}")
                naming = reading.column(label, reading.text, "text") if label else None
                self._lines.append((reading.column(match, reading.kept), naming))
            else:
                self._add(match, reading)
        self._rows = self._read()

    def __iter__(self) -> Iterator[ParsedRow]:
        return self._rows

    def __next__(self) -> ParsedRow:
        return next(self._rows)

    def _add(self, match: ColumnMatch, reading: Reading) -> None:
        """Give a column its reader, unless a part like `Naming` reads it already."""
        target = match.target
        if "own" in match.rules and reading.own:
            self._own_notes.append(reading.column(match, reading.note_cell))
        elif target == "tag":
            self._lists["tag"].append(reading.column(match, reading.tags))
        elif target == "note":
            self._lists["note"].append(reading.column(match, reading.kept))
        elif target.startswith("external_id"):
            read = reading.external(target.partition(":")[2])
            self._lists["external_id"].append(reading.column(match, read))
        elif find := self._readers(reading).get(target):
            self._singles.setdefault(target, []).append(reading.column(match, find(match)))

    def _readers(self, reading: Reading) -> dict[str, Callable[[ColumnMatch], Any]]:
        """Return what makes the reader of each target a contact has one of."""
        return {
            **dict.fromkeys(_TEXTS, lambda _match: reading.optional),
            **dict.fromkeys(_DAYS, lambda match: reading.day(match, self.column_problems)),
            "gender": lambda _match: reading.choice("gender", "gender_unclear"),
            "opening_total": lambda match: reading.money(match, self.column_problems),
            "opening_visits": lambda _match: reading.count,
            "id": lambda _match: reading.contact_id,
            "photo": lambda _match: reading.photo,
        }

    def _read(self) -> Iterator[ParsedRow]:
        rows, lines = self._table.rows, self._table.lines
        for start in range(0, len(rows), _BLOCK):
            self._ticket.advance(start, len(rows))
            yield from self._block(rows[start : start + _BLOCK], lines[start : start + _BLOCK])
        self._ticket.advance(len(rows), len(rows))

    def _block(self, rows: Rows, lines: Sequence[int]) -> list[ParsedRow]:
        remarks = Remarks()
        scalars: dict[str, Sequence[Any]] = dict(self._naming.read(rows, remarks))
        scalars["birthday"], scalars["birthday_calendar"] = self._birthdays.read(rows, remarks)
        scalars |= self._consents.read(rows, remarks)
        for target, columns in self._singles.items():
            scalars[target] = merged(columns, rows, remarks)
        for target in _DAYS:
            if target in scalars:
                scalars[target] = [day and day[0] for day in scalars[target]]
        points = self._reach.points(rows)
        remarks.collect(self._reach.columns, rows)
        blank = [None] * len(rows)
        found = list(
            map(
                ParsedRow,
                lines,
                scalars.get("id", blank),
                zip(*(scalars.get(name, blank) for name in SCALARS), strict=True),
                points,
                self._joined("tag", rows, remarks),
                self._notes(rows, remarks),
                self._joined("external_id", rows, remarks),
            )
        )
        self._finish(found, rows, remarks)
        return found

    def _joined(self, target: str, rows: Rows, remarks: Remarks) -> list[list[Any]]:
        """Return the items of all columns of a target, each once."""
        columns = self._lists[target]
        if not columns:
            return [[] for _row in rows]
        values = [column.values(rows) for column in columns]
        remarks.collect(columns, rows)
        if len(values) == 1:
            return [list(items) for items in values[0]]
        together = (
            [item for items in cells for item in items] for cells in zip(*values, strict=True)
        )
        return [list(dict.fromkeys(items)) for items in together]

    def _notes(self, rows: Rows, remarks: Remarks) -> list[list[str]]:
        columns = self._lists["note"]
        values = [column.values(rows) for column in columns]
        remarks.collect(columns, rows)
        if self._own_notes:
            own = zip(*(column.values(rows) for column in self._own_notes), strict=True)
            texts = (clean("".join(parts)) for parts in own)
            notes = [own_format.split_notes(text) if text else [] for text in texts]
        elif len(values) == 1:
            return [[text] if text else [] for text in values[0]]
        else:
            notes = [[] for _row in rows]
        for found, cells in zip(notes, zip(*values, strict=True), strict=False):
            found.extend(dict.fromkeys(text for text in cells if text and text not in found))
        return notes

    def _finish(self, found: list[ParsedRow], rows: Rows, remarks: Remarks) -> None:
        """Add what only some rows have: kept texts, problems, a name out of a phone, a failure."""
        for own in self._custom:
            self._take_custom(own, found, rows, remarks)
        self._bonds.read(found, rows, remarks)
        for column, naming in self._lines:
            self._keep(column, naming, rows, remarks)
        for place, note in remarks.notes().items():
            found[place].notes.append(note)
        for place, problems in remarks.problems.items():
            found[place].problems = problems
        for row in found:
            name = row.scalars[_NAME]
            if name is None:
                _name_by_reach(row)
            elif len(str(name)) > NAME_LIMIT:
                row.failure = "name_too_long"

    def _take_custom(
        self, column: Column[Values], found: list[ParsedRow], rows: Rows, remarks: Remarks
    ) -> None:
        """Give the rows their values; of two columns for one field the first that is filled."""
        for place, values in enumerate(column.values(rows)):
            there = {cell[0] for cell in found[place].custom}
            if values and values[0][0] not in there:
                found[place].custom.extend(dict.fromkeys(values))
        remarks.collect((column,), rows)

    def _keep(
        self, column: Column[str], naming: Column[str] | None, rows: Rows, remarks: Remarks
    ) -> None:
        headers = naming.values(rows) if naming else None
        for place, text in enumerate(column.values(rows)):
            if text:
                header = headers[place].removeprefix("* ") if headers else ""
                remarks.keep(place, column.match, text, header or None)
        remarks.collect((column,), rows)


def _name_by_reach(row: ParsedRow) -> None:
    """Call somebody without a name by the nickname, the first phone or the e-mail."""
    reached = [point[2] for kind in ("phone", "email") for point in row.points if point[0] == kind]
    known = [str(name) for name in (row.scalar("nickname"), *reached) if name]
    name = next((name for name in known if len(name) <= NAME_LIMIT), None)
    if name is None:
        row.failure = "name_too_long" if known else "no_name_or_phone"
        return
    row.scalars = (*row.scalars[:_NAME], name, *row.scalars[_NAME + 1 :])
