"""What is checked before a foreign file is parsed, so that none can take the program down."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.errors import FileError, FileProblem
from app.jobs import Ticket

TEXT_BYTES = 1_000_000_000
BOOK_BYTES = 500_000_000  # a workbook as it lies on the disk, or unpacked without its sheets
SHEET_BYTES = 2_000_000_000  # all sheets unpacked; a full one of 12 columns has 630 MB
BOOK_PARTS = 10_000  # files inside a workbook
PACKED_RATIO = 100  # a full sheet of equal rows has 17, a bomb 1,000
PACKED_RATIO_FROM = 50_000_000  # bytes unpacked; smaller parts may be as dense as they like
CELLS = 20_000_000
CHUNK = 1 << 20

_PART_HEADER, _HEADER_BYTES = b"PK\x03\x04", 30
_DIRECTORY_ENTRY = b"PK\x01\x02"


class Source:
    """A file opened for reading that knows whether it has changed since; not for two threads."""

    def __init__(self, path: Path) -> None:
        """Open `path`; raise FileError NOT_FOUND, NO_PERMISSION, NOT_A_TABLE (a folder), EMPTY."""
        self.path = path
        self.name = path.name
        if path.is_dir():
            raise FileError(FileProblem.NOT_A_TABLE, self.name)
        try:
            self.file: BinaryIO = path.open("rb")
        except PermissionError as error:
            raise FileError(FileProblem.NO_PERMISSION, self.name) from error
        except (OSError, ValueError) as error:
            raise FileError(FileProblem.NOT_FOUND, self.name) from error
        self._seen = os.fstat(self.file.fileno())
        self.size = self._seen.st_size
        if not self.size:
            self.file.close()
            raise FileError(FileProblem.EMPTY, self.name)

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()

    def check_size(self, limit: int) -> None:
        """Raise FileError TOO_LARGE if the file has more than `limit` bytes."""
        if self.size > limit:
            raise FileError(FileProblem.TOO_LARGE, self.name, limit=limit, size=self.size)

    def check_unchanged(self) -> None:
        """Raise FileError VANISHED if the file was written to, replaced or deleted meanwhile."""
        try:
            now = self.path.stat()
        except OSError as error:
            raise FileError(FileProblem.VANISHED, self.name) from error
        if any(
            (old.st_size, old.st_mtime_ns, old.st_ino) != (now.st_size, now.st_mtime_ns, now.st_ino)
            for old in (self._seen, os.fstat(self.file.fileno()))
        ):
            raise FileError(FileProblem.VANISHED, self.name)

    def read_all(self, ticket: Ticket) -> bytes:
        """Return the whole file; raise FileError VANISHED if it does not hold still."""
        self.file.seek(0)
        parts = []
        while part := self.file.read(CHUNK):
            ticket.check()
            parts.append(part)
        self.check_unchanged()
        return b"".join(parts)


class Package:
    """The zip that a workbook is; every part was found small enough, or is when unpacked."""

    def __init__(self, content: bytes, name: str) -> None:
        """Look at the directory only; raise FileError DAMAGED, TOO_LARGE or LOCKED_KIND."""
        self._content = content
        self._name = name
        if content.count(_DIRECTORY_ENTRY) > BOOK_PARTS:
            raise FileError(FileProblem.TOO_LARGE, name, limit=BOOK_BYTES, size=len(content))
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                listed = archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise FileError(FileProblem.DAMAGED, name) from error
        self.parts = {part.filename: part for part in listed}
        if len(self.parts) != len(listed):  # which of two would be checked, and which read?
            raise FileError(FileProblem.DAMAGED, name)
        sheets = sum(part.file_size for part in self.parts.values() if _is_sheet(part.filename))
        size = sum(part.file_size for part in self.parts.values())
        if size - sheets > BOOK_BYTES or any(map(_is_bomb, self.parts.values())):
            raise FileError(FileProblem.TOO_LARGE, name, limit=BOOK_BYTES, size=size)
        if sheets > SHEET_BYTES:
            raise FileError(FileProblem.TOO_LARGE, name, limit=SHEET_BYTES, size=size)
        if any(part.flag_bits & 1 for part in self.parts.values()):
            raise FileError(FileProblem.LOCKED_KIND, name)

    def chunks(self, part_name: str) -> Iterator[bytes]:
        """Unpack one part piece by piece; raise FileError DAMAGED, also where its size is a lie."""
        part = self.parts[part_name]
        begin = part.header_offset
        head = self._content[begin : begin + _HEADER_BYTES]
        if len(head) < _HEADER_BYTES or not head.startswith(_PART_HEADER):
            raise FileError(FileProblem.DAMAGED, self._name)
        begin += _HEADER_BYTES + sum(struct.unpack_from("<HH", head, 26))
        packed = memoryview(self._content)[begin : begin + part.compress_size]
        size = 0
        for chunk in _unpacked(packed, part.compress_type, self._name):
            size += len(chunk)
            if size > part.file_size:  # zipfile would stop here, calamine would go on
                break
            yield chunk
        if size != part.file_size:
            raise FileError(FileProblem.DAMAGED, self._name)

    def read(self, part_name: str, limit: int = 5_000_000) -> bytes:
        """Return a small part, b"" if there is none; raise FileError DAMAGED above `limit`."""
        part = self.parts.get(part_name)
        if part is None:
            return b""
        if part.file_size > limit:
            raise FileError(FileProblem.DAMAGED, self._name)
        return b"".join(self.chunks(part_name))

    def check_sizes(self, ticket: Ticket) -> None:
        """Unpack what a reader loads besides the sheets, to see that no size is a lie."""
        for name, part in self.parts.items():
            if name.endswith((".xml", ".bin", ".rels")) and not _is_sheet(name):
                for _chunk in self.chunks(name) if part.compress_size > CHUNK // 16 else ():
                    ticket.check()


def _is_sheet(part_name: str) -> bool:
    return "/worksheets/" in part_name


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > PACKED_RATIO_FROM and (
        part.file_size > PACKED_RATIO * max(part.compress_size, 1)
    )


def _unpacked(packed: memoryview, method: int, name: str) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    if method != zipfile.ZIP_DEFLATED:
        raise FileError(FileProblem.DAMAGED, name)
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for begin in range(0, len(packed), CHUNK // 16):
            yield unpacker.decompress(packed[begin : begin + CHUNK // 16])
        yield unpacker.flush()
    except zlib.error as error:
        raise FileError(FileProblem.DAMAGED, name) from error
