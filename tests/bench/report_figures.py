"""Runs what is timed of reports."""

from tests.bench.figures import Bench, Figure
from tests.bench.report_tasks import CHARTS

MODULE = "tests.bench.report_tasks"
FIRST_MOST, ALL_MOST = 300, 1500  # ms
MOST = 2.0  # times the same SQL in bare sqlite3
SLOW = 10  # ms; what bare sqlite3 does in less is not compared


def report_figures(bench: Bench, people: int, sales: int) -> list[Figure]:
    """Return the figures of a dashboard over so many contacts and sales."""
    shop = bench.folder / f"sales-{sales}.dangol"
    if not shop.exists():
        bench.run("make", shop, people, sales, module="tests.bench.sale_tasks")
    told = bench.run("reading", shop, module=MODULE)
    of = f"{people:,} contacts, {sales:,} sales, 30 days beside 30"
    slow = [key for key in ("tiles", *CHARTS) if told[f"{key}_floor"] >= SLOW]
    worst = max(slow, key=lambda key: told[f"{key}_cpu_ratio"], default="tiles")
    return [
        Figure(
            f"First figures of a dashboard, {of}", f"{told['first']:.0f} ms", "", None,
            target=f"≤ {FIRST_MOST} ms", met=told["first"] <= FIRST_MOST, key="first figures",
        ),
        Figure(
            f"A dashboard of 12 charts and 5 figures, {of}",
            f"{told['all']:.0f} ms (CPU {told['all_cpu']:.0f})", "", None,
            target=f"≤ {ALL_MOST} ms", met=told["all"] <= ALL_MOST, key="dashboard",
        ),
        Figure(
            f"The same of a year beside the year before, {people:,} contacts, {sales:,} sales",
            f"{told['year_all']:.0f} ms, first figures {told['year_first']:.0f} ms"
            f" (CPU {told['year_all_cpu']:.0f})", "", None, key="dashboard of a year",
        ),
        Figure(
            f"The slowest of them beside the same SQL in bare sqlite3 ({worst}), {of}",
            f"{told[worst]:.1f} ms", f"{told[f'{worst}_floor']:.1f} ms",
            told[f"{worst}_ratio"], told[f"{worst}_cpu_ratio"], f"≤ {MOST:.0f} × the floor",
            told[f"{worst}_ratio"] <= MOST if slow else None, "reports",
        ),
    ]  # fmt: skip
