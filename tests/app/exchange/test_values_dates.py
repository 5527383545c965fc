"""Dates of cells: every common writing, one order per column, never shifted."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.table import Cell
from app.exchange.values.dates import DateOrder, DateReader, decide_order

ISO = DateOrder()


def read(cell: Cell, order: DateOrder = ISO, *, partial: bool = True, early: bool = False) -> str:
    found = DateReader(order, 2026, date_1904=early, partial=partial).read(cell)
    if found is None:
        return "odd"
    return f"{found.iso} lunar" if found.lunar else found.iso


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2026-01-05", "2026-01-05"),
        ("2026.01.05", "2026-01-05"),
        ("2026. 1. 5.", "2026-01-05"),
        ("2026/1/5", "2026-01-05"),
        ("2026년 1월 5일", "2026-01-05"),
        ("2026년 1월 5일 (월) 오후 3:00", "2026-01-05"),
        ("2026-01-05T23:59:59+09:00", "2026-01-05"),
        ("2026-01-05 23:59:59", "2026-01-05"),
        ("1990년 5월 3일", "1990-05-03"),
        ("19900503", "1990-05-03"),
        ("900503", "1990-05-03"),
        (900503.0, "1990-05-03"),
        ("90년 5월 3일", "1990-05-03"),
        ("5월 3일", "--05-03"),
        ("0503", "--05-03"),
        ("--05-03", "--05-03"),
        ("2월 29일", "--02-29"),
        ("1990", "1990"),
        ("90년생", "1990"),
        ("15 Jan 2024", "2024-01-15"),
        ("10-Dez-25", "2025-12-10"),
        ("September 3, 2026", "2026-09-03"),
        ("3. Mai 1990", "1990-05-03"),
        ("5 de mayo de 1990", "1990-05-05"),
        ("Mon, Jan 15, 2024", "2024-01-15"),
        ("46302.65", "2026-10-07"),
        (46302.65, "2026-10-07"),
        ("32996", "1990-05-03"),
        (datetime.date(2020, 1, 2), "2020-01-02"),
        (datetime.datetime(2020, 1, 2, 23, 59), "2020-01-02"),
        ("900503-2234567", "1990-05-03"),
        ("010503-4******", "2001-05-03"),
        ("음력 5.3", "--05-03 lunar"),
        ("5.3(음)", "--05-03 lunar"),
        ("(음)1990.5.3", "1990-05-03 lunar"),
        ("1990-05-03 음력", "1990-05-03 lunar"),
        ("양력 1990-05-03", "1990-05-03"),
        ("음력 2월 30일", "--02-30 lunar"),
        ("0/0/00", ""),
        ("0000-00-00", ""),
        ("-", ""),
        (None, ""),
    ],
)
def test_a_date_is_read_however_it_is_written(cell: Cell, iso: str) -> None:
    assert read(cell) == iso


@pytest.mark.parametrize(
    "cell", ["2월 30일", "2025-02-29", "soon", 5.3, True, "1234567", "13/13/2024", 61]
)
def test_what_is_no_date_is_not_made_one(cell: Cell) -> None:
    assert read(cell) == "odd"


@pytest.mark.parametrize("cell", ["5월 3일", "1990", "0503"])
def test_only_birthdays_may_lack_a_part(cell: str) -> None:
    assert read(cell, partial=False) == "odd"


def test_serials_count_from_1904_where_the_workbook_does() -> None:
    assert read(31534, early=True) == "1990-05-03"
    assert read(32996) == "1990-05-03"


@pytest.mark.parametrize(
    ("cells", "language", "first"),
    [
        (["03/04/2024", "13/04/2024"], "en", "2024-04-03"),
        (["03/04/2024", "04/13/2024"], "ko", "2024-03-04"),
        (["05-03-12", "90-05-03"], "en", "2005-03-12"),
        (["05/03/12", "12/25/99"], "ko", "2012-05-03"),
        (["05/03/12", "25/12/99"], "ko", "2012-03-05"),
        (["03/04/2024", "13/5"], "ko", "2024-04-03"),
        (["01/01/2024"], "en", "2024-01-01"),
        (["5/3", "5/13"], "ko", "--05-03"),
        (["3.4", "12.5"], "ko", "--03-04"),
        (["5/3", "13/5"], "ko", "--03-05"),
    ],
)
def test_all_cells_of_a_column_decide_its_order(
    cells: list[Cell], language: str, first: str
) -> None:
    order = decide_order(cells, language)
    assert not order.ambiguous
    assert read(cells[0], order) == first


@pytest.mark.parametrize(
    ("cell", "language", "iso"),
    [
        ("03/04/2024", "ko", "2024-03-04"),
        ("03/04/2024", "en", "2024-03-04"),
        ("03.04.2024", "en", "2024-04-03"),
        ("05/03/12", "ko", "2005-03-12"),
        ("05/03/12", "en", "2012-05-03"),
    ],
)
def test_an_order_no_cell_tells_is_guessed_and_said(cell: str, language: str, iso: str) -> None:
    order = decide_order([cell], language)
    assert order.ambiguous
    assert read(cell, order) == iso


def test_what_the_person_told_settles_the_order() -> None:
    order = decide_order(["03/04/2024"], "ko", "dmy")
    assert (order.ambiguous, read("03/04/2024", order)) == (False, "2024-04-03")


def test_birthdays_written_together_have_lost_their_zeros_in_a_spreadsheet() -> None:
    cells: list[Cell] = [900503, 50503.0, 503, 32996]
    order = decide_order(cells, "ko")
    assert [read(cell, order) for cell in cells] == [
        "1990-05-03", "2005-05-03", "2000-05-03", "1990-05-03",
    ]  # fmt: skip


DAYS = st.dates(datetime.date(1900, 3, 1), datetime.date(2099, 12, 31))
WRITINGS = ("%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d %H:%M", "%Y년 %m월 %d일", "%Y%m%d", "%d %B %Y")


@given(DAYS, st.sampled_from(WRITINGS))
def test_any_day_comes_back_from_any_writing(day: datetime.date, writing: str) -> None:
    text = day.strftime(writing)
    assert read(text, decide_order([text], "ko")) == day.isoformat()


@given(DAYS)
def test_any_day_comes_back_from_its_serial(day: datetime.date) -> None:
    days = (day - datetime.date(1899, 12, 30)).days
    cell = f"{days}.5" if days < 10_000 else float(days)
    expected = "odd" if days < 10_000 else day.isoformat()
    assert (read(cell) if days >= 10_000 else "odd") == expected


@given(st.one_of(st.text(max_size=20), st.text("0123456789./-년월일음력() ", max_size=16)))
def test_no_text_is_ever_an_error(text: str) -> None:
    order = decide_order([text], "ko")
    found = read(text, order)
    assert found == "odd" or len(found.split()) <= 2


@given(st.lists(DAYS, min_size=1, max_size=8), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_a_decided_order_reads_every_cell_of_the_column(
    days: list[datetime.date], writing: str
) -> None:
    cells: list[Cell] = [day.strftime(writing) for day in days]
    order = decide_order(cells, "ko")
    if not order.ambiguous and any(day.day > 12 for day in days):
        assert [read(cell, order) for cell in cells] == [day.isoformat() for day in days]
