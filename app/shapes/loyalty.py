"""Points and stamps, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProgrammeForm:
    """The rules: `earn_points` for each `earn_per` (minor units) spent, or for each visit.

    `worth` is what one point pays, None where points pay nothing; `least` how many one must have
    to spend any. Stamps that pay nothing one by one pay for one thing with `least` of them.
    """

    name: str
    kind: str = "points"  # or 'stamps'
    earn_by: str = "amount"  # or 'visit'
    earn_per: int = 1
    earn_points: int = 1
    worth: int | None = None
    least: int = 1
    expires_after_days: int | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One programme and its rules."""

    id: int
    name: str
    kind: str
    earn_by: str
    earn_per: int
    earn_points: int
    worth: int | None
    least: int
    expires_after_days: int | None
    retired: bool


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """What somebody has in a programme; `least` is how many one must have to spend any."""

    programme_id: int
    name: str
    kind: str
    points: int
    worth: int | None
    least: int = 1


@dataclass(frozen=True, slots=True)
class MoveRow:
    """Points that came (or, negative, went): 'earn', 'spend', 'expire' or 'adjust'."""

    id: int
    programme: str
    kind: str
    points: int
    on: str
    sale_id: int | None
    expires_on: str
    note: str
