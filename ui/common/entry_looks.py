"""What days hold, in words, icons and colours: the same wherever a calendar is."""

from __future__ import annotations

from app.shapes.agenda import AgendaEntry
from app.words import kind_words
from ui.common.kit import Kit

MARKS = {
    "task": "accent",
    "occurrence": "accent",
    "promise": "info",
    "handover": "success",
    "birthday": "persimmon",
    "date": "plum",
}  # the colour of what an entry is; with '-soft' its ground
ICONS = {
    "task": "circle",
    "occurrence": "repeat",
    "promise": "message-circle",
    "handover": "truck",
    "birthday": "cake",
    "date": "calendar-heart",
}
APPOINTMENT, DONE = "users-round", "circle-check"


def mark_of(entry: AgendaEntry) -> str:
    """Return the name of the colour of an entry."""
    return "neutral" if is_closed(entry) else MARKS[entry.what]


def icon_of(entry: AgendaEntry) -> str:
    """Return the icon of an entry: the colour alone tells nobody what it is."""
    if is_closed(entry):
        return DONE
    if entry.duration_min is not None and entry.what == "task":
        return APPOINTMENT
    return ICONS[entry.what]


def is_closed(entry: AgendaEntry) -> bool:
    """Tell whether an entry is a task that is over."""
    return entry.status in ("done", "cancelled", "no_show")


def entry_words(entry: AgendaEntry, kit: Kit) -> tuple[str, str]:
    """Return an entry of the calendar: what it is, and below it with whom or where."""
    what = kind_words("what", entry.what, kit.language.code)
    if entry.what == "birthday":
        years = f" ({entry.years})" if entry.years else ""
        return f"{entry.contact}{years}", what
    title = entry.title or what
    if entry.what == "date" and entry.years:
        title = f"{title} ({entry.years})"
    below = " · ".join(part for part in (entry.contact, entry.place, entry.assignee) if part)
    return title, below


def entry_sentence(entry: AgendaEntry, kit: Kit) -> str:
    """Return an entry as it is read aloud."""
    title, below = entry_words(entry, kit)
    code = kit.language.code
    status = kind_words("task_status", entry.status, code) if is_closed(entry) else ""
    clock = kit.formats.clock(entry.time[:5]) if entry.time else ""
    parts = (clock, kind_words("what", entry.what, code), title, below, status)
    return ", ".join(dict.fromkeys(part for part in parts if part))
