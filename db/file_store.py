"""The files beside a shop: named by what is in them, written once, never overwritten."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from db.errors import StorageError
from db.reasons import disk_error

CHUNK = 1 << 20
SUFFIX = ".files"  # after the name of the shop's file
UNFINISHED = "unfinished"  # the folder of what is being written
STALE = 86_400  # seconds after which nobody writes any more at what is unfinished
_SHA = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Stored:
    """The bytes of a file that are safe on the disk."""

    sha256: str
    size: int


class FileStore:
    """A folder of files, each under the SHA-256 of its bytes; for any thread.

    What several rows refer to lies there once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Return where a file lies, or would; raise ValueError for what is no SHA-256."""
        if not _SHA.fullmatch(sha256):
            raise ValueError(sha256)
        return self.folder / sha256[:2] / sha256[2:]

    def keep(self, chunks: Iterable[bytes]) -> Stored:
        """Write bytes and return their name once they are safe; raise StorageError."""
        with _write_errors():
            room = self.folder / UNFINISHED
            room.mkdir(parents=True, exist_ok=True)
            _sweep(room)
            handle, name = tempfile.mkstemp(dir=room)
            fresh = Path(name)
            try:
                with os.fdopen(handle, "wb") as file:
                    digest, size = hashlib.sha256(), 0
                    for chunk in chunks:
                        file.write(chunk)
                        digest.update(chunk)
                        size += len(chunk)
                    file.flush()
                    os.fsync(file.fileno())
                stored = Stored(digest.hexdigest(), size)
                self._settle(fresh, stored.sha256)
            finally:
                fresh.unlink(missing_ok=True)
        return stored

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and self.is_there(sha256)

    def is_there(self, sha256: str, size: int | None = None) -> bool:
        """Tell whether a file is there, and of that size: a quick look, no proof."""
        try:
            found = self.path_of(sha256).stat().st_size
        except (OSError, ValueError):
            return False
        return size is None or found == size

    def is_good(self, sha256: str) -> bool:
        """Read a file through and tell whether it is what its name says."""
        try:
            with self.path_of(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except (OSError, ValueError):
            return False

    def read(self, sha256: str) -> bytes | None:
        """Return the bytes of a file; None if it is missing or is not what its name says."""
        try:
            content = self.path_of(sha256).read_bytes()
        except (OSError, ValueError):
            return None
        return content if hashlib.sha256(content).hexdigest() == sha256 else None

    def drop(self, sha256: str) -> None:
        """Delete a file, if it is there."""
        with _write_errors():
            path = self.path_of(sha256)
            path.unlink(missing_ok=True)
            if path.parent.is_dir() and not any(path.parent.iterdir()):
                path.parent.rmdir()

    def drop_unfinished(self) -> None:
        """Delete what was being written when a program was killed."""
        shutil.rmtree(self.folder / UNFINISHED, ignore_errors=True)

    def names(self) -> Iterator[str]:
        """Yield the SHA-256 of every file."""
        for path in sorted(self.folder.glob("??/*")):
            if _SHA.fullmatch(name := path.parent.name + path.name):
                yield name

    def take_over(self, other: FileStore, names: Iterable[str]) -> list[str]:
        """Copy files of another store that are not here yet; return those it cannot give.

        What is here already is not copied, nor read, again. Raises StorageError.
        """
        lacking = []
        for name in names:
            source = other.path_of(name)
            if not source.is_file():
                if not self.is_there(name):
                    lacking.append(name)
            elif not self.is_there(name, source.stat().st_size):
                if not other.is_good(name):
                    lacking.append(name)
                    continue
                with source.open("rb") as file:
                    self.keep(iter(partial(file.read, CHUNK), b""))
                if not self.is_good(name):
                    raise StorageError("io")
        return lacking

    def _settle(self, fresh: Path, sha256: str) -> None:
        target = self.path_of(sha256)
        if self.is_good(sha256):
            return
        target.parent.mkdir(exist_ok=True)
        os.replace(fresh, target)  # noqa: PTH105 - atomic, on Windows too
        if os.name == "posix":  # the name itself must be on the disk before a row tells it
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def store_of(shop: Path) -> FileStore:
    """Return the files beside a shop's file."""
    return FileStore(shop.with_name(shop.name + SUFFIX))


def _sweep(room: Path) -> None:
    for left in room.iterdir():
        with suppress(FileNotFoundError):  # another has just finished it
            if time.time() - left.stat().st_mtime > STALE:
                left.unlink()


@contextmanager
def _write_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise disk_error(error) from error
