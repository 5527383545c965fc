"""Reminders, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass

from app.shapes.tasks import TaskRow


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder that rings; `rings_at` is of the shop's clock."""

    task: TaskRow
    rings_at: str


@dataclass(frozen=True, slots=True)
class DueReminders:
    """What rings now, and what rang while nobody could see it: that is told once, together."""

    now: tuple[DueReminder, ...] = ()
    missed: tuple[DueReminder, ...] = ()
