"""What a process holds, and whether it grows."""

import gc
import os
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from PySide6.QtCore import QObject, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ui.common.garbage import give_back

_PROCESS = Path("/proc/self")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is held at one moment; 0 where the system does not tell."""

    resident: float  # MB
    python: float  # objects the garbage collector knows
    objects: float  # QObjects below the windows and the application
    widgets: float
    windows: float  # widgets without a parent
    handles: float  # open files
    threads: float
    files: float  # temporary ones


# What each may grow by in an hour of use. Resident memory is counted in pages and comes and goes
# with the allocator; the others are exact: half of one an hour is a leak every other hour.
LIMITS = Measure(
    resident=1.5,
    python=120,
    objects=0.5,
    widgets=0.5,
    windows=0.25,
    handles=0.25,
    threads=0.25,
    files=0.25,
)

GROWTH = 0.05  # of memory, from the end of the first hour to that of the last


def measure(program: QObject, scratch: Path) -> Measure:
    """Return what is held now; `scratch` is the folder for temporary files.

    Garbage is not counted, nor memory that is free: it goes as after each long search for garbage.
    """
    gc.collect()
    roots: list[QObject] = [
        program,
        *(w for w in QApplication.topLevelWidgets() if w.parent() is None),
    ]
    if (application := QApplication.instance()) is not None:
        roots.append(application)
    found = sum(below(root) for root in roots)
    del roots
    widgets, tops = len(QApplication.allWidgets()), len(QApplication.topLevelWidgets())
    gc.collect()
    give_back()
    return Measure(
        resident=_resident(),
        python=len(gc.get_objects()) + gc.get_freeze_count(),
        objects=found,
        widgets=widgets,
        windows=tops,
        handles=_entries("fd"),
        threads=_entries("task"),
        files=sum(1 for _ in scratch.rglob("*")),
    )


def below(root: QObject) -> int:
    """Return how many objects there are below one.

    Qt itself counts: findChildren makes a Python object for each that has none, and keeps what is
    left of it as long as the root lives.
    """
    lines: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, line: lines.append(line))
    try:
        root.dumpObjectTree()
    finally:
        qInstallMessageHandler(before)
    return len(lines) - 1


def slope(values: Sequence[float]) -> float:
    """Return by how much the values rise from one to the next: the line of least squares."""
    count = len(values)
    if count < 2:
        return 0.0
    middle, mean = (count - 1) / 2, sum(values) / count
    rise = sum((n - middle) * (value - mean) for n, value in enumerate(values))
    return rise / sum((n - middle) ** 2 for n in range(count))


def growing(measures: Sequence[Measure], limits: Measure = LIMITS) -> dict[str, float]:
    """Return what rises faster than it may, by how much an hour."""
    rows = [astuple(measure) for measure in measures]
    slopes = {
        field.name: slope([row[place] for row in rows])
        for place, field in enumerate(fields(Measure))
    }
    return {name: rise for name, rise in slopes.items() if rise > getattr(limits, name)}


def growth(measures: Sequence[Measure]) -> float:
    """Return by which share memory has grown since the first hour."""
    if not measures or not measures[0].resident:
        return 0.0
    return measures[-1].resident / measures[0].resident - 1


def _resident() -> float:
    try:
        pages = int((_PROCESS / "statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _entries(folder: str) -> int:
    try:
        return sum(1 for _ in (_PROCESS / folder).iterdir())
    except OSError:
        return 0
