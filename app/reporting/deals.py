"""Reports of deals: how far those begun came."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

from app.reporting import words
from app.reporting.desk import Desk
from app.shapes.reports import Behind, Report, ReportChart, ReportRow, ReportSeries
from db.repositories.report_scope import Scope

WON = "won"


def funnel_scope(desk: Desk) -> tuple[Scope, str]:
    """Return what is asked with a pipeline in it, and the pipeline's name; the first by default."""
    if desk.ask.pipeline_id is not None:
        return desk.scope, ""
    found = desk.reports.deals.pipeline()
    if found is None:
        return desk.scope, ""
    return replace(desk.scope, pipeline_id=found[0]), found[1]


def funnel(desk: Desk) -> Report:
    """Make how many of the deals begun in the period came to each stage."""
    scope, _name = funnel_scope(desk)
    deals = desk.reports.deals.reached(scope, desk.edges(desk.spans))
    stages = desk.reports.deals.stages(scope.pipeline_id or 0)
    places = desk.reports.deals.places(scope.pipeline_id or 0)
    rows: list[ReportRow] = []
    before = None
    for stage_id, name, kind, colour in stages:
        if kind != "open":
            continue
        found = [deal for deal in deals if _came(deal, places[stage_id])]
        rows.append(_stage(str(stage_id), name, found, before, colour))
        before = len(found)
    won = [deal for deal in deals if deal[2] == WON]
    rows.append(_stage(WON, _won_name(desk, stages), won, before, WON))
    says = desk.say("says.no_deals")
    if deals:
        days = [deal[3] for deal in won if deal[3] is not None]
        says = desk.say(
            "says.won" if days else "says.none_won", count=len(deals), won=len(won),
            share=words.share(len(won) / len(deals)), days=round(median(days)) if days else 0,
        )  # fmt: skip
    lost = sum(deal[2] == "lost" for deal in deals)
    notes = [desk.say("note.funnel", open=len(deals) - lost - len(won), lost=lost)] if deals else []
    if others := desk.reports.deals.other_currencies(scope, desk.edges(desk.spans)):
        notes.append(desk.say("note.other_deals", count=others))
    shown = rows if deals else []
    return Report(
        ask=desk.ask, title=desk.title(), says=says, about=desk.about("deals_begun", len(deals)),
        columns=(
            desk.column("stage", "text"), desk.column("deals", "count", opens=True),
            desk.column("rate", "share"), desk.column("value", "money", opens=True),
        ),
        rows=tuple(shown),
        chart=ReportChart("funnel", 0, (ReportSeries(1),)),
        notes=tuple(notes), currency=desk.currency,
    )  # fmt: skip


def _won_name(desk: Desk, stages: list[tuple[object, ...]]) -> str:
    names = [str(name) for _id, name, kind, _colour in stages if kind == WON]
    return names[0] if len(names) == 1 else desk.say("won")


def _came(deal: tuple[object, ...], place: int) -> bool:
    furthest = deal[4]
    return deal[2] == WON or (isinstance(furthest, int) and furthest >= place)


def _stage(
    mark: str, name: str, deals: list[tuple[int, ...]], before: int | None, colour: str
) -> ReportRow:
    rate = len(deals) / before if before else None
    values = (name, len(deals), rate, sum(deal[1] for deal in deals))
    return ReportRow(mark, values, colour=colour)


def funnel_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the deals that came to a stage."""
    scope, _name = funnel_scope(desk)
    deals = desk.reports.deals.reached(scope, desk.edges(desk.spans))
    stages = desk.reports.deals.stages(scope.pipeline_id or 0)
    if mark == WON:
        found, name = [deal for deal in deals if deal[2] == WON], _won_name(desk, stages)
    else:
        place = desk.reports.deals.places(scope.pipeline_id or 0)[int(mark)]
        found = [deal for deal in deals if _came(deal, place)]
        name = next(str(name) for stage_id, name, *_rest in stages if stage_id == int(mark))
    title = desk.say("figure", what=name, of=desk.period)
    return desk.behind("deals", found, title, money=column == "value")
