"""The team: who is given what comes in, and what each has to do and did."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.assigning import next_owner
from app.clock import Clock
from app.errors import GoneError, Problem
from app.goal_periods import span
from app.goal_progress import progress_of, running
from app.inputs import day_or_none, require
from app.ops import Op
from app.settings import CURRENCY, LEADERBOARD
from app.shapes.goals import Progress
from app.shapes.team import SCOPES, WAYS, Assignment, MemberFigures, Team
from app.shop_clock import day_began, shop_now, text_of
from app.store import Store
from db.kinds import ENQUIRY_CHANNELS

if TYPE_CHECKING:
    from db.uow import UnitOfWork


class AssignmentService:
    """Whose turn it is; each write is one transaction and one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Assignment]:
        """Return what is set; what is not is given by hand."""
        with self._store.read() as unit:
            return [_assignment(*row) for row in unit.team.assignments()]

    def of(self, scope: str, of: int | str) -> Assignment:
        """Return how the deals of a pipeline, or enquiries of a channel, find their owner."""
        _require_known(scope, of)
        with self._store.read() as unit:
            found = unit.team.assignment(scope, of)
        return Assignment(scope, of) if found is None else _assignment(scope, of, *found)

    def put(self, scope: str, of: int | str, way: str, staff_ids: Collection[int] = ()) -> None:
        """Set a way of WAYS, among these people, or among all who work here."""
        self.put_all([Assignment(scope, of, way, tuple(staff_ids))])

    def put_all(self, wanted: Sequence[Assignment]) -> None:
        """Set several of them, as one step."""
        for one in wanted:
            _require_known(one.scope, one.of)
            require(one.way in WAYS, "way", Problem.NOT_A_CHOICE)
        with self._store.action(Op.SET_ASSIGNMENT) as unit:
            working = {row[0] for row in unit.settings.staff()}
            for one in wanted:
                require(set(one.staff_ids) <= working, "staff_ids", Problem.NOT_A_CHOICE)
                if one.scope == "pipeline":
                    unit.pipelines.get(int(one.of))
                unit.team.put(one.scope, one.of, one.way, one.staff_ids)

    def next(self, scope: str, of: int | str) -> int | None:
        """Return who would be given the next one; None for nobody."""
        _require_known(scope, of)
        with self._store.read() as unit:
            return next_owner(unit, scope, of)


class TeamService:
    """Figures by person; nothing is compared unless the shop has switched it on."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def figures(self, first_on: str = "", last_on: str = "") -> Team:
        """Return what everybody has to do and did in a span of days, by default this month."""
        with self._store.read() as unit:
            settings = unit.settings.all()
            first, last = self._span(settings, first_on, last_on)
            members = self._members(unit, first, last)
            leaderboard = LEADERBOARD.of(settings)
            if leaderboard:
                members.sort(key=lambda one: (-one.won_value - one.sales_total, one.name))
            return Team(first.isoformat(), last.isoformat(), tuple(members), leaderboard)

    def member(self, staff_id: int, first_on: str = "", last_on: str = "") -> MemberFigures:
        """Return the same of one; raise GoneError where nobody of that id works here."""
        for one in self.figures(first_on, last_on).members:
            if one.staff_id == staff_id:
                return one
        raise GoneError(str(staff_id))

    def _span(self, settings: dict[str, object], first_on: str, last_on: str) -> tuple[date, date]:
        month = span("month", shop_now(self._now(), settings).date())
        told = day_or_none(first_on, "first_on"), day_or_none(last_on, "last_on")
        first, last = (
            date.fromisoformat(day) if day else usual
            for day, usual in zip(told, month, strict=True)
        )
        require(first <= last < date.max, "last_on", Problem.NOT_A_DATE)
        return first, last

    def _members(self, unit: UnitOfWork, first: date, last: date) -> list[MemberFigures]:
        settings = unit.settings.all()
        currency, now = CURRENCY.of(settings), shop_now(self._now(), settings)
        days = first.isoformat(), last.isoformat()
        begun = day_began(first, settings)
        ended = day_began(last + timedelta(days=1), settings)
        deals, won = unit.team.deals(currency), unit.team.won(begun, ended, currency)
        tasks = unit.team.tasks(text_of(now), begun, ended)
        sales = unit.team.sales(*days, currency)
        enquiries = unit.team.enquiries(begun, ended)
        goals: dict[int, list[Progress]] = {}
        for row in running(unit, now.date()):
            if row.staff_id is not None:
                goals.setdefault(row.staff_id, []).append(progress_of(unit, row, now.date()))
        found = []
        for staff_id, name, role in unit.settings.staff():
            open_deals, open_value, open_weighted = deals.get(staff_id, (0, 0, 0))
            tasks_open, tasks_overdue, tasks_done = tasks.get(staff_id, (0, 0, 0))
            won_deals, won_value = won.get(staff_id, (0, 0))
            sold, sales_total = sales.get(staff_id, (0, 0))
            waiting, answered, response_min = enquiries.get(staff_id, (0, 0, None))
            found.append(
                MemberFigures(
                    staff_id, name, role, open_deals, open_value, open_weighted, tasks_open,
                    tasks_overdue, tasks_done, won_deals, won_value, sold, sales_total, waiting,
                    answered, response_min, tuple(goals.get(staff_id, ())),
                )
            )  # fmt: skip
        return found


def _require_known(scope: str, of: int | str) -> None:
    require(scope in SCOPES, "scope", Problem.NOT_A_CHOICE)
    if scope == "channel":
        require(of in ENQUIRY_CHANNELS, "channel", Problem.NOT_A_CHOICE)


def _assignment(scope: str, of: int | str, way: str, staff: str) -> Assignment:
    return Assignment(scope, of, way, tuple(json.loads(staff)))
