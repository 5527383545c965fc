"""Finding contacts by whatever is typed.

Words are routed by their length, because MATCH on the trigram table knows none below three
characters. Never LIKE on an FTS table: SQLite 3.40 answers nothing for two Hangul.
"""

from bisect import bisect_right
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from db.alive import ALIVE
from db.bare import driver, read
from db.search_places import WHY, finder
from db.search_questions import Question, anywhere, best
from db.search_text import line
from db.search_words import Word, name_range, words_of

_BATCH = 1000  # candidates read at a time where there is no limit
_WINDOW = 2000  # ids of the second table compared at a time
_NAMES_ALONE = "id, names"
# How many rows are read at a time. Each size is a statement of its own, which the driver keeps:
# so many values are sooner given one by one than as JSON, and the last one may come again.
_SIZES = (40, 320, 1280)
_GIVEN = {size: f"({', '.join('?' * size)})" for size in _SIZES}
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
    question = anywhere(words)[0]
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
        first, *second = anywhere(words)
        size = _BATCH if self._limit is None else self._limit + 1
        with ExitStack() as streams:
            rising = streams.enter_context(closing(self._ids(first, size)))
            begin = next(rising, [])
            candidates: Iterator[list[int]] = chain([begin], rising)
            if len(begin) == size:
                if self._limit is not None:
                    self._take_best(words, named, self._limit + 1)
                    if self._is_full:
                        return
                for question in second:
                    more = streams.enter_context(closing(self._ids(question, _WINDOW)))
                    window = next(more, [])
                    # Where it is much the longer list, a look at the rows is sooner done.
                    if len(window) < _WINDOW or window[-1] >= begin[-1]:
                        candidates = _common(candidates, chain([window], more))
                    else:
                        self._sieve = [w.glob for w in words if w.in_names_or_tags]
            for batch in candidates:
                self._take(batch, _reading(words))
                if self._is_full:  # before more of them are looked up
                    return

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
            question = Question("contact_gram", words[0].start_in_grams())
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
        for expression in best(words):
            question = Question("contact_gram", expression)
            if self.places:
                with closing(self._ids(question, enough)) as batches:
                    for batch in batches:
                        self._take(batch, reading)
                        if self._is_full:
                            break
            else:  # and so none of them is there already: texts are read along with the ids
                self._take_all(question, reading, enough)
            if self._is_full:
                return

    def _take_named(self, named: list[tuple[int, str]]) -> None:
        self._place_names((contact_id, line(name)) for contact_id, name in named)

    def _take_numbered(self, words: list[Word]) -> None:
        if len(words) == 1:
            typed = words[0].text
            rows = read(self._connection, _BY_NUMBER, (typed, typed.upper()))
            self._take([row[0] for row in rows], _reading(words))

    def _ids(self, question: Question, size: int) -> Generator[list[int], None, None]:
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
        sieved = " AND (names GLOB ? OR tags GLOB ?)" * len(self._sieve)
        sieve = [glob for glob in self._sieve for _column in ("names", "tags")]
        cursor = self._driver.cursor()
        start = 0
        while start < len(new) and not self._is_full:
            missing = len(new) if self._limit is None else self._limit + 1 - len(self.places)
            given = new[start : start + min(_with_spare(missing), _SIZES[-1])]
            size = next(size for size in _SIZES if len(given) <= size)
            start += len(given)
            given += given[-1:] * (size - len(given))
            query = f"SELECT {reading} FROM contact_search WHERE id IN {_GIVEN[size]}{sieved}"
            cursor.execute(query, (*given, *sieve))
            self._place(iter(cursor.fetchone, None), reading)
        cursor.close()

    def _take_all(self, question: Question, reading: str, enough: int) -> None:
        """Add those that have the words, as many as are enough, of what an index answers."""
        cursor = self._driver.cursor()
        cursor.execute(*question.ask_texts(reading))
        rows = iter(cursor.fetchone, None)
        size = enough
        for row in rows:
            self._place(chain([row], islice(rows, size - 1)), reading)
            if self._is_full:
                break
            size = _with_spare(enough - len(self.places))
        cursor.close()

    def _place(self, rows: Iterable[Sequence[Any]], reading: str) -> None:
        if reading == _NAMES_ALONE:
            self._place_names(rows)
            return
        find, places, known = self._find, self.places, self.names
        for contact_id, names, phones, emails, tags, notes in rows:
            place = find(names, phones, emails, tags, notes)
            if place is not None:
                places[contact_id] = place
                known[contact_id] = names

    def _place_names(self, rows: Iterable[Sequence[Any]]) -> None:
        find, places, known = self._find, self.places, self.names
        for contact_id, names in rows:
            place = find(names, "", "", "", "")
            if place is not None:
                places[contact_id] = place
                known[contact_id] = names


def _with_spare(missing: int) -> int:
    """Return how many candidates to look at for what is missing: some of them will not do."""
    return missing + missing // 4 + 20


def _reading(words: list[Word], *, notes: bool = True) -> str:
    """Return the columns that these words are looked for in; each one costs at each row."""
    searched = {
        "phones": any(word.digits for word in words),
        "emails": any(word.in_emails for word in words),
        "tags": any(word.in_tags for word in words),
        "notes": notes and any(word.in_notes for word in words),
    }
    if not any(searched.values()):
        return _NAMES_ALONE
    texts = [column if needed else "''" for column, needed in searched.items()]
    return ", ".join([_NAMES_ALONE, *texts])


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
