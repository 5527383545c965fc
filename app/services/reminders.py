"""What a user is reminded of, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from app.clock import Clock, stamp
from app.settings import QUIET_FROM, QUIET_UNTIL
from app.shapes.notices import Notice
from app.shapes.reminders import DueReminder, DueReminders
from app.shop_clock import shop_now, text_of
from app.store import Store
from app.task_rows import task_row

LATE = timedelta(minutes=5)  # what rang before that was missed
STANDS = timedelta(days=7)  # that a reminder stands among the notices
MOST = 50  # of them


class ReminderService:
    """Tells each reminder once, whatever the clock does.

    What rang while the program was closed, the PC asleep or in quiet hours comes together.
    """

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def due(self) -> DueReminders:
        """Return what rings and was not told yet, and remember that it has been told.

        Ask every few seconds. Of what was missed each task is there once. In quiet hours nothing
        is told; it is missed, then.
        """
        with self._store.read() as unit:
            settings = unit.settings.all()
            now = shop_now(self._now(), settings)
            ringing = [] if is_quiet(now, settings) else unit.task_lists.ringing(text_of(now))
            if not ringing:
                return DueReminders()
            tasks = {row[0]: task_row(row) for row in unit.task_lists.rows({r[2] for r in ringing})}
        with self._store.aside() as unit:
            unit.tasks.note_shown([(r[0], r[1]) for r in ringing], stamp(self._now()))
        edge = text_of(now - LATE)
        told, missed = [], dict[int, DueReminder]()
        for _reminder, rings_at, task_id in ringing:
            one = DueReminder(tasks[task_id], rings_at)
            if rings_at >= edge:
                told.append(one)
            else:
                missed[task_id] = one
        for one in told:
            missed.pop(one.task.id, None)
        return DueReminders(tuple(told), tuple(missed.values()))

    def standing(self) -> list[Notice]:
        """Return what was told in the last days and is still to be done, the newest first."""
        with self._store.read() as unit:
            now = shop_now(self._now(), unit.settings.all())
            rows = unit.task_lists.shown(text_of(now - STANDS), text_of(now), limit=MOST)
        return [_notice(row) for row in rows]


def _notice(row: Sequence[Any]) -> Notice:
    task_id, title, contact, shown_at = row
    code = "notice.reminder_of" if contact else "notice.reminder"
    return Notice(
        f"reminder:{task_id}", code, {"title": title, "contact": contact}, attention=True,
        task_id=task_id, happened_at=shown_at,
    )  # fmt: skip


def is_quiet(now: datetime, settings: Mapping[str, object]) -> bool:
    """Tell whether nothing is to ring at a time of the shop's clock."""
    values = dict(settings)
    begin, end = QUIET_FROM.of(values), QUIET_UNTIL.of(values)
    if not begin or not end or begin == end:
        return False
    at = f"{now:%H:%M}"
    return begin <= at < end if begin < end else at >= begin or at < end
