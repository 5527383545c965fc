"""Which day it is in the shop."""

from datetime import datetime

from db.day import Day


def today(now: datetime) -> Day:
    """Return the present day in the shop's own time zone."""
    local = now.astimezone()
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    began = midnight.astimezone(tz=now.tzinfo).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return Day(local.date(), began)
