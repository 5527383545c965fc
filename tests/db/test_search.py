"""What is typed finds whom it should, in the right order, and the index stays true."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from db import search_index
from db.database import Database
from db.hangul import initials
from db.keys import clean
from db.points import point_key
from db.search import count, find
from db.search_index import bulk, fill, mismatches, rebuild, refresh, suspend
from db.search_text import digits_of, document, fold
from db.search_words import Word, words_of

CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


@dataclass(frozen=True)
class Person:
    """A contact as a test writes it down."""

    name: str
    reading: str | None = None
    nickname: str | None = None
    company: str | None = None
    number: str | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@pytest.fixture
def shop_file(shop: Path) -> Iterator[Database]:
    database = Database(shop)
    yield database
    database.close()


@pytest.fixture
def connection(shop_file: Database) -> Iterator[Connection]:
    with shop_file.connection(writes=True) as connection:
        yield connection


def write(connection: Connection, people: list[Person], first: int = 1) -> None:
    """Put people into an empty book, the first with id 1, and index them."""
    run = connection.exec_driver_sql
    row = 100 * first
    for own, person in enumerate(people, first):
        run(
            "INSERT INTO contact (id, name, reading, nickname, company, number)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (own, person.name, person.reading, person.nickname, person.company, person.number),
        )
        for kind, values in (("phone", person.phones), ("email", person.emails)):
            for value in values:
                row += 1
                run(
                    "INSERT INTO contact_point (id, contact_id, kind, value, key)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (row, own, kind, value, point_key(kind, None, value)),
                )
        for tag in person.tags:
            row += 1
            run("INSERT INTO tag (id, name) VALUES (?, ?)", (row, tag))
            run(
                "INSERT INTO contact_tag (id, contact_id, tag_id) VALUES (?, ?, ?)", (row, own, row)
            )
        for note in person.notes:
            row += 1
            run("INSERT INTO note (id, contact_id, body) VALUES (?, ?, ?)", (row, own, note))
    refresh(connection, range(first, first + len(people)))


def found(connection: Connection, text: str) -> list[str]:
    """The names of those found, best first."""
    names = dict(connection.exec_driver_sql("SELECT id, name FROM contact").fetchall())
    return [names[i] for i in find(connection, text).ids]


def prove(connection: Connection) -> None:
    """The index is what the contacts say, and SQLite agrees."""
    assert mismatches(connection) == []
    for table in search_index.FTS_TABLES:
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"
        )


# The oracle: the same promise, kept letter by letter without any index


def stands_for(typed: str, letter: str, *, grows: bool) -> bool:
    parts = unicodedata.normalize("NFD", letter)
    if typed in CONSONANTS:
        is_syllable = "가" <= letter <= "힣"
        return letter == typed or (
            is_syllable and ord(parts[0]) - 0x1100 == CONSONANTS.index(typed)
        )
    if grows and "가" <= typed <= "힣" and "가" <= letter <= "힣":
        beginning = unicodedata.normalize("NFD", typed)
        return parts[: len(beginning)] == beginning if len(beginning) == 2 else typed == letter
    return typed == letter


def inside(word: Word, text: str, *, at_start: bool = False) -> bool:
    size = len(word.text)
    for start in range(1 if at_start else len(text) - size + 1):
        piece = text[start : start + size]
        if len(piece) == size and all(
            stands_for(typed, letter, grows=word.half and i == size - 1)
            for i, (typed, letter) in enumerate(zip(word.text, piece, strict=True))
        ):
            return True
    return False


def spellings(name: str | None) -> list[str]:
    spaced = " ".join(fold(name or "").split())
    return [spaced, spaced.replace(" ", "")] if any("가" <= c <= "힣" for c in spaced) else [spaced]


def has(person: Person, word: Word) -> bool:
    names = (person.name, person.reading, person.nickname, person.company)
    if any(inside(word, spelling) for name in names for spelling in spellings(name)):
        return True
    if any(c in CONSONANTS for c in word.text):
        return False
    number, short = spellings(person.number)[0], len(word.text) < 3
    own_script = all("가" <= c <= "힣" or "ㄱ" <= c <= "ㅣ" or "一" <= c <= "鿿" for c in word.text)
    phones = [digits_of(phone) for phone in person.phones]
    return (
        number.startswith(word.text)
        or (not short and not own_script and inside(word, number))
        or any(
            phone.startswith(d) or phone[-4:].startswith(d) if short else d in phone
            for d in word.digits
            for phone in phones
        )
        or (not short and not own_script and any(inside(word, fold(e)) for e in person.emails))
        or any(inside(word, " ".join(fold(tag).split())) for tag in person.tags)
        or ((not short or (own_script and len(word.text) == 2)) and in_notes(person, word))
    )


def in_notes(person: Person, word: Word) -> bool:
    return any(inside(word, fold(note)) for note in person.notes)


def expected(people: list[Person], text: str) -> set[int]:
    words = words_of(text)
    if not words:
        return set()
    for last in ((words[-1],), words[-1].others):
        ids = {
            own
            for own, person in enumerate(people, 1)
            if any(all(has(person, w) for w in (*words[:-1], end)) for end in last)
        }
        if ids:
            return ids
    return set()


MANY = 40  # books per kind of query
LETTERS = "가간김긴기철처ㄱㅊㄳab.@-1 "
names = st.text(LETTERS, min_size=1, max_size=6).map(clean).filter(bool)
digits = st.text("01258", min_size=3, max_size=8)
phones = st.one_of(
    digits.map(lambda d: "010" + (d + "12345678")[:8]),
    st.builds("02-{}-{}".format, st.from_regex("[1-3]{3}", fullmatch=True), st.just("5678")),
    st.sampled_from(["+82 10-1258-0180", "+1 650-253-0000", "1588-0125", "010-****-0125", "119"]),
)
sentences = st.text(LETTERS + "\n철수철수단골", max_size=20)
people = st.lists(
    st.builds(
        Person,
        name=names,
        reading=st.none() | names,
        nickname=st.none() | names,
        company=st.none() | names,
        number=st.none() | names | digits,
        phones=st.lists(phones, max_size=2).map(tuple),
        emails=st.lists(st.from_regex("[ab1]{1,4}@[ab.]{1,4}", fullmatch=True), max_size=1).map(
            tuple
        ),
        tags=st.lists(names, max_size=2).map(tuple),
        notes=st.lists(sentences, max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=6,
)
QUERIES = {
    "letters": st.text("가간김긴기철처", min_size=1, max_size=4),
    "initials": st.text("ㄱㅊ", min_size=1, max_size=5),
    "half typed": st.text("김ㄱㅊ기철", min_size=1, max_size=4),
    "Latin": st.text("ab.-1", min_size=1, max_size=6),
    "digits": st.text("01258", min_size=1, max_size=8),
    "a phone in any writing": st.text("01258- .()", min_size=1, max_size=14),
    "a phone with its country": st.builds(
        "{}{}".format, st.sampled_from(["+82 ", "0082", "+1 "]), digits
    ),
    "e-mail": st.text("ab1@.", min_size=3, max_size=7),
    "several words": st.lists(st.text("김기철ㄱab01", min_size=1, max_size=4), max_size=4).map(
        " ".join
    ),
    "anything": st.text(LETTERS + "\"'*():^+", max_size=8) | st.text(max_size=5),
}


@pytest.mark.parametrize("kind", QUERIES)
@settings(
    max_examples=MANY, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.data())
def test_a_search_finds_whom_the_oracle_finds(
    connection: Connection, kind: str, data: st.DataObject
) -> None:
    book = data.draw(people)
    own = [t for p in book for t in (p.name, *p.phones, *p.emails, *p.tags, *p.notes) if t]
    queries = QUERIES[kind]
    with connection.begin_nested() as savepoint:
        write(connection, book)
        for _ in range(5):
            text = data.draw(queries | st.sampled_from(own).flatmap(pieces))
            wanted = expected(book, text)
            answer = find(connection, text)
            assert set(answer.ids) == wanted, text
            assert set(answer.why) == wanted
            assert len(answer.ids) == len(wanted)
            assert not answer.more
            assert count(connection, text) == len(wanted)
        savepoint.rollback()


def pieces(text: str) -> st.SearchStrategy[str]:
    """A piece of a text that is there."""
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return ends.map(lambda pair: text[min(pair) : max(pair)])
