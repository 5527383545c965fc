"""Small words at the edges: names, answers, labels, lists, and what a cell says."""

import datetime

import pytest

from app.exchange.table import Cell
from app.exchange.values.addresses import build_address, join_street
from app.exchange.values.choices import choice_word, read_choice, refuses
from app.exchange.values.labels import foreign_label, label_word
from app.exchange.values.lists import join_list, split_list, split_tags
from app.exchange.values.names import is_cjk, tidy_name
from app.exchange.values.texts import (
    is_resident_number,
    own_text_of,
    says_nothing,
    text_of,
    without_resident_numbers,
)


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("김  민지", "김 민지"), ("김\n민지", "김 민지"), ("김\t민지", "김 민지"),
        ("김민지님", "김민지"), ("이님", "이님"), ("민지님", "민지"), ("박 님", "박 님"),
        ("님", "님"), ("고객님", "고객님"),
    ],
)  # fmt: skip
def test_a_name_has_single_spaces_and_no_polite_ending(name: str, tidy: str) -> None:
    assert tidy_name(name) == tidy


@pytest.mark.parametrize(
    ("text", "found"),
    [("김민지", True), ("佐藤 花子", True), ("サトー", True), ("Kim", False), ("김a", False),
     ("", False)],
)  # fmt: skip
def test_hangul_han_and_kana_are_told_from_letters(text: str, *, found: bool) -> None:
    assert is_cjk(text) is found


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (-1e21, "-1e+21"),
        (0.1 + 0.2, "0.3"),
        (datetime.datetime(2026, 1, 5, 14, 30, 9), "2026-01-05 14:30:09"),
        (datetime.time(14, 30, 9), "14:30:09"),
        (7, "7"),
        (False, "FALSE"),
        (None, ""),
    ],
)
def test_a_value_is_spelled_the_same_in_foreign_files_and_in_our_own(cell: Cell, text: str) -> None:
    assert text_of(cell) == own_text_of(cell) == text


@pytest.mark.parametrize("text", ["'Twas", "'1", "'=1", "' 1"])
def test_only_in_our_own_files_an_apostrophe_is_a_letter_like_any_other(text: str) -> None:
    assert own_text_of(text) == text
    assert text_of(text) == (text[1:] if text[1] in "1=" else text)


@pytest.mark.parametrize("text", ["", "-", "없음", "#N/A", "UNKNOWN", "해당없음", "(없음)", "무"])
def test_words_for_nothing_say_nothing(text: str) -> None:
    assert says_nothing(text)
    assert not says_nothing(f"{text}이 아님")


@pytest.mark.parametrize(
    "text",
    [
        "90050312345", "9005031234567", "900503923456", "900003123456", "901303123456",
        "900500123456", "900532123456", "９００５０３１２３４５６", "90050312345a",
    ],
)  # fmt: skip
def test_what_has_no_day_or_is_too_long_is_no_resident_number(text: str) -> None:
    assert not any(is_resident_number(text + digit) for digit in "0123456789")


def _check_digit(text: str) -> str:
    weighed = sum(int(d) * w for d, w in zip(text, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5),
                                             strict=False))  # fmt: skip
    return str((11 - weighed % 11) % 10)


@pytest.mark.parametrize(
    "beginning", ["900503123456", "850101200001", "991231700009", "011203400010"]
)
def test_one_of_ten_last_digits_makes_a_resident_number(beginning: str) -> None:
    found = [digit for digit in "0123456789" if is_resident_number(beginning + digit)]
    assert found == [_check_digit(beginning)]


def test_resident_numbers_are_starred_out_wherever_they_stand() -> None:
    said = "900503-1234567 그리고 010203 - 4234567, 02-123-4567"
    assert without_resident_numbers(said) == "900503-1****** 그리고 010203 - 4******, 02-123-4567"
    assert without_resident_numbers("9005031234567") == "9005031234567"


def test_an_answer_is_written_in_the_language_asked_for() -> None:
    assert choice_word("gender", "female", "ko") == "여"
    assert choice_word("gender", "female", "en") == "Female"
    assert choice_word("consent", "denied", "ko") == "거부"
    assert choice_word("gender", None, "ko") == ""
    assert label_word("work", "ko") == "직장"
    assert label_word("work", "en") == "Work"
    assert label_word("별관", "ko") == "별관"
    assert label_word(None, "en") == ""


@pytest.mark.parametrize(
    ("choice", "cell", "code"),
    [
        ("consent", "Not_Set", ""), ("consent", "opt_in", "granted"),
        ("consent", "수신 동의", "granted"),
        ("consent", "(수신거부)", "denied"), ("consent", "N/A", ""), ("gender", "여자.", "female"),
        ("gender", " ", ""), ("kind", "회 사", "company"), ("consent", "maybe", None),
    ],
)  # fmt: skip
def test_an_answer_is_understood_with_signs_and_spaces_in_it(
    choice: str, cell: Cell, code: str | None
) -> None:
    assert read_choice(choice, cell) == code


@pytest.mark.parametrize(
    ("cell", "refused"),
    [
        ("수신 거부", True), ("opt out", True), ("y", True), ("동의", False), ("?!", None),
        ("", False),
    ],
)  # fmt: skip
def test_opting_out_is_read_with_spaces_in_it(cell: Cell, *, refused: bool | None) -> None:
    assert refuses(cell) is refused


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("* Work", ("work", True)), ("*", (None, True)), ("*별관", ("별관", False)),
        ("Work_Fax", ("fax", False)), ("work fax", ("fax", False)), ("별 관", ("별 관", False)),
        ("", (None, False)),
    ],
)  # fmt: skip
def test_a_label_is_known_with_signs_in_it(text: str, label: tuple[str | None, bool]) -> None:
    assert foreign_label(text) == label


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ('"a,b", c', ["a,b", "c"]), ('"a""b"', ['a"b']), ('"a" b, c', ['"a" b', "c"]),
        ('a"b', ['a"b']), ('",', ['"']), ('"a"', ["a"]), ('"a",', ["a"]), ('"', ['"']),
        (",,a,,b", ["a", "b"]), ('"",a', ["a"]),
        ('  "a" ;b', ["a", "b"]), ('"a"::: "b"', ["a", "b"]),
    ],
)  # fmt: skip
def test_a_list_is_split_at_signs_that_are_not_quoted(text: str, items: list[str]) -> None:
    assert split_list(text) == items


@pytest.mark.parametrize("item", ["a,b", 'a"b', " a", "a ", "a;b", "a\nb", "a:::b", '"'])
def test_an_item_with_a_sign_in_it_comes_back(item: str) -> None:
    if item == item.strip():
        assert split_list(join_list([item, "c"])) == [item, "c"]


def test_tags_come_once_and_bare() -> None:
    assert split_tags("#VIP, * Friends, *VIP, My Contacts, 없음, # 단골") == (
        "VIP", "Friends", "단골",
    )  # fmt: skip


def test_a_street_is_not_said_twice() -> None:
    assert join_street(["가나로 1", "가나로 1 2층"]) == "가나로 1 2층"
    assert join_street(["가나로 1", "2층", "나로"]) == "가나로 1 2층"
    assert join_street(["", "2층"]) == "2층"


def test_each_part_of_an_address_has_its_place() -> None:
    parts = {
        "postcode": "04001", "region": "서울", "city": "마포구", "street": "망원로 1",
        "detail": "2층", "country": "KR",
    }  # fmt: skip
    built = build_address(parts, "KR")
    assert built is not None
    assert (built.postcode, built.region, built.city) == ("04001", "서울", "마포구")
    assert (built.street, built.detail, built.country) == ("망원로 1", "2층", "KR")
    whole = build_address({"full": "서울 마포구 망원로 1", "detail": "2층"}, "KR")
    assert whole is not None
    assert (whole.region, whole.city, whole.country) == (None, None, None)
    assert (whole.street, whole.detail) == ("서울 마포구 망원로 1", "2층")
