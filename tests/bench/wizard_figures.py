"""Runs what is timed of the import wizard, the figure and its floor in turn."""

from pathlib import Path

from tests.bench.figures import Bench, Figure, ratio_of, seconds_of
from tests.bench.lists import write_xlsx
from tests.bench.tasks import Report

MODULE = "tests.bench.wizard_tasks"
PREVIEW_LIMIT = 1.5  # times the bare read
COUNTS_LIMIT = 300  # ms
COUNTED_ROWS = 10_000


def wizard_figures(bench: Bench, rows: int) -> list[Figure]:
    """Return the figures of the wizard; `customers.xlsx` of so many rows is there already."""
    source, shop = bench.folder / "customers.xlsx", bench.folder / "wizard.dangol"
    if not source.exists():
        write_xlsx(source, rows)
    short = bench.folder / "counted.xlsx"
    write_xlsx(short, min(rows, COUNTED_ROWS))
    _run(bench, "preview", shop, short)  # so that everything is compiled
    floors, shown = [], []
    for _round in range(bench.rounds):
        floors.append(_run(bench, "bare_read", source))
        shown.append(_run(bench, "preview", shop, source))
    counted = _run(bench, "mapping", shop, short)
    for path in bench.folder.glob("wizard.dangol*"):
        path.unlink()
    ratio = ratio_of(shown, floors)
    return [
        Figure(
            f"xlsx of {rows:,} rows dropped, to its columns matched and shown"
            " (floor: read by calamine)",
            seconds_of(shown), seconds_of(floors), ratio, ratio_of(shown, floors, "cpu"),
            f"≤ {PREVIEW_LIMIT} × the floor", ratio <= PREVIEW_LIMIT, "preview",
        ),
        Figure(
            f"A column becomes something else, to the new counts, {min(rows, COUNTED_ROWS):,} rows",
            f"{counted['counts']:.0f} ms", "", None, None, f"≤ {COUNTS_LIMIT} ms",
            counted["counts"] <= COUNTS_LIMIT,
        ),
    ]  # fmt: skip


def _run(bench: Bench, task: str, *given: Path) -> Report:
    return bench.run(task, *given, module=MODULE, surroundings={"QT_QPA_PLATFORM": "offscreen"})
