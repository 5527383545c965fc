"""Dates at the edges: digits without anything between them, first and last years, lone votes."""

import datetime

import pytest

from app.exchange.table import Cell
from app.exchange.values.dateforms import ODD, Written, taken_apart
from app.exchange.values.dates import DateOrder, DateReader, decide_order


def read(cell: Cell, order: DateOrder | None = None, **how: object) -> str | None:
    reader = DateReader(order or DateOrder(), 2026, **{"partial": True, **how})
    found = reader.read(cell)
    return found and found.iso + (" lunar" if found.lunar else "")


@pytest.mark.parametrize(
    ("cell", "form", "numbers"),
    [
        ("0503", "md", (5, 3)),
        ("1503", "digits", (1503,)),
        ("503", "digits", (503,)),
        ("00503", "digits", (503,)),
        ("50503", "digits", (50503,)),
        ("900503", "packed", (90, 5, 3)),
        ("9005031", "odd", ()),
        ("18500101", "ymd", (1850, 1, 1)),
        ("18491231", "last", (18, 49, 1231)),
        ("21501231", "ymd", (2150, 12, 31)),
        ("21510101", "last", (21, 51, 101)),
        ("13041990", "last", (13, 4, 1990)),
        ("13-04-1990", "last", (13, 4, 1990)),
        ("90-05-03", "short", (90, 5, 3)),
        ("5-3", "two", (5, 3)),
        ("'90년", "y", (90,)),
        ("1990년", "y", (1990,)),
        ("900503-1******", "ymd", (1990, 5, 3)),
        ("900503-2******", "ymd", (1990, 5, 3)),
        ("900503-5******", "ymd", (1990, 5, 3)),
        ("900503-6******", "ymd", (1990, 5, 3)),
        ("010503-3******", "ymd", (2001, 5, 3)),
        ("010503-7******", "ymd", (2001, 5, 3)),
        ("010503-8******", "ymd", (2001, 5, 3)),
        ("900503-9******", "odd", ()),
        ("3 Foo 1990", "odd", ()),
        ("12345.5", "serial", (12345,)),
        (10000.5, "serial", (10000,)),
        (9999.5, "odd", ()),
        (float("inf"), "odd", ()),
        (datetime.time(9, 30), "odd", ()),
    ],
)
def test_a_cell_is_taken_apart_as_far_as_it_tells(
    cell: Cell, form: str, numbers: tuple[int, ...]
) -> None:
    seen = taken_apart(cell)
    assert (seen.form, seen.numbers) == (form, numbers)


@pytest.mark.parametrize("cell", ["3.4.2024", "03.04.12", "3.4"])
def test_dots_between_the_numbers_are_remembered(cell: str) -> None:
    assert taken_apart(cell).dotted
    assert not taken_apart(cell.replace(".", "/")).dotted


def test_a_text_too_long_for_a_date_is_none_but_may_name_the_moon() -> None:
    day = "1990-05-03"
    for length, form in ((100, "ymd"), (101, "odd")):
        assert taken_apart(day + "," * (length - len(day))).form == form
    assert taken_apart("음력 " + "봄" * 200) == ODD._replace(lunar=True)
    assert taken_apart("봄" * 200) == ODD
    assert taken_apart("음력 1990-05-03") == Written("ymd", (1990, 5, 3), lunar=True)


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("0229", "--02-29"),
        ("0230", None),
        ("1350-01-01", None),
        ("1850-01-01", "1850-01-01"),
        ("1849-12-31", None),
        ("2150-12-31", "2150-12-31"),
        ("2151-01-01", None),
        ("26-01-05", "2026-01-05"),
        ("27-01-05", "1927-01-05"),
        ("00-01-05", "2000-01-05"),
        ("26년생", "2026"),
        ("27년생", "1927"),
        ("1850", "1850"),
        ("1849", None),
        ("2150", "2150"),
        ("2151", None),
        ("503", "--05-03"),
        ("1231", "--12-31"),
        (10000, "1927-05-18"),
        ("음력 1990-12-30", "1990-12-30 lunar"),
        ("음력 1990-12-31", None),
        ("음력 1990-13-01", None),
        ("음력 1990-01-01", "1990-01-01 lunar"),
        ("음력 1990-00-01", None),
        ("음력 1990-01-00", None),
    ],
)
def test_a_day_is_one_only_where_the_calendar_has_it(cell: Cell, iso: str | None) -> None:
    assert read(cell) == iso


@pytest.mark.parametrize(
    ("cell", "early", "iso"),
    [(73050, False, "2099-12-31"), (2958465, False, None), (71588, True, "2099-12-31")],
)
def test_serials_reach_as_far_as_spreadsheets_do(
    cell: Cell,
    early: bool,
    iso: str | None,
) -> None:
    assert read(cell, date_1904=early) == iso


def test_a_column_under_the_moon_makes_every_day_lunar() -> None:
    assert read("1990-05-03", lunar=True) == "1990-05-03 lunar"
    assert read("0503", lunar=True) == "--05-03 lunar"


@pytest.mark.parametrize(
    ("number", "iso"),
    [(1203, "2000-12-03"), (1899, "1899"), (1900, "1900"), (2026, "2026"), (2027, "2027")],
)
def test_short_numbers_of_a_packed_column_are_years_only_where_they_can_be(
    number: int, iso: str | None
) -> None:
    assert read(number, DateOrder(packed=True)) == iso


@pytest.mark.parametrize(
    ("cells", "language", "order"),
    [
        ([], "ko", DateOrder()),
        ([], "en", DateOrder("mdy")),
        (["900503"], "ko", DateOrder(packed=True)),
        (["19900503"], "ko", DateOrder()),
        (["13/04/2024", "04/13/2024"], "ko", DateOrder()),
        (["13/04/2024", "14/04/2024", "04/13/2024"], "ko", DateOrder(day_first=True)),
        (["12/13/2024"], "ko", DateOrder()),
        (["13/12/2024"], "ko", DateOrder(day_first=True)),
        (["12/12/2024"], "en", DateOrder("mdy")),
        (["05/03/12", "13/04/2024"], "en", DateOrder("dmy", day_first=True)),
        (["05/03/12", "04/13/2024"], "ko", DateOrder("mdy")),
        (["05/05/05"], "en", DateOrder("mdy")),
        (["5/3"], "en", DateOrder("mdy", ambiguous=True)),
        (["5/5"], "en", DateOrder("mdy")),
        (["25/12/99", "3/4"], "en", DateOrder("dmy", day_first=True)),
        (["12/25/99", "3/4"], "en", DateOrder("mdy")),
        (["3.4.2024"], "ko", DateOrder(day_first=True, ambiguous=True)),
    ],
)
def test_the_cells_that_tell_outvote_those_that_do_not(
    cells: list[Cell], language: str, order: DateOrder
) -> None:
    assert decide_order(cells, language) == order


def test_an_order_that_was_told_keeps_what_the_cells_say_besides() -> None:
    assert decide_order(["900503", "03/04/2024"], "ko", "mdy") == DateOrder("mdy", packed=True)
    assert decide_order([], "ko", "dmy") == DateOrder("dmy", day_first=True)
