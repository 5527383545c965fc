"""When something was sold: the shop's day, and the moment where a cell or its neighbour tells."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import NamedTuple

from app.exchange.columns import Day, Marked, Reading
from app.exchange.matches import ColumnMatch
from app.exchange.table import Cell
from app.exchange.values.texts import says_nothing, text_of

_ISO = re.compile(
    r"(\d{4})[-./](\d{2})[-./](\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?"
    r"\s*(Z|[+-]\d{2}:?\d{2})?",
    re.A,
)
_TIME = re.compile(
    r"(?P<half>오전|오후|[ap]\.?m\.?)?\s*(?<!\d)(?P<hour>\d{1,2})(?::|시\s*)(?P<minute>\d{1,2})?"
    r"(?:(?::|분\s*)(?P<second>\d{2})?초?)?(?:[.,]\d+)?\s*(?P<later>[ap]\.?m\.?|오전|오후)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?$",
    re.I,
)
_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)([0-5]\d)?", re.A)
_AFTER_NOON = ("오후", "p")
_MINUTES_OF_A_DAY = 24 * 60


class Moment(NamedTuple):
    """A day of the shop ('YYYY-MM-DD'), and the UTC moment of it or ''."""

    day: str
    at: str = ""


class Clocktime(NamedTuple):
    """A time of day, with its distance from UTC in minutes where the cell says it."""

    hour: int
    minute: int
    second: int
    zone: int | None = None


class Moments:
    """Turns days and times of day into UTC moments; the PC's own zone holds where none is said."""

    def __init__(self) -> None:
        self._zones: dict[tuple[str, int], int] = {}

    def stamp(self, day: str, time: Clocktime) -> str:
        """Return the moment as it is kept: UTC, ISO 8601, milliseconds."""
        zone = time.zone
        if zone is None:
            zone = self._zone(day, time.hour)
        minutes = time.hour * 60 + time.minute - zone
        if not 0 <= minutes < _MINUTES_OF_A_DAY:
            moved = datetime.date.fromisoformat(day) + datetime.timedelta(
                minutes // _MINUTES_OF_A_DAY
            )
            day, minutes = moved.isoformat(), minutes % _MINUTES_OF_A_DAY
        return f"{day}T{minutes // 60:02}:{minutes % 60:02}:{time.second:02}.000Z"

    def _zone(self, day: str, hour: int) -> int:
        """Return how many minutes the PC's zone is ahead of UTC on that day at that hour."""
        found = self._zones.get((day, hour))
        if found is None:
            local = datetime.datetime.fromisoformat(f"{day}T{hour:02}:30:00").astimezone()
            ahead = local.utcoffset() or datetime.timedelta()
            found = self._zones[day, hour] = int(ahead.total_seconds()) // 60
        return found


def read_time(cell: Cell) -> Clocktime | None:
    """Return the time of day that a cell ends with; None if it holds none."""
    if isinstance(cell, datetime.datetime | datetime.time):
        return Clocktime(cell.hour, cell.minute, cell.second)
    if isinstance(cell, datetime.date | bool):
        return None
    if isinstance(cell, int | float):
        return _of_fraction(float(cell))
    text = text_of(cell)
    if says_nothing(text):
        return None
    if digits := _DIGITS.fullmatch(text):
        return Clocktime(int(digits[1]), int(digits[2]), int(digits[3] or 0))
    found = _TIME.search(text)
    return _of_words(found) if found else None


def _of_words(found: re.Match[str]) -> Clocktime | None:
    hour, half = int(found["hour"]), (found["half"] or found["later"] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half.startswith(_AFTER_NOON) else 0)
    if hour > 23 or int(found["minute"] or 0) > 59 or int(found["second"] or 0) > 59:
        return None
    minute, second = int(found["minute"] or 0), int(found["second"] or 0)
    return Clocktime(hour, minute, second, zone_of(found["zone"]))


def _of_fraction(number: float) -> Clocktime | None:
    """Return the hour of a spreadsheet's day: 46302.65 is one of its days and 15:36."""
    fraction = number % 1
    if not fraction or number < 0:
        return None
    seconds = round(fraction * 86400)
    if seconds == 86400:
        return None
    return Clocktime(seconds // 3600, seconds // 60 % 60, seconds % 60)


def zone_of(text: str | None) -> int | None:
    """Return the minutes '+09:00' is ahead of UTC; None where nothing is said."""
    if not text:
        return None
    if text[0] not in "+-":
        return 0
    digits = text[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return minutes if text[0] == "+" else -minutes


def moment_reader(
    reading: Reading, match: ColumnMatch, moments: Moments, problems: list[tuple[str, str]]
) -> Callable[[Cell], Moment | Marked | None]:
    """Return a reader of days with or without a time; an order that was guessed is a problem."""
    days: list[Callable[[Cell], Day | Marked | None]] = []  # made for the first odd one

    def read(cell: Cell) -> Moment | Marked | None:
        if type(cell) is str and (iso := _ISO.fullmatch(cell.strip())):
            return _exact(iso, moments) or Marked(None, "sale_date_unclear")
        if not days:
            days.append(reading.day(match, problems))
        found = days[0](cell)
        if found is None:
            return None
        if isinstance(found, Marked):
            return Marked(None, "sale_date_unclear")
        time = read_time(cell) if _may_hold_time(cell) else None
        return Moment(found[0], moments.stamp(found[0], time) if time else "")

    return read


def _may_hold_time(cell: Cell) -> bool:
    if type(cell) is str:
        return ":" in cell or "시" in cell
    return isinstance(cell, datetime.datetime) or (isinstance(cell, float) and cell % 1 != 0)


def _exact(iso: re.Match[str], moments: Moments) -> Moment | None:
    day = f"{iso[1]}-{iso[2]}-{iso[3]}"
    hour, minute, second = int(iso[4]), int(iso[5]), int(iso[6] or 0)
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        return None
    if hour > 23 or minute > 59 or second > 59:
        return None
    zone = zone_of(iso[7])
    at = moments.stamp(day, Clocktime(hour, minute, second, zone))
    if zone == 0:  # the clock of a computer: only the shop's own tells which day it was there
        day = datetime.datetime.fromisoformat(at).astimezone().date().isoformat()
    return Moment(day, at)
