"""The command that says what quick add understands of a line; without a shop, and unwritten."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli_frame import Voice, shop_options

if TYPE_CHECKING:
    from app.shapes.understood import Understood

HELP = """Say what quick add understands of TEXT. Nothing is written, no shop is opened.

\b
With --json, one object:
  kind             call, visit, message, meeting, buy, deliver, pay, check or other
  people           the names, in the order of the line
  due              when it is to be done: 2026-05-13 or 2026-05-13T15:00; null for none.
                   Of a repeat it is the first time.
  start            when it begins: of an appointment (a meeting, or with a length) the
                   same as due, of '부터' and 'from' the first day; null for none
  duration_min     how long it takes, in minutes; null for none
  priority         -1 low, 0, 1 high, 2 urgent
  rule             of a repeat, the RRULE of RFC 5545 without its name; a lunar one has
                   RSCALE=DANGI (RFC 7529), a leap month as 4L; null for none
  first            of a repeat, its first date (and time) on or after now
  lunar            month and day of the lunar calendar ('3-5'), of a lunar repeat
  from_completion  true where it counts from the day it was done
  holidays         of a repeat kept off holidays: AFTER, BEFORE or SKIP; null for none
  repeat           the rule as a task keeps it: rule with X-FROM, X-NOT-ON and X-MOVE
  title            what the task would be called
  rest             what is left of the line
  spans            start, end, what (kind, person, date, duration, repeat, priority, and
                   join for small words between) and text, in letters of the line
  choices          about, start, end and options, the first of which was taken
"""


@click.command(help=HELP)
@click.argument("text")
@click.option(
    "--now",
    "moment",
    type=click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"]),
    help="The time of the shop's clock; now by default.",
)
@click.option("--known", multiple=True, metavar="NAME", help="A name of the book; may be repeated.")
@click.option("--country", default="KR", show_default=True, help="Whose holidays, as two letters.")
@click.option(
    "--settle", multiple=True, metavar="ABOUT=OPTION", help="The option taken of a choice."
)
@shop_options
def understand(
    *,
    text: str,
    moment: datetime | None,
    known: tuple[str, ...],
    country: str,
    settle: tuple[str, ...],
    db: Path,
    as_json: bool,
) -> None:
    """Read a line as of a moment, with the names given."""
    from app.understanding import line  # noqa: PLC0415 - its tables serve no other command
    from app.understanding.people import KnownPeople  # noqa: PLC0415

    del db  # nothing is looked up in it
    settled = {}
    for one in settle:
        about, equals, option = one.partition("=")
        if not equals:
            raise click.BadParameter(f"{one!r} is not ABOUT=OPTION", param_hint="--settle")
        settled[about] = option
    found = line.understand(
        text,
        moment or datetime.now(),
        book=KnownPeople(known) if known else None,
        country=country,
        settled=settled,
    )
    voice = Voice(as_json=as_json)
    told = _told(found)
    for name, value in told.items():
        if name not in ("spans", "choices") and value not in (None, "", [], 0, False):
            voice.line(f"{name}: {', '.join(value) if isinstance(value, list) else value}")
    for choice in found.choices:
        voice.line(f"{choice.about}? {' / '.join(choice.options)}")
    voice.give(**told)


def _told(found: Understood) -> dict[str, object]:
    repeat = found.repeat
    return {
        "kind": found.kind,
        "people": [person.name for person in found.people],
        "start": found.start or None,
        "due": found.due or None,
        "duration_min": found.duration_min,
        "priority": found.priority,
        "rule": (repeat.standard or repeat.rule) if repeat else None,
        "first": (repeat.first or None) if repeat else None,
        "lunar": (repeat.lunar or None) if repeat else None,
        "from_completion": bool(repeat and repeat.from_completion),
        "holidays": (repeat.move or None) if repeat else None,
        "repeat": repeat.rule if repeat else None,
        "title": found.title,
        "rest": found.rest,
        "spans": [
            {**asdict(piece), "text": found.text[piece.start : piece.end]} for piece in found.pieces
        ],
        "choices": [
            {"about": c.about, "start": c.start, "end": c.end, "options": list(c.options)}
            for c in found.choices
        ],
    }
