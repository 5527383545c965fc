"""Phones and e-mails of cells: nicely written, matched safely, never with a digit invented."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.table import Cell
from app.exchange.values.emails import read_emails
from app.exchange.values.phones import read_phones
from db.keys import phone_display
from db.points import point_key


@pytest.mark.parametrize(
    ("cell", "shown", "key"),
    [
        ("010-0101-1234", "010-0101-1234", "01001011234"),
        ("01001011234", "010-0101-1234", "01001011234"),
        ("010.0101.1234", "010-0101-1234", "01001011234"),
        ("+82 10-0101-1234", "010-0101-1234", "01001011234"),
        (821001011234.0, "010-0101-1234", "01001011234"),
        ("(02) 555-0101", "02-555-0101", "025550101"),
        ("+1 650-253-0000", "+1 650-253-0000", "+16502530000"),
        ("02-555-0101 ext. 7", "02-555-0101 ext. 7", "025550101"),
        ("02-555-0101/3", "02-555-0101~3", "025550101"),
        ("엄마 010-0101-1234", "엄마 010-0101-1234", "01001011234"),
        ("0504-0101-1234", "0504-0101-1234", ""),
        ("010-****-1234", "010-****-1234", ""),
    ],
)
def test_a_number_is_shown_as_its_country_writes_it(cell: Cell, shown: str, key: str) -> None:
    assert read_phones(cell, "KR") == ((shown, key, ""),)


@pytest.mark.parametrize("cell", ["1001011234", 1001011234, 1001011234.0, "10-0101-1234"])
def test_the_zero_a_spreadsheet_took_is_put_back_and_marked(cell: Cell) -> None:
    assert read_phones(cell, "KR") == (("010-0101-1234", "01001011234", "phone_zero_added"),)


@pytest.mark.parametrize("cell", ["8.21012E+11", "8.21012e11", 821012000000.0, "1.00123E+09"])
def test_lost_digits_are_never_made_up(cell: Cell) -> None:
    ((shown, key, problem),) = read_phones(cell, "KR")
    assert (key, problem) == ("", "phone_digits_lost")
    assert re.fullmatch(r"\d\.\d+E\+?\d+", shown, re.I)


@pytest.mark.parametrize("cell", ["모르겠음", "010-123-4567", "12345", True])
def test_what_nobody_can_dial_is_kept_as_it_stands(cell: Cell) -> None:
    ((shown, key, problem),) = read_phones(cell, "KR")
    assert (key, problem) == ("", "phone_odd")
    assert shown == str(cell) or shown == str(cell).upper()


@pytest.mark.parametrize("between", [" ::: ", "/", ", ", ";", "\n", " / ", " 또는 "])
def test_several_numbers_in_one_cell_are_several_phones(between: str) -> None:
    found = read_phones(f"010-0101-1111{between}02-555-0102", "KR")
    assert [phone.key for phone in found] == ["01001011111", "025550102"]


@pytest.mark.parametrize("cell", [None, "", "-", "없음", "N/A", " "])
def test_a_cell_that_says_nothing_holds_no_phone(cell: Cell) -> None:
    assert read_phones(cell, "KR") == ()
    assert read_emails(cell) == ()


def test_no_zero_is_added_abroad() -> None:
    ((shown, _key, problem),) = read_phones("1001011234", "US")
    assert problem != "phone_zero_added"
    assert not shown.startswith("0")


NUMBERLIKE = st.one_of(
    st.text("0123456789-+ ().,/E~", max_size=24),
    st.from_regex(r"0(10|2|31|70|505)[- .]?\d{3,4}[- .]?\d{4}", fullmatch=True),
    st.integers(0, 10**15),
    st.floats(0, 1e16, allow_nan=False).map(float),
    st.text(max_size=20),
)


@given(NUMBERLIKE)
def test_reading_a_phone_invents_no_digit(cell: Cell) -> None:
    # Only a leading 0 may come, and only a country code may go for it.
    text = format(cell, ".15g") if isinstance(cell, float) else str(cell)
    there = "".join(str(unicodedata.digit(sign)) for sign in text if sign.isdigit())
    for phone in read_phones(cell, "KR"):
        if phone.problem == "phone_digits_lost":
            continue
        assert phone.key.lstrip("+0") in there


@given(NUMBERLIKE)
def test_a_phone_has_the_key_the_database_gives_it(cell: Cell) -> None:
    for phone in read_phones(cell, "KR"):
        assert phone.key == point_key("phone", None, phone.shown)
        assert phone.shown == phone_display(phone.shown)


EMAILLIKE = st.one_of(st.emails(), st.text("ab@.+,; <>:*AB한", max_size=16), st.text(max_size=16))


@given(EMAILLIKE)
def test_an_email_has_the_key_the_database_gives_it(cell: str) -> None:
    for email in read_emails(cell):
        assert email.key == point_key("email", None, email.shown)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("jane@example.com", ["jane@example.com"]),
        ("Jane Park <jane@example.com>", ["jane@example.com"]),
        ("mailto:jane@example.com", ["jane@example.com"]),
        ("a@example.com; b@example.com", ["a@example.com", "b@example.com"]),
        ("a@example.com ::: b@example.com", ["a@example.com", "b@example.com"]),
        ("a@example.com/b@example.com", ["a@example.com", "b@example.com"]),
    ],
)
def test_addresses_are_found_in_what_programs_write_around_them(
    cell: str, shown: list[str]
) -> None:
    assert [email.shown for email in read_emails(cell)] == shown


@pytest.mark.parametrize("cell", ["jane(at)example.com", "jane@example", "jane @example.com"])
def test_an_odd_email_is_kept_and_marked(cell: str) -> None:
    ((shown, _key, problem),) = read_emails(cell)
    assert (shown, problem) == (cell, "email_odd")


@given(st.from_regex(r"0(10|1[16-9]|2|31|53|64|70)-[0-9]{3,4}-[0-9]{4}", fullmatch=True))
def test_the_short_way_through_agrees_with_the_long_one(cell: str) -> None:
    ((shown, key, _problem),) = read_phones(cell, "KR")
    assert (shown, key) == (phone_display(cell), point_key("phone", None, cell))
