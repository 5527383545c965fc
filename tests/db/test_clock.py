"""Moments as they are kept: in UTC, to the millisecond, in an order that text has too."""

from datetime import UTC, datetime, timedelta, timezone

from db.clock import stamp, utc_now


def test_a_moment_is_kept_in_utc_to_the_millisecond():
    moment = datetime(2026, 5, 12, 9, 20, 0, 123_999, tzinfo=timezone(timedelta(hours=9)))
    assert stamp(moment) == "2026-05-12T00:20:00.123Z"


def test_a_whole_second_is_written_as_long_as_any_other():
    assert stamp(datetime(2026, 5, 12, tzinfo=UTC)) == "2026-05-12T00:00:00.000Z"


def test_the_present_has_a_time_zone():
    assert utc_now().utcoffset() == timedelta(0)
