"""A birthday out of three columns, or out of one and three, and the calendar beside it."""

import pytest

from tests.app.exchange.made_tables import one

THREE = ["이름", "출생연도", "출생월", "출생일"]


def born(headers, *cells):
    person = one(headers, ["김민지", *cells], told={
        "출생연도": "birthday.year", "출생월": "birthday.month", "출생일": "birthday.day",
    })  # fmt: skip
    return person.scalar("birthday"), person.scalar("birthday_calendar"), person.notes


@pytest.mark.parametrize(
    ("cells", "iso"),
    [
        (("1990", "5", "3"), "1990-05-03"),
        (("1990년", "5월", "3일"), "1990-05-03"),
        (("1990", "05", "03"), "1990-05-03"),
        (("", "5", "3"), "--05-03"),
        (("0", "12", "31"), "--12-31"),
        (("1990", "", ""), "1990"),
        (("1990", "0", "0"), "1990"),
        (("", "", ""), None),
        (("0", "0", "0"), None),
        ((1990.0, 5.0, 3.0), "1990-05-03"),
    ],
)
def test_three_columns_make_one_birthday(cells, iso):
    assert born(THREE, *cells) == (iso, "solar" if iso else None, [])


@pytest.mark.parametrize(
    ("cells", "notes"),
    [
        (("1990", "13", "3"), ["출생연도: 1990\n출생월: 13\n출생일: 3"]),
        (("", "13", "3"), ["출생월: 13\n출생일: 3"]),
        (("00", "13", "40"), ["출생월: 13\n출생일: 40"]),
    ],
)
def test_numbers_that_make_no_day_are_kept_and_marked(cells, notes):
    assert born(THREE, *cells) == (None, None, notes)
    person = one(THREE, ["김민지", "1990", "13", "3"], told={
        "출생연도": "birthday.year", "출생월": "birthday.month", "출생일": "birthday.day",
    })  # fmt: skip
    assert person.problems == [(header, "not_a_date") for header in THREE[1:]]


def test_a_whole_date_goes_before_its_parts():
    headers = ["이름", "생일", *THREE[1:]]
    assert born(headers, "1991-06-04", "1990", "5", "3")[0] == "1991-06-04"
    assert born(headers, "", "1990", "5", "3")[0] == "1990-05-03"


@pytest.mark.parametrize(
    ("day", "beside", "calendar"),
    [
        ("1990-05-03", "음", "lunar"), ("1990-05-03", "", "solar"),
        ("음력 1990-05-03", "양", "lunar"),
        ("1990-05-03", "양", "solar"), ("1990-05-03", "?!", "solar"), ("", "음", None),
    ],
)  # fmt: skip
def test_the_calendar_beside_a_day_counts_unless_the_day_says_the_moon(day, beside, calendar):
    person = one(
        ["이름", "생일", "음력여부"],
        ["김민지", day, beside],
        told={"음력여부": "birthday_calendar"},
    )
    assert person.scalar("birthday_calendar") == calendar
    unclear = [("음력여부", "calendar_unclear")] if beside == "?!" else []
    assert person.problems == unclear
