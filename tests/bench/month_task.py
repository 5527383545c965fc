"""The calendar's month as it is timed: turned to, read, laid out and painted."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from statistics import median

from tests.bench.tasks import Report

ROUNDS = 9
WEEKS = 6


def month_view(shop: Path) -> Report:
    """Turn to a month of six weeks and away again; ms on the clock and of processor time."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import open_core
    from tests.bench.painted import Painted
    from ui.calendar.desk import CalendarDesk
    from ui.calendar.page import CalendarPage
    from ui.common.bridge import ChangeBridge
    from ui.common.formats import Formats
    from ui.common.jobs import JobRunner
    from ui.common.kit import Kit
    from ui.common.language import Language
    from ui.common.messages import Messages
    from ui.common.state import WindowState
    from ui.common.theme import Theme
    from ui.waiting import settle, wait_until

    application = QApplication([])
    gc.disable()
    core, language = open_core(shop), Language(application)
    clock = core.agenda.shop_clock()
    kit = Kit(
        theme=Theme(application), language=language, messages=Messages(language),
        formats=Formats(language, clock), runner=JobRunner(),
        state=WindowState(shop.parent / "window.ini"),
    )  # fmt: skip
    desk = CalendarDesk(
        core.agenda, core.tasks, core.interactions, core.sales, core.staff, core.deals, clock
    )  # fmt: skip
    page = CalendarPage(kit, desk, ChangeBridge(core.bus))
    page.resize(1224, 844)
    page.show()
    view, took, worked = page.month, [], []
    while len(view.days) < WEEKS * 7:
        view.turn(-1)
    wait_until(lambda: page.is_read and page.is_idle)
    watch = Painted(view.viewport())
    for _round in range(ROUNDS):
        view.turn(1)
        wait_until(lambda: page.is_idle)
        settle(50)
        began, busy = time.perf_counter(), time.process_time()
        view.turn(-1)
        wait_until(lambda: page.is_idle)
        settle(50)
        took.append((watch.at - began) * 1000)
        worked.append((watch.worked - busy) * 1000)
    entries, shown = len(view.agenda.entries), len(view.placed)
    page.close()
    kit.runner.stop()
    core.close()
    return {
        "month": median(took), "month_cpu": median(worked), "entries": entries, "shown": shown
    }  # fmt: skip
