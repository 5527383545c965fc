"""What the command line does with calendar files."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from app.bootstrap import Core
from app.cli_frame import Voice
from app.jobs import Ticket

TOLD = ("cancelled", "plain", "failed")


def export_calendar(core: Core, voice: Voice, file: Path) -> None:
    """Write tasks, appointments and the days of the year to a calendar file."""
    count = core.calendar_files.write(file, Ticket())
    voice.say("calendar.written", count=count, file=file.name)
    voice.give(kind="calendar", written=count, file=file)


def import_calendar(core: Core, voice: Voice, file: Path, *, dry_run: bool) -> None:
    """Add what a calendar file holds to the tasks."""
    if dry_run:
        raise click.BadParameter("a calendar is brought in, or not", param_hint="--dry-run")
    report = core.calendar_files.bring_in(file, Ticket())
    voice.say("calendar.read", added=report.added, known=report.known)
    for name in TOLD:
        if count := getattr(report, name):
            voice.say(f"calendar.{name}", count=count)
    told = asdict(report)
    del told["change_set"]
    voice.give(kind="calendar", **told)
