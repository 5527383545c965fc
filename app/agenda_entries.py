"""Rows of what days hold as entries, repeats counted out and birthdays put on their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.holidays import off_days
from app.important_dates import ImportantDate, keys_between, years_on
from app.repeating import Rule, between
from app.shapes.agenda import AgendaEntry
from app.shop_clock import moment_of, shop_now, text_of, utc_of
from app.task_forms import left_out

if TYPE_CHECKING:
    from db.uow import UnitOfWork

SHOWN = 5  # birthdays of one day
MANY = 2000  # birthdays whose people are not compared
MOVED = timedelta(days=31)  # a holiday moves nothing farther
DAY = 24 * 60  # minutes
CLOCK_CHANGE = 2 * 60  # minutes that clocks are set at most
read_rule = lru_cache(maxsize=2048)(Rule.read)
Keys = dict[str, list[date]]
"""The days that each day of a year, 'solar-05-16' or 'lunar-08-15', comes round on."""


def days_of(first: date, last: date) -> list[date]:
    """Return every day from `first` to `last`, both counted."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def keys_of(first: date, last: date) -> Keys:
    """Return which days of a year come round when, from `first` to `last`."""
    keys: Keys = defaultdict(list)
    for day in days_of(first, last):
        for key in keys_between(day, day):
            keys[key].append(day)
    return keys


def task_entry(row: Sequence[Any], on: date | None = None, base: date | None = None) -> AgendaEntry:
    """Return a task as an entry of the day it is due, or of another."""
    due: str = row[0]
    what = "task" if on is None else "occurrence"
    return AgendaEntry(
        on or date.fromisoformat(due[:10]), what, due[11:], row[1], row[2], row[3], base, row[4],
        row[5], row[6], row[7], row[8], row[9], row[10], row[11], row[12], row[13], row[14],
    )  # fmt: skip


def minute_of(time: str) -> int:
    """Return which minute of the day a time of the clock is."""
    return int(time[:2]) * 60 + int(time[3:5])


def over_midnight(
    entries: Iterable[AgendaEntry], first: date, last: date, settings: Mapping[str, object]
) -> Iterator[AgendaEntry]:
    """Yield entries on each of their days from `first` to `last`, by the shop's clock.

    Minutes go by even while the clock is set forward or back.
    """
    for entry in entries:
        minutes = entry.duration_min
        if not (minutes and entry.time) or minute_of(entry.time) + minutes < DAY - CLOCK_CHANGE:
            if first <= entry.on <= last:
                yield entry
            continue
        begin = f"{entry.on.isoformat()}T{entry.time}"
        end = shop_now(utc_of(moment_of(begin), settings) + timedelta(minutes=minutes), settings)
        over = (end - timedelta(minutes=1)).date()
        whole = entry if over <= entry.on else entry._replace(ends=text_of(end))
        for day in days_of(max(first, entry.on), min(last, max(over, entry.on))):
            yield whole if day == entry.on else whole._replace(on=day, time="", began=begin)


def occurrences(
    rows: Iterable[Sequence[Any]], first: date, last: date, country: str
) -> Iterator[AgendaEntry]:
    """Yield the later times of what repeats; the next of each is a task already."""
    for row in rows:
        start, on, but = row[15:18]
        rule = read_rule(row[14])
        if rule.from_done:
            continue
        base = date.fromisoformat(on[:10])
        since = first - timedelta(days=-(-(row[10] or 0) // DAY))  # what lasts until then
        begin = max(since - MOVED if rule.not_on else since, base + timedelta(days=1))
        found = between(
            rule, date.fromisoformat(start), begin, last, leave_out=left_out(but),
            off=off_days(country, rule.not_on) if rule.not_on else None,
        )  # fmt: skip
        like = (on, *row[1:])  # the hour of the rule, not of the one that was put off
        for one in found:
            if since <= one.on <= last and one.base > base:
                yield task_entry(like, one.on, one.base)


def birthdays(
    unit: UnitOfWork, keys: Keys, shown: int = SHOWN
) -> tuple[list[AgendaEntry], dict[date, int]]:
    """Return the first birthdays of each day and how many there are.

    Of those who bought most, unless there are so many that nobody could read them.
    """
    by_key: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for row in unit.agenda.birthdays(keys):
        by_key[row[0]].append(row)
    by_day: dict[date, list[tuple[str, str, int]]] = defaultdict(list)
    for key, rows in by_key.items():
        for day in keys[key]:
            year = str(day.year)  # after '--05-', where none is told
            by_day[day] += [row for row in rows if row[1][:4] <= year]
    by_day = {day: found for day, found in by_day.items() if found}
    counts = {day: len(found) for day, found in by_day.items()}
    if sum(counts.values()) > MANY:
        by_day = {day: found[:shown] for day, found in by_day.items()}
    names = unit.agenda.names({row[2] for found in by_day.values() for row in found})

    def first(row: tuple[str, str, int]) -> tuple[int, int]:
        return -names[row[2]][2], row[2]

    entries = []
    for day, found in by_day.items():
        for key, born, contact_id in sorted(found, key=first)[:shown]:
            lunar, leap = key.startswith("lunar"), key.startswith("lunar_leap")
            told = ImportantDate.read(born, lunar=lunar, leap=leap)
            name, kind, _bought = names[contact_id]
            years = years_on(told, day) if told else None
            entries.append(
                AgendaEntry(on=day, what="birthday", contact_id=contact_id, contact=name,
                            contact_kind=kind, years=years)
            )  # fmt: skip
    return entries, counts


def dates(unit: UnitOfWork, keys: Keys) -> Iterator[AgendaEntry]:
    """Yield the important dates of these days."""
    for key, year, kind, label, contact_id, name, contact_kind in unit.agenda.dates(keys):
        lunar = key.startswith("lunar")
        told = ImportantDate(int(key[-5:-3]), int(key[-2:]), year, lunar, key[5:10] == "_leap")
        for day in keys[key]:
            years = years_on(told, day)
            if years is None or years >= 0:
                yield AgendaEntry(
                    on=day, what="date", kind=kind, title=label, contact_id=contact_id,
                    contact=name, contact_kind=contact_kind, years=years,
                )  # fmt: skip


def promises(unit: UnitOfWork, first: str, after: str) -> Iterator[AgendaEntry]:
    """Yield the next contacts promised for these days."""
    for at, note, contact_id, name, kind in unit.agenda.promises(first, after):
        yield AgendaEntry(
            on=date.fromisoformat(at[:10]), what="promise", time=at[11:16], title=note,
            contact_id=contact_id, contact=name, contact_kind=kind,
        )  # fmt: skip


def deals(
    unit: UnitOfWork, first: str, after: str, owner_ids: Collection[int] = ()
) -> Iterator[AgendaEntry]:
    """Yield the deals expected to close on these days; of these owners, 0 for nobody."""
    for row in unit.deal_lists.closing(first, after):
        on, deal_id, title, contact_id, name, kind, amount, currency, owner_id, owner, _stage = row
        if not owner_ids or (owner_id or 0) in owner_ids:
            yield AgendaEntry(
                on=date.fromisoformat(on), what="deal", title=title, contact_id=contact_id,
                contact=name, contact_kind=kind, assignee_id=owner_id, assignee=owner,
                deal_id=deal_id, amount=amount, currency=currency,
            )  # fmt: skip


def handovers(unit: UnitOfWork, first: str, after: str) -> Iterator[AgendaEntry]:
    """Yield the deliveries and pick-ups of these days."""
    for at, how, recipient, sale_id, contact_id, name, kind in unit.agenda.handovers(first, after):
        yield AgendaEntry(
            on=date.fromisoformat(at[:10]), what="handover", time=at[11:16], title=recipient,
            kind=how, sale_id=sale_id, contact_id=contact_id, contact=name, contact_kind=kind,
        )  # fmt: skip
