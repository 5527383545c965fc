"""Finding contacts by whatever is typed.

Words are routed by their length, because MATCH on the trigram table knows none below three
characters. Never LIKE on an FTS table: SQLite 3.40 answers nothing for two Hangul.
"""

import json
from bisect import bisect_right
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from sqlalchemy import Connection

from db.alive import ALIVE
from db.bare import driver, read
from db.search_places import WHY, finder
from db.search_text import line
from db.search_words import Word, name_range, words_of

_BATCH = 1000  # candidates read at a time where there is no limit
_WINDOW = 5000  # ids of the second table compared at a time
_GIVEN = "(SELECT value FROM json_each(?))"
_READ = "SELECT id, names, {} FROM contact_search WHERE id IN " + _GIVEN
_BY_NAME = (
    f"SELECT id, name FROM contact WHERE name >= ? AND name < ? AND {ALIVE}"
    " ORDER BY name, id LIMIT ?"
)
_BY_NUMBER = f"SELECT id FROM contact WHERE number IN (?, ?) AND {ALIVE}"


@dataclass(frozen=True, slots=True)
class Found:
    """Contacts found, best first.

    `why` says where: 'name', 'initials', 'phone', 'email', 'tag', 'note', 'company' or
    'number'. `more` is true where there are more than were asked for; `count` tells how many.
    """

    ids: list[int]
    why: dict[int, str]
    more: bool


class _Question(NamedTuple):
    """What one FTS table is asked; `exact` if the answer needs no second look."""

    table: str
    expression: str
    exact: bool = False

    def ask(self, what: str) -> tuple[str, tuple[str]]:
        return f"SELECT {what} FROM {self.table} WHERE {self.table} MATCH ?", (self.expression,)


def find(connection: Connection, text: str, limit: int = 1000) -> Found:
    """Return the contacts that have every word of `text` somewhere, at most `limit`.

    Where there are more, names that begin with the text are taken first, then other names,
    tags and the rest; what is taken is ranked.
    """
    places, names = _search(connection, text, limit)
    shelves: list[list[int]] = [[] for _why in WHY]
    for contact_id in sorted(places):
        shelves[places[contact_id]].append(contact_id)
    ids: list[int] = []
    why: dict[int, str] = {}
    for shelf, reason in zip(shelves, WHY, strict=True):
        shelf.sort(key=names.__getitem__)
        taken = shelf[: limit - len(ids)]
        ids += taken
        why |= dict.fromkeys(taken, reason)
    return Found(ids, why, len(places) > limit)


def count(connection: Connection, text: str) -> int:
    """Return how many contacts `find` would find without a limit."""
    words = words_of(text)
    if not words:
        return 0
    question = _anywhere(words)[0]
    if question.exact:
        found: int = connection.exec_driver_sql(*question.ask("count(*)")).scalar_one()
        if found or not words[-1].others:
            return found
    return len(_search(connection, text, None)[0])


def _search(
    connection: Connection, text: str, limit: int | None
) -> tuple[dict[int, int], dict[int, str]]:
    """Return places and names by contact: one more than the limit, all if it is None."""
    search = _Search(connection, limit)
    words = words_of(text)
    if words:
        search.run(words)
        if not search.places:
            for other in words[-1].others:
                search.run([*words[:-1], other])
    return search.places, search.names


class _Search:
    """Collects hits until there is one more than the limit.

    It reads by the driver's own cursors, because SQLAlchemy's rows take as long as the query,
    and keeps plain values, because a thousand tuples at each key wake the garbage collector.
    """

    def __init__(self, connection: Connection, limit: int | None) -> None:
        self.places: dict[int, int] = {}
        self.names: dict[int, str] = {}
        self._connection = connection
        self._driver = driver(connection)
        self._limit = limit
        self._sieve: list[str] = []  # what names or tags must look like to be read at all

    def run(self, words: list[Word]) -> None:
        """Collect the contacts that have all these words."""
        self._sieve = []
        self._find = finder(words)
        named = self._named(words)
        if self._is_filled_by_the_best(words, named):
            return
        first, *second = _anywhere(words)
        size = _BATCH if self._limit is None else self._limit + 1
        with ExitStack() as streams:
            rising = streams.enter_context(closing(self._ids(first, size)))
            begin = next(rising, [])
            candidates: Iterator[list[int]] = chain([begin], rising)
            if len(begin) == size:
                if self._limit is not None:
                    self._take_best(words, named, self._limit + 1)
                for question in second:
                    more = streams.enter_context(closing(self._ids(question, _WINDOW)))
                    window = next(more, [])
                    # Where it is much the longer list, a look at the rows is sooner done.
                    if len(window) < _WINDOW or window[-1] >= begin[-1]:
                        candidates = _common(candidates, chain([window], more))
                    else:
                        self._sieve = [w.glob for w in words if w.in_names_or_tags]
            for batch in candidates:
                if self._is_full:
                    return
                self._take(batch, _reading(words))

    @property
    def _is_full(self) -> bool:
        return self._limit is not None and len(self.places) > self._limit

    def _named(self, words: list[Word]) -> list[tuple[int, str]]:
        """Return (id, name) of the first whose name begins with what was typed, by name."""
        bounds = name_range(words)
        if bounds is None or self._limit is None:
            return []
        return read(self._connection, _BY_NAME, (*bounds, self._limit + 1))

    def _is_filled_by_the_best(self, words: list[Word], named: list[tuple[int, str]]) -> bool:
        """Collect names that begin with what was typed, if they alone are more than the limit.

        It does no more than what `_take_best` begins with, without asking what else there is.
        """
        if self._limit is None or self.places:
            return False
        if len(named) > self._limit:
            self._take_named(named)
        elif len(words) == 1 and words[0].is_known_by_start:
            question = _Question("contact_gram", words[0].start_in_grams())
            with closing(self._ids(question, self._limit + 1)) as batches:
                begin = next(batches, [])
            if len(begin) > self._limit:
                self._take_numbered(words)
                self._take(begin, _reading(words))
        if not self._is_full:
            self.places.clear()
            self.names.clear()
        return self._is_full

    def _take_best(self, words: list[Word], named: list[tuple[int, str]], enough: int) -> None:
        """Collect from where the best hits are."""
        self._take_named(named)
        self._take_numbered(words)
        reading = _reading(words, notes=False)
        for expression in _best(words):
            question = _Question("contact_gram", expression)
            with closing(self._ids(question, enough)) as batches:
                for batch in batches:
                    if self._is_full:
                        return
                    self._take(batch, reading)

    def _take_named(self, named: list[tuple[int, str]]) -> None:
        find, places, known = self._find, self.places, self.names
        for contact_id, name in named:
            text = line(name)
            place = find(text, "", "", "", "")
            if place is not None:
                places[contact_id] = place
                known[contact_id] = text

    def _take_numbered(self, words: list[Word]) -> None:
        if len(words) == 1:
            typed = words[0].text
            rows = read(self._connection, _BY_NUMBER, (typed, typed.upper()))
            self._take([row[0] for row in rows], _reading(words))

    def _ids(self, question: _Question, size: int) -> Generator[list[int], None, None]:
        """Yield candidates, so many at a time, by rising id."""
        cursor = self._driver.cursor()
        cursor.execute(*question.ask("rowid"))
        try:
            while rows := cursor.fetchmany(size):
                yield list(chain.from_iterable(rows))
        finally:
            cursor.close()

    def _take(self, ids: list[int], reading: str) -> None:
        """Add those of the candidates that have the words, as many as are missing."""
        new = [i for i in ids if i not in self.places] if self.places else ids
        query = reading + " AND (names GLOB ? OR tags GLOB ?)" * len(self._sieve)
        sieve = [glob for glob in self._sieve for _column in ("names", "tags")]
        find, places, known = self._find, self.places, self.names
        cursor = self._driver.cursor()
        start = 0
        while start < len(new) and not self._is_full:
            missing = len(new) if self._limit is None else self._limit + 1 - len(self.places)
            end = start + missing + missing // 4 + 20  # some of them will not do
            cursor.execute(query, (json.dumps(new[start:end]), *sieve))
            for contact_id, names, phones, emails, tags, notes in iter(cursor.fetchone, None):
                place = find(names, phones, emails, tags, notes)
                if place is not None:
                    places[contact_id] = place
                    known[contact_id] = names
            start = end
        cursor.close()


def _reading(words: list[Word], *, notes: bool = True) -> str:
    """Return the query for what these words are looked for in; each column costs at each row."""
    searched = {
        "phones": any(word.digits for word in words),
        "emails": any(word.in_emails for word in words),
        "tags": any(word.in_tags for word in words),
        "notes": notes and any(word.in_notes for word in words),
    }
    return _READ.format(", ".join(c if needed else "''" for c, needed in searched.items()))


def _anywhere(words: list[Word]) -> list[_Question]:
    """Return what together covers every contact that has these words; one table if possible."""
    exact = all(word.is_exact for word in words)
    if all(word.for_trigrams for word in words):
        return [_trigrams(words, exact=exact)]
    if all(word.for_grams for word in words):
        return [_grams(words, exact=exact and not any(word.for_trigrams for word in words))]
    return [
        _trigrams([word for word in words if word.for_trigrams]),
        _grams([word for word in words if not word.for_trigrams]),
    ]


def _trigrams(words: list[Word], *, exact: bool = False) -> _Question:
    asked = " AND ".join(word.anywhere_in_trigrams() for word in words)
    return _Question("contact_trigram", asked, exact)


def _grams(words: list[Word], *, exact: bool = False) -> _Question:
    asked = " AND ".join(word.anywhere_in_grams() for word in words)
    return _Question("contact_gram", asked, exact)


def _common(first: Iterable[list[int]], second: Iterator[list[int]]) -> Iterator[list[int]]:
    """Yield the batches of the first rising stream, without the ids the second one lacks."""
    others: list[int] = []
    for batch in first:
        while not others or others[-1] < batch[-1]:
            more = next(second, None)
            if more is None:
                break
            others += more
        yield sorted(set(batch).intersection(others))
        del others[: bisect_right(others, batch[-1])]


def _best(words: list[Word]) -> Iterator[str]:
    """Yield what `contact_gram` is asked for the best hits, best first."""
    starts = [word.start_in_grams() for word in words]
    if any(starts):
        asked = [
            start or (word.anywhere_in_grams() if word.for_grams else "")
            for start, word in zip(starts, words, strict=True)
        ]
        yield " AND ".join(filter(None, asked))
    names = [word.names_in_grams() for word in words]
    yield " AND ".join(names)
    tags = [word.tags_in_grams() for word in words]
    if any(tags) and (len(words) == 1 or not all(word.for_grams for word in words)):
        either = zip(names, tags, strict=True)
        yield " AND ".join(f"({' OR '.join(filter(None, ways))})" for ways in either)
