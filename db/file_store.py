"""The files beside a shop: named by what is in them, written once, never overwritten.

Those of a locked shop are sealed, and their names made with its key for files. Where a change of
the password was cut off, some are sealed and some are not: both are found.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from db.errors import StorageError
from db.file_cipher import FileKey, SpoiltError, opened, sealed, sealed_size
from db.file_writing import pieces, prove, raw, remove, settle, sweep, told, write_errors

SUFFIX = ".files"  # after the name of the shop's file
SEALED = ".sealed"  # after the name of a file of a locked shop
UNFINISHED = "unfinished"  # the folder of what is being written
_SHA = re.compile(r"[0-9a-f]{64}")
Watch = Callable[[int, int], object]  # done, total; what it raises stops the work


def _unwatched(_done: int, _total: int) -> None:
    """Let it go on."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The bytes of a file that are safe on the disk."""

    sha256: str
    size: int


class FileStore:
    """A folder of files, each known by the SHA-256 of its bytes; for any thread.

    What several rows refer to lies there once. With a key, what is written is sealed.
    """

    def __init__(self, folder: Path, key: FileKey | None = None) -> None:
        self.folder = folder
        self.key = key

    def path_of(self, sha256: str) -> Path:
        """Return where a file lies in plain, or would; raise ValueError for what is no SHA-256."""
        if not _SHA.fullmatch(sha256):
            raise ValueError(sha256)
        return self.folder / sha256[:2] / sha256[2:]

    def sealed_path_of(self, sha256: str) -> Path:
        """Return where a file lies sealed, or would; raise ValueError as `path_of`."""
        self.path_of(sha256)
        if self.key is None:
            raise ValueError(sha256)
        name = self.key.name_of(sha256)
        return self.folder / name[:2] / (name[2:] + SEALED)

    def keep(self, chunks: Iterable[bytes]) -> Stored:
        """Write bytes and return their name once they are safe; raise StorageError."""
        digest, size = hashlib.sha256(), 0

        def counted() -> Iterator[bytes]:
            nonlocal size
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                yield chunk

        with write_errors(), self._written(self._closed(counted())) as fresh:
            sha256 = digest.hexdigest()
            if not self._is_good_at(self._target(sha256), sha256):
                settle(fresh, self._target(sha256))
            if self.key is not None:
                with suppress(PermissionError):  # somebody reads it: sealed at the next start
                    remove(self.path_of(sha256))
        return Stored(sha256, size)

    def __contains__(self, sha256: object) -> bool:
        return isinstance(sha256, str) and self.is_there(sha256)

    def is_there(self, sha256: str, size: int | None = None) -> bool:
        """Tell whether a file is there, and of that size: a quick look, no proof."""
        with suppress(OSError, ValueError):
            path = self._found(sha256)
            found = path.stat().st_size
            return size is None or found == (sealed_size(size) if _is_sealed(path) else size)
        return False

    def is_good(self, sha256: str) -> bool:
        """Read a file through and tell whether it is what its name says."""
        try:
            for _chunk in self.chunks(sha256):
                pass
        except (OSError, ValueError):
            return False
        return True

    def read(self, sha256: str) -> bytes | None:
        """Return the bytes of a file; None if it is missing or is not what its name says."""
        try:
            return b"".join(self.chunks(sha256))
        except (OSError, ValueError):
            return None

    def chunks(self, sha256: str) -> Iterator[bytes]:
        """Yield the bytes of a file; raises OSError, and SpoiltError, at the end at the latest."""
        digest = hashlib.sha256()
        try:
            file = (path := self._found(sha256)).open("rb")
        except FileNotFoundError:  # it was being sealed just then
            file = (path := self._found(sha256)).open("rb")
        with file:
            yield from told(self._content(file, is_sealed=_is_sealed(path)), digest)
        if digest.hexdigest() != sha256:
            raise SpoiltError(sha256)

    def carried(self, sha256: str) -> tuple[str, Iterable[bytes]]:
        """Return the name and the bytes a file has elsewhere: sealed where there is a key."""
        found = self._found(sha256)
        chunks = raw(found) if _is_sealed(found) else self._closed(self.chunks(sha256))
        return self.outside(sha256), chunks

    def outside(self, sha256: str) -> str:
        """Return the name a file has where others see it."""
        target = self._target(sha256)
        return target.parent.name + target.name

    def drop(self, sha256: str) -> None:
        """Delete a file, if it is there."""
        with write_errors():
            remove(self.path_of(sha256))
            remove(self._target(sha256))

    def drop_unfinished(self) -> None:
        """Delete what was being written when a program was killed."""
        shutil.rmtree(self.folder / UNFINISHED, ignore_errors=True)

    def names(self) -> Iterator[str]:
        """Yield the SHA-256 of every file that lies there in plain."""
        for path in sorted(self.folder.glob("??/*")):
            if _SHA.fullmatch(name := path.parent.name + path.name):
                yield name

    def sealed_files(self) -> list[Path]:
        """Return every file that is sealed, with whatever key."""
        return sorted(self.folder.glob(f"??/*{SEALED}"))

    def take_over(
        self, other: FileStore, names: Iterable[str], *, heals: bool = False
    ) -> list[str]:
        """Copy files of another store that are not here yet; return those it cannot give.

        What is here already is not copied, nor read, again, unless it is asked to heal what was
        spoilt; what is sealed with the same key is copied as it is. Raises StorageError.
        """
        lacking = []
        for name in names:
            try:
                source = other._found(name)
                size = source.stat().st_size
            except OSError:
                if not self.is_there(name):
                    lacking.append(name)
                continue
            same = _is_sealed(source) and self.key == other.key
            size = size if same or self.key is None else sealed_size(size)
            if self._has(name, size) and (not heals or self.is_good(name)):
                continue
            if not other.is_good(name):
                lacking.append(name)
                continue
            if same:
                with write_errors(), self._written(raw(source)) as fresh:
                    settle(fresh, self._target(name))
            else:
                self.keep(other.chunks(name))
            if not self.is_good(name):
                raise StorageError("io")
        return lacking

    def seal(self, still: Callable[[], bool] = lambda: True, watch: Watch = _unwatched) -> int:
        """Seal what still lies there in plain; return how many files would not be.

        `still` is asked before each is removed in plain, and ends it. What `watch` raises stops
        it between two files. Whenever it is cut off, each is there: in plain, sealed, or both.
        """
        names, left = list(self.names()), 0
        for number, name in enumerate(names):
            watch(number, len(names))
            try:
                if not self._sealed_anew(name, still):
                    return len(names) - number + left
            except (OSError, ValueError, StorageError):  # no room, or somebody reads it
                left += 1
        for half in (self.folder / UNFINISHED).glob("*"):
            if not _is_sealed(half) and still():
                with suppress(OSError):
                    half.unlink()
        return left

    def unseal(self, known: Iterable[str], watch: Watch = _unwatched) -> int:
        """Write what is sealed in plain again; return how many of these files are spoilt.

        `known` are SHA-256 that rows refer to. Raises StorageError, and what `watch` raises;
        each is there then: in plain, sealed, or both. What is spoilt, or sealed with another
        key, stays as it is.
        """
        if self.key is None:
            return 0
        paths, left = self.sealed_files(), 0
        of = {self.sealed_path_of(name): name for name in known}
        for number, path in enumerate(paths):
            watch(number, len(paths))
            digest = hashlib.sha256()
            try:
                with (
                    write_errors(), path.open("rb") as file,
                    self._written(told(self._content(file), digest), "") as fresh,
                ):  # fmt: skip
                    name = of.get(path, digest.hexdigest())
                    if path == self.sealed_path_of(name):
                        prove(raw(fresh), digest)
                        settle(fresh, self.path_of(name))
            except SpoiltError:
                left += path in of
            else:
                if self.path_of(name).is_file():
                    remove(path)
        return left

    def _sealed_anew(self, name: str, still: Callable[[], bool]) -> bool:
        """Seal a file under its name, whatever is in it: it was spoilt before, maybe."""
        plain, target, digest = self.path_of(name), self.sealed_path_of(name), hashlib.sha256()
        if not self._is_good_at(target, name):
            with write_errors(), self._written(self._closed(told(raw(plain), digest))) as fresh:
                with fresh.open("rb") as file:
                    prove(self._content(file), digest)
                if not still():
                    return False
                settle(fresh, target)
        if not still():
            return False
        remove(plain)
        return True

    def _target(self, sha256: str) -> Path:
        return self.path_of(sha256) if self.key is None else self.sealed_path_of(sha256)

    def _has(self, sha256: str, size: int) -> bool:
        try:
            return self._target(sha256).stat().st_size == size
        except OSError:
            return False

    def _found(self, sha256: str) -> Path:
        """Return where a file lies; one that is just being sealed, or unsealed, is found too."""
        plain = self.path_of(sha256)
        if self.key is not None:
            sealed_path = self.sealed_path_of(sha256)
            if sealed_path.is_file() or not plain.is_file():
                return sealed_path
        return plain

    def _is_good_at(self, path: Path, sha256: str) -> bool:
        digest = hashlib.sha256()
        try:
            with path.open("rb") as file:
                for _chunk in told(self._content(file, is_sealed=_is_sealed(path)), digest):
                    pass
        except (OSError, ValueError):
            return False
        return digest.hexdigest() == sha256

    def _content(self, file: IO[bytes], *, is_sealed: bool = True) -> Iterator[bytes]:
        if not is_sealed:
            return pieces(file)
        if self.key is None:
            raise SpoiltError
        return opened(file, self.key)

    def _closed(self, chunks: Iterable[bytes]) -> Iterable[bytes]:
        return chunks if self.key is None else sealed(chunks, self.key)

    @contextmanager
    def _written(self, chunks: Iterable[bytes], suffix: str | None = None) -> Iterator[Path]:
        """Write bytes to a file of their own, which goes unless it is put somewhere."""
        if suffix is None:
            suffix = SEALED if self.key else ""
        room = self.folder / UNFINISHED
        room.mkdir(parents=True, exist_ok=True)
        sweep(room)
        handle, name = tempfile.mkstemp(dir=room, suffix=suffix)
        fresh = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in chunks:
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            yield fresh
        finally:
            fresh.unlink(missing_ok=True)


def store_of(shop: Path, key: FileKey | None = None) -> FileStore:
    """Return the files beside a shop's file; `key` is the one for files of a locked shop."""
    return FileStore(shop.with_name(shop.name + SUFFIX), key)


def _is_sealed(path: Path) -> bool:
    return path.name.endswith(SEALED)
