"""Web pages that shops' back offices save under the name .xls: their largest table as rows."""

import re
from html.parser import HTMLParser

from app.errors import FileError, FileProblem
from app.exchange.decoding import Encoding, choose_encoding, decoded
from app.exchange.limits import CELLS, Source
from app.exchange.table import Cell, Grid
from app.jobs import Ticket

_BYTES = 100_000_000
_SPAN = 1_000  # columns or rows one cell may cover
_HEADER_ROWS = 100  # cells merged further down tell nothing about the header
_LINES = 500  # fed to the parser at once
_HTML = re.compile(rb"<(?:!doctype\s+html|html|table|body|head|meta|style)\b", re.IGNORECASE)
_OTHER_MARKUP = re.compile(rb"<(?:\w+:)?workbook\b", re.IGNORECASE)  # Excel 2003 in XML


def looks_like_html(head: bytes) -> bool:
    """Say whether a file that begins with `head` is a web page."""
    start = re.sub(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)", b"", head).replace(b"\0", b"").lstrip()
    is_markup = start.startswith(b"<") and not _OTHER_MARKUP.search(start)
    return is_markup and _HTML.search(start) is not None


def read_html(
    source: Source, encoding: str | None, language: str, ticket: Ticket
) -> tuple[Grid, Encoding]:
    """Read the table with the most cells; lines are those of the page; progress counts bytes.

    Raise FileError TOO_LARGE, TOO_MANY_CELLS, UNDECODABLE, VANISHED, UNSUPPORTED (no table).
    """
    source.check_size(_BYTES)
    found = choose_encoding(source.file, source.name, encoding, language, ticket.check)
    parser = _Tables()
    with decoded(source.file, source.name, found) as text:
        for number, line in enumerate(text):
            parser.feed(line)
            if not number % _LINES:
                ticket.advance(min(source.file.tell(), source.size), source.size)
            if parser.cells > CELLS:
                raise FileError(FileProblem.TOO_MANY_CELLS, source.name, limit=CELLS)
    parser.close()
    source.check_unchanged()
    if not parser.tables:
        raise FileError(FileProblem.UNSUPPORTED, source.name)
    return max(parser.tables, key=lambda grid: sum(map(len, grid.rows))), found


class _Tables(HTMLParser):
    """Collects every table of a page, nested ones too; cells covered by spans stay blank."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Grid] = []
        self.cells = 0
        self._open: list[_OpenTable] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._open.append(_OpenTable())
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].begin_row(self.getpos()[0])
        elif tag in {"td", "th"}:
            spans = dict(attrs)
            across, down = (_span(spans.get(name)) for name in ("colspan", "rowspan"))
            self._open[-1].begin_cell(self.getpos()[0], across, down)
            self.cells += across
        elif tag == "br":
            self._open[-1].add("\n")

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            return
        if tag == "table":
            table = self._open.pop()
            table.end_cell()
            self.tables.append(table.grid)
        elif tag in {"td", "th", "tr"}:
            self._open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].add(data)

    def close(self) -> None:
        super().close()
        while self._open:  # a page cut short
            self.handle_endtag("table")


class _OpenTable:
    """A table being read, row by row."""

    def __init__(self) -> None:
        self.grid = Grid([], [])
        self._row: list[Cell] = []
        self._text: list[str] | None = None
        self._covered: dict[int, int] = {}  # column -> rows still covered from above

    def begin_row(self, line: int) -> None:
        self.end_cell()
        for column, rows in self._covered.items():
            if column >= len(self._row) and rows:
                self._covered[column] = rows - 1
        self._row = []
        self.grid.lines.append(line)
        self.grid.rows.append(self._row)

    def begin_cell(self, line: int, across: int, down: int) -> None:
        self.end_cell()
        if not self.grid.rows:
            self.begin_row(line)
        while self._covered.get(len(self._row), 0):
            self._covered[len(self._row)] -= 1
            self._row.append("")
        if down > 1:
            columns = range(len(self._row), len(self._row) + across)
            self._covered.update(dict.fromkeys(columns, down - 1))
        self._row += [""] * across
        self._first = len(self._row) - across
        self._text = []
        if across > 1 and len(self.grid.rows) <= _HEADER_ROWS:
            self.grid.merged |= {len(self.grid.rows) - 1}

    def add(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text if text == "\n" else re.sub(r"\s+", " ", text))

    def end_cell(self) -> None:
        if self._text is not None:
            text = re.sub(r" +", " ", "".join(self._text).replace("\xa0", " "))
            self._row[self._first] = re.sub(r" ?\n ?", "\n", text).strip()
            self._text = None


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _SPAN) if value and value.isdecimal() else 1
