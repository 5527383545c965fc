"""Separated text (csv, tsv, txt) as rows, each with the true line of the file it began on."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from threading import Lock
from typing import cast

from app.errors import FileError, FileProblem
from app.exchange.decoding import Encoding, choose_encoding, decoded
from app.exchange.limits import CELLS, Source
from app.exchange.table import Cell, Grid, SkippedRow
from app.jobs import Ticket

DELIMITERS = ",;\t|"

_SAMPLE = 1 << 16
_SAMPLE_ROWS = 200
_CELL_CHARACTERS = 16_000_000  # a cell of 106 KB was met; a swallowed file must end sooner
_RECORD_LINES = 20_000
_EVERY = 2_048  # rows between two looks at the ticket
_SWALLOWED = 3  # lines inside one cell that each look like a row
_END = "\x00end of the file\x00"
_CTRL_Z = "\x1a"  # DOS programs end their files with it
_SEPARATOR_LINE = re.compile(r'"?sep=([^\r\n"])"?\r?\n?', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextFile:
    """What a text file held and how it was read."""

    encoding: Encoding
    delimiter: str
    grid: Grid


def read_text(
    source: Source, encoding: str | None, delimiter: str | None, language: str, ticket: Ticket
) -> TextFile:
    """Read a text file; progress counts bytes.

    Raise FileError UNKNOWN_ENCODING, UNDECODABLE (encoding, line), UNCLOSED_QUOTE
    (line), TOO_MANY_CELLS or VANISHED.
    """
    found = choose_encoding(source.file, source.name, encoding, language, ticket.check)
    with decoded(source.file, source.name, found) as text:
        sample = _sample(text)
    separator = _SEPARATOR_LINE.match(sample)
    chosen = delimiter or (separator[1] if separator else find_delimiter(sample))
    with _wide_cells(), decoded(source.file, source.name, found) as text:
        grid = _read_rows(source, text, chosen, sample, ticket)
    source.check_unchanged()
    return TextFile(found, chosen, grid)


def find_delimiter(sample: str) -> str:
    """Return the delimiter that cuts `sample` into the most even rows; a comma for one column."""
    scored = [(_evenness(sample, delimiter), delimiter) for delimiter in DELIMITERS]
    score, delimiter = max(scored, key=lambda pair: pair[0])
    return delimiter if score > 0 else ","


def _evenness(sample: str, delimiter: str) -> float:
    rows = list(islice(_sample_rows(sample, delimiter), _SAMPLE_ROWS))
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
    cells = [cell for row in rows for cell in row]
    broken = sum(cell.count('"') % 2 for cell in cells) / len(cells)
    return times / len(rows) * (1 - min(1.0, 3 * broken)) * (1 + 0.1 * min(width, 10))


def _sample_rows(sample: str, delimiter: str) -> Iterator[list[str]]:
    return filter(None, csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter))


def _sample(text: io.TextIOWrapper) -> str:
    """Return the beginning of a text, cut at the end of a line if it is long."""
    sample = text.read(_SAMPLE)
    if len(sample) < _SAMPLE:
        return sample
    return sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample


class _Lines:
    """The lines of a text, and `record`: those of the row that the csv module is reading."""

    def __init__(self, text: Iterable[str]) -> None:
        self.record: list[str] = []
        self._text = text

    def __iter__(self) -> Iterator[str]:
        record = self.record
        for line in self._text:
            record.append(line)
            if len(record) > _RECORD_LINES:
                raise csv.Error("a row without end")
            yield line
        record.append(_END)
        yield _END


def _read_rows(
    source: Source, text: io.TextIOWrapper, delimiter: str, sample: str, ticket: Ticket
) -> Grid:
    lines: list[int] = []
    rows: list[list[str]] = []
    skipped: list[SkippedRow] = []
    if _SEPARATOR_LINE.match(sample):
        skipped.append(SkippedRow(1, "preamble", (text.readline().strip(),)))
    first_line = 1 + len(skipped)
    doubled = 0 < sample.count("\n") == sample.count("\r\r\n")
    feed = _Lines(_single_breaks(text) if doubled else text)
    reader = csv.reader(feed, delimiter=delimiter)
    record = feed.record
    width = _usual_width(sample, delimiter)
    line, cells = first_line, 0
    try:
        for row in reader:
            if len(record) > 1 and record[-1] is not _END:
                _check_quotes(record, line, delimiter, width, source.name)
            lines.append(line)
            rows.append(row)
            if not len(rows) % _EVERY:
                cells += sum(map(len, rows[-_EVERY:]))
                _check_cells(cells, source.name)
                ticket.advance(min(source.file.tell(), source.size), source.size)
            line = first_line + reader.line_num
            if record[-1] is not _END:
                record.clear()
    except csv.Error as error:
        at = _quote_line(record, line, delimiter)
        problem = FileProblem.NOT_A_TABLE if at is None else FileProblem.UNCLOSED_QUOTE
        raise FileError(problem, source.name, line=at or line) from error
    if rows[-1] != [_END]:
        at = _quote_line(record[:-1], lines[-1], delimiter) or lines[-1]
        raise FileError(FileProblem.UNCLOSED_QUOTE, source.name, line=at)
    for last in ([_END], [_CTRL_Z]):
        if rows and rows[-1] == last:
            del lines[-1], rows[-1]
    _check_cells(sum(map(len, rows)), source.name)
    ticket.advance(source.size, source.size)
    return Grid(lines, cast("list[list[Cell]]", rows), skipped=skipped)


def _single_breaks(text: Iterable[str]) -> Iterator[str]:
    r"""Read \r\r\n as one line break; text mode of Windows, used twice, writes it."""
    after_return = False
    for line in text:
        if after_return and line == "\r\n":
            after_return = False
            continue
        after_return = line.endswith("\r")
        yield line


def _check_cells(cells: int, name: str) -> None:
    if cells > CELLS:
        raise FileError(FileProblem.TOO_MANY_CELLS, name, limit=CELLS)


def _check_quotes(record: list[str], line: int, delimiter: str, width: int, name: str) -> None:
    """Raise FileError UNCLOSED_QUOTE if a row over several lines is one only by accident.

    A quote that nobody closed runs on to the next quote; the csv module swallows the rows between
    without a word.
    """
    inside = record[1:-1]
    swallowed = (
        width > 3
        and len(inside) >= _SWALLOWED
        and all(text.count(delimiter) == width - 1 for text in inside)
    )
    try:
        for _row in csv.reader(record, delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        swallowed = True
    if swallowed:
        at = _quote_line(record, line, delimiter, lenient=True) or line
        raise FileError(FileProblem.UNCLOSED_QUOTE, name, line=at)


def _quote_line(
    record: list[str], line: int, delimiter: str, *, lenient: bool = False
) -> int | None:
    """Return the line on which a quote opens that is not closed well, None if all are.

    With `lenient`, a quote closed on a later line will do where no other is found.
    """
    text = "".join(record)
    end = re.escape(delimiter)
    cell = re.compile(rf'(?:"(?:[^"]++|"")*+"|(?:[^"{end}\r\n][^{end}\r\n]*)?)({end}|\r\n?|\n|\Z)')
    at = 0
    over_lines = None
    while at < len(text) and (match := cell.match(text, at)):
        if over_lines is None and match[0].startswith('"') and _breaks(match[0].rstrip("\r\n")):
            over_lines = at
        at = match.end()
    if at < len(text):
        return line + _breaks(text[:at])
    return line + _breaks(text[:over_lines]) if lenient and over_lines is not None else None


def _breaks(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _usual_width(sample: str, delimiter: str) -> int:
    widths = Counter(len(row) for row in _sample_rows(sample, delimiter))
    return widths.most_common(1)[0][0] if widths else 0


_limit_lock = Lock()
_limit_users = 0
_limit_before = 0


@contextmanager
def _wide_cells() -> Iterator[None]:
    """Let cells be longer than 131,072 characters; the limit is one for the whole process."""
    global _limit_users, _limit_before  # noqa: PLW0603
    with _limit_lock:
        if not _limit_users:
            _limit_before = csv.field_size_limit(_CELL_CHARACTERS)
        _limit_users += 1
    try:
        yield
    finally:
        with _limit_lock:
            _limit_users -= 1
            if not _limit_users:
                csv.field_size_limit(_limit_before)
