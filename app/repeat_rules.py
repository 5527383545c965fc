"""What a rule of a repeat says: RFC 5545 rules for whole days, and what shops add to them.

A rule is the text of an RRULE ('FREQ=WEEKLY;BYDAY=MO'). Besides:

- `RSCALE=DANGI` (RFC 7529) counts by the Korean lunar calendar, yearly or monthly; a leap month
  is '5L'. What a lunar year has not is kept as `db.important_dates` says.
- `RSCALE=GREGORIAN;SKIP=BACKWARD` (RFC 7529) keeps the 31st on the last day of a shorter month.
- `X-FROM=DONE` counts from the day it was done instead of the day it was due.
- `X-NOT-ON=HOLIDAYS` or `DAYSOFF` (Saturdays and Sundays too) with `X-MOVE=AFTER`, `BEFORE` or
  `SKIP` keeps it off those days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST = 10_000  # of COUNT and INTERVAL
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_LISTS = {
    "BYMONTHDAY": ("by_month_day", 31), "BYYEARDAY": ("by_year_day", 366),
    "BYWEEKNO": ("by_week", 53), "BYSETPOS": ("by_place", 366),
}  # fmt: skip


class NotARuleError(ValueError):
    """A text that is no rule for days."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; its fields are the parts of its text. `by_day` has (which one or 0, weekday)."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_week: tuple[int, ...] = ()
    by_place: tuple[int, ...] = ()
    week_start: int = 0
    lunar: bool = False
    leap: bool = False  # the month is a leap month of the lunar calendar
    to_month_end: bool = False  # a day a month has not is kept on its last
    from_done: bool = False
    not_on: str = ""  # 'HOLIDAYS' or 'DAYSOFF'
    move: str = "AFTER"

    @staticmethod
    def read(text: str) -> Rule:
        """Return what a rule's text says; raise NotARuleError for one that says no days."""
        parts: dict[str, str] = {}
        for part in text.strip().removeprefix("RRULE:").rstrip(";").split(";"):
            name, equals, value = part.strip().upper().partition("=")
            if not equals or not value or name in parts:
                raise NotARuleError(text)
            parts[name] = value
        try:
            return _read(parts)
        except (ValueError, OverflowError) as error:
            raise NotARuleError(text) from error

    @property
    def text(self) -> str:
        """Return it as `read` takes it."""
        scale = "DANGI" if self.lunar else "GREGORIAN" if self.to_month_end else ""
        days = (f"{nth or ''}{WEEKDAYS[day]}" for nth, day in self.by_day)
        months = (f"{number}{'L' if self.leap else ''}" for number in self.by_month)
        parts = {
            "RSCALE": scale,
            "FREQ": self.freq,
            "INTERVAL": str(self.interval) if self.interval > 1 else "",
            "COUNT": str(self.count or ""),
            "UNTIL": f"{self.until:%Y%m%d}" if self.until else "",
            "BYMONTH": ",".join(months),
            "BYWEEKNO": ",".join(map(str, self.by_week)),
            "BYYEARDAY": ",".join(map(str, self.by_year_day)),
            "BYMONTHDAY": ",".join(map(str, self.by_month_day)),
            "BYDAY": ",".join(days),
            "BYSETPOS": ",".join(map(str, self.by_place)),
            "WKST": WEEKDAYS[self.week_start] if self.week_start else "",
            "SKIP": "BACKWARD" if self.to_month_end else "",
            "X-FROM": "DONE" if self.from_done else "",
            "X-NOT-ON": self.not_on,
            "X-MOVE": self.move if self.not_on and self.move != "AFTER" else "",
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)

    @property
    def standard(self) -> str:
        """Return what every other calendar understands of it; '' for a lunar one."""
        if self.lunar:
            return ""
        return replace(self, from_done=False, not_on="", to_month_end=False).text


def _read(parts: dict[str, str]) -> Rule:
    known: dict[str, Any] = {"freq": parts.pop("FREQ", "")}
    _require(known["freq"] in FREQUENCIES)
    scale = parts.pop("RSCALE", "GREGORIAN")
    _require(scale in ("GREGORIAN", "DANGI"))
    known["lunar"] = scale == "DANGI"
    skip = parts.pop("SKIP", "OMIT")
    _require(skip in ("OMIT", "BACKWARD"))
    known["to_month_end"] = skip == "BACKWARD" and scale == "GREGORIAN"
    for name, field in (("INTERVAL", "interval"), ("COUNT", "count")):
        if name in parts:
            known[field] = int(parts.pop(name))
            _require(1 <= known[field] <= MOST)
    if "UNTIL" in parts:
        known["until"] = datetime.strptime(parts.pop("UNTIL")[:8], "%Y%m%d").date()
    if "WKST" in parts:
        known["week_start"] = WEEKDAYS.index(parts.pop("WKST"))
    if "BYMONTH" in parts:
        months = parts.pop("BYMONTH")
        known["leap"] = known["lunar"] and months.endswith("L")
        known["by_month"] = _numbers(months.removesuffix("L") if known["leap"] else months, 1, 12)
    if "BYDAY" in parts:
        known["by_day"] = _weekdays(parts.pop("BYDAY"), known["freq"])
    for name, (field, most) in _LISTS.items():
        if name in parts:
            known[field] = _numbers(parts.pop(name), -most, most)
    known["from_done"] = _one_of(parts, "X-FROM", "DONE") == "DONE"
    known["not_on"] = _one_of(parts, "X-NOT-ON", "HOLIDAYS", "DAYSOFF")
    known["move"] = _one_of(parts, "X-MOVE", "AFTER", "BEFORE", "SKIP") or "AFTER"
    _require(not parts)
    rule = Rule(**known)
    if rule.lunar:
        _require(rule.freq in ("YEARLY", "MONTHLY") and all(day <= 30 for day in rule.by_month_day))
        _require(not (rule.by_day or rule.by_year_day or rule.by_week or rule.by_place))
    _require(not rule.by_place or rule.by_day or rule.by_month_day or rule.by_year_day
             or rule.by_week or rule.by_month)  # fmt: skip
    return rule


def _one_of(parts: dict[str, str], name: str, *known: str) -> str:
    found = parts.pop(name, "")
    _require(not found or found in known)
    return found


def _numbers(text: str, least: int, most: int) -> tuple[int, ...]:
    numbers = tuple(int(part) for part in text.split(","))
    _require(all(least <= number <= most and number != 0 for number in numbers))
    return numbers


def _weekdays(text: str, freq: str) -> tuple[tuple[int, int], ...]:
    found = []
    for part in text.split(","):
        told = _DAY.fullmatch(part)
        _require(told)
        nth = int(told[1] or 0) if told else 0
        _require(told and (nth == 0) == (told[1] is None) and abs(nth) <= 53)
        _require(nth == 0 or freq in ("MONTHLY", "YEARLY"))
        found.append((nth, WEEKDAYS.index(told[2]) if told else 0))
    return tuple(found)


def _require(met: object) -> None:
    if not met:
        raise ValueError
