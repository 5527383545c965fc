"""Cutting a line: what was understood, the small words between, what is left, and a title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.quick_dates import Span
from app.shapes.understood import Piece
from app.understanding.letters import Letters
from app.understanding.people import TITLES
from app.understanding.tables import one_of, table

_MARKS = re.compile(r"[,.;:·~\-–—()/@]+")
_ABOUT_TIME = ("date", "duration", "repeat", "priority")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of the line as it is read, what it is, and to what a joining word belongs."""

    span: Span
    what: str
    of: str


@lru_cache(maxsize=1)
def _joins() -> tuple[re.Pattern[str], re.Pattern[str]]:
    korean = one_of(word for word in table("joins") if not word.isascii())
    english = one_of(word for word in table("joins") if word.isascii())
    return (
        re.compile(rf"'s(?!\w)|(?:\s?(?:{one_of(TITLES)}))?(?:{korean})*(?![가-힣A-Za-z0-9])"),
        re.compile(rf"(?:(?<![\w'-])(?:{english})\s+)+$", re.IGNORECASE),
    )


def cut(
    text: str, letters: Letters, found: list[tuple[Span, str]]
) -> tuple[tuple[Piece, ...], str, str]:
    """Return the pieces of a typed line, what is left of it, and what a task is called by it."""
    cuts: list[_Cut] = []
    place = 0
    for span, what in sorted(found, key=lambda one: one[0].start):
        cuts += _between(letters.read, place, span, cuts, what)
        cuts.append(_Cut(span, what, what))
        place = span.end
    if cuts:
        cuts += _behind(letters.read, place, len(letters.read), cuts[-1].of)
    pieces = _merged(text, letters, cuts)
    return pieces, _left(text, pieces, ()), _title(text, letters, cuts, pieces)


def _between(read: str, place: int, span: Span, before: list[_Cut], what: str) -> list[_Cut]:
    cuts = _behind(read, place, span.start, before[-1].of) if before else []
    start = cuts[-1].span.end if cuts else place
    if match := _joins()[1].search(read, start, span.start):
        end = match.start() + len(match[0].rstrip())
        cuts.append(_Cut(Span(match.start(), end), "join", what))
    return cuts


def _behind(read: str, place: int, end: int, of: str) -> list[_Cut]:
    """Return the particle that touches a piece, and the marks behind it."""
    cuts = []
    if (match := _joins()[0].match(read, place, end)) and match.end() > place:
        cuts.append(_Cut(Span(place, match.end()), "join", of))
        place = match.end()
    while place < end and read[place].isspace():
        place += 1
    if match := _MARKS.match(read, place, end):
        cuts.append(_Cut(Span(place, match.end()), "join", of))
    return cuts


def _merged(text: str, letters: Letters, cuts: list[_Cut]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for one in cuts:
        span = letters.typed(one.span)
        if span.start >= span.end:
            continue
        last = pieces[-1] if pieces else None
        if last and last.what == one.what and not text[last.end : span.start].strip():
            pieces[-1] = Piece(last.start, span.end, last.what)
        else:
            pieces.append(Piece(span.start, span.end, one.what))
    return tuple(pieces)


def _left(text: str, pieces: tuple[Piece, ...], kept: tuple[str, ...]) -> str:
    parts, place = [], 0
    for piece in pieces:
        if piece.what not in kept:
            parts.append(text[place : piece.start])
            place = piece.end
    parts.append(text[place:])
    return " ".join(" ".join(parts).split())


def _title(text: str, letters: Letters, cuts: list[_Cut], pieces: tuple[Piece, ...]) -> str:
    """Return the line without its times, and without names where something else is left."""
    alone = any(letter.isalnum() for letter in _left(text, pieces, ()))
    gone = {*_ABOUT_TIME, "person"} if alone else {*_ABOUT_TIME}
    gone.add("join")  # what stands in front of it all: remind me to
    spans = [letters.typed(one.span) for one in cuts if one.of in gone]
    dropped = tuple(Piece(span.start, span.end, "") for span in spans)
    return _left(text, dropped, ()).strip(" ,;:.-~·")
