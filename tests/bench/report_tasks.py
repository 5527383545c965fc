"""What is timed of reports: python -m tests.bench.report_tasks reading PATH."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from tests.bench.beside import beside
from tests.bench.tasks import Report

ROUNDS = 5
NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)  # the last day of the sample shop
CHARTS = (
    "revenue_goal", "funnel", "rfm", "cohorts", "top_customers", "staff_sales", "sales_by_period",
    "new_and_returning", "products_by_segment", "sources", "share_curve", "forecast_actual",
)  # fmt: skip
"""A dashboard of twelve."""
FIGURES = ("revenue", "came_back", "average_sale", "new_customers", "at_risk")


def reading(shop: Path) -> Report:
    """Read tiles and charts of 30 days; each aggregate beside its own SQL in bare sqlite3."""
    from app.bootstrap import open_core
    from app.jobs import Ticket

    core = open_core(shop, now=lambda: NOW)
    if core.insight.last_run() is None:
        core.insight.recompute(Ticket())
    ask = core.reports.default_ask("")
    told: Report = {}
    works: dict[str, Callable[[], object]] = {
        "tiles": lambda: core.reports.tiles(ask, FIGURES, "en"),
        **{key: lambda key=key: core.reports.make(ask.of(key), "en") for key in CHARTS},  # type: ignore[misc]
    }
    for key, work in works.items():
        told |= beside(shop, key, work, ROUNDS)
    first, whole, worked = [], [], []
    for _round in range(ROUNDS):
        began, busy = time.perf_counter(), time.process_time()
        works["tiles"]()
        first.append((time.perf_counter() - began) * 1000)
        for key in CHARTS:
            works[key]()
        whole.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    core.close()
    return told | {"first": median(first), "all": median(whole), "all_cpu": median(worked)}


TASKS: dict[str, Callable[..., Report]] = {"reading": reading}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]))))
