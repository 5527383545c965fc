"""What a user can do with reports of their own."""

from __future__ import annotations

import json
from collections.abc import Collection

from app.errors import Problem
from app.inputs import require, required
from app.ops import Op
from app.reporting.own_plans import KEPT, shape_of
from app.shapes.filters import Filter
from app.shapes.reports import CHARTS, OwnReport, ReportPlan
from app.store import Store
from db.keys import clean

LONGEST = 100  # letters of a name


class OwnReportService:
    """Reports somebody built; each write is one transaction and one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[OwnReport]:
        """Return every report in its order."""
        with self._store.read() as unit:
            return [shape_of(kept) for kept in unit.own_reports.all()]

    def get(self, report_id: int) -> OwnReport:
        """Return one report; raise GoneError if it is not there."""
        with self._store.read() as unit:
            return shape_of(unit.own_reports.get(report_id))

    def add(self, plan: ReportPlan) -> int:
        """Keep a plan; return the id of the report."""
        name, text = _checked(plan)
        with self._store.action(Op.ADD_REPORT, name=name) as unit:
            return unit.own_reports.add(
                name, text, on_board=plan.on_board, in_rail=plan.in_rail
            )  # fmt: skip

    def edit(self, report_id: int, plan: ReportPlan) -> None:
        """Change a report."""
        name, text = _checked(plan)
        with self._store.action(Op.EDIT_REPORT, name=name) as unit:
            kept = unit.own_reports.get(report_id)
            kept.name, kept.plan = name, text
            kept.on_board, kept.in_rail = int(plan.on_board), int(plan.in_rail)

    def remove(self, report_ids: Collection[int]) -> None:
        """Put reports in the trash."""
        with self._store.action(Op.REMOVE_REPORT, count=len(report_ids)) as unit:
            unit.own_reports.put_in_trash(report_ids)

    def bring_back(self, report_ids: Collection[int]) -> None:
        """Bring reports back from the trash."""
        with self._store.action(Op.RESTORE_REPORT, count=len(report_ids)) as unit:
            unit.own_reports.take_from_trash(report_ids)


def _checked(plan: ReportPlan) -> tuple[str, str]:
    """Return the name of a plan and the plan as it is kept; raise InvalidInputError."""
    name = required(plan.name, "report_name")
    require(len(name) <= LONGEST, "report_name", Problem.TOO_LONG)
    required(plan.rows, "report_rows")
    required(plan.measure, "report_measure")
    require(plan.chart in CHARTS, "report_chart", Problem.NOT_A_CHOICE)
    if plan.filter:
        Filter.from_json(plan.filter)
    told = {field: clean(getattr(plan, field)) for field in KEPT if field != "filter"}
    return name, json.dumps({**told, "filter": plan.filter}, ensure_ascii=False)
