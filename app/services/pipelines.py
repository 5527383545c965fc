"""What a user can do with pipelines, their stages and the reasons deals end for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.clock import Clock, stamp
from app.deal_ends import NEEDED
from app.deal_rows import pipeline_rows
from app.dealing import go_to
from app.errors import GoneError, Problem
from app.finishing import Desk
from app.inputs import require, required
from app.ops import Op
from app.ready_pipelines import add_stage, make_ready, make_reasons, ready_made, stage_columns
from app.settings import LANGUAGE
from app.shapes.pipelines import (
    COLOURS,
    LIVE,
    STAGE_KINDS,
    PipelineForm,
    PipelineRow,
    ReadyMade,
    ReasonRow,
    StageForm,
)
from app.store import Store
from db.keys import clean
from db.kinds import REASON_KINDS

if TYPE_CHECKING:
    from db.models.pipeline import PipelineStage
    from db.uow import UnitOfWork

NAME_LIMIT = 200
LONGEST_ROT = 3660  # days


class PipelineService:
    """Pipelines; each write is one transaction and one undo step.

    What a stage means is its kind; names are the shop's own.
    """

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def all(self, *, retired: bool = False) -> list[PipelineRow]:
        """Return the pipelines in their places, those put away only if they are asked for."""
        with self._store.read() as unit:
            return [row for row in pipeline_rows(unit) if retired or not row.retired]

    def get(self, pipeline_id: int) -> PipelineRow:
        """Return a pipeline with its stages; raise GoneError if it is not there."""
        with self._store.read() as unit:
            for row in pipeline_rows(unit):
                if row.id == pipeline_id:
                    return row
        raise GoneError(str(pipeline_id))

    def default(self) -> PipelineRow | None:
        """Return the pipeline new deals go to; None where there is none yet."""
        with self._store.read() as unit:
            found = unit.pipelines.default()
            rows = pipeline_rows(unit)
        return next((row for row in rows if found and row.id == found.id), None)

    def ready_made(self) -> tuple[ReadyMade, ...]:
        """Return the pipelines that can be had as they are, in the shop's language."""
        with self._store.read() as unit:
            return ready_made(LANGUAGE.of(unit.settings.all()))

    def add_ready_made(self, key: str) -> int:
        """Add one of the ready-made pipelines; return its id."""
        with self._store.action(Op.ADD_PIPELINE) as unit:
            made = make_ready(unit, key)
            unit.changes.add_facts(name=made.name)
            return made.id

    def add(self, form: PipelineForm) -> int:
        """Add a pipeline with its stages; return its id."""
        name, stages = _name(form.name), [_checked(stage) for stage in form.stages]
        _require_ends(stages)
        with self._store.action(Op.ADD_PIPELINE, name=name) as unit:
            make_reasons(unit)
            made = unit.pipelines.add(name=name, is_default=int(unit.pipelines.default() is None))
            for stage in stages:
                add_stage(unit, made.id, stage)
            return made.id

    def edit(
        self, pipeline_id: int, form: PipelineForm, moves: Mapping[int, int] | None = None
    ) -> None:
        """Change a pipeline: its name, its stages and their order, in one step.

        A stage that is left out is removed; where deals stand in it, `moves` says where they go,
        {stage: stage}. Raises InvalidInputError for a pipeline that could not end deals.
        """
        name, stages = _name(form.name), [_checked(stage) for stage in form.stages]
        _require_ends(stages)
        with self._store.action(Op.EDIT_PIPELINE, name=name) as unit:
            pipeline = unit.pipelines.get(pipeline_id)
            pipeline.name = name
            known = {one.id: one for one in unit.pipelines.stages(pipeline_id)}
            require({s.id for s in stages if s.id} <= known.keys(), "stages", Problem.NOT_A_CHOICE)
            for place, form_of in enumerate(stages):
                if form_of.id is None:
                    add_stage(unit, pipeline_id, form_of, position=place)
                else:
                    _change(unit, known.pop(form_of.id), form_of)
                    unit.pipelines.stage(form_of.id).position = place
            left = [one for one in known.values() if not one.retired_at]
            for gone in left:
                self._remove_stage(unit, gone, (moves or {}).get(gone.id))

    def rename(self, pipeline_id: int, name: str) -> None:
        """Give a pipeline another name."""
        told = _name(name)
        with self._store.action(Op.EDIT_PIPELINE, name=told) as unit:
            unit.pipelines.get(pipeline_id).name = told

    def make_default(self, pipeline_id: int) -> None:
        """Let new deals go to a pipeline."""
        with self._store.action(Op.MAKE_DEFAULT) as unit:
            chosen = unit.pipelines.get(pipeline_id)
            require(not chosen.retired_at, "pipeline", Problem.NOT_A_CHOICE)
            for other in unit.pipelines.all():
                other.is_default = int(other.id == pipeline_id)
            unit.changes.add_facts(name=chosen.name)

    def retire(self, pipeline_id: int) -> None:
        """Put a pipeline away; refused for that of new deals, and where deals are not over."""
        with self._store.action(Op.RETIRE_PIPELINE) as unit:
            chosen, usual = unit.pipelines.get(pipeline_id), unit.pipelines.default()
            busy = unit.pipelines.open_deals(pipeline_id) or (usual and usual.id == pipeline_id)
            require(not busy, "pipeline", Problem.IN_USE)
            chosen.retired_at = stamp(self._now())
            unit.changes.add_facts(name=chosen.name)

    def restore(self, pipeline_id: int) -> None:
        """Bring a pipeline back that was put away."""
        with self._store.action(Op.RESTORE_PIPELINE) as unit:
            chosen = unit.pipelines.get(pipeline_id)
            chosen.retired_at = None
            unit.changes.add_facts(name=chosen.name)

    # Stages

    def add_stage(self, pipeline_id: int, form: StageForm, position: int | None = None) -> int:
        """Add a stage, by default the last; return its id."""
        told = _checked(form)
        with self._store.action(Op.ADD_DEAL_STAGE, name=told.name) as unit:
            unit.pipelines.get(pipeline_id)
            made = add_stage(unit, pipeline_id, told)
            if position is not None:
                _place(unit, pipeline_id, made, position)
            return made

    def edit_stage(self, stage_id: int, form: StageForm) -> None:
        """Change a stage; deals that go by its probability follow."""
        told = _checked(form)
        with self._store.action(Op.EDIT_DEAL_STAGE, name=told.name) as unit:
            stage = unit.pipelines.stage(stage_id)
            _change(unit, stage, told)
            _require_ends_of(unit, stage.pipeline_id)

    def move_stage(self, stage_id: int, position: int) -> None:
        """Put a stage on another place."""
        with self._store.action(Op.MOVE_DEAL_STAGE) as unit:
            stage = unit.pipelines.stage(stage_id)
            _place(unit, stage.pipeline_id, stage_id, position)
            unit.changes.add_facts(name=stage.name)

    def remove_stage(self, stage_id: int, into: int | None = None) -> None:
        """Remove a stage; deals that stand in it go `into` another one, which is required then."""
        with self._store.action(Op.REMOVE_DEAL_STAGE) as unit:
            stage = unit.pipelines.stage(stage_id)
            self._remove_stage(unit, stage, into)
            _require_ends_of(unit, stage.pipeline_id)
            unit.changes.add_facts(name=stage.name)

    def retire_stage(self, stage_id: int) -> None:
        """Offer a stage no more; deals that stand in it stay."""
        with self._store.action(Op.EDIT_DEAL_STAGE) as unit:
            stage = unit.pipelines.stage(stage_id)
            stage.retired_at = stamp(self._now())
            _require_ends_of(unit, stage.pipeline_id)
            unit.changes.add_facts(name=stage.name)

    def restore_stage(self, stage_id: int) -> None:
        """Offer a stage again."""
        with self._store.action(Op.EDIT_DEAL_STAGE) as unit:
            stage = unit.pipelines.stage(stage_id)
            stage.retired_at = None
            unit.changes.add_facts(name=stage.name)

    def _remove_stage(self, unit: UnitOfWork, stage: PipelineStage, into: int | None) -> None:
        standing = unit.pipelines.standing_in(stage.id)
        if standing:
            require(into, "into")
            goal = unit.pipelines.stage(into or 0)
            same = goal.kind == stage.kind or {goal.kind, stage.kind} <= set(LIVE)
            require(same and goal.id != stage.id, "into", Problem.NOT_A_CHOICE)
            desk = Desk(self._store.actor_id, self._now())
            for deal_id in reversed(standing):  # the first of them comes to stand on top
                deal = unit.deals.get(deal_id)
                ended = deal.closed_at
                go_to(unit, deal, goal, desk)
                deal.closed_at = ended
        unit.pipelines.remove_stage(stage.id)

    # Reasons

    def reasons(self, kind: str = "") -> list[ReasonRow]:
        """Return why deals are 'won' or 'lost', in their order; '' for both."""
        with self._store.read() as unit:
            return [
                ReasonRow(reason_id, of, name, bool(needs_note), deals)
                for reason_id, of, name, needs_note, deals in unit.pipelines.reasons(kind)
            ]

    def add_reason(self, kind: str, name: str, *, needs_note: bool = False) -> int:
        """Add a reason; return its id."""
        require(kind in REASON_KINDS, "kind", Problem.NOT_A_CHOICE)
        told = _name(name)
        with self._store.action(Op.ADD_REASON, name=told) as unit:
            return unit.pipelines.add_reason(kind=kind, name=told, needs_note=int(needs_note)).id

    def edit_reason(self, reason_id: int, name: str, *, needs_note: bool = False) -> None:
        """Change a reason; deals that ended for it go on doing so."""
        told = _name(name)
        with self._store.action(Op.EDIT_REASON, name=told) as unit:
            reason = unit.pipelines.reason(reason_id)
            reason.name, reason.needs_note = told, int(needs_note)

    def remove_reason(self, reason_id: int, into: int | None = None) -> None:
        """Remove a reason; deals that ended for it get another, which is required then."""
        with self._store.action(Op.REMOVE_REASON) as unit:
            reason = unit.pipelines.reason(reason_id)
            used = {row[0]: row[4] for row in unit.pipelines.reasons(reason.kind)}
            if used.get(reason_id):
                require(into in used and into != reason_id, "into")
            unit.changes.add_facts(name=reason.name)
            unit.pipelines.replace_reason(reason_id, into)


def _name(text: str) -> str:
    name = required(text, "name")
    require(len(name) <= NAME_LIMIT, "name", Problem.TOO_LONG)
    return name


def _checked(form: StageForm) -> StageForm:
    require(form.kind in STAGE_KINDS, "kind", Problem.NOT_A_CHOICE)
    require(0 <= form.probability <= 100, "probability", Problem.NOT_A_NUMBER)
    if form.rot_days is not None:
        require(0 < form.rot_days <= LONGEST_ROT, "rot_days", Problem.NOT_A_NUMBER)
    require(form.colour in COLOURS, "colour", Problem.NOT_A_CHOICE)
    labels = tuple(label for text in form.checklist if (label := clean(text)))
    return replace(form, name=_name(form.name), checklist=labels)


def _change(unit: UnitOfWork, stage: PipelineStage, form: StageForm) -> None:
    if form.kind != stage.kind and not {form.kind, stage.kind} <= set(LIVE):
        standing = unit.pipelines.deals_in([stage.id])[stage.id]
        require(not standing, "kind", Problem.IN_USE)
    for column, value in stage_columns(form).items():
        setattr(stage, column, value)
    unit.pipelines.follow_stage(stage.id, stage.probability)
    unit.pipelines.put_checks(stage.id, form.checklist)


def _place(unit: UnitOfWork, pipeline_id: int, stage_id: int, position: int) -> None:
    stages = [one for one in unit.pipelines.stages(pipeline_id) if one.id != stage_id]
    stages.insert(max(0, position), unit.pipelines.stage(stage_id))
    for place, stage in enumerate(stages):
        stage.position = place


def _require_ends(stages: Sequence[StageForm]) -> None:
    kinds = {stage.kind for stage in stages}
    for kind, problem in NEEDED.items():
        require(kind in kinds, "stages", problem)


def _require_ends_of(unit: UnitOfWork, pipeline_id: int) -> None:
    unit.flush()
    kinds = {one.kind for one in unit.pipelines.stages(pipeline_id) if not one.retired_at}
    for kind, problem in NEEDED.items():
        require(kind in kinds, "stages", problem)
