"""Keeping a shop safe: backup, restore, check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app import places
from app.backup_folders import BackupPlace, choose_folder, folders_of, place_of
from app.clock import Clock, stamp, utc_now
from app.errors import (
    BackupDamagedError,
    FileError,
    FileProblem,
    OpenElsewhereError,
    PasswordNeededError,
    StorageFailedError,
)
from app.judging import judge_again, wrong_scores
from app.keeping import is_due, outlived
from app.shapes.notices import Notice
from db import care, care_contents, care_repair, errors, salvage, schema, scrubbing
from db.cipher import Key, is_locked, key_for
from db.cipher_change import recode
from db.database import Database
from db.file_keys import hand_on

Contents = care_contents.Contents
Finding = care.Finding
Salvaged = salvage.Salvaged
STAMP = re.compile(r"-(?P<made>\d{8}-\d{6})(?:-(?P<why>before-\w+|daily|weekly))?(?:-\d+)?$")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup beside a shop's file.

    `why` is 'daily', 'weekly', 'before-restore', 'before-import', 'before-' and a revision of the
    file, or '' for one somebody asked for; `size` is in bytes.
    """

    path: Path
    made: datetime
    size: int
    why: str


class Care:
    """Backs up and checks the shop that is open; may be called from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def back_up(self, folder: Path | None = None, why: str = "") -> Path:
        """Copy the shop and prove the copy; return it. By default where its backups go.

        Where a chosen folder does not take it, the usual one beside the shop does.
        """
        path = self._database.path
        usual, chosen = places.backups_folder(path), place_of(path).folder
        now, key = self._database.now(), self._database.key
        with open_errors(path):
            try:
                return care.back_up(path, folder or chosen, now, why, key)
            except errors.StorageError:
                if folder is not None or chosen == usual:
                    raise
            return care.back_up(path, usual, now, why, key)

    def keep_up(self) -> Path | None:
        """Make the backup of the day or of the week if it is due, and let go of outlived ones.

        None where none is due, or nothing has changed since the last one.
        """
        backups = self.backups()
        why = is_due([(b.why, b.made) for b in backups], self._database.now())
        if why is None or self._is_unchanged(backups):
            return None
        return self._back_up_and_tidy(why)

    def before(self, what: str) -> Path | None:
        """Make a backup before something large, unless the last one holds the same."""
        if self._is_unchanged(self.backups()):
            return None
        return self._back_up_and_tidy(f"before-{what}")

    @property
    def place(self) -> BackupPlace:
        """Where backups go."""
        return place_of(self._database.path)

    def choose_place(self, folder: Path | None) -> BackupPlace:
        """Let backups go to a folder of another drive; None is beside the shop again."""
        return choose_folder(self._database.path, folder)

    def standing(self) -> list[Notice]:
        """Tell of a chosen folder that takes no backups today: nobody looks there of his own."""
        place = self.place
        if place.missing is None:
            return []
        code = "backup.read_only" if place.is_read_only else "backup.away"
        at = stamp(self._database.now())
        facts = {"folder": str(place.missing)}
        return [Notice("backup-place", code, facts, attention=True, happened_at=at)]

    @property
    def key(self) -> Key | None:
        """The key of a shop with a password."""
        return self._database.key

    @property
    def folder(self) -> Path:
        """The folder the shop's file is in."""
        return self._database.path.parent

    def backups(self) -> list[Backup]:
        """Return the backups of the shop wherever they go, the newest first."""
        path = self._database.path
        with open_errors(path):
            found = {f for folder in folders_of(path) for f in care.backups_of(folder, path.stem)}
            backups = [_backup_of(file) for file in found]
        return sorted(backups, key=lambda backup: (backup.made, backup.path.name), reverse=True)

    def repair(self) -> list[Finding]:
        """Compute anew all that is derived from the rest; return what is still not right."""
        with open_errors(self._database.path):
            care_repair.rebuild(self._database)
            with self._database.read() as unit:
                wrong = wrong_scores(unit, self._database.country)
            if wrong:
                with self._database.write() as unit:
                    judge_again(unit, self._database.country)
        return self.check()

    def _is_unchanged(self, backups: list[Backup]) -> bool:
        """Whether the newest backup holds all that the shop holds, or there is nothing to hold."""
        path, key = self._database.path, self._database.key
        with open_errors(path):
            last = care_contents.last_change(path, key)
            try:
                return bool(backups) and care_contents.last_change(backups[0].path, key) == last
            except (errors.StorageError, errors.LockedError):  # spoilt, or of another password
                return False

    def _back_up_and_tidy(self, why: str) -> Path:
        made = self.back_up(why=why)
        backups = self.backups()
        kept = [backup for backup in backups if backup.path.parent == made.parent]
        for path in outlived([(b.why, b.path) for b in kept]):
            with suppress(OSError):  # somebody looks into it: another day
                path.unlink()
        return made

    def is_good(self, backup: Path) -> bool:
        """Read a backup through and tell whether it is sound; may take seconds for a large one.

        Raises PasswordNeededError for one that has another password than the shop.
        """
        with open_errors(backup):
            return care.is_good(backup, self._database.key)

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


def contents_of(path: Path, key: Key | None = None) -> Contents:
    """Tell what a backup or a shop's file holds; raises FileError and StorageFailedError.

    Raises PasswordNeededError for one that the key does not open.
    """
    with open_errors(path):
        if not path.exists():
            raise FileError(FileProblem.NOT_FOUND, path.name)
        if schema.revision_of(path, key) is None:
            raise FileError(FileProblem.EMPTY, path.name)
        try:
            return care_contents.contents_of(path, key)
        except errors.StorageError:  # in plain, maybe, while the shop has a password
            return care_contents.contents_of(path, key_for(path, key))


def restore(
    backup: Path,
    path: Path,
    now: Clock = utc_now,
    *,
    key: Key | None = None,
    present: Key | None = None,
) -> Path | None:
    """Put a backup in the shop's place; return where the present shop was saved, if there was one.

    Call with the shop closed. A damaged present file is set aside as it is. Whoever was erased
    since the backup was made is erased in it as well.

    `key` is that of the backup, `present` that of the shop that is there: a backup in plain is
    encrypted with it. Raises PasswordNeededError for a backup that the key does not open.
    """
    with backup_errors(backup):
        if not backup.exists():
            raise FileError(FileProblem.NOT_FOUND, backup.name)
        if schema.revision_of(backup, key) is None:
            raise FileError(FileProblem.EMPTY, backup.name)
    before = None
    with open_errors(path):
        if path.exists() and path.stat().st_size:
            before = _save_present(path, now, present)
        path.parent.mkdir(parents=True, exist_ok=True)
        opens = key_for(backup, key)

        def prepare(fresh: Path) -> None:
            _forget_again(fresh, backup.parent, path, opens, present)
            if opens is None and present is not None:
                recode(fresh, None, present)
            hand_on(path, present, fresh, opens or present)

        with backup_errors(backup):
            care.restore(backup, path, prepare, key=opens or present, present=present)
    return before


def salvage_to(damaged: Path, fresh: Path, key: Key | None = None) -> Salvaged:
    """Read what can be read of a damaged shop into a new one; raises what opening one does."""
    with open_errors(damaged):
        return salvage.salvage(damaged, fresh, key)


def salvage_in_place(path: Path, now: Clock = utc_now, key: Key | None = None) -> Salvaged:
    """Put what can be read of a damaged shop in its place; the damaged file is kept as it is."""
    fresh = path.with_name(f"{path.name}.salvaged")
    fresh.unlink(missing_ok=True)
    done = salvage_to(path, fresh, key)
    with open_errors(path):
        done.kept = care.set_aside(path, places.backups_folder(path), now())
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        fresh.replace(path)
    return done


def copy_to_look(backup: Path, copy: Path, key: Key | None = None) -> None:
    """Make a shop of a backup, with its files, that can be opened and thrown away."""
    with backup_errors(backup):
        if schema.revision_of(backup, key_for(backup, key)) is None:
            raise FileError(FileProblem.EMPTY, backup.name)
        care.restore(backup, copy, key=key_for(backup, key))


def key_after(backup: Path, key: Key | None, present: Key | None) -> Key | None:
    """Return what opens the shop once that backup has been restored with these keys."""
    return key if is_locked(backup) else present


def _forget_again(
    fresh: Path, folder: Path, path: Path, key: Key | None, present: Key | None
) -> None:
    """Bring a copy of a backup to what the shop has forgotten since."""
    erased = scrubbing.erased_in(path, present)
    for beside in {folder, *folders_of(path)}:
        erased |= scrubbing.listed(beside, path.stem)
    if not erased:
        return
    database = Database(fresh, key=key)
    try:
        schema.bring_up_to_date(database, None)
    finally:
        database.close()
    scrubbing.erase_again(fresh, erased, key)


def newest_good_backup(path: Path, key: Key | None = None) -> Path | None:
    """Return the newest sound backup of a shop."""
    found = (care.newest_good_backup(folder, path.stem, key) for folder in folders_of(path))
    return max(filter(None, found), key=made_at, default=None)  # a copied file has another date


def is_backup(path: Path) -> bool:
    """Tell by its name whether a file is a backup rather than a shop."""
    return path.name.endswith(care.SUFFIXES)


def made_at(path: Path) -> datetime:
    """Return when a backup was made."""
    return _backup_of(path).made


def _backup_of(path: Path) -> Backup:
    stat = path.stat()
    made, why = datetime.fromtimestamp(stat.st_mtime, UTC), ""
    stem = path.name
    for suffix in care.SUFFIXES:
        stem = stem.removesuffix(suffix)
    if name := STAMP.search(stem):
        why = name["why"] or ""
        with suppress(ValueError):  # digits somebody typed
            made = datetime.strptime(name["made"], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    return Backup(path, made, stat.st_size, why)


def _save_present(path: Path, now: Clock, key: Key | None) -> Path:
    folder = places.backups_folder(path)
    try:
        if key is None and is_locked(path):  # nobody knows its password: as it is
            return care.set_aside(path, folder, now())
        return care.back_up(path, folder, now(), "before-restore", key)
    except errors.StorageError as error:
        if error.reason != "damaged":
            raise
    return care.set_aside(path, folder, now())


@contextmanager
def backup_errors(backup: Path) -> Iterator[None]:
    """As `open_errors`, but it is the backup that is damaged, and the shop that is in use."""
    try:
        with open_errors(backup):
            yield
    except StorageFailedError as error:
        if error.reason == "damaged":
            raise BackupDamagedError from error
        if error.reason == "busy":
            raise OpenElsewhereError from error
        raise


@contextmanager
def open_errors(path: Path) -> Iterator[None]:
    """Turn what may be wrong with a file into what a user can be told."""
    try:
        yield
    except errors.NotDangolError as error:
        raise FileError(FileProblem.NOT_DANGOL, error.path.name) from error
    except errors.LockedError as error:
        raise PasswordNeededError(error.path.name) from error
    except errors.NewerSchemaError as error:
        raise FileError(FileProblem.NEWER, error.path.name) from error
    except errors.StorageError as error:
        raise StorageFailedError(error.reason) from error
    except PermissionError as error:
        raise StorageFailedError("read_only") from error
    except OSError as error:
        raise StorageFailedError("cannot_open") from error
