"""Runs what is timed of the window: each figure and its floor in turn."""

import shutil
import time
from statistics import median

from tests.bench.figures import Bench, Figure
from tests.bench.tasks import Report
from tests.bench.window_tasks import BEGAN, ENTRIES

MODULE = "tests.bench.window_tasks"
PAIRS = 7
FIRST_PAINT, FILLED_LIST = 1.5, 1.6  # times the floor
LIST_LIMIT, PANEL_LIMIT, PAGE_LIMIT, LETTER_LIMIT = 100, 50, 80, 50  # ms
MEMORY_LIMIT = 60  # MB


class WindowBench:
    """The shops of `bench`, looked at through the window."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def figures(self, middle: int, large: int) -> list[Figure]:
        """Return every figure; the shops of these many contacts are there already."""
        copy = self._bench.folder / "window.dangol"
        shutil.copyfile(self._bench.folder / f"shop-{middle}.dangol", copy)
        figures = [*self._starting(copy, middle), *self._using(copy, middle)]
        shutil.copyfile(self._bench.folder / f"shop-{large}.dangol", copy)
        figures += self._long_list(copy, large)
        for path in self._bench.folder.glob("window.dangol*"):
            path.unlink()
        return figures

    def _run(self, task: str, *given: object) -> Report:
        return self._bench.run(
            task, *given, module=MODULE,
            surroundings={BEGAN: str(time.time()), "QT_QPA_PLATFORM": "offscreen"},
        )  # fmt: skip

    def _starting(self, shop: object, size: int) -> list[Figure]:
        self._run("first_paint", shop)  # so that everything is compiled
        bare, with_orm, ours = [], [], []
        for _pair in range(PAIRS):
            bare.append(self._run("bare_window"))
            with_orm.append(self._run("bare_orm_window"))
            ours.append(self._run("first_paint", shop))
        pairs = zip(ours, bare, strict=True)
        first = float(median(our["seconds"] / floor["seconds"] for our, floor in pairs))
        pairs = zip(ours, with_orm, strict=True)
        filled = float(median(our["filled"] / floor["seconds"] for our, floor in pairs))
        pairs = zip(ours, with_orm, strict=True)
        worked = float(median(our["cpu"] / floor["cpu"] for our, floor in pairs))
        return [
            Figure(
                "First picture of the window (floor: a bare PySide6 window)",
                _middle(ours, "seconds"), _middle(bare, "seconds"), first,
                target=f"≤ {FIRST_PAINT} × the floor", met=first <= FIRST_PAINT,
                key="first picture",
            ),
            Figure(
                f"Filled list, {size:,} contacts"
                " (floor: a bare window that imported SQLAlchemy's ORM)",
                _middle(ours, "filled"), _middle(with_orm, "seconds"), filled, worked,
                target=f"≤ {FILLED_LIST} × the floor", met=filled <= FILLED_LIST,
                key="filled list",
            ),
            Figure(
                f"Everything behind that list opened, SQLAlchemy included, {size:,} contacts",
                _middle(ours, "opened"), "", None,
            ),
        ]  # fmt: skip

    def _using(self, shop: object, size: int) -> list[Figure]:
        letter = self._run("typed_letter", shop)["letter"]
        panel = self._run("one_contact", shop)["panel"]
        self._run("make_busy_contact", shop)
        page = self._run("full_page", shop)["page"]
        return [
            _limited(f"A typed letter to the repainted list, {size:,} contacts", letter,
                     LETTER_LIMIT),
            _limited(f"A contact chosen to its filled panel, {size:,} contacts", panel,
                     PANEL_LIMIT),
            _limited(f"A contact's page with {ENTRIES:,} entries of its timeline", page,
                     PAGE_LIMIT),
        ]  # fmt: skip

    def _long_list(self, shop: object, size: int) -> list[Figure]:
        empty = self._bench.folder / "window-empty.dangol"
        self._run("make_small", empty)
        floor, large = self._run("long_list", empty), self._run("long_list", shop)
        for path in self._bench.folder.glob("window-empty.dangol*"):
            path.unlink()
        more = large["memory"] - floor["memory"]
        return [
            *(
                _limited(f"{what}, {size:,} contacts", large[key], LIST_LIMIT)
                for what, key in (
                    ("List read and painted anew", "open"),
                    ("List sorted by another column", "sort"),
                    ("Jump to the end of the list", "jump"),
                )
            ),
            Figure(
                f"Memory of the window, {size:,} contacts, over that of a shop of a few",
                f"{more:.0f} MB", f"{floor['memory']:.0f} MB", None,
                target=f"≤ {MEMORY_LIMIT} MB", met=more <= MEMORY_LIMIT,
            ),
        ]  # fmt: skip


def _middle(reports: list[Report], what: str) -> str:
    return f"{median(report[what] for report in reports):.2f} s"


def _limited(name: str, value: float, limit: int) -> Figure:
    return Figure(name, f"{value:.1f} ms", "", None, target=f"≤ {limit} ms", met=value <= limit)
