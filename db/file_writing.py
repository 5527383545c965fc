"""Writing files beside a shop so that each is safe once it has its name, whoever else writes."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from db.errors import StorageError
from db.file_cipher import CHUNK
from db.reasons import disk_error

STALE = 86_400  # seconds after which nobody writes any more at what is unfinished


def raw(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file as they are."""
    with path.open("rb") as file:
        yield from pieces(file)


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what is left of an open file."""
    while chunk := file.read(CHUNK):
        yield chunk


def told(chunks: Iterable[bytes], digest: hashlib._Hash) -> Iterator[bytes]:
    """Yield bytes on; the digest is told of each."""
    for chunk in chunks:
        digest.update(chunk)
        yield chunk


def prove(chunks: Iterable[bytes], digest: hashlib._Hash) -> None:
    """Raise StorageError unless what was written is what was read."""
    again = hashlib.sha256()
    for _chunk in told(chunks, again):
        pass
    if again.digest() != digest.digest():
        raise StorageError("io")


def settle(fresh: Path, target: Path) -> None:
    """Put a file that was written in its place, so that the disk keeps it there."""
    target.parent.mkdir(exist_ok=True)
    try:
        os.replace(fresh, target)  # noqa: PTH105 - atomic, on Windows too
    except FileNotFoundError:  # another has just removed the last file of the folder
        target.parent.mkdir(exist_ok=True)
        os.replace(fresh, target)  # noqa: PTH105
    if os.name == "posix":  # the name itself must be on the disk before a row tells it
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def remove(path: Path) -> None:
    """Delete a file if it is there, and its folder if nothing else is in it."""
    try:
        path.unlink()
    except FileNotFoundError:
        return
    with suppress(OSError):
        path.parent.rmdir()


def sweep(room: Path) -> None:
    """Delete what programs that were killed have left half written."""
    for left in room.iterdir():
        with suppress(FileNotFoundError):  # another has just finished it
            if time.time() - left.stat().st_mtime > STALE:
                left.unlink()


@contextmanager
def write_errors() -> Iterator[None]:
    """Turn what the disk refuses into a StorageError."""
    try:
        yield
    except OSError as error:
        raise disk_error(error) from error
