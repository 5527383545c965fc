"""What days hold, and the page a day begins with."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from app.agenda_entries import (
    SHOWN,
    birthdays,
    dates,
    deals,
    handovers,
    keys_of,
    occurrences,
    over_midnight,
    promises,
    task_entry,
)
from app.clock import Clock
from app.clock_changes import ClockChange, clock_changes
from app.day import today
from app.holidays import holidays_between
from app.settings import COUNTRY, CURRENCY, LANGUAGE
from app.shapes.agenda import Agenda, AgendaEntry, Happened, HolidayRow, Home, SlippingRow
from app.shapes.tasks import TaskFilter, TaskRow
from app.shop_clock import shop_now
from app.store import Store
from app.task_forms import LONGEST as LONGEST_APPOINTMENT
from app.task_rows import task_days, task_row
from app.touching import touch_row

if TYPE_CHECKING:
    from db.repositories.task_lists import Days
    from db.uow import UnitOfWork

WEEK = 7  # days that Home looks ahead
FIRST = 5  # of each kind on Home
MOST = 20  # tasks of today
LONGEST = 400  # days looked at together


class AgendaService:
    """Reads days; months, weeks and lists of days are all the same to it."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def days(self, first: date, last: date, assignee_ids: Collection[int] = ()) -> Agenda:
        """Return what the days from `first` to `last` hold, both counted.

        `assignee_ids` asks for tasks of these people alone, 0 for nobody's. Raises ValueError for
        more days than a calendar shows.
        """
        if (last - first).days > LONGEST:
            raise ValueError(last)
        with self._store.read() as unit:
            settings = unit.settings.all()
            ends = first.isoformat(), (last + timedelta(days=1)).isoformat()
            since = (first - timedelta(minutes=LONGEST_APPOINTMENT)).isoformat()
            keys = keys_of(first, last)
            born, counts = birthdays(unit, keys)
            repeating = unit.agenda.repeats(ends[1], assignee_ids)
            tasks = [
                *map(task_entry, unit.agenda.tasks(*ends, assignee_ids)),
                *map(task_entry, unit.agenda.lasting(since, ends[0], assignee_ids)),
                *occurrences(repeating, first, last, COUNTRY.of(settings)),
            ]
            entries = [
                *over_midnight(tasks, first, last, settings),
                *born,
                *dates(unit, keys),
                *promises(unit, *ends),
                *handovers(unit, *ends),
                *deals(unit, *ends, assignee_ids),
            ]
            holidays = _holidays(settings, first, last)
        return Agenda(tuple(sorted(entries, key=_order)), holidays, counts)

    def holidays(self, first: date, last: date) -> tuple[HolidayRow, ...]:
        """Return the public holidays of the shop's country on these days."""
        with self._store.read() as unit:
            return _holidays(unit.settings.all(), first, last)

    def clock_changes(self, first: date, last: date) -> list[ClockChange]:
        """Return when the shop's clock is set forward or back on these days."""
        with self._store.read() as unit:
            return clock_changes(first, last, unit.settings.all())

    def shop_clock(self) -> Clock:
        """Return the shop's clock, without a zone; to be asked for again after other settings."""
        with self._store.read() as unit:
            settings = unit.settings.all()
        now = self._now
        return lambda: shop_now(now(), settings)

    def birthdays(self, on: date) -> list[AgendaEntry]:
        """Return everybody whose birthday is kept on a day."""
        with self._store.read() as unit:
            return birthdays(unit, keys_of(on, on), shown=1_000_000)[0]

    def today(self) -> date:
        """Return which day it is by the shop's clock."""
        with self._store.read() as unit:
            return shop_now(self._now(), unit.settings.all()).date()

    def home(self, since: str = "") -> Home:
        """Return what a day begins with; `since` (UTC) is when somebody looked last."""
        with self._store.read() as unit:
            settings = unit.settings.all()
            days = task_days(self._now(), settings)
            day = date.fromisoformat(days.today)
            week_end = day + timedelta(days=WEEK - 1)
            wanted = TaskFilter()
            born, counts = birthdays(unit, keys_of(day, week_end))
            late = list(promises(unit, "", days.tomorrow))
            untouched, untouched_count = unit.touch_rules.worst(days.today, limit=FIRST)
            slipping, slipping_count = unit.agenda.slipping(days.today, limit=FIRST)
            lists = unit.task_lists
            return Home(
                today=day,
                counts=lists.counts(days, wanted),
                overdue=_rows(unit, "overdue", days, FIRST),
                tasks=_rows(unit, "today", days, MOST),
                waiting=_rows(unit, "waiting", days, FIRST),
                promised=tuple(late[:FIRST]),
                promised_count=len(late),
                handovers=tuple(handovers(unit, days.today, days.tomorrow)),
                birthdays=tuple(sorted(born, key=_order)[:SHOWN]),
                birthdays_count=sum(counts.values()),
                slipping=tuple(SlippingRow(*row) for row in slipping),
                slipping_count=slipping_count,
                out_of_touch=tuple(map(touch_row, untouched)),
                out_of_touch_count=untouched_count,
                holidays=_holidays(settings, day, week_end),
                happened=self._happened(unit, since, settings) if since else None,
            )

    def _happened(self, unit: UnitOfWork, since: str, settings: Mapping[str, object]) -> Happened:
        day = today(datetime.fromisoformat(since)).today - timedelta(days=1)
        found = unit.agenda.happened(since, day.isoformat(), CURRENCY.of(dict(settings)))
        return Happened(since, *found)


def _rows(unit: UnitOfWork, section: str, days: Days, limit: int) -> tuple[TaskRow, ...]:
    found = unit.task_lists.page(section, days, TaskFilter(), offset=0, limit=limit)
    return tuple(task_row(row) for row in found)


def _holidays(settings: Mapping[str, object], first: date, last: date) -> tuple[HolidayRow, ...]:
    values = dict(settings)
    found = holidays_between(COUNTRY.of(values), first, last, LANGUAGE.of(values))
    return tuple(HolidayRow(*row) for row in found)


def _order(entry: AgendaEntry) -> tuple[date, str, int, int, str, int]:
    """Sort by day; the whole day first, then by the hour, what matters more before the rest.

    Of the whole day what goes on since before comes first, birthdays come after what is to do.
    """
    by_id = entry.task_id or entry.deal_id or entry.contact_id or 0
    rank = -1 if entry.began else entry.what in ("birthday", "date")
    return entry.on, entry.time, rank, -entry.priority, entry.title, by_id
