"""What goes out of the window leaves nothing behind in the memory of the program."""

import gc
import os
import sys
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.bootstrap import open_core
from app.settings import SHOP_NAME
from tests.soak.measures import below
from tests.ui.sale_parts import sell, till_of
from ui.common.garbage import give_back
from ui.common.tab_order import put_behind
from ui.sales.day_close import CountLine, DayCloseView


def bury():
    """Destroy what is to be destroyed."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shells():
    """Return how many Python objects are left of what is destroyed in the window."""
    gc.collect()
    return sum(isinstance(each, QObject) and not isValid(each) for each in gc.get_objects())


def test_entries_that_come_and_go_are_put_in_order_without_a_trace(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.menuBar()
    window.setCentralWidget(inner := QWidget())
    column = QVBoxLayout(inner)
    column.addWidget(first := QLineEdit())
    for _ in range(3):
        column.addWidget(QScrollArea())

    def change():
        entries = [QPushButton(str(number)) for number in range(2)]
        for entry in entries:
            column.addWidget(entry)
        put_behind(first, *entries)
        assert first.nextInFocusChain() is entries[0]
        assert entries[0].nextInFocusChain() is entries[1]
        for entry in entries:
            entry.deleteLater()
        bury()

    change()
    before = shells()
    for _ in range(3):
        change()
    assert shells() <= before


def test_a_day_that_is_shown_again_has_the_lines_of_one_day(qtbot, core, kit, people):
    sell(core, people[0], 30_000, method="cash")
    view = DayCloseView(kit, till_of(core))
    qtbot.addWidget(view)
    view.show()
    for _ in range(3):
        lines = view.lines
        view.reload()
        qtbot.waitUntil(lambda before=lines: view.lines is not before)
    bury()
    assert len(view.findChildren(CountLine)) == len(view.lines)


def test_a_shop_that_was_closed_is_forgotten_by_what_it_was_written_with(shop):
    core = open_core(shop)
    core.settings.put(SHOP_NAME, "꽃집 봄날")
    dialect = weakref.ref(core.database._engine.dialect)
    core.close()
    del core
    gc.collect()
    assert dialect() is None


def test_counting_what_is_in_a_window_leaves_nothing_there(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    before = shells()
    for _ in range(2):
        area = QScrollArea(window)
        assert below(window) > 5  # the bars of the area, and what holds them
        area.deleteLater()
        del area
        bury()
    assert below(window) == 0
    assert shells() <= before


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system takes it by itself")
def test_what_is_free_between_what_is_in_use_goes_back_to_the_system():
    def resident():
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    blocks = [bytes(10_000) for _ in range(5_000)]
    last = blocks.pop()
    full = resident()
    blocks.clear()
    give_back()
    assert resident() < full - 40_000_000
    del last
