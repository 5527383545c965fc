"""Comparing many pairs at once tells of each what comparing it alone, letter by letter, does."""

import random
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, JaroWinkler

from app.duplicates.birthdays import Birthdays, birthday_level
from app.duplicates.blocking import candidates
from app.duplicates.clusters import LEAST, clustered, reachable
from app.duplicates.columns import Columns, Values
from app.duplicates.comparing import FIELDS, SAME, Comparer
from app.duplicates.letters import Letters
from app.duplicates.names import FAMILY, PARTLY, Names
from app.duplicates.people import Person
from app.duplicates.scan import scan

letters = st.text(alphabet="abcé김 1\u1100\u1161", max_size=80)
words = st.lists(st.sampled_from(["mason", "masdn", "alec", "timothy", "li"]), max_size=3)
HOME = "77 Haeundae Street Busan"


def everybody(count: int) -> tuple[np.ndarray, np.ndarray]:
    pairs = np.array(list(combinations(range(1, count), 2)), dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def letter_by_letter(one: str, other: str) -> float:
    edits = OSA.normalized_similarity(one, other)
    return (edits + JaroWinkler.normalized_similarity(one, other)) / 2


@given(st.lists(letters.filter(bool), min_size=2, max_size=8))
def test_letters_never_promise_less_than_there_is(texts: list[str]) -> None:
    known = Letters.of(["", *texts])
    one, other = everybody(len(texts) + 1)
    edits, likeness = known.edits(one, other), known.name_likeness(one, other)
    for place, (a, b) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        assert edits[place] <= OSA.distance(texts[a - 1], texts[b - 1])
        assert likeness[place] >= letter_by_letter(texts[a - 1], texts[b - 1]) - 1e-9


def test_letters_rule_out_what_is_not_alike() -> None:
    known = Letters.of(["", "01012345678", "01099999999", "01012345679"])
    assert known.edits(np.array([1, 1]), np.array([2, 3])).tolist() == [7, 1]


@settings(max_examples=60)
@given(st.lists(st.one_of(words.map(" ".join), st.text("김민수지서", max_size=4)), max_size=9))
def test_names_are_as_alike_as_their_letters_or_their_words(names: list[str]) -> None:
    columns = Columns.of([Person(id=n, name=name) for n, name in enumerate(names)])
    one, other = everybody(len(columns.names.texts))
    found = Names(columns).likeness(one, other)
    for place, (a, b) in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        straight = letter_by_letter(columns.names.texts[a], columns.names.texts[b])
        turned = letter_by_letter(*("".join(sorted(columns.words_of_names[n])) for n in (a, b)))
        best = max(straight, turned)
        if best >= PARTLY:
            assert found[place] == pytest.approx(best, abs=1e-6)
        elif best >= FAMILY:
            assert found[place] >= best - 1e-6


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("alec mason", "timothy masdn", FAMILY), ("alec mason", "alec brown", PARTLY),
        ("mason", "timothy mason", PARTLY), ("alec li", "timothy li", 0), ("mason", "brown", 0),
    ],
)  # fmt: skip
def test_a_shared_word_makes_names_a_little_alike(one: str, other: str, likeness: float) -> None:
    columns = Columns.of([Person(id=1, name=one), Person(id=2, name=other)])
    found = Names(columns).likeness(np.array([1]), np.array([2]))
    assert found.tolist() == pytest.approx([likeness])


def test_birthdays_in_a_column_are_as_alike_as_two_by_themselves() -> None:
    chance = random.Random(4)
    days = {f"199{chance.randrange(3)}-0{chance.randrange(1, 4)}-0{chance.randrange(1, 4)}"
            for _ in range(40)}  # fmt: skip
    values = Values.of([*sorted(days), "1996", "1991", "--01-02", "--02-01", "junk", "1991-01-1x"])
    one, other = everybody(len(values.texts))
    found = Birthdays(values).levels(one, other)
    both = zip(one.tolist(), other.tolist(), strict=True)
    assert found.tolist() == [birthday_level(values.texts[a], values.texts[b]) for a, b in both]


def book() -> list[Person]:
    chance = random.Random(5)
    return [
        Person(
            id=number,
            name=chance.choice("김이박") + chance.choice("민서지") + chance.choice("수현우"),
            phones=(f"0101234{chance.randrange(40):04}",),
            emails=(f"{chance.randrange(60)}@example.com",),
            birthday=f"19{chance.randrange(60, 70)}-01-0{chance.randrange(1, 9)}",
            address=f"서울 마포구 망원로 {chance.randrange(30)}",
        )
        for number in range(200)
    ]


def test_pairs_left_out_have_other_names_and_share_nothing_of_their_own() -> None:
    columns = Columns.of(book())
    comparer, pairs = Comparer(columns), candidates(columns)
    every = comparer.levels(pairs)
    for families in (True, False):
        kept, levels = comparer.possible(pairs, families=families)
        there = np.isin(pairs, kept)
        assert all((every[field][there] == levels[field]).all() for field in FIELDS)
        assert set(every["name"][~there].tolist()) == {1}
        for field in ("birthday", "email") if families else ("birthday", "email", "phone"):
            assert SAME[field] not in every[field][~there]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 8), st.integers(9, 17)), st.floats(0, 1), min_size=1, max_size=30
    )
)
def test_pairs_out_of_reach_change_no_cluster(scored: dict[tuple[int, int], float]) -> None:
    first, second = (np.array([pair[side] for pair in scored]) for side in (0, 1))
    score = np.array(list(scored.values()))
    near = reachable(first, second, score >= LEAST).tolist()
    every = [(*pair, likeness) for pair, likeness in scored.items()]
    assert clustered(every[place] for place in near) == clustered(every)


def test_who_shares_a_home_and_a_telephone_is_one_person_only_where_there_are_no_families() -> None:
    people = [
        *(
            replace(one, phones=(f"0105555{one.id:04}",), address=f"서울 {one.id}")
            for one in book()
        ),
        Person(id=1001, name="Anthony Goode", phones=("0299998888",), address=HOME),
        Person(id=1002, name="Spyke Karlsen", phones=("0299998888",), address=HOME),
    ]
    pairs = {families: {(m.a, m.b) for m in scan(people, families=families).matches}
             for families in (True, False)}  # fmt: skip
    assert (1001, 1002) not in pairs[True]
    assert (1001, 1002) in pairs[False]
