"""What quick add understood of a typed line, as the screen and the command line see it.

Times are of the shop's clock: '2026-05-16', or '2026-05-16T15:00'; '' for none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

PIECES = ("kind", "person", "date", "duration", "repeat", "priority", "join")
CHOICES = (
    "am_or_pm", "day_or_month", "past_or_future", "person", "several_dates", "several_times",
    "which_day", "which_move", "which_rule", "which_time", "which_week", "which_year",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the line, `text[start:end]`, and what it was understood as.

    'join' are the particles, small words and commas between what was understood; not painted.
    """

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody of the book; without an id, words that look like a name."""

    name: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be meant otherwise; the first of `options` is the one that was taken.

    Options are dates, times ('15:00'), rules, names; of a person `ids` tells who each one is.
    """

    about: str
    start: int
    end: int
    options: tuple[str, ...]
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class UnderstoodRepeat:
    """How often: `rule` as a task keeps it (`app.repeat_rules`), and when it begins.

    `standard` is RFC 5545 alone: without what it does not know, and '' for a lunar rule.
    """

    rule: str
    standard: str
    first: str
    lunar: str = ""  # '3-5', '윤' months as '4L-8'
    from_completion: bool = False
    not_on: str = ""  # 'HOLIDAYS', 'DAYSOFF'
    move: str = ""  # 'AFTER', 'BEFORE', 'SKIP'


@dataclass(frozen=True, kw_only=True, slots=True)
class Understood:
    """One line, understood as far as rules can.

    No two of its pieces share a letter; pieces and `rest` together hold every letter but spaces.
    `title` is what a task would be called: kind and names stay in it, its time does not.
    """

    text: str
    kind: str = "other"
    people: tuple[KnownPerson, ...] = ()
    start: str = ""
    due: str = ""
    duration_min: int | None = None
    priority: int = 0
    repeat: UnderstoodRepeat | None = None
    rest: str = ""
    title: str = ""
    pieces: tuple[Piece, ...] = ()
    choices: tuple[Choice, ...] = ()


class Book(Protocol):
    """Who may be meant by some words; any search of the book will do."""

    def like(self, words: str) -> tuple[KnownPerson, ...]:
        """Return who is called so, wholly or in part, the likeliest first."""
        ...
