"""What another calendar's file holds (RFC 5545): read piece by piece, broken pieces left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from app.errors import FileError, FileProblem
from app.exchange.own_format import decode_id
from app.jobs import Ticket
from app.repeating import NotARuleError, Rule
from app.shop_clock import shop_now, text_of
from db.keys import clean
from db.kinds import TASK_KINDS

LARGEST = 64 << 20  # bytes
KINDS = ("VEVENT", "VTODO")
GLOBAL = re.compile(r"(TZID[=:])\"?/[^:;\r\n]*?/([A-Z][A-Za-z]+/[A-Za-z_]+)\"?(?=[:;\r\n])")
"""A zone as some programs name it: '/mozilla.org/20050126_1/Asia/Seoul'."""

UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6}Z)")
ENCODINGS = ("utf-8-sig", "cp949", "latin-1")
TITLE, TEXT = 500, 20_000  # letters
LONGEST = 60 * 24 * 31
HOST = "@dangol"
Settings = Mapping[str, object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """One entry of a calendar file; times are of the shop's clock."""

    uid: str
    event: bool
    title: str
    due_at: str
    recurrence: str = ""  # which time of a repeat it stands for
    duration_min: int | None = None
    place: str = ""
    note: str = ""
    kind: str = "other"
    priority: int = 0
    closed_at: str = ""  # UTC
    cancelled: bool = False
    rule: Rule | None = None
    start: str = ""  # where the rule begins
    plain: bool = False  # it has a rule no task can have
    left_out: tuple[date, ...] = ()
    more: tuple[str, ...] = ()  # other times, told one by one
    contact_id: int | None = None
    reminders: tuple[int, ...] = ()
    ends_at: datetime | None = None  # UTC

    @property
    def own(self) -> str:
        """Return the letters of the id, if it is from a file of Dangol."""
        return self.uid.removesuffix(HOST) if self.uid.endswith(HOST) else ""


def read_calendar(path: Path, settings: Settings, ticket: Ticket) -> Iterator[Incoming | None]:
    """Yield what a file holds, None for what cannot be understood. Raises FileError.

    `settings` tell the shop's clock.
    """
    text = GLOBAL.sub(r"\1\2", _text(path))
    if not re.search(r"(?im)^BEGIN:VCALENDAR\s*$", text):
        problem = FileProblem.NOT_A_CALENDAR if text.strip() else FileProblem.EMPTY
        raise FileError(problem, path.name)
    blocks = list(_blocks(text))
    zones = dict(filter(None, (_zone(block) for kind, block in blocks if kind == "VTIMEZONE")))
    wanted = [(kind, block) for kind, block in blocks if kind in KINDS]
    for done, (kind, block) in enumerate(wanted):
        if done % 100 == 0:
            ticket.advance(done, len(wanted))
        try:
            yield _incoming(kind, block, zones, settings)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, IndexError):
            yield None  # one broken entry is not the whole file


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise FileError(FileProblem.TOO_LARGE, path.name, limit=LARGEST, size=size)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileError(FileProblem.NOT_FOUND, path.name) from error
    except IsADirectoryError as error:
        raise FileError(FileProblem.NO_FILE, path.name) from error
    except OSError as error:
        raise FileError(FileProblem.NO_PERMISSION, path.name) from error
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileError(FileProblem.DAMAGED, path.name)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each component; one that is not closed as far as it goes."""
    kind = ""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        mark = line.strip().upper() if line[:6].upper() in ("BEGIN:", "END:VE", "END:VT") else ""
        if mark.startswith("BEGIN:") and mark[6:] in (*KINDS, "VTIMEZONE"):
            if kind:
                yield kind, "\r\n".join(lines)  # broken: it was never closed
            kind, lines = mark[6:], []
        if kind and line.strip():
            lines.append(line)
        if kind and mark == f"END:{kind}":
            yield kind, "\r\n".join([*lines, ""])
            kind, lines = "", []
    if kind:
        yield kind, "\r\n".join(lines)


def _zone(block: str) -> tuple[str, tzinfo] | None:
    from icalendar import Timezone  # noqa: PLC0415 - where a file is read

    try:
        zone: Any = Timezone.from_ical(block)
        return str(zone["TZID"]), zone.to_tz()
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
        return None  # its times are taken as they stand


def _incoming(
    kind: str, block: str, zones: Mapping[str, tzinfo], settings: Settings
) -> Incoming | None:
    from icalendar import Event, Todo  # noqa: PLC0415 - where a file is read

    one: Any = (Event if kind == "VEVENT" else Todo).from_ical(block)
    times = _Times(one, zones, settings)
    uid, begin, due = str(one.get("UID") or ""), times.at("DTSTART"), times.at("DUE")
    at = begin or due
    if kind == "VEVENT" and not at:
        return None
    end = times.moment("DTEND")
    length = _length(one, times, end) if kind == "VEVENT" and "T" in at else None
    found = Incoming(
        uid=uid or f"{one.get('SUMMARY', '')}|{at}",
        event=kind == "VEVENT",
        title=clean(" ".join(str(one.get("SUMMARY") or "").split()))[:TITLE],
        due_at=due if kind == "VTODO" and due and not one.get("RRULE") else at,
        recurrence=times.at("RECURRENCE-ID"),
        duration_min=None if one.get("X-DANGOL-TASK") else length,
        place=clean(str(one.get("LOCATION") or ""))[:TITLE],
        note=clean(str(one.get("DESCRIPTION") or ""))[:TEXT],
        kind=_known_kind(str(one.get("X-DANGOL-KIND") or "")),
        priority=_priority(one.get("PRIORITY")),
        closed_at=times.closed_at(),
        cancelled=str(one.get("STATUS") or "").upper() == "CANCELLED",
        left_out=tuple(times.days("EXDATE")),
        contact_id=decode_id(str(one.get("X-DANGOL-CONTACT") or "")),
        reminders=tuple(_reminders(one)),
        ends_at=times.ends_at(length),
        start=str(one.get("X-DANGOL-START") or at)[:10],
    )
    return _with_rule(found, one, times)


def _with_rule(found: Incoming, one: Any, times: _Times) -> Incoming:
    # Readers differ in whether they take the backslashes off a property they do not know.
    own = str(one.get("X-DANGOL-RULE") or "").replace("\\", "")
    try:
        if own:
            return replace(found, rule=Rule.read(own))
        if one.get("RRULE"):
            return replace(found, rule=times.rule())
    except NotARuleError:
        return replace(found, plain=True)
    return replace(found, more=tuple(times.texts("RDATE")))


class _Times:
    """The times of a component by the shop's clock."""

    def __init__(self, one: Any, zones: Mapping[str, tzinfo], settings: Settings) -> None:
        self._one = one
        self._zones = zones
        self._settings = settings

    def moment(self, name: str) -> date | datetime | None:
        """Return a time as it stands; an hour with its zone, where that is known."""
        told = self._one.get(name)
        if told is None:
            return None
        value = (told[0] if isinstance(told, list) else told).dt
        return self._placed(value, str(getattr(told, "params", {}).get("TZID", "")))

    def at(self, name: str) -> str:
        """Return a time as a task keeps it, '' for none."""
        value = self.moment(name)
        return "" if value is None else self._shown(value)

    def texts(self, name: str) -> Iterator[str]:
        """Yield all times of a name."""
        told = self._one.get(name)
        for part in told if isinstance(told, list) else [told] if told is not None else []:
            for each in part.dts:
                if isinstance(each.dt, date):
                    zone = str(getattr(part, "params", {}).get("TZID", ""))
                    yield self._shown(self._placed(each.dt, zone))

    def days(self, name: str) -> Iterator[date]:
        """Yield the days of all times of a name."""
        for text in self.texts(name):
            yield date.fromisoformat(text[:10])

    def closed_at(self) -> str:
        """Return when it was done, as it is kept."""
        done = self._one.get("X-DANGOL-CLOSED")
        if done:
            at = datetime.strptime(str(done), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        elif self._one.get("COMPLETED") is not None:
            told = self._one["COMPLETED"].dt
            at = told if isinstance(told, datetime) else datetime(told.year, told.month, told.day)
            at = at if at.tzinfo else at.replace(tzinfo=UTC)
        elif str(self._one.get("STATUS") or "").upper() == "COMPLETED":
            at = self.ends_at(0) or datetime(2000, 1, 1, tzinfo=UTC)
        else:
            return ""
        return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"

    def ends_at(self, minutes: int | None) -> datetime | None:
        """Return when it is over."""
        value = self.moment("DTSTART") or self.moment("DUE")
        if value is None:
            return None
        if not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day) + timedelta(days=1)
        aware = value if value.tzinfo else _in_shop(value, self._settings)
        return aware.astimezone(UTC) + timedelta(minutes=minutes or 0)

    def rule(self) -> Rule:
        """Return the rule, its end and its weekdays by the shop's clock; raise NotARuleError."""
        told = self._one["RRULE"]
        if isinstance(told, list):
            raise NotARuleError(str(told))
        text = told.to_ical().decode()
        begin = self.moment("DTSTART") or self.moment("DUE")
        if until := UNTIL.search(text):
            end = datetime.strptime(until[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            shown = shop_now(end, self._settings)
            if isinstance(begin, datetime) and self._shown(begin)[11:] > f"{shown:%H:%M}":
                shown -= timedelta(days=1)
            text = text.replace(until[0], f"UNTIL={shown:%Y%m%d}")
        rule = Rule.read(text)
        days = (date.fromisoformat(self._shown(begin)[:10]) - _day(begin)).days if begin else 0
        if days and rule.by_day and rule.freq == "WEEKLY":
            moved = tuple(sorted((nth, (day + days) % 7) for nth, day in rule.by_day))
            return replace(rule, by_day=moved)
        return rule

    def _placed(self, value: date | datetime, zone: str) -> date | datetime:
        if isinstance(value, datetime) and value.tzinfo is None and zone in self._zones:
            return value.replace(tzinfo=self._zones[zone])
        return value

    def _shown(self, value: date | datetime) -> str:
        if not isinstance(value, datetime):
            return value.isoformat()
        plain = shop_now(value, self._settings) if value.tzinfo else value
        return text_of(plain.replace(second=0, microsecond=0))


def _in_shop(value: datetime, settings: Settings) -> datetime:
    from app.shop_clock import utc_of  # noqa: PLC0415

    return utc_of(value, settings)


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _length(one: Any, times: _Times, end: date | datetime | None) -> int | None:
    begin = times.moment("DTSTART")
    if one.get("DURATION") is not None:
        span = one["DURATION"].dt
    elif isinstance(end, datetime) and isinstance(begin, datetime):
        same = (end.tzinfo is None) == (begin.tzinfo is None)
        span = end - begin if same else timedelta()
        if same and end.tzinfo is not None:
            span = end.astimezone(UTC) - begin.astimezone(UTC)
    else:
        return None
    minutes = int(span.total_seconds() // 60)
    return min(minutes, LONGEST) if minutes > 0 else None


def _known_kind(text: str) -> str:
    return text if text in TASK_KINDS else "other"


def _priority(told: object) -> int:
    """Return how much it matters: 1 is the most there, 9 the least, 0 nothing told."""
    number = int(str(told)) if told is not None else 0
    if number in {0, 5}:
        return 0
    return 2 if number == 1 else 1 if number < 5 else -1


def _reminders(one: Any) -> Iterator[int]:
    """Yield the minutes before it that somebody is reminded."""
    for alarm in one.walk("VALARM"):
        trigger = alarm.get("TRIGGER")
        span = getattr(trigger, "dt", None)
        if isinstance(span, timedelta) and abs(span) <= timedelta(days=366):
            yield -int(span.total_seconds() // 60)
