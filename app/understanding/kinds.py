"""What is to be done, and how urgent it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.quick_dates import Span, tidy
from app.understanding.tables import one_of, table

WITH_PEOPLE = ("call", "visit", "message", "meeting")


@dataclass(frozen=True, slots=True)
class FoundKind:
    """A kind and the words that say so; `korean` words stand behind what they are about."""

    code: str
    span: Span
    korean: bool


@lru_cache(maxsize=1)
def _korean() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {
        " ".join(word.split()): code
        for code, listed in table("kinds_ko").items() for word in listed
    }  # fmt: skip
    endings = one_of(table("endings"))
    # A word of its own, or behind at least two syllables of another: 재고확인, 거래처미팅.
    begin = r"(?:(?<![가-힣\w])|(?<=[가-힣]{2}))"
    return re.compile(
        rf"{begin}(?P<kind>{one_of(codes)})(?:\s*(?:{endings}))?(?P<tail>을|를|은|는|로|도)?"
        r"(?![가-힣A-Za-z0-9])"
    ), codes


@lru_cache(maxsize=1)
def _english() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {word: code for code, listed in table("kinds_en").items() for word in listed}
    return re.compile(
        rf"(?<![\w'-])(?P<kind>{one_of(codes)})(?![\w'])(?!-\w)", re.IGNORECASE
    ), codes


def find_kinds(text: str, taken: list[Span]) -> list[FoundKind]:
    """Return every word of the line that says a kind, in its order."""
    found = []
    for korean, (pattern, codes) in ((True, _korean()), (False, _english())):
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if korean and match["tail"]:
                span = Span(span.start, match.start("tail"))
            if not any(span.overlaps(other) for other in taken):
                found.append(FoundKind(codes[tidy(match["kind"])], span, korean))
    return sorted(found, key=lambda one: one.span.start)


def choose_kind(text: str, found: list[FoundKind], people: list[Span]) -> FoundKind | None:
    """Return the kind that is meant: somebody's call, else the last Korean, first English one."""
    for one in found:
        if one.code not in WITH_PEOPLE:
            continue
        for who in people:
            first, second = (who, one.span) if one.korean else (one.span, who)
            if (
                first.end <= second.start
                and len(text[first.end : second.start].split()) <= 1
                and not (text[first.end : second.start].strip(" 에게한테께님씨과와랑이하고"))
            ):
                return one
    korean = [one for one in found if one.korean]
    return korean[-1] if korean else found[0] if found else None


@lru_cache(maxsize=1)
def _priority() -> re.Pattern[str]:
    listed = one_of(table("priorities"))
    return re.compile(
        rf"(?<![\w-])(?P<word>{listed})(?:\s*!+)?(?![\w-])"
        r"|(?<!\S)(?P<before>!{1,3})(?=\s|$|[가-힣A-Za-z])|(?P<behind>!{1,3})(?=\s*$)",
        re.IGNORECASE,
    )  # fmt: skip


def find_priority(text: str, taken: list[Span]) -> tuple[int, list[Span]]:
    """Return how urgent it is (-1 low to 2 urgent), and all words and marks that say so."""
    found: list[tuple[int, Span]] = []
    for match in _priority().finditer(text):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in taken):
            continue
        marks = match["before"] or match["behind"]
        level = min(len(marks), 2) if marks else int(table("priorities")[tidy(match["word"])])
        found.append((level, span))
    levels = [level for level, _ in found]
    level = max(levels, default=0) if max(levels, default=0) > 0 else min(levels, default=0)
    return level, [span for _, span in found]
