"""How many cells a sheet would take up, counted without building it.

Calamine lays a sheet out as one full rectangle: two cells, in A1 and XFD1048576, make it ask for
half a terabyte and abort the process. So the far corner is looked for first.
"""

import re
import struct
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from app.jobs import Ticket

# A reference beyond column Z or row 1,049,999: without one there are at most 27 million cells.
_FAR = re.compile(rb'r="(?!http)(?:[A-Za-z]{2}|[A-Za-z](?:10[5-9]|1[1-9]\d|[2-9]\d\d|\d{4})\d{4})')
_REFERENCE = re.compile(rb"""r=["']([A-Za-z]{1,3})(\d{1,10})["']""")
_SEAM = 24  # bytes; no reference is longer
_SMALL = 2_000_000  # bytes; so little is counted in no time
_LARGE = 500_000_000  # bytes; from here on even the number of cells could fill the memory
_FIRST_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^>]*)?/?>")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")

_ODS_TAG = re.compile(
    rb"<(/?)table:(table|table-row|(?:covered-)?table-cell)(?=[\s/>])([^>]*?)(/?)>"
)
_ODS_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')

_XLSB_CELLS = frozenset((*range(1, 12), 62))
_XLS_CELLS = frozenset((0x06, 0xBD, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E))
_XLS_PACKED_ROW, _XLS_EXTENT, _XLS_STRINGS, _XLS_SHEET, _XLS_END = 0xBD, 0x200, 0xFC, 0x85, 0x0A


def xlsx_is_near(chunks: Iterable[bytes], limit: int, ticket: Ticket) -> bool:
    """Say whether a sheet in XML has no far reference and at most `limit` cells by their tags.

    False = count it with `xlsx_cells`, which is slower.
    """
    seam = b""
    size = cells = 0
    begun = False
    for chunk in chunks:
        ticket.check()
        size += len(chunk)
        if not begun and (cell := _FIRST_CELL.search(chunk)):
            begun = True
            if b' r="' not in cell[0]:
                return False
        if _FAR.search(chunk) or _FAR.search(seam + chunk[:_SEAM]):
            return False
        if size > _LARGE:
            cells += chunk.count(b' r="')
            if cells > limit:
                return False
        seam = chunk[-_SEAM:]
    return size > _SMALL


def xlsx_cells(chunks: Iterable[bytes], limit: int, ticket: Ticket) -> int:
    """Count the rectangle of a sheet in XML; the count stops soon after it exceeds `limit`."""
    rows = columns = counted_rows = unfinished = total = 0
    seam = b""
    for chunk in chunks:
        ticket.check()
        whole = seam + chunk
        cut = whole.rfind(b"<")
        whole, seam = whole[:cut], whole[cut:]
        references = _REFERENCE.findall(whole)
        letters = {reference[0] for reference in references}
        columns = max(columns, max(map(_column, letters), default=0))
        pieces = _ROW.split(whole)
        counted_rows += len(pieces) - 1
        cells = [len(_CELL.findall(piece)) for piece in pieces]
        total += sum(cells)
        if sum(cells) > len(references):  # cells may come without, simply one after the other
            cells[0] += unfinished
            unfinished = cells[-1]
            columns = max(columns, *cells)
        rows = max(rows, counted_rows, max((int(row) for _, row in references), default=0))
        if max(total, rows * columns) > limit:
            break
    return max(total, rows * columns)


def xlsb_cells(chunks: Iterable[bytes], ticket: Ticket) -> int:
    """Count the rectangle of a sheet in binary records."""
    content = b"".join(chunks)
    rows = columns = 0
    for kind, begin, size in _xlsb_records(content):
        ticket.check()
        if kind == 0 and size >= 4:
            rows = max(rows, struct.unpack_from("<I", content, begin)[0] + 1)
        elif kind in _XLSB_CELLS and size >= 4:
            columns = max(columns, struct.unpack_from("<I", content, begin)[0] + 1)
    return rows * columns


def _xlsb_records(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (kind, begin, size) of each record; ends quietly where they stop making sense."""
    at, end = 0, len(content)
    while at < end:
        kind = content[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = (kind & 0x7F) | content[at] << 7
            at += 1
        size = shift = 0
        while at < end and shift < 28:
            byte = content[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        if at + size > end:
            return
        yield kind, at, size
        at += size


def xlsb_dates_from_1904(workbook: bytes) -> bool:
    """Say whether a binary workbook counts its days from 1904."""
    properties = (begin for kind, begin, size in _xlsb_records(workbook) if kind == 153 and size)
    return any(workbook[begin] & 1 for begin in properties)


def xls_cells(stream: bytearray, limit: int, ticket: Ticket) -> int:
    """Count the rectangles of all sheets of an old workbook; calamine builds all of them at once.

    What the sheets announce of their size is blanked out on the way: calamine would set memory
    aside for it unseen. The count stops soon after it exceeds `limit`.
    """
    total = 0
    for sheet in _xls_sheets(stream):
        rows = columns = 0
        for kind, begin, size in xls_records(stream, sheet):
            ticket.check()
            if kind in _XLS_CELLS and size >= 4:
                row, column = struct.unpack_from("<HH", stream, begin)
                if kind == _XLS_PACKED_ROW:
                    column = struct.unpack_from("<H", stream, begin + size - 2)[0]
                rows, columns = max(rows, row + 1), max(columns, column + 1)
            elif kind == _XLS_EXTENT:
                stream[begin : begin + size] = bytes(size)
            elif kind == _XLS_END:
                break
        total += rows * columns
        if total > limit:
            break
    return total


def _xls_sheets(stream: bytearray) -> Iterator[int]:
    for kind, begin, size in xls_records(stream):
        if kind == _XLS_SHEET and size >= 4:
            yield struct.unpack_from("<I", stream, begin)[0]
        elif kind == _XLS_END:
            return


def xls_strings(stream: bytes | bytearray) -> int:
    """Return how many shared strings an old workbook announces."""
    most = 0
    for kind, begin, size in xls_records(stream):
        if kind == _XLS_STRINGS and size >= 8:
            most = max(most, struct.unpack_from("<I", stream, begin + 4)[0])
        elif kind == _XLS_END:
            break
    return most


def xls_records(stream: bytes | bytearray, place: int = 0) -> Iterator[tuple[int, int, int]]:
    """Yield (kind, begin, size) of each record of an old workbook from `place` on."""
    at, end = place, len(stream) - 4
    while at <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if at + size > len(stream):
            return
        yield kind, at, size
        at += size


def ods_cells(chunks: Iterable[bytes], ticket: Ticket) -> int:
    """Count the rectangles of all sheets of an OpenDocument, with what is repeated in them.

    Calamine builds all of them at once.
    """
    total = rows = columns = 0
    row = column = repeats = filled = 0
    content = b"".join(chunks)
    for tag in _ODS_TAG.finditer(content):
        ticket.check()
        closing, name, attributes, empty = tag.groups()
        repeated = _ODS_REPEATED.search(attributes)
        times = int(repeated[1]) if repeated else 1
        if name == b"table":
            total += rows * columns
            rows = columns = row = 0
        elif name == b"table-row" and not closing:
            column, repeats, filled = 0, times, 0
            row += times if empty else 0
        elif name == b"table-row":
            row += repeats
            if filled:
                rows, columns = row, max(columns, filled)
        elif not closing:
            column += times
            hollow = empty or content[tag.end() : tag.end() + 2] == b"</"
            if not hollow or b"value" in attributes:
                filled = column
    return total + rows * columns


def _column(letters: bytes) -> int:
    """Return the number of a column: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def is_well_formed(chunks: Iterable[bytes]) -> bool:
    """Say whether this is XML without entities; calamine waits for ever for a tag left open."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk)
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, ValueError):
        return False
    return True


def _refuse(*_declaration: object) -> None:
    raise ValueError
