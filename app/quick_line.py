"""What one typed line says: who, what happened, what is to be done and when, and money.

'김민수 전화 예약 토요일 3시' and 'call Kim Minsu, wants delivery Saturday 3pm' are read by rules
and tables of words (resources/words/quick_line.json), offline. Nothing is guessed silently: what
can be meant otherwise is a `Doubt` with its choices. Who is meant only the book can tell: the
caller searches for the candidates in their order and asks for the rest by the one it found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from app.quick_dates import Doubt, FoundDate, FoundTime, Span, any_of, find_dates, find_times, words
from app.quick_names import Candidate, find_last_four, find_names, find_phones
from app.shapes.interactions import KINDS, OUTCOMES

__all__ = ["Candidate", "Doubt", "FollowUp", "Found", "Money", "QuickLine", "Span", "read_line"]

_CANDIDATES = 40
LONGEST = 2_000  # letters; what lies behind is body


@dataclass(frozen=True, slots=True)
class Found:
    """A code and the words it was read from."""

    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of its currency."""

    minor: int
    currency: str
    span: Span


@dataclass(frozen=True, slots=True)
class FollowUp:
    """When something is to be done; `until` marks a deadline. `spans` are date and time."""

    on: date
    at: time | None
    until: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class QuickLine:
    """One line, understood as far as rules can; no two of its spans share a letter.

    The spans of `who` may share letters with each other, never with the rest. `planned` tells
    that the kind is of what is to be done, and nothing has happened yet.
    """

    text: str
    who: tuple[Candidate, ...] = ()
    kind: Found | None = None
    direction: Found | None = None  # 'in' or 'out'
    outcome: Found | None = None
    planned: bool = False
    money: Money | None = None
    follow_up: FollowUp | None = None
    happened_on: date | None = None  # where the line says so: 어제, last Friday
    doubts: tuple[Doubt, ...] = ()
    spans: tuple[Span, ...] = ()  # everything understood but who

    def body(self, who: Candidate | None = None) -> str:
        """Return what is left to be kept as the text of the interaction; money stays in it."""
        return self._left(who, 0)

    def words(self, who: Candidate | None = None) -> str:
        """Return what the follow-up is about: the words behind its date, else all that is left."""
        if self.follow_up is None:
            return ""
        return self._left(who, self.follow_up.spans[-1].end) or self._left(who, 0)

    def _left(self, who: Candidate | None, start: int) -> str:
        money = self.money.span if self.money else None
        gone = [span for span in self.spans if span != money]
        if who is not None:
            gone.append(who.span)
        kept, place = [], start
        for span in sorted(gone, key=lambda one: one.start):
            if span.end > place:
                kept.append(self.text[place : max(place, span.start)])
                place = span.end
        kept.append(self.text[place:])
        return _joined(kept)


def _joined(parts: list[str]) -> str:
    """Put what is left together, without the commas nothing stands between any more."""
    text = " ".join(" ".join(parts).split())
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r"(?:[,;]\s*){2,}", ", ", text)
    return text.strip(" ,;:.-") if any(map(str.isalnum, text)) else ""


def read_line(text: str, today: date) -> QuickLine:
    """Read one line as of `today`; never raises."""
    read = text[:LONGEST]
    digits = list(find_phones(read))
    taken = [candidate.span for candidate in digits]
    money = next(find_money(read, taken), None)
    if money:
        taken.append(money.span)
    dates = find_dates(read, today, taken)
    # Of several dates one is taken; the others stay in the text, and are not times or kinds.
    times = find_times(read, [*taken, *(found.span for found in dates)])
    known = [*taken, *(found.span for found in dates), *(found.span for found in times)]
    for candidate in find_last_four(read, known):
        digits.append(candidate)
        known.append(candidate.span)
    past, follow_up, doubts = _when(dates, times, today)
    spans = [money.span] if money else []
    spans += follow_up.spans if follow_up else ()
    spans += [past.span] if past else ()
    said = _happened(read, known, follow_up)
    spans += said.spans
    who = tuple(digits + list(find_names(read, [*spans, *(one.span for one in digits)])))
    return QuickLine(
        text, who[:_CANDIDATES], said.kind, said.direction, said.outcome, said.planned, money,
        follow_up, past.on if past else None, (*doubts, *said.doubts),
        tuple(sorted(dict.fromkeys(spans), key=lambda span: span.start)),
    )  # fmt: skip


_AMOUNT = r"\d{1,3}(?:,\d{3})+|\d{1,12}"
_MONEY = re.compile(
    rf"(?<![\w.,])(?:"
    rf"(?P<sign>[₩$€])\s?(?P<whole>{_AMOUNT})(?:\.(?P<cents>\d{{2}}))?(?P<k>k)?"
    rf"|(?:(?P<man>\d{{1,6}}(?:\.\d)?)\s?만)\s?(?:(?P<cheon>\d)\s?천\s?)?"
    rf"(?:(?:(?P<rest>\d{{1,4}})\s?)?원)?"
    rf"|(?P<only>\d{{1,4}})\s?천\s?원"
    rf"|(?P<plain>{_AMOUNT})(?:\.(?P<plain_cents>\d{{2}}))?\s?"
    rf"(?P<unit>원|won|krw|dollars?|usd|bucks|euros?|eur)"
    rf")(?:을|를|에|은|는|이|가|어치|짜리)?(?![가-힣A-Za-z0-9])",
    re.IGNORECASE,
)
_CURRENCIES = {"₩": "KRW", "$": "USD", "€": "EUR", "원": "KRW", "won": "KRW", "krw": "KRW",
               "eur": "EUR", "euro": "EUR", "euros": "EUR"}  # fmt: skip


def find_money(text: str, taken: list[Span]) -> Iterator[Money]:
    """Yield the amounts of a line that share no letter with what is taken."""
    for match in _MONEY.finditer(text):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in taken):
            continue
        told = match.groupdict()
        if told["man"]:
            minor = round(float(told["man"]) * 10_000)
            minor += int(told["cheon"] or 0) * 1_000 + int(told["rest"] or 0)
            yield Money(minor, "KRW", span)
        elif told["only"]:
            yield Money(int(told["only"]) * 1_000, "KRW", span)
        else:
            currency = _CURRENCIES.get((told["sign"] or told["unit"]).casefold(), "USD")
            whole = int((told["whole"] or told["plain"]).replace(",", ""))
            whole *= 1_000 if told["k"] else 1
            cents = int(told["cents"] or told["plain_cents"] or 0)
            yield Money(whole if currency == "KRW" else whole * 100 + cents, currency, span)


def _when(
    dates: list[FoundDate], times: list[FoundTime], today: date
) -> tuple[FoundDate | None, FollowUp | None, list[Doubt]]:
    """Tell what is to come from what is past; today without a time is when it happened."""
    doubts: list[Doubt] = []
    coming = [one for one in dates if one.on > today or (one.on == today and (one.until or times))]
    past = next((one for one in dates if one not in coming), None)
    at = times[0] if times else None
    if len(times) > 1:
        doubts.append(Doubt("several_times", times[0].span, tuple(one.at for one in times)))
    doubts += (*(past.doubts if past else ()), *(at.doubts if at else ()))
    if not coming:
        if past or at is None:
            return past, None, doubts
        doubts.append(Doubt("past_or_future", at.span, (today,)))
        return None, FollowUp(today, at.at, until=False, spans=(at.span,)), doubts
    chosen = coming[0]
    doubts = [*chosen.doubts, *doubts]
    if len(coming) > 1:
        doubts.append(Doubt("several_dates", chosen.span, tuple(one.on for one in coming)))
    if chosen.on == today and not chosen.until:
        doubts.append(Doubt("past_or_future", chosen.span, (today,)))
    spans = sorted((chosen.span, *((at.span,) if at else ())), key=lambda span: span.start)
    follow_up = FollowUp(chosen.on, at.at if at else None, chosen.until, tuple(spans))
    return past, follow_up, doubts


@dataclass(slots=True)
class _Said:
    kind: Found | None = None
    direction: Found | None = None
    outcome: Found | None = None
    planned: bool = False
    spans: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    begin, end = r"(?<![\w'-])(?:", r")(?![\w'-])"
    planned, happened = any_of("planned"), any_of("happened")
    return re.compile(rf"{begin}(?P<planned>{planned})|(?P<said>{happened}){end}", re.IGNORECASE)


def _happened(text: str, taken: list[Span], follow_up: FollowUp | None) -> _Said:
    """Read kind, direction and outcome; words behind the date are what is to be done."""
    said = _Said()
    behind = follow_up.spans[-1].end if follow_up else len(text)
    found = [match for match in _phrases().finditer(text) if not _touches(match, taken)]
    before = [match for match in found if match.start() < behind]
    # A kind that only stands behind the date is planned; one before it is what happened.
    for match in before or found[:1]:
        span = Span(*match.span())
        planned = match["planned"] is not None or not before
        new = _codes(match, span, said)
        if not new:
            if (kind := _kind_of(match)) and said.kind and kind != said.kind.code:
                said.doubts += (Doubt("kind", span, (said.kind.code, kind)),)
            continue
        said.planned = said.planned or (planned and said.kind is not None)
        said.spans += (span,)
    return said


def _touches(match: re.Match[str], taken: list[Span]) -> bool:
    return any(Span(*match.span()).overlaps(span) for span in taken)


def _meaning(match: re.Match[str]) -> list[str]:
    table = "planned" if match["planned"] is not None else "happened"
    listed = words()[table]
    said = " ".join(match[0].casefold().split())
    return str(listed.get(said, "")).split()


def _kind_of(match: re.Match[str]) -> str:
    return next((code for code in _meaning(match) if code in KINDS or code == "note"), "")


def _codes(match: re.Match[str], span: Span, said: _Said) -> bool:
    """Take what is new of a phrase; a second kind is not, and takes nothing else with it."""
    codes = _meaning(match)
    kind = _kind_of(match)
    if kind and said.kind and kind != said.kind.code:
        return False
    new = False
    for code in codes:
        if code == kind and said.kind is None:
            said.kind, new = Found(code, span), True
        elif code in ("in", "out") and said.direction is None:
            said.direction, new = Found(code, span), True
        elif code in OUTCOMES and code != kind and said.outcome is None:
            said.outcome, new = Found(code, span), True
    return new
