"""Which day it is in the shop."""

from datetime import datetime, time

from app.clock import stamp
from db.day import Day


def today(now: datetime) -> Day:
    """Return the present day in the shop's own time zone."""
    day = now.astimezone().date()
    # Not from `now`: the clocks may have been changed since midnight.
    return Day(day, stamp(datetime.combine(day, time()).astimezone()))
