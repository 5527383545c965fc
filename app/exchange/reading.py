"""Any file of rows becomes a Table: the kind is told by the content, never by the name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.errors import FileError, FileProblem
from app.exchange import locked_files
from app.exchange.card_table import looks_like_cards, read_card_table
from app.exchange.decoding import wide_encoding
from app.exchange.excel_files import ZIP_MAGIC, read_book
from app.exchange.html_files import looks_like_html, read_html
from app.exchange.limits import BOOK_BYTES, TEXT_BYTES, Source
from app.exchange.shape import shape_grid
from app.exchange.table import Grid, Table, is_blank
from app.exchange.text_files import read_text
from app.jobs import Ticket
from app.shapes.imports import ImportRequest

WIDEST = 16_384  # columns of a sheet; no spreadsheet has more, and most are empty
_TEXT_KINDS = ("csv", "tsv", "txt")
_HEAD = 4096
_NO_TABLES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"%!PS", b"{\\rtf", b"\x7fELF")
_NO_TABLES_WITH_NUL = (b"BM", b"MZ", b"RIFF", b"ID3", b"OggS", b"SQLite format 3", b"II*", b"MM")
_UNSUPPORTED = (
    b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd",
    b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00",  # Excel 2, 3 and 4
)  # fmt: skip
_LOCKED = (b"SCDSA", b"<## NASCA DRM", b"\x9b DRMONE")  # document safes of Korean companies
_OTHER_TEXT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*"
    rb"(?:<(?:\?xml|!doctype|html|svg|workbook)|BEGIN:V(?:CARD|CAL)|MIME-Version:|\{\s*\"|\[\s*[\[{])",
    re.IGNORECASE,
)
_CONTROLS = bytes(set(range(32)) - set(b"\0\t\n\v\f\r\x1a\x1b"))


@dataclass(frozen=True, kw_only=True)
class ReadRequest:
    """What the user said about a file; None = find out. `header_line` 0 = the file has none."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_line: int | None = None
    password: str | None = None
    language: str = "ko"  # of the user; tips the balance where little text is at hand

    @classmethod
    def of(cls, request: ImportRequest, language: str) -> Self:
        """Return what a request of an import says about reading its file."""
        return cls(
            sheet=request.sheet, encoding=request.encoding, header_line=request.header_line,
            password=request.password, language=language,
        )  # fmt: skip


def read_table(
    path: Path, request: ReadRequest, ticket: Ticket, knows: Callable[[Sequence[str]], float]
) -> Table:
    """Read the file at `path`; its header is where most cells are known, as `knows` has it (0..1).

    Every way in which this can fail is a FileError; nothing is guessed about a bad byte, an open
    quote or a row that is too long. May take seconds: call it on a worker thread.
    """
    source = Source(path)
    try:
        source.check_size(TEXT_BYTES)
        head = source.file.read(_HEAD)
        if head.startswith((locked_files.MAGIC, *ZIP_MAGIC)):
            table, grid = _read_book(source, request, ticket)
        elif request.sheet is not None:
            raise FileError(FileProblem.NO_SHEETS, source.name, sheet=request.sheet)
        elif looks_like_cards(head):
            return read_card_table(source, ticket)
        elif looks_like_html(head):
            grid, encoding = read_html(source, request.encoding, request.language, ticket)
            table = Table(source.name, "html", encoding=encoding.name, bom=encoding.bom > 0)
        else:
            _check_is_text(head, source.name)
            table, grid = _read_text(source, request, ticket)
    except OSError as error:
        raise FileError(FileProblem.VANISHED, source.name) from error
    finally:
        source.close()
    return _shaped(table, grid, request.header_line, knows)


def read_book_table(
    content: bytes,
    name: str,
    request: ReadRequest,
    ticket: Ticket,
    knows: Callable[[Sequence[str]], float],
) -> Table:
    """Return the table of a workbook whose bytes are at hand; raise FileError as `read_table`."""
    table, grid = _table_of(content, name, request, ticket)
    return _shaped(table, grid, request.header_line, knows)


def _read_book(source: Source, request: ReadRequest, ticket: Ticket) -> tuple[Table, Grid]:
    if request.encoding is not None:
        raise FileError(FileProblem.NO_ENCODING, source.name, encoding=request.encoding)
    source.check_size(BOOK_BYTES)
    return _table_of(source.read_all(ticket), source.name, request, ticket)


def _table_of(
    content: bytes, name: str, request: ReadRequest, ticket: Ticket
) -> tuple[Table, Grid]:
    book = read_book(content, name, request.sheet, request.password, ticket)
    table = Table(
        name,
        book.kind,
        sheet=book.sheet,
        sheets=book.sheets,
        date_1904=book.date_1904,
    )
    return table, book.grid


def _read_text(source: Source, request: ReadRequest, ticket: Ticket) -> tuple[Table, Grid]:
    text = read_text(source, request.encoding, request.delimiter, request.language, ticket)
    suffix = source.path.suffix.casefold().lstrip(".")
    by_delimiter = "tsv" if text.delimiter == "\t" else "csv"
    table = Table(
        source.name,
        suffix if suffix in _TEXT_KINDS else by_delimiter,
        encoding=text.encoding.name,
        bom=text.encoding.bom > 0,
        delimiter=text.delimiter,
    )
    return table, text.grid


def _check_is_text(head: bytes, name: str) -> None:
    """Raise FileError LOCKED_KIND, NOT_A_TABLE or UNSUPPORTED for what is no separated text."""
    if head.startswith(_LOCKED):
        raise FileError(FileProblem.LOCKED_KIND, name)
    if head.startswith(_UNSUPPORTED) or _OTHER_TEXT.match(head):
        raise FileError(FileProblem.UNSUPPORTED, name)
    if head.startswith(_NO_TABLES) or (b"\0" in head and head.startswith(_NO_TABLES_WITH_NUL)):
        raise FileError(FileProblem.NOT_A_TABLE, name)
    if wide_encoding(head):
        return
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if (controls > 4 and controls * 50 > len(head)) or head.count(0) * 3 > len(head):
        raise FileError(FileProblem.NOT_A_TABLE, name)


def _shaped(
    table: Table, grid: Grid, header_line: int | None, knows: Callable[[Sequence[str]], float]
) -> Table:
    if all(is_blank(cell) for row in grid.rows for cell in row):
        raise FileError(FileProblem.EMPTY, table.name)
    if (columns := max(map(len, grid.rows))) > WIDEST:
        facts = {"limit": WIDEST, "columns": columns}
        raise FileError(FileProblem.TOO_MANY_COLUMNS, table.name, **facts)
    shape = shape_grid(grid, header_line, knows)
    if shape is None:
        raise FileError(FileProblem.NO_SUCH_LINE, table.name, line=header_line)
    if not shape.rows and not shape.failed:
        raise FileError(FileProblem.NO_ROWS, table.name)
    table.headers, table.header_line = shape.headers, shape.header_line
    table.lines, table.rows = shape.lines, shape.rows
    table.skipped, table.failed = shape.skipped, shape.failed
    return table
