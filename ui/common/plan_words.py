"""Steps of task plans in words."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui.common.ahead_words import hour_words, when_words
from ui.common.formats import Formats
from ui.common.interval_words import interval_words

translate = QCoreApplication.translate


class Step(Protocol):
    """What is told of a step."""

    @property
    def offset_days(self) -> int: ...
    @property
    def after(self) -> str: ...
    @property
    def at_time(self) -> str: ...


def due_of(step: Step, anchor_on: date) -> str:
    """Return when a step is due, as a task keeps it; '' where the step before decides."""
    if step.after == "previous":
        return ""
    try:
        day = (anchor_on + timedelta(days=step.offset_days)).isoformat()
    except OverflowError:
        return ""
    return f"{day}T{step.at_time}" if step.at_time else day


def offset_words(step: Step, anchor: str, formats: Formats) -> str:
    """Return when a step is due as the plan tells it: '3 days after the start'."""
    long = interval_words(abs(step.offset_days), formats)
    if step.after == "previous":
        words = (
            translate("PlanWords", "{long} after the step before")
            if step.offset_days
            else translate("PlanWords", "right after the step before")
        )
    elif anchor == "end":
        words = (
            translate("PlanWords", "{long} before the end") if step.offset_days < 0
            else translate("PlanWords", "{long} after the end") if step.offset_days
            else translate("PlanWords", "on the last day")
        )  # fmt: skip
    else:
        words = (
            translate("PlanWords", "{long} before the start") if step.offset_days < 0
            else translate("PlanWords", "{long} after the start") if step.offset_days
            else translate("PlanWords", "on the first day")
        )  # fmt: skip
    told = words.format(long=long)
    if not step.at_time:
        return told
    hour = hour_words(time.fromisoformat(step.at_time), korean=formats.korean)
    return f"{told}, {hour}"


def step_when(step: Step, anchor: str, anchor_on: date, formats: Formats) -> str:
    """Return when a step of a plan under way is due: its day, or how long after the one before."""
    due = due_of(step, anchor_on)
    return when_words(due, formats) if due else offset_words(step, anchor, formats)
