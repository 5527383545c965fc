"""The first rows of a long workbook, to show its columns while the rest is still being read."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from app.errors import FileError
from app.exchange.excel_files import ZIP_MAGIC
from app.exchange.limits import BOOK_BYTES, Package, Source
from app.exchange.reading import ReadRequest, read_book_table
from app.exchange.table import Table
from app.jobs import Ticket

ROWS = 200
LONG = 1_000_000  # bytes of a sheet, unpacked; shorter ones are read as a whole in no time
WIDE = 20_000_000  # bytes; where so many do not hold the first rows, something is odd
SMALL = 5_000_000  # bytes of any other part
STRINGS = "xl/sharedStrings.xml"

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_STRING = re.compile(rb't="s"[^>]*><v>(\d+)</v>')


def read_first_rows(
    path: Path, request: ReadRequest, ticket: Ticket, knows: Callable[[Sequence[str]], float]
) -> Table | None:
    """Return the table that the first rows of a long xlsx make, None for any other file.

    What is wrong with a file is told by reading the whole of it.
    """
    if request.encoding is not None:
        return None
    try:
        with closing(Source(path)) as source:
            if source.size > BOOK_BYTES or not source.file.read(4).startswith(ZIP_MAGIC):
                return None
            content = _shortened(source.read_all(ticket), source.name)
        if content is None:
            return None
        return read_book_table(content, path.name, request, ticket, knows)
    except (FileError, OSError):
        return None


def _shortened(content: bytes, name: str) -> bytes | None:
    """Return the workbook with the first rows of each sheet alone, None where that cannot be."""
    package = Package(content, name)
    sheets = [part for part in package.parts if _SHEET.fullmatch(part)]
    if all(package.parts[part].file_size < LONG for part in sheets):
        return None
    kept = {part: _head(package, part, b"</row>", ROWS, b"</sheetData></worksheet>")
            for part in sheets}  # fmt: skip
    if STRINGS in package.parts:
        places = [int(place) for xml in kept.values() for place in _STRING.findall(xml or b"")]
        kept[STRINGS] = _head(package, STRINGS, b"</si>", max(places, default=0) + 1, b"</sst>")
    if None in kept.values():
        return None
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part, entry in package.parts.items():
            if part in kept:
                archive.writestr(part, kept[part] or b"")
            elif part.endswith((".xml", ".rels")) and entry.file_size < SMALL:
                archive.writestr(part, package.read(part))
    return file.getvalue()


def _head(package: Package, part: str, end: bytes, count: int, close: bytes) -> bytes | None:
    """Return a part up to so many ends of its elements, the whole of it where it has fewer."""
    xml = b""
    seen = 0
    for chunk in package.chunks(part):
        xml += chunk
        seen += chunk.count(end)
        if len(xml) > WIDE:
            return None
        if seen > count:
            break
    else:
        return xml
    at = -1
    for _element in range(count):
        at = xml.index(end, at + 1)
    return xml[: at + len(end)] + close
