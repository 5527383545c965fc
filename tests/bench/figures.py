"""Runs the timed tasks in processes of their own, the figure and its floor in turn."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import MappingProxyType

from tests.bench.lists import write_csv
from tests.bench.tasks import MIXED, Report

GROWTH_ROWS = 10_000  # of the file imported into shops of several sizes
UNDO_LIMIT = 0.4
SEARCH_LIMIT = 10.0  # ms
LISTS = "tests.bench.list_tasks"
DUPLICATES = "tests.bench.duplicate_tasks"
SCAN_MOST, TYPED_MOST = 400, 30  # MB, ms
LIST_LIMIT, LIST_MOST = 2.0, 100  # times the floor, ms


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, its floor, and whether the target is met."""

    name: str
    value: str
    floor: str
    ratio: float | None
    cpu_ratio: float | None = None
    target: str = ""
    met: bool | None = None
    key: str = ""  # short name in the history


class Bench:
    """A folder to work in, and how often what has a target is measured."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self.folder = folder
        self.rounds = rounds
        # Modules are compiled once and kept, as they are where Dangol is installed.
        self._surroundings = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "XDG_DATA_HOME": str(folder / "home"),
        }

    def run(
        self,
        task: str,
        *given: object,
        module: str = "tests.bench.tasks",
        surroundings: Mapping[str, str] = MappingProxyType({}),
    ) -> Report:
        """Run one task, return what it printed."""
        command = [sys.executable, "-m", module, task, *map(str, given)]
        env = {**self._surroundings, **surroundings}
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=env, text=True)
        report: Report = json.loads(done.stdout)
        return report

    def warm_up(self) -> None:
        """Import and undo a short list, so that everything is compiled."""
        source, shop = self.folder / "short.csv", self.folder / "short.dangol"
        write_csv(source, 500)
        self.run("undo", shop, self.run("import", shop, source)["change_set"])

    def imports(self, source: Path, rows: int, limit: float) -> list[Figure]:
        """Import into an empty shop, its floor and its undo, in turn."""
        kind = source.suffix.removeprefix(".")
        imports: list[Report] = []
        floors: list[Report] = []
        undos: list[Report] = []
        for _round in range(self.rounds):
            brought, floor, undone = self.imported("import", source)
            # The same name with the same birthday is one person, also when it is chance.
            if brought["read"] != rows or brought["added"] < rows * 0.999:
                raise SystemExit(f"Of {rows} rows {brought['added']} were added.")
            imports.append(brought)
            floors.append(floor)
            undos.append(undone)
        ratio = ratio_of(imports, floors)
        back = ratio_of(undos, imports)
        return [
            Figure(
                f"{kind}, {rows:,} × 12, from the file to committed and searchable",
                seconds_of(imports), seconds_of(floors), ratio, ratio_of(imports, floors, "cpu"),
                f"≤ {limit} × the floor", ratio <= limit, kind,
            ),
            Figure(
                f"Undo of that {kind} import (floor: the import)",
                seconds_of(undos), seconds_of(imports), back, ratio_of(undos, imports, "cpu"),
                f"≤ {UNDO_LIMIT} × the import", back <= UNDO_LIMIT, f"undo {kind}",
            ),
            sized(f"Peak memory of the {kind} import", "peak", imports, floors),
            sized(f"Peak memory of the undo of the {kind} import", "peak", undos, imports),
            sized(f"File after the {kind} import, from an empty shop", "size", imports, floors),
            sized(f"File after the undo of the {kind} import", "size", undos, imports),
        ]  # fmt: skip

    def imported(self, task: str, source: Path) -> tuple[Report, Report, Report]:
        """Import into an empty shop, write the same rows bare, take the import back."""
        shop, bare = self.folder / "import.dangol", self.folder / "import.bare"
        brought = self.run(task, shop, source)
        self.run("make_floor", bare, shop)
        floor = self.run("floor", bare, source, shop)
        undone = self.run("undo", shop, brought["change_set"])
        if undone["kept"] or undone["left"]:
            raise SystemExit("The undo left something.")
        for path in self.folder.glob("import.*"):
            path.unlink()
        return brought, floor, undone

    def growth(self, sizes: Sequence[int]) -> list[Figure]:
        """Search, list and import in shops of several sizes; the largest has the target."""
        source = self.folder / "growth.csv"
        write_csv(source, GROWTH_ROWS)
        figures: list[Figure] = []
        first: dict[str, float] = {}
        for size in sizes:
            shop = self.folder / f"shop-{size}.dangol"
            if not shop.exists():
                self.run("make_shop", shop, size)
            readings = [self.run("reading", shop) for _round in range(self.rounds)]
            reading = {name: median(one[name] for one in readings) for name in readings[0]}
            taken = []
            for _round in range(self.rounds):
                copy = self.folder / "copy.dangol"
                shutil.copyfile(shop, copy)
                taken.append(self.run("import", copy, source)["seconds"])
                for path in self.folder.glob("copy.dangol*"):
                    path.unlink()
            first = first or {"page": reading["page"], "import": median(taken)}
            last = size == max(sizes)
            met = reading["search"] <= SEARCH_LIMIT
            figures += [
                Figure(
                    f"Search, p95 of {MIXED} mixed queries, first page ranked, {size:,} contacts",
                    f"{reading['search']:.2f} ms (CPU {reading['search_cpu']:.2f})",
                    f"{reading['floor']:.2f} ms (CPU {reading['floor_cpu']:.2f})",
                    reading["search"] / reading["floor"],
                    reading["search_cpu"] / reading["floor_cpu"],
                    f"≤ {SEARCH_LIMIT:.0f} ms" if last else "", met if last else None,
                    f"search at {size:,}" if last else "",
                ),
                Figure(
                    f"Of these, the queries of two words alone, {size:,} contacts",
                    f"{reading['two_words']:.2f} ms", f"{reading['search']:.2f} ms",
                    reading["two_words"] / reading["search"],
                ),
                Figure(
                    f"List, p95 of a page anywhere, {size:,} contacts"
                    f" (floor: {min(sizes):,} contacts)",
                    f"{reading['page']:.2f} ms", f"{first['page']:.2f} ms",
                    reading["page"] / first["page"],
                ),
                Figure(
                    f"Import of a csv of {GROWTH_ROWS:,} rows into a shop of {size:,} contacts"
                    f" (floor: of {min(sizes):,})",
                    f"{median(taken):.2f} s", f"{first['import']:.2f} s",
                    median(taken) / first["import"],
                ),
            ]  # fmt: skip
        return figures

    def smart_lists(self, size: int) -> list[Figure]:
        """Count a smart list of four conditions and read its first page."""
        copy = self.folder / "lists.dangol"
        shutil.copyfile(self.folder / f"shop-{size}.dangol", copy)
        made = self.run("make", copy, module=LISTS)["interactions"]
        took = self.run("list", copy, module=LISTS)
        for path in self.folder.glob("lists.dangol*"):
            path.unlink()
        return [
            Figure(
                f"Smart list of 4 conditions, count and first page, {size:,} contacts,"
                f" {made:,} interactions (floor: the same SQL in bare sqlite3)",
                f"{took['ms']:.1f} ms (CPU {took['cpu']:.1f})", f"{took['floor']:.1f} ms",
                took["ratio"], took["cpu_ratio"],
                f"≤ {LIST_LIMIT} × the floor, ≤ {LIST_MOST} ms",
                took["ratio"] <= LIST_LIMIT and took["ms"] <= LIST_MOST, "smart list",
            )
        ]  # fmt: skip

    def duplicates(self, size: int) -> list[Figure]:
        """Search an invented book for duplicates, then compare somebody being typed with it."""
        took = self.run("scan", size, module=DUPLICATES)
        book = f"a book of {size:,}"
        return [
            Figure(
                f"Duplicates in {book}: processor time"
                f" (precision {took['precision']:.3f}, recall {took['recall']:.3f})",
                f"{took['cpu_seconds']:.1f} s", "", None,
            ),
            Figure(
                f"Peak memory of that search, {book}", f"{took['peak_mb']} MB", "", None,
                target=f"≤ {SCAN_MOST} MB", met=took["peak_mb"] <= SCAN_MOST,
            ),
            Figure(
                f"Somebody being typed compared with {book}", f"{took['typed_ms']:.1f} ms", "",
                None, target=f"≤ {TYPED_MOST} ms", met=took["typed_ms"] <= TYPED_MOST,
            ),
        ]  # fmt: skip


def seconds_of(reports: list[Report]) -> str:
    """Return the median of the seconds, in words."""
    return f"{median(r['seconds'] for r in reports):.2f} s"


def ratio_of(reports: list[Report], floors: list[Report], what: str = "seconds") -> float:
    """Return the median of the ratios: both of a pair ran while the machine was as busy."""
    pairs = zip(reports, floors, strict=True)
    return float(median(report[what] / floor[what] for report, floor in pairs))


def sized(name: str, what: str, reports: list[Report], floors: list[Report]) -> Figure:
    """Return the line of how many MB of memory or file it took."""
    value, floor = (median(r[what] for r in those) for those in (reports, floors))
    return Figure(name, f"{value:.0f} MB", f"{floor:.0f} MB", value / floor)
