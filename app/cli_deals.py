"""Commands about what may be sold."""

from __future__ import annotations

import click

from app.bootstrap import Core
from app.cli_frame import Voice, with_shop
from app.exchange.own_format import encode_id
from app.shapes.deals import Board, DealFilter, DealRow
from app.shapes.pipelines import LIVE, STAGE_KINDS, PipelineRow

MANY = 1_000_000  # deals that are listed


@click.command()
@click.argument("what", type=click.Choice(["list", "board"]))
@click.option("--pipeline", metavar="NAME", help="One of them alone.")
@click.option("--kind", type=click.Choice(STAGE_KINDS), multiple=True, default=LIVE,
              show_default=True, help="list: how far they are.")  # fmt: skip
@click.option("--text", default="", help="list: those with this in their title or contact.")
@with_shop
def deals(
    core: Core, voice: Voice, *, what: str, pipeline: str | None, kind: tuple[str, ...], text: str
) -> None:
    """Say which deals there are (list), or what the stages of each pipeline come to (board)."""
    found = None if pipeline is None else _called(core, pipeline)
    if what == "list":
        only = None if found is None else found.id
        _list(core, voice, DealFilter(pipeline_id=only, kinds=kind, text=text))
        return
    boards = [
        core.deal_board.board(one.id) for one in ((found,) if found else core.pipelines.all())
    ]
    for board in boards:
        _say_board(voice, board)
    if not boards:
        voice.say("deals.none")
    voice.give(pipelines=[_told_board(board) for board in boards])


def _called(core: Core, name: str) -> PipelineRow:
    known = core.pipelines.all(retired=True)
    for one in known:
        if one.name.casefold() == name.strip().casefold():
            return one
    names = ", ".join(one.name for one in known)
    raise click.BadParameter(f"{name!r} is none of: {names}", param_hint="--pipeline")


def _list(core: Core, voice: Voice, wanted: DealFilter) -> None:
    rows = core.deal_board.page(wanted, limit=MANY)
    totals = core.deal_board.totals(wanted)
    for row in rows:
        amount = "" if row.amount is None else f"{row.amount:,} {row.currency}"
        parts = (row.stage, row.title, row.contact, amount, row.expected_close, row.owner)
        voice.line(f"{encode_id(row.id)}  {'  '.join(filter(None, parts))}")
    if not rows:
        voice.say("deals.none")
    voice.give(
        deals=[_told(row) for row in rows], count=totals.count, value=totals.value,
        weighted=totals.weighted, waiting=totals.waiting, no_value=totals.no_value,
        others=totals.others,
    )  # fmt: skip


def _told(row: DealRow) -> dict[str, object]:
    return {
        "id": encode_id(row.id), "title": row.title, "contact": row.contact or None,
        "company": row.company or None, "pipeline": row.pipeline, "stage": row.stage,
        "kind": row.stage_kind, "amount": row.amount, "currency": row.currency,
        "probability": row.probability, "weighted": row.weighted,
        "expected_close": row.expected_close or None, "days": row.days, "wait": row.wait or None,
        "next": row.next_state, "next_step": row.next_title or None, "next_at": row.next_at or None,
        "owner": row.owner or None, "closed_at": row.closed_at or None,
        "reason": row.reason or None,
    }  # fmt: skip


def _say_board(voice: Voice, board: Board) -> None:
    voice.say(
        "deals.head", name=board.pipeline.name, count=board.count, all=board.all,
        value=f"{board.value:,}", weighted=f"{board.weighted:,}",
    )  # fmt: skip
    for column in board.columns:
        voice.say(
            "deals.column", stage=column.stage.name, count=column.count,
            value=f"{column.value:,}", weighted=f"{column.weighted:,}",
        )  # fmt: skip


def _told_board(board: Board) -> dict[str, object]:
    return {
        "name": board.pipeline.name, "deals": board.count, "of": board.all, "value": board.value,
        "weighted": board.weighted, "waiting": board.waiting, "later": board.later,
        "no_value": board.no_value, "others": board.others, "currency": board.currency,
        "columns": [
            {
                "stage": column.stage.name, "kind": column.stage.kind,
                "probability": column.stage.probability, "deals": column.count,
                "value": column.value, "weighted": column.weighted,
                "median_days": column.median_days, "waiting": column.waiting,
                "no_value": column.no_value,
            }
            for column in board.columns
        ],
    }  # fmt: skip
