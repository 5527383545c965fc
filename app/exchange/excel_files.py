"""Workbooks (xlsx, xlsm, xls, xlsb, ods) as rows, numbered as the spreadsheet numbers them."""

import datetime
import io
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from xml.etree import ElementTree as ET

from app.errors import FileError, FileProblem
from app.exchange import extents, locked_files
from app.exchange.excel95_files import Excel95Book
from app.exchange.limits import CELLS, Package
from app.exchange.table import Cell, Grid
from app.jobs import Ticket

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")

_EVERY = 2_048  # rows between two looks at the ticket
_HEADER_ROWS = 100  # merged cells further down tell nothing about the header
_PATIENCE = 0.05  # seconds between two looks at the ticket while calamine works
_EXACT = 1e17  # whole numbers above this are guesses in a float anyway
_STRING_BYTES = 3  # the least that a shared string of an old workbook takes up
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Book:
    """One sheet of a workbook, and what else it has."""

    kind: str
    sheet: str
    sheets: tuple[str, ...]  # visible ones
    date_1904: bool
    grid: Grid


def read_book(
    content: bytes, name: str, sheet: str | None, password: str | None, ticket: Ticket
) -> Book:
    """Read `sheet`, or the first visible one that holds anything; progress counts rows.

    Raise FileError: NEEDS_PASSWORD, WRONG_PASSWORD, LOCKED_KIND, NO_SUCH_SHEET (sheet, sheets),
    TOO_LARGE, TOO_MANY_CELLS, EMPTY, DAMAGED or NOT_A_TABLE.
    """
    if content.startswith(locked_files.MAGIC):
        locked = content
        content = _Aside(lambda: locked_files.open_compound(locked, name, password)).wait(ticket)
    if content.startswith(locked_files.MAGIC):
        return _read_old(content, name, sheet, ticket)
    package = Package(content, name)
    kind = _kind_of(package, name)
    package.check_sizes(ticket)
    checked = _Checked(kind, package=package)
    if kind == "ods":
        _check_ods(package, name, ticket)
    elif kind == "xlsb":
        checked.date_1904 = extents.xlsb_dates_from_1904(package.read("xl/workbook.bin"))
    else:
        checked.date_1904, checked.parts = _xlsx_contents(package, name)
    return _read(content, name, sheet, ticket, checked)


def _read_old(content: bytes, name: str, wanted: str | None, ticket: Ticket) -> Book:
    stream_name, stream = locked_files.main_stream(content, name)
    tame = bytearray(stream)
    if extents.xls_cells(tame, CELLS, ticket) > CELLS:
        raise FileError(FileProblem.TOO_MANY_CELLS, name, limit=CELLS)
    if extents.xls_strings(tame) * _STRING_BYTES > len(tame):
        raise FileError(FileProblem.DAMAGED, name)
    if stream_name != "Book":
        checked = _Checked("xls", date_1904=locked_files.dates_from_1904(stream))
        return _read(locked_files.clean_compound(tame), name, wanted, ticket, checked)
    try:
        book = Excel95Book(stream)
        for title in _candidates(tuple(book.sheets), wanted, name):
            grid = book.grid(title, ticket)
            if grid.rows:
                return Book("xls", title, tuple(book.sheets), book.date_1904, grid)
    except (struct.error, IndexError) as error:
        raise FileError(FileProblem.DAMAGED, name) from error
    raise FileError(FileProblem.EMPTY, name)


def _candidates(sheets: tuple[str, ...], wanted: str | None, name: str) -> tuple[str, ...]:
    if wanted is None:
        return sheets
    if wanted not in sheets:
        raise FileError(FileProblem.NO_SUCH_SHEET, name, sheet=wanted, sheets=sheets)
    return (wanted,)


@dataclass(slots=True)
class _Checked:
    """What is known of a workbook before calamine sees it."""

    kind: str
    package: Package | None = None
    parts: dict[str, list[str]] = field(default_factory=dict)  # sheet -> what may hold it
    date_1904: bool = False
    _counted: dict[str, int] = field(default_factory=dict)

    def check_extent(self, sheet: str, name: str, ticket: Ticket) -> None:
        """Raise FileError TOO_MANY_CELLS if this sheet would not fit into memory."""
        if self.count(sheet, ticket) > CELLS:
            raise FileError(FileProblem.TOO_MANY_CELLS, name, limit=CELLS)

    def count(self, sheet: str, ticket: Ticket) -> int:
        """Return how many cells calamine would make of a sheet; 0 = few enough."""
        if self.package is None or self.kind == "ods":
            return 0
        if sheet not in self._counted:
            self._counted[sheet] = max(
                (self._cells(self.package, part, ticket) for part in self._parts_of(sheet)),
                default=0,
            )
        return self._counted[sheet]

    def _parts_of(self, sheet: str) -> list[str]:
        assert self.package is not None
        known = self.parts.get(sheet, [])
        if known and all(part in self.package.parts for part in known):
            return known
        inside = [part for part in self.package.parts if "/worksheets/" in part.casefold()]
        return [part for part in inside if not part.endswith(".rels")]

    def _cells(self, package: Package, part: str, ticket: Ticket) -> int:
        chunks = package.chunks(part)
        if self.kind == "xlsb":
            return extents.xlsb_cells(chunks, ticket)
        if extents.xlsx_is_near(chunks, CELLS, ticket):
            return 0
        return extents.xlsx_cells(package.chunks(part), CELLS, ticket)


def _kind_of(package: Package, name: str) -> str:
    parts = package.parts
    if "xl/workbook.bin" in parts:
        return "xlsb"
    if any(part.startswith(("xl/workbook", "xl/worksheets/")) for part in parts):
        macros = b"macroEnabled" in package.read("[Content_Types].xml")
        return "xlsm" if macros else "xlsx"
    if package.read("mimetype").startswith(_ODS_TYPE):
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise FileError(FileProblem.LOCKED_KIND, name)
        return "ods"
    raise FileError(FileProblem.NOT_A_TABLE, name)


def _check_ods(package: Package, name: str, ticket: Ticket) -> None:
    """Raise FileError DAMAGED or TOO_MANY_CELLS before calamine builds all sheets at once."""
    for part in ("content.xml", "META-INF/manifest.xml"):
        if part not in package.parts or not extents.is_well_formed(package.chunks(part)):
            raise FileError(FileProblem.DAMAGED, name)
    if extents.ods_cells(package.chunks("content.xml"), ticket) > CELLS:
        raise FileError(FileProblem.TOO_MANY_CELLS, name, limit=CELLS)


def _xlsx_contents(package: Package, name: str) -> tuple[bool, dict[str, list[str]]]:
    """Return whether dates begin in 1904, and which parts are named as holding which sheet."""
    targets = {
        entry.get("Id"): entry.get("Target", "")
        for entry in _elements(package.read("xl/_rels/workbook.xml.rels"), name)
    }
    date_1904 = False
    parts: dict[str, list[str]] = {}
    for element in _elements(package.read("xl/workbook.xml"), name):
        tag = element.tag.rpartition("}")[2]
        if tag == "workbookPr":
            date_1904 = element.get("date1904", "0") in {"1", "true", "on"}
        elif tag == "sheet":
            relation = next((element.get(key) for key in element.attrib if key.endswith("}id")), "")
            target = targets.get(relation, "")
            part = target[1:] if target.startswith("/") else f"xl/{target}"
            parts.setdefault(element.get("name", ""), []).append(part)
    return date_1904, parts


def _elements(xml: bytes, name: str) -> Iterator[ET.Element]:
    if b"<!DOCTYPE" in xml:  # no spreadsheet program writes one, and entities are never expanded
        raise FileError(FileProblem.DAMAGED, name)
    try:
        return ET.fromstring(xml).iter() if xml else iter(())
    except (ET.ParseError, LookupError, ValueError) as error:  # the latter two: its encoding
        raise FileError(FileProblem.DAMAGED, name) from error


def _read(content: bytes, name: str, wanted: str | None, ticket: Ticket, checked: _Checked) -> Book:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    opening = _Aside(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)))
    if likely := wanted or next(iter(checked.parts), None):
        checked.count(likely, ticket)  # meanwhile, on this thread
    # Not closed here: after a cancel its thread may still be at work in it.
    book = _calamine(opening, name, ticket)
    sheets = _visible_sheets(book)
    for title in _candidates(sheets, wanted, name):
        checked.check_extent(title, name, ticket)
        sheet = _calamine(_Aside(partial(book.get_sheet_by_name, title)), name, ticket)
        if sheet.end is not None:
            grid = _grid(sheet, name, ticket)
            return Book(checked.kind, title, sheets, checked.date_1904, grid)
    raise FileError(FileProblem.EMPTY, name)


def _visible_sheets(book: "CalamineWorkbook") -> tuple[str, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    return tuple(
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    )


def _grid(sheet: "CalamineSheet", name: str, ticket: Ticket) -> Grid:
    assert sheet.start is not None
    assert sheet.end is not None
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    if height * width > CELLS:
        raise FileError(FileProblem.TOO_MANY_CELLS, name, limit=CELLS)
    rows: list[list[Any]] = []
    source = sheet.iter_rows()
    while chunk := list(islice(source, _EVERY)):
        _make_plain(chunk)
        rows += chunk
        ticket.advance(len(rows), height)
    merged = {
        row
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if right > left
        for row in range(top, min(bottom, _HEADER_ROWS) + 1)
    }
    lines = list(range(1, len(rows) + 1))
    return Grid(lines, rows, frozenset(merged), first_column=sheet.start[1])


def _make_plain(rows: list[list[Any]]) -> None:
    """Turn whole floats into ints and durations into text, column by column, in place."""
    for index, column in enumerate(zip(*rows, strict=True)):
        kinds = set(map(type, column))
        if float in kinds or datetime.timedelta in kinds:
            whole = kinds == {float} and all(map(float.is_integer, column))
            if whole and max(map(abs, column)) < _EXACT:
                plain: Iterable[Cell] = map(int, column)
            else:
                plain = map(_plain, column)
            for row, cell in zip(rows, plain, strict=True):
                row[index] = cell


def _plain(cell: Any) -> Cell:
    if type(cell) is float and cell.is_integer() and abs(cell) < _EXACT:
        return int(cell)
    if type(cell) is datetime.timedelta:
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}"
    return cast("Cell", cell)


def _calamine(call: "_Aside[Result]", name: str, ticket: Ticket) -> Result:
    """Wait for a call of calamine; whatever it dislikes becomes a FileError."""
    from python_calamine import CalamineError, PasswordError  # noqa: PLC0415

    try:
        return call.wait(ticket)
    except PasswordError as error:
        raise FileError(FileProblem.LOCKED_KIND, name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise FileError(FileProblem.DAMAGED, name) from error
    except BaseException as error:
        # A panic of Rust is no Exception, and its class can be told by the name alone.
        if type(error).__name__ != "PanicException":
            raise
        raise FileError(FileProblem.DAMAGED, name) from error


class _Aside(Generic[Result]):
    """A call that nothing can interrupt, on a thread of its own, so that a cancel is heard.

    A call given up on runs to its end unheard; it holds a copy of the file, never the file.
    """

    def __init__(self, call: Callable[[], Result]) -> None:
        self._call = call
        self._answer: SimpleQueue[tuple[Result | None, BaseException | None]] = SimpleQueue()
        Thread(target=self._work, name="reading a workbook", daemon=True).start()

    def wait(self, ticket: Ticket) -> Result:
        """Return what the call returned or raise what it raised, once."""
        while True:
            ticket.check()
            try:
                result, error = self._answer.get(timeout=_PATIENCE)
            except Empty:
                continue
            if error is not None:
                raise error
            return cast("Result", result)

    def _work(self) -> None:
        try:
            self._answer.put((self._call(), None))
        except BaseException as error:
            self._answer.put((None, error))
