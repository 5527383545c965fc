"""Rows of what days hold as entries, repeats counted out and birthdays put on their days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.holidays import off_days
from app.important_dates import ImportantDate, keys_between, years_on
from app.repeating import Rule, between
from app.shapes.agenda import AgendaEntry
from app.task_forms import left_out

if TYPE_CHECKING:
    from db.uow import UnitOfWork

SHOWN = 5  # birthdays of one day
MANY = 2000  # birthdays whose people are not compared
MOVED = timedelta(days=31)  # a holiday moves nothing farther
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


def task_entry(row: Sequence[Any], *, on: date | None = None, **more: Any) -> AgendaEntry:
    """Return a task as an entry of the day it is due, or of another."""
    due: str = row[0]
    return AgendaEntry(
        on=on or date.fromisoformat(due[:10]), what="task" if on is None else "occurrence",
        time=due[11:], title=row[1], kind=row[2], task_id=row[3], contact_id=row[4],
        contact=row[5], contact_kind=row[6], sale_id=row[7], assignee_id=row[8], assignee=row[9],
        duration_min=row[10], place=row[11], status=row[12], priority=row[13], repeat=row[14],
        **more,
    )  # fmt: skip


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
        begin = max(first - MOVED, base + timedelta(days=1)) if rule.not_on else max(
            first, base + timedelta(days=1)
        )  # fmt: skip
        found = between(
            rule, date.fromisoformat(start), begin, last, leave_out=left_out(but),
            off=off_days(country, rule.not_on) if rule.not_on else None,
        )  # fmt: skip
        like = (on, *row[1:])  # the hour of the rule, not of the one that was put off
        for one in found:
            if first <= one.on <= last and one.base > base:
                yield task_entry(like, on=one.on, base=one.base)


def birthdays(
    unit: UnitOfWork, keys: Keys, shown: int = SHOWN
) -> tuple[list[AgendaEntry], dict[date, int]]:
    """Return the first birthdays of each day and how many there are.

    Of those who bought most, unless there are so many that nobody could read them.
    """
    by_day: dict[date, list[tuple[int, str, str]]] = defaultdict(list)
    for key, born, contact_id in unit.agenda.birthdays(keys):
        for day in keys[key]:
            if born[:4] <= str(day.year) or born[0] == "-":
                by_day[day].append((contact_id, key, born))
    counts = {day: len(found) for day, found in by_day.items()}
    if sum(counts.values()) > MANY:
        by_day = {day: found[:shown] for day, found in by_day.items()}
    names = unit.agenda.names({one[0] for found in by_day.values() for one in found})

    def first(one: tuple[int, str, str]) -> tuple[int, int]:
        return -names[one[0]][2], one[0]

    entries = []
    for day, found in by_day.items():
        for contact_id, key, born in sorted(found, key=first)[:shown]:
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


def handovers(unit: UnitOfWork, first: str, after: str) -> Iterator[AgendaEntry]:
    """Yield the deliveries and pick-ups of these days."""
    for at, how, recipient, sale_id, contact_id, name, kind in unit.agenda.handovers(first, after):
        yield AgendaEntry(
            on=date.fromisoformat(at[:10]), what="handover", time=at[11:16], title=recipient,
            kind=how, sale_id=sale_id, contact_id=contact_id, contact=name, contact_kind=kind,
        )  # fmt: skip
