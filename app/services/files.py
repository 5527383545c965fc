"""What a user can do with the files and the photo of a contact."""

from __future__ import annotations

import mimetypes
import os
import shutil
import stat
import tempfile
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

from app.errors import FileError, FileProblem
from app.file_names import is_program, safe_name
from app.ops import Op
from app.pictures import require_picture
from app.shapes.files import FileRow
from app.store import Store, explained
from db.file_store import CHUNK, FileStore, store_of
from db.staging import PREFIX

MOST_MEGABYTES = 100
UNKNOWN = "application/octet-stream"


class FileService:
    """Keeps the bytes beside the shop's file, then writes the row; each write is one undo step.

    For worker threads: a file may take seconds.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._copies: Path | None = None

    def of(self, contact_id: int) -> list[FileRow]:
        """Return the files of a contact, newest first."""
        kept = self._kept
        with self._store.read() as unit:
            return [
                FileRow(
                    row.id, row.contact_id, safe_name(row.file_name), row.media_type, row.size,
                    row.created_at, _flaw(kept, row.sha256, row.size),
                )
                for row in unit.files.of(contact_id)
            ]  # fmt: skip

    def add(self, contact_id: int, source: Path) -> int:
        """Add a file to a contact; return its id.

        Raises FileError NOT_FOUND, NO_PERMISSION, NO_FILE, VANISHED and TOO_BIG_TO_KEEP.
        """
        name = safe_name(source.name)
        _require_keepable(source)
        with self._store.read() as unit:
            unit.contacts.get(contact_id)
        with explained():
            stored = self._kept.keep(_chunks(source))
        with self._store.action(Op.ADD_FILE, name=name) as unit:
            unit.contacts.get(contact_id)
            return unit.files.add(
                contact_id, sha256=stored.sha256, file_name=name, size=stored.size,
                media_type=mimetypes.guess_type(name)[0] or UNKNOWN,
            )  # fmt: skip

    def remove(self, file_id: int) -> None:
        """Put a file in the trash; its bytes stay as long as undo may want them."""
        with self._store.action(Op.REMOVE_FILE) as unit:
            row = unit.files.get(file_id)
            unit.changes.add_facts(name=row.file_name)
            unit.files.remove(file_id)

    def copy_to_open(self, file_id: int) -> Path:
        """Return a read-only copy under the file's own name, for the program of its kind.

        Raises FileError MISSING, KEPT_DAMAGED and PROGRAM.
        """
        name, source = self._proved(file_id)
        if is_program(name):
            raise FileError(FileProblem.PROGRAM, name)
        folder = Path(tempfile.mkdtemp(dir=self._folder_of_copies()))
        copy = folder / name
        self._copy(source, copy)
        copy.chmod(stat.S_IRUSR)
        return copy

    def save_copy(self, file_id: int, target: Path) -> None:
        """Write a copy of a file; raises FileError MISSING, KEPT_DAMAGED, NOT_WRITABLE."""
        _name, source = self._proved(file_id)
        self._copy(source, target)

    def set_photo(self, contact_id: int, content: bytes, name: str = "") -> None:
        """Give a contact a photo; raises FileError NO_PICTURE, PICTURE_TOO_LARGE.

        The picture is kept as it is: whoever can decode it makes it small before.
        """
        require_picture(content, name)
        with self._store.read() as unit:
            unit.contacts.get(contact_id)
        with explained():
            stored = self._kept.keep([content])
        with self._store.action(Op.SET_PHOTO) as unit:
            unit.contacts.change(contact_id, {"photo": stored.sha256})

    def remove_photo(self, contact_id: int) -> None:
        """Take the photo off a contact."""
        with self._store.action(Op.REMOVE_PHOTO) as unit:
            unit.contacts.change(contact_id, {"photo": None})

    def photo(self, contact_id: int) -> bytes | None:
        """Return the photo of a contact; None if there is none or its file is not good."""
        with self._store.read() as unit:
            found = unit.files.photos([contact_id]).get(contact_id)
        return self._kept.read(found) if found else None

    def drop_copies(self) -> None:
        """Delete the copies that were opened."""
        if self._copies is not None:
            _remove_tree(self._copies)
            self._copies = None

    @property
    def _kept(self) -> FileStore:
        return store_of(self._store.database.path)

    def _proved(self, file_id: int) -> tuple[str, Path]:
        with self._store.read() as unit:
            row = unit.files.get(file_id)
            name, sha256 = safe_name(row.file_name), row.sha256
        kept = self._kept
        if not kept.is_there(sha256):
            raise FileError(FileProblem.MISSING, name)
        if not kept.is_good(sha256):
            raise FileError(FileProblem.KEPT_DAMAGED, name)
        return name, kept.path_of(sha256)

    def _folder_of_copies(self) -> Path:
        if self._copies is None or not self._copies.is_dir():
            # Under the name that the next start sweeps, should this one be killed.
            self._copies = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-open-"))
            weakref.finalize(self, _remove_tree, self._copies)
        return self._copies

    def _copy(self, source: Path, target: Path) -> None:
        try:
            shutil.copyfile(source, target)
        except OSError as error:
            raise FileError(FileProblem.NOT_WRITABLE, target.name) from error


def _flaw(kept: FileStore, sha256: str, size: int) -> str:
    if kept.is_there(sha256, size):
        return ""
    return "damaged" if kept.is_there(sha256) else "missing"


def _require_keepable(source: Path) -> None:
    if source.is_dir():
        raise FileError(FileProblem.NO_FILE, source.name)
    try:
        if not source.is_file():  # a pipe or a device never ends
            raise FileError(FileProblem.NOT_FOUND, source.name)
        size = source.stat().st_size
    except (OSError, ValueError) as error:
        raise FileError(FileProblem.NOT_FOUND, source.name) from error
    _require_size(source, size)


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


def _remove_tree(folder: Path) -> None:
    def again(act: Callable[[str], object], path: str, _error: object) -> None:
        try:
            Path(path).chmod(stat.S_IRWXU)  # Windows deletes nothing that is read-only
            act(path)
        except OSError:
            pass  # a program still shows it; the next start sweeps it

    shutil.rmtree(folder, onerror=again)
