"""Compound files of old Office: workbooks before 2007, and any workbook locked with a password."""

import io
import struct

from app.errors import FileError, FileProblem
from app.exchange.extents import xls_records

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_EVERYBODYS_PASSWORD = "VelvetSweatshop"  # Excel's own, for files locked without asking for one
_STREAMS = ("EncryptedPackage", "Workbook", "Book")  # since 2007, 97 to 2003, 5 and 95
_SECTOR = 512
_PER_SECTOR = _SECTOR // 4
_IN_HEADER = 109
_SMALLEST_STREAM = 4096
_FREE, _END, _TABLE, _FURTHER = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC

_FILE_PASS = 0x2F
_DATE_MODE = 0x22
_END_OF_PART = 0x0A


def open_compound(content: bytes, name: str, password: str | None) -> bytes:
    """Return a workbook without its lock: `content` itself where there is none.

    Raise FileError NEEDS_PASSWORD, WRONG_PASSWORD, LOCKED_KIND, DAMAGED, or NOT_A_TABLE for
    other documents of that kind.
    """
    kind, stream = main_stream(content, name)
    if kind != "EncryptedPackage" and _FILE_PASS not in _globals(stream):
        return content
    if kind == "Book":
        raise FileError(FileProblem.LOCKED_KIND, name)
    return _unlocked(content, name, password)


def clean_compound(stream: bytes | bytearray) -> bytes:
    """Return a container that holds nothing but `stream` as its 'Workbook'.

    Calamine follows the chains of a container wherever they lead, in circles too, and reads the
    macros unasked; in this one there is nothing to go wrong.
    """
    size = max(len(stream), _SMALLEST_STREAM)
    stream = stream.ljust(size + -size % _SECTOR, b"\0")
    count = len(stream) // _SECTOR
    tables = 1
    while count + 1 + tables + _further(tables) > tables * _PER_SECTOR:
        tables += 1
    further = _further(tables)
    first_table = count + 1
    first_further = first_table + tables
    chains = [*range(1, count), _END, _END, *[_TABLE] * tables, *[_FURTHER] * further]
    chains += [_FREE] * (tables * _PER_SECTOR - len(chains))
    listed = list(range(first_table, first_further))
    listed += [_FREE] * (_IN_HEADER + further * (_PER_SECTOR - 1) - tables)
    header = struct.pack(
        "<8s16xHHHHH6x9I",
        *(MAGIC, 0x3E, 3, 0xFFFE, 9, 6, 0, tables, count, 0, _SMALLEST_STREAM, _END, 0),
        *(first_further if further else _END, further),
    )
    directory = _entry("Root Entry", kind=5, child=1, start=_END)
    directory += _entry("Workbook", kind=2, start=0, size=size)
    parts = [header, _numbers(listed[:_IN_HEADER]), stream, directory.ljust(_SECTOR, b"\0")]
    parts.append(_numbers(chains))
    for number in range(further):
        begin = _IN_HEADER + number * (_PER_SECTOR - 1)
        following = first_further + number + 1 if number + 1 < further else _END
        parts.append(_numbers([*listed[begin : begin + _PER_SECTOR - 1], following]))
    return b"".join(parts)


def _further(tables: int) -> int:
    """Return how many sectors list the tables that the header has no room for."""
    return -(-max(tables - _IN_HEADER, 0) // (_PER_SECTOR - 1))


def _entry(name: str, *, kind: int, start: int, child: int = -1, size: int = 0) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = struct.pack("<64sHBBiii", text, len(text), kind, 1, -1, -1, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def _numbers(numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def dates_from_1904(stream: bytes) -> bool:
    """Say whether a 'Workbook' stream counts its days from 1904."""
    return _globals(stream).get(_DATE_MODE, b"")[:1] == b"\x01"


def main_stream(content: bytes, name: str) -> tuple[str, bytes]:
    """Return the name ('Workbook', 'Book' …) and the bytes of what makes a file a workbook.

    Raise FileError DAMAGED, or NOT_A_TABLE for other documents.
    """
    import olefile  # noqa: PLC0415

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as compound:
            kind = next(filter(compound.exists, _STREAMS), "")
            stream = compound.openstream(kind).read() if kind else b""
    except Exception as error:  # bad bytes make olefile fail in any way there is
        raise FileError(FileProblem.DAMAGED, name) from error
    if not kind:
        raise FileError(FileProblem.NOT_A_TABLE, name)
    return kind, stream


def _globals(stream: bytes) -> dict[int, bytes]:
    """Return the records about the whole workbook, by kind."""
    found = {}
    for kind, begin, size in xls_records(stream):
        if kind == _END_OF_PART:
            break
        found[kind] = stream[begin : begin + size]
    return found


def _unlocked(content: bytes, name: str, password: str | None) -> bytes:
    from msoffcrypto.exceptions import (  # noqa: PLC0415
        DecryptionError,
        FileFormatError,
        InvalidKeyError,
    )

    for key in filter(None, (_EVERYBODYS_PASSWORD, password)):
        try:
            return _unlocked_with(content, key)
        except InvalidKeyError:
            continue
        except (DecryptionError, FileFormatError) as error:  # the lock of some third party
            raise FileError(FileProblem.LOCKED_KIND, name) from error
        except Exception as error:
            raise FileError(FileProblem.DAMAGED, name) from error
    raise FileError(FileProblem.WRONG_PASSWORD if password else FileProblem.NEEDS_PASSWORD, name)


def _unlocked_with(content: bytes, password: str) -> bytes:
    from msoffcrypto import OfficeFile  # noqa: PLC0415

    locked = OfficeFile(io.BytesIO(content))
    checks = {"verify_password": True} if locked.format == "ooxml" else {}
    locked.load_key(password=password, **checks)
    opened = io.BytesIO()
    locked.decrypt(opened)
    return opened.getvalue()
