"""What is timed of reports: python -m tests.bench.report_tasks reading PATH."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from app.events import EventBus
from db.database import Database
from tests.bench.beside import beside
from tests.bench.tasks import Report

if TYPE_CHECKING:
    from app.services.reports import ReportService
    from app.shapes.reports import ReportAsk

ROUNDS = 5
READERS = 2  # as many jobs read in the window at a time
NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)  # the last day of the sample shop
CHARTS = (
    "revenue_goal", "funnel", "rfm", "cohorts", "top_customers", "staff_sales", "sales_by_period",
    "new_and_returning", "products_by_segment", "sources", "share_curve", "forecast_actual",
)  # fmt: skip
"""A dashboard of twelve."""
FIGURES = ("revenue", "came_back", "average_sale", "new_customers", "at_risk")


def reading(shop: Path) -> Report:
    """Read tiles and charts of 30 days and of a year, each beside its SQL in bare sqlite3."""
    from app.bootstrap import open_core
    from app.jobs import Ticket
    from app.services.reports import ReportService
    from app.store import Store

    core = open_core(shop, now=lambda: NOW)
    if core.insight.last_run() is None:
        core.insight.recompute(Ticket())
    ask = core.reports.default_ask("")
    core.close()
    store = Store(EventBus())
    store.serve(Database(shop, now=lambda: NOW))

    def fresh() -> ReportService:  # it remembers nothing
        return ReportService(store, lambda: NOW)

    first = (NOW.date() - timedelta(days=364)).isoformat()
    told: Report = {}
    for name, asked in (("", ask), ("year_", replace(ask, first=first, compare="year"))):
        for key, work in _works(fresh, asked).items():
            told |= beside(shop, f"{name}{key}", work, ROUNDS)
        told |= _dashboard(fresh, asked, name)
    store.close()
    return told


def _works(fresh: Callable[[], ReportService], ask: ReportAsk) -> dict[str, Callable[[], object]]:
    """Return what reads the tiles, what each chart, and what all of them one after another."""

    def whole() -> None:
        reports = fresh()
        reports.tiles(ask, FIGURES, "en")
        for key in CHARTS:
            reports.make(ask.of(key), "en")

    return {
        "tiles": lambda: fresh().tiles(ask, FIGURES, "en"),
        **{key: lambda key=key: fresh().make(ask.of(key), "en") for key in CHARTS},  # type: ignore[misc]
        "whole": whole,
    }


def _dashboard(fresh: Callable[[], ReportService], ask: ReportAsk, name: str) -> Report:
    """Read all as the window does: each in a job of its own, two at a time."""
    first, whole, worked = [], [], []
    for _round in range(ROUNDS):
        reports = fresh()
        began, busy = time.perf_counter(), time.process_time()
        with ThreadPoolExecutor(READERS) as pool:
            tiles = [pool.submit(reports.tiles, ask, [key], "en") for key in FIGURES]
            charts = [pool.submit(reports.make, ask.of(key), "en") for key in CHARTS]
            for tile in tiles:
                tile.result()
            first.append((time.perf_counter() - began) * 1000)
            for chart in charts:
                chart.result()
        whole.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    return {
        f"{name}first": median(first), f"{name}all": median(whole),
        f"{name}all_cpu": median(worked),
    }  # fmt: skip


TASKS: dict[str, Callable[..., Report]] = {"reading": reading}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]))))
