"""Where things stand in a calendar: an entry or a day with its rectangle."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.shapes.agenda import AgendaEntry
from ui.common.entry_looks import is_closed

MINUTES = 24 * 60
MOVABLE = ("task", "occurrence", "promise", "handover", "deal")


class Slot(NamedTuple):
    """A day, and the minute of it; None for the whole day."""

    day: date
    minute: int | None = None

    @property
    def text(self) -> str:
        """Return it as a task keeps it."""
        if self.minute is None:
            return self.day.isoformat()
        at = datetime.combine(self.day, time(self.minute // 60, self.minute % 60))
        return at.isoformat(timespec="minutes")


class Placed(NamedTuple):
    """An entry and where it is painted, in the view's own coordinates."""

    entry: AgendaEntry
    rect: QRectF


class More(NamedTuple):
    """The line that tells how many entries of a day have no room."""

    day: date
    hidden: int
    rect: QRectF


class Chosen(NamedTuple):
    """What tells an entry after the days are read again."""

    what: str
    task_id: int | None
    contact_id: int | None
    sale_id: int | None
    deal_id: int | None
    on: date | None  # None where a task counts that has been moved

    @staticmethod
    def of(entry: AgendaEntry) -> Chosen:
        """Return what tells this entry."""
        on = None if entry.what == "task" else entry.whole().on
        ids = entry.task_id, entry.contact_id, entry.sale_id, entry.deal_id
        return Chosen(entry.what, *ids, on)

    def fits(self, entry: AgendaEntry) -> bool:
        """Tell whether this is the entry."""
        return Chosen.of(entry) == self


def minute_of(entry: AgendaEntry) -> int | None:
    """Return the minute of the day an entry begins at; None for the whole day."""
    if not entry.time:
        return None
    return int(entry.time[:2]) * 60 + int(entry.time[3:5])


def is_timed(entry: AgendaEntry) -> bool:
    """Tell whether an entry stands in the hours of its day."""
    return bool(entry.time or entry.began)


def is_late(entry: AgendaEntry, today: date) -> bool:
    """Tell whether an entry should have been done before today."""
    return entry.what == "task" and can_move(entry) and entry.last_day < today


def can_move(entry: AgendaEntry) -> bool:
    """Tell whether an entry can be put on another day: what is planned and not over."""
    return entry.what in MOVABLE and not is_closed(entry)
