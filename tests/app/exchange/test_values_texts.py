"""Texts, names, answers, lists, labels and addresses of cells."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.table import Cell
from app.exchange.values.addresses import build_address, join_street, read_postcode
from app.exchange.values.choices import choice_word, read_choice, refuses
from app.exchange.values.labels import foreign_label, label_word, own_label
from app.exchange.values.lists import join_list, split_list, split_tags
from app.exchange.values.names import is_korean_name, join_name, names_company, tidy_name
from app.exchange.values.texts import (
    is_resident_number,
    own_text_of,
    text_of,
    without_resident_numbers,
)
from db.keys import clean


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" a\u200b ", "a"),
        ("a\r\nb", "a\nb"),
        (1012345678.0, "1012345678"),
        (12.5, "12.5"),
        (True, "TRUE"),
        (datetime.date(2026, 1, 5), "2026-01-05"),
        (datetime.datetime(2026, 1, 5), "2026-01-05"),
        (datetime.datetime(2026, 1, 5, 14, 30), "2026-01-05 14:30"),
        (datetime.time(14, 30), "14:30"),
        (None, ""),
        ("'+31612345678", "+31612345678"),
        ("'1234AB", "1234AB"),
        ("'=1+1", "=1+1"),
        ("''1", "''1"),
        ("'Twas", "'Twas"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_cell_becomes_the_text_a_person_would_see(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


@given(st.text(max_size=30))
def test_text_is_cleaned_as_everywhere_else(text: str) -> None:
    assert own_text_of(text) == clean(text)
    assert text_of(text) in (clean(text), clean(text)[1:])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("900503-2234567", True),
        ("900503 - 2234567", True),
        ("9005032234565", False),
        ("8801234567893", False),
        ("900503-9234567", False),
        ("2025-01-05", False),
    ],
)
def test_resident_numbers_are_told_from_other_numbers(text: str, *, found: bool) -> None:
    assert is_resident_number(text) is found


def test_a_resident_number_without_a_hyphen_is_told_by_its_check_digit() -> None:
    found = [digit for digit in "0123456789" if is_resident_number(f"900503223456{digit}")]
    assert len(found) == 1


def test_resident_numbers_inside_a_text_are_starred_out() -> None:
    text = "주민 900503-2234567, 전화 010-0101-1234"
    assert without_resident_numbers(text) == "주민 900503-2******, 전화 010-0101-1234"


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("김민지님", "김민지"),
        ("김민지 님", "김민지"),
        ("님", "님"),
        ("스님", "스님"),
        ("김선생님", "김선생님"),
        ("박사장님", "박사장님"),
        ("홍  길동", "홍 길동"),
    ],
)
def test_a_polite_ending_is_no_part_of_a_name(name: str, tidy: str) -> None:
    assert tidy_name(name) == tidy


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("김", "민지"), "김민지"),
        (("佐藤", "花子"), "佐藤花子"),
        (("Park", "Jane"), "Jane Park"),
        (("Park", "Jane", "A.", "Jr."), "Jane A. Park Jr."),
        (("", "민지"), "민지"),
        (("Park", ""), "Park"),
        (("", ""), ""),
    ],
)
def test_names_are_joined_as_their_language_does(parts: tuple[str, ...], name: str) -> None:
    assert join_name(*parts) == name


@pytest.mark.parametrize(
    "name",
    ["(주)한빛", "한빛 주식회사", "㈜한빛", "Acme Inc.", "Acme, Ltd", "Muster GmbH", "Foo AG"],
)
def test_a_legal_form_makes_a_company(name: str) -> None:
    assert names_company(name)


@pytest.mark.parametrize("name", ["김민지", "Vince", "Anna Sag", "Lisa Sa", "주은", "Incheon"])
def test_a_person_is_no_company(name: str) -> None:
    assert not names_company(name)


def test_korean_names_are_told_from_other_short_words() -> None:
    assert all(map(is_korean_name, ("김민지", "남궁민수", "이산")))
    assert not any(map(is_korean_name, ("단골", "서울시청역", "Kim", "김")))


@pytest.mark.parametrize(
    ("choice", "cell", "code"),
    [
        ("gender", "여", "female"),
        ("gender", "M", "male"),
        ("gender", "(남)", "male"),
        ("gender", "선택 안함", ""),
        ("gender", "1", None),
        ("kind", "법인", "company"),
        ("kind", "B2C", "person"),
        ("kind", "VIP", None),
        ("consent", "수신 동의", "granted"),
        ("consent", "수신거부", "denied"),
        ("consent", "Subscribed", "granted"),
        ("consent", "Unknown", ""),
        ("consent", True, "granted"),
        ("consent", 0.0, "denied"),
        ("consent", "maybe", None),
        ("calendar", "음", "lunar"),
        ("calendar", "양력", "solar"),
        ("consent", None, ""),
    ],
)
def test_answers_are_understood_in_both_languages(
    choice: str, cell: Cell, code: str | None
) -> None:
    assert read_choice(choice, cell) == code


@pytest.mark.parametrize(
    ("cell", "refused"),
    [
        ("1", True),
        ("Y", True),
        ("수신거부", True),
        ("N", False),
        ("수신", False),
        ("", False),
        ("?", None),
    ],
)
def test_opting_out_is_told_from_not_having_done_so(cell: str, *, refused: bool | None) -> None:
    assert refuses(cell) is refused


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_word_of_an_answer_is_read_back(language: str) -> None:
    for choice, codes in (
        ("kind", ("person", "company", "household")),
        ("gender", ("female", "male", "other")),
        ("consent", ("granted", "denied")),
        ("calendar", ("lunar",)),
    ):
        for code in codes:
            assert read_choice(choice, choice_word(choice, code, language)) == code


@pytest.mark.parametrize(
    ("cell", "label", "primary"),
    [
        ("* Work", "work", True),
        ("Mobile", "mobile", False),
        ("휴대전화", "mobile", False),
        ("Home Fax", "fax", False),
        ("Grandma", "Grandma", False),
        ("", None, False),
        ("*", None, True),
    ],
)
def test_labels_of_other_programs_are_understood(
    cell: str, label: str | None, *, primary: bool
) -> None:
    assert foreign_label(cell) == (label, primary)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("label", ["mobile", "home", "work", "main", "fax", "other", "별장", None])
def test_a_label_comes_back_from_its_word(label: str | None, language: str) -> None:
    assert own_label(label_word(label, language)) == label


ITEMS = st.lists(st.text(max_size=12).map(clean).filter(bool), max_size=6)


@given(ITEMS)
def test_a_joined_list_splits_again_exactly(items: list[str]) -> None:
    assert split_list(join_list(items)) == items


def test_tags_of_other_programs_are_split_and_their_own_groups_dropped() -> None:
    assert split_tags("* myContacts ::: VIP ::: * starred ::: * Friends") == ("VIP", "Friends")
    assert split_tags("단골, 신규;카페\n#vip, 단골") == ("단골", "신규", "카페", "vip")
    assert split_tags('"VIP","Tea, green"') == ("VIP", "Tea, green")
    assert split_tags('5" pipe, 6" pipe') == ('5" pipe', '6" pipe')


@given(st.text(max_size=30))
def test_no_list_is_ever_an_error(text: str) -> None:
    assert all(split_list(text))
    assert all(split_tags(text))


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ({"full": "서울 강남구 테헤란로 1"}, "서울 강남구 테헤란로 1"),
        ({"full": "서울 강남구\n테헤란로 1", "detail": "101호"}, "서울 강남구 테헤란로 1 101호"),
        ({"full": "테헤란로 1 101호", "detail": "101호"}, "테헤란로 1 101호"),
        ({"region": "서울", "city": "강남구", "street": "테헤란로 1"}, "서울 강남구 테헤란로 1"),
        ({"street": "1 Main St", "city": "X", "region": "IL", "postcode": "62701", "country": "US"},
         "1 Main St, X, IL 62701, US"),
        ({"street": "1 Main St", "country": "KR"}, "1 Main St"),
    ],
)  # fmt: skip
def test_an_address_is_put_together_in_the_order_of_its_country(
    parts: dict[str, str], shown: str
) -> None:
    address = build_address(parts, "KR")
    assert address is not None
    assert address.shown == shown


def test_a_postcode_before_the_address_is_found() -> None:
    address = build_address({"full": "(06236) 서울 강남구 테헤란로 1"}, "KR")
    assert address is not None
    assert address.postcode == "06236"


def test_blank_parts_are_no_address() -> None:
    assert build_address({}, "KR") is None


def test_lines_of_a_street_are_joined_once() -> None:
    assert join_street(["1 Main St, Apt 4", "1 Main St", "Apt 4"]) == "1 Main St, Apt 4"
    assert join_street(["1 Main St", "Floor 2"]) == "1 Main St Floor 2"


def test_the_zero_of_a_postcode_is_put_back_and_marked() -> None:
    assert read_postcode(6236.0, "KR") == ("06236", "postcode_zero_added")
    assert read_postcode("135-080", "KR") == ("135-080", "")
    assert read_postcode("6236", "US") == ("6236", "")
