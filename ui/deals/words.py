"""What happened with a deal, in words."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from app.shapes.deals import DealEvent
from app.words import kind_words
from ui.common.deal_words import days_words
from ui.common.kit import Kit
from ui.common.task_icons import ICONS as TASKS
from ui.common.widgets.timeline import TimelineItem
from ui.common.writing.entry_words import ICONS as STORY
from ui.common.writing.entry_words import kind_words as story_words

translate = QCoreApplication.translate

KINDS = {
    "won": ("success", "party-popper"),
    "lost": ("danger", "circle-x"),
    "on_hold": ("neutral", "hourglass"),
    "open": ("info", "arrow-right"),
}  # of the stage a deal moved to: role of the colour, icon
QUOTES = {
    "draft": "neutral", "sent": "info", "accepted": "success", "refused": "danger",
    "expired": "warning",
}  # fmt: skip


def item_of(event: DealEvent, kit: Kit, currency: str) -> TimelineItem:
    """Return what happened as the timeline paints it; `currency` is the deal's."""
    icon, role = _look_of(event)
    title, text = _words_of(event, kit)
    parts = [title]
    if event.amount is not None and event.what in ("quote", "sale"):
        parts.append(escape(kit.formats.money(event.amount, currency)))
    parts.append(escape(event.staff))
    joined = " · ".join(part for part in parts if part)
    return TimelineItem(icon, role, joined, text, kit.formats.moment(event.at))


def _look_of(event: DealEvent) -> tuple[str, str]:
    if event.what == "move":
        role, icon = KINDS.get(event.kind, KINDS["open"])
        return icon, role
    if event.what == "note":
        return "sticky-note", "neutral"
    if event.what == "interaction":
        return STORY.get(event.kind, "circle-dot"), "info"
    if event.what == "task":
        return TASKS.get(event.kind, "circle-check"), "success"
    if event.what == "quote":
        return "file-text", QUOTES.get(event.kind, "neutral")
    return ("receipt", "success") if event.what == "sale" else ("plus", "neutral")


def _words_of(event: DealEvent, kit: Kit) -> tuple[str, str]:
    """Return the title, which knows <b>, and a plain text below it."""
    name = escape(event.title)
    if event.what == "made":
        return translate("Deals", "Began at <b>{stage}</b>").format(stage=name), ""
    if event.what == "move":
        stayed = ""
        if event.detail and event.days is not None:
            words, time = translate("Deals", "{time} at {stage}"), event.days
            stayed = words.format(time=days_words(time, kit.formats), stage=event.detail)
        return translate("Deals", "Moved to <b>{stage}</b>").format(stage=name), stayed
    if event.what in ("interaction", "note"):
        note = translate("Timeline", "Note")
        what = escape(note if event.what == "note" else story_words(event.kind))
        who = f" · {escape(event.contact)}" if event.contact else ""
        return f"<b>{what}</b>{who}", event.title or event.detail
    if event.what == "task":
        return translate("Deals", "Done: <b>{task}</b>").format(task=name), event.detail
    if event.what == "quote":
        status = escape(kind_words("quote_status", event.kind, kit.language.code))
        version = f" v{event.detail}" if event.detail not in ("", "1") else ""
        return translate("Deals", "Quote <b>{n}</b>").format(n=name + version) + f" · {status}", ""
    return translate("Deals", "Sale <b>{n}</b>").format(n=name or escape(event.detail)), ""
