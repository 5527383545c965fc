"""What happened with a contact, in words."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication

from app.shapes.interactions import TimelineEntry
from ui.common.kit import Kit
from ui.common.widgets.timeline import TimelineItem

translate = QCoreApplication.translate

ICONS = {
    "call": "phone",
    "visit": "store",
    "text": "message-square",
    "messenger": "message-circle",
    "email": "mail",
    "meeting": "users-round",
    "gift": "gift",
    "complaint": "triangle-alert",
    "other": "circle-dot",
}
ROLES = {"complaint": "warning", "visit": "success", "gift": "persimmon"}
MISSED = {"no_answer", "left_message"}


def item_of(entry: TimelineEntry, kit: Kit) -> TimelineItem:
    """Return an entry as the timeline paints it."""
    when = kit.formats.moment(entry.at)
    if entry.is_note:
        icon = "pin" if entry.pinned else "sticky-note"
        role = "accent" if entry.pinned else "neutral"
        return TimelineItem(icon, role, _whose(entry, _note_title(entry)), entry.body, when)
    icon, role = ICONS.get(entry.kind, "circle-dot"), ROLES.get(entry.kind, "info")
    if entry.kind == "call":
        icon = "phone-incoming" if entry.direction == "in" else icon
        icon = "phone-missed" if entry.outcome in MISSED else icon
    if entry.outcome == "no_show":
        icon = "user-x"
    if entry.outcome in ("complaint", "no_show"):
        role = "warning"
    return TimelineItem(icon, role, _whose(entry, _title(entry)), entry.body, when)


def _whose(entry: TimelineEntry, title: str) -> str:
    """Return a title with the name of whose it is among the people of a company."""
    return f"{escape(entry.who)} · {title}" if entry.who else title


def _note_title(entry: TimelineEntry) -> str:
    if not entry.staff:
        words = translate("Timeline", "Pinned note"), translate("Timeline", "Note")
        return f"<b>{escape(words[not entry.pinned])}</b>"
    words = (
        translate("Timeline", "Pinned note by <b>{name}</b>"),
        translate("Timeline", "Note by <b>{name}</b>"),
    )
    return words[not entry.pinned].format(name=escape(entry.staff))


def _title(entry: TimelineEntry) -> str:
    words = escape(kind_words(entry.kind))
    if entry.kind == "call" and entry.direction == "in":
        words = escape(translate("Timeline", "Incoming call"))
    outcomes = {**outcome_words(), **appointment_words()}
    parts = [f"<b>{words}</b>", escape(outcomes.get(entry.outcome or "", ""))]
    return " · ".join(part for part in (*parts, escape(entry.staff)) if part)


def kind_words(kind: str) -> str:
    """Return a kind of interaction in words."""
    words = {
        "call": translate("Timeline", "Call"),
        "visit": translate("Timeline", "Visit"),
        "text": translate("Timeline", "Text message"),
        "messenger": translate("Timeline", "Messenger"),
        "email": translate("Timeline", "Mail"),
        "meeting": translate("Timeline", "Meeting"),
        "gift": translate("Timeline", "Gift"),
        "complaint": translate("Timeline", "Complaint"),
    }
    return words.get(kind, translate("Timeline", "Contact"))


def outcome_words() -> Mapping[str, str]:
    """Return what can come of a call, in words, in the order of a menu."""
    return {
        "talked": translate("Timeline", "Talked"),
        "no_answer": translate("Timeline", "No answer"),
        "left_message": translate("Timeline", "Left a message"),
        "promised_visit": translate("Timeline", "Will come by"),
        "asked_price": translate("Timeline", "Asked for a price"),
        "praise": translate("Timeline", "Praise"),
        "complaint": translate("Timeline", "Complaint"),
    }


def appointment_words() -> Mapping[str, str]:
    """Return what came of an appointment, in words."""
    return {
        "came": translate("Timeline", "Came"),
        "no_show": translate("Timeline", "Did not come"),
    }


def filter_words() -> Mapping[str, str]:
    """Return what a timeline can be narrowed to, in words."""
    return {
        "all": translate("Timeline", "Everything"),
        "notes": translate("Timeline", "Notes"),
        "calls": translate("Timeline", "Calls"),
        "visits": translate("Timeline", "Visits"),
        "messages": translate("Timeline", "Messages"),
    }
