"""What is typed finds whom it should, in the right order, and the index stays true."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from db import search_index
from db.database import Database
from db.keys import clean
from db.points import point_key
from db.search import _BY_NAME, count, find
from db.search_index import bulk, fill, mismatches, refresh
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
    return found_names(connection, find(connection, text).ids)


def found_names(connection: Connection, ids: list[int]) -> list[str]:
    names = dict(connection.exec_driver_sql("SELECT id, name FROM contact").fetchall())
    return [names[i] for i in ids]


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


def test_every_part_of_a_contact_can_be_found_and_says_where(connection: Connection) -> None:
    kim = Person(
        "김철수", "Kim Cheolsu", "철이", "한빛 상사", "A-1024", ("010-1234-5678", "02-987-6543"),
        ("chulsoo@naver.com",), ("단골", "VIP"), ("땅콩 알레르기가 있음",),
    )  # fmt: skip
    write(connection, [kim])
    asked = {
        "김철수": "name", "철수": "name", "cheol": "name", "철이": "name", "김처": "name",
        "ㄱㅊㅅ": "initials", "ㅊㅅ": "initials", "김ㅊ": "initials", "김첤": "initials",
        "한빛": "company", "한빛상사": "company", "ㅎㅂ": "company", "a": "number",
        "a-10": "number",
        "5678": "phone", "12345": "phone", "010 1234 5678": "phone", "010.1234": "phone",
        "+82 10-1234": "phone", "(02)987": "phone", "56": "phone", "0": "phone", "65": "phone",
        "chulsoo": "email", "@naver.com": "email", "SOO@": "email", "단골": "tag", "vi": "tag",
        "땅콩": "note", "레르": "note", "알레르기": "note", "김철수 5678": "phone",
        "수철 김": None, "5678 김": "phone", "vip 땅콩 한빛": "note", "철수님": None, "34": None,
    }  # fmt: skip
    said = {text: find(connection, text).why.get(1) for text in asked}
    assert said == asked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("민지", ["민지", "민지수", "이 민지", "김민지", "한 사람"]),
        ("ㅁㅈ", ["민지", "민지수", "이 민지", "김민지", "한 사람"]),
        ("미", ["민지", "민지수", "이 민지", "김민지", "한 사람"]),
    ],
)
def test_names_come_before_everything_else_and_beginnings_first(
    connection: Connection, text: str, names: list[str]
) -> None:
    others = [Person("한 사람", company="민지네"), Person("김민지"), Person("이 민지")]
    write(connection, [*others, Person("민지수"), Person("민지")])
    assert found(connection, text) == names


def test_the_exact_last_four_digits_come_first(connection: Connection) -> None:
    lee = Person("이", phones=("010-5678-1111",), notes=("5678",))
    write(connection, [lee, Person("박", notes=("5678",)), Person("최", phones=("010-1111-5678",))])
    assert found(connection, "5678") == ["최", "이", "박"]
    assert found(connection, "56") == ["최"]


def test_the_customer_number_comes_before_phones_only_if_it_is_the_same(
    connection: Connection,
) -> None:
    same, longer = Person("하", number="5678"), Person("가", number="56789")
    both = Person("나", number="56780", phones=("010-1111-5678",))
    write(connection, [longer, both, same])
    assert found(connection, "5678") == ["하", "나", "가"]
    assert find(connection, "5678").why == {3: "number", 2: "phone", 1: "number"}


def test_equals_come_by_name(connection: Connection) -> None:
    write(connection, [Person(name) for name in ("김하나", "김가나", "Kim B", "kim a", "김나나")])
    assert found(connection, "김") == ["김가나", "김나나", "김하나"]
    assert found(connection, "kim") == ["kim a", "Kim B"]


def test_words_together_are_as_good_as_one_name(connection: Connection) -> None:
    write(connection, [Person("철수 김치"), Person("김 철수"), Person("김철수네")])
    assert found(connection, "김 철수") == ["김 철수", "김철수네", "철수 김치"]
    assert found(connection, "김철수") == ["김 철수", "김철수네"]


def test_a_syllable_may_belong_to_the_next_letter_only_if_it_leads_nowhere_else(
    connection: Connection,
) -> None:
    write(connection, [Person("가나다"), Person("권상우")])
    assert found(connection, "간") == ["가나다"]
    assert found(connection, "구") == ["권상우"]
    write(connection, [Person("간미연")], first=3)
    assert found(connection, "간") == ["간미연"]


def test_nothing_typed_finds_nobody(connection: Connection) -> None:
    write(connection, [Person("김철수", phones=("010-1234-5678",))])
    for text in ("", " ", "\n\t", "\x00", "()", "- -"):
        assert find(connection, text).ids == []
        assert count(connection, text) == 0


@pytest.mark.parametrize(
    "text", ['"', '""', "'", "*", "김*", "^김", "names:김", "김 OR 이", "NEAR(김 이)", "김+이", "(",
             "-김", "{names}", "김%", "김_", "\\", "[김]", "김?", "a AND", ")", "NOT", "김;--"]
)  # fmt: skip
def test_signs_have_no_power(connection: Connection, text: str) -> None:
    write(connection, [Person("김이나"), Person("이김")])
    assert find(connection, text).ids == []
    write(connection, [Person(f"가 {text}")], first=3)
    assert find(connection, text).ids == [3]


def test_the_trash_and_merged_contacts_are_not_found(connection: Connection) -> None:
    write(connection, [Person("김하나"), Person("김두리"), Person("김세나")])
    connection.exec_driver_sql("UPDATE contact SET deleted_at = 'now' WHERE id = 1")
    connection.exec_driver_sql("UPDATE contact SET merged_into_id = 3 WHERE id = 2")
    refresh(connection, [1, 2, 3, 99])
    assert found(connection, "김") == ["김세나"]
    prove(connection)
    connection.exec_driver_sql("UPDATE contact SET deleted_at = NULL WHERE id = 1")
    refresh(connection, [1])
    assert found(connection, "ㄱㅎㄴ") == ["김하나"]


def test_what_was_removed_from_a_contact_is_not_found(connection: Connection) -> None:
    kim = Person("김", phones=("010-1234-5678",), tags=("단골",), notes=("땅콩",))
    write(connection, [kim])
    for table in ("contact_point", "contact_tag", "note"):
        connection.exec_driver_sql(f"UPDATE {table} SET deleted_at = 'now'")
    refresh(connection, [1])
    assert [find(connection, text).ids for text in ("5678", "단골", "땅콩", "김")] == [
        [],
        [],
        [],
        [1],
    ]
    prove(connection)


def test_a_row_that_is_missing_outdated_or_left_over_is_a_mismatch(connection: Connection) -> None:
    write(connection, [Person(name) for name in ("가", "나", "다", "라")])
    assert mismatches(connection) == []
    connection.exec_driver_sql("DELETE FROM contact_search WHERE id = 1")
    connection.exec_driver_sql("UPDATE contact SET name = '너' WHERE id = 2")
    connection.exec_driver_sql("UPDATE contact SET deleted_at = 'now' WHERE id = 3")
    assert mismatches(connection) == [1, 2, 3]
    fill(connection)
    prove(connection)
    assert found(connection, "너") == ["너"]


@pytest.mark.parametrize("expected_rows", [1, 1_000_000])
def test_bulk_writes_leave_the_same_index(connection: Connection, expected_rows: int) -> None:
    write(connection, [Person("김하나"), Person("김두리")])
    triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    before = connection.exec_driver_sql(triggers).fetchall()
    with bulk(connection, expected_rows):
        connection.exec_driver_sql("UPDATE contact SET name = '이하나' WHERE id = 1")
        write(connection, [Person("김세나", phones=("010-1234-5678",))], first=3)
        refresh(connection, [1])
    assert connection.exec_driver_sql(triggers).fetchall() == before
    assert set(found(connection, "김")) == {"김두리", "김세나"}
    assert found(connection, "이하나") == ["이하나"]
    prove(connection)


def test_a_bulk_write_that_fails_rolls_back_with_its_transaction(shop_file: Database) -> None:
    with shop_file.connection(writes=True) as connection:
        write(connection, [Person("김하나")])
        connection.commit()
    with pytest.raises(ZeroDivisionError):
        rename_and_fail(shop_file)
    with shop_file.connection(writes=True) as connection:
        assert found(connection, "김") == ["김하나"]
        prove(connection)


def rename_and_fail(database: Database) -> None:
    with database.connection(writes=True) as connection, bulk(connection, 1_000_000):
        connection.exec_driver_sql("UPDATE contact SET name = '이하나'")
        refresh(connection, [1])
        raise ZeroDivisionError


def test_a_row_refreshed_twice_is_not_written_twice(connection: Connection) -> None:
    write(connection, [Person("김하나", tags=("단골",))])
    changed = "SELECT total_changes()"
    before = connection.exec_driver_sql(changed).scalar_one()
    refresh(connection, [1])
    assert connection.exec_driver_sql(changed).scalar_one() == before


def test_an_index_made_anew_is_of_one_piece(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.search_index._IN_MEMORY", 1000)
    write(connection, [Person(f"김{i}", phones=(f"010-1000-{i:04}",)) for i in range(100)])
    search_index.rebuild(connection)
    for table in search_index.FTS_TABLES:
        pieces_there = f"SELECT count(DISTINCT segid) FROM {table}_idx"
        assert connection.exec_driver_sql(pieces_there).scalar_one() == 1
    prove(connection)


@pytest.mark.parametrize("text", ["김", "ㄱ", "ㄱ1", "010", "김 0"])
def test_many_more_than_are_read_at_a_time_are_all_found(connection: Connection, text: str) -> None:
    crowd = [Person(f"김{i}", phones=(f"010-1000-{i:04}",)) for i in range(1400)]
    write(connection, crowd)
    wanted = expected(crowd, text)
    answer = find(connection, text, limit=20_000)
    assert set(answer.ids) == wanted
    assert count(connection, text) == len(answer.ids) == len(wanted)


def test_the_index_is_asked_for_what_few_have() -> None:
    address = Word("elizabeth0@daum.net").anywhere_in_trigrams()
    assert '"0@d"' in address
    assert '"net"' not in address  # as many have
    mixed = Word("성이준서ㅇ").names_in_grams()
    assert '"성이"' in mixed
    assert '"성"' not in mixed  # as many have


def test_more_than_the_limit_is_said_and_counted(connection: Connection) -> None:
    write(connection, [Person(f"김{c}") for c in "가나다라마바사"])
    answer = find(connection, "김", limit=5)
    assert (len(answer.ids), len(answer.why), answer.more) == (5, 5, True)
    assert count(connection, "김") == 7
    assert not find(connection, "김", limit=7).more


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("철수", ["철수", "철수네"]),
        ("처", ["철수", "철수네"]),
        ("ㅊㅅ", ["철수", "철수네"]),
        ("ㅊ", ["철수", "철수네"]),
        ("5678", ["김끝"]),
        ("kim", ["Kim"]),
        ("12", ["번호"]),
    ],
)
def test_the_best_come_in_first_where_there_are_too_many(
    connection: Connection, text: str, best: list[str]
) -> None:
    one = Person("김철수", emails=("kim@a.kr",), phones=("010-5678-1212",), notes=(text,))
    crowd = [one] * 30
    last = [Person(name) for name in ("철수네", "철수", "Kim")]
    last += [Person("김끝", phones=("010-1111-5678",)), Person("번호", number="12")]
    write(connection, crowd + last)
    answer = find(connection, text, limit=len(best) + 2)
    assert answer.more
    assert found_names(connection, answer.ids)[: len(best)] == best
    assert count(connection, text) == len(expected(crowd + last, text))


@pytest.mark.parametrize("window", [2, 7, 5000])
def test_words_of_different_length_are_looked_up_together(
    connection: Connection, window: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = [Person(f"{'김이박['[i % 4]}{i}", phones=(f"010-567{i % 10}-0000",)) for i in range(90)]
    write(connection, crowd)
    monkeypatch.setattr("db.search._WINDOW", window)
    for text in ("김 567", "567 기", "567 ㄱ", "ㄱ 5675", "567 ["):
        wanted = expected(crowd, text)
        for limit in (1, 5, 20, 1000):
            answer = find(connection, text, limit)
            assert set(answer.ids) <= wanted
            assert len(answer.ids) == min(limit, len(wanted))
            assert answer.more == (limit < len(wanted))
        assert count(connection, text) == len(wanted)


def test_three_digits_beside_another_word_are_found_wherever_they_are(
    connection: Connection,
) -> None:
    homes = [
        Person("김", phones=("010-9567-0000",)), Person("김", phones=("010-1111-2567",)),
        Person("김", emails=("kim1567@naver.com",)), Person("김", notes=("자리 5678번",)),
        Person("김", number="A-15670"), Person("김", tags=("567회",)), Person("김567"),
        Person("김", company="567상사"), Person("김", phones=("02-567-0000",)),
    ]  # fmt: skip
    others = [Person("김", phones=("010-5600-0670",)), Person("이", phones=("010-5678-0000",))]
    write(connection, homes + others)
    for text in ("김 567", "567 김", "ㄱ 567"):
        assert len(find(connection, text).ids) == len(homes) == count(connection, text)
    assert len(find(connection, "김 010").ids) == 3


def test_names_that_begin_with_the_text_are_read_from_an_index(connection: Connection) -> None:
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {_BY_NAME}", ("김", "깋", 9)).all()
    assert len(plan) == 1  # and so no sorting
    assert "USING INDEX ix_contact_name (name>? AND name<?)" in plan[0][3].replace("COVERING ", "")


def test_a_document_depends_on_no_order() -> None:
    one = document(("김",), ["0101", "021"], ["b@b", "a@a"], ["나", "가"], ["ㄴ", "ㄱ"])
    other = document(("김",), ["021", "0101"], ["a@a", "b@b"], ["가", "나"], ["ㄱ", "ㄴ"])
    assert one == other


def test_a_document_takes_keys_as_well_as_writings_of_phones() -> None:
    written = document(("김",), ["010-1234-5678", "+1 650-253-0000", "+82 2 123 4567"])
    keys = document(("김",), ["01012345678", "+16502530000", "021234567"])
    assert written == keys
    assert written[1] == "01012345678\n021234567\n16502530000"


@given(st.lists(st.text(), min_size=1, max_size=5), st.lists(st.text()), st.lists(st.text()))
def test_a_document_is_made_of_any_text(
    names: list[str], values: list[str], notes: list[str]
) -> None:
    columns = document(names, values, values, values, notes)
    assert columns[0].count("\n") <= 4
    assert all("" not in column.split("\n") for column in columns[1:4] if column)


def test_fold_makes_full_width_narrow_and_forgets_case() -> None:
    assert fold("ＫＩＭ ㈜Straße") == "kim (주)strasse"
    assert fold(unicodedata.normalize("NFD", "각")) == "각"
