"""Who bought and who received: the people in the rows of a file of sales.

A buyer needs something that tells him from others: a phone, an e-mail, an id of the market, an
address beside a name. Starred-out names and numbers lent for one delivery (050…) do not, and make
nobody; they stay as text on the sale. Who receives is somebody of his own only with a phone of
his own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.exchange.drafts import staged_row
from app.exchange.matches import ColumnMatch, Mapping
from app.exchange.parsed import ParsedRow, Point
from app.exchange.people import parse_people
from app.exchange.table import Cell, Table
from db.keys import name_key
from db.staging import SCALARS, StagedRow

_STARS = re.compile(r"[*●○◯•☆]")
_NAME = SCALARS.index("name")
_NUMBER = SCALARS.index("number")


@dataclass(frozen=True, slots=True)
class Shop:
    """How the shop's files are read: country, currency, language; what its market is called.

    `names` tells that a name alone may say who bought, as in a list the shop keeps itself; buyers
    get the `tag`.
    """

    country: str
    currency: str
    language: str
    source: str
    names: bool
    tag: str = ""


class Written(NamedTuple):
    """What a row says about somebody, as it stands there."""

    name: str = ""
    phone: str = ""
    postcode: str = ""
    address: str = ""

    @property
    def line(self) -> str:
        """Return it as one line of text."""
        return ", ".join(part for part in (self.name, self.phone) if part)


class SalePeople:
    """The buyers and recipients of a table's sales; `staged` are those who become contacts."""

    def __init__(self, table: Table, mapping: Mapping, shop: Shop) -> None:
        self._table = table
        self._shop = shop
        self._buyers = _Readers(table, _part(mapping, "buyer", shop.source), shop)
        self._recipients = _Readers(table, _part(mapping, "recipient", shop.source), shop)
        self._numbers: dict[object, int | None] = {}
        self.staged: list[StagedRow] = []

    @property
    def problems(self) -> list[tuple[int, str, str]]:
        """What is odd about how somebody is written: (line, header, reason)."""
        return [*self._buyers.problems, *self._recipients.problems]

    def read(self, heads: Sequence[int]) -> list[tuple[int | None, Written, int | None, Written]]:
        """Return (buyer, as written, recipient, as written) of the sales with these head rows.

        A buyer and a recipient are numbers of `staged`, from 1; None is nobody.
        """
        found = []
        buyers, recipients = self._buyers.read(heads), self._recipients.read(heads)
        for (paid, said), (got, told) in zip(buyers, recipients, strict=True):
            buyer = self._buyer(paid, got)
            other = got is not None and self._is_another(paid, got)
            recipient = self._recipient(got) if got is not None and other else None
            found.append((buyer, said, recipient, told))
        return found

    def _buyer(self, paid: ParsedRow | None, got: ParsedRow | None) -> int | None:
        if paid is None:
            return None
        at = _address(got) if got is not None and _same_name(paid, got) else None
        key = ("buyer", id(paid), at and at[2])
        if key not in self._numbers:
            self._numbers[key] = self._stage(self._known_buyer(paid, at), self._shop.tag)
        return self._numbers[key]

    def _recipient(self, got: ParsedRow) -> int | None:
        key = ("recipient", id(got))
        if key not in self._numbers:
            self._numbers[key] = self._stage(_reached(got))
        return self._numbers[key]

    def _known_buyer(self, paid: ParsedRow, at: Point | None) -> ParsedRow | None:
        person = _reached(paid)
        known = person.contact_id is not None or person.externals or person.scalars[_NUMBER]
        if known or any(point[3] for point in person.points):
            return person
        name = str(person.scalars[_NAME] or "")
        if not name or _STARS.search(name) or name in {point[2] for point in paid.points}:
            return None
        address = _address(person) or at
        if address is not None:
            return replace(person, points=[address])
        if not self._shop.names or not name_key(name):
            return None
        return replace(person, externals=[(self._shop.source, f"name:{name_key(name)}")])

    def _is_another(self, paid: ParsedRow | None, got: ParsedRow) -> bool:
        name = str(got.scalars[_NAME] or "")
        phones = {point[3] for point in got.points if point[0] == "phone" and point[3]}
        if not phones or _STARS.search(name) or name in {point[2] for point in got.points}:
            return False
        if paid is None:
            return True
        return not _same_name(paid, got) and not phones & {point[3] for point in paid.points}

    def _stage(self, person: ParsedRow | None, tag: str = "") -> int | None:
        if person is None or person.failure is not None:
            return None
        number = len(self.staged) + 1
        row = staged_row(replace(person, line=number, notes=[], custom=[]), tag)
        named = row.named and not _STARS.search(str(person.scalars[_NAME]))
        self.staged.append(row._replace(named=named))
        return number


class _Readers:
    """Reads one of the two people of a row; the same cells are read once."""

    def __init__(self, table: Table, mapping: Mapping, shop: Shop) -> None:
        self._table = table
        self._mapping = mapping
        self._shop = shop
        self._indexes = [column.index for column in mapping.columns]
        self._known: dict[tuple[Cell, ...], tuple[ParsedRow | None, Written]] = {}
        self.problems: list[tuple[int, str, str]] = []

    def read(self, heads: Sequence[int]) -> list[tuple[ParsedRow | None, Written]]:
        if not self._indexes:
            return [(None, Written())] * len(heads)
        rows, lines = self._table.rows, self._table.lines
        keys = [tuple([rows[head][index] for index in self._indexes]) for head in heads]
        new = {key: head for key, head in zip(keys, heads, strict=True) if key not in self._known}
        if new:
            shop = self._shop
            table = replace(
                self._table, rows=[rows[head] for head in new.values()],
                lines=[lines[head] for head in new.values()],
            )  # fmt: skip
            people = parse_people(
                table, self._mapping, country=shop.country, currency=shop.currency,
                language=shop.language,
            )  # fmt: skip
            for key, person in zip(new, people, strict=True):
                self._known[key] = (_or_nobody(person), _written(person))
                self.problems += [(person.line, *problem) for problem in person.problems]
        return [self._known[key] for key in keys]


def _part(mapping: Mapping, who: str, source: str) -> Mapping:
    """Return the columns about one of the two people, as a list of people has them."""
    columns = []
    for match in mapping.columns:
        side, _, target = match.target.partition(".")
        if side == who:
            meant = {"id": f"external_id:{source}", "own": "id"}.get(target, target)
            columns.append(ColumnMatch(match.index, match.header, meant, 100, "told", match.rule))
    return Mapping(None, tuple(columns))


def _or_nobody(person: ParsedRow) -> ParsedRow | None:
    return None if person.failure == "no_name_or_phone" else person


def _written(person: ParsedRow) -> Written:
    phones = [point[2] for point in person.points if point[0] == "phone"]
    address = _address(person)
    name = str(person.scalars[_NAME] or "")
    return Written(
        "" if name in phones else name,
        phones[0] if phones else "",
        (address and address[4]) or "",
        address[2] if address else "",
    )


def _reached(person: ParsedRow) -> ParsedRow:
    """Return a person without what reaches nobody for long: lent and starred-out numbers."""
    points = [point for point in person.points if point[0] == "address" or point[3]]
    return replace(person, points=points)


def _address(person: ParsedRow) -> Point | None:
    return next((point for point in person.points if point[0] == "address"), None)


def _same_name(one: ParsedRow, other: ParsedRow) -> bool:
    names = [name_key(str(person.scalars[_NAME] or "")) for person in (one, other)]
    return names[0] == names[1] != ""
