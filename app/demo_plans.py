"""The task plans of the sample shop, one of them under way."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from app.sample_plans import sample_plans
from app.shapes.task_plans import StepForm
from db.uow import UnitOfWork

MANY = 10_000  # contacts of the sample shop at most
UNDER_WAY = ("뜸해진 단골", "정우진")  # its first step is only offered: no task comes of it


def add_plans(unit: UnitOfWork, as_of: date) -> None:
    """Add the plans to begin with, and put one under way for somebody who is there."""
    newest = unit.listed.page("created_at", descending=True, offset=0, limit=MANY)
    people = {name: contact_id for contact_id, _kind, name, *_rest in newest}
    for form in sample_plans("ko"):
        plan_id = unit.task_plans.add(
            [_columns(step) for step in form.steps], name=form.name, anchor=form.anchor,
            note=form.note,
        )  # fmt: skip
        name, contact = UNDER_WAY
        if form.name == name and contact in people:
            plan = unit.task_plans.get(plan_id)
            unit.task_plans.begin(plan, contact_id=people[contact], anchor_on=as_of.isoformat())


def _columns(step: StepForm) -> dict[str, object]:
    return {**asdict(step), "at_time": step.at_time or None}
