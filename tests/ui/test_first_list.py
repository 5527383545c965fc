"""The list is on the screen before the shop is wholly open."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.shell.opening import TroublePage, WaitingPage

LATE = 20_000
START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.common.state import WindowState
from ui.main import first_picture
application = QApplication([])
state = WindowState(Path(sys.argv[1]).parent / "window.ini")
state.put_text("start/page", "contacts")
window = first_picture(state)
import ui.program
from ui.open_shop import OpenShop
from ui.program import Program
ui.program.PATIENCE = 60
seen = []
when_painted = OpenShop.when_painted
OpenShop.when_painted = lambda shop, act: when_painted(
    shop, lambda: (seen.append(set(sys.modules)), act())
)
program = Program(application, Path(sys.argv[1]), state=state, window=window)
program.start()
while not seen:
    application.processEvents()
page = window.page()
names = {page.model.row_at(line).name for line in range(page.model.rowCount())}
print(*sorted({name.split(".")[0] for name in seen[0]} & set(sys.argv[2:])))
print(*sorted(names))
while not program.is_open:
    application.processEvents()
print("sqlalchemy" in sys.modules)
window.close()
"""
HEAVY = (
    "sqlalchemy", "alembic", "matplotlib", "numpy", "openpyxl", "xlsxwriter", "python_calamine",
    "rapidfuzz", "phonenumbers", "sqlite_utils",
)  # fmt: skip


@pytest.fixture
def held(core, people, shop, monkeypatch):
    """Another program that is writing to the shop; closing it lets go."""
    core.close()
    monkeypatch.setattr("db.database.BUSY_TIMEOUT", LATE)
    with closing(sqlite3.connect(shop, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


@pytest.fixture
def listed(qtbot, held, open_program):
    """The program with its list, while the rest cannot be opened."""
    program = open_program()
    qtbot.waitUntil(lambda: program.window.page() is not None, timeout=LATE)
    page = program.window.page()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=LATE)
    return program


def test_the_first_list_needs_none_of_the_large_libraries(core, people, shop):
    core.close()
    done = subprocess.run(
        [sys.executable, "-c", START, str(shop), *HEAVY],
        capture_output=True, text=True, check=True, timeout=60, encoding="utf-8",
    )  # fmt: skip
    assert done.stdout.splitlines() == ["", "김민지 박서준 이하은", "True"]


def test_one_can_walk_through_the_list_while_the_shop_is_being_opened(qtbot, listed, held):
    page = listed.window.page()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.model.row_at(page.table.currentIndex().row()).name == "이하은"
    assert page.detail.contact_id is None
    assert listed.core is None
    held.execute("ROLLBACK")
    qtbot.waitUntil(lambda: listed.is_open, timeout=LATE)
    assert page.detail.contact_id == page.selected_id()
    assert page.detail.name.text() == "이하은"


def test_what_is_typed_and_deleted_meanwhile_is_done_when_the_shop_is_open(qtbot, listed, held):
    page = listed.window.page()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.keyClicks(page.search.focusProxy() or page.search, "0002")
    held.execute("ROLLBACK")
    qtbot.waitUntil(lambda: listed.is_open, timeout=LATE)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=LATE)
    assert page.model.row_at(0).name == "이하은"
    qtbot.waitUntil(lambda: listed.core.contacts.count() == 2, timeout=LATE)


def test_a_list_whose_shop_does_not_open_gives_way_to_the_reason(
    qtbot, held, open_program, monkeypatch
):
    monkeypatch.setattr("db.database.BUSY_TIMEOUT", 50)
    program = open_program()
    with qtbot.waitSignal(program.not_opened, timeout=LATE):
        qtbot.waitUntil(lambda: program.window.page() is not None, timeout=LATE)
    trouble = program.window.stack.currentWidget()
    assert isinstance(trouble, TroublePage)
    assert program.window.page() is None
    held.execute("ROLLBACK")
    trouble.retry_asked.emit()
    qtbot.waitUntil(lambda: program.is_open, timeout=LATE)
    assert program.window.page().model.rowCount() == 3


def test_a_window_closed_before_its_shop_is_open_lets_go_of_the_file(qtbot, listed, held, shop):
    held.execute("ROLLBACK")
    listed.window.close()
    QApplication.processEvents()
    assert listed.core is None
    held.close()  # the last connection to go takes the log along
    assert not shop.with_name(shop.name + "-wal").exists()


def test_a_shop_that_is_not_there_yet_is_made_without_a_list_first(qtbot, open_program, shop):
    shop.unlink(missing_ok=True)
    program = open_program()
    assert isinstance(program.window.stack.currentWidget(), WaitingPage)
    qtbot.waitUntil(lambda: program.is_open, timeout=LATE)
    assert program.core.contacts.count() == 0
