"""Days of the year, roles and relations out of columns, for what a contact may have several of.

In a table of cards the column of labels beside a day or a relation says its kind: a word of any
address book, or a code of ours by `packed`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.exchange.columns import Reading
from app.exchange.matches import Mapping
from app.exchange.own_fields import People, unmarked
from app.exchange.own_format import decode_id, encode_id
from app.exchange.parsed import DayCell, ParsedRow, RelationCell
from app.exchange.remarks import Remarks
from app.exchange.table import Cell
from app.exchange.values.dates import DateOrder
from app.exchange.values.lists import split_tags
from app.exchange.values.texts import says_nothing
from app.important_dates import ImportantDate
from app.kinds import DATE_KINDS, RELATIONS, ROLES
from app.words import kind_words
from db.keys import clean

Rows = Sequence[Sequence[Cell]]
MOON, LEAP_MOON = "lunar", "lunar, leap month"  # in brackets behind a day
LANGUAGES = ("ko", "en")
_BRACKETS = re.compile(rf"(.*?)\s*\(({LEAP_MOON}|{MOON})\)")
_TYPE = "custom."  # before the id of a relation the shop has named itself
_BACK = "#back"
_DAYS = {
    "anniversary": "anniversary", "wedding": "anniversary", "wedding anniversary": "anniversary",
    "기념일": "anniversary", "결혼기념일": "anniversary", "결혼 기념일": "anniversary",
    "추도일": "memorial", "기일": "memorial", "제사": "memorial", "memorial": "memorial",
    "첫 방문": "first_visit", "first visit": "first_visit",
}  # fmt: skip
_RELATIVES = {
    "spouse": "spouse", "partner": "spouse", "husband": "spouse", "wife": "spouse",
    "남편": "spouse", "아내": "spouse", "child": "parent", "son": "parent", "daughter": "parent",
    "아들": "parent", "딸": "parent", "parent": "parent#back", "mother": "parent#back",
    "father": "parent#back", "어머니": "parent#back", "아버지": "parent#back",
    "sibling": "sibling", "brother": "sibling", "sister": "sibling", "형제": "sibling",
    "자매": "sibling", "relative": "family", "kin": "family", "friend": "friend",
    "co-worker": "colleague", "coworker": "colleague", "assistant": "assistant",
    "referred by": "referred#back",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """What the label beside a day or a relation says; `title` is what somebody does there."""

    kind: str = ""
    text: str = ""
    title: str = ""


def packed(kind: str, text: str, title: str = "") -> str:
    """Return a label with the code of its kind; `unpacked` takes it back."""
    return f"{kind}|{title.replace('|', '/')}|{text}" if kind else text


def unpacked(label: str) -> Label:
    """Return what a label says; a kind only where `packed` has put one in."""
    kind, bar, rest = label.partition("|")
    title, second, text = rest.partition("|")
    return Label(kind, text, title) if bar and second else Label(text=label)


def relation_code(kind: str, type_id: int | None, *, forward: bool) -> str:
    """Return the code of a relation as it reads from one end: 'parent#back'."""
    code = f"{_TYPE}{encode_id(type_id)}" if type_id else kind
    return code if forward else code + _BACK


class Bonds:
    """Reads days, roles and relations of a table's rows; what it cannot place stays in a note."""

    def __init__(self, reading: Reading, mapping: Mapping, people: People) -> None:
        self._reading = reading
        self._people = people
        labels = {m.target: m for m in mapping.columns if m.target.startswith("label:")}
        wanted = ("date", "relation", "role")
        self._columns = [
            (match, labels.get(f"label:{match.index}"))
            for match in mapping.columns
            if match.target in wanted
        ]
        self._names = [m for m in mapping.columns if m.target == "name"]
        self._ids = [m for m in mapping.columns if m.target == "id"]
        self._lines: dict[str, list[int]] | None = None
        self._called: dict[str, list[int]] = {}
        self._given: set[int] = set()
        self._dates = reading.dates(DateOrder(), partial=True)

    def read(self, found: Sequence[ParsedRow], rows: Rows, remarks: Remarks) -> None:
        """Give the rows of a block what these columns say."""
        takes = {"date": self._take_day, "relation": self._take_relation, "role": self._take_role}
        for match, named in self._columns:
            for place, (person, row) in enumerate(zip(found, rows, strict=True)):
                text = clean(self._reading.text(row[match.index]))
                if not text or says_nothing(text):
                    continue
                label = match.header
                if named:
                    label = self._reading.text(row[named.index]).removeprefix("* ")
                said = unpacked(label)
                if not takes[match.target](person, text, said):
                    header = said.text if named else None
                    remarks.keep(place, match, unmarked(text)[0], header or None)

    def _take_day(self, person: ParsedRow, text: str, said: Label) -> bool:
        found = _BRACKETS.fullmatch(text)
        bare, moon = (found[1], found[2]) if found else (text, "")
        told = ImportantDate.read(bare, lunar=bool(moon), leap=moon == LEAP_MOON)
        if told is None and (day := self._dates.read(bare)) is not None and day.iso:
            told = ImportantDate.read(
                day.iso, lunar=day.calendar != "solar", leap=day.calendar == "lunar_leap"
            )
        if told is None or told.month is None:
            return False
        text = clean(said.text)
        kind = said.kind if said.kind in DATE_KINDS else _DAYS.get(text.casefold(), "other")
        if text.casefold() in _DAYS or text in _words("date", kind):
            text = ""
        cell: DayCell = (
            kind, text or None, "lunar" if told.lunar else "solar", int(told.leap), told.year,
            told.month, told.day,
        )  # fmt: skip
        if cell not in person.days:
            person.days.append(cell)
        return True

    def _take_role(self, person: ParsedRow, text: str, _said: Label) -> bool:
        codes = {word.casefold(): role for role in ROLES for word in (role, *_words("role", role))}
        roles = [codes.get(word.casefold()) for word in split_tags(text)]
        person.roles.extend(dict.fromkeys(role for role in roles if role))
        return all(roles)

    def _take_relation(self, person: ParsedRow, text: str, said: Label) -> bool:
        code = said.kind or relative_of(said.text)
        kind, _hash, back = code.partition("#")
        type_id = decode_id(kind.removeprefix(_TYPE)) if kind.startswith(_TYPE) else None
        kind = "custom" if type_id else kind
        other = self._other(text, person.line)
        if other is None or kind not in RELATIONS or (kind == "custom" and not type_id):
            return False
        named = clean(said.text) or kind
        cell: RelationCell = (
            kind,
            type_id,
            int(not back),
            *other,
            clean(said.title) or None,
            named,
        )
        if cell not in person.relations:
            person.relations.append(cell)
        return True

    def _other(self, text: str, line: int) -> tuple[int | None, int | None] | None:
        """Return id and line of who is meant; None where nobody is, or several may be."""
        name, number = unmarked(text)
        lines = self._known_lines()
        if number is not None and (number in self._given or self._called.get(name)):
            return number, None
        places = [place for place in lines.get(name, ()) if place != line]
        ids = self._called.get(name, [])
        if len(places) > 1 or len(ids) > 1 or not (places or ids):
            return None
        return (ids[0] if ids else None), (places[0] if places else None)

    def _known_lines(self) -> dict[str, list[int]]:
        """Return the lines of each name; the first call asks the book for all names there are."""
        if self._lines is not None:
            return self._lines
        table, text = self._reading.table, self._reading.text
        lines: dict[str, list[int]] = defaultdict(list)
        for line, row in zip(table.lines, table.rows, strict=True):
            for match in self._names:
                lines[clean(text(row[match.index]))].append(line)
            for match in self._ids:
                if (number := decode_id(text(row[match.index]))) is not None:
                    self._given.add(number)
        meant = {
            unmarked(clean(text(row[match.index])))[0]
            for match, _label in self._columns
            if match.target == "relation"
            for row in table.rows
        }
        self._called = self._people(meant - {""})
        self._lines = lines
        return lines


def relative_of(label: str) -> str:
    """Return the code of a relation that an address book calls by a word; '' for another."""
    wanted = clean(label).casefold()
    if wanted in _RELATIVES:
        return _RELATIVES[wanted]
    for kind in RELATIONS:
        for forward in (True, False):
            words = {kind_words("relation", kind, each, forward=forward) for each in LANGUAGES}
            if wanted in {word.casefold() for word in words}:
                return relation_code(kind, None, forward=forward)
    return ""


def _words(group: str, kind: str) -> set[str]:
    return {kind_words(group, kind, language) for language in LANGUAGES}
