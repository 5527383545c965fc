"""Lines of calendar files (RFC 5545): escaped and folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

FOLD = 75  # bytes of a line


def content(name: str, value: str) -> str:
    """Return a line, folded between characters where it is long; `name` has its parameters."""
    line = f"{name}:{value}"
    if len(line) * 3 <= FOLD or len(line.encode()) <= FOLD:
        return line + "\r\n"
    parts, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > FOLD:
            parts.append("")
            size = 1  # the space that goes on
        parts[-1] += letter
        size += width
    return "\r\n ".join(parts) + "\r\n"


def escaped(text: str) -> str:
    """Return a text as a value."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def when(name: str, at: str, zone: str) -> tuple[str, str]:
    """Return name and value of a time of the shop's clock: a day, or an hour in its zone."""
    if "T" not in at:
        return f"{name};VALUE=DATE", at.replace("-", "")
    value = at.replace("-", "").replace(":", "") + "00"
    return (f"{name};TZID={zone}" if zone else name), value


def whens(name: str, all_at: Iterable[str], zone: str) -> Iterator[str]:
    """Yield lines of many times of the shop's clock, all days or all hours."""
    told = [when(name, at, zone) for at in all_at]
    for start in range(0, len(told), 50):
        part = told[start : start + 50]
        yield content(part[0][0], ",".join(value for _name, value in part))


def utc(stamp: str) -> str:
    """Return a UTC stamp as a value."""
    return f"{datetime.fromisoformat(stamp):%Y%m%dT%H%M%SZ}"


def next_day(day: date) -> str:
    """Return the day after, as a task keeps it."""
    return (day + timedelta(days=1)).isoformat()
