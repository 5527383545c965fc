"""The day of the shop begins at its own midnight, also where clocks are changed."""

from datetime import UTC, datetime

import pytest

from app.day import today
from tests.zones import settable, zone


@settable
@pytest.mark.parametrize(
    ("where", "now", "day", "began"),
    [
        ("Asia/Seoul", "2026-05-12T00:20", "2026-05-12", "2026-05-11T15:00:00.000Z"),
        ("Asia/Seoul", "2026-05-11T14:59", "2026-05-11", "2026-05-10T15:00:00.000Z"),
        ("America/New_York", "2026-05-12T00:20", "2026-05-11", "2026-05-11T04:00:00.000Z"),
        # The clocks are put forward at two in the morning, and back in autumn.
        ("America/New_York", "2026-03-08T18:00", "2026-03-08", "2026-03-08T05:00:00.000Z"),
        ("America/New_York", "2026-11-01T18:00", "2026-11-01", "2026-11-01T04:00:00.000Z"),
    ],
)
def test_a_day_begins_at_midnight_in_the_shop(where, now, day, began):
    with zone(where):
        found = today(datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert (found.today.isoformat(), found.began) == (day, began)
