"""What quick add understood, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.repeat_words import reminder_words
from app.shapes.tasks import TaskForm
from app.shapes.understood import Choice, Understood
from app.words import kind_words
from ui.common.ahead_words import when_words, whole_when
from ui.common.kit import Kit
from ui.common.task_icons import ICONS

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was understood; `person` is the id of whom it names, 0 for a stranger."""

    words: str
    icon: str = ""
    person: int | None = None


def understood_parts(understood: Understood, form: TaskForm, kit: Kit) -> list[Part]:
    """Return the kind first, then people, time, repeat and reminder of a line.

    `form` is the task it makes; it tells the reminder.
    """
    code = kit.language.code
    parts = [Part(kind_words("task", understood.kind, code), ICONS[understood.kind])]
    parts += [Part(one.name, person=one.id) for one in understood.people]
    timed = understood.start or understood.due
    if understood.repeat is not None:
        parts.append(Part(repeat_sentence(understood.repeat.rule, kit), "repeat"))
        timed = understood.repeat.first or timed
    if timed:
        parts.append(Part(whole_when(timed, kit.formats), "calendar"))
    if understood.duration_min:
        words = translate("QuickAdd", "{n} min")
        parts.append(Part(words.format(n=kit.formats.number(understood.duration_min)), "clock"))
    if understood.priority:
        parts.append(Part(kind_words("priority", str(understood.priority), code), "flag"))
    parts += [
        Part(reminder_words(each.before_min, code, dated="T" not in form.due_at), "bell")
        for each in form.reminders
        if each.before_min is not None
    ]
    return parts


def repeat_sentence(rule: str, kit: Kit) -> str:
    """Return a rule of a repeat in words."""
    from app.repeat_words import repeat_words  # noqa: PLC0415 - when one is shown

    return repeat_words(rule, kit.language.code)


def choice_words(choice: Choice, kit: Kit) -> tuple[str, list[str]]:
    """Return the question a choice asks, and its answers."""
    asked = {
        "person": translate("QuickAdd", "Who is meant?"),
        "am_or_pm": translate("QuickAdd", "At what hour?"),
        "which_time": translate("QuickAdd", "At what hour?"),
        "several_times": translate("QuickAdd", "At what hour?"),
        "which_rule": translate("QuickAdd", "How often?"),
    }
    title = asked.get(choice.about, translate("QuickAdd", "Which day is meant?"))
    if choice.about == "person":
        return title, list(choice.options)
    if choice.about == "which_rule":
        return title, [repeat_sentence(option, kit) for option in choice.options]
    return title, [
        kit.formats.clock(option) if len(option) == 5 else when_words(option, kit.formats)
        for option in choice.options
    ]
