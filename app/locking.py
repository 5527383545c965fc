"""The password of a shop: opening with it, setting, changing and removing it.

The key is made of the password once, by scrypt, and is in memory alone. Nobody can open the file
without the password: it is kept nowhere, and there is no second way in.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.backup_folders import folders_of
from app.care import newest_good_backup, open_errors
from app.errors import InvalidInputError, Problem, StorageFailedError, WrongPasswordError
from app.jobs import CancelledError, Ticket
from app.moving import locked_part
from db import cipher, errors, file_keys, schema
from db.care import backups_of
from db.cipher import COST, Key
from db.cipher_change import STEPS, recode
from db.file_store import store_of

__all__ = ["COST", "STEPS", "Key", "is_locked", "protect", "unlock"]
SHORTEST = 8  # characters of a password


def is_locked(path: Path) -> bool:
    """Tell whether a file is a shop, or a backup of one, with a password."""
    with open_errors(path):
        return cipher.is_locked(path)


def unlock(path: Path, password: str) -> Key | None:
    """Return the key of a shop or backup; None for one without a password.

    Raises WrongPasswordError; nothing was touched then. Takes a third of a second on purpose.
    """
    with open_errors(path), locked_part(path) as file:
        salt = cipher.salt_of(file)
        if salt is None:
            return None
        key = cipher.key_from(password, salt)
        try:
            schema.revision_of(file, key)
        except errors.LockedError as error:
            if newest_good_backup(path, key) is None:
                raise WrongPasswordError(path.name) from error
        return key  # where only a backup opens with it, the shop is damaged: opening it tells


def protect(
    path: Path,
    password: str,
    present: Key | None,
    *,
    cost: int = COST,
    told: Callable[[str], object] = lambda _step: None,
    ticket: Ticket | None = None,
) -> Key | None:
    """Give a shop that is closed a password, or another one, or with '' none; return its key.

    `present` is its key until now. The whole file is written anew, proved row by row and swapped:
    whenever that is cut off, the shop is whole. `told` is called after each of STEPS. Raises
    InvalidInputError for too short a password, StorageFailedError, CancelledError; nothing was
    touched then. The files beside it are sealed, or in plain again, one by one: what is cut off
    there, the next start goes on with.
    """
    if password and len(password) < SHORTEST:
        raise InvalidInputError({"password": Problem.TOO_SHORT})
    key = cipher.new_key(password, cost) if password else None
    advance = (ticket or Ticket()).advance
    with open_errors(path):
        recode(path, present, key, told, advance)
        if key is not None:
            # It has its password by now: with what is left of its files the next start goes on.
            with suppress(CancelledError, errors.StorageError):
                store_of(path, file_keys.ensure(path, key)).seal(watch=advance)
    return key


def files_left(path: Path) -> int:
    """Return how many files beside a shop that is in plain are still sealed: they are spoilt."""
    return len(store_of(path).sealed_files())


def plain_backups(path: Path) -> list[Path]:
    """Return the backups of a shop that anybody can read."""
    with open_errors(path):
        found = {f for folder in folders_of(path) for f in backups_of(folder, path.stem)}
        return sorted(file for file in found if not cipher.is_locked(file))


def protect_backups(path: Path, key: Key) -> list[Path]:
    """Encrypt the backups of a shop that anybody can read, with the files that lie with them.

    Returns those that would not.
    """
    left = []
    with open_errors(path):
        file_key = file_keys.key_in(path, key)
    for backup in plain_backups(path):
        try:
            with open_errors(backup):
                recode(backup, None, key)
                if file_key is not None:
                    file_keys.give(backup, key, file_key)
        except StorageFailedError:  # a damaged one
            left.append(backup)
    if file_key is not None:
        for folder in folders_of(path):
            store_of(folder / path.name, file_key).seal()
    return left
