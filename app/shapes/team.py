"""Who is given what comes in, and what each of the team did, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass

from app.shapes.goals import Progress
from db.kinds import ASSIGNED as SCOPES
from db.kinds import WAYS

__all__ = ["SCOPES", "WAYS", "Assignment", "MemberFigures", "Team"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """How deals of a pipeline (its id), or enquiries of a channel, are given to somebody."""

    scope: str  # of SCOPES
    of: int | str
    way: str = "hand"  # of WAYS
    staff_ids: tuple[int, ...] = ()  # () is everybody


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """What somebody has to do and did in a span; money is in minor units of the shop's currency.

    `response_min` is the median of the minutes their enquiries of that span waited.
    """

    staff_id: int
    name: str
    role: str
    open_deals: int = 0
    open_value: int = 0
    open_weighted: int = 0
    tasks_open: int = 0
    tasks_overdue: int = 0
    tasks_done: int = 0
    won_deals: int = 0
    won_value: int = 0
    sales: int = 0
    sales_total: int = 0
    enquiries_waiting: int = 0
    answered: int = 0
    response_min: int | None = None
    goals: tuple[Progress, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody who works here, in the shop's order; by what they won with the `leaderboard`."""

    first_on: str
    last_on: str
    members: tuple[MemberFigures, ...]
    leaderboard: bool
