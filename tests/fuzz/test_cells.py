"""Nothing in a cell is an error, and no cell keeps the program busy, however long it is."""

import time
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exchange.content import guess
from app.exchange.headers import normalise
from app.exchange.mapping import propose
from app.exchange.people import parse_people
from app.exchange.table import Cell
from app.exchange.values.choices import read_choice, refuses
from app.exchange.values.dateforms import ODD, taken_apart
from app.exchange.values.emails import read_emails
from app.exchange.values.labels import foreign_label, own_label
from app.exchange.values.lists import split_list, split_tags
from app.exchange.values.money import decide_style, read_count
from app.exchange.values.names import names_company, tidy_name
from app.exchange.values.phones import read_phones
from app.exchange.values.texts import text_of, without_resident_numbers
from db.keys import clean, email_key, name_key, phone_display, phone_key, tag_key
from db.search_text import document
from db.search_words import words_of
from tests.app.exchange.made_tables import TODAY, made

LENGTH = 400  # letters; at the cube of that, even a quick regular expression is late
SECONDS = 0.04  # of work; what is linear needs a thousandth of it
RUNS = (
    " ", "\u3000", "\n", "\t", ",", ", ", ";", "/", "-", "--", ".", ":", "@", "a@", "@.", "+", "(",
    "(1", "0", "1", "01", "1-", "1 ", "a", "a ", "a1", "T", "'", '"', "=", "—", "가", "ㄱ", "음",
    "시 ", "서울 ", "합계", "(주)", "x1", "#",
)  # fmt: skip
READERS: dict[str, Callable[[str], object]] = {
    "dates": taken_apart,
    "phones": lambda text: read_phones(text, "KR"),
    "e-mails": read_emails,
    "lists": split_list,
    "tags": split_tags,
    "money": lambda text: decide_style([text], "KRW"),
    "counts": read_count,
    "names": tidy_name,
    "companies": names_company,
    "choices": lambda text: (read_choice("gender", text), refuses(text)),
    "labels": lambda text: (own_label(text), foreign_label(text)),
    "texts": lambda text: without_resident_numbers(text_of(text)),
    "headers": normalise,
    "content": lambda text: guess([text], year=TODAY.year),
    "keys": lambda text: [key(text) for key in (phone_key, email_key, name_key, tag_key)],
    "shown phones": phone_display,
    "searched": lambda text: document([text] * 5, [text], [text], [text], [clean(text)]),
    "searched for": words_of,
}


@pytest.mark.parametrize("reader", READERS)
def test_a_long_cell_is_read_in_no_time(reader: str):
    read = READERS[reader]
    read("010-0142-3377")  # what is loaded at the first call is not counted
    around = (("", ""), ("x", "x"), ("1", "1"), ("1991-05-16 ", "x"))
    for run, (before, after) in product(RUNS, around):
        text = before + (run * LENGTH)[:LENGTH] + after
        taken = _timed(read, text)
        if taken > SECONDS:  # once may be the fault of the machine
            taken = _timed(read, text)
        assert taken < SECONDS, f"{before}{run}…{after}"


def _timed(read: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began


HEADERS = (
    "이름", "휴대폰", "이메일", "생년월일", "양력/음력", "주소", "우편번호", "태그", "성별",
    "총구매금액", "방문횟수", "최근방문일", "SMS 수신동의", "회사", "메모", "홈페이지",
)  # fmt: skip
LETTERS = st.text(
    st.one_of(
        st.sampled_from(
            "0123456789-+./:()년월일 ,;|\n\t'\"=@#가김ㄱ음양원만％０９\u200b\ufeff\0ſİßǆ"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=24,
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(1 << 63), (1 << 63) - 1),
    st.floats(allow_infinity=False),  # which has a test of its own
    st.dates(),
    st.datetimes(),
    st.times(),
    LETTERS,
)


def test_an_endless_number_is_no_day():
    assert taken_apart(float("inf")) == ODD


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
@given(
    rows=st.lists(st.lists(CELLS, min_size=len(HEADERS), max_size=len(HEADERS)), max_size=3),
    country=st.sampled_from(["KR", "US", "JP"]),
    currency=st.sampled_from(["KRW", "USD", "JPY", "KWD"]),
    language=st.sampled_from(["ko", "en"]),
)
def test_nothing_in_a_cell_is_an_error(
    rows: list[list[Cell]], country: str, currency: str, language: str
):
    table = made(HEADERS, *rows)
    people = parse_people(
        table,
        propose(table, language=language, year=TODAY.year),
        country=country,
        currency=currency,
        language=language,
        today=TODAY,
    )
    for person in people:
        numbers = [value for value in person.scalars if isinstance(value, int)]
        assert all(abs(number) < 1 << 63 for number in numbers)
        for text in (*person.scalars, *person.tags, *person.notes):
            assert not isinstance(text, str) or text == clean(text)
