"""Keeping a shop safe: backup, restore, check."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import places
from app.clock import Clock, utc_now
from app.errors import FileError, FileProblem, StorageFailedError
from db import care, errors, schema
from db.care import Finding
from db.database import Database


class Care:
    """Backs up and checks the shop that is open; may be called from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def back_up(self, folder: Path | None = None) -> Path:
        """Copy the shop and prove the copy; return it. By default beside the shop's file."""
        path = self._database.path
        with open_errors(path):
            return care.back_up(path, folder or places.backups_folder(path), self._database.now())

    def check(self) -> list[Finding]:
        """Prove the file and everything derived in it; an empty list means all is well."""
        with open_errors(self._database.path):
            return care.check(self._database)


def restore(backup: Path, path: Path, now: Clock = utc_now) -> Path | None:
    """Put a backup in the shop's place; return where the present shop was saved, if there was one.

    Call with the shop closed. A damaged present file is set aside as it is.
    """
    with open_errors(backup):
        if not backup.exists():
            raise FileError(FileProblem.NOT_FOUND, backup.name)
        if schema.revision_of(backup) is None:
            raise FileError(FileProblem.EMPTY, backup.name)
    before = None
    with open_errors(path):
        if path.exists() and path.stat().st_size:
            before = _save_present(path, now)
        path.parent.mkdir(parents=True, exist_ok=True)
        care.restore(backup, path)
    return before


def newest_good_backup(path: Path) -> Path | None:
    """Return the newest sound backup beside a shop's file."""
    return care.newest_good_backup(places.backups_folder(path), path.stem)


def _save_present(path: Path, now: Clock) -> Path:
    folder = places.backups_folder(path)
    try:
        return care.back_up(path, folder, now(), label="before-restore")
    except errors.StorageError as error:
        if error.reason != "damaged":
            raise
    return care.set_aside(path, folder, now())


@contextmanager
def open_errors(path: Path) -> Iterator[None]:
    """Turn what may be wrong with a file into what a user can be told."""
    try:
        yield
    except errors.NotDangolError as error:
        raise FileError(FileProblem.NOT_DANGOL, error.path.name) from error
    except errors.NewerSchemaError as error:
        raise FileError(FileProblem.NEWER, error.path.name) from error
    except errors.StorageError as error:
        raise StorageFailedError(error.reason) from error
    except PermissionError as error:
        raise StorageFailedError("read_only") from error
    except OSError as error:
        raise StorageFailedError("cannot_open") from error
