"""What days hold, in words, icons and colours: the same wherever a calendar is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.shapes.agenda import AgendaEntry
from app.words import kind_words
from ui.common.kit import Kit

translate = QCoreApplication.translate

MARKS = {
    "task": "accent",
    "occurrence": "accent",
    "promise": "info",
    "handover": "success",
    "deal": "warning",
    "birthday": "persimmon",
    "date": "plum",
}  # the colour of what an entry is; with '-soft' its ground
ICONS = {
    "task": "circle",
    "occurrence": "repeat",
    "promise": "message-circle",
    "handover": "truck",
    "deal": "handshake",
    "birthday": "cake",
    "date": "calendar-heart",
}
APPOINTMENT, DONE = "users-round", "circle-check"


def mark_of(entry: AgendaEntry) -> str:
    """Return the name of the colour of an entry."""
    return "neutral" if is_closed(entry) else MARKS[entry.what]


def solid_of(mark: str) -> str:
    """Return the name of a mark's colour where it fills a dot or a bar."""
    return mark if mark == "accent" else f"{mark}-solid"


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
    amount = "" if entry.amount is None else kit.formats.money(entry.amount, entry.currency)
    parts = (day_words(entry, kit), entry.contact, amount, entry.place, entry.assignee)
    return title, " · ".join(part for part in parts if part)


def day_words(entry: AgendaEntry, kit: Kit) -> str:
    """Return which day this is of something that lasts over midnight; '' of anything else."""
    if not entry.ends:
        return ""
    first = entry.whole().on
    number, count = (entry.on - first).days + 1, (entry.last_day - first).days + 1
    return translate("EntryLooks", "Day {n} of {count}").format(n=number, count=count)


def hour_of(entry: AgendaEntry, kit: Kit) -> str:
    """Return when an entry begins on its day, or on its last one until when; '' for neither."""
    clock = kit.formats.clock
    if entry.began and entry.ends[:10] == entry.on.isoformat():
        return translate("EntryLooks", "until {time}").format(time=clock(entry.ends[11:16]))
    return clock(entry.time[:5]) if entry.time else ""


def entry_sentence(entry: AgendaEntry, kit: Kit) -> str:
    """Return an entry as it is read aloud."""
    title, below = entry_words(entry, kit)
    code = kit.language.code
    status = kind_words("task_status", entry.status, code) if is_closed(entry) else ""
    parts = (hour_of(entry, kit), kind_words("what", entry.what, code), title, below, status)
    return ", ".join(dict.fromkeys(part for part in parts if part))
