"""Birthdays asked in SQL come round exactly when the calendar says so."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from db.important_dates import ImportantDate, LeapDay, between, keys_between

DAYS = st.dates(date(1990, 1, 1), date(2049, 1, 1))


def told_days() -> st.SearchStrategy[ImportantDate]:
    return st.builds(
        ImportantDate,
        month=st.integers(1, 12),
        day=st.integers(1, 31),
        lunar=st.booleans(),
        leap=st.booleans(),
    ).filter(lambda told: told.comes_round)


def key_of(told: ImportantDate) -> str:
    name = "solar" if not told.lunar else "lunar_leap" if told.leap else "lunar"
    return f"{name}-{told.month:02}-{told.day:02}"


@settings(max_examples=200, deadline=None)
@given(told_days(), DAYS, st.integers(0, 400), st.sampled_from(LeapDay))
def test_keys_name_a_day_exactly_when_it_comes_round(
    told: ImportantDate, first: date, days: int, leap_day: LeapDay
) -> None:
    last = first + timedelta(days=days)
    comes = bool(between(told, first, last, leap_day))
    assert (key_of(told) in keys_between(first, last, leap_day)) == comes
