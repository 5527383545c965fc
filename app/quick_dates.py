"""Dates and times in a typed line, Korean and English, offline; what is doubtful is said so."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any

from resources import path

Choice = date | time | str
SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the line, as `text[start:end]`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether two stretches share a letter."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Doubt:
    """What could be meant otherwise; the first of `choices` is the one proposed.

    `about`: am_or_pm, which_week, which_day, which_year, day_or_month, past_or_future,
    several_dates, several_times, kind.
    """

    about: str
    span: Span
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date of the line; `until` marks a deadline (화요일까지, by Friday), `since` a beginning."""

    on: date
    span: Span
    until: bool = False
    doubts: tuple[Doubt, ...] = ()
    since: bool = False


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of the line."""

    at: time
    span: Span
    doubts: tuple[Doubt, ...] = ()


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """Return the tables of words, as shipped in resources/words/quick_line.json."""
    tables: dict[str, Any] = json.loads(path("words/quick_line.json").read_text("utf-8"))
    return tables


def any_of(table: str) -> str:
    """Return a pattern of the words of a table, the longest first; spaces stretch."""
    listed = sorted(words()[table], key=len, reverse=True)
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in listed)


def tidy(text: str) -> str:
    """Return words without capitals and doubled spaces, as the tables have them."""
    return " ".join(text.casefold().split())


Read = Callable[[re.Match[str], date, bool], tuple[date, list[tuple[str, list[date]]]]]
Form = tuple[re.Pattern[str], Read]


@lru_cache(maxsize=1)
def _patterns() -> list[Form]:
    """Return what dates look like, the longer forms first."""
    english = [word for word in words()["weekdays"] if word.isascii()]
    day = "|".join(sorted(english, key=len, reverse=True))
    month, number = any_of("months"), any_of("numbers")
    week = "|".join(
        re.escape(w).replace("\\ ", r"\s*") for w in words()["weeks"] if not w.isascii()
    )
    ordinal = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    no_hour = r"(?!:\d|\s*[ap]\.?m\b)"  # 24 Apr 10:30
    forms: list[tuple[str, Read]] = [
        (r"(?P<y>(?:19|20)\d{2})\s*[-./]\s*(?P<m>\d{1,2})\s*[-./]\s*(?P<d>\d{1,2})\.?", _full),
        (r"(?P<y>(?:19|20)\d{2})년\s*(?P<m>\d{1,2})월\s*(?P<d>\d{1,2})일", _full),
        (rf"(?P<month>{month})\.?\s+{ordinal}{no_hour}(?:,?\s+(?P<y>(?:19|20)\d{{2}}))?", _full),
        (rf"{ordinal}\s+(?:of\s+)?(?P<month>{month})(?:,?\s+(?P<y>(?:19|20)\d{{2}}))?", _full),
        (rf"in\s+(?P<n>\d{{1,3}}|{number})\s+(?P<u>days?|weeks?|months?)", _ahead),
        (
            rf"(?P<n>\d{{1,3}}|{number})\s+(?P<u>days?|weeks?|months?)\s+(?:later|from\s+now)",
            _ahead,
        ),
        (rf"(?P<n>\d{{1,3}}|{number})\s*(?P<u>일|주일|주|개월|달)\s*(?:뒤|후)", _ahead),
        (rf"(?P<n>{any_of('spans')})\s*(?:뒤|후)", _ahead),
        (r"(?P<next>다음\s*달|이번\s*달|담달)\s*(?P<d>\d{1,2})일", _of_month),
        (r"(?P<m>\d{1,2})월\s*(?P<d>\d{1,2})일", _full),
        (rf"(?P<w>{week})\s*(?P<k>[월화수목금토일])(?:요일|욜)?", _weekday),
        (rf"(?P<w>this|next|last)\s+(?P<k>{day})\b\.?", _weekday),
        (rf"(?P<k>{day})\b\.?\s+(?P<w>next)\s+week", _weekday),
        (r"(?P<k>[월화수목금토일])(?:요일|욜)", _weekday),
        (rf"(?P<k>{day})\b\.?", _weekday),
        (rf"(?P<w>{week}|next\s+week)", _week),
        (rf"(?P<r>{any_of('days')})", _relative),
        (r"(?P<a>\d{1,2})/(?P<b>\d{1,2})", _slashed),
        (r"(?<!월\s)(?P<d>\d{1,2})일", _of_month),
    ]
    return [(dated(form), read) for form, read in forms]


def dated(form: str) -> re.Pattern[str]:
    """Return the pattern of a form of date, with the small words and particles around it."""
    begin = (
        r"(?<![\w/.-])(?:(?P<by>(?:due\s+)?by|until|till|before|due)\s+"
        r"|(?P<from>from|starting(?:\s+on)?|since)\s+|on\s+)?(?:the\s+)?(?:"
    )
    end = (
        r")(?P<til>\s*전?까지)?(?P<since>\s*부터)?(?:에는|에|날에|날|엔|은|는)?"
        r"(?![가-힣A-Za-z0-9/])"
    )
    return re.compile(begin + form + end, re.IGNORECASE)


def find_dates(
    text: str, today: date, taken: list[Span], more: Sequence[Form] = ()
) -> list[FoundDate]:
    """Return the dates of a line in its order; `taken` is what must not be read as one.

    The forms of `more` are looked for before the usual ones; what has such a form and is no day
    is no other day either.
    """
    korean = bool(re.search("[가-힣]", text))
    found: list[FoundDate] = []
    taken = list(taken)
    for place, (pattern, read) in enumerate((*more, *_patterns())):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in [*taken, *(f.span for f in found)]):
                continue
            try:
                on, doubted = read(match, today, korean)
            except (LookupError, ValueError, OverflowError):
                if place < len(more):
                    taken.append(span)
                continue
            doubts = tuple(Doubt(about, span, (on, *others)) for about, others in doubted)
            until, since = bool(match["by"] or match["til"]), bool(match["from"] or match["since"])
            found.append(FoundDate(on, span, until, doubts, since))
    return sorted(found, key=lambda one: one.span.start)


def parts_of(match: re.Match[str]) -> dict[str, str]:
    """Return the named parts of a match that are there."""
    return {name: text for name, text in match.groupdict().items() if text}


def _full(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    month = words()["months"][told["month"].casefold()] if "month" in told else int(told["m"])
    if "y" in told:
        return date(int(told["y"]), month, int(told["d"])), []
    return coming_day(month, int(told["d"]), today)


def coming_day(month: int, day: int, today: date) -> Any:
    """Return the next such day of a year; one that is past this year may be meant as past."""
    year = today.year
    if (month, day) == (2, 29):
        while not exists(year, month, day) or date(year, month, day) < today:
            year += 1
        return date(year, month, day), []
    this = date(year, month, day)
    if this >= today:
        return this, []
    return date(year + 1, month, day), [("which_year", [this])]


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether a calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _slashed(match: re.Match[str], today: date, korean: bool) -> Any:  # noqa: FBT001
    first, second = int(match["a"]), int(match["b"])
    if not exists(2000, first, second):
        return coming_day(second, first, today)
    on, doubts = coming_day(first, second, today)
    if not korean and first != second and exists(2000, second, first):
        doubts.append(("day_or_month", [coming_day(second, first, today)[0]]))
    return on, doubts


def _ahead(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    text = told["n"].casefold()
    if text in words()["spans"]:
        return today + timedelta(days=words()["spans"][text]), []
    count = int(text) if text.isdecimal() else words()["numbers"][text]
    unit = told["u"].casefold()
    if unit in ("month", "months", "개월", "달"):
        year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
        day = today.day
        while not exists(year, month + 1, day) and day > 28:
            day -= 1
        return date(year, month + 1, day), []
    return today + timedelta(days=count * (1 if unit in ("day", "days", "일") else 7)), []


def _of_month(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    day, months = int(told["d"]), 0
    if "next" in told:
        months = 0 if told["next"].startswith("이번") else 1
    elif day < today.day:
        months = 1
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    on = date(year, month + 1, day)
    if "next" not in told and months and exists(today.year, today.month, day):
        return on, [("past_or_future", [date(today.year, today.month, day)])]
    return on, []


def _weekday(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    wanted = words()["weekdays"][told["k"].casefold()]
    coming = today + timedelta(days=(wanted - today.weekday()) % 7)
    if "w" not in told:
        if coming == today:
            return today + timedelta(days=7), [("which_week", [today])]
        return coming, []
    week = tidy(told["w"])
    weeks = words()["weeks"].get(week, words()["weeks"].get(week.replace(" ", ""), 1))
    on = today - timedelta(days=today.weekday()) + timedelta(days=7 * weeks + wanted)
    if week == "next" and coming not in (on, today):
        return on, [("which_week", [coming])]
    if weeks > 0 and week != "next" and today.weekday() == SUNDAY:
        return on, [("which_week", [on + timedelta(days=7)])]  # a week may begin today
    if weeks == 0 and on < today:
        return on, [("which_week", [on + timedelta(days=7)])]
    return on, []


def _week(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    week = tidy(match["w"]).removesuffix(" week")
    weeks = words()["weeks"].get(week, words()["weeks"].get(week.replace(" ", ""), 1))
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * weeks)
    days = [monday + timedelta(days=ahead) for ahead in range(7)]
    if weeks == 0:
        days = [day for day in days if day >= today]
    return days[0], [("which_day", days[1:])]


def _relative(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    return today + timedelta(days=words()["days"][tidy(match["r"])]), []


@lru_cache(maxsize=1)
def _clock() -> list[re.Pattern[str]]:
    half = any_of("half_days")
    number = "|".join(sorted((w for w in words()["numbers"] if not w.isascii()), key=len)[::-1])
    forms = [
        rf"(?:(?P<half>{half})\s*)?(?P<h>\d{{1,2}}|{number})시\s*(?:(?P<m>\d{{1,2}})분|(?P<half_past>반))?",
        rf"(?:(?P<half>{half})\s*)?(?P<h>\d{{1,2}}):(?P<m>\d{{2}})(?:\s*(?P<ap>[ap])\.?m\.?)?"
        rf"(?:\s+(?P<late>{half}))?",
        r"(?P<ap>[ap])\.?m\.?\s*(?P<h>\d{1,2})(?:시|:(?P<m>\d{2}))",
        r"(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s*(?P<ap>[ap])\.?m\.?",
        rf"(?:at\s+)?(?P<h>\d{{1,2}})\s*(?:o'?clock)(?:\s+(?P<late>{half}))?",
        rf"at\s+(?P<h>\d{{1,2}})(?:\s+(?P<late>{half}))?",
        r"(?P<noon>정오|noon)",
        r"(?P<midnight>자정|midnight)",
    ]
    begin, end = (
        r"(?<![\w/:.-])(?:(?:at|by|@)\s*)?(?:",
        (r")(?:\s*전?까지|\s*부터|\s*이후|쯤|경)?(?:에는|에|엔)?(?![가-힣A-Za-z0-9:/])"),
    )
    return [re.compile(begin + form + end, re.IGNORECASE) for form in forms]


def find_times(text: str, taken: list[Span]) -> list[FoundTime]:
    """Return the times of a line in its order; without a half of the day, that of a shop."""
    found: list[FoundTime] = []
    for pattern in _clock():
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in [*taken, *(f.span for f in found)]):
                continue
            if (one := _time(parts_of(match), span)) is not None:
                found.append(one)
    return sorted(found, key=lambda one: one.span.start)


def _time(told: dict[str, str], span: Span) -> FoundTime | None:
    if "noon" in told or "midnight" in told:
        return FoundTime(time(12 if "noon" in told else 0), span)
    text = told["h"]
    hour = int(text) if text.isdecimal() else words()["numbers"][text]
    minute = 30 if "half_past" in told else int(told.get("m", "0"))
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    half = _half(told)
    if hour > 12 or hour == 0:
        return FoundTime(time(hour % 24, minute), span)
    if half:
        at = time(hour % 12 + (12 if half == "pm" else 0), minute)
        return FoundTime(at, span)
    return FoundTime(*_of_a_shop(hour, minute, span))


def _half(told: dict[str, str]) -> str:
    if "ap" in told:
        return told["ap"].casefold() + "m"
    said = tidy(told.get("half") or told.get("late") or "")
    if said == "밤" and int(told["h"] if told["h"].isdecimal() else 0) in (12, 1, 2, 3, 4):
        return "am"
    return str(words()["half_days"].get(said, ""))


def _of_a_shop(hour: int, minute: int, span: Span) -> tuple[time, Span, tuple[Doubt, ...]]:
    """Return the half of the day in which a shop is open, and the other one as a doubt."""
    early, late = time(hour % 12, minute), time(hour % 12 + 12, minute)
    usual, other = (early, late) if 8 <= hour <= 11 else (late, early)
    return usual, span, (Doubt("am_or_pm", span, (usual, other)),)
