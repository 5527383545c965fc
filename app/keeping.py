"""Which backups are made by themselves, and how long each kind is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

DAILY, WEEKLY = "daily", "weekly"
WEEK = timedelta(days=7)
# How many are kept of each kind; what somebody asked for is never thrown away.
KEPT = {DAILY: 7, WEEKLY: 8, "before-import": 5, "before-restore": 5}
BEFORE_UPDATE = 4  # of those before the file took another shape


def is_due(made: Sequence[tuple[str, datetime]], now: datetime) -> str | None:
    """Return which backup is due, 'weekly' or 'daily', by (kind, when) of those there are."""
    weekly = [at for why, at in made if why == WEEKLY]
    if not any(now - at < WEEK for at in weekly):
        return WEEKLY
    daily = [at for why, at in made if why in {DAILY, WEEKLY}]
    today = now.astimezone().date()
    return None if any(at.astimezone().date() == today for at in daily) else DAILY


def outlived(backups: Sequence[tuple[str, Path]]) -> list[Path]:
    """Return the backups to let go of, by (kind, file) of all in one folder, the newest first."""
    seen: dict[str, int] = {}
    gone = []
    for why, path in backups:
        if not why:
            continue
        kind = why if why in KEPT else "before-update"
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] > KEPT.get(kind, BEFORE_UPDATE):
            gone.append(path)
    return gone
