"""One reminder, or several in one, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.shapes.reminders import DueReminder, DueReminders
from ui.common.ahead_words import when_words
from ui.common.formats import Formats

translate = QCoreApplication.translate

APART = 3  # reminders of one moment that are told one by one; more come together
NAMED = 3  # tasks a summary names
DONE, SNOOZE, OPEN = "done", "snooze", "open"


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown; `task_id` is None of several together, which can only be opened."""

    title: str
    body: str
    task_id: int | None = None

    def actions(self) -> list[tuple[str, str]]:
        """Return (code, words) of what can be done with it."""
        shown = [(OPEN, translate("Reminders", "Open"))]
        if self.task_id is None:
            return shown
        return [
            (DONE, translate("Reminders", "Done")),
            (SNOOZE, translate("Reminders", "Later")),
            *shown,
        ]


def tell(due: DueReminders, formats: Formats) -> list[Told]:
    """Return what is told: what was missed in one, what rings now one by one unless it is much."""
    told = []
    if due.missed:
        count = formats.count(
            len(due.missed),
            translate("Reminders", "1 reminder while you were away"),
            translate("Reminders", "{n} reminders while you were away"),
        )
        told.append(Told(count, _names(due.missed, formats)))
    if len(due.now) > APART:
        count = formats.count(
            len(due.now), translate("Reminders", "1 reminder"),
            translate("Reminders", "{n} reminders"),
        )  # fmt: skip
        told.append(Told(count, _names(due.now, formats)))
    else:
        told += [_single(one, formats) for one in due.now]
    return told


def _single(one: DueReminder, formats: Formats) -> Told:
    task = one.task
    when = when_words(task.due_at, formats) if task.due_at else ""
    parts = (task.contact, when, task.place)
    return Told(task.title, " · ".join(part for part in parts if part), task.id)


def _names(reminders: tuple[DueReminder, ...], formats: Formats) -> str:
    """Return the first tasks by name, and how many there are besides."""
    names = [one.task.title for one in reminders[:NAMED]]
    rest = len(reminders) - len(names)
    if rest:
        more = formats.count(
            rest, translate("Reminders", "1 more"), translate("Reminders", "{n} more")
        )
        names.append(more)
    return formats.listing(names)
