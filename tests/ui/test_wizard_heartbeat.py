"""The window answers while a long file is read, planned, changed, imported and taken back.

Other programs may take the processor away from a test, so what counts is how long the window's
own thread was at work between two of its answers. What it merely waited for, a lock, say, or
another thread of this program, may be longer, but not long: so much nobody else takes.
"""

import time

import pytest
from PySide6.QtCore import QTimer

from tests.bench.lists import write_xlsx
from tests.ui.wizard_parts import choose, dropped, result_of
from ui.contacts.page import ContactsPage

ROWS = 12_000
TICK = 10  # ms
LONGEST = 100  # ms of the window's own work without an answer
LONGEST_WAIT = 1000  # ms without an answer, whatever for
ATTEMPTS = 3


class Heartbeat:
    """Ticks in the GUI thread; tells the longest time between two ticks of each stage."""

    def __init__(self):
        self.gaps = {}  # of each stage, ms at work and ms on the clock
        self._stage = ""
        self._last = 0.0, 0.0
        self._timer = QTimer(interval=TICK)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self, stage):
        self._beat()
        self._stage = stage
        self.gaps[stage] = 0.0, 0.0

    def stop(self):
        self._timer.stop()

    def _beat(self):
        now = time.thread_time(), time.perf_counter()
        if self._stage:
            gaps = [(new - old) * 1000 for new, old in zip(now, self._last, strict=True)]
            self.gaps[self._stage] = tuple(map(max, self.gaps[self._stage], gaps))
        self._last = now


@pytest.fixture(scope="module")
def long_list(tmp_path_factory):
    path = tmp_path_factory.mktemp("lists") / "customers.xlsx"
    write_xlsx(path, ROWS)
    return path


def import_and_take_back(qtbot, program, path):
    """Every stage once, in the real window; the longest gap of each, in ms."""
    listed = program.window.findChild(ContactsPage).model
    beats = Heartbeat()
    beats.begin("read")
    plan = dropped(program, path)
    qtbot.waitUntil(lambda: plan.prepared is not None, timeout=60_000)
    beats.begin("count")
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=60_000)
    beats.begin("change")
    combo = next(row.target for row in plan.columns.rows if row.shown.match.header == "메모")
    choose(qtbot, combo, "ignore")
    qtbot.waitUntil(lambda: plan.prepared.mapping.columns[9].target == "ignore", timeout=60_000)
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=60_000)
    beats.begin("check")
    plan.open_rows("added")
    qtbot.waitUntil(lambda: plan.check.model.rowCount() > 0.9 * ROWS)
    proved = plan.report
    qtbot.waitUntil(lambda: plan.report is not proved, timeout=120_000)
    beats.begin("run")
    plan.import_button.click()
    qtbot.waitUntil(lambda: result_of(program) is not None, timeout=120_000)
    beats.begin("undo")
    result_of(program).undo_button.click()
    qtbot.waitUntil(lambda: listed.rowCount() == 3, timeout=120_000)
    beats.begin("end")
    beats.stop()
    return {stage: gap for stage, gap in beats.gaps.items() if stage != "end"}


def test_the_window_always_answers_within_a_tenth_of_a_second(qtbot, program, long_list):
    best = {}
    for _attempt in range(ATTEMPTS):
        for stage, gap in import_and_take_back(qtbot, program, long_list).items():
            best[stage] = tuple(map(min, gap, best.get(stage, gap)))
        if not too_long(best):
            break
    assert too_long(best) == {}


def too_long(gaps):
    return {s: gap for s, gap in gaps.items() if gap[0] > LONGEST or gap[1] > LONGEST_WAIT}
