"""Who a line is about: of the book where the caller has one, else words that look like a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.quick_dates import Span, words
from app.quick_names import find_names
from app.shapes.understood import Book, KnownPerson
from app.understanding.kinds import WITH_PEOPLE, FoundKind
from app.understanding.tables import one_of, table

MOST, OFFERED = 5, 8
TITLES = (
    "님", "씨", "사장님", "대표님", "선생님", "고객님", "회원님", "실장님", "원장님", "이사님",
    "과장님", "팀장님", "부장님", "어머님", "아버님", "사모님", "기사님",
)  # fmt: skip
_TO_SOMEBODY = ("께서", "께", "에게", "한테")


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody, the words that name them, and all who may be meant, the likeliest first."""

    span: Span
    who: tuple[KnownPerson, ...]


class KnownPeople:
    """A list of names to look in: whole names first, then given names and parts of names."""

    def __init__(self, people: Iterable[KnownPerson | str]) -> None:
        """Sort the names once."""
        self._whole: dict[str, list[KnownPerson]] = defaultdict(list)
        self._part: dict[str, list[KnownPerson]] = defaultdict(list)
        for one in people:
            person = KnownPerson(one) if isinstance(one, str) else one
            name = " ".join(person.name.casefold().split())
            self._whole[name.replace(" ", "")].append(person)
            for part in _parts_of_name(name):
                self._part[part].append(person)

    def like(self, words: str) -> tuple[KnownPerson, ...]:
        """Return who is called so, wholly or in part."""
        small = " ".join(words.casefold().split())
        whole = self._whole.get(small.replace(" ", ""))
        return tuple((whole or self._part.get(small, []))[:OFFERED])


def _parts_of_name(name: str) -> Iterator[str]:
    words = name.split()
    if len(words) > 1:
        yield from (word for word in words if len(word) > 1)
    elif re.fullmatch("[가-힣]{3,4}", name):
        given = name[2:] if name[:2] in table("families") else name[1:]
        if len(given) > 1:
            yield given


def find_people(
    text: str, taken: list[Span], kinds: list[FoundKind], book: Book | None
) -> list[FoundPerson]:
    """Return everybody a line names, in its order."""
    busy = [*taken, *(kind.span for kind in kinds)]
    found = list(_in_the_book(text, busy, book)) if book is not None else []
    for name, span in [*_korean(text), *_english(text, busy, kinds)]:
        if not any(span.overlaps(o) for o in [*busy, *(one.span for one in found)]):
            found.append(FoundPerson(span, (KnownPerson(name),)))
    found.sort(key=lambda one: one.span.start)
    named: dict[KnownPerson, FoundPerson] = {}
    for one in found:
        named.setdefault(one.who[0], one)
    return list(named.values())[:MOST]


def _in_the_book(text: str, busy: list[Span], book: Book) -> Iterator[FoundPerson]:
    gone = list(busy)
    for candidate in find_names(text, busy):
        if len(candidate.text) < 2 or any(candidate.span.overlaps(other) for other in gone):
            continue
        if who := book.like(candidate.text):
            span = candidate.span
            at = text.find(candidate.text, span.start, span.end)
            if at >= 0:
                span = Span(at, at + len(candidate.text))
            gone.append(span)
            yield FoundPerson(span, who)


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    titles, family = one_of(TITLES), table("family")
    return re.compile(
        rf"(?<![가-힣])(?:(?P<short>[{family}]\s?(?!님|씨)(?:{titles}))"
        rf"(?:{one_of(_TO_SOMEBODY)}|이랑|과|이|은|을)?|(?P<name>[가-힣]{{2,4}}?)"
        rf"(?:\s?(?:{titles})(?:{one_of(_TO_SOMEBODY)}|이랑|과|와|이|가|은|는|을|를)?"
        rf"|(?:{one_of(_TO_SOMEBODY)})))(?![가-힣])"
    )


def _korean(text: str) -> Iterator[tuple[str, Span]]:
    strange = table("no_people")
    for match in _title().finditer(text):
        name = match["short"] or match["name"]
        if name not in strange:
            yield name, Span(match.start(), match.start() + len(name))
    for match in re.finditer("[가-힣]+", text):
        for end in range(min(4, len(match[0])), 1, -1):
            name, tail = match[0][:end], match[0][end:]
            if name not in strange and _looks_like_one(name) and _may_follow(tail):
                yield name, Span(match.start(), match.start() + end)
                break


def _looks_like_one(name: str) -> bool:
    family = name[:2] if name[:2] in table("families") and len(name) == 4 else name[:1]
    given = name[len(family) :]
    return (
        len(given) == 2
        and (len(family) == 2 or family in table("family"))
        and given[0] in table("given_first")
        and given[1] in table("given_last")
    )


@lru_cache(maxsize=256)
def _may_follow(tail: str) -> bool:
    particles = (*_TO_SOMEBODY, "이랑", "랑", "하고", "과", "와", "이", "가", "은", "는", "을",
                 "를", "의", "도", "네")  # fmt: skip
    kinds = table("kinds_ko")
    glued = [word for code in WITH_PEOPLE for word in kinds[code]]
    return not tail or tail in particles or any(tail.startswith(word) for word in glued)


_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'.-]*")
_BEFORE_NAME = ("with", "for", "to", "from", "and", "mr", "mrs", "ms", "dr", "w/")


def _english(text: str, busy: list[Span], kinds: list[FoundKind]) -> Iterator[tuple[str, Span]]:
    """Yield what is written like a name where somebody may stand."""
    verbs = {kind.span.end for kind in kinds if kind.code in WITH_PEOPLE and not kind.korean}
    starts = {kind.span.start for kind in kinds}
    strange = {*table("no_names_en"), *words()["months"], *words()["weekdays"]}
    tokens = [
        match for match in _WORD.finditer(text)
        if not any(Span(*match.span()).overlaps(other) for other in busy)
    ]  # fmt: skip
    place = 0
    while place < len(tokens):
        match = tokens[place]
        place += 1
        word = match[0].rstrip(".'-")
        plain = re.sub(r"'s$", "", word)
        if plain.casefold() in strange or len(plain) < 2 or plain.casefold() in _BEFORE_NAME:
            continue
        capital = plain[0].isupper() and not plain.isupper()
        if not _stands_for_one(text, match, plain, verbs, starts, capital=capital):
            continue
        end = match.start() + len(plain)
        while capital and place < len(tokens) and text[end : tokens[place].start()] == " ":
            following = tokens[place][0].rstrip(".'-")
            last = re.sub(r"'s$", "", following)
            if not last[:1].isupper() or last.isupper() or last.casefold() in strange:
                break
            end, place = tokens[place].start() + len(last), place + 1
        yield text[match.start() : end], Span(match.start(), end)


def _stands_for_one(
    text: str, match: re.Match[str], plain: str, verbs: set[int], starts: set[int], *, capital: bool
) -> bool:
    before = text[: match.start()]
    behind_verb = any(
        not text[end : match.start()].strip() for end in verbs if end <= match.start()
    )
    if not capital:
        return behind_verb and plain.isascii() and len(plain) > 2
    end = match.start() + len(plain)
    if behind_verb or text.startswith("'s", end):
        return True
    last = before.split()[-1:]
    if last and last[0].strip(".,").casefold() in _BEFORE_NAME:
        return True
    following = len(text) - len(text[end:].lstrip())
    if following in starts or re.search("[가-힣]", text):
        return True
    return bool(re.match("[가-힣]", text[end : end + 1]))
