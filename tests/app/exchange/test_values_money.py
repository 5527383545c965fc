"""Amounts and counts: separators decided per column, nothing rounded, foreign money kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.table import Cell
from app.exchange.values.money import MoneyReader, as_text, decide_style, read_count


def read(cell: Cell, currency: str = "KRW", column: list[Cell] | None = None) -> int | str | None:
    reader = MoneyReader(decide_style(column or [cell], currency), currency)
    amount, reason = reader.read(cell)
    return reason or amount


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1,234원", 1234),
        ("₩1,234", 1234),
        ("￦1,234", 1234),
        ("1 234", 1234),
        ("12만원", 120_000),
        ("3만5천", 35_000),
        ("1.5만", 15_000),
        ("천만", 10_000_000),
        ("2천만 원", 20_000_000),
        ("1억 2천5백만", 125_000_000),
        ("3만 5천 5백", 35_500),
        ("백", "not_money"),
        ("천", "not_money"),
        ("만천하", "not_money"),
        ("-5,000", -5000),
        ("(1,234)", -1234),
        ("△300", -300),
        (1234.0, 1234),
        (1234, 1234),
        ("1,234.00", 1234),
        ("0", 0),
        ("-", None),
        ("", None),
        (None, None),
    ],
)
def test_won_are_read_whole(cell: Cell, amount: int | str | None) -> None:
    assert read(cell) == amount


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("비쌈", "not_money"),
        ("1,2,3", "not_money"),
        (True, "not_money"),
        (float("nan"), "not_money"),
        ("1e400", "not_money"),
        ("9" * 40, "not_money"),
        (1234.5, "money_fraction"),
        ("$12.00", "other_currency"),
        ("12 €", "other_currency"),
    ],
)
def test_what_is_no_amount_in_won_says_why(cell: Cell, reason: str) -> None:
    assert read(cell) == reason


@pytest.mark.parametrize(
    ("column", "currency", "amount"),
    [
        (["$1,234.50"], "USD", 123_450),
        (["1,234", "1,234.50"], "USD", 123_400),
        (["1.234", "0,50"], "EUR", 123_400),
        (["1.234,56 €"], "EUR", 123_456),
        (["12,5"], "EUR", 1250),
        (["1.000.000"], "EUR", 100_000_000),
        (["1'234.50"], "CHF", 123_450),
        (["1.234"], "KRW", 1234),
    ],
)
def test_the_column_tells_which_separator_is_which(
    column: list[Cell], currency: str, amount: int
) -> None:
    assert read(column[0], currency, column) == amount


def test_three_digits_behind_a_point_alone_are_thousands_and_said_so() -> None:
    style = decide_style(["1.234"], "EUR")
    assert style.ambiguous
    assert read("1.234", "EUR") == 123_400


@given(st.integers(-(10**15), 10**15), st.sampled_from(["KRW", "USD", "EUR"]))
def test_an_amount_written_by_dangol_is_read_back_exactly(minor: int, currency: str) -> None:
    assert read(as_text(minor, currency), currency) == minor


@given(st.one_of(st.text(max_size=12), st.text("0123456789.,-원만천억$ ", max_size=14)))
def test_no_text_is_ever_an_error(text: str) -> None:
    assert isinstance(read(text), int | str | None)


@pytest.mark.parametrize(
    ("cell", "count"),
    [("12회", 12), (3.0, 3), ("1,234", 1234), ("3번", 3), ("5 visits", 5), ("", None), ("-", None)],
)
def test_visits_are_counted(cell: Cell, count: int | None) -> None:
    assert read_count(cell) == (count, "")


@pytest.mark.parametrize("cell", ["often", 2.5, True, "1,2"])
def test_what_is_no_count_says_so(cell: Cell) -> None:
    assert read_count(cell) == (None, "not_a_number")
