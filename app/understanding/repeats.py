"""Whether a line repeats: its rule, how it ends, what it heeds, and when it comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from app.holidays import off_days
from app.quick_dates import Doubt, FoundDate, Span, any_of, words
from app.repeat_rules import Rule
from app.repeating import first_on, next_after
from app.understanding.days import months_on
from app.understanding.repeat_forms import days_of, repeat_forms, repeat_of
from app.understanding.tables import number_of, numbers, one_of

MOVES = ("AFTER", "BEFORE", "SKIP")
LONGEST = 1_000  # of the unit it lasts: days, weeks, months


@dataclass(frozen=True, slots=True)
class FoundRepeat:
    """A rule and the words it was read from; `lasts` is how long, in days and months."""

    rule: Rule
    spans: tuple[Span, ...]
    doubts: tuple[Doubt, ...] = ()
    lasts: tuple[int, int] = (0, 0)


def find_repeat(text: str, taken: list[Span]) -> FoundRepeat | None:
    """Return what repeats, without the dates of its beginning and its end."""
    found = _main(text, taken)
    if found is None:
        return None
    rule, spans, doubts = found.rule, list(found.spans), list(found.doubts)
    busy = [*taken, *spans]
    for name, match in _modifiers(text, busy):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in busy):
            continue
        if name == "done" and not rule.from_done:
            rule = replace(rule, from_done=True)
        elif name == "off" and not rule.not_on:
            rule, doubt = _off(rule, match, span)
            doubts += [doubt] if doubt else []
        elif name == "count" and rule.count is None and number_of(match["n"]) > 0:
            rule = replace(rule, count=number_of(match["n"]))
        elif name == "lasts" and not any(found.lasts):
            found = replace(found, lasts=_lasting(match))
        else:
            continue
        spans.append(span)
        busy.append(span)
    return FoundRepeat(rule, tuple(spans), tuple(doubts), found.lasts)


def _main(text: str, taken: list[Span]) -> FoundRepeat | None:
    done = _done_first(text)
    for pattern, read in repeat_forms():
        place = 0
        while (told := repeat_of(pattern, read, text, place)) is not None:
            match, rules = told
            span = Span(*match.span())
            place = max(match.end(), place + 1)
            if any(span.overlaps(other) for other in taken):
                continue
            if match[0].casefold().startswith("every!"):
                rules = [replace(rule, from_done=True) for rule in rules]
            doubts: tuple[Doubt, ...] = ()
            if len(rules) > 1:
                doubts = (Doubt("which_rule", span, tuple(rule.text for rule in rules)),)
            return _with_its_day(text, FoundRepeat(rules[0], (span,), doubts), taken)
    return done


@lru_cache(maxsize=1)
def _after_done() -> re.Pattern[str]:
    """Return 'three weeks after completion' and '완료 후 2주 뒤', which need no other word."""
    number = numbers()
    return re.compile(
        rf"(?<![\w/.-])(?:(?:완료|끝낸|끝난|끝내고|마친)\s*(?:후|뒤|다음|하고)?\s*"
        rf"(?P<n>{number})\s*(?P<u>일|주일|주|개월|달|년)\s*(?:뒤|후)(?:에)?(?:\s*(?:다시|또))?"
        rf"|(?P<n2>{number})\s+(?P<u2>day|week|month|year)s?\s+after\s+"
        rf"(?:it(?:'s| is)\s+)?(?:completion|completed|done|finishing|i\s+finish))"
        rf"(?![가-힣A-Za-z0-9])",
        re.IGNORECASE,
    )


def _done_first(text: str) -> FoundRepeat | None:
    match = _after_done().search(text)
    if match is None:
        return None
    unit = (match["u"] or match["u2"]).casefold()
    freq = {"일": "DAILY", "주": "WEEKLY", "주일": "WEEKLY", "개월": "MONTHLY", "달": "MONTHLY",
            "년": "YEARLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY"}  # fmt: skip
    interval = number_of(match["n"] or match["n2"])
    if interval < 1:
        return None
    rule = Rule(freq.get(unit, "YEARLY"), interval, from_done=True)
    return FoundRepeat(rule, (Span(*match.span()),))


@lru_cache(maxsize=1)
def _days_apart() -> dict[str, re.Pattern[str]]:
    """Return what the day of a repeat looks like apart from how often: monthly … the 25th."""
    english = one_of(w for w in words()["weekdays"] if w.isascii())
    begin, end = r"(?<![\w/.-])(?:", r")(?:마다|에)?(?!\s*까지|\s*부터|[가-힣A-Za-z0-9])"
    not_end = r"(?<!until )(?<!till )(?<!by )(?<!from )(?<!next )(?<!this )(?<!starting )"
    forms = {
        "WEEKLY": rf"(?<!다음 주 )(?<!이번 주 )(?P<k>[월화수목금토일]요일"
                  rf"|{not_end}(?:on\s+)?(?P<e>{english}))",
        "MONTHLY": rf"(?P<d>\d{{1,2}})일"
                   rf"|{not_end}(?:on\s+)?(?:the\s+)?(?P<e>\d{{1,2}})(?:st|nd|rd|th)"
                   rf"|(?P<last>말일|마지막\s*날|(?:on\s+)?(?:the\s+)?last\s+day)",
        "YEARLY": rf"(?P<lunar>음력|lunar)?\s*(?:(?P<m>\d{{1,2}})월\s*(?P<d>\d{{1,2}})일|{not_end}"
                  rf"(?:on\s+)?(?P<month>{any_of('months')})\.?\s+(?P<e>\d{{1,2}})(?:st|nd|rd|th)?)",
    }  # fmt: skip
    return {freq: re.compile(begin + form + end, re.IGNORECASE) for freq, form in forms.items()}


def _with_its_day(text: str, found: FoundRepeat, taken: list[Span]) -> FoundRepeat:
    rule = found.rule
    if rule.by_day or rule.by_month_day or rule.freq not in _days_apart():
        return found
    for match in _days_apart()[rule.freq].finditer(text):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in [*taken, *found.spans]):
            continue
        told = _of_its_day(rule, match)
        if told is not None:
            return replace(found, rule=told, spans=(*found.spans, span))
    return found


def _of_its_day(rule: Rule, match: re.Match[str]) -> Rule | None:
    if rule.freq == "WEEKLY":
        return replace(rule, by_day=days_of(match["e"] or match["k"]))
    if rule.freq == "MONTHLY" and match["last"]:
        return replace(rule, by_month_day=(-1,))
    day = int(match["d"] or match["e"])
    if rule.freq == "MONTHLY":
        return replace(rule, by_month_day=(day,)) if 1 <= day <= 31 else None
    month = int(match["m"]) if match["m"] else words()["months"][match["month"].casefold()]
    try:
        date(2000, month, min(day, 29) if match["lunar"] else day)
    except ValueError:
        return None
    return replace(rule, by_month=(month,), by_month_day=(day,), lunar=bool(match["lunar"]))


@lru_cache(maxsize=1)
def _modifier_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    number = numbers()
    off_ko = (
        r"(?P<weekend>(?:주말|토일|토·일)\s*(?:과|와|·|,|/|및)?\s*)?(?:공휴일|휴일|휴무일)"
        r"(?:에는|에|은|엔|이면|인\s*경우|날)?\s*"
        r"(?:(?P<before>전날|앞당겨서?|앞당김|전\s*영업일|하루\s*전)|"
        r"(?P<after>다음\s*날|다음\s*영업일|다음\s*평일|뒤로|미뤄서?|미룸)|"
        r"(?P<skip>제외|빼고|빼기|쉼|쉬고|쉬기|건너뛰기|건너뛰고|말고))(?:에|로|하고)?"
    )
    holidays = r"(?P<weekend>(?:weekends\s+(?:and|or|&)\s+))?(?:public\s+|bank\s+)?holidays?"
    off_en = (
        rf"(?:but\s+)?(?:(?P<plain>not\s+on)|(?P<skip>except(?:\s+on|\s+for)?|excluding|skip(?:ping)?"
        rf"|no|without))\s+{holidays}(?:\s*[,;(]?\s*(?:(?P<before>(?:the\s+)?day\s+before|before)"
        r"|(?P<after>(?:the\s+)?(?:day\s+after|next\s+day)|after))\)?)?"
    )
    if_en = (
        r"(?:if|when|on)\s+(?:it(?:'s|\s+is)\s+)?(?:a\s+)?(?:public\s+)?holidays?,?\s*(?:then\s+)?"
        r"(?:move\s+)?(?:it\s+)?(?:the\s+)?"
        r"(?:(?P<before>day\s+before|before|previous\s+(?:working\s+|business\s+)?day)"
        r"|(?P<after>day\s+after|after|next\s+(?:working\s+|business\s+)?day)|(?P<skip>skip))"
    )
    forms = [
        ("done", r"(?:완료|끝낸|끝난|마친)(?:한)?\s*"
                 r"(?:날부터|후부터|후에|후|뒤에|뒤|기준(?:으로)?)"),
        ("done", r"(?:after|from|since)\s+(?:completion|it(?:'s|\s+is)\s+done|done|finishing|"
                 r"i\s+finish)|when\s+done"),
        ("off", off_ko), ("off", off_en), ("off", if_en),
        ("count", rf"(?:총\s*)?(?P<n>{number})\s*(?:번|회|차례)(?:만|까지|씩|\s*반복)?"),
        ("count", rf"(?:for\s+)?(?P<n>{number})\s+(?:times|occurrences)"),
        ("count", r"[x×](?P<n>\d{1,3})"),
        ("lasts", rf"(?P<n>{number})\s*(?P<u>일|주|주일|개월|달|년)\s*(?:동안|간)"),
        ("lasts", rf"for\s+(?:the\s+next\s+)?(?P<n>{number})\s+(?P<u>day|week|month|year)s?"),
    ]  # fmt: skip
    begin, end = r"(?<![\w/.-])(?:", r")(?![가-힣A-Za-z0-9])"
    return tuple((name, re.compile(begin + form + end, re.IGNORECASE)) for name, form in forms)


def _modifiers(text: str, busy: list[Span]) -> Iterator[tuple[str, re.Match[str]]]:
    for name, pattern in _modifier_forms():
        for match in pattern.finditer(text):
            if not any(Span(*match.span()).overlaps(other) for other in busy):
                yield name, match


def _off(rule: Rule, match: re.Match[str], span: Span) -> tuple[Rule, Doubt | None]:
    told = {name for name, text in match.groupdict().items() if text}
    move = "BEFORE" if "before" in told else "AFTER" if "after" in told else ""
    move = move or ("SKIP" if "skip" in told else "AFTER")
    doubt = (
        Doubt("which_move", span, MOVES)
        if told & {"plain"} and not told & {"before", "after"}
        else None
    )
    return replace(rule, not_on="DAYSOFF" if "weekend" in told else "HOLIDAYS", move=move), doubt


def _lasting(match: re.Match[str]) -> tuple[int, int]:
    count, unit = min(number_of(match["n"]), LONGEST), match["u"].casefold()
    if unit in ("일", "주", "주일", "day", "week"):
        return count * (1 if unit in ("일", "day") else 7), 0
    return 0, count * (12 if unit in ("년", "year") else 1)


def ends_of(dates: list[FoundDate]) -> tuple[FoundDate | None, FoundDate | None]:
    """Return the dates a repeat begins on and lasts until, of those the line has."""
    until = next((one for one in dates if one.until), None)
    since = next((one for one in dates if one is not until), None)
    return since, until


def first_day(rule: Rule, begin: date, country: str) -> date | None:
    """Return the first day of a rule from `begin` on, whichever turn that is; None for never."""
    off = off_days(country, rule.not_on) if rule.not_on else None
    plain = replace(rule, interval=1, count=None, from_done=False)
    try:
        found = first_on(plain, begin, off=off)
        while found is not None and found.on < begin:  # moved to a day that has passed
            found = next_after(plain, begin, found.base, off=off)
    except (ValueError, OverflowError):
        return None
    return found.on if found else None


def lasting(rule: Rule, first: date, lasts: tuple[int, int]) -> Rule:
    """Return a rule that ends so many days and months after its first."""
    if not any(lasts):
        return rule
    try:
        return replace(rule, until=months_on(first, lasts[1]) + timedelta(days=lasts[0] - 1))
    except (ValueError, OverflowError):
        return rule
