"""Reports that somebody built, as the page asks for them: kept ones and those being built."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.day import today
from app.errors import Problem
from app.inputs import require
from app.lists_in_lists import LIST, resolved
from app.reporting.own_plans import shape_of
from app.reporting.pivot import fits, pivot, pivot_behind
from app.settings import CURRENCY
from app.shapes.filters import Condition, Filter
from app.shapes.reports import Behind, Report, ReportAsk, ReportPlan
from app.shop_clock import day_began

if TYPE_CHECKING:
    from db.uow import UnitOfWork


def kept_plan(unit: UnitOfWork, report_id: int) -> ReportPlan:
    """Return the plan of a kept report; raise GoneError where it is not there."""
    return shape_of(unit.own_reports.get(report_id)).plan


class OwnPages:
    """Makes reports of plans within one transaction, on one day of the shop."""

    def __init__(self, unit: UnitOfWork, now: datetime, language: str) -> None:
        self._unit = unit
        self._day = today(now)
        self._language = language
        self._settings = unit.settings.all()

    def report(self, plan: ReportPlan, ask: ReportAsk) -> Report:
        """Return the report of a plan; raise InvalidInputError for one that cannot be made."""
        require(fits(plan), "report_rows", Problem.NOT_A_CHOICE)
        people = self._people(plan, ask)
        return pivot(self._unit, plan, self._asked(ask), self._began, self._language, people)

    def behind(self, plan: ReportPlan, ask: ReportAsk, mark: str, column_key: str) -> Behind:
        """Return the rows behind one of its figures."""
        require(fits(plan), "report_rows", Problem.NOT_A_CHOICE)
        people = self._people(plan, ask)
        return pivot_behind(
            self._unit, plan, self._asked(ask), self._began, self._language, mark, column_key,
            people,
        )  # fmt: skip

    def _asked(self, ask: ReportAsk) -> ReportAsk:
        return ask if ask.currency else replace(ask, currency=CURRENCY.of(self._settings))

    def _began(self, day: date) -> str:
        return day_began(day, self._settings)

    def _people(self, plan: ReportPlan, ask: ReportAsk) -> Collection[int] | None:
        """Return whom the plan's filter and the page's list let through; None for everybody."""
        asked: list[Filter | Condition] = []
        if plan.filter:
            asked.append(Filter.from_json(plan.filter))
        if ask.segment_id is not None:
            asked.append(Condition(LIST, "any_of", (ask.segment_id,)))
        if not asked:
            return None
        wanted = resolved(Filter(tuple(asked)), self._unit)
        return self._unit.contacts.filtered(wanted, self._day, "name", descending=False)
