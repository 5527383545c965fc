"""What is timed of scores: python -m tests.bench.insight_tasks recompute PATH."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tests.bench.tasks import Report

BEAT = 1  # ms between two looks at the clock


def recompute(shop: Path) -> Report:
    """Score the whole shop as the window does it, and tell how long its thread ever waited."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import open_core
    from ui.common.garbage import GarbageCollector
    from ui.common.jobs import JobRunner

    application = QApplication([])
    core = open_core(shop)
    runner = JobRunner()
    collector = GarbageCollector(runner)  # as in the window: never on a thread of the pool
    collector.spare()
    loop, beat = QEventLoop(), QTimer(interval=BEAT)
    seen: list[float] = []
    beat.timeout.connect(lambda: seen.append(time.perf_counter()))
    core.insight.is_due()
    beat.start()
    QTimer.singleShot(200, loop.quit)
    loop.exec()  # it beats before anything is asked of it
    seen.clear()
    began, busy = time.perf_counter(), time.process_time()
    job = runner.read(core.insight.recompute, quiet=True)
    job.finished.connect(loop.quit)
    loop.exec()
    took, worked = time.perf_counter() - began, time.process_time() - busy
    beat.stop()
    run = core.insight.last_run()
    assert run is not None
    core.close()
    application.quit()
    gaps = [after - before for before, after in pairwise(seen)]
    return {
        "seconds": took, "cpu": worked, "customers": run.customers, "gap": 1000 * max(gaps),
        "late": sum(gap > 0.1 for gap in gaps),
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


TASKS: dict[str, Callable[..., Report]] = {"recompute": recompute}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]))))
