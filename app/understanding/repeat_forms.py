"""How often: the forms a repeat is written in, Korean and English, each read into a rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from app.quick_dates import any_of, exists, parts_of, tidy, words
from app.repeat_rules import MOST, Rule
from app.understanding.tables import number_of, numbers, one_of, table

WORKDAYS = tuple((0, day) for day in range(5))
WEEKEND = ((0, 5), (0, 6))
_NTH = {
    "첫": 1, "첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5, "첫번째": 1, "두번째": 2,
    "세번째": 3, "네번째": 4, "다섯번째": 5, "마지막": -1, "1번째": 1, "2번째": 2, "3번째": 3,
    "4번째": 4, "5번째": 5, "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3,
    "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "last": -1, "other": 2,
}  # fmt: skip
_UNITS = {
    "일": "DAILY", "주": "WEEKLY", "주일": "WEEKLY", "개월": "MONTHLY", "달": "MONTHLY",
    "년": "YEARLY", "해": "YEARLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY",
    "year": "YEARLY",
}  # fmt: skip
# What one word says: how often, and every how many.
_WORDS = {
    "매일": ("DAILY", 1), "날마다": ("DAILY", 1), "격일로": ("DAILY", 2), "격일": ("DAILY", 2),
    "하루걸러": ("DAILY", 2), "매주": ("WEEKLY", 1), "주마다": ("WEEKLY", 1),
    "격주로": ("WEEKLY", 2), "격주": ("WEEKLY", 2), "매월": ("MONTHLY", 1), "매달": ("MONTHLY", 1),
    "달마다": ("MONTHLY", 1), "격월로": ("MONTHLY", 2), "격월": ("MONTHLY", 2),
    "분기마다": ("MONTHLY", 3), "매분기": ("MONTHLY", 3), "반년마다": ("MONTHLY", 6),
    "매년": ("YEARLY", 1), "매해": ("YEARLY", 1), "해마다": ("YEARLY", 1),
    "daily": ("DAILY", 1), "everyday": ("DAILY", 1), "weekly": ("WEEKLY", 1),
    "biweekly": ("WEEKLY", 2), "bi-weekly": ("WEEKLY", 2), "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1), "bimonthly": ("MONTHLY", 2), "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1), "annually": ("YEARLY", 1),
    "every fortnight": ("WEEKLY", 2), "every quarter": ("MONTHLY", 3),
    "every half year": ("MONTHLY", 6),
}  # fmt: skip
_KO_DAY = r"[월화수목금토일](?:요일|욜|(?=[월화수목금토일,·/\s]|마다|에|과|와|은|는|$))"
_KO_DAYS = rf"{_KO_DAY}(?:(?:\s*[,·/&]\s*|\s*(?:와|과|및|랑|하고)\s*|\s+)?{_KO_DAY})*"

Read = Callable[[dict[str, str]], list[Rule]]


@lru_cache(maxsize=1)
def repeat_forms() -> tuple[tuple[re.Pattern[str], Read], ...]:
    """Return the forms, the longer ones first; the first rule of each is the one proposed."""
    begin, end = r"(?<![\w/.-])(?:", r")(?![A-Za-z0-9])"
    return tuple(
        (re.compile(begin + form + end, re.IGNORECASE), read) for form, read in [*_ko(), *_en()]
    )


def _ko() -> list[tuple[str, Read]]:
    number, once = numbers(), r"\s*(?:마다|에\s*한\s*번)"
    nth = one_of(word for word in _NTH if not word.isascii()).replace("번째", r"\s*번째")
    nth = rf"(?P<nth>{nth})"
    months = rf"(?:(?P<word>매월|매달|달마다|격월로?)|(?P<n>{number})\s*(?P<u>개월|달){once})"
    years = rf"(?:(?P<word>매년|매해|해마다)|(?P<n>{number})\s*(?P<u>년)\s*마다)"
    weeks = rf"(?:(?P<word>매주|주마다|격주로?)|(?:매\s*)?(?P<n>{number})\s*(?P<u>주|주일){once})"
    month, day = r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"
    more_days = r"(?P<md>\d{1,2}(?:일?\s*(?:,|·|과|와|및)\s*\d{1,2})*)일"
    holiday = rf"(?P<h>{one_of(table('holidays'))})(?P<off>\s*전날|\s*다음\s*날)?"
    word = one_of(word for word in _WORDS if not word.isascii())
    return [
        (rf"{months}\s*(?:의\s*)?{nth}\s*(?:주\s*)?(?P<k>{_KO_DAY})", _nth_weekday),
        (rf"{months}\s*{nth}\s*(?P<work>영업일|평일)", _workday),
        (rf"{months}\s*(?P<lunar>음력)?\s*{more_days}", _monthdays),
        (rf"{months}\s*(?P<part>말일|마지막\s*날|월말|말|초|중순)(?![가-힣]*째)", _monthdays),
        (rf"{years}\s*(?P<lunar>음력|음)\s*(?P<leap>윤)?\s*{month}\s*[월./]\s*{day}일?", _yearday),
        (rf"{years}\s*{month}\s*[월/]\s*{day}일?", _yearday),
        (rf"{years}\s*{month}월\s*{nth}\s*(?:주\s*)?(?P<k>{_KO_DAY})", _nth_weekday),
        (rf"{years}\s*{month}월\s*(?P<part>말일|마지막\s*날|말)", _yearday),
        (rf"{years}\s*{holiday}", _holiday),
        (rf"{weeks}\s*(?P<k>{_KO_DAYS}|주말|평일)(?:\s*마다)?", _weekdays),
        (rf"(?P<k>{_KO_DAYS}|주말|평일)\s*마다", _weekdays),
        (r"매\s*(?P<k>주말|평일)|(?P<k2>평일|주말)(?:에만|\s*매일)|매일\s*\(?(?P<k3>평일)\)?",
         _weekdays),
        (rf"(?P<s>{any_of('spans')}){once}", _span),
        (r"하루\s*(?:걸러)", lambda _told: [Rule("DAILY", 2)]),
        (rf"(?:매\s*)?(?P<n>{number})\s*(?P<u>일|주일|주|개월|달|년)(?:{once}|\s*간격(?:으로)?)",
         _every),
        (rf"매\s*(?P<n>{number})\s*(?P<u>주|주일)\s*(?P<k>{_KO_DAYS})", _weekdays),
        (rf"매\s*(?P<n>{number})\s*(?P<u>주|개월|달|년)(?!\s*(?:뒤|후)|[가-힣])", _every),
        (rf"(?P<word>{word}|매\s분기)", _every),
    ]  # fmt: skip


def _en() -> list[tuple[str, Read]]:
    number = numbers()
    day = f"(?:{one_of(word for word in words()['weekdays'] if word.isascii())})"
    days = rf"(?P<k>{day}s?\.?(?:(?:\s*[,/&]\s*(?:and\s+)?|\s+and\s+){day}s?)*)"
    plural = rf"(?P<k>{day}s(?:(?:\s*[,/&]\s*(?:and\s+)?|\s+and\s+){day}s)*)"
    nth = r"(?P<nth>1st|first|2nd|second|3rd|third|4th|fourth|5th|fifth|last)"
    each = rf"(?:every|each)\s+(?:(?P<n>{number}|other)\s+)?"
    every = rf"{each}(?P<u>day|week|month|year)s?"
    monthly = rf"(?:(?P<word>monthly|quarterly|bimonthly)|{each}(?P<u>month)s?)"
    weekly = (
        r"(?:(?P<word>weekly|biweekly|bi-weekly|fortnightly|every\s+fortnight)"
        rf"|{each}(?P<u>week)s?)"
    )
    yearly = r"(?:every\s+year|each\s+year|yearly|annually)"
    of_month = r"\s+(?:(?:of|in)\s+(?:the|each|every|a)\s+month|(?:each|every)\s+month|monthly)"
    on, the = r"(?:(?:on|every|each)\s+)?(?:the\s+)?", r"\s+(?:on\s+)?(?:the\s+)?"
    ordinal = r"\d{1,2}(?:st|nd|rd|th)"
    dates = rf"(?P<md>{ordinal}(?:(?:\s*,\s*|\s*(?:and|&)\s*)(?:the\s+)?{ordinal})*)"
    month = any_of("months")
    yearday = (
        rf"(?:(?P<lunar>lunar)\s+)?(?:(?P<month>{month})\.?\s+|(?P<m>\d{{1,2}})/)"
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    )
    workday = r"workday|business\s+day|working\s+day|weekday"
    word = one_of(word for word in _WORDS if word.isascii())
    return [
        (rf"{on}{nth}\s+{days}{of_month}", _nth_weekday),
        (rf"{monthly}{the}{nth}\s+{days}", _nth_weekday),
        (rf"{on}(?P<nth>first|last)\s+(?P<work>{workday}){of_month}", _workday),
        (rf"{on}(?P<part>last|first)\s+day{of_month}", _monthdays),
        (rf"{monthly}{the}(?P<part>last|first)\s+day", _monthdays),
        (rf"{monthly}{the}{dates}", _monthdays),
        (rf"(?:on\s+)?(?:the\s+|every\s+){dates}{of_month}", _monthdays),
        (rf"every\s+(?:the\s+)?{dates}(?!\s+(?:{day}|day|week|month|{month}|of\s+{month}))",
         _monthdays),
        (rf"{yearly}{the}{yearday}", _yearday),
        (rf"every\s+{yearday}", _yearday),
        (rf"every\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{month})", _yearday),
        (rf"(?:every|{yearly}(?:\s+on)?)\s+(?P<h>{one_of(table('holidays'))})", _holiday),
        (rf"every\s+{nth}\s+{days}", _every_nth),
        (rf"{each}{days}", _weekdays),
        (rf"{weekly}\s+(?:on\s+)?{days}", _weekdays),
        (rf"(?:on\s+)?{plural}", _weekdays),
        (rf"(?:every|each|on)\s+(?P<k>{workday}|weekend)s?|(?P<k2>weekday|weekend|workday)s",
         _weekdays),
        (r"every\s+(?P<n>second|third|fourth)\s+(?P<u>day|week|month|year)s?", _every),
        (every, _every),
        (r"every!\s*(?P<n>\d{1,3})\s+(?P<u>day|week|month|year)s?", _every),
        (rf"(?P<word>{word})", _every),
    ]  # fmt: skip


def _base(told: dict[str, str], freq: str) -> Rule:
    """Return how often and every how many, as far as the form says so."""
    if "word" in told:
        freq, interval = _WORDS[tidy(told["word"]).replace("매 ", "매")]
        return Rule(freq, interval)
    if "u" in told:
        freq = _UNITS[told["u"].casefold()]
    return Rule(freq, _interval(told.get("n", "1")))


def _interval(text: str) -> int:
    small = text.casefold()
    interval = _NTH[small] if small in _NTH else number_of(small)
    if not 1 <= interval <= MOST:
        raise ValueError
    return interval


def _every(told: dict[str, str]) -> list[Rule]:
    return [_base(told, "DAILY")]


def _span(told: dict[str, str]) -> list[Rule]:
    days = words()["spans"][told["s"]]
    return [Rule("WEEKLY") if days == 7 else Rule("DAILY", days)]


def days_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return the weekdays of a list: 월·수·금, Monday and Thursday, 평일."""
    small = tidy(text)
    if small.startswith(("평일", "weekday", "workday", "business", "working")):
        return WORKDAYS
    if small.startswith(("주말", "weekend")):
        return WEEKEND
    known = words()["weekdays"]
    if re.search("[가-힣]", small):
        small = re.sub(r"요일|욜", " ", small)
        found = {known[letter] for letter in small if letter in known}
    else:
        parts = re.findall(r"[a-z]+", small)
        found = {known[p] if p in known else known[p[:-1]] for p in parts if p != "and"}
    return tuple((0, day) for day in sorted(found))


def _weekdays(told: dict[str, str]) -> list[Rule]:
    days = days_of(told.get("k") or told.get("k2") or told["k3"])
    return [replace(_base(told, "WEEKLY"), by_day=days)]


def _nth_weekday(told: dict[str, str]) -> list[Rule]:
    nth = _NTH[tidy(told["nth"]).replace(" ", "")]
    base = _base(told, "MONTHLY")
    months = (int(told["m"]),) if "m" in told else ()
    if months and not 1 <= months[0] <= 12:
        raise ValueError
    return [replace(base, by_month=months, by_day=tuple((nth, d) for _, d in days_of(told["k"])))]


def _every_nth(told: dict[str, str]) -> list[Rule]:
    """Every 3rd Friday may be one of the month or one of three: asked."""
    nth, days = _NTH[told["nth"].casefold()], days_of(told["k"])
    monthly = Rule("MONTHLY", by_day=tuple((nth, day) for _, day in days))
    if nth in (1, -1):
        return [monthly]
    weekly = Rule("WEEKLY", nth, by_day=days)
    return [weekly, monthly] if nth == 2 else [monthly, weekly]


def _workday(told: dict[str, str]) -> list[Rule]:
    nth = _NTH[tidy(told["nth"]).replace(" ", "")]
    return [replace(_base(told, "MONTHLY"), by_day=WORKDAYS, by_place=(nth,))]


def _monthdays(told: dict[str, str]) -> list[Rule]:
    base = replace(_base(told, "MONTHLY"), lunar="lunar" in told)
    if "part" in told:
        part = tidy(told["part"])
        day = 15 if part == "중순" else 1 if part in ("초", "first", "1일") else -1
        return [replace(base, by_month_day=(day,))]
    days = tuple(sorted({int(text) for text in re.findall(r"\d+", told["md"])}))
    if not days or not 1 <= days[0] <= days[-1] <= (30 if base.lunar else 31):
        raise ValueError
    plain = replace(base, by_month_day=days)
    if days[-1] < 29 or base.lunar:
        return [plain]
    return [plain, replace(plain, to_month_end=True)]


def _yearday(told: dict[str, str]) -> list[Rule]:
    base = replace(_base(told, "YEARLY"), lunar="lunar" in told, leap="leap" in told)
    month = words()["months"][told["month"].casefold()] if "month" in told else int(told["m"])
    if "part" in told:
        return [replace(base, by_month=(month,), by_month_day=(-1,))] if 1 <= month <= 12 else []
    day = int(told["d"])
    fits = 1 <= month <= 12 and 1 <= day <= 30 if base.lunar else exists(2000, month, day)
    return [replace(base, by_month=(month,), by_month_day=(day,))] if fits else []


def _holiday(told: dict[str, str]) -> list[Rule]:
    kind, _, day = table("holidays")[tidy(told["h"])].rpartition(" ")
    month, number = (int(part) for part in day.split("-"))
    base = replace(_base(told, "YEARLY"), by_month=(month,))
    off = tidy(told.get("off", ""))
    if off:
        number += -1 if off == "전날" else 1
        if kind not in ("", "lunar"):
            return []
        if number == 0 and kind == "lunar":
            base, number = replace(base, by_month=((month - 2) % 12 + 1,)), -1
        elif number == 0 or (not kind and not exists(2001, month, number)):
            return []
    if kind in ("", "lunar"):
        return [replace(base, lunar=kind == "lunar", by_month_day=(number,))]
    return [replace(base, by_day=((number, words()["weekdays"][kind]),))]


def repeat_of(pattern: re.Pattern[str], read: Read, text: str, at: int = 0) -> (
    tuple[re.Match[str], list[Rule]] | None
):  # fmt: skip
    """Return the first place where a form fits and says something."""
    for match in pattern.finditer(text, at):
        try:
            rules = read(parts_of(match))
        except (ValueError, KeyError):
            continue
        if rules:
            return match, rules
    return None
