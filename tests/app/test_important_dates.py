from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import lunar
from app.important_dates import (
    ImportantDate,
    LeapDay,
    between,
    next_on,
    occurrence,
    years_on,
)
from app.lunar import LunarDay, lunar_of, solar_of

# Public holidays of Korea; 1997, 2027 and 2028 are a day later than in China.
NEW_YEAR = """
1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-08
1998-01-28 1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09
2006-01-29 2007-02-18 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10
2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12
2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-07 2028-01-27 2029-02-13
2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15
2038-02-04 2039-01-24 2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30 2045-02-17
2046-02-06 2047-01-26 2048-02-14 2049-02-02 2050-01-23
"""
CHUSEOK = """
1990-10-03 1991-09-22 1992-09-11 1993-09-30 1994-09-20 1995-09-09 1996-09-27 1997-09-16
1998-10-05 1999-09-24 2000-09-12 2001-10-01 2002-09-21 2003-09-11 2004-09-28 2005-09-18
2006-10-06 2007-09-25 2008-09-14 2009-10-03 2010-09-22 2011-09-12 2012-09-30 2013-09-19
2014-09-08 2015-09-27 2016-09-15 2017-10-04 2018-09-24 2019-09-13 2020-10-01 2021-09-21
2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03 2029-09-22
2030-09-12 2031-10-01 2032-09-19 2033-09-08 2034-09-27 2035-09-16 2036-10-04 2037-09-24
2038-09-13 2039-10-02 2040-09-21 2041-09-10 2042-09-28 2043-09-17 2044-10-05 2045-09-25
2046-09-15 2047-10-04 2048-09-22 2049-09-11 2050-09-30
"""
LEAP_MONTHS = {
    1990: 5, 1993: 3, 1995: 8, 1998: 5, 2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 3, 2014: 9,
    2017: 5, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3, 2033: 11, 2036: 6, 2039: 5, 2042: 2,
    2044: 7, 2047: 5, 2050: 3,
}  # fmt: skip
solar_days = st.dates(lunar.FIRST, lunar.LAST)
told_dates = st.builds(
    ImportantDate,
    month=st.none() | st.integers(-1, 14),
    day=st.none() | st.integers(-1, 32),
    year=st.none() | st.integers(-1, 10_000),
    lunar=st.booleans(),
    leap=st.booleans(),
)


@pytest.mark.parametrize("holiday", NEW_YEAR.split())
def test_the_lunar_new_year_is_the_holiday_of_the_calendar(holiday: str) -> None:
    assert solar_of(LunarDay(int(holiday[:4]), 1, 1)) == date.fromisoformat(holiday)


@pytest.mark.parametrize("holiday", CHUSEOK.split())
def test_chuseok_is_the_holiday_of_the_calendar(holiday: str) -> None:
    assert solar_of(LunarDay(int(holiday[:4]), 8, 15)) == date.fromisoformat(holiday)


def test_leap_months_are_those_that_were_published() -> None:
    assert {y: m for y in range(1990, 2051) if (m := lunar.leap_month(y))} == LEAP_MONTHS


def test_every_day_of_the_range_goes_to_the_moon_and_back() -> None:
    day, before = lunar.FIRST, None
    while day <= lunar.LAST:
        told = lunar_of(day)
        assert told is not None
        assert solar_of(told) == day
        assert before is None or told.day in (1, before.day + 1)
        before, day = told, day + timedelta(days=1)


@given(solar_days)
def test_a_day_told_by_the_moon_comes_round_on_itself(day: date) -> None:
    moon = lunar_of(day)
    assert moon is not None
    told = ImportantDate(moon.month, moon.day, moon.year, lunar=True, leap=moon.leap)
    assert next_on(told, day) == day
    assert years_on(told, day) == 0


@pytest.mark.parametrize(
    "day",
    [
        LunarDay(1899, 12, 30), LunarDay(2051, 1, 1), LunarDay(2050, 11, 19), LunarDay(2026, 13, 1),
        LunarDay(2026, 1, 0), LunarDay(2026, 1, 31), LunarDay(2026, 5, 1, leap=True),
    ],
)  # fmt: skip
def test_a_lunar_day_that_is_not_there_is_none(day: LunarDay) -> None:
    assert solar_of(day) is None


@pytest.mark.parametrize("day", [date(1900, 1, 30), date(2051, 1, 1), date.min, date.max])
def test_a_solar_date_out_of_range_has_no_lunar_day(day: date) -> None:
    assert lunar_of(day) is None


@pytest.mark.parametrize(
    ("told", "today", "expected"),
    [
        (ImportantDate(5, 3), "2026-05-03", "2026-05-03"),
        (ImportantDate(5, 3), "2026-05-04", "2027-05-03"),
        (ImportantDate(5, 3, 1996), "2026-01-01", "2026-05-03"),
        (ImportantDate(5, 3, 2028), "2026-01-01", "2028-05-03"),
        (ImportantDate(2, 29), "2026-01-01", "2026-02-28"),
        (ImportantDate(2, 29), "2026-03-01", "2027-02-28"),
        (ImportantDate(2, 29), "2028-02-01", "2028-02-29"),
        (ImportantDate(2, 29), "2100-01-01", "2100-02-28"),
        (ImportantDate(2, 29, 1996), "2027-12-31", "2028-02-29"),
        # By the moon: 15 August, the 25th of the last month (in the next solar year), a leap day.
        (ImportantDate(8, 15, lunar=True), "2026-01-01", "2026-09-25"),
        (ImportantDate(8, 15, lunar=True), "2026-09-26", "2027-09-15"),
        (ImportantDate(12, 25, lunar=True), "2026-01-01", "2026-02-12"),
        (ImportantDate(12, 25, lunar=True), "2026-02-13", "2027-02-01"),
        (ImportantDate(6, 1, lunar=True, leap=True), "2025-01-01", "2025-07-25"),
        (ImportantDate(6, 1, lunar=True), "2025-01-01", "2025-06-25"),
        (ImportantDate(6, 1, lunar=True, leap=True), "2026-01-01", "2026-07-14"),
        (ImportantDate(5, 15, 1960, lunar=True), "2017-05-01", "2017-06-09"),
        (ImportantDate(5, 15, lunar=True, leap=True), "2017-05-01", "2017-07-08"),
    ],
)
def test_the_next_time_is(told: ImportantDate, today: str, expected: str) -> None:
    assert next_on(told, date.fromisoformat(today)) == date.fromisoformat(expected)


def test_a_shop_may_keep_the_29th_of_february_on_the_first_of_march() -> None:
    told = ImportantDate(2, 29, 1996)
    assert next_on(told, date(2026, 1, 1), LeapDay.MARCH_1) == date(2026, 3, 1)
    assert next_on(told, date(2028, 1, 1), LeapDay.MARCH_1) == date(2028, 2, 29)


def test_the_lunar_30th_is_kept_on_the_29th_of_a_short_month() -> None:
    told = ImportantDate(1, 30, lunar=True)
    for year in range(lunar.FIRST_YEAR, lunar.LAST_YEAR):
        month = lunar.month_of(year, 1)
        assert month is not None
        assert occurrence(told, year) == month.first + timedelta(days=month.days - 1)
    assert {m.days for y in range(1990, 2050) for m in lunar.months_of(y)} == {29, 30}


def test_a_leap_month_that_a_year_lacks_is_the_ordinary_one() -> None:
    told = ImportantDate(5, 10, lunar=True, leap=True)
    plain = ImportantDate(5, 10, lunar=True)
    for year in range(1990, 2050):
        both = occurrence(told, year), occurrence(plain, year)
        assert (both[0] == both[1]) is (LEAP_MONTHS.get(year) != 5)


def test_a_lunar_day_may_come_twice_in_a_solar_year_or_not_at_all() -> None:
    told = ImportantDate(12, 1, lunar=True)
    years = [len(between(told, date(y, 1, 1), date(y, 12, 31))) for y in range(1990, 2050)]
    assert set(years) == {0, 1, 2}
    assert sum(years) == 60


def test_the_moon_beyond_2050_is_not_made_up() -> None:
    told = ImportantDate(8, 15, lunar=True)
    assert next_on(told, date(2050, 9, 30)) == date(2050, 9, 30)
    assert next_on(told, date(2050, 10, 1)) is None
    assert next_on(ImportantDate(8, 15), date(2050, 10, 1)) == date(2051, 8, 15)


@pytest.mark.parametrize(
    "told",
    [
        ImportantDate(), ImportantDate(year=1990), ImportantDate(5), ImportantDate(day=3),
        ImportantDate(13, 1), ImportantDate(2, 30), ImportantDate(2, 29, 2025),
        ImportantDate(4, 31), ImportantDate(1, 31, lunar=True), ImportantDate(5, 3, leap=True),
    ],
)  # fmt: skip
def test_what_is_not_a_day_never_comes_round(told: ImportantDate) -> None:
    assert not told.comes_round
    assert next_on(told, date(2026, 1, 1)) is None
    assert between(told, date(2026, 1, 1), date(2028, 1, 1)) == []


@pytest.mark.parametrize(
    "text", ["1996-05-03", "--05-03", "1996-05", "--05", "1996", "--02-29", "2000-02-29"]
)
def test_a_date_is_read_as_it_is_written(text: str) -> None:
    told = ImportantDate.read(text)
    assert told is not None
    assert told.text == text


@pytest.mark.parametrize(
    "text", ["", "-", "--", "5-3", "1996-5-3", "--13-01", "1997-02-29", "1996-05-03x", "0000", "٣"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert ImportantDate.read(text) is None


def test_the_lunar_30th_is_read_in_every_month() -> None:
    told = ImportantDate.read("--02-30", lunar=True)
    assert told == ImportantDate(2, 30, lunar=True)


def test_years_are_counted_in_the_calendar_of_the_birthday() -> None:
    born = ImportantDate(12, 25, 1995, lunar=True)
    assert years_on(born, date(2026, 2, 12)) == 30
    assert years_on(ImportantDate(5, 3, 1996), date(2026, 5, 3)) == 30
    assert years_on(ImportantDate(5, 3), date(2026, 5, 3)) is None


@given(told_dates, st.dates(), st.sampled_from(LeapDay))
def test_nothing_told_is_an_error_and_next_is_never_past(
    told: ImportantDate, today: date, leap_day: LeapDay
) -> None:
    found = next_on(told, today, leap_day)
    assert found is None or found >= today
    if found is not None:
        assert next_on(told, found, leap_day) == found
        assert years_on(told, found) is None or (years_on(told, found) or 0) >= 0
    if told.is_possible and told.text:
        assert ImportantDate.read(told.text, lunar=told.lunar, leap=told.leap) == told


@given(told_dates, st.dates(date(1901, 1, 1), date(2049, 1, 1)))
def test_a_full_day_comes_round_within_385_days(told: ImportantDate, today: date) -> None:
    found = next_on(told, today)
    if told.comes_round and (told.year is None or told.year < today.year - 1):
        assert found is not None
        assert (found - today).days <= 385
