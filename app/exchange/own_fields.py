"""Columns of a file that go to fields of the shop's own, also to fields made on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from app.custom_texts import both_names, find_choice
from app.custom_values import LARGEST, MICRO, TEXT_LIMIT
from app.exchange.columns import Column, Day, Marked, Reading
from app.exchange.fields import NEW_FIELD, OWN_FIELD
from app.exchange.headers import normalise
from app.exchange.matches import ColumnMatch, Mapping
from app.exchange.own_format import decode_id, unescape
from app.exchange.parsed import CustomCell
from app.exchange.table import Cell, text_of
from app.exchange.values.choices import read_choice
from app.exchange.values.dates import DateReader, decide_order
from app.exchange.values.lists import split_list, split_tags
from app.exchange.values.money import decide_style
from app.exchange.values.numbers import read_number
from app.exchange.values.texts import says_nothing
from app.shapes.custom_fields import FieldRow
from db.ids import meaning_id
from db.keys import clean

LABEL_LIMIT = 200
MOST_CHOICES = 12  # different values at which a column still looks like one of choices
SHORT = 30  # letters of a value that may be a choice
_MARKED = re.compile(r"(.*?)\s*\[([0-9A-Z]{13})\]", re.DOTALL)
_MONEY = re.compile(r"[₩$€£¥원]")
_AMOUNT = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)*[억만천백]?)+")
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)*")

People = Callable[[set[str]], dict[str, list[int]]]  # names -> ids of who is called so
Values = tuple[CustomCell, ...]


def nobody(_names: set[str]) -> dict[str, list[int]]:
    """Know nobody by name: for reading a file without a shop."""
    return {}


def marked(label: str, encoded: str) -> str:
    """Return a label that says by an id which one is meant."""
    return f"{label} [{encoded}]"


def unmarked(text: str) -> tuple[str, int | None]:
    """Return the label and the id of `marked`; None for a text without one."""
    found = _MARKED.fullmatch(text.strip())
    number = decode_id(found[2]) if found else None
    return (found[1], number) if found and number is not None else (text, None)


def field_of_header(header: str, fields: Iterable[FieldRow]) -> FieldRow | None:
    """Return the field a header is the label of, in either language."""
    _label, number = unmarked(header)
    written = {normalise(header), normalise(unescape(header))} - {""}
    for field in fields:
        labels = {normalise(label) for label in (field.label_ko, field.label_en) if label}
        if field.id == number or labels & written:
            return field
    return None


def kind_of(cells: Sequence[Cell], language: str, year: int) -> str:
    """Return the kind of field that holds what stands in a column."""
    texts = [text_of(cell).strip() for cell in cells]
    texts = [text for text in texts if not says_nothing(text)]
    if not texts:
        return "text"
    reader = DateReader(decide_order(list(cells), language), year, partial=False)
    fits: dict[str, Callable[[], bool]] = {
        "yes_no": lambda: all(read_choice("consent", t) in ("granted", "denied") for t in texts),
        "money": lambda: (
            any(map(_MONEY.search, texts))
            and all(_AMOUNT.fullmatch(_MONEY.sub("", text).strip()) for text in texts)
        ),
        "number": lambda: all(map(_PLAIN.fullmatch, texts)),
        "date": lambda: all((day := reader.read(c)) and len(day.iso) == 10 for c in cells),
    }
    return next((kind for kind, fit in fits.items() if fit()), _chosen_kind(texts))


def _chosen_kind(texts: Sequence[str]) -> str:
    """Return the kind of words: of few short ones that come again one can choose."""
    items = [item for text in texts for item in split_tags(text)]
    different = len(set(items))
    few = different <= MOST_CHOICES and different < len(texts) >= 2 * min(different, 3)
    if not few or max(map(len, items), default=0) > SHORT:
        return "text"
    return "choices" if len(items) > len(texts) else "choice"


class OwnFields:
    """Reads cells for the shop's own fields; knows which fields and choices have to be made."""

    def __init__(self, fields: Sequence[FieldRow], mapping: Mapping, people: People) -> None:
        """`fields` are all of the shop, retired ones too."""
        self.people = people
        self._fields = {field.id: field for field in fields}
        self._targets: dict[int, FieldRow] = {}
        self.new_fields: list[FieldRow] = []
        self.new_choices: dict[int, tuple[int, str]] = {}  # id: field, name
        for match in mapping.columns:
            if (field := self._target(match)) is not None:
                self._targets[match.index] = field

    def needed(
        self,
    ) -> tuple[list[tuple[int, str, str, str]], list[tuple[int, int, str, str]]]:
        """Return the fields and the choices to be made: (id, kind or field, both names)."""
        fields = [(f.id, f.kind, f.label_ko, f.label_en) for f in self.new_fields]
        choices = [
            (choice_id, field_id, *both_names(name))
            for choice_id, (field_id, name) in self.new_choices.items()
        ]
        return fields, choices

    def column(
        self, match: ColumnMatch, reading: Reading, problems: list[tuple[str, str]]
    ) -> Column[Values] | None:
        """Return the reader of a column; None where it goes to no field of the shop's own."""
        field = self._targets.get(match.index)
        if field is None:
            return None
        return reading.column(match, self._reader(field, match, reading, problems))

    def _target(self, match: ColumnMatch) -> FieldRow | None:
        if match.target.startswith(NEW_FIELD):
            return self._made(match.header, match.target.rpartition(":")[2])
        number = match.target.removeprefix(OWN_FIELD)
        return self._fields.get(int(number)) if number.isdecimal() else None

    def _made(self, header: str, kind: str) -> FieldRow:
        label = clean(header)[:LABEL_LIMIT] or "?"
        made = next((f for f in self.new_fields if label in (f.label_ko, f.label_en)), None)
        if made is not None:
            return made
        number, field_id = 1, meaning_id("field", normalise(label))
        while field_id in self._fields:  # somebody has given that field another name
            number += 1
            field_id = meaning_id("field", normalise(label), number)
        korean, english = both_names(label)
        field = FieldRow(field_id, kind, korean, english, in_list=False, retired=False, choices=())
        self.new_fields.append(field)
        return field

    def _reader(
        self,
        field: FieldRow,
        match: ColumnMatch,
        reading: Reading,
        problems: list[tuple[str, str]],
    ) -> Callable[[Cell], Values | Marked]:
        readers: dict[str, Callable[[], Callable[[Cell], Values | Marked]]] = {
            "number": lambda: self._numbers(field, match, reading),
            "money": lambda: self._amounts(field, reading.money(match, problems)),
            "date": lambda: self._days(field, reading, reading.day(match, problems)),
            "yes_no": lambda: self._answers(field, reading),
            "choice": lambda: self._chosen(field, reading),
            "choices": lambda: self._chosen(field, reading),
            "person": lambda: self._persons(field, match, reading),
            "file": lambda: self._files(reading),
        }
        return readers.get(field.kind, lambda: self._texts(field, reading))()

    def _texts(self, field: FieldRow, reading: Reading) -> Callable[[Cell], Values | Marked]:
        def read(cell: Cell) -> Values | Marked:
            kept = reading.kept(cell)
            text, reason = (kept.value, kept.reason) if isinstance(kept, Marked) else (kept, "")
            text = clean(text)
            if len(text) > TEXT_LIMIT:
                return reading.odd((), "text_too_long", cell)
            values = (_cell(field, text=text),) if text else ()
            return Marked(values, reason) if reason else values

        return read

    def _numbers(
        self, field: FieldRow, match: ColumnMatch, reading: Reading
    ) -> Callable[[Cell], Values | Marked]:
        decimal = "."
        if not reading.own:
            decimal = decide_style((row[match.index] for row in reading.table.rows), "USD").decimal

        def read(cell: Cell) -> Values | Marked:
            text = unicodedata.normalize("NFKC", text_of(reading.raw(cell))).strip()
            if says_nothing(text):
                return ()
            number = read_number(text, decimal)
            scaled = None if number is None else number * MICRO
            if scaled is None or scaled != int(scaled) or abs(scaled) >= LARGEST:
                return reading.odd((), "not_a_number", cell)
            return (_cell(field, number=int(scaled)),)

        return read

    def _amounts(
        self, field: FieldRow, read_money: Callable[[Cell], int | Marked | None]
    ) -> Callable[[Cell], Values | Marked]:
        def read(cell: Cell) -> Values | Marked:
            minor = read_money(cell)
            if isinstance(minor, Marked):
                return minor._replace(value=())
            return () if minor is None else (_cell(field, number=minor),)

        return read

    def _days(
        self,
        field: FieldRow,
        reading: Reading,
        read_day: Callable[[Cell], Day | Marked | None],
    ) -> Callable[[Cell], Values | Marked]:
        def read(cell: Cell) -> Values | Marked:
            day = read_day(cell)
            if isinstance(day, Marked):
                return day._replace(value=())
            if day is None:
                return ()
            if day[1] != "solar" or len(day[0]) != 10:  # by the moon, or without a year
                return reading.odd((), "not_a_date", cell)
            return (_cell(field, text=day[0]),)

        return read

    def _answers(self, field: FieldRow, reading: Reading) -> Callable[[Cell], Values | Marked]:
        def read(cell: Cell) -> Values | Marked:
            answer = read_choice("consent", reading.raw(cell))
            if answer is None:
                return reading.odd((), "yes_no_unclear", cell)
            return (_cell(field, number=int(answer == "granted")),) if answer else ()

        return read

    def _chosen(self, field: FieldRow, reading: Reading) -> Callable[[Cell], Values | Marked]:
        many = field.kind == "choices"

        def read(cell: Cell) -> Values | Marked:
            text = clean(reading.text(cell))
            if not text or (not reading.own and says_nothing(text)):
                return ()
            names: Sequence[str] = (text,)
            if many:
                names = split_list(text) if reading.own else split_tags(text)
            if any(len(name) > LABEL_LIMIT for name in names):
                return reading.odd((), "not_a_choice", cell)
            return tuple(_cell(field, choice=self._choice(field, name)) for name in names)

        return read

    def _choice(self, field: FieldRow, name: str) -> int:
        found = find_choice(field, name)
        if found is None:
            found = meaning_id("choice", field.id, name.casefold())
            if found not in {choice.id for choice in field.choices}:
                self.new_choices.setdefault(found, (field.id, name))
        return found

    def _persons(
        self, field: FieldRow, match: ColumnMatch, reading: Reading
    ) -> Callable[[Cell], Values | Marked]:
        texts = {clean(reading.text(row[match.index])) for row in reading.table.rows}
        called = self.people({text for text in texts if text})

        def read(cell: Cell) -> Values | Marked:
            text = clean(reading.text(cell))
            if not text:
                return ()
            _name, number = unmarked(text)
            ids = [number] if number is not None else called.get(text, [])
            if len(ids) != 1 or ids[0] is None:
                return reading.odd((), "person_unclear", cell)
            return (_cell(field, person=ids[0]),)

        return read

    def _files(self, reading: Reading) -> Callable[[Cell], Values | Marked]:
        """Never open what a cell names: in our own files it is a mere name, elsewhere a note."""

        def read(cell: Cell) -> Values | Marked:
            named = not reading.own and not says_nothing(reading.text(cell))
            return reading.odd((), "file_not_read", cell) if named else ()

        return read


def _cell(
    field: FieldRow,
    *,
    text: str | None = None,
    number: int | None = None,
    choice: int | None = None,
    person: int | None = None,
) -> CustomCell:
    return (field.id, int(field.kind == "choices"), text, number, choice, person)
