"""What a report of sales says of days on which nothing was sold: when something was, last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.reporting.sales import by_day

if TYPE_CHECKING:
    from app.reporting.desk import Desk
    from app.shapes.reports import Report

OF_SALES = frozenset({
    "revenue_goal", "sales_by_period", "new_and_returning", "top_customers", "share_curve",
    "products_by_segment", "sources", "staff_sales",
})  # fmt: skip
"""Reports of nothing but the sales of the period."""


def hinted(desk: Desk, report: Report) -> Report:
    """Return a report of sales with what there is instead, where it has none of its days."""
    if report.key not in OF_SALES or by_day(desk):
        return report
    last = desk.reports.sales.last_day(desk.scope)
    if not last:
        whole = desk.ask.staff_id is None and not desk.ask.tag and desk.ask.segment_id is None
        return replace(report, says=desk.say("says.never_sold")) if whole else report
    day = date.fromisoformat(last)
    return replace(report, says=desk.say("says.sold_last", day=desk.day(day)), nearest=last)
