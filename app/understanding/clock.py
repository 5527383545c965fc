"""Times of day, lengths and what is so many hours from now, in a typed line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import lru_cache

from app.quick_dates import Doubt, FoundTime, Span, find_times, parts_of, tidy
from app.understanding.tables import number_of, numbers, one_of, table

DAY = 24 * 60
LONGEST = 60 * DAY  # minutes an appointment may take
_BEGIN, _END = r"(?<![\w/:.,-])", r"(?![가-힣A-Za-z0-9:/])"


@dataclass(frozen=True, slots=True)
class Length:
    """So many minutes, and the words that say so."""

    minutes: int
    span: Span


def _amounts() -> tuple[str, str]:
    """Return the patterns of hours and minutes, Korean and English."""
    number = rf"\d{{1,3}}\.\d|{numbers()}"
    korean = (
        rf"(?:(?P<h>{number})\s*시간(?:\s*(?P<half>반))?(?:\s*(?P<m>{number})\s*분)?"
        rf"|(?P<m2>{number})\s*분|(?P<half2>반)\s*시간)"
    )
    english = (
        rf"(?:(?P<half2>half\s+an\s+hour)|(?P<h>{number})\s*(?:hours?|hrs?|h)"
        rf"(?:\s*(?P<half>and\s+a\s+half)|\s*(?:and\s+)?(?P<m>\d{{1,3}})\s*(?:minutes?|mins?|m))?"
        rf"|(?P<m2>{number})\s*(?:minutes?|mins?)|(?P<hh>an)\s+hour\s+(?P<half3>and\s+a\s+half))"
    )
    return korean, english


@lru_cache(maxsize=1)
def _from_now() -> list[re.Pattern[str]]:
    korean, english = _amounts()
    forms = [
        rf"{korean}\s*(?:뒤|후|있다가|이따가|이따)에?",
        rf"in\s+{english}",
        rf"{english}\s+(?:later|from\s+now)",
    ]
    return [re.compile(_BEGIN + form + _END, re.IGNORECASE) for form in forms]


@lru_cache(maxsize=1)
def _lengths() -> list[re.Pattern[str]]:
    korean, english = _amounts()
    not_before = r"(?!\s*(?:전|뒤|후|마다|있다가|이따))"
    days = rf"(?P<days>{numbers()})"
    forms = [
        rf"{korean}(?:\s*동안|간|짜리)?{not_before}",
        rf"(?:for\s+)?{english}(?!\s+(?:before|later|from|ago|early|after))",
        rf"{days}\s*일\s*(?:동안|간)",
        rf"for\s+{days}\s+days?",
    ]
    return [re.compile(_BEGIN + form + _END, re.IGNORECASE) for form in forms]


def _minutes(told: dict[str, str]) -> int:
    if "days" in told:
        return number_of(told["days"]) * DAY
    minutes = sum(30 for half in ("half", "half2", "half3") if half in told)
    minutes += 60 if "hh" in told else 0
    for name, unit in (("h", 60), ("m", 1), ("m2", 1)):
        if name in told:
            text = told[name]
            minutes += round(float(text) * unit) if "." in text else number_of(text) * unit
    return minutes


def _found(patterns: list[re.Pattern[str]], text: str, taken: list[Span]) -> Iterator[Length]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            span, minutes = Span(*match.span()), _minutes(parts_of(match))
            free = not any(span.overlaps(other) for other in taken)
            if free and 0 < minutes <= LONGEST:
                yield Length(minutes, span)


def find_from_now(text: str, now: datetime, taken: list[Span]) -> tuple[datetime, Span] | None:
    """Return when and where a line says '30분 뒤' or 'in two hours'."""
    for found in _found(_from_now(), text, taken):
        try:
            return now.replace(second=0, microsecond=0) + timedelta(
                minutes=found.minutes
            ), found.span
        except OverflowError:
            continue
    return None


def find_length(text: str, taken: list[Span]) -> Length | None:
    """Return how long something takes: '2시간', 'for 90 minutes'."""
    return next(_found(_lengths(), text, taken), None)


@lru_cache(maxsize=1)
def _others() -> list[re.Pattern[str]]:
    number = numbers()
    hour = r"(?P<h>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    forms = [
        rf"(?:at\s+)?(?:(?P<rel>half|quarter|{number})\s+(?:minutes\s+)?(?P<side>past)"
        rf"|(?:(?P<rel2>quarter)|(?P<rel3>{number})\s+minutes)\s+(?P<side2>to))\s+{hour}"
        r"(?:\s*(?P<ap>[ap])\.?m\.?)?",
        rf"at\s+{hour}(?:\s*(?P<ap>[ap])\.?m\.?|\s+o'?clock)?",
        rf"{hour}\s+o'?clock",
    ]
    return [re.compile(_BEGIN + form + _END, re.IGNORECASE) for form in forms]


@lru_cache(maxsize=1)
def _before_the_hour() -> re.Pattern[str]:
    return re.compile(rf"(?P<m>{numbers()})\s*분\s*전(?:까지|에)?{_END}")


def _ends_of(span: Span) -> tuple[int, int]:
    return span.start, span.end


@lru_cache(maxsize=1)
def _parts_of_day() -> re.Pattern[str]:
    listed = one_of(table("parts_of_day"))
    return re.compile(
        rf"(?<![\w-])(?P<part>{listed})(?:\s*중(?:으로|에)?|에는|에|까지|부터)?"
        rf"(?!\s*(?:후|전|뒤|이후)(?![가-힣])){_END}",
        re.IGNORECASE,
    )


_BARE = re.compile(r"(?<![\w/:.,-])(?:from\s+|between\s+)?(?P<h>\d{1,2})(?::(?P<m>\d\d))?\s*"
                   r"(?:~|to|until|and|부터)\s*$", re.IGNORECASE)  # fmt: skip
_JOINED = re.compile(r"\s*(?:~|to|until|till|and|에서)?\s*", re.IGNORECASE)


def find_clock(text: str, taken: list[Span]) -> list[FoundTime]:
    """Return the times of a line in its order; of a part of day ('오전') the usual hour."""
    found: list[FoundTime] = []
    for pattern in _others():
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(o) for o in [*taken, *(f.span for f in found)]):
                found += _spelled(match, span)
    usual = find_times(text, [*taken, *(one.span for one in found)])
    found += [_earlier(text, one) for one in usual]
    busy = [*taken, *(one.span for one in found)]
    for match in _parts_of_day().finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in busy) and not found:
            hour = int(table("parts_of_day")[tidy(match["part"])])
            hours = (hour, hour + 1, hour + 2)
            choices = tuple(time(one) for one in hours)
            found.append(FoundTime(choices[0], span, (Doubt("which_time", span, choices),)))
    return sorted(found, key=lambda one: one.span.start)


def _spelled(match: re.Match[str], span: Span) -> Iterator[FoundTime]:
    """Yield what 'half past three' and 'at three' say."""
    told = parts_of(match)
    hour = number_of(told["h"])
    word = (told.get("rel") or told.get("rel2") or told.get("rel3") or "").casefold()
    if not 1 <= hour <= 12 and (word or hour > 23):
        return
    minutes = 0
    if word:
        known = {"half": 30, "quarter": 15}
        minutes = known[word] if word in known else number_of(word)
        if minutes > 59:
            return
        minutes *= 1 if "side" in told else -1
    for hours, doubts in _halves(hour, told.get("ap", "").casefold()):
        total = (hours * 60 + minutes) % DAY
        other = time((total // 60 + 12) % 24, total % 60)
        at = time(total // 60, total % 60)
        yield FoundTime(at, span, (Doubt("am_or_pm", span, (at, other)),) if doubts else ())


def _halves(hour: int, half: str) -> Iterator[tuple[int, bool]]:
    """Yield the hour of 24, and whether the other half of the day may be meant."""
    if half or hour > 12 or hour == 0:
        yield (hour % 12 + (12 if half == "p" else 0) if half else hour), False
    else:
        yield (hour if 8 <= hour <= 12 else hour + 12), hour != 12


def _earlier(text: str, found: FoundTime) -> FoundTime:
    """Return a time with the minutes before it that stand behind it: 3시 10분 전."""
    hour = text.find("시", *_ends_of(found.span))
    begin = len(text) - len(text[hour + 1 :].lstrip())
    match = _before_the_hour().match(text, begin) if hour >= 0 else None
    if match is None or match.end() <= found.span.end:
        return found
    minutes = number_of(match["m"]) + found.at.minute
    span = Span(found.span.start, match.end())

    def less(at: time) -> time:
        total = (at.hour * 60 + at.minute - minutes) % DAY
        return time(total // 60, total % 60)

    doubts = tuple(
        Doubt(one.about, span, tuple(less(c) for c in one.choices if isinstance(c, time)))
        for one in found.doubts
    )
    return FoundTime(less(found.at), span, doubts)


def range_of(text: str, times: list[FoundTime]) -> tuple[FoundTime, int] | None:
    """Return the first of two joined times and the minutes between: 3시부터 5시까지, 3-5pm."""
    if not times:
        return None
    if len(times) > 1:
        first, last = times[0], times[1]
        between = text[first.span.end : last.span.start]
        said = text[first.span.start : first.span.end].endswith("부터") or between.strip()
        if not said or not _JOINED.fullmatch(between):
            return None
        span = _with_from(text, Span(first.span.start, last.span.end))
        return _length_of(first, last, span)
    last = times[0]
    match = _BARE.search(text, 0, last.span.start)
    if match is None or not 1 <= int(match["h"]) <= 24 or int(match["m"] or 0) > 59:
        return None
    hour = int(match["h"]) % 24
    at = time(hour, int(match["m"] or 0))
    span = Span(match.start(), last.span.end)
    doubtful = (Doubt("am_or_pm", span, (at,)),) if 1 <= hour <= 12 else ()
    return _length_of(FoundTime(at, span, doubtful), last, span)


def _with_from(text: str, span: Span) -> Span:
    match = re.search(r"(?<![\w-])(?:from|between)\s+$", text[: span.start], re.IGNORECASE)
    return Span(match.start(), span.end) if match else span


def _length_of(first: FoundTime, last: FoundTime, span: Span) -> tuple[FoundTime, int]:
    """Settle the half of day of each by the other: the end comes soon after the beginning."""
    begin, doubts = first.at, tuple(replace(one, span=span) for one in first.doubts)
    if not last.doubts and first.doubts:
        begin = min(_either(first), key=lambda at: _between(at, last.at))
        doubts = ()
    minutes = min(_between(begin, end) for end in _either(last))
    return FoundTime(begin, span, doubts), minutes


def _either(found: FoundTime) -> tuple[time, ...]:
    if not found.doubts:
        return (found.at,)
    return (found.at, time((found.at.hour + 12) % 24, found.at.minute))


def _between(begin: time, end: time) -> int:
    return ((end.hour - begin.hour) * 60 + end.minute - begin.minute) % DAY or DAY
