"""Rows of deals as shapes; what time it is for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from app.clock import Clock
from app.settings import CURRENCY
from app.shapes.deals import DealRow
from app.shapes.pipelines import CheckRow, PipelineRow, StageRow
from app.shop_clock import day_began, shop_now, text_of
from db.repositories.deal_lists import Moment

if TYPE_CHECKING:
    from db.uow import UnitOfWork


def moment(unit: UnitOfWork, now: Clock) -> Moment:
    """Return what time it is, and which currency is the shop's."""
    settings = unit.settings.all()
    at = shop_now(now(), settings)
    today = at.date()
    return Moment(today.isoformat(), text_of(at), day_began(today, settings), CURRENCY.of(settings))


def deal_rows(unit: UnitOfWork, deal_ids: Collection[int], now: Clock) -> dict[int, DealRow]:
    """Return deals as shapes, in the order they were asked for."""
    found = {row[0]: DealRow(*row) for row in unit.deal_lists.rows(deal_ids, moment(unit, now))}
    return {deal_id: found[deal_id] for deal_id in deal_ids if deal_id in found}


def pipeline_rows(unit: UnitOfWork) -> list[PipelineRow]:
    """Return every pipeline with its stages, in their places.

    A stage that is put away is among them only where deals stand in it.
    """
    pipelines, stages, checks = unit.pipelines.rows()
    labels: dict[int, list[CheckRow]] = {}
    for stage_id, check_id, label in checks:
        labels.setdefault(stage_id, []).append(CheckRow(check_id, label))
    of: dict[int, list[StageRow]] = {}
    for row in stages:
        stage = _stage(row, labels.get(row[0], []))
        if stage.deals or not stage.retired:
            of.setdefault(stage.pipeline_id, []).append(stage)
    return [
        PipelineRow(pid, name, bool(default), bool(retired), deals, tuple(of.get(pid, ())))
        for pid, name, default, retired, deals in pipelines
    ]


def _stage(row: tuple[Any, ...], checks: list[CheckRow]) -> StageRow:
    told: tuple[Any, ...] = (*row[:10], tuple(checks), row[10], bool(row[11]))
    return StageRow(*told)
