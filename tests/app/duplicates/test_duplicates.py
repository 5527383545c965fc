"""Who is in the book twice: found, explained, and never put together by a name alone."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.duplicates.birthdays import birthday_level
from app.duplicates.blocking import candidates, sharing, side_by_side
from app.duplicates.clusters import clustered
from app.duplicates.columns import Columns
from app.duplicates.people import Person, name_tokens, plain_company
from app.duplicates.scan import Book, Match, scan
from app.jobs import CancelledError, Ticket

FAMILY, GIVEN = (
    "김이박최정강조윤장임한오서신권황안송류홍",
    "민서지수현우영준하은도윤시아주원예진유나성호경미",
)


def strangers(count: int, seed: int = 1) -> list[Person]:
    chance = random.Random(seed)
    return [
        Person(
            id=1000 + number,
            name=chance.choice(FAMILY) + chance.choice(GIVEN) + chance.choice(GIVEN),
            phones=(f"010{chance.randrange(10**8):08}",),
            birthday=f"{chance.randrange(1950, 2005)}-{chance.randrange(1, 13):02}-"
            f"{chance.randrange(1, 29):02}",
            address=f"서울 강남구 테헤란로 {chance.randrange(900)} {chance.randrange(2000)}호",
        )
        for number in range(count)
    ]


BOOK = strangers(400)
KIM = Person(
    id=1, name="김민수", phones=("01012345678",), emails=("minsu@example.com",),
    birthday="1996-05-03", address="부산 해운대구 해운대로 77 102동", company="㈜한빛상사",
)  # fmt: skip


def match_of(*two: Person) -> Match | None:
    found = scan([*BOOK, *two])
    ids = {person.id for person in two}
    return next((match for match in found.matches if {match.a, match.b} == ids), None)


@pytest.mark.parametrize(
    "other",
    [
        Person(id=2, name="김민수", phones=("01012345678",)),
        Person(id=2, name="김민수님", phones=("01012345678",)),
        Person(id=2, name="김 민 수", emails=("minsu@example.com",)),
        Person(id=2, name="김민슈", phones=("01012345678",)),
        Person(id=2, name="김민수", birthday="1996-05-03"),
        Person(id=2, name="김민수", phones=("0299998888", "01012345678")),
        Person(id=2, name="", phones=("01012345678",), birthday="1996-05-03"),
        Person(id=2, name="김민수", phones=("01012345679",), birthday="1996-05-03"),
    ],
)
def test_somebody_twice_is_found(other: Person) -> None:
    match = match_of(KIM, other)
    assert match is not None
    assert 0.5 <= match.score <= 1


@pytest.mark.parametrize(
    "other",
    [
        Person(id=2, name="김민수"),
        Person(id=2, name="이영희", phones=("01012345678",)),
        Person(id=2, name="이영희", address="부산 해운대구 해운대로 77 102동"),
        Person(id=2, name="이영희", phones=("01012345678",),
               address="부산 해운대구 해운대로 77 102동", company="한빛상사"),
        Person(id=2, name="이영희", birthday="1996-05-03"),
        Person(id=2, name="김민수", phones=("01099990000",), birthday="1971-11-23"),
    ],
)  # fmt: skip
def test_two_people_stay_two(other: Person) -> None:
    assert match_of(KIM, other) is None


def test_a_couple_with_one_name_and_one_home_stays_two() -> None:
    home = "12 Main Street Springfield 62701"
    assert match_of(
        Person(id=1, name="Connor Shepherd", address=home),
        Person(id=2, name="Olivia Shepherd", address=home),
    ) is None  # fmt: skip


def test_names_may_be_turned_round() -> None:
    match = match_of(
        Person(id=1, name="Sara Lee", phones=("01055556666",)),
        Person(id=2, name="Lee, Sara", phones=("01055556666",)),
    )
    assert match is not None
    assert {(fact.field, fact.how) for fact in match.evidence} == {
        ("phone", "same"), ("name", "same"),
    }  # fmt: skip


def test_the_evidence_says_what_is_alike_and_what_is_not() -> None:
    other = replace(KIM, id=2, name="김민슈", emails=(), birthday="1996-05-04", company="")
    match = match_of(KIM, other)
    assert match is not None
    told = {fact.field: fact.how for fact in match.evidence}
    assert told == {
        "name": "one_letter", "phone": "same", "birthday": "similar", "address": "same",
    }  # fmt: skip
    weights = [abs(fact.weight) for fact in match.evidence]
    assert weights == sorted(weights, reverse=True)


def test_a_common_name_says_less_than_a_rare_one() -> None:
    common = [Person(id=5000 + n, name="김서연", birthday=f"19{50 + n}-01-0{1 + n % 9}")
              for n in range(45)]  # fmt: skip
    pair = (
        Person(id=1, name="김서연", address="대전 유성구 대학로 11"),
        Person(id=2, name="김서연", address="대전 유성구 대학로 12"),
        Person(id=3, name="탁라온", address="대전 유성구 대학로 21"),
        Person(id=4, name="탁라온", address="대전 유성구 대학로 22"),
    )
    found = scan([*BOOK, *common, *pair], least=0.0)
    score = {(match.a, match.b): match.score for match in found.matches}
    assert score[3, 4] > score[1, 2]


def test_a_chain_of_look_alikes_is_no_cluster() -> None:
    chain = [(0, 1, 0.9), (1, 2, 0.9), (2, 3, 0.9), (3, 4, 0.9)]
    assert clustered(chain) == [[0, 1], [2, 3]]
    assert clustered([*chain, (0, 2, 0.9)]) == [[0, 1, 2], [3, 4]]
    assert clustered([(0, 1, 0.4)]) == []
    assert clustered([]) == []


scored = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.floats(0, 1)).filter(
        lambda one: one[0] < one[1]
    ),
    unique_by=lambda one: one[:2],
    max_size=40,
)


@given(scored)
def test_clusters_are_alike_on_average(pairs: list[tuple[int, int, float]]) -> None:
    score = {(one, other): likeness for one, other, likeness in pairs}
    groups = clustered(pairs)
    everybody = [person for group in groups for person in group]
    assert len(everybody) == len(set(everybody))
    for group in groups:
        for person in group:
            assert any(score.get((min(person, o), max(person, o)), 0) > 0 for o in group)


def test_pairs_that_share_a_key_are_found_once() -> None:
    owners, codes = np.array([0, 1, 2, 0, 2, 3]), np.array([1, 1, 1, 2, 2, 0])
    assert set(sharing(owners, codes, 10).tolist()) == {1, 2, 12}
    assert sharing(np.arange(50), np.ones(50, dtype=np.int64), 50).tolist() == []
    assert side_by_side(np.array([2, 0, 3]), 4, 1).tolist() == [2, 3]


def test_a_shared_switchboard_is_no_reason_to_compare() -> None:
    crowd = [Person(id=n, name=f"{FAMILY[n % 20]}{n}", phones=("021234567",)) for n in range(60)]
    assert scan(crowd).matches == ()


@pytest.mark.parametrize("people", [[], [KIM], [KIM, Person(id=2)], [Person(id=1), Person(id=2)]])
def test_a_book_of_nobody_has_nobody_twice(people: list[Person]) -> None:
    assert (scan(people).matches, scan(people).clusters) == ((), ())
    assert Book(people).like(Person(id=9, name="x")) == []


def test_the_same_book_gives_the_same_answer() -> None:
    book = [*BOOK, KIM, replace(KIM, id=2)]
    assert scan(book) == scan(book)
    assert scan(book).clusters == ((1, 2),)


def test_somebody_being_typed_is_compared_with_the_book() -> None:
    book = Book([*BOOK, KIM])
    (found,) = book.like(Person(id=-1, name="김민슈", phones=("01012345678",)))
    assert (found.a, found.b) == (-1, KIM.id)
    assert book.like(KIM) == []
    assert book.like(Person(id=-1, name="남궁민수")) == []
    assert book.like(Person(id=-1)) == []


def test_a_scan_stops_when_called_off() -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        scan(BOOK, ticket)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("1996-05-03", "1996-05-03", 3), ("1996-05-03", "--05-03", 3), ("1996-05-03", "--05-04", 1),
        ("1996-05-03", "1996-03-05", 2), ("1996-05-03", "1996-05-08", 2), ("1996", "1996-05-03", 2),
        ("1997", "1996-05-03", 1), ("1996-05-03", "1971-11-23", 1),
    ],
)  # fmt: skip
def test_birthdays_are_alike(one: str, other: str, level: int) -> None:
    assert birthday_level(one, other) == level
    assert birthday_level(other, one) == level


def test_names_are_read_without_titles_and_companies_without_their_form() -> None:
    assert name_tokens("김 민수 사장님") == name_tokens("김민수") == name_tokens("김민수(엄마)")
    assert name_tokens("Mr. Kim") == ("kim",)
    assert name_tokens("대표") == name_tokens(" 대표 ")
    assert plain_company("(주)한빛") == plain_company("㈜ 한빛") == plain_company("주식회사 한빛")


texts = st.text(max_size=12)
people_of_any_kind = st.lists(
    st.builds(
        Person,
        id=st.integers(0, 10**9),
        name=texts,
        phones=st.lists(st.sampled_from(["01012345678", "0212345", ""]), max_size=2).map(tuple),
        emails=st.lists(texts, max_size=2).map(tuple),
        birthday=st.sampled_from(["", "1996-05-03", "--05-03", "1996", "junk"]),
        address=texts,
        company=texts,
    ),
    max_size=12,
    unique_by=lambda person: person.id,
)


@settings(max_examples=60)
@given(people_of_any_kind)
def test_nobody_is_an_error(people: list[Person]) -> None:
    found = scan(people, least=0.0)
    ids = {person.id for person in people}
    for match in found.matches:
        assert 0 <= match.score <= 1
        assert match.a < match.b
        assert {match.a, match.b} <= ids
    pairs = candidates(Columns.of(people))
    assert len(set(pairs.tolist())) == len(pairs)
    for person in people[:2]:
        Book(people).like(person)
