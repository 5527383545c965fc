"""What every command of dangol-cli stands in: options, the shop, words or JSON, exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from app import care, places
from app.bootstrap import open_core
from app.cli_password import key_of, password_option
from app.errors import (
    FileError,
    FileProblem,
    InvalidInputError,
    NothingToUndoError,
    PasswordNeededError,
    StorageFailedError,
    UserError,
)
from app.exchange.own_format import encode_id
from app.jobs import CancelledError
from app.settings import LANGUAGE
from app.store import Undone
from app.words import describe, say, sentence_of


def shop_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --db and --json."""
    command = click.option(
        "--json", "as_json", is_flag=True, help="Print one JSON object instead of sentences."
    )(command)
    return click.option(
        "--db", type=click.Path(path_type=Path, dir_okay=False),
        default=lambda: places.data_folder() / "shop.db", show_default="the shop of this PC",
        help="The shop's file; made if it is not there.",
    )(command)  # fmt: skip


class Voice:
    """Says the outcome: as sentences in the shop's language, or as one JSON object."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.language = LANGUAGE.default()

    def say(self, key: str, **facts: object) -> None:
        """Print one sentence, unless JSON was asked for."""
        self.line(say(key, self.language, **facts))

    def warn(self, key: str, **facts: object) -> None:
        """Print one sentence beside the outcome, also beside a JSON object."""
        click.echo(say(key, self.language, **facts), err=True)

    def line(self, text: str) -> None:
        """Print one line, unless JSON was asked for."""
        if not self.as_json:
            click.echo(text)

    def give(self, **values: object) -> None:
        """Print the JSON object, if it was asked for."""
        if self.as_json:
            click.echo(json.dumps(values, ensure_ascii=False, default=str))

    def refuse(self, code: str, message: str, *, status: int = 1) -> None:
        """Print why nothing was done, and exit."""
        if self.as_json:
            click.echo(json.dumps({"error": code, "message": message}, ensure_ascii=False))
        else:
            click.echo(message, err=True)
        sys.exit(status)


MISUSED = (FileProblem.NO_SHEETS, FileProblem.NO_ENCODING)
"""An option that a file of that kind has no use for."""


@contextmanager
def refusing(voice: Voice, path: Path) -> Iterator[None]:
    """Turn what a user can cause or cure into a sentence and exit code 1."""
    try:
        yield
    except FileError as error:
        message = describe(error, voice.language)
        # A shop whose first page is gone looks like no Dangol file; its backups tell it was one.
        if error.problem == FileProblem.NOT_DANGOL and (backup := care.newest_good_backup(path)):
            message += " " + say("storage.offer_backup", voice.language, backup=backup, path=path)
        voice.refuse(error.problem, message, status=2 if error.problem in MISUSED else 1)
    except StorageFailedError as error:
        message = describe(error, voice.language)
        if error.reason == "damaged":
            backup = care.newest_good_backup(path)
            key = "storage.offer_backup" if backup else "storage.no_backup"
            message += " " + say(key, voice.language, backup=backup, path=path)
        voice.refuse(error.reason, message)
    except PasswordNeededError as error:
        voice.refuse("locked", describe(error, voice.language))
    except NothingToUndoError as error:
        voice.refuse("nothing_to_undo", describe(error, voice.language))
    except InvalidInputError as error:
        voice.refuse("invalid", describe(error, voice.language))
    except UserError as error:
        voice.refuse("refused", describe(error, voice.language))
    except (CancelledError, KeyboardInterrupt):
        voice.refuse("stopped", say("error.stopped", voice.language))


def with_shop(command: Callable[..., None]) -> Callable[..., None]:
    """Open the shop for a command, close it afterwards, put refusals into words."""

    @wraps(command)
    def run(*, db: Path, as_json: bool, password_file: Path | None, **options: Any) -> None:
        voice = Voice(as_json=as_json)
        with refusing(voice, db):
            core = open_core(db, key=key_of(db, password_file), guarded=True)
            try:
                voice.language = core.settings.get(LANGUAGE)
                command(core, voice, **options)
            finally:
                core.close()

    return shop_options(password_option(run))


def tell_undone(voice: Voice, undone: Undone, key: str) -> None:
    """Say what was taken back, and what was left because it has changed since."""
    what = sentence_of(undone.op, undone.facts, voice.language)
    if undone.change_set is not None:
        voice.say(key, what=what)
    if undone.kept:
        voice.say("undo.kept", count=len(undone.kept))
    kept = [
        {
            "table": k.table,
            "id": encode_id(k.row_id),
            "reason": k.reason,
            "columns": list(k.columns),
        }
        for k in undone.kept
    ]
    voice.give(what=what, done=undone.change_set is not None, kept=kept)
