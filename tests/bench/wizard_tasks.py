"""What of the import wizard is timed, each in a process of its own.

python -m tests.bench.wizard_tasks TASK PATH...: prints one JSON object.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.bench.window_tasks import BEGAN, PATIENCE, Report, _application, _end, _rest, _started

if TYPE_CHECKING:
    from ui.exchange.plan import PlanPage
    from ui.program import Program

CHANGES = ("note", "ignore")  # what a column becomes, in turn
ROUNDS = 9
LOOK = 2  # ms between two looks at what is waited for


def bare_read(source: Path) -> Report:
    """Read every row of a workbook by calamine, and do nothing with it."""
    began, worked = time.perf_counter(), time.process_time()
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(source)
    rows = sum(1 for _row in book.get_sheet_by_index(0).iter_rows())
    return {
        "seconds": time.perf_counter() - began, "cpu": time.process_time() - worked, "rows": rows,
    }  # fmt: skip


def preview(shop: Path, source: Path) -> Report:
    """Drop a file on the window, to its columns matched and painted, all of them."""
    program = _opened(shop)
    began, worked = time.perf_counter(), time.process_time()
    plan = _dropped(program, source)
    _until(lambda: plan.prepared and len(plan.columns.rows) == len(plan.prepared.table.headers))
    QApplication.processEvents()
    took = {"seconds": time.perf_counter() - began, "cpu": time.process_time() - worked}
    _leave(program, plan)
    return took


def mapping(shop: Path, source: Path) -> Report:
    """Let a column become something else, to the new counts on the screen; ms."""
    program = _opened(shop)
    plan = _dropped(program, source)
    _until(lambda: plan.report is not None)
    _rest()
    took, worked = [], []
    for number in range(ROUNDS):
        row = next(row for row in plan.columns.rows if row.shown.match.header == "주소")
        before, target = plan.report, CHANGES[number % len(CHANGES)]
        began, cpu = time.perf_counter(), time.process_time()
        row.target.setCurrentIndex(row.target.findData(target))
        row.target.activated.emit(row.target.currentIndex())
        _until(lambda: plan.report is not before)  # noqa: B023 - waited for here
        QApplication.processEvents()
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - cpu) * 1000)
        _rest()  # the example of a row, too, is made anew
    _leave(program, plan)
    return {"counts": median(took), "cpu": median(worked)}


def _opened(shop: Path) -> "Program":
    os.environ.setdefault(BEGAN, str(time.time()))
    _application()
    program, _painted = _started(shop)
    _until(lambda: program.is_open)
    _rest()
    return program


def _dropped(program: "Program", source: Path) -> "PlanPage":
    from ui.exchange.plan import PlanPage

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, place = Qt.KeyboardModifier.NoModifier, QPoint(500, 400)
    for event in (
        QDragEnterEvent(place, copy, data, left, none),
        QDropEvent(QPointF(place), copy, data, left, none),
    ):
        QApplication.sendEvent(program.window, event)
    found: list[PlanPage] = program.window.findChildren(PlanPage)
    return found[-1]


def _until(is_done: Callable[[], object]) -> None:
    """Wait as a window does: asleep, so that the work aside has Python to itself."""
    looks = QTimer(interval=LOOK)
    looks.start()
    late = time.monotonic() + PATIENCE
    while not is_done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > late:
            raise SystemExit("It took too long.")


def _leave(program: "Program", plan: "PlanPage") -> None:
    plan.dismissed.emit()
    _rest()
    _end(program)


TASKS: dict[str, Callable[..., Report]] = {
    "bare_read": bare_read, "preview": preview, "mapping": mapping,
}  # fmt: skip


def main() -> None:
    """Run one task and print what it found."""
    name, *given = sys.argv[1:]
    print(json.dumps(TASKS[name](*map(Path, given))))


if __name__ == "__main__":
    main()
