"""What time it is, replaceable where a run must be repeatable, and how it is written down."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment, with its time zone."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return a moment as it is kept: UTC, ISO 8601, milliseconds."""
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")
