"""Tables as the reader would make them, without a file behind them."""

import datetime
import json
from collections.abc import Mapping, Sequence

from app.exchange.mapping import propose
from app.exchange.parsed import ParsedRow
from app.exchange.people import parse_people
from app.exchange.table import Cell, Table
from resources import path

TODAY = datetime.date(2026, 5, 12)


def made(
    headers: Sequence[str], *rows: Sequence[Cell], kind: str = "csv", header_line: int = 1
) -> Table:
    """A table of these rows, padded to the headers as the reader does it."""
    table = Table(name=f"made.{kind}", kind=kind, headers=tuple(headers), header_line=header_line)
    table.rows = [[*row, *[None] * (len(headers) - len(row))] for row in rows]
    table.lines = list(range(header_line + 1, header_line + 1 + len(rows)))
    return table


def made_from_dicts(headers: Sequence[str], *rows: Mapping[str, Cell]) -> Table:
    """A table of rows that name only the cells they fill."""
    unknown = {name for row in rows for name in row} - set(headers)
    assert not unknown, unknown
    return made(headers, *([row.get(header, "") for header in headers] for row in rows))


def people_of(
    table: Table,
    *,
    told: Mapping[str, str] | None = None,
    language: str = "ko",
    currency: str = "KRW",
) -> list[ParsedRow]:
    """What becomes of a table when nobody corrects the proposal."""
    mapping = propose(table, told=told, language=language, year=TODAY.year)
    people = parse_people(table, mapping, currency=currency, language=language, today=TODAY)
    return list(people)


def one(headers: Sequence[str], row: Sequence[Cell], **options: str) -> ParsedRow:
    """The person in a table of one row."""
    (person,) = people_of(made(headers, row), **options)  # type: ignore[arg-type]
    return person


def exporter_header(preset: str, count: int = 2) -> list[str]:
    """Every header a program is known to write, numbered ones `count` times."""
    facts = json.loads(path("presets.json").read_text("utf-8"))[preset]
    headers = [h for headers in facts["columns"].values() for h in headers]
    headers += facts.get("labels", [])
    return [
        header.replace("#", str(number))
        for header in headers
        for number in (range(1, count + 1) if "#" in header else [0])
    ]


def points(person: ParsedRow) -> list[tuple[str, str | None, str]]:
    """Kind, label and value of how to reach somebody."""
    return [point[:3] for point in person.points]


def values(person: ParsedRow, kind: str) -> list[str]:
    return [point[2] for point in person.points if point[0] == kind]
