"""Phones and e-mails at the edges: where one digit or sign more decides."""

import pytest

from app.exchange.table import Cell
from app.exchange.values.emails import read_emails
from app.exchange.values.phones import is_mobile, read_phones
from db.keys import phone_display, phone_key


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (123456000000.0, "phone_digits_lost"),
        (12345000000.0, "phone_odd"),  # eleven digits: a spreadsheet shows them all
        (123456700000.0, "phone_odd"),  # five zeros may be the number's own
        (123456789012345.0, "phone_odd"),  # fifteen digits: a float still holds them
        (1234567890123456.0, "phone_digits_lost"),
    ],
)
def test_a_number_cell_has_lost_digits_from_the_twelfth_or_the_sixteenth_on(
    cell: Cell, problem: str
) -> None:
    ((_shown, key, found),) = read_phones(cell, "KR")
    assert (key, found) == ("", problem)


def test_a_number_that_lost_its_digits_looks_like_it() -> None:
    ((shown, _key, _problem),) = read_phones(123456789012345678, "KR")
    assert shown == "1.23457E+17"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("010-0101-1234, 555-0102", ["010-0101-1234", "555-0102"]),
        ("010-0101-1234, 내선 555010", ["010-0101-1234, 내선 555010"]),
        ("010-0101-1234 - 010-0101-9999", ["010-0101-1234", "010-0101-9999"]),
    ],
)
def test_a_cell_is_split_where_each_part_has_seven_digits(cell: str, shown: list[str]) -> None:
    assert [phone.shown for phone in read_phones(cell, "KR")] == shown


def test_the_writing_of_korea_is_another_country_s_own_affair() -> None:
    ((shown, key, problem),) = read_phones("010-0101-1234", "US")
    assert (shown, key) == (phone_display("010-0101-1234", "US"), phone_key("010-0101-1234", "US"))
    assert problem == "phone_odd"


@pytest.mark.parametrize(
    ("key", "mobile"),
    [
        ("01001011234", True), ("0161231234", True), ("025550101", False),
        ("0100101123", True), ("010010112", False), ("010010112345", False), ("", False),
    ],
)  # fmt: skip
def test_mobiles_are_told_by_their_key(key: str, mobile: bool) -> None:
    assert is_mobile(key) is mobile


@pytest.mark.parametrize("text", ["1+650-253-0000", "0+82 10 0101 1234", "+82+10 0101 1234"])
def test_a_plus_within_a_number_makes_it_none(text: str) -> None:
    assert phone_key(text) == ""
    assert phone_display(text) == text


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("MAILTO:Jane@Example.com", [("Jane@Example.com", "jane@example.com", "")]),
        ("Jane <mailto:jane@example.com>", [("jane@example.com", "jane@example.com", "")]),
        ("jane+shop@example.com", [("jane+shop@example.com", "jane@example.com", "")]),
        ("jane*@example.com", [("jane*@example.com", "", "")]),
        ("a@example.com; 없음", [("a@example.com; 없음", "", "email_odd")]),
        ("mailto:jane", [("mailto:jane", "", "email_odd")]),
        ("mailing@", [("mailing@", "", "email_odd")]),
    ],
)
def test_an_email_keeps_its_writing_and_has_its_key(
    cell: str, found: list[tuple[str, str, str]]
) -> None:
    assert list(read_emails(cell)) == found
