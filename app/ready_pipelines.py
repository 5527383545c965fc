"""Pipelines and reasons that can be had ready made, in the shop's language."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.errors import InvalidInputError, Problem
from app.settings import LANGUAGE
from app.shapes.pipelines import ReadyMade, StageForm
from db.kinds import REASON_KINDS
from resources import path

if TYPE_CHECKING:
    from db.models.pipeline import Pipeline
    from db.uow import UnitOfWork

FIRST = "sales"  # the one a shop gets that has none and adds a deal
SURE = {"won": 100, "lost": 0}


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(path("pipelines.json").read_text(encoding="utf-8"))
    return told


def ready_made(language: str) -> tuple[ReadyMade, ...]:
    """Return the pipelines that can be had."""
    spoken = language if language in ("ko", "en") else "en"
    return tuple(
        ReadyMade(
            one["key"], one["name"][spoken], tuple(_stage(s, spoken) for s in one["stages"])
        )
        for one in _words()["pipelines"]
    )  # fmt: skip


def _stage(told: dict[str, Any], language: str) -> StageForm:
    kind = told.get("kind", "open")
    return StageForm(
        name=told[language], kind=kind, probability=SURE.get(kind, told.get("probability", 0)),
        rot_days=told.get("rot_days"), colour=told["colour"],
        checklist=tuple(check[language] for check in told.get("checks", ())),
    )  # fmt: skip


def make_ready(unit: UnitOfWork, key: str) -> Pipeline:
    """Make a ready-made pipeline, and the reasons with the first one; return it."""
    language = LANGUAGE.of(unit.settings.all())
    found = next((one for one in ready_made(language) if one.key == key), None)
    if found is None:
        raise InvalidInputError({"key": Problem.NOT_A_CHOICE})
    make_reasons(unit)
    made = unit.pipelines.add(
        name=found.name, ready_made=key, is_default=int(unit.pipelines.default() is None)
    )
    for stage in found.stages:
        add_stage(unit, made.id, stage)
    return made


def make_reasons(unit: UnitOfWork) -> None:
    """Make the reasons for ends there are none for yet."""
    language = LANGUAGE.of(unit.settings.all())
    spoken = language if language in ("ko", "en") else "en"
    for kind in REASON_KINDS:
        if not unit.pipelines.reasons(kind):
            for told in _words()["reasons"][kind]:
                unit.pipelines.add_reason(
                    kind=kind, name=told[spoken], needs_note=int(told.get("needs_note", False))
                )


def add_stage(unit: UnitOfWork, pipeline_id: int, form: StageForm, **more: Any) -> int:
    """Add a stage, as it was checked, with its checklist; return its id."""
    made = unit.pipelines.add_stage(pipeline_id, **stage_columns(form), **more)
    unit.pipelines.put_checks(made.id, form.checklist)
    return made.id


def stage_columns(form: StageForm) -> dict[str, Any]:
    """Return the columns a stage's form fills; its kind says how sure it is at the end."""
    return {
        "name": form.name, "kind": form.kind,
        "probability": SURE.get(form.kind, form.probability), "rot_days": form.rot_days,
        "colour": form.colour, "starter_plan_id": form.starter_plan_id,
    }  # fmt: skip
