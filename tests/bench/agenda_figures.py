"""Runs what is timed of tasks and days."""

import shutil

from tests.bench.figures import Bench, Figure

MODULE = "tests.bench.agenda_tasks"
TASKS, SALES, REPEATS = 50_000, 100_000, 10_000
HOME_MOST, MONTH_MOST = 150, 50  # ms
YEAR_MOST = 1.0  # s


def agenda_figures(bench: Bench, people: int) -> list[Figure]:
    """Return the figures of a shop of so many contacts, ten times as many interactions."""
    shop = bench.folder / "days.dangol"
    made = bench.folder / f"sales-{SALES}.dangol"
    if not made.exists():
        bench.run("make", made, people, SALES, module="tests.bench.sale_tasks")
    shutil.copyfile(made, shop)
    tasks = TASKS * people // 100_000
    interactions = bench.run("make", shop, tasks, module=MODULE)["interactions"]
    read = bench.run("reading", shop, module=MODULE)
    month = bench.run("month", shop, module=MODULE)
    rolled = bench.run("rolling", REPEATS, module=MODULE)
    for path in bench.folder.glob("days.dangol*"):
        path.unlink()
    of = f"{people:,} contacts, {interactions:,} interactions, {tasks:,} tasks"
    return [
        _beside(f"Home read, {of}", "home", read, HOME_MOST),
        _beside(f"Six weeks of days read, {of}", "weeks", read, MONTH_MOST),
        Figure(
            f"The calendar turned to a month of six weeks, read and painted, {of}",
            f"{month['month']:.1f} ms (CPU {month['month_cpu']:.1f})", "", None,
        ),
        Figure(
            f"{REPEATS:,} repeats counted out over a year, {rolled['found']:,} times"
            " (floor: dateutil)",
            f"{rolled['seconds']:.2f} s", f"{rolled['floor']:.2f} s", rolled["ratio"],
            target=f"≤ {YEAR_MOST:.0f} s", met=rolled["seconds"] <= YEAR_MOST, key="repeats",
        ),
    ]  # fmt: skip


def _beside(name: str, key: str, read: dict[str, float], most: int) -> Figure:
    return Figure(
        f"{name} (floor: the same SQL in bare sqlite3)",
        f"{read[key]:.1f} ms (CPU {read[f'{key}_cpu']:.1f})", f"{read[f'{key}_floor']:.1f} ms",
        read[f"{key}_ratio"], read[f"{key}_cpu_ratio"], f"≤ {most} ms", read[key] <= most, key,
    )  # fmt: skip
