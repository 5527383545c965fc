"""Compound files of old Office: workbooks before 2007, and any workbook locked with a password."""

import io

from app.errors import FileError, FileProblem
from app.exchange.extents import xls_records

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_EVERYBODYS_PASSWORD = "VelvetSweatshop"  # Excel's own, for files locked without asking for one
_STREAMS = ("EncryptedPackage", "Workbook", "Book")  # since 2007, 97 to 2003, 5 and 95
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


def dates_from_1904(stream: bytes) -> bool:
    """Say whether a 'Workbook' stream counts its days from 1904."""
    return _globals(stream).get(_DATE_MODE, b"")[:1] == b"\x01"


def main_stream(content: bytes, name: str) -> tuple[str, bytes]:
    """Return the name ('Workbook', 'Book' …) and the bytes of what makes a file a workbook.

    Raise FileError DAMAGED, or NOT_A_TABLE for other documents.
    """
    import olefile  # type: ignore[import-untyped]  # noqa: PLC0415

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
