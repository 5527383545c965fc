"""Files of somebody's computer as they come into the shop: looked at, read, told apart."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator
from pathlib import Path

from app.errors import FileError, FileProblem
from app.file_names import safe_name
from app.store import explained
from db.file_cipher import CHUNK
from db.file_store import FileStore

MOST_MEGABYTES = 100
UNKNOWN = "application/octet-stream"

Facts = dict[str, str | int]  # of the columns `db.repositories.files.FACTS`


def require_keepable(source: Path) -> None:
    """Raise FileError NO_FILE, NOT_FOUND and TOO_BIG_TO_KEEP for what cannot be kept."""
    if source.is_dir():
        raise FileError(FileProblem.NO_FILE, source.name)
    try:
        if not source.is_file():  # a pipe or a device never ends
            raise FileError(FileProblem.NOT_FOUND, source.name)
        size = source.stat().st_size
    except (OSError, ValueError) as error:
        raise FileError(FileProblem.NOT_FOUND, source.name) from error
    _require_size(source, size)


def keep(store: FileStore, source: Path) -> Facts:
    """Keep the bytes of a file; return what a row tells of it.

    Raises FileError NO_PERMISSION, VANISHED and TOO_BIG_TO_KEEP, StorageError for the shop's disk.
    """
    with explained():
        stored = store.keep(_chunks(source))
    return _facts(source, stored.sha256, stored.size)


def look(source: Path) -> Facts:
    """Return what a row would tell of a file, which is only read; raises FileError like `keep`."""
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(source):
        digest.update(chunk)
        size += len(chunk)
    return _facts(source, digest.hexdigest(), size)


def _facts(source: Path, sha256: str, size: int) -> Facts:
    name = safe_name(source.name)
    media_type = mimetypes.guess_type(name)[0] or UNKNOWN
    return {"sha256": sha256, "file_name": name, "media_type": media_type, "size": size}


def _require_size(source: Path, size: int) -> None:
    if size > MOST_MEGABYTES * 1_000_000:
        raise FileError(FileProblem.TOO_BIG_TO_KEEP, source.name, limit=MOST_MEGABYTES)


def _chunks(source: Path) -> Iterator[bytes]:
    """Yield what is in a file; trouble with it is no trouble of the shop's disk."""
    try:
        with source.open("rb") as file:
            read = 0
            while chunk := file.read(CHUNK):
                read += len(chunk)
                _require_size(source, read)  # it may grow while it is read
                yield chunk
    except PermissionError as error:
        raise FileError(FileProblem.NO_PERMISSION, source.name) from error
    except OSError as error:
        raise FileError(FileProblem.VANISHED, source.name) from error
