"""What a user can do about goals, and how far they are reached."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from app.clock import Clock
from app.errors import GoneError, Problem
from app.goal_periods import before, span
from app.goal_progress import a_year_before, progress_of, running, sum_of
from app.inputs import day_or_none, require
from app.ops import Op
from app.shapes.goals import (
    GOAL_SCOPES,
    METRICS,
    NOT_OF_PRODUCTS,
    PERIODS,
    GoalForm,
    GoalRow,
    Progress,
    Suggestion,
)
from app.shop_clock import shop_now
from app.store import Store
from db.keys import clean

if TYPE_CHECKING:
    from db.uow import UnitOfWork

MOST = 10**15
LONGEST = 3700  # days of a goal
EARLIEST, LATEST = 1900, 2999  # years


class GoalService:
    """Goals; each write is one transaction and one undo step. Days are of the shop's clock."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def add(self, form: GoalForm) -> int:
        """Add a goal; return its id."""
        with self._store.action(Op.ADD_GOAL) as unit:
            return unit.goals.add(**self._columns(unit, form))

    def edit(self, goal_id: int, form: GoalForm) -> None:
        """Change a goal."""
        with self._store.action(Op.EDIT_GOAL) as unit:
            goal = unit.goals.get(goal_id)
            for column, value in self._columns(unit, form).items():
                setattr(goal, column, value)

    def remove(self, goal_ids: Collection[int]) -> None:
        """Put goals in the trash."""
        with self._store.action(Op.REMOVE_GOALS, count=len(goal_ids)) as unit:
            unit.goals.put_in_trash(goal_ids)

    def bring_back(self, goal_ids: Collection[int]) -> None:
        """Bring goals back from the trash."""
        with self._store.action(Op.RESTORE_GOALS, count=len(goal_ids)) as unit:
            unit.goals.take_from_trash(goal_ids)

    def all(self, *, past: bool = False) -> list[GoalRow]:
        """Return the goals that run or are to come, the shop's first; with `past` all there are."""
        with self._store.read() as unit:
            since = "" if past else self._today(unit).isoformat()
            return [GoalRow(*row) for row in unit.goals.rows(since)]

    def get(self, goal_id: int) -> GoalRow:
        """Return one goal; raise GoneError if it is not there."""
        with self._store.read() as unit:
            return _row(unit, goal_id)

    def progress(self, goal_id: int, as_of: str = "") -> Progress:
        """Return how far a goal is reached at the end of a day, by default today."""
        with self._store.read() as unit:
            return progress_of(unit, _row(unit, goal_id), self._day(unit, as_of))

    def current(self, as_of: str = "") -> list[Progress]:
        """Return how far the goals that run on a day are reached, the shop's first."""
        with self._store.read() as unit:
            day = self._day(unit, as_of)
            return [progress_of(unit, row, day) for row in running(unit, day)]

    def of_shop(self, as_of: str = "") -> Progress | None:
        """Return the goal to show on Home: the shop's own, revenue before others, if one runs."""
        with self._store.read() as unit:
            day = self._day(unit, as_of)
            rows = [row for row in running(unit, day) if row.scope == "shop"]
            rows.sort(key=lambda row: (row.metric != "revenue", row.period != "month", row.id))
            return progress_of(unit, rows[0], day) if rows else None

    def suggest(self, form: GoalForm) -> Suggestion:
        """Return a target for a form: what the year before brought, grown as the shop has grown.

        Without that the period before counts; where nothing is known there is no target.
        """
        with self._store.read() as unit:
            told = self._columns(unit, form, typing=True)
            first, last = (date.fromisoformat(told[end]) for end in ("first_on", "last_on"))
            year = sum_of(unit, told, *a_year_before(form.period, first, last))
            before_first, before_last = before(form.period, first, last)
            latest = sum_of(unit, told, before_first, before_last)
            grown = sum_of(unit, told, *a_year_before(form.period, before_first, before_last))
        if not year:
            return Suggestion(latest or None, year, latest)
        share = min(max((latest or 0) / grown, 0.5), 2.0) if grown and latest else 1.0
        return Suggestion(_rounded(year * share), year, latest)

    def _day(self, unit: UnitOfWork, as_of: str) -> date:
        told = day_or_none(as_of, "as_of")
        return date.fromisoformat(told) if told else self._today(unit)

    def _today(self, unit: UnitOfWork) -> date:
        return shop_now(self._now(), unit.settings.all()).date()

    def _columns(self, unit: UnitOfWork, form: GoalForm, *, typing: bool = False) -> dict[str, Any]:
        """Return the columns of a form; while it is being typed the target may be missing."""
        require(form.metric in METRICS, "metric", Problem.NOT_A_CHOICE)
        require(form.scope in GOAL_SCOPES, "scope", Problem.NOT_A_CHOICE)
        require(form.period in PERIODS, "period", Problem.NOT_A_CHOICE)
        by_product = form.scope == "product"
        require(
            not by_product or form.metric not in NOT_OF_PRODUCTS, "metric", Problem.NOT_A_CHOICE
        )
        require(typing or 0 < form.target <= MOST, "target", Problem.NOT_A_NUMBER)
        staff_id = form.staff_id if form.scope == "staff" else None
        product_id = form.product_id if by_product else None
        require(form.scope != "staff" or staff_id, "staff_id")
        require(not by_product or product_id, "product_id")
        if product_id is not None:
            unit.products.get(product_id)
        if staff_id is not None:
            known = {row[0] for row in unit.settings.everybody()}
            require(staff_id in known, "staff_id", Problem.NOT_A_CHOICE)
        first, last = self._days(unit, form)
        return {
            "name": clean(form.name) or None, "metric": form.metric, "scope": form.scope,
            "staff_id": staff_id, "product_id": product_id, "period": form.period,
            "first_on": first.isoformat(), "last_on": last.isoformat(), "target": form.target,
            "note": clean(form.note) or None,
        }  # fmt: skip

    def _days(self, unit: UnitOfWork, form: GoalForm) -> tuple[date, date]:
        told = day_or_none(form.first_on, "first_on")
        first = date.fromisoformat(told) if told else self._today(unit)
        require(EARLIEST <= first.year <= LATEST, "first_on", Problem.NOT_A_DATE)
        if form.period != "range":
            return span(form.period, first)
        end = day_or_none(form.last_on, "last_on")
        require(end, "last_on")
        last = date.fromisoformat(end or "")
        require(0 <= (last - first).days <= LONGEST, "last_on", Problem.NOT_A_DATE)
        return first, last


def _row(unit: UnitOfWork, goal_id: int) -> GoalRow:
    rows = unit.goals.rows("", only=goal_id)
    if not rows:
        raise GoneError(str(goal_id))
    return GoalRow(*rows[0])


def _rounded(value: float) -> int:
    """Return an amount to two leading digits: what somebody would say."""
    whole = round(value)
    step: int = 10 ** max(len(str(abs(whole))) - 2, 0)
    return round(whole / step) * step
