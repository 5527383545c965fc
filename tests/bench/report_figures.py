"""Runs what is timed of reports."""

from tests.bench.figures import Bench, Figure
from tests.bench.report_tasks import CHARTS
from tests.bench.tasks import Report

MODULE = "tests.bench.report_tasks"
FIRST_MOST, ALL_MOST = 300, 1500  # ms
MOST = 2.0  # times the same SQL in bare sqlite3
SLOW = 10  # ms; what bare sqlite3 does in less is not compared
PERIODS = {
    "": ("30 days beside 30", "first figures", "dashboard", "reports"),
    "year_": (
        "a year beside the year before", "first figures of a year", "dashboard of a year",
        "reports of a year",
    ),
}  # fmt: skip
"""Of each period that is timed: what it is, and what its figures are called in the history."""


def report_figures(bench: Bench, people: int, sales: int) -> list[Figure]:
    """Return the figures of a dashboard over so many contacts and sales."""
    shop = bench.folder / f"sales-{sales}.dangol"
    if not shop.exists():
        bench.run("make", shop, people, sales, module="tests.bench.sale_tasks")
    told = bench.run("reading", shop, module=MODULE)
    of = f"{people:,} contacts, {sales:,} sales"
    return [figure for name in PERIODS for figure in _of_period(told, name, of)]


def _of_period(told: Report, name: str, of: str) -> list[Figure]:
    what, first_key, all_key, ratio_key = PERIODS[name]
    of = f"{of}, {what}"
    first, every = told[f"{name}first"], told[f"{name}all"]
    works = [f"{name}{key}" for key in ("tiles", *CHARTS)]
    slow = [key for key in works if told[f"{key}_floor"] >= SLOW]
    worst = max(slow, key=lambda key: told[f"{key}_cpu_ratio"], default=works[0])
    whole = f"{name}whole"
    return [
        Figure(
            f"First figures of a dashboard, {of}",
            f"{first:.0f} ms (CPU {told[f'{name}tiles_cpu']:.0f})", "", None,
            target=f"≤ {FIRST_MOST} ms", met=first <= FIRST_MOST, key=first_key,
        ),
        Figure(
            f"A dashboard of 12 charts and 5 figures, {of}",
            f"{every:.0f} ms (CPU {told[f'{name}all_cpu']:.0f})", "", None,
            target=f"≤ {ALL_MOST} ms", met=every <= ALL_MOST, key=all_key,
        ),
        Figure(
            f"That dashboard read by one thread, beside the same SQL in bare sqlite3, {of}",
            f"{told[whole]:.0f} ms", f"{told[f'{whole}_floor']:.0f} ms",
            told[f"{whole}_ratio"], told[f"{whole}_cpu_ratio"], f"≤ {MOST:.0f} × the floor",
            told[f"{whole}_ratio"] <= MOST, f"{all_key} as SQL",
        ),
        Figure(
            f"The slowest of it beside the same SQL ({worst.removeprefix(name)}), {of}",
            f"{told[worst]:.1f} ms", f"{told[f'{worst}_floor']:.1f} ms",
            told[f"{worst}_ratio"], told[f"{worst}_cpu_ratio"], f"≤ {MOST:.0f} × the floor",
            told[f"{worst}_ratio"] <= MOST if slow else None, ratio_key,
        ),
    ]  # fmt: skip
