"""Which reports there are, what makes each, and where they are shown."""

from __future__ import annotations

from collections.abc import Callable

from app.reporting import customers, deals, endings, goods, loyalty, sales, team, work
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
    "products_by_segment": (goods.products_by_segment, goods.products_by_segment_behind),
    "sources": (goods.sources, goods.sources_behind),
    "receivables": (goods.receivables, goods.receivables_behind),
    "stage_days": (endings.stage_days, endings.stage_days_behind),
    "forecast_actual": (endings.forecast_actual, endings.forecast_actual_behind),
    "win_loss_reasons": (endings.win_loss_reasons, endings.win_loss_reasons_behind),
    "share_curve": (loyalty.share_curve, loyalty.share_curve_behind),
    "migration": (loyalty.migration, loyalty.migration_behind),
    "data_debt": (loyalty.data_debt, loyalty.data_debt_behind),
    "staff_sales": (team.staff_sales, team.staff_sales_behind),
    "staff_activity": (work.staff_activity, work.staff_activity_behind),
    "response_times": (work.response_times, work.response_times_behind),
    "tasks_done": (work.tasks_done, work.tasks_done_behind),
}
DASHBOARDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "overview": (
        ("revenue", "came_back", "average_sale", "new_customers", "at_risk"),
        ("revenue_goal", "funnel", "rfm", "cohorts", "top_customers", "staff_sales"),
    ),
    "sales": (
        ("revenue", "sales", "average_sale", "owed"),
        ("sales_by_period", "new_and_returning", "products_by_segment", "sources", "receivables"),
    ),
    "customers": (
        ("buyers", "came_back", "new_customers", "at_risk"),
        ("rfm", "cohorts", "top_customers", "share_curve", "migration", "data_debt"),
    ),
    "pipeline": (
        ("open_value", "weighted_value", "won_value", "win_rate"),
        ("funnel", "stage_days", "forecast_actual", "win_loss_reasons"),
    ),
    "team": (
        ("tasks_done", "contacts_made", "response_hours"),
        ("staff_sales", "staff_activity", "response_times", "tasks_done"),
    ),
}
"""Of each tab: its tiles, and its reports."""
