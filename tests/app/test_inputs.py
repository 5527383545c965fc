"""Days and moments that somebody typed."""

import pytest

from app.errors import InvalidInputError
from app.inputs import day_or_none, moment_or_none


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2026-05-16", "2026-05-16"),
        ("2026-05-16T15:00", "2026-05-16T15:00"),
        ("2026-05-16 15:00", "2026-05-16T15:00"),
        ("2026-05-16T15:00:59", "2026-05-16T15:00"),
        ("2026-05-16T00:00", "2026-05-16T00:00"),
        (" 20260516 ", "2026-05-16"),
        ("", None),
    ],
)
def test_a_moment_keeps_its_time(told, kept):
    assert moment_or_none(told, "at") == kept


@pytest.mark.parametrize(
    "told", ["tomorrow", "2026-02-30", "2026-05-16T25:00", "2026-05-16T15:00Z"]
)
def test_what_is_no_moment_of_the_shops_clock_is_refused(told):
    with pytest.raises(InvalidInputError):
        moment_or_none(told, "at")


def test_a_day_has_no_time():
    assert (day_or_none("20260516", "day"), day_or_none(" ", "day")) == ("2026-05-16", None)
    with pytest.raises(InvalidInputError):
        day_or_none("2026-05-16T15:00", "day")
