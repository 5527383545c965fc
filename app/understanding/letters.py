"""A typed line as the rules read it: half width, whole syllables, spaces where words touch."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.quick_dates import Span
from app.understanding.tables import one_of, table

LONGEST = 300  # letters; what lies behind is rest
# The last three are letters that patterns take for i and s, and tables do not.
_ODD = {"～": "~", "〜": "~", "’": "'", "‘": "'", "İ": "I", "ı": "i", "ſ": "s"}
# A dash between two times of a day, which elsewhere joins words or the parts of a date.
_DASH = re.compile(
    r"(?<=\d)[-–—](?=\d{1,2}(?::\d\d)?\s*(?:시|[ap]\.?m))|(?<=:\d\d)[-–—](?=\d{1,2}:\d\d)"
    r"|(?<=[시분반])[-–—](?=\d)|(?<=[ap]m)[-–—](?=\d)", re.IGNORECASE
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letters:
    """The line to read, and where each of its letters stands in the line that was typed."""

    read: str
    places: tuple[int, ...]  # one more than letters

    def typed(self, span: Span) -> Span:
        """Return where a stretch of `read` stands in the typed line."""
        return Span(self.places[span.start], self.places[span.end])


def letters_of(text: str) -> Letters:
    """Return a typed line as it is read; never raises."""
    read: list[str] = []
    places: list[int] = []
    at, end = 0, min(len(text), LONGEST)
    while at < end:
        stop = _cluster_end(text, at, end)
        piece = text[at:stop]
        plain = _ODD.get(piece) or unicodedata.normalize("NFKC", piece)
        if len(plain) != 1:  # nothing one letter long says the same: kept as it is
            stop, plain = at + 1, text[at]
        if not plain.isspace():
            read.append(plain)
            places.append(at)
        elif read[-1:] != [" "]:  # a row of spaces is one
            read.append(" ")
            places.append(at)
        at = stop
    joined = _DASH.sub("~", "".join(read))
    for place in [match.end() for match in _touching().finditer(joined)][::-1]:
        joined = joined[:place] + " " + joined[place:]
        places.insert(place, places[place])
    return Letters(joined, (*places, end))


def _cluster_end(text: str, at: int, end: int) -> int:
    """Return where a letter ends that is typed in several parts."""
    stop = at + 1
    if "\u1100" <= text[at] <= "\u1112":
        while stop < min(end, at + 3) and "\u1161" <= text[stop] <= "\u11c2":
            stop += 1
    while stop < end and unicodedata.combining(text[stop]):
        stop += 1
    return stop


@lru_cache(maxsize=1)
def _touching() -> re.Pattern[str]:
    """Return where two words of time touch: 내일오후3시, 월요일3시, 오후3시전화."""
    halves = "오전|오후|아침|점심|저녁|새벽|정오|자정|밤"
    kinds = one_of(word for listed in table("kinds_ko").values() for word in listed)
    return re.compile(
        rf"(?:오늘|내일|모레|글피|요일|주말|월말|까지|부터)(?=(?:{halves}|\d))"
        rf"|(?<=\d)일(?=(?:{halves}|\d))"
        r"|(?<=\d)시(?=[가-힣])(?!간|반|까지|부터|쯤|경|에|이후|전|뒤|정각|엔)"
        r"|(?<=\d)분(?=[가-힣])(?!간|뒤|후|전|동안|까지|부터|쯤|경|에|이상|있다|마다|짜리)"
        r"|(?<=\d시)반(?=[가-힣])(?!까지|부터|쯤|경|에)"
        r"|(?<=\d월)(?P<n>\s?\d{1,2})일(?=[가-힣])(?!까지|부터|에|날|은|는|간|뒤|후|마다|전|째|과|와)"
        rf"|(?:오늘|내일|모레|글피|요일)(?=(?:{kinds}))"
    )
