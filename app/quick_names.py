"""Words of a typed line that may be somebody's name, and digits that may be a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.quick_dates import Span, words

_WORDS_OF_A_NAME = 4
_WORD = re.compile(r"[^\s,;:!?()\[\]\"“”/~·…]+")
_PHONE = re.compile(
    r"(?<![\w+])\+?\d{1,4}(?:[- ]\d{3,4}){1,2}[- ]?\d{0,4}(?!\w)|(?<![\w+])0\d{8,10}(?!\w)"
)
_LAST_FOUR = re.compile(r"(?<![\w.,₩$:/-])\d{4}(?![\w:/]|[.,-]\d|\s*(?:원|만|천|년|won))")
_HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be somebody's name, or digits of somebody's phone."""

    text: str
    span: Span
    digits: bool = False


def find_phones(text: str) -> Iterator[Candidate]:
    """Yield what is written as a whole phone number."""
    for match in _PHONE.finditer(text):
        if sum(map(str.isdigit, match[0])) >= 7:
            yield Candidate(match[0].strip(), Span(*match.span()), digits=True)


def find_last_four(text: str, taken: list[Span]) -> Iterator[Candidate]:
    """Yield four digits that may end a phone number; with a unit they are something else."""
    for match in _LAST_FOUR.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            yield Candidate(match[0], span, digits=True)


def find_names(text: str, taken: list[Span]) -> Iterator[Candidate]:
    """Yield what may be a name: runs of words that nothing stands between, the longest first."""
    runs = list(_runs(text, taken))
    seen: set[str] = set()
    for length in range(_WORDS_OF_A_NAME, 0, -1):
        for run in runs:
            for start in range(len(run) - length + 1):
                for candidate in _called(text, run[start : start + length]):
                    if candidate.text not in seen:
                        seen.add(candidate.text)
                        yield candidate


def _runs(text: str, taken: list[Span]) -> Iterator[list[Span]]:
    no_names = words()["not_names"]
    run: list[Span] = []
    for match in _WORD.finditer(text):
        span = Span(*match.span())
        broken = run and text[run[-1].end : span.start].strip()
        gone = any(span.overlaps(other) for other in taken)
        gone = gone or match[0].casefold() in no_names
        between = run and any(run[-1].end <= other.start <= span.start for other in taken)
        if run and (broken or gone or between):
            yield run
            run = []
        if not gone:
            run.append(span)
    if run:
        yield run


def _called(text: str, run: list[Span]) -> Iterator[Candidate]:
    listed = words()
    plain = [text[span.start : span.end].strip(".'’-") for span in run]
    small = [word.casefold() for word in plain]
    if not all(plain) or all(word in listed["honorifics"] for word in small):
        return
    span = Span(run[0].start, run[-1].end)
    if len(run) > 1 and small[0] in listed["honorifics"]:
        plain = plain[1:]
    whole = " ".join(plain)
    if not any(letter.isalpha() for letter in whole):
        return
    for name in _bare(whole):
        yield Candidate(name, span)


def _bare(name: str) -> Iterator[str]:
    """Yield a name as written and without particle and title: 김민수님이, 김민수님, 김민수."""
    yield name
    if not _HANGUL.search(name):
        if (bare := re.sub(r"['’]s$", "", name)) != name:
            yield bare
        return
    listed = words()
    for table in ("particles", "honorifics"):
        ending = next(
            (e for e in sorted(listed[table], key=len, reverse=True)
             if name.endswith(e) and len(name.removesuffix(e).strip()) >= 2), ""
        )  # fmt: skip
        if ending:
            name = name.removesuffix(ending).strip()
            yield name
