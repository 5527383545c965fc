"""Workbooks of Excel 5 and 95, as old Korean tills still write them.

Calamine takes each byte of their double-byte text for a character of its own, so that no Hangul
survives; what a customer list needs of the format is little, and read here.
"""

import codecs
import datetime
import re
import struct
from collections.abc import Iterator

from app.exchange.extents import xls_records
from app.exchange.table import Cell, Grid
from app.jobs import Ticket

_EOF, _BOUND_SHEET, _CODE_PAGE, _DATE_MODE, _FORMAT, _STYLE = 0x0A, 0x85, 0x42, 0x22, 0x41E, 0xE0
_NUMBER, _LABEL, _RICH_LABEL, _BOOL_OR_ERROR = 0x203, 0x204, 0xD6, 0x205
_PACKED, _PACKED_ROW, _FORMULA, _FORMULA_TEXT = 0x27E, 0xBD, 0x06, 0x207
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_DATE_SIGN = re.compile(r"[ymdhs년월일]", re.IGNORECASE)
_NO_SIGN = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


class Excel95Book:
    """The 'Book' stream of such a file; struct.error comes out wherever it is cut short."""

    def __init__(self, stream: bytes) -> None:
        self.sheets: dict[str, int] = {}  # visible worksheets, and where in the stream they begin
        self.date_1904 = False
        self._stream = stream
        self._codec = "cp1252"
        self._formats: dict[int, str] = {}
        styles: list[int] = []
        for kind, begin, size in xls_records(stream):
            content = stream[begin : begin + size]
            if kind == _CODE_PAGE:
                self._codec = _codec(struct.unpack_from("<H", content)[0])
            elif kind == _DATE_MODE:
                self.date_1904 = content[:1] == b"\x01"
            elif kind == _FORMAT:
                number, length = struct.unpack_from("<HB", content)
                self._formats[number] = self._text(content[3 : 3 + length])
            elif kind == _STYLE:
                styles.append(struct.unpack_from("<H", content, 2)[0])
            elif kind == _BOUND_SHEET:
                place, state, sort, length = struct.unpack_from("<IBBB", content)
                if not state & 3 and sort == 0:
                    self.sheets[self._text(content[7 : 7 + length])] = place
            elif kind == _EOF:
                break
        self._dates = [self._is_date(number) for number in styles]

    def grid(self, sheet: str, ticket: Ticket) -> Grid:
        """Return the rows of one of `sheets`; no rows if it is empty."""
        cells: dict[int, dict[int, Cell]] = {}
        width = 0
        for row, column, cell in self._cells(self.sheets[sheet]):
            ticket.check()
            if cell != "":
                cells.setdefault(row, {})[column] = cell
                width = max(width, column + 1)
        height = max(cells, default=-1) + 1
        rows: list[list[Cell]] = [[""] * width for _ in range(height)]
        for row, found in cells.items():
            for column, cell in found.items():
                rows[row][column] = cell
        ticket.advance(height, height)
        return Grid(list(range(1, height + 1)), rows)

    def _cells(self, place: int) -> Iterator[tuple[int, int, Cell]]:
        row = column = 0
        for kind, begin, size in xls_records(self._stream, place):
            content = self._stream[begin : begin + size]
            if kind == _EOF:
                return
            if kind == _FORMULA_TEXT:
                yield row, column, self._text(content[2:])
            elif kind == _PACKED_ROW:
                row, column = struct.unpack_from("<HH", content)
                for at in range(4, size - 2, 6):
                    style, packed = struct.unpack_from("<HI", content, at)
                    yield row, column, self._number(_unpacked(packed), style)
                    column += 1
            elif kind in {_NUMBER, _LABEL, _RICH_LABEL, _BOOL_OR_ERROR, _PACKED, _FORMULA}:
                row, column, style = struct.unpack_from("<HHH", content)
                yield row, column, self._cell(kind, content[6:], style)

    def _cell(self, kind: int, value: bytes, style: int) -> Cell:
        if kind in {_LABEL, _RICH_LABEL}:
            return self._text(value[2 : 2 + struct.unpack_from("<H", value)[0]])
        if kind == _PACKED:
            return self._number(_unpacked(struct.unpack_from("<I", value)[0]), style)
        if kind == _BOOL_OR_ERROR:
            return "" if value[1] else bool(value[0])
        if kind == _FORMULA and value[6:8] == b"\xff\xff":
            return bool(value[2]) if value[0] == 1 else ""  # a text follows in its own record
        return self._number(struct.unpack_from("<d", value)[0], style)

    def _number(self, value: float, style: int) -> Cell:
        if style < len(self._dates) and self._dates[style]:
            return _moment(value, date_1904=self.date_1904)
        return int(value) if value.is_integer() else value

    def _is_date(self, number: int) -> bool:
        pattern = _NO_SIGN.sub("", self._formats.get(number, ""))
        if number in _DATE_FORMATS and number not in self._formats:
            return True
        return _DATE_SIGN.search(pattern) is not None and "general" not in pattern.casefold()

    def _text(self, content: bytes) -> str:
        return content.decode(self._codec, "replace")  # shown as �; the file has no other reading


def _codec(page: int) -> str:
    name = {32768: "mac_roman", 32769: "cp1252", 1200: "utf-16-le"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _unpacked(packed: int) -> float:
    """Unpack a number kept in 30 bits: whole or the head of a float, perhaps in hundredths."""
    value: float
    if packed & 2:
        value = (packed >> 2) - ((packed & 0x80000000) >> 1)
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else float(value)


def _moment(days: float, *, date_1904: bool) -> Cell:
    """Turn a count of days into a date, with a time if it has one; out of range stays a number."""
    # Lotus took 1900 for a leap year, and Excel kept the 29 February that never was.
    start = datetime.datetime(1904, 1, 1) if date_1904 else datetime.datetime(1899, 12, 30)
    if not date_1904 and days < 60:
        start += datetime.timedelta(days=1)
    try:
        moment = start + datetime.timedelta(seconds=round(days * 86_400))
    except (OverflowError, ValueError):
        return days
    if 0 <= days < 1:
        return moment.time()
    return moment if moment.time() != datetime.time() else moment.date()
