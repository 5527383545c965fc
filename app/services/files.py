"""What a user can do with the files and the photo of a contact."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import weakref
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import FileError, FileProblem
from app.file_names import is_program, safe_name
from app.file_sources import keep, require_keepable
from app.inputs import require
from app.jobs import Ticket
from app.ops import Op
from app.pictures import require_picture
from app.shapes.files import FileRow
from app.store import Store, explained
from app.whole_files import whole_file
from db.file_cipher import SpoiltError
from db.file_store import FileStore
from db.staging import PREFIX

if TYPE_CHECKING:
    from db.models.interaction import Attachment


class FileService:
    """Keeps the bytes beside the shop's file, then writes the row; each write is one undo step.

    For worker threads: a file may take seconds.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._copies: Path | None = None

    def of(self, contact_id: int) -> list[FileRow]:
        """Return the files of a contact, newest first."""
        with self._store.read() as unit:
            return self._rows(unit.files.of(contact_id))

    def of_deal(self, deal_id: int) -> list[FileRow]:
        """Return the files of a deal, newest first; its contact has them too."""
        with self._store.read() as unit:
            return self._rows(unit.files.of_deal(deal_id))

    def _rows(self, files: Iterable[Attachment]) -> list[FileRow]:
        kept = self._kept
        return [
            FileRow(
                row.id, row.contact_id, safe_name(row.file_name), row.media_type, row.size,
                row.created_at, _flaw(kept, row.sha256, row.size),
            )
            for row in files
        ]  # fmt: skip

    def add(self, contact_id: int, source: Path, deal_id: int | None = None) -> int:
        """Add a file to a contact, and to a deal with it; return its id.

        Raises FileError NOT_FOUND, NO_PERMISSION, NO_FILE, VANISHED and TOO_BIG_TO_KEEP.
        """
        require_keepable(source)
        with self._store.read() as unit:
            unit.contacts.get(contact_id)
        facts = keep(self._kept, source)
        with self._store.action(Op.ADD_FILE, name=facts["file_name"]) as unit:
            unit.contacts.get(contact_id)
            if deal_id is not None:
                unit.deals.get(deal_id)
            return unit.files.add(contact_id, facts, deal_id)

    def put_in_field(self, contact_ids: Collection[int], field_id: int, source: Path) -> None:
        """Let contacts have a file in a field of the shop's own, in one step.

        What the field held before goes to the trash. Raises FileError like `add`,
        InvalidInputError for a field of another kind, GoneError for what is not there.
        """
        require_keepable(source)
        with self._store.read() as unit:
            require(unit.custom_fields.get(field_id).kind == "file", "field")
            unit.contacts.require_there(contact_ids)
        facts = keep(self._kept, source)
        with self._store.action(Op.SET_CUSTOM, count=len(contact_ids)) as unit:
            field = unit.custom_fields.get(field_id)
            unit.changes.add_facts(field=field.label_ko or field.label_en)
            unit.contacts.require_there(contact_ids)
            unit.files.put_in_field(contact_ids, field_id, facts, origin=unit.changes.open_id)

    def remove(self, file_id: int) -> None:
        """Put a file in the trash; its bytes stay as long as undo may want them."""
        with self._store.action(Op.REMOVE_FILE) as unit:
            row = unit.files.get(file_id)
            unit.changes.add_facts(name=row.file_name)
            unit.files.remove(file_id)

    def copy_to_open(self, file_id: int) -> Path:
        """Return a read-only copy under the file's own name, for the program of its kind.

        Raises FileError MISSING, KEPT_DAMAGED, PROGRAM and as `whole_file`.
        """
        name, sha256 = self._there(file_id)
        if is_program(name):
            raise FileError(FileProblem.PROGRAM, name)
        folder = Path(tempfile.mkdtemp(dir=self._folder_of_copies()))
        copy = folder / name
        self._write(name, sha256, copy)
        copy.chmod(stat.S_IRUSR)
        return copy

    def save_copy(self, file_id: int, target: Path) -> None:
        """Write a copy of a file; raises FileError MISSING, KEPT_DAMAGED and as `whole_file`."""
        self._write(*self._there(file_id), target)

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

    def unsealed(self) -> int:
        """Return how many files of a locked shop are not encrypted yet; 0 for one in plain."""
        kept = self._kept
        return sum(1 for _name in kept.names()) if kept.key is not None else 0

    def seal(self, ticket: Ticket) -> int:
        """Encrypt what is not yet of a locked shop's files; return how many would not be.

        Raises CancelledError between two files: the next start goes on.
        """
        path, kept = self._store.database.path, self._kept
        if kept.key is None:
            return 0
        file = path.stat().st_ino

        def still() -> bool:  # another file in its place may be one in plain
            return path.stat().st_ino == file

        return kept.seal(still, ticket.advance)

    @property
    def _kept(self) -> FileStore:
        return self._store.files

    def _write(self, name: str, sha256: str, target: Path) -> None:
        """Write a file somewhere, each chunk of it proved; whole, or not at all."""
        with whole_file(target) as partial, partial.open("wb") as file:
            chunks = self._kept.chunks(sha256)
            while True:
                try:
                    chunk = next(chunks, None)
                except (OSError, SpoiltError) as error:
                    raise FileError(FileProblem.KEPT_DAMAGED, name) from error
                if chunk is None:
                    return
                file.write(chunk)

    def _there(self, file_id: int) -> tuple[str, str]:
        with self._store.read() as unit:
            row = unit.files.get(file_id)
            name, sha256 = safe_name(row.file_name), row.sha256
        if not self._kept.is_there(sha256):
            raise FileError(FileProblem.MISSING, name)
        return name, sha256

    def _folder_of_copies(self) -> Path:
        if self._copies is None or not self._copies.is_dir():
            # Under the name that the next start sweeps, should this one be killed.
            self._copies = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-open-"))
            weakref.finalize(self, _remove_tree, self._copies)
        return self._copies


def _flaw(kept: FileStore, sha256: str, size: int) -> str:
    if kept.is_there(sha256, size):
        return ""
    return "damaged" if kept.is_there(sha256) else "missing"


def _remove_tree(folder: Path) -> None:
    def again(act: Callable[[str], object], path: str, _error: object) -> None:
        try:
            Path(path).chmod(stat.S_IRWXU)  # Windows deletes nothing that is read-only
            act(path)
        except OSError:
            pass  # a program still shows it; the next start sweeps it

    shutil.rmtree(folder, onerror=again)
