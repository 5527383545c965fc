"""Which reports there are, what makes each, and where they are shown."""

from __future__ import annotations

from collections.abc import Callable

from app.reporting import customers, deals, sales, team
from app.reporting.desk import Desk
from app.shapes.reports import Behind, Report

Make = Callable[[Desk], Report]
MakeBehind = Callable[[Desk, str, str], Behind]

REPORTS: dict[str, tuple[Make, MakeBehind]] = {
    "revenue_goal": (sales.revenue_goal, sales.revenue_goal_behind),
    "sales_by_period": (sales.sales_by_period, sales.sales_by_period_behind),
    "new_and_returning": (sales.new_and_returning, sales.new_and_returning_behind),
    "funnel": (deals.funnel, deals.funnel_behind),
    "rfm": (customers.rfm, customers.rfm_behind),
    "cohorts": (customers.cohorts, customers.cohorts_behind),
    "top_customers": (customers.top_customers, customers.top_customers_behind),
    "staff_sales": (team.staff_sales, team.staff_sales_behind),
}
DASHBOARDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "overview": (
        ("revenue", "came_back", "average_sale", "new_customers", "at_risk"),
        ("revenue_goal", "funnel", "rfm", "cohorts", "top_customers", "staff_sales"),
    ),
}
"""Of each tab: its tiles, and its reports."""
