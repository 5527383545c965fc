"""What was understood of a typed line, in words and colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time

from PySide6.QtCore import QCoreApplication

from app.quick_dates import Doubt
from ui.common.ahead_words import day_words, hour_words, when_words
from ui.common.kit import Kit
from ui.common.writing.entry_words import ICONS, kind_words
from ui.contacts.quick_log_line import Choice, LineRead, propose
from ui.contacts.quick_log_marks import Mark, Said

CONTROLS = ("call", "visit", "text", "email")  # kinds the dialog has a button for


def marks_of(read: LineRead) -> list[Mark]:
    """Return the stretches that were understood, each with a colour of its kind."""
    line = read.line
    planned = set(line.follow_up.spans) if line.follow_up else set()
    marks = [Mark(read.who.span, "accent")] if read.who and read.people else []
    for span in line.spans:
        money = line.money is not None and span == line.money.span
        colour = "success" if money else "persimmon" if span in planned else "info"
        marks.append(Mark(span, colour))
    return marks


def said_of(
    read: LineRead, picks: Mapping[str, Choice], kit: Kit, *, only_plans: bool
) -> list[Said]:
    """Return a chip for each thing that no other control of the dialog shows."""
    return list(_said(read, picks, kit, only_plans=only_plans))


def _said(
    read: LineRead, picks: Mapping[str, Choice], kit: Kit, *, only_plans: bool
) -> Iterator[Said]:
    said, line = propose(read, picks), read.line
    translate = QCoreApplication.translate
    if said.kind and said.kind not in CONTROLS and not only_plans:
        note = said.kind == "note"
        words = translate("QuickLog", "Note") if note else kind_words(said.kind)
        yield Said(words, ICONS.get(said.kind, "sticky-note"))
    if said.happened_on is not None:
        yield Said(kit.formats.day(said.happened_on.isoformat()), "calendar")
    if said.moment:
        when = when_words(said.moment, kit.formats)
        words = translate("QuickLog", "Next: {when}").format(when=when)
        yield Said(f"{words} – {said.note}" if said.note else words, "calendar-clock")
    if said.only_plan:
        plan, both = (
            translate("QuickLog", "Only plan, log nothing"),
            translate("QuickLog", "Log and plan"),
        )
        yield Said(plan if only_plans else both, "arrow-left-right", "log")
    if line.money is not None:
        yield Said(kit.formats.money(line.money.minor, line.money.currency), "banknote")
    for doubt in line.doubts:
        if words := _doubt_words(doubt, picks, kit):
            yield Said(words, "circle-help", doubt.about)


def _doubt_words(doubt: Doubt, picks: Mapping[str, Choice], kit: Kit) -> str:
    translate = QCoreApplication.translate
    if doubt.about == "past_or_future":
        past = picks.get(doubt.about) == "past"
        return (
            translate("QuickLog", "It has been") if past else translate("QuickLog", "It is to come")
        )
    choices = [_choice_words(choice, kit) for choice in doubt.choices]
    if len(choices) < 2:
        return ""
    now = _choice_words(picks.get(doubt.about, doubt.choices[0]), kit)
    others = ", ".join(words for words in choices if words != now)
    return translate("QuickLog", "{this}, not {other}").format(this=now, other=others)


def _choice_words(choice: Choice, kit: Kit) -> str:
    if isinstance(choice, time):
        return hour_words(choice, korean=kit.formats.korean)
    if isinstance(choice, date):
        return day_words(choice, kit.formats)
    return kind_words(choice)
