"""Pipelines, their stages and reasons on disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.bare import read
from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.deal import Deal
from db.models.pipeline import DealReason, Pipeline, PipelineStage, StageCheck


class PipelineRepository:
    """Entities to change and rows to show; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    # Pipelines

    def add(self, **values: Any) -> Pipeline:
        """Add a pipeline of these columns, the last of them; return it."""
        last = self._session.scalar(select(func.max(Pipeline.position)))
        place = 0 if last is None else last + 1
        made = Pipeline(id=self._ids.next(), position=place, **values)
        self._session.add(made)
        self._session.flush()
        return made

    def get(self, pipeline_id: int) -> Pipeline:
        """Return the pipeline to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(Pipeline, pipeline_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("pipeline", pipeline_id)
        return found

    def all(self) -> Sequence[Pipeline]:
        """Return every pipeline in its place, also those that are put away."""
        query = select(Pipeline).where(Pipeline.deleted_at.is_(None))
        return self._session.scalars(query.order_by(Pipeline.position, Pipeline.id)).all()

    def default(self) -> Pipeline | None:
        """Return the pipeline of new deals: the one that was chosen, else the first."""
        at_work = [one for one in self.all() if not one.retired_at]
        return next((one for one in at_work if one.is_default), at_work[0] if at_work else None)

    # Stages

    def add_stage(self, pipeline_id: int, **values: Any) -> PipelineStage:
        """Add a stage to a pipeline, by default the last; return it."""
        if "position" not in values:
            known = self.stages(pipeline_id)
            values["position"] = max((one.position for one in known), default=-1) + 1
        made = PipelineStage(id=self._ids.next(), pipeline_id=pipeline_id, **values)
        self._session.add(made)
        self._session.flush()
        return made

    def stage(self, stage_id: int) -> PipelineStage:
        """Return the stage to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(PipelineStage, stage_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("pipeline_stage", stage_id)
        return found

    def stages(self, pipeline_id: int) -> Sequence[PipelineStage]:
        """Return the stages of a pipeline in their order, also those that are put away."""
        query = select(PipelineStage).where(
            PipelineStage.pipeline_id == pipeline_id, PipelineStage.deleted_at.is_(None)
        )
        return self._session.scalars(query.order_by(PipelineStage.position, PipelineStage.id)).all()

    def first_of(self, pipeline_id: int, kind: str) -> PipelineStage | None:
        """Return the first stage of a kind that is not put away; None where there is none."""
        return next(
            (s for s in self.stages(pipeline_id) if s.kind == kind and not s.retired_at), None
        )

    def remove_stage(self, stage_id: int) -> None:
        """Put a stage in the trash; what stood in it goes on telling its name."""
        self.stage(stage_id).deleted_at = self._now()

    def deals_in(self, stage_ids: Collection[int]) -> dict[int, int]:
        """Return how many deals stand in each of these stages, also those that are over."""
        self._session.flush()
        found = read(self._session.connection(), DEALS_IN, {"ids": json.dumps(list(stage_ids))})
        return dict(found)

    def standing_in(self, stage_id: int) -> list[int]:
        """Return the deals that stand in a stage, in the order of the board."""
        self._session.flush()
        return [i for (i,) in read(self._session.connection(), STANDING, {"stage": stage_id})]

    def open_deals(self, pipeline_id: int) -> int:
        """Return how many deals of a pipeline are not over."""
        query = select(func.count()).where(
            Deal.pipeline_id == pipeline_id, Deal.closed_at.is_(None), Deal.deleted_at.is_(None)
        )
        return self._session.scalar(query) or 0

    def rows(self) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]], list[tuple[Any, ...]]]:
        """Return pipelines, stages and checks as rows: see PIPELINES, STAGES and CHECKS."""
        self._session.flush()
        connection = self._session.connection()
        return read(connection, PIPELINES), read(connection, STAGES), read(connection, CHECKS)

    def follow_stage(self, stage_id: int, probability: int) -> None:
        """Give a stage's deals its probability, but for those that have one of their own."""
        self._session.flush()
        self._session.execute(
            text(FOLLOWED),
            {"stage": stage_id, "probability": probability, "now": self._now()},
        )
        self._session.expire_all()

    # Checklists

    def checks(self, stage_id: int) -> Sequence[StageCheck]:
        """Return the lines of a stage's checklist, in their order."""
        query = select(StageCheck).where(
            StageCheck.stage_id == stage_id, StageCheck.deleted_at.is_(None)
        )
        return self._session.scalars(query.order_by(StageCheck.position, StageCheck.id)).all()

    def check(self, check_id: int) -> StageCheck:
        """Return a line of a checklist; raise RowNotFoundError if it is gone."""
        found = self._session.get(StageCheck, check_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("stage_check", check_id)
        return found

    def put_checks(self, stage_id: int, labels: Sequence[str]) -> None:
        """Let a stage's checklist have these lines; those it has keep what is ticked."""
        known = {one.label: one for one in self.checks(stage_id)}
        for place, label in enumerate(dict.fromkeys(labels)):
            if (one := known.pop(label, None)) is not None:
                one.position = place
            else:
                self._session.add(
                    StageCheck(id=self._ids.next(), stage_id=stage_id, label=label, position=place)
                )
        for gone in known.values():
            gone.deleted_at = self._now()
        self._session.flush()

    # Reasons

    def add_reason(self, **values: Any) -> DealReason:
        """Add a reason, the last of its kind; return it."""
        last = self._session.scalar(
            select(func.max(DealReason.position)).where(DealReason.kind == values["kind"])
        )
        place = 0 if last is None else last + 1
        made = DealReason(id=self._ids.next(), position=place, **values)
        self._session.add(made)
        self._session.flush()
        return made

    def reason(self, reason_id: int) -> DealReason:
        """Return the reason to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(DealReason, reason_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("deal_reason", reason_id)
        return found

    def reasons(self, kind: str) -> list[tuple[Any, ...]]:
        """Return reasons as rows (see REASONS), in their order; '' for both kinds."""
        self._session.flush()
        return read(self._session.connection(), REASONS, {"kind": kind})

    def replace_reason(self, reason_id: int, into: int | None) -> None:
        """Give deals that ended for a reason another one, and put it in the trash."""
        self._session.flush()
        self._session.execute(
            text(REPLACED), {"reason": reason_id, "into": into, "now": self._now()}
        )
        self._session.expire_all()
        self.reason(reason_id).deleted_at = self._now()


PIPELINES = """
SELECT p.id, p.name, p.is_default, p.retired_at IS NOT NULL,
  (SELECT count(*) FROM deal d WHERE d.pipeline_id = p.id AND d.closed_at IS NULL
    AND d.deleted_at IS NULL)
FROM pipeline p WHERE p.deleted_at IS NULL ORDER BY p.position, p.id
"""
STAGES = """
SELECT s.id, s.pipeline_id, s.position, s.name, s.kind, s.probability, s.rot_days, s.colour,
  s.starter_plan_id, ifnull(t.name, ''),
  (SELECT count(*) FROM deal d WHERE d.stage_id = s.id AND d.deleted_at IS NULL),
  s.retired_at IS NOT NULL
FROM pipeline_stage s LEFT JOIN task_plan t ON t.id = s.starter_plan_id
WHERE s.deleted_at IS NULL ORDER BY s.position, s.id
"""
CHECKS = """
SELECT stage_id, id, label FROM stage_check WHERE deleted_at IS NULL ORDER BY position, id
"""
DEALS_IN = """
SELECT s.value, (SELECT count(*) FROM deal d WHERE d.stage_id = s.value AND d.deleted_at IS NULL)
FROM json_each(:ids) s
"""
STANDING = """
SELECT id FROM deal WHERE stage_id = :stage AND deleted_at IS NULL ORDER BY board_rank, id
"""
FOLLOWED = """
UPDATE deal SET probability = :probability, updated_at = :now
WHERE stage_id = :stage AND probability_by = 'stage' AND probability <> :probability
"""
REASONS = """
SELECT r.id, r.kind, r.name, r.needs_note,
  (SELECT count(*) FROM deal d WHERE d.reason_id = r.id AND d.deleted_at IS NULL)
FROM deal_reason r WHERE r.deleted_at IS NULL AND (:kind = '' OR r.kind = :kind)
ORDER BY r.kind DESC, r.position, r.id
"""
REPLACED = """
UPDATE deal SET reason_id = :into, updated_at = :now WHERE reason_id = :reason
"""
