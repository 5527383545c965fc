"""The shop's own clock: what is due is told by it, wherever the PC is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.settings import TIME_ZONE

MINUTES = "minutes"


def shop_now(now: datetime, settings: Mapping[str, object]) -> datetime:
    """Return what the shop's clock shows at a moment, without a zone."""
    return now.astimezone(_zone(settings)).replace(tzinfo=None)


def day_began(day: date, settings: Mapping[str, object]) -> str:
    """Return when a day began in the shop: UTC, ISO 8601."""
    midnight = datetime(day.year, day.month, day.day)  # of the shop's clock
    return utc_of(midnight, settings).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def utc_of(moment: datetime, settings: Mapping[str, object]) -> datetime:
    """Return the moment the shop's clock shows a time.

    Of two such moments when the clock is set back, the first; where it is set forward past the
    time, as long after as if it had not been.
    """
    zone = _zone(settings)
    local = moment.replace(tzinfo=zone) if zone else moment
    return local.astimezone(UTC)


def is_dated(due_at: str) -> bool:
    """Tell whether a time of the shop's clock is a day without an hour."""
    return "T" not in due_at


def moment_of(due_at: str) -> datetime:
    """Return a time of the shop's clock; of a day without an hour its midnight."""
    return datetime.fromisoformat(due_at)


def text_of(moment: datetime) -> str:
    """Return a time of the shop's clock as it is kept."""
    return moment.isoformat(timespec=MINUTES)


def shifted(due_at: str, minutes: int) -> str:
    """Return a time of the shop's clock so many minutes later."""
    return text_of(moment_of(due_at) + timedelta(minutes=minutes))


def at_time(day: date, like: str) -> str:
    """Return a day with the hour of another time, if that has one."""
    return day.isoformat() + (like[10:] if not is_dated(like) else "")


def _zone(settings: Mapping[str, object]) -> ZoneInfo | None:
    name = TIME_ZONE.of(dict(settings))
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # the PC's own, then
        return None
