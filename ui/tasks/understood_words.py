"""What quick add understood, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.shapes.understood import Choice, Understood
from app.words import kind_words
from ui.common.ahead_words import when_words
from ui.common.kit import Kit

translate = QCoreApplication.translate


def understood_words(understood: Understood, kit: Kit) -> str:
    """Return kind, people, time and repeat of a line: 'Call · 김민지 · Tomorrow 3 PM'."""
    code = kit.language.code
    parts = [kind_words("task", understood.kind, code)]
    parts += [one.name for one in understood.people]
    timed = understood.start or understood.due
    if understood.repeat is not None:
        parts.append(repeat_sentence(understood.repeat.rule, kit))
        timed = understood.repeat.first or timed
    if timed:
        parts.append(when_words(timed, kit.formats))
    if understood.duration_min:
        parts.append(
            translate("QuickAdd", "{n} min").format(n=kit.formats.number(understood.duration_min))
        )
    if understood.priority:
        parts.append(kind_words("priority", str(understood.priority), code))
    return " · ".join(parts)


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
