"""Reports of how deals go on: days in stages, what was forecast, why they were won or lost."""

from __future__ import annotations

from datetime import date
from statistics import median
from typing import Any

from app.forecast_desk import ForecastDesk
from app.forecasting import add_months, month_of
from app.reporting import words
from app.reporting.deals import WON, funnel_scope
from app.reporting.desk import TOTAL, Desk
from app.settings import CURRENCY
from app.shapes.reports import Behind, Report, ReportChart, ReportRow, ReportSeries
from app.shop_clock import day_began
from db.repositories.report_scope import Scope

FEW = 5  # deals; the median of fewer says little
BACK, AHEAD, MOST_BACK = 5, 2, 23  # months beside those of the period
LOST = "lost"


def stage_days(desk: Desk) -> Report:
    """Make how long deals stood in each stage before they left it."""
    scope, _name = funnel_scope(desk)
    moves = desk.reports.deals.stays(scope, desk.edges(desk.spans))
    rows, few = [], 0
    for stage_id, name, kind, colour in desk.reports.deals.stages(scope.pipeline_id or 0):
        days = [row[2] for row in moves if row[0] == stage_id]
        deals = {row[1] for row in moves if row[0] == stage_id}
        if kind not in ("open", "on_hold") or not deals:
            continue
        few += len(deals) < FEW
        hint = desk.say("hint.few_deals") if len(deals) < FEW else ""
        values = (name, median(days), max(days), len(deals))
        rows.append(ReportRow(str(stage_id), values, hint, colour))
    says = desk.say("says.no_moves")
    if rows:
        slow = max(rows, key=lambda row: float(row.values[1] or 0))
        says = desk.say("says.slow_stage", stage=slow.values[0], count=round(slow.values[1] or 0))  # type: ignore[arg-type]
    notes = [desk.say("note.few_deals", least=FEW)] if few else []
    return Report(
        ask=desk.ask, title=desk.title(), says=says,
        about=desk.about("deals_moved", len({row[1] for row in moves})),
        columns=(
            desk.column("stage", "text"), desk.column("usual_days", "days"),
            desk.column("longest", "days"), desk.column("deals", "count", opens=True),
        ),
        rows=tuple(rows), chart=ReportChart("bar", 0, (ReportSeries(1),)), notes=tuple(notes),
        currency=desk.currency,
    )  # fmt: skip


def stage_days_behind(desk: Desk, mark: str, _column: str) -> Behind:
    """Return the deals that left a stage."""
    scope, _name = funnel_scope(desk)
    moves = desk.reports.deals.stays(scope, desk.edges(desk.spans))
    found = dict.fromkeys(row[1] for row in moves if mark in (TOTAL, str(row[0])))
    title = desk.say("figure", what=desk.title(), of=desk.period)
    return desk.behind("deals", [(deal_id,) for deal_id in found], title)


def forecast_actual(desk: Desk) -> Report:
    """Make what was forecast of each month before it began, and what was won in it.

    Of the month that runs and later ones the forecast is that of today.
    """
    months, this = _months(desk), month_of(desk.today)
    ours = desk.currency == CURRENCY.of(desk.settings)
    told: dict[str, tuple[int, int, int]] = _kept(desk, months) if ours else {}
    ahead = [month for month in months if month >= this]
    if ahead and ours:
        count = len(_between(this, ahead[-1]))
        forecasts = ForecastDesk(desk.unit, desk.now, desk.ask.pipeline_id, count)
        coming = forecasts.forecast(seasons=False).months
        told |= {one.month: (one.likely, one.low, one.high) for one in coming}
    won = {month: sum(row[1] for row in _won(desk, month)) for month in months if month <= this}
    begun = min((month for month in months if month in told or won.get(month)), default="9999")
    rows = [
        ReportRow(
            month, (month, *told.get(month, (None,) * 3), won.get(month)),
            words.month(month, desk.language),
        )
        for month in months
        if month >= begun
    ]  # fmt: skip
    notes = [desk.say("note.forecast")] if any(month in told for month in ahead) else []
    if desk.ask.pipeline_id is not None and len(ahead) < len(months):
        notes.append(desk.say("note.forecast_of_all"))
    if desk.ask.staff_id is not None or desk.ask.tag or desk.ask.segment_id is not None:
        notes.append(desk.say("note.forecast_unfiltered"))
    first, last = (words.month(month, desk.language) for month in (months[0], months[-1]))
    return Report(
        ask=desk.ask, title=desk.title(), says=_judged(desk, told, won, this),
        about=desk.say("about", what=desk.say("n.months", count=len(rows)),
                       when=desk.say("span", first=first, last=last)),
        columns=(
            desk.column("month", "date"), desk.column("likely", "money"),
            desk.column("low", "money"), desk.column("high", "money"),
            desk.column("won_value", "money", opens=True),
        ),
        rows=tuple(rows),
        chart=ReportChart("line", 0, (
            ReportSeries(4), ReportSeries(1, "likely"), ReportSeries(2, "low"),
            ReportSeries(3, "high"),
        )),
        total=(desk.say("total"), None, None, None, sum(int(row.values[4] or 0) for row in rows)),
        notes=tuple(notes), currency=desk.currency,
    )  # fmt: skip


def _months(desk: Desk) -> list[str]:
    first, last, this = month_of(desk.first), month_of(desk.last), month_of(desk.today)
    first = max(first, add_months(last, -MOST_BACK))
    first = min(first, add_months(last, -BACK))
    return list(_between(first, add_months(this, AHEAD) if last >= this else last))


def _between(first: str, last: str) -> list[str]:
    found = [first]
    while found[-1] < last and len(found) <= MOST_BACK + BACK + AHEAD:
        found.append(add_months(found[-1], 1))
    return found


def _kept(desk: Desk, months: list[str]) -> dict[str, tuple[int, int, int]]:
    """Return (likely, low, high) of months as last forecast before they began."""
    if desk.ask.pipeline_id is not None:
        return {}
    return {
        month: (likely, low, high)
        for _week, month, taken, low, likely, high in desk.unit.forecasts.snapshots(desk.currency)
        if month in months and taken <= f"{month}-01"
    }


def _won(desk: Desk, month: str) -> list[tuple[Any, ...]]:
    scope = Scope(currency=desk.currency, pipeline_id=desk.ask.pipeline_id)
    began, ended = (
        day_began(date.fromisoformat(f"{one}-01"), desk.settings)
        for one in (month, add_months(month, 1))
    )
    return desk.reports.deals.ended(scope, [(began, ended)], WON, ours=True)


def _judged(
    desk: Desk, told: dict[str, tuple[int, int, int]], won: dict[str, int], this: str
) -> str:
    over = [month for month in won if month in told and month < this]
    if over:
        month = max(over)
        likely, low, high = told[month]
        key = "inside" if low <= won[month] <= high else "above" if won[month] > high else "below"
        return desk.say(
            f"says.forecast_{key}", month=words.month(month, desk.language),
            won=desk.money(won[month]), likely=desk.money(likely),
        )  # fmt: skip
    if this in told:
        shown = {
            name: desk.money(amount, short=True)
            for name, amount in zip(("likely", "low", "high"), told[this], strict=True)
        }
        return desk.say("says.forecast", month=words.month(this, desk.language), **shown)
    return desk.say("says.no_forecast")


def forecast_actual_behind(desk: Desk, mark: str, _column: str) -> Behind:
    """Return the deals that were won in a month."""
    this = month_of(desk.today)
    months = [month for month in _months(desk) if month <= this] if mark == TOTAL else [mark]
    rows = [row for month in months for row in _won(desk, month)]
    of = desk.period if mark == TOTAL else words.month(mark, desk.language)
    title = desk.say("figure", what=desk.say("column.won_value"), of=of)
    return desk.behind("deals", rows, title, money=True)


def win_loss_reasons(desk: Desk) -> Report:
    """Make why deals that ended in the period were won and lost."""
    edges = desk.edges(desk.spans)
    rows = []
    for reason, name, kind, count, value in desk.reports.deals.reasons(desk.scope, edges):
        shown = name or desk.say(f"no_reason.{kind}")
        won, lost = (count, 0) if kind == WON else (0, count)
        rows.append(ReportRow(f"{kind}:{reason or 0}", (shown, won, lost, value), colour=kind))
    won, lost, value = (sum(int(row.values[n] or 0) for row in rows) for n in (1, 2, 3))
    says = desk.say("says.none_ended")
    if rows:
        first = next((row for row in rows if row.mark.startswith(LOST)
                      and not row.mark.endswith(":0")), None)  # fmt: skip
        says = desk.say("says.ended", won=won, lost=lost)
        if first is not None:
            says += " " + desk.say(
                "says.main_loss", reason=first.values[0], count=first.values[2],
                money=desk.money(int(first.values[3] or 0)),
            )  # fmt: skip
    notes = []
    if others := desk.reports.deals.other_currencies(desk.scope, edges, "closed_at"):
        notes.append(desk.say("note.other_deals", count=others))
    return Report(
        ask=desk.ask, title=desk.title(), says=says,
        about=desk.about("deals_ended", won + lost),
        columns=(
            desk.column("reason", "text"), desk.column("won", "count", opens=True),
            desk.column("lost", "count", opens=True), desk.column("value", "money", opens=True),
        ),
        rows=tuple(rows),
        chart=ReportChart("stacked", 0, (
            ReportSeries(1, "now", WON), ReportSeries(2, "now", LOST),
        )),
        total=(desk.say("total"), won, lost, value), notes=tuple(notes), currency=desk.currency,
    )  # fmt: skip


def win_loss_reasons_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the deals that ended for a reason."""
    kind, _, reason = mark.partition(":")
    kinds = {"won": WON, "lost": LOST}.get(column, "")
    edges, asked = desk.edges(desk.spans), None if mark == TOTAL else int(reason)
    if mark != TOTAL and kinds not in ("", kind):
        rows: list[tuple[Any, ...]] = []
    else:
        wanted = kinds or ("" if mark == TOTAL else kind)
        rows = desk.reports.deals.ended(desk.scope, edges, wanted, reason=asked)
    title = desk.say("figure", what=desk.title(), of=desk.period)
    return desk.behind("deals", rows, title, money=column == "value")
