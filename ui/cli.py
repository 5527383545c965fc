"""The command line's composition root: the headless commands, and the two that need Qt."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from app.cli import main as commands
from app.cli_frame import shop_options


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--few", is_flag=True, help="English in the light and Korean in the dark alone.")
@shop_options
def screens(*, folder: Path, few: bool, db: Path | None, as_json: bool) -> None:
    """Save pictures of every screen with the sample shop: light and dark, Korean and English."""
    from ui.tour import take_pictures  # noqa: PLC0415 - Qt only where a command needs it

    del db  # the pictures show the sample shop, never the shop of this PC
    pictures = take_pictures(folder, few=few)
    if as_json:
        click.echo(json.dumps({"folder": str(folder), "pictures": [p.name for p in pictures]}))
    else:
        click.echo(f"{len(pictures)} pictures are in {folder.absolute()}")


@commands.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the lines to a file: a windowed program has no console.",
)
@shop_options
def selftest(*, out: Path | None, db: Path | None, as_json: bool) -> None:
    """Prove that every part of the installed program works, in a folder of its own."""
    from ui.selftest import lines_of, run_selftest  # noqa: PLC0415

    del db
    results = run_selftest()
    lines = lines_of(results)
    if as_json:
        lines = [json.dumps({r.name: r.passed for r in results})]
    if out is None:
        click.echo("\n".join(lines))
    else:
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.exit(0 if all(r.passed for r in results) else 1)


def main() -> None:
    """Run dangol-cli."""
    commands()


if __name__ == "__main__":
    main()
