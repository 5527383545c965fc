"""How the command line opens a shop with a password, and sets one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.errors import PasswordNeededError, WrongPasswordError
from app.settings import LANGUAGE
from app.words import describe

if TYPE_CHECKING:
    from db.cipher import Key

TRIES = 3
FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


def password_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --password-file."""
    return click.option(
        "--password-file", type=FILE,
        help="A file whose first line is the password of a locked shop; else it is asked for.",
    )(command)  # fmt: skip


def first_line(file: Path) -> str:
    """Return the password in a file."""
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return lines[0] if lines else ""


def key_of(path: Path, password_file: Path | None) -> Key | None:
    """Return the key of a shop, None for a plain one; its password is asked for at a terminal.

    Raises WrongPasswordError, and PasswordNeededError where nobody can be asked.
    """
    from app import locking  # noqa: PLC0415 - brings SQLAlchemy along

    if not locking.is_locked(path):
        return None
    if password_file is not None:
        return locking.unlock(path, first_line(password_file))
    if not sys.stdin.isatty():
        raise PasswordNeededError(path.name)
    for last in (False,) * (TRIES - 1) + (True,):
        typed = click.prompt(f"Password of {path.name}", hide_input=True, err=True)
        try:
            return locking.unlock(path, typed)
        except WrongPasswordError as error:
            if last:
                raise
            click.echo(describe(error, LANGUAGE.default()), err=True)
    return None
