"""A few ratios on a small shop, for every change: fails only where one is lost twice over.

Ratios of CPU time to a floor of the same run: how busy or quick the machine is hardly matters. A
small list has the fixed costs of a start in it, so that these are not the ratios of `make bench`.
"""

import time
from collections.abc import Iterator, Mapping
from statistics import median

from tests.bench.figures import Bench, Figure
from tests.bench.lists import write_csv, write_xlsx
from tests.bench.sale_figures import sale_import_figures
from tests.bench.window_tasks import BEGAN

ROWS = 3_000
PAIRS = 3
REPEATS = 2_000
TWICE = 2.0
# What `python -m tests.bench --short` measured when it was last looked at. Raise one only for a
# reason that the change itself gives.
REFERENCE: Mapping[str, float] = {
    "csv": 4.8,
    "undo csv": 0.3,
    "xlsx": 3.9,
    "undo xlsx": 0.3,
    "sales csv": 9.0,
    "undo sales csv": 0.25,
    "search": 16.0,
    "filled list": 1.35,
    "repeats": 0.65,
}


def measure(bench: Bench) -> Iterator[tuple[str, float]]:
    """Yield the name of each ratio and what it is now; the lists are the same every time."""
    bench.warm_up()
    for figure in _imports(bench):
        if figure.cpu_ratio is not None:
            yield figure.key, figure.cpu_ratio
    shop = bench.folder / "shop.dangol"
    bench.run("make_shop", shop, ROWS)
    read = bench.run("reading", shop)
    yield "search", read["search_cpu"] / read["floor_cpu"]
    yield "filled list", _filled(bench)
    yield "repeats", bench.run("rolling", REPEATS, module="tests.bench.agenda_tasks")["ratio"]


def _imports(bench: Bench) -> Iterator[Figure]:
    for kind, write in (("csv", write_csv), ("xlsx", write_xlsx)):
        source = bench.folder / f"customers.{kind}"
        write(source, ROWS)
        yield from bench.imports(source, ROWS, TWICE)
    yield from sale_import_figures(bench, ROWS)


def lost(ratios: Mapping[str, float]) -> list[str]:
    """Return those that are more than twice what they were."""
    return [name for name, now in ratios.items() if now > TWICE * REFERENCE[name]]


def _filled(bench: Bench) -> float:
    """Return what the window with its list takes, in times of a bare one that has the ORM."""
    ratios = []
    for _pair in range(PAIRS):
        floor, ours = (
            bench.run(
                task, *given, module="tests.bench.window_tasks",
                surroundings={BEGAN: str(time.time()), "QT_QPA_PLATFORM": "offscreen"},
            )["cpu"]
            for task, given in (
                ("bare_orm_window", ()), ("first_paint", (bench.folder / "shop.dangol",)),
            )
        )  # fmt: skip
        ratios.append(ours / floor)
    return float(median(ratios))
