"""Deals as tests make them, in a pipeline whose stages are called what a shop calls them."""

import pytest

from app.errors import InvalidInputError
from app.shapes.deals import DealForm
from app.shapes.pipelines import PipelineForm, StageForm

NAMED = PipelineForm(
    "계약",
    (
        StageForm("첫 만남", probability=20, rot_days=3),
        StageForm("조율", probability=60, rot_days=7, checklist=("사진", "날짜")),
        StageForm("기다림", kind="on_hold", probability=50),
        StageForm("계약완료", kind="won"),
        StageForm("끝", kind="lost"),
    ),
)


def stage(pipeline, name):
    return next(one.id for one in pipeline.stages if one.name == name)


def reason(core, kind, place=0):
    return core.pipelines.reasons(kind)[place].id


def add(core, title="꽃 계약", **more):
    return core.deals.add(DealForm(title=title, **more))


def row(core, deal_id):
    return core.deal_board.rows([deal_id])[deal_id]


def form(one):
    return StageForm(
        one.name, one.kind, one.probability, one.rot_days, one.colour,
        tuple(check.label for check in one.checks), one.starter_plan_id, one.id,
    )  # fmt: skip


def refused(problem, field, verb, *args, **more):
    with pytest.raises(InvalidInputError) as told:
        verb(*args, **more)
    assert told.value.problems == {field: problem}
