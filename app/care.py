"""Keeping a shop safe: backup, restore, check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app import places
from app.clock import Clock, utc_now
from app.errors import FileError, FileProblem, StorageFailedError
from app.judging import wrong_scores
from db import care, errors, schema, scrubbing
from db.care import Finding
from db.database import Database

STAMP = re.compile(r"-(?P<made>\d{8}-\d{6})(?:-(?P<why>before-\w+))?(?:-\d+)?$")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup beside a shop's file.

    `why` is 'before-restore', 'before-' and a revision of the file, or '' for one somebody asked
    for; `size` is in bytes.
    """

    path: Path
    made: datetime
    size: int
    why: str


class Care:
    """Backs up and checks the shop that is open; may be called from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def back_up(self, folder: Path | None = None) -> Path:
        """Copy the shop and prove the copy; return it. By default beside the shop's file."""
        path = self._database.path
        with open_errors(path):
            return care.back_up(path, folder or places.backups_folder(path), self._database.now())

    @property
    def folder(self) -> Path:
        """The folder the shop's file is in."""
        return self._database.path.parent

    def backups(self) -> list[Backup]:
        """Return the backups beside the shop's file, the newest first."""
        path = self._database.path
        with open_errors(path):
            found = care.backups_of(places.backups_folder(path), path.stem)
            backups = [_backup_of(file) for file in found]
        return sorted(backups, key=lambda backup: (backup.made, backup.path.name), reverse=True)

    def is_good(self, backup: Path) -> bool:
        """Read a backup through and tell whether it is sound; may take seconds for a large one."""
        return care.is_good(backup)

    def check(self) -> list[Finding]:
        """Prove the file and everything derived in it; an empty list means all is well."""
        with open_errors(self._database.path):
            found = care.check(self._database)
            if all(finding.what == "derived" for finding in found):  # else it may not be readable
                with self._database.read() as unit:
                    wrong = wrong_scores(unit, self._database.country)
                if wrong:
                    found.append(Finding("derived", "contact.quality", wrong))
            return found


def restore(backup: Path, path: Path, now: Clock = utc_now) -> Path | None:
    """Put a backup in the shop's place; return where the present shop was saved, if there was one.

    Call with the shop closed. A damaged present file is set aside as it is. Whoever was erased
    since the backup was made is erased in it as well.
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
        care.restore(backup, path, lambda fresh: _forget_again(fresh, backup.parent, path))
    return before


def _forget_again(fresh: Path, folder: Path, path: Path) -> None:
    """Bring a copy of a backup to what the shop has forgotten since."""
    erased = scrubbing.erased_in(path)
    for beside in {folder, places.backups_folder(path)}:
        erased |= scrubbing.listed(beside, path.stem)
    if not erased:
        return
    database = Database(fresh)
    try:
        schema.bring_up_to_date(database, None)
    finally:
        database.close()
    scrubbing.erase_again(fresh, erased)


def newest_good_backup(path: Path) -> Path | None:
    """Return the newest sound backup beside a shop's file."""
    return care.newest_good_backup(places.backups_folder(path), path.stem)


def _backup_of(path: Path) -> Backup:
    stat = path.stat()
    made, why = datetime.fromtimestamp(stat.st_mtime, UTC), ""
    if name := STAMP.search(path.name.removesuffix(care.SUFFIX)):
        why = name["why"] or ""
        with suppress(ValueError):  # digits somebody typed
            made = datetime.strptime(name["made"], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    return Backup(path, made, stat.st_size, why)


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
