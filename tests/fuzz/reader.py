"""One foreign file of rows, read as an import reads it, and what must hold of what comes back."""

import datetime
import random
from pathlib import Path

from app.errors import FileError, FileProblem
from app.exchange.mapping import knows, propose
from app.exchange.people import parse_people
from app.exchange.reading import ReadRequest, read_table
from app.exchange.table import Table, is_blank
from app.jobs import Ticket
from app.words import describe

KINDS = {"csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "html", "vcf"}
CELLS = (str, int, float, bool, datetime.date, datetime.datetime, datetime.time, type(None))
TODAY = datetime.date(2026, 5, 12)
_SKIPPED = {"blank", "preamble", "total", "footnote", "repeated_header"}


class BrokenPromiseError(AssertionError):
    """A reader returned what it said it never would."""


def read_rows(path: Path, seed: int) -> str:
    """Read a file with a request drawn from `seed`; return its fate in a word.

    Raises whatever a reader must not raise, and BrokenPromiseError for a bad table.
    """
    try:
        table = read_table(path, request_of(seed), Ticket(), knows)
    except FileError as error:
        _check_refusal(error, path.name)
        return error.problem.value
    _check_table(table, path.name)
    _check_people(table)
    return "read"


def request_of(seed: int) -> ReadRequest:
    """Return what the user said of the file: mostly nothing, and never anything for seed 0."""
    rng = random.Random(seed)
    if not seed or rng.random() < 0.6:
        return ReadRequest()
    return ReadRequest(
        sheet=rng.choice((None, None, None, "고객", "")),
        encoding=rng.choice((None, None, None, "utf-8", "cp949", "utf-16", "latin-1", "rot13", "")),
        delimiter=rng.choice((None, None, None, ";", "\t", "|")),
        header_line=rng.choice((None, None, 0, 1, 2, 99, -1)),
        password=rng.choice((None, None, "", "1234")),
        language=rng.choice(("ko", "en")),
    )


def _check_refusal(error: FileError, name: str) -> None:
    promise(isinstance(error.problem, FileProblem), "a problem of the list")
    promise(error.name == name, "the name of the file")
    for language in ("ko", "en"):
        promise(describe(error, language), "a sentence that says why")


def _check_table(table: Table, name: str) -> None:
    width = len(table.headers)
    promise(table.name == name, "the name of the file")
    promise(table.kind in KINDS, f"a kind that is known, not {table.kind}")
    promise(width > 0 and all(type(h) is str for h in table.headers), "headers of text")
    promise(len(table.lines) == len(table.rows), "a line for each row")
    promise(bool(table.rows or table.failed), "rows, for one without is refused")
    promise(all(len(row) == width for row in table.rows), "rows as wide as the header")
    lines = [table.header_line, *table.lines]
    promise(sorted(lines) == lines, "rows below the header, each below the one before")
    # A page may hold many rows in one line.
    promise(table.kind == "html" or len(set(lines)) == len(lines), "a line of its own for each")
    promise(not any(all(map(is_blank, row)) for row in table.rows), "no blank row among the rows")
    promise({row.reason for row in table.skipped} <= _SKIPPED, "a reason that is known")
    promise(all(r.reason == "too_many_cells" for r in table.failed), "a failure that is known")
    cells = [cell for row in table.rows for cell in row]
    promise(all(isinstance(cell, CELLS) for cell in cells), "cells of the documented types")
    if table.kind in ("csv", "tsv", "txt", "html"):
        promise(bool(table.encoding), "the encoding of a text")
        promise(all(type(cell) is str or cell is None for cell in cells), "text in a text file")
    else:
        promise(table.sheet in table.sheets, "a sheet of the workbook")
    for text in (*table.headers, *(cell for cell in cells if type(cell) is str)):
        text.encode()  # a lone surrogate could never be kept


def _check_people(table: Table) -> None:
    """Nothing in a cell is ever an error."""
    mapping = propose(table, year=TODAY.year)
    people = list(parse_people(table, mapping, today=TODAY))
    promise(len(people) == len(table.rows), "a person for each row")
    for person in people:
        for text in (*person.scalars, *person.tags, *person.notes):
            if isinstance(text, str):
                text.encode()
        for number in person.scalars:
            if isinstance(number, int):
                promise(abs(number) < 1 << 63, "a number that can be kept")


def promise(kept: object, what: str) -> None:
    """Raise BrokenPromiseError unless it is kept."""
    if not kept:
        raise BrokenPromiseError(what)
