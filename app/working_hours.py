"""When an answer is due: so many hours on, of those in which the shop is open."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime, time, timedelta

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
LONGEST = 366  # days that are looked ahead


def due(
    received: datetime, hours: int, opens: str, closes: str, weekdays: Collection[int]
) -> datetime:
    """Return when so many open hours have passed since a time of the shop's clock.

    Where the hours of the shop are told oddly, it is open all day.
    """
    odd = not (_TIME.fullmatch(opens) and _TIME.fullmatch(closes) and opens < closes)
    begin = time.min if odd else time.fromisoformat(opens)
    left = timedelta(hours=max(hours, 0))
    day = received.date()
    for _ in range(LONGEST):
        start = datetime.combine(day, begin)
        midnight = datetime.combine(day + timedelta(days=1), time.min)
        end = midnight if odd else datetime.combine(day, time.fromisoformat(closes))
        start = max(start, received)
        if day.weekday() in weekdays and start < end:
            if start + left <= end:
                return start + left
            left -= end - start
        day += timedelta(days=1)
    return received + left
