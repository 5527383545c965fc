"""Three task plans to begin with."""

from __future__ import annotations

import json

from app.shapes.task_plans import PlanForm, StepForm
from app.words import LANGUAGES
from resources import path


def sample_plans(language: str) -> tuple[PlanForm, ...]:
    """Return them in that language, in English where it is not known."""
    known = json.loads(path("plans.json").read_text(encoding="utf-8"))
    return tuple(
        PlanForm(
            name=plan["name"], anchor=plan["anchor"], note=plan["note"],
            steps=tuple(StepForm(**step) for step in plan["steps"]),
        )
        for plan in known[language if language in LANGUAGES else "en"]
    )  # fmt: skip
