"""Forgetting a person for good."""

from __future__ import annotations

from collections.abc import Callable

from app import places
from app.backup_folders import folders_of
from app.ops import Op
from app.store import Store, explained
from db import scrubbing


class ErasureService:
    """Erases people from the tables, the search, the ledger, imports and files. No way back.

    For worker threads: all of the file is written anew.
    """

    def __init__(self, store: Store, drop_copies: Callable[[], object]) -> None:
        """`drop_copies` deletes the copies of files that were opened."""
        self._store = store
        self._drop_copies = drop_copies

    def erase(self, contact_id: int) -> bool:
        """Erase a contact, with those merged into it; raise GoneError if there is none.

        Returns whether the last trace is gone from the disk; if another program reads the file,
        that is done at the next start.
        """
        path, file_key = self._store.database.path, self._store.database.file_key
        with self._store.action(Op.ERASE_CONTACT) as unit:
            files = unit.erasures.erase(contact_id, unit.now(), unit.changes.open_id or 0)
            scrubbing.note(path, files, file_key)
        self._drop_copies()
        backups = places.backups_folder(path)
        with explained():
            scrubbing.list_beside(backups, path.stem, scrubbing.erased_in(path, self._store.key))
            return scrubbing.finish(path, folders_of(path), self._store.key)

    def finish(self) -> bool:
        """Do what an erasure that was cut off has left to do; return whether all is done."""
        path = self._store.database.path
        with explained():
            return scrubbing.finish(path, folders_of(path), self._store.key)

    def files_of(self, contact_id: int) -> int:
        """Return how many files would go with a contact."""
        with self._store.read() as unit:
            return len(unit.files.of(contact_id)) + len(unit.files.photos([contact_id]))
