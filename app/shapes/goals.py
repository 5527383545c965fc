"""Goals and how far they are reached, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass

from db.kinds import GOAL_SCOPES, METRICS, PERIODS

__all__ = [
    "GOAL_SCOPES", "METRICS", "MONEY_METRICS", "NOT_OF_PRODUCTS", "PERIODS", "STATES", "DayValue",
    "GoalForm", "GoalRow", "Progress", "Suggestion",
]  # fmt: skip

MONEY_METRICS = frozenset({"revenue", "won_value"})
# Whom one speaks with is no matter of a product.
NOT_OF_PRODUCTS = frozenset({"contacts_made"})
STATES = ("not_begun", "ahead", "on_plan", "behind", "reached", "missed")


@dataclass(frozen=True, slots=True)
class GoalForm:
    """A goal as it was typed; days are ISO dates of the shop's clock.

    `first_on` is any day of the month, quarter or year, '' for the one that runs; a 'range' needs
    both days.
    """

    metric: str  # of METRICS
    target: int
    scope: str = "shop"  # of GOAL_SCOPES
    staff_id: int | None = None
    product_id: int | None = None
    period: str = "month"  # of PERIODS
    first_on: str = ""
    last_on: str = ""
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal; without a name it is called by what it is about (`app.goal_words.goal_name`)."""

    id: int
    name: str
    metric: str
    scope: str
    staff_id: int | None
    staff: str
    product_id: int | None
    product: str
    period: str
    first_on: str
    last_on: str
    target: int
    note: str = ""

    @property
    def is_money(self) -> bool:
        """Tell whether the target is an amount of money."""
        return self.metric in MONEY_METRICS


@dataclass(frozen=True, slots=True)
class DayValue:
    """What one day brought."""

    day: str
    value: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal is reached at the end of a day.

    `planned` is what was due by then: the target's share of the days the shop opens, of which
    `time_percent` are over. `ahead` is what was reached beyond it. `estimate` is where this pace
    leads; `needed_per_day` is for each open day after `as_of`, None where nothing is needed or no
    day is left. `last_year` is None where the shop knows nothing of that time.
    """

    goal: GoalRow
    as_of: str
    reached: int
    planned: int
    time_percent: int
    day_number: int
    days: int
    open_days_left: int
    needed_per_day: int | None
    estimate: int
    last_year: int | None
    last_year_to_date: int | None
    state: str  # of STATES
    series: tuple[DayValue, ...] = ()  # every day of the period up to `as_of`

    @property
    def ahead(self) -> int:
        """Return how much more was reached than was due; negative for less."""
        return self.reached - self.planned

    @property
    def percent(self) -> int:
        """Return how much of the target is reached, rounded down: 100 is all of it."""
        return self.reached * 100 // self.goal.target

    @property
    def best(self) -> DayValue | None:
        """Return the day that brought most, None where none brought anything."""
        found = max(self.series, key=lambda one: one.value, default=None)
        return found if found is not None and found.value > 0 else None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A target to begin with, and what it is made of; None where nothing is known."""

    target: int | None
    last_year: int | None
    last_period: int | None
