"""Dates that only a task has: holidays, lunar days, week-ends, ends of months, numbered days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from app.holidays import after_holidays, holidays_between
from app.important_dates import ImportantDate, occurrence
from app.lunar import LAST_YEAR
from app.quick_dates import (
    SUNDAY,
    Form,
    Read,
    any_of,
    coming_day,
    dated,
    exists,
    parts_of,
    tidy,
    words,
)  # fmt: skip
from app.understanding.tables import number_of, numbers, one_of, table

SATURDAY, FRIDAY = 5, 4
EARLY, MIDDLE = (1, 5, 10), (15, 11, 20)  # 초, 중순: the day proposed first


@lru_cache(maxsize=4)
def more_dates(country: str) -> tuple[Form, ...]:
    """Return the forms of date that quick add knows besides those of the quick log.

    Holidays that move or differ are those of a country, by its two letters.
    """

    def by_country(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
        return _of_the_country(parts_of(match), today, country), []

    number, holiday = numbers(), one_of(table("holidays"))
    spans = any_of("spans")
    week = r"다다음\s*주|다음\s*주|이번\s*주|담주|차주|금주"
    month_ko = r"다음\s*달|이번\s*달|이\s*달|담달|내달"
    english = one_of(word for word in words()["weekdays"] if word.isascii())
    month = any_of("months")
    lunar = r"(?:음력|\(음\)|음(?=\s?\d))"
    nth_day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)"
    nth_ko = r"(?P<nth>첫\s*번?째|둘째|두\s*번째|셋째|세\s*번째|넷째|네\s*번째|마지막)\s*(?:주\s*)?"
    nth_en = r"(?P<nth>1st|first|2nd|second|3rd|third|4th|fourth|last)"
    forms: list[tuple[str, Read]] = [
        (r"(?P<instead>대체\s?(?:공휴일|휴일))|(?P<next>(?:다음|돌아오는)\s*공휴일|"
         r"next\s+(?:public\s+|bank\s+)?holiday)|(?P<after>연휴\s*(?:끝나고|지나고|뒤|후|다음\s*날)"
         r"|after\s+the\s+holidays?)", by_country),
        (rf"(?P<name>{one_of(table('country_holidays'))})", by_country),
        (rf"(?:(?P<which>{month_ko})|(?P<m>\d{{1,2}})월)\s*{nth_ko}(?P<k>[월화수목금토일])요일",
         _nth_weekday),
        (rf"{nth_en}\s+(?P<k>{english})\s+(?:of|in)\s+(?:(?P<which>(?:this|next)\s+month)"
         rf"|(?P<month>{month}))", _nth_weekday),
        (r"(?P<m>\d{1,2})\.(?P<d>\d{2})(?=\.?(?:\s|$))\.?", _dotted),
        (rf"(?:(?P<y>내년|올해)\s*)?{lunar}\s*(?P<leap>윤)?\s*(?P<m>\d{{1,2}})\s*(?:월|[./-])\s*"
         r"(?P<d>\d{1,2})일?", _lunar),
        (rf"lunar\s+(?:(?P<m>\d{{1,2}})[/.-]|(?P<month>{month})\.?\s+)(?P<d>\d{{1,2}})"
         r"(?:st|nd|rd|th)?", _lunar),
        (rf"(?:(?P<y>내년|올해)\s*)?(?P<h>{holiday})\s*(?:(?P<n>{number})\s*(?P<u>일|주일|주|달)|"
         rf"(?P<s>{spans}))\s*(?P<side>전|뒤|후)", _holiday),
        (rf"(?:(?P<y>내년|올해)\s*)?(?P<h>{holiday})\s*"
         r"(?P<off>전날|다음\s*날|이튿날|전전날|당일)", _holiday),
        (rf"(?P<n>{number})\s+(?P<u>days?|weeks?)\s+(?P<side>before|after)\s+(?P<h>{holiday})",
         _holiday),
        (rf"(?P<off>(?:day|week)\s+(?:before|after))\s+(?P<h>{holiday})", _holiday),
        (rf"(?:(?P<y>내년|올해|next\s+year's)\s*)?(?P<h>{holiday})", _holiday),
        (r"(?:(?P<w>다다음|다음|이번|담|this|next)\s*)?(?P<end>주말|weekend)", _weekend),
        (rf"(?P<w>{week})\s*(?P<in>안에|내로|중으로|내에|까지)", _within_week),
        (r"(?P<in>end)\s+of\s+(?:the\s+|(?P<w>this|next)\s+)?week", _within_week),
        (rf"(?:(?P<which>{month_ko})|(?P<m>\d{{1,2}})월)\s*(?P<part>초|중순|말일|말|마지막\s*날)",
         _part_of_month),
        (rf"(?P<which>{month_ko})\s*(?P<part>안에|내로|중으로|내에|까지)", _part_of_month),
        (r"(?P<part>월말|월초|말일)", _part_of_month),
        (rf"(?P<part>end|beginning|start|middle|last\s+day|first\s+day)\s+of\s+(?:the\s+)?"
         rf"(?:(?P<which>(?:this|next)\s+month|month)|(?P<month>{month}))", _part_of_month),
        (rf"(?P<part>mid|early|late)[\s-]+(?P<month>{month})", _part_of_month),
        (r"(?P<part>month[\s-]end)", _part_of_month),
        (r"(?P<y>올해|내년)?\s*(?P<part>연말|연초)|(?P<part2>end\s+of\s+(?:the\s+)?year|year[\s-]end)",
         _end_of_year),
        (r"(?P<y>올해|내년|내후년)\s*(?P<m>\d{1,2})월\s*(?P<d>\d{1,2})일", _year_and_day),
        (rf"(?P<n>{number})\s*주\s*(?:뒤|후)\s*(?P<k>[월화수목금토일])요일", _weeks_on),
        (rf"(?P<k>{english})\s+in\s+(?P<n>{number})\s+weeks", _weeks_on),
        (rf"(?:in\s+)(?P<n>{number})\s+(?P<u>days?|weeks?|fortnights?|months?|years?)", _later),
        (rf"(?P<n>{number})\s+(?P<u>days?|weeks?|months?|years?)\s+(?:later|from\s+(?:now|today))",
         _later),
        (rf"(?P<n>{number})\s*(?P<u>일|주일|주|개월|달|년|해)\s*(?:뒤|후|있다가)", _later),
        (r"(?P<r>a\s+week\s+from\s+(?:today|tomorrow))", _week_from),
        (rf"{nth_day}(?:\s+(?:of\s+)?(?P<which>this|next)\s+month)?", _numbered),
        (r"(?:다음\s*달|담달|내달|next\s+month)(?!에?\s*\d)", _month_alone),
    ]  # fmt: skip
    return tuple((dated(form), read) for form, read in forms)


def months_on(day: date, months: int, of_month: int | None = None) -> date:
    """Return a day so many months later, the last of the month where that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    longest = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(of_month or day.day, longest))


def _lunar(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    month = words()["months"][told["month"].casefold()] if "month" in told else int(told["m"])
    if not (1 <= month <= 12 and 1 <= int(told["d"]) <= 30):
        raise ValueError
    wanted = ImportantDate(month, int(told["d"]), lunar=True, leap="leap" in told)
    begin = today if told.get("y") != "내년" else date(today.year + 1, 1, 1)
    return _coming(wanted, begin), []


def _coming(wanted: ImportantDate, begin: date) -> date:
    for year in range(begin.year - 1, min(begin.year + 3, LAST_YEAR + 1)):
        day = occurrence(wanted, year)
        if day is not None and day >= begin:
            return day
    raise ValueError


def holiday_on(name: str, begin: date) -> date:
    """Return the first such holiday from a day on; raises ValueError behind the calendar."""
    rule = table("holidays")[tidy(name)]
    kind, _, told = rule.rpartition(" ")
    month, number = (int(part) for part in told.split("-"))
    if kind == "lunar":
        return _coming(ImportantDate(month, number, lunar=True), begin)
    for year in (begin.year, begin.year + 1):
        day = date(year, month, number) if not kind else _nth(year, month, number, kind)
        if day >= begin:
            return day
    raise ValueError


def _nth(year: int, month: int, number: int, weekday: str) -> date:
    wanted = words()["weekdays"][weekday]
    first = (wanted - date(year, month, 1).weekday()) % 7
    return date(year, month, 1 + first + 7 * (number - 1))


def _holiday(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    shift = _away(told)
    begin = today if told.get("y", "올해") == "올해" else date(today.year + 1, 1, 1)
    begin -= timedelta(days=shift)
    if told.get("til", "").strip().startswith("전"):
        shift -= 1
    return holiday_on(told["h"], begin) + timedelta(days=shift), []


_COUNTRIES = ("US", "GB", "CA", "AU", "FR")  # whose holidays a name may be of besides


def _of_the_country(told: dict[str, str], today: date, country: str) -> date:
    last = today + timedelta(days=500)
    if "name" in told:
        for one in (country, *_COUNTRIES):
            for day, name, _ in holidays_between(one, today, last, "en"):
                if tidy(told["name"]) in tidy(name).split(", "):
                    return day
        raise ValueError
    if "after" in told:
        coming = holidays_between(country, today, last, "en")
        found = after_holidays(country, coming[0][0]) if coming else None
        if found is None:
            raise ValueError
        return found[0]
    for day, _, instead in holidays_between(country, today, last, "en"):
        if instead or "next" in told:
            return day
    raise ValueError


_PLACES = {"첫": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "마": -1, "f": 1, "s": 2,
           "t": 3, "l": -1}  # fmt: skip


def _nth_weekday(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    word = told["nth"].casefold()
    place = int(word[0]) if word[0].isdecimal() else 4 if word == "fourth" else _PLACES[word[0]]
    wanted, which = words()["weekdays"][told["k"].casefold()], tidy(told.get("which", ""))
    begin = today.replace(day=1)
    if which:
        begin = months_on(begin, 1 if which.startswith(("다음", "담", "내달", "next")) else 0)
    else:
        month = int(told["m"]) if "m" in told else words()["months"][told["month"].casefold()]
        begin = date(today.year, month, 1)
    for first in (begin, begin.replace(year=begin.year + 1)):
        days = [first + timedelta(days=ahead) for ahead in range(months_on(first, 0, 31).day)]
        days = [day for day in days if day.weekday() == wanted]
        on = days[place - 1 if place > 0 else place]
        if on >= today or which:
            return on, []
    raise ValueError


def _dotted(match: re.Match[str], today: date, korean: bool) -> Any:  # noqa: FBT001
    """Read 5.20 as a date in a Korean line; elsewhere it is a number."""
    month, day = int(match["m"]), int(match["d"])
    if not korean or not exists(2000, month, day):
        raise ValueError
    return coming_day(month, day, today)


def _away(told: dict[str, str]) -> int:
    """Return how many days a date stands from its holiday."""
    off = tidy(told.get("off", "")).replace(" ", "")
    if off:
        step = 7 if off.startswith("week") else 2 if off == "전전날" else 1
        return 0 if off == "당일" else -step if off.endswith(("before", "전날")) else step
    if "side" not in told:
        return 0
    days = words()["spans"][told["s"]] if "s" in told else number_of(told["n"])
    unit = told.get("u", "일").casefold()
    days *= 7 if unit.startswith(("주", "week")) else 30 if unit == "달" else 1
    return -days if told["side"].casefold() in ("전", "before") else days


def _weeks_of(told: dict[str, str]) -> int:
    week = tidy(told.get("w", "this")).replace(" ", "")
    known = words()["weeks"]
    return int(known.get(week, known.get(week + "주", 0)))


def _weekend(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    monday = (
        today - timedelta(days=today.weekday()) + timedelta(days=7 * _weeks_of(parts_of(match)))
    )
    days = [monday + timedelta(days=ahead) for ahead in (SATURDAY, SUNDAY)]
    days = [day for day in days if day >= today]
    return days[0], [("which_day", days[1:])] if days[1:] else []


def _within_week(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    monday = (
        today - timedelta(days=today.weekday()) + timedelta(days=7 * _weeks_of(parts_of(match)))
    )
    days = [monday + timedelta(days=ahead) for ahead in (FRIDAY, SATURDAY, SUNDAY)]
    days = [day for day in days if day >= today]
    return days[0], [("which_day", days[1:])] if days[1:] else []


def _part_of_month(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    part, which = tidy(told["part"]), tidy(told.get("which", ""))
    ahead = 1 if which.startswith(("다음", "담", "내달", "next")) else 0
    first = months_on(today.replace(day=1), ahead)
    if "m" in told or "month" in told:
        month = int(told["m"]) if "m" in told else words()["months"][told["month"].casefold()]
        first = date(today.year, month, 1)
        if months_on(first, 0, 31) < today:
            first = date(today.year + 1, month, 1)
    if part in ("초", "월초", "beginning", "start", "early"):
        days, named = EARLY, bool(told.get("m") or told.get("month"))
        if not ahead and not named and first < today:
            first = months_on(first, 1)
    elif part in ("중순", "middle", "mid"):
        days = MIDDLE
    elif part == "first day":
        return first if first >= today else months_on(first, 1), []
    else:
        return months_on(first, 0, 31), []
    on, *others = (first.replace(day=day) for day in days)
    return on, [("which_day", others)]


def _end_of_year(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    year = today.year + (1 if told.get("y") == "내년" else 0)
    if told.get("part") == "연초":
        return date(max(year, today.year + 1), 1, 2), []
    return date(year, 12, 31), []


def _year_and_day(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    ahead = {"올해": 0, "내년": 1, "내후년": 2}[match["y"]]
    return date(today.year + ahead, int(match["m"]), int(match["d"])), []


def _weeks_on(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    monday = today - timedelta(days=today.weekday())
    wanted = words()["weekdays"][match["k"].casefold()]
    return monday + timedelta(days=7 * number_of(match["n"]) + wanted), []


def _later(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    count, unit = number_of(match["n"]), match["u"].casefold()
    if unit.startswith(("month", "개월", "달")):
        return months_on(today, count), []
    if unit.startswith(("year", "년", "해")):
        return months_on(today, 12 * count), []
    if unit.startswith("fortnight"):
        count *= 2
    # '일주일' is a number and weeks; '일' alone are days.
    return today + timedelta(days=count * (1 if unit in ("day", "days", "일") else 7)), []


def _week_from(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    return today + timedelta(days=8 if match["r"].casefold().endswith("tomorrow") else 7), []


def _numbered(match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    told = parts_of(match)
    day, which = int(told["d"]), told.get("which", "").casefold()
    for first in _months_from(today, 1 if which == "next" else 0):
        if not exists(first.year, first.month, day):
            continue
        on = first.replace(day=day)
        if which or on >= today:
            return on, []
    raise ValueError


def _months_from(today: date, ahead: int) -> Iterator[date]:
    for months in range(ahead, ahead + 4):
        yield months_on(today.replace(day=1), months)


def _month_alone(_match: re.Match[str], today: date, _korean: bool) -> Any:  # noqa: FBT001
    first = months_on(today.replace(day=1), 1)
    return first, [("which_day", [months_on(today, 1), months_on(first, 0, 31)])]
