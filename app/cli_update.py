"""dangol-cli update: a new version from an address or a file, when somebody asks."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli_frame import Voice, refusing, shop_options
from app.jobs import Ticket


@click.command()
@click.argument("address", required=False)
@click.option("--proxy", help="By default the one used last, else the system's.")
@click.option("--fetch", is_flag=True, help="Download it; the next start of Dangol installs it.")
@shop_options
def update(*, address: str | None, proxy: str | None, fetch: bool, db: Path, as_json: bool) -> None:
    """Look for a new version in the list of updates at ADDRESS, by default the one used last."""
    from app.updating.fetching import Source  # noqa: PLC0415 - only in this command
    from app.updating.updater import Updater  # noqa: PLC0415

    voice, updater = Voice(as_json=as_json), Updater()
    kept = updater.record
    with refusing(voice, db):
        source = Source(address or kept.address, kept.proxy if proxy is None else proxy)
        offer = updater.look(source, Ticket())
        if offer is not None and fetch:
            updater.fetch(offer, Ticket())
    version = offer.manifest.version if offer else ""
    key = "ready" if fetch else "found"
    voice.say(f"update.{key}" if offer else "update.none", version=version)
    voice.give(present=updater.present, version=version, ready=bool(offer) and fetch)
