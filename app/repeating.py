"""When something that repeats comes round, by sun or moon, off holidays where that is asked.

A rule that never ends is looked at as far as it is asked; one that never comes round is given up
after `FURTHEST` years. Days are told a year at a time, each year of a rule once, however many
tasks have it: `dateutil`, which the tests agree with, counts each rule from its start, and looks
for a day that never comes until the year 9999.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from app.important_dates import ImportantDate, occurrence
from app.repeat_rules import NotARuleError, Rule
from db import lunar

__all__ = [
    "NotARuleError", "Occurrence", "Rule", "after_done", "between", "first_on", "next_after",
]  # fmt: skip
FURTHEST = 60  # years: 29 February on a Monday may take 40
MOVED = 31  # days: no row of days off is longer
Off = Callable[[date], bool]


class Occurrence(NamedTuple):
    """One time something comes round: the day the rule gives, and the day it is kept on."""

    base: date
    on: date


def between(
    rule: Rule,
    start: date,
    first: date,
    last: date,
    *,
    off: Off | None = None,
    leave_out: Collection[date] = (),
) -> list[Occurrence]:
    """Return when a rule that begins on `start` comes round from `first` to `last`, both counted.

    `off` tells which days it is not to be on, where the rule asks for that; `leave_out` are days
    of the rule that were skipped. One that counts from completion has no days but its first.
    """
    if rule.from_done:
        found = first_on(rule, start, off=off)
        return [found] if found and first <= found.on <= last else []
    if not rule.not_on or off is None:
        return [
            Occurrence(day, day) for day in _days(rule, start, first, last) if day not in leave_out
        ]
    margin = timedelta(days=MOVED)
    wide = _days(rule, start, _shifted(first, -margin), _shifted(last, margin))
    kept = (_kept(rule, day, off) for day in wide if day not in leave_out)
    found_on: dict[date, Occurrence] = {}  # two that are moved to one day are one
    for one in kept:
        if one is not None and first <= one.on <= last:
            found_on.setdefault(one.on, one)
    return sorted(found_on.values(), key=lambda one: one.on)


def first_on(
    rule: Rule, start: date, *, off: Off | None = None, leave_out: Collection[date] = ()
) -> Occurrence | None:
    """Return the first time a rule that begins on `start` comes round; None for never."""
    return next_after(
        rule, start, _shifted(start, timedelta(days=-1)), off=off, leave_out=leave_out
    )


def next_after(
    rule: Rule,
    start: date,
    base: date,
    *,
    off: Off | None = None,
    leave_out: Collection[date] = (),
) -> Occurrence | None:
    """Return the next time whose day by the rule is later than `base`; None where it has ended."""
    begin = max(start, _shifted(base, timedelta(days=1)))
    for day in _from(rule, start, begin):
        if day <= base or day in leave_out:
            continue
        kept = _kept(rule, day, off)
        if kept is not None:
            return kept
    return None


def after_done(rule: Rule, done: date, *, off: Off | None = None) -> Occurrence | None:
    """Return the next time after a day it was done, for a rule that counts from there."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - where it is needed

    by_parts = (
        rule.by_month, rule.by_month_day, rule.by_day, rule.by_year_day, rule.by_week
    )  # fmt: skip
    if rule.lunar or any(by_parts):
        return next_after(replace(rule, from_done=False, count=None), done, done, off=off)
    unit = {"DAILY": "days", "WEEKLY": "weeks", "MONTHLY": "months", "YEARLY": "years"}[rule.freq]
    step: dict[str, Any] = {unit: rule.interval}
    try:
        day = done + relativedelta(**step)
    except (ValueError, OverflowError):  # after the year 9999
        return None
    if rule.until and day > rule.until:
        return None
    return _kept(rule, day, off)


def _kept(rule: Rule, day: date, off: Off | None) -> Occurrence | None:
    """Return where a day of the rule is kept; None for one that is left out."""
    on = day
    if rule.not_on and off is not None and off(day):
        if rule.move == "SKIP":
            return None
        step = timedelta(days=-1 if rule.move == "BEFORE" else 1)
        for _ in range(MOVED):
            if not off(on):
                break
            on = _shifted(on, step)
    return Occurrence(day, on)


def _from(rule: Rule, start: date, begin: date) -> Iterator[date]:
    """Yield the days of a rule from `begin` on, a year at a time."""
    for year in range(begin.year, min(begin.year + FURTHEST, MAXYEAR) + 1):
        if rule.until and year > rule.until.year:
            return
        yield from _days(rule, start, max(begin, date(year, 1, 1)), date(year, 12, 31))


def _days(rule: Rule, start: date, first: date, last: date) -> Iterator[date]:
    """Yield the days of a rule from `first` to `last`, nothing moved."""
    low, high = max(first, start), min(last, rule.until or last)
    if low > high:
        return
    if rule.lunar or rule.count:
        plain = replace(rule, until=None, not_on="", move="AFTER", from_done=False)
        days = _counted(plain, start)
        yield from days[bisect_left(days, low) : bisect_right(days, high)]
        return
    explicit, phase = _explicit(rule, start)
    for year in range(low.year, high.year + 1):
        days = _year(explicit, phase, year)
        yield from days[bisect_left(days, low) : bisect_right(days, high)]


@lru_cache(maxsize=4096)
def _explicit(rule: Rule, start: date) -> tuple[Rule, int]:
    """Return a rule that says itself what it takes from its start, and the turn it is at.

    Rules that come round on the same days are then the same.
    """
    told = replace(rule, until=None, not_on="", move="AFTER", from_done=False)
    if not (told.by_week or told.by_year_day or told.by_month_day or told.by_day):
        if told.freq == "YEARLY":
            months = told.by_month or (start.month,)
            told = replace(told, by_month=months, by_month_day=(start.day,))
        elif told.freq == "MONTHLY":
            told = replace(told, by_month_day=(start.day,))
        elif told.freq == "WEEKLY":
            told = replace(told, by_day=((0, start.weekday()),))
    return told, _turn(told, start) % told.interval


def _turn(rule: Rule, day: date) -> int:
    """Return the number of the day, week, month or year a day is in."""
    match rule.freq:
        case "DAILY":
            return day.toordinal()
        case "WEEKLY":
            return (day.toordinal() - 1 - rule.week_start) // 7
        case "MONTHLY":
            return day.year * 12 + day.month
    return day.year


@lru_cache(maxsize=4096)
def _year(rule: Rule, phase: int, year: int) -> list[date]:
    """Return the days of one year on which an explicit rule comes round."""
    turns: dict[int, list[date]] = {}
    for day in _candidates(rule, phase, year):
        if (not rule.by_month or day.month in rule.by_month) and _fits(rule, day):
            turns.setdefault(_turn(rule, day), []).append(day)
    if rule.by_place:
        chosen = {
            days[place - 1 if place > 0 else place]
            for days in turns.values()
            for place in rule.by_place
            if abs(place) <= len(days)
        }
    else:
        chosen = {day for days in turns.values() for day in days}
    return sorted(day for day in chosen if day.year == year)


def _candidates(rule: Rule, phase: int, year: int) -> Iterator[date]:
    """Yield the days of the turns of a rule in a year, in order, some that do not fit too."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if rule.freq == "DAILY":
        yield from map(date.fromordinal, range(first + (phase - first) % rule.interval, last + 1,
                                               rule.interval))  # fmt: skip
    elif rule.freq == "WEEKLY":  # whole weeks, which reach over the ends of the year
        turn = _turn(rule, date(year, 1, 1))
        monday = (turn + (phase - turn) % rule.interval) * 7 + 1
        weekdays = sorted({day for _nth, day in rule.by_day} or range(7))
        shifts = sorted((day - rule.week_start) % 7 + rule.week_start for day in weekdays)
        for week in range(monday, last + 1, 7 * rule.interval):
            for shift in shifts:
                if 1 <= week + shift <= date.max.toordinal():
                    yield date.fromordinal(week + shift)
    elif rule.freq == "MONTHLY" or year % rule.interval == phase:
        for month in rule.by_month or range(1, 13):
            if rule.freq == "YEARLY" or (year * 12 + month) % rule.interval == phase:
                yield from _of_month(rule, year, month)


def _of_month(rule: Rule, year: int, month: int) -> Iterator[date]:
    first, longest = date(year, month, 1), monthrange(year, month)[1]
    if rule.by_month_day:
        wanted = {day if day > 0 else longest + 1 + day for day in rule.by_month_day}
        if rule.to_month_end:
            wanted = {min(day, longest) for day in wanted}
        days = sorted(day for day in wanted if 1 <= day <= longest)
    elif rule.by_day:
        weekdays = {day for _nth, day in rule.by_day}
        days = [n for n in range(1, longest + 1) if (first.weekday() + n - 1) % 7 in weekdays]
    else:
        days = list(range(1, longest + 1))
    for day in days:
        yield date(year, month, day)


def _fits(rule: Rule, day: date) -> bool:
    """Tell whether a day is one of those the parts of a rule name; its month is."""
    if rule.by_month_day and not _fits_month(rule, day):
        return False
    if rule.by_day and not any(_fits_weekday(rule, day, *wanted) for wanted in rule.by_day):
        return False
    if rule.by_year_day:
        number = day.timetuple().tm_yday
        if not {number, number - _days_of_year(day.year) - 1}.intersection(rule.by_year_day):
            return False
    return not rule.by_week or bool(_weeks(day, rule.week_start).intersection(rule.by_week))


def _fits_month(rule: Rule, day: date) -> bool:
    longest = monthrange(day.year, day.month)[1]
    if {day.day, day.day - longest - 1}.intersection(rule.by_month_day):
        return True
    return rule.to_month_end and day.day == longest and max(rule.by_month_day) > longest


def _fits_weekday(rule: Rule, day: date, nth: int, weekday: int) -> bool:
    if day.weekday() != weekday:
        return False
    if nth == 0:
        return True
    if rule.freq == "MONTHLY" or rule.by_month:
        place, longest = day.day, monthrange(day.year, day.month)[1]
    else:
        place, longest = day.timetuple().tm_yday, _days_of_year(day.year)
    return nth in ((place - 1) // 7 + 1, -((longest - place) // 7 + 1))


def _weeks(day: date, week_start: int) -> set[int]:
    """Return the number of a day's week, from the year's start and from its end."""
    first = day - timedelta(days=(day.weekday() - week_start) % 7)
    year = (first + timedelta(days=3)).year  # that in which most of the week lies
    number = (first - _first_week(year, week_start)).days // 7
    total = (_first_week(year + 1, week_start) - _first_week(year, week_start)).days // 7
    return {number + 1, number - total}


def _first_week(year: int, week_start: int) -> date:
    fourth = date(year, 1, 4)
    return fourth - timedelta(days=(fourth.weekday() - week_start) % 7)


def _days_of_year(year: int) -> int:
    return date(year, 12, 31).timetuple().tm_yday


@lru_cache(maxsize=1024)
def _counted(rule: Rule, start: date) -> list[date]:
    """Return all days of a rule that must be counted from its start, as far as one looks."""
    if rule.lunar:
        days: Iterator[date] = _by_the_moon(rule, start)
    else:
        days = _from(replace(rule, count=None), start, start)
    return list(islice(days, rule.count))


def _by_the_moon(rule: Rule, start: date) -> Iterator[date]:
    began = lunar.lunar_of(start)
    if began is None:
        return
    turn = 0
    for year in range(began.year, lunar.LAST_YEAR + 1):
        if rule.freq == "YEARLY":
            found = (
                _lunar_year(rule, year, began) if (year - began.year) % rule.interval == 0 else []
            )
        else:
            found = []
            for month in lunar.months_of(year):
                if month.first + timedelta(days=month.days - 1) < start:
                    continue
                if turn % rule.interval == 0:
                    wanted = rule.by_month_day or (began.day,)
                    places = {min(day, month.days) if day > 0 else month.days for day in wanted}
                    found += [month.first + timedelta(days=place - 1) for place in places]
                turn += 1
        yield from sorted(day for day in found if start <= day <= lunar.LAST)


def _lunar_year(rule: Rule, year: int, began: lunar.LunarDay) -> list[date]:
    told = (
        ImportantDate(month, day if day > 0 else 30, lunar=True, leap=rule.leap)
        for month in rule.by_month or (began.month,)
        for day in rule.by_month_day or (began.day,)
    )
    return [day for one in told if (day := occurrence(one, year)) is not None]


def _shifted(day: date, span: timedelta) -> date:
    try:
        return day + span
    except OverflowError:
        return date.min if span < timedelta() else date.max
