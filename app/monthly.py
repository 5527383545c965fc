"""The report of a month: every dashboard, and in front what it says in sentences."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.jobs import Ticket
from app.reporting.words import money, month
from app.shapes.reports import Report, ReportAsk, ReportTile
from app.words import say

if TYPE_CHECKING:
    from app.services.insight import InsightService
    from app.services.reports import ReportService

CALLS = 4  # people worth a call who are named
MOST = 7  # sentences under a heading
TO_CALL = frozenset({"receivables"})
"""Reports of people somebody should call."""

SAID_BY = {"revenue": "revenue_goal"}
"""Figures, and the report that says them in a sentence of its own."""


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """`sections` are sentences under headings: what went well, what did not, whom to call."""

    title: str
    ask: ReportAsk
    reports: tuple[Report, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]


def last_month(ask: ReportAsk, today: date) -> ReportAsk:
    """Return the same question of the last whole month."""
    last = today.replace(day=1) - timedelta(days=1)
    return replace(
        ask, first=last.replace(day=1).isoformat(), last=last.isoformat(), step="",
        compare=ask.compare or "previous",
    )  # fmt: skip


def monthly_report(
    reports: ReportService, insight: InsightService, ask: ReportAsk, language: str, ticket: Ticket
) -> MonthlyReport:
    """Make all reports of a month; those with nothing in them are left out."""
    boards = reports.dashboards(language)
    keys = list(dict.fromkeys(key for board in boards for key in board.reports))
    tile_keys = list(dict.fromkeys(key for board in boards for key in board.tiles))
    made: list[Report] = []
    for done, key in enumerate(keys):
        ticket.advance(done, len(keys))
        made.append(reports.make(ask.of(key), language))
    kept = tuple(report for report in made if not report.is_empty)
    tiles = reports.tiles(ask, tile_keys, language)
    calls = [
        say(
            "report_out.call_company" if one.kind == "company" else "report_out.call_person",
            language, name=one.name, why=one.score.why,
        )
        for one in insight.leaving(language, limit=CALLS)
    ]  # fmt: skip
    currency = next((report.currency for report in made), "KRW")
    title = say("report_out.monthly", language, month=month(ask.first[:7], language))
    return MonthlyReport(title, ask, kept, _sections(kept, tiles, calls, currency, language))


def _sections(
    reports: tuple[Report, ...],
    tiles: tuple[ReportTile, ...],
    calls: list[str],
    currency: str,
    language: str,
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    told: dict[str, list[str]] = {"well": [], "badly": [], "call": calls, "also": []}
    keys = {report.key for report in reports}
    for tile in tiles:
        if tile.is_good is not None and SAID_BY.get(tile.key) not in keys:
            told["well" if tile.is_good else "badly"].append(_moved(tile, currency, language))
    for report in reports:
        if report.says:
            told[_place(report)].append(report.says)
    return tuple(
        (say(f"report_out.{key}", language), tuple(_once(lines))[:MOST])
        for key, lines in told.items()
        if lines
    )


def _once(lines: list[str]) -> list[str]:
    """Leave out what another sentence says in the same words, with more behind them."""
    told = list(dict.fromkeys(lines))
    return [one for one in told if not any(o != one and o.startswith(one) for o in told)]


def _place(report: Report) -> str:
    """Return under which heading stands what a report says."""
    if report.key in TO_CALL:
        return "call"
    better = is_better(report)
    return "also" if better is None else "well" if better else "badly"


def is_better(report: Report) -> bool | None:
    """Tell whether a report is ahead of its goal, or else of before; None where it has neither."""
    roles = {one.role: one.column for one in report.chart.series}
    aim = roles.get("goal", roles.get("before"))
    now = roles.get("now")
    if aim is None or now is None:
        return None
    pairs = [
        (row.values[now], row.values[aim])
        for row in report.rows
        if isinstance(row.values[now], int | float) and isinstance(row.values[aim], int | float)
    ]
    if report.chart.kind == "line":  # running totals
        pairs = pairs[-1:]
    reached = sum(float(pair[0] or 0) for pair in pairs)
    wanted = sum(float(pair[1] or 0) for pair in pairs)
    return None if wanted <= 0 else reached >= wanted


def _moved(tile: ReportTile, currency: str, language: str) -> str:
    """Return a figure and how it has changed as a sentence."""
    value = tile.value
    if isinstance(value, int | float):
        if tile.kind == "money":
            shown = money(round(value), currency, language)
        else:
            shown = f"{value:.0%}" if tile.kind == "share" else f"{value:,}"
    else:
        shown = str(value or "")
    key = "up" if tile.rises else "down"
    words = say(
        f"report_out.{key}", language, title=tile.title, value=shown,
        change=tile.change.lstrip("+-−"),
    )  # fmt: skip
    return f"{words} ({tile.base})" if tile.base else words
