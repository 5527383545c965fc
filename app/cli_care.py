"""dangol-cli salvage, move: what keeps a shop when its file or its PC goes."""

from __future__ import annotations

from pathlib import Path

import click

from app import care
from app.bootstrap import Core
from app.cli_frame import Voice, refusing, shop_options, with_shop
from app.cli_password import key_of, password_option
from app.jobs import Ticket


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@shop_options
@password_option
def salvage(*, file: Path, db: Path, as_json: bool, password_file: Path | None) -> None:
    """Read what can be read of a damaged shop (--db) into a new shop, FILE."""
    voice = Voice(as_json=as_json)
    with refusing(voice, db):
        done = care.salvage_to(db, file, key_of(db, password_file))
        voice.say("salvage.done", count=done.rows, file=file)
        for table, count in done.lost.items():
            voice.say("salvage.lost", table=table, count=count or 0)
        if not done.lost:
            voice.say("salvage.nothing_lost")
        voice.give(file=file, rows=done.rows, lost=done.lost)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@with_shop
def move(core: Core, voice: Voice, *, file: Path) -> None:
    """Write the whole shop with its files into FILE, for another PC; `restore` takes it there."""
    from app.moving import pack  # noqa: PLC0415 - only in this command

    made = pack(core, file, {}, Ticket())
    voice.say("move.done", file=file, number=made.number)
    voice.give(file=file, number=made.number, size=made.size)
