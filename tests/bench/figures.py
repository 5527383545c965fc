"""Runs the timed tasks in processes of their own, the figure and its floor in turn."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.tasks import Report


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `ratio` is what the target is about unless there is none."""

    name: str
    value: str
    floor: str
    ratio: float | None
    target: str
    met: bool | None
    rows: int


def run(task: str, *given: object) -> Report:
    """Run one task, return what it printed."""
    command = [sys.executable, "-m", "tests.bench.tasks", task, *map(str, given)]
    # Modules are compiled once, as they are where Dangol is installed.
    cache = Path(tempfile.gettempdir()) / "dangol-bench-compiled"
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    surroundings["PYTHONPYCACHEPREFIX"] = str(cache)
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=surroundings)
    report: Report = json.loads(done.stdout)
    return report


def import_figures(source: Path, folder: Path, rows: int, rounds: int, limit: float) -> list[Figure]:
    """Import, its floor and its undo, `rounds` times in turn, each on an empty shop."""
    kind = source.suffix.removeprefix(".")
    imports: list[Report] = []
    floors: list[Report] = []
    undos: list[Report] = []
    for number in range(rounds):
        shop, floor = folder / f"{kind}-{number}.dangol", folder / f"{kind}-{number}.floor"
        imports.append(run("import", shop, source))
        if imports[-1]["read"] != rows or imports[-1]["added"] < rows * 0.999:  # same name, same day
            raise SystemExit(f"{imports[-1]['added']} of {rows} rows were added")
        run("make_floor", floor, shop)
        floors.append(run("floor", floor, source, shop))
        undos.append(run("undo", shop, imports[-1]["change_set"]))
        if undos[-1]["kept"] or undos[-1]["left"]:
            raise SystemExit("the undo left something")
        for path in folder.glob(f"{kind}-{number}.*"):
            path.unlink()
    ratio = middle(imports) / middle(floors)
    back = median(u["seconds"] / i["seconds"] for u, i in zip(undos, imports, strict=True))
    first, second, last = imports[0], undos[0], floors[0]
    return [
        Figure(
            f"{kind}, {rows:,} × 12, from the file to committed and searchable",
            f"{middle(imports):.2f} s", f"{middle(floors):.2f} s", ratio, f"≤ {limit} × the floor",
            ratio <= limit, rows,
        ),
        Figure(
            f"undo of that {kind} import", f"{middle(undos):.2f} s", f"{middle(imports):.2f} s",
            back, "≤ 0.4 × the import", back <= 0.4, rows,
        ),
        Figure(
            f"{kind}: peak memory of the import", f"{first['peak']:.0f} MB",
            f"{last['peak']:.0f} MB", None, "", None, rows,
        ),
        Figure(f"{kind}: peak memory of the undo", f"{second['peak']:.0f} MB", "", None, "", None, rows),
        Figure(
            f"{kind}: file after the import", f"{first['size']:.0f} MB", f"{last['size']:.0f} MB",
            first["size"] / last["size"], "", None, rows,
        ),
        Figure(
            f"{kind}: file after the undo", f"{second['size']:.0f} MB", "", None, "", None, rows
        ),
    ]  # fmt: skip


def middle(reports: list[Report]) -> float:
    """Return the median time, in seconds."""
    return median(report["seconds"] for report in reports)
