"""The shop's calendar as a file other calendars read (RFC 5545).

Tasks are to-dos, appointments are events. What repeats by a rule others know has that rule; by
the moon, off holidays or at the end of shorter months it has its days (RDATE) as far as
`HORIZON`; what counts from completion is there once. For phones, whose calendars show no to-dos,
everything with a day is an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from app.exchange.ical_lines import content, escaped, next_day, utc, when, whens
from app.exchange.own_format import encode_id
from app.holidays import off_days
from app.important_dates import ImportantDate, between
from app.repeating import Rule
from app.repeating import between as days_between
from app.shop_clock import at_time, is_dated, utc_of
from app.task_forms import left_out
from app.words import kind_words

HORIZON = timedelta(days=3 * 366)  # how far days that no rule tells are written
PRODUCT = "-//Dangol//Dangol//EN"
HOST = "dangol"
MOST_PEOPLE = 2000  # birthdays; more of them nobody reads in a calendar
PRIORITIES = {-1: "9", 0: "", 1: "3", 2: "1"}


class Written(NamedTuple):
    """One task as `db.repositories.calendars.TASKS` reads it."""

    id: int
    title: str
    kind: str
    due_at: str
    duration_min: int | None
    place: str
    note: str
    status: str
    closed_at: str
    priority: int
    contact_id: int | None
    contact: str
    rule: str
    start: str
    on: str
    but: str
    series_id: int | None
    updated_at: str


@dataclass(frozen=True)
class Sheet:
    """What a calendar file needs besides its tasks."""

    name: str
    zone: str  # IANA; '' where it is not known
    country: str
    language: str
    today: date
    settings: Mapping[str, object]
    for_phones: bool = False
    reminders: Mapping[int, Sequence[int]] = field(default_factory=dict)


def head(sheet: Sheet) -> Iterator[str]:
    """Yield the beginning of a file, and how its zone keeps time."""
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    yield content("PRODID", PRODUCT)
    yield "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
    if sheet.name:
        yield content("X-WR-CALNAME", escaped(sheet.name))
    if sheet.zone:
        yield content("X-WR-TIMEZONE", sheet.zone)
        yield _zone(sheet)


def foot() -> str:
    """Return the end of a file."""
    return "END:VCALENDAR\r\n"


def _zone(sheet: Sheet) -> str:
    from icalendar import Timezone  # noqa: PLC0415 - where a file is written

    first = sheet.today.replace(month=1, day=1) - timedelta(days=366)
    made = Timezone.from_tzid(sheet.zone, first_date=first, last_date=sheet.today + 4 * HORIZON)
    written: bytes = made.to_ical()
    return written.decode()


def task(one: Written, sheet: Sheet) -> Iterator[str]:
    """Yield a task: itself, and the time of its repeat that was moved."""
    rule = Rule.read(one.rule) if one.rule and not one.closed_at else None
    if rule is None or rule.from_done or not one.on:
        told = () if rule is None else (content("X-DANGOL-RULE", escaped(rule.text)),)
        yield from _component(one, sheet, one.due_at, told)
        return
    if not one.due_at:
        return
    moved = one.due_at != one.on
    if not rule.standard or rule.not_on or rule.to_month_end:
        yield from _component(one, sheet, one.due_at, _days(one, rule, sheet))
        return
    lines = [content("RRULE", _rule(one, rule, sheet))]
    base = date.fromisoformat(one.on[:10])
    out = [day for day in sorted(left_out(one.but)) if day > base]
    lines += whens("EXDATE", [at_time(day, one.on) for day in out], sheet.zone)
    yield from _component(one, sheet, one.on, lines)
    if moved:
        name, value = when("RECURRENCE-ID", one.on, sheet.zone)
        yield from _component(one, sheet, one.due_at, [content(name, value)])


def _days(one: Written, rule: Rule, sheet: Sheet) -> Iterator[str]:
    """Yield the later times of what no other calendar can count out."""
    base, start = date.fromisoformat(one.on[:10]), date.fromisoformat(one.start or one.on[:10])
    off = off_days(sheet.country, rule.not_on) if rule.not_on else None
    last = max(sheet.today, base) + HORIZON
    found = days_between(
        rule, start, base + timedelta(days=1 if off is None else -31), last, off=off,
        leave_out=left_out(one.but),
    )  # fmt: skip
    like = at_time(date.fromisoformat(one.due_at[:10]), one.on)
    days = [one_day.on for one_day in found if one_day.base > base]
    dated = is_dated(one.due_at)
    times = [day.isoformat() if dated else at_time(day, like) for day in days]
    yield content("X-DANGOL-RULE", escaped(rule.text))
    yield content("X-DANGOL-START", start.isoformat())
    yield from whens("RDATE", [at for at in times if at != one.due_at], sheet.zone)


def _rule(one: Written, rule: Rule, sheet: Sheet) -> str:
    """Return a rule as it goes on from the next of its days."""
    base, start = date.fromisoformat(one.on[:10]), date.fromisoformat(one.start or one.on[:10])
    if rule.count:
        over = days_between(rule, start, start, base - timedelta(days=1)) if base > start else []
        rule = replace(rule, count=max(1, rule.count - len(over)))
    if rule.until and not is_dated(one.on):
        end = utc_of(datetime.combine(rule.until, time(23, 59, 59)), sheet.settings)
        plain = replace(rule, until=None).standard
        shown = f"{end:%Y%m%dT%H%M%SZ}" if sheet.zone else f"{rule.until:%Y%m%d}T235959"
        return f"{plain};UNTIL={shown}"
    return rule.standard


def _component(one: Written, sheet: Sheet, at: str, more: Iterable[str]) -> Iterator[str]:
    """Yield one component that begins at a time of the shop's clock."""
    event = one.duration_min is not None or (sheet.for_phones and bool(at))
    if sheet.for_phones and one.closed_at:
        return
    kind = "VEVENT" if event else "VTODO"
    yield f"BEGIN:{kind}\r\n"
    yield content("UID", uid_of(one))
    yield content("DTSTAMP", utc(one.updated_at))
    lines = list(more)
    if at:
        repeats = any(line.startswith(("RRULE", "RDATE", "RECURRENCE-ID")) for line in lines)
        yield content(*when("DTSTART" if event or repeats else "DUE", at, sheet.zone))
    if one.duration_min is not None:
        yield content("DURATION", f"PT{one.duration_min}M")
    elif event:
        yield "TRANSP:TRANSPARENT\r\n"
        yield "X-DANGOL-TASK:1\r\n"
    yield from lines
    yield content("SUMMARY", escaped(_title(one, sheet)))
    yield from _told(one)
    if not event:
        yield content("STATUS", "COMPLETED" if one.closed_at else "NEEDS-ACTION")
        if one.closed_at:
            yield content("COMPLETED", utc(one.closed_at))
    elif one.closed_at:
        yield content("X-DANGOL-CLOSED", utc(one.closed_at))
    if at and not one.closed_at:
        yield from _alarms(one, sheet, related="" if event else ";RELATED=END")
    yield f"END:{kind}\r\n"


def _title(one: Written, sheet: Sheet) -> str:
    """Return what a phone shows: with whom, too."""
    named = one.contact and one.contact not in one.title
    return f"{one.title} ({one.contact})" if sheet.for_phones and named else one.title


def _told(one: Written) -> Iterator[str]:
    if one.place:
        yield content("LOCATION", escaped(one.place))
    if one.note:
        yield content("DESCRIPTION", escaped(one.note))
    if PRIORITIES.get(one.priority):
        yield content("PRIORITY", PRIORITIES[one.priority])
    if one.kind != "other":
        yield content("X-DANGOL-KIND", one.kind)
    if one.contact_id is not None:
        yield content("X-DANGOL-CONTACT", encode_id(one.contact_id))
        yield content("X-DANGOL-NAME", escaped(one.contact))


def _alarms(one: Written, sheet: Sheet, *, related: str) -> Iterator[str]:
    for before in sheet.reminders.get(one.id, ()):
        sign, minutes = ("-", before) if before > 0 else ("", -before)
        yield "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
        yield content(f"TRIGGER{related}", f"{sign}PT{minutes}M")
        yield content("DESCRIPTION", escaped(one.title))
        yield "END:VALARM\r\n"


def uid_of(one: Written) -> str:
    """Return what names a task in every file: of a repeat, all its times together."""
    if one.rule and not one.closed_at:
        return f"r-{encode_id(one.series_id or one.id)}@{HOST}"
    return f"{encode_id(one.id)}@{HOST}"


def yearly(key: str, summary: str, told: ImportantDate, sheet: Sheet, stamp: str) -> Iterator[str]:
    """Yield a day that comes round every year, by sun or moon; none that never comes again."""
    first = date(sheet.today.year, 1, 1)
    days = between(told, first, sheet.today + HORIZON)
    if not days:
        return
    yield "BEGIN:VEVENT\r\n"
    yield content("UID", f"{key}@{HOST}")
    yield content("DTSTAMP", utc(stamp))
    yield content(*when("DTSTART", days[0].isoformat(), ""))
    yield content(*when("DTEND", next_day(days[0]), ""))
    if told.lunar or (told.month, told.day) == (2, 29):
        yield from whens("RDATE", [day.isoformat() for day in days[1:]], "")
    else:
        yield "RRULE:FREQ=YEARLY\r\n"
    yield content("SUMMARY", escaped(summary))
    yield "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"


def single(key: str, summary: str, at: str, sheet: Sheet, stamp: str) -> Iterator[str]:
    """Yield what is on one day: a promise, a delivery."""
    yield "BEGIN:VEVENT\r\n"
    yield content("UID", f"{key}@{HOST}")
    yield content("DTSTAMP", utc(stamp))
    yield content(*when("DTSTART", at, sheet.zone))
    yield content("SUMMARY", escaped(summary))
    yield "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"


def others(
    sheet: Sheet, read: Mapping[str, Sequence[tuple[Any, ...]]], stamp: str
) -> Iterator[str]:
    """Yield birthdays, important dates, next contacts and deliveries, as the agenda has them."""
    code = sheet.language
    birthday = kind_words("what", "birthday", code)
    for key, born, contact_id, name in read["birthdays"]:
        lunar = key.startswith("lunar")
        told = ImportantDate.read(born, lunar=lunar, leap=key.startswith("lunar_leap"))
        if told is not None:
            summary = f"{name} · {birthday}"
            yield from yearly(f"birthday-{encode_id(contact_id)}", summary, told, sheet, stamp)
    for key, year, kind, label, contact_id, name, _kind in read["dates"]:
        told = ImportantDate(
            int(key[-5:-3]), int(key[-2:]), year, key.startswith("lunar"), key[5:10] == "_leap"
        )
        title = label or kind_words("what", "date", code)
        named = f"date-{encode_id(contact_id)}-{kind}-{key}-{label}"
        yield from yearly(escaped(named), f"{name} · {title}", told, sheet, stamp)
    promise = kind_words("what", "promise", code)
    for at, note, contact_id, name, _kind in read["promises"]:
        summary = f"{name} · {note or promise}"
        key = f"promise-{encode_id(contact_id)}"
        yield from single(key, summary, at[:16], sheet, stamp)
    handover = kind_words("what", "handover", code)
    for at, _how, recipient, sale_id, _contact_id, name, _kind in read["handovers"]:
        summary = " · ".join(part for part in (handover, recipient or name) if part)
        yield from single(f"sale-{encode_id(sale_id)}", summary, at[:16], sheet, stamp)
