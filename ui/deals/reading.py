"""All that the page of a deal shows, read at once off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.shapes.deals import DealDetail, DealEvent
from app.shapes.files import FileRow
from app.shapes.pipelines import PipelineRow
from app.shapes.scores import Score
from app.shapes.tasks import TaskRow

if TYPE_CHECKING:
    from ui.deals.desk import DealDesk


@dataclass(frozen=True, slots=True)
class DealRead:
    """A deal with what belongs to it."""

    detail: DealDetail
    pipeline: PipelineRow
    events: Sequence[DealEvent]
    tasks: Sequence[TaskRow]
    files: Sequence[FileRow]
    score: Score


def read_deal(desk: DealDesk, deal_id: int) -> DealRead:
    """Read a deal whole; raise GoneError if it is not there."""
    detail = desk.board.detail(deal_id)
    return DealRead(
        detail,
        desk.pipelines.get(detail.row.pipeline_id),
        desk.board.timeline(deal_id),
        desk.tasks.of_deal(deal_id),
        desk.files.of_deal(deal_id),
        desk.scores.deals([deal_id])[deal_id],
    )
