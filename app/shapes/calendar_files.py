"""Calendar files, as screens and the command line tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CalendarReport:
    """What became of a calendar file that was brought in."""

    read: int
    added: int
    known: int  # were there already, and stay as they are
    cancelled: int
    failed: int  # could not be understood
    plain: int  # came without their rule: it repeats by the hour, or in a way tasks cannot
    change_set: int | None = None  # the step that takes it back


@dataclass(frozen=True, slots=True)
class KeptFile:
    """What became of the calendar file that is kept current."""

    outcome: str  # 'none', 'same', 'written' or 'missing' (its folder is not there)
    path: Path | None = None
    count: int = 0
