"""Commands that print reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING

import click

from app.cli_frame import Voice, with_shop
from app.shapes.reports import COMPARED, Report, ReportColumn, Value

if TYPE_CHECKING:
    from app.bootstrap import Core

NOTHING = "–"
STEPS = ("day", "week", "month")


@click.command()
@click.argument("key", default="")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY",
              help="The first day; by default 29 days before the last.")  # fmt: skip
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY",
              help="The last day; by default today.")  # fmt: skip
@click.option("--compare", type=click.Choice(COMPARED[1:]),
              help="With as many days before, or the same of the year before.")  # fmt: skip
@click.option("--step", type=click.Choice(STEPS), help="By default what suits the length.")
@with_shop
def report(
    core: Core, voice: Voice, *, key: str, first: datetime | None, last: datetime | None,
    compare: str | None, step: str | None,
) -> None:  # fmt: skip
    """Print a report; without KEY, say which there are."""
    if not key:
        _list(core, voice)
        return
    ask = core.reports.default_ask(key)
    if last is not None:
        ask = replace(ask, last=last.date().isoformat())
        ask = replace(ask, first=core.reports.default_first(ask.last))
    if first is not None:
        ask = replace(ask, first=first.date().isoformat())
    ask = replace(ask, compare=compare or "", step=step or "")
    told = core.reports.make(ask, voice.language)
    _say(voice, told)
    voice.give(**asdict(told))


def _list(core: Core, voice: Voice) -> None:
    keys = core.reports.keys()
    for key in keys:
        voice.line(f"{key}  {core.reports.title(key, voice.language)}")
    voice.give(reports={key: core.reports.title(key, voice.language) for key in keys})


def _say(voice: Voice, told: Report) -> None:
    voice.line(f"{told.title}  ({told.about})")
    voice.line(told.says)
    voice.line("  ".join(column.title for column in told.columns))
    for values in (*(row.values for row in told.rows), *([told.total] if told.total else [])):
        voice.line("  ".join(_shown(told.columns, values)))
    for note in told.notes:
        voice.line(f"* {note}")


def _shown(columns: Iterable[ReportColumn], values: Iterable[Value]) -> list[str]:
    return [
        _one(column.kind, value) if value is not None else NOTHING
        for column, value in zip(columns, values, strict=True)
    ]


def _one(kind: str, value: Value) -> str:
    if isinstance(value, str) or value is None:
        return str(value)
    if kind == "share":
        return f"{100 * value:.0f}%"
    return f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"
