"""Going through the window: back and forward, part by part, page by page."""

import sqlite3
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.settings import LANGUAGE
from ui.common.keyboard_focus import shows_ring
from ui.common.state import WindowState, place_on
from ui.program import Program
from ui.settings.page import SettingsPage
from ui.shell.crash import CrashDialog
from ui.shell.main_window import MainWindow
from ui.shell.trail import Stop, Trail

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, program: Program) -> MainWindow:
    """The window in front, its list read, the focus in the list."""
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    program.core.settings.put(LANGUAGE, "en")
    window.page().table.setFocus()
    return window


def titles(window: MainWindow) -> str:
    return window.page().title()


def test_alt_left_goes_back_and_alt_right_on_again(qtbot, window):
    assert not window.menus.back_action.isEnabled()
    window.menus.history_action.trigger()
    window.menus.trash_action.trigger()
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert titles(window) == "History"
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert titles(window) == "Contacts"
    assert not window.menus.back_action.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert titles(window) == "History"
    window.menus.settings_action.trigger()
    assert not window.menus.forward_action.isEnabled()


def test_the_side_buttons_of_the_mouse_go_back_and_on(window):
    window.menus.history_action.trigger()
    middle = window.rect().center()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, pos=middle)
    assert titles(window) == "Contacts"
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.ForwardButton, pos=middle)
    assert titles(window) == "History"


def test_back_also_returns_to_the_section_of_the_settings(qtbot, window):
    window.menus.settings_action.trigger()
    settings = window.page()
    assert isinstance(settings, SettingsPage)
    settings.show_section(settings.backups)
    window.open_page(1)
    window.travel.back()
    assert settings.section() is settings.backups
    window.travel.back()
    assert window.page() is settings
    assert settings.section() is settings.general
    window.travel.forward()
    assert settings.section() is settings.backups


def test_a_click_in_the_navigation_is_a_way_back_too(qtbot, window):
    window.menus.settings_action.trigger()
    item = window.nav._items.button(1)
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert titles(window) == "Contacts"
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert titles(window) == "Settings"


def test_what_is_over_the_page_is_not_left_by_back(qtbot, window):
    window.menus.history_action.trigger()
    over = QPushButton("Finish me first")
    window.put_over(over)
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.stack.currentWidget() is over
    window.take_away()
    assert titles(window) == "History"


def test_a_trail_forgets_what_lay_ahead_when_somebody_goes_elsewhere():
    trail = Trail()
    trail.leave(Stop(0, None))
    assert trail.back(Stop(1, "b")) == Stop(0, None)
    assert trail.can_go_forward
    trail.leave(Stop(0, "a"))
    assert not trail.can_go_forward
    assert trail.back(Stop(2, None)) == Stop(0, "a")
    assert trail.back(Stop(0, "a")) is None


def test_control_and_a_digit_opens_the_pages_of_the_navigation(qtbot, window):
    window.menus.trash_action.trigger()
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert titles(window) == "Contacts"


def test_f6_goes_round_the_parts_of_the_window_and_shows_where(qtbot, window):
    table, nav = window.page().table, window.nav
    been: list[QWidget] = []
    qtbot.keyClick(table, Qt.Key.Key_F6)
    while (focused := QApplication.focusWidget()) is not table and len(been) < 12:
        assert focused not in been
        assert shows_ring(focused), focused
        been.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_F6)
    assert table.hasFocus()
    assert any(nav.isAncestorOf(widget) for widget in been)
    assert any(window.page().detail.isAncestorOf(widget) for widget in been)
    last = been[-1]
    qtbot.keyClick(table, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is last


def test_f6_finds_the_page_in_the_navigation_and_comes_back_to_where_one_was(qtbot, window):
    page, item = window.page(), window.nav._items.button(1)
    page.filters.add.setFocus()  # not what Tab would come to first in its bar
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        if QApplication.focusWidget() is item:
            break
    assert item.hasFocus()
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        if page.filters.add.hasFocus():
            break
    assert page.filters.add.hasFocus()


def test_alt_alone_shows_the_menus_and_hides_them_again(qtbot, window):
    table, bar = window.page().table, window.menuBar()
    for shown in (True, False):
        qtbot.keyPress(table, Qt.Key.Key_Alt, ALT)
        qtbot.keyRelease(table, Qt.Key.Key_Alt)
        assert bar.isVisible() == shown
    assert table.hasFocus()


def test_alt_with_another_key_shows_no_menus(qtbot, window):
    window.menus.history_action.trigger()
    table = window.page().table
    qtbot.keyPress(table, Qt.Key.Key_Alt, ALT)
    qtbot.keyClick(table, Qt.Key.Key_Left, ALT)
    qtbot.keyRelease(QApplication.focusWidget(), Qt.Key.Key_Alt)
    assert titles(window) == "Contacts"
    assert not window.menuBar().isVisible()


def test_escape_never_closes_the_window(qtbot, window):
    for target in (window, window.page().table, window.nav.search):
        target.setFocus()
        qtbot.keyClick(target, Qt.Key.Key_Escape)
        assert window.isVisible()


def test_a_folded_navigation_stays_folded_the_next_time(qtbot, window, open_program):
    qtbot.keyClick(window, Qt.Key.Key_B, CONTROL)
    assert window.nav.is_rail
    window.close()
    again = open_program()
    qtbot.waitUntil(lambda: again.is_open)
    assert again.window.nav.is_rail
    again.window.resize(1440, 900)
    again.window.menus.fold_action.trigger()
    assert not again.window.nav.is_rail
    again.window.resize(1024, 640)
    assert again.window.nav.is_rail  # back to what the width asks for


def test_a_section_of_the_navigation_goes_away_in_the_rail(window):
    section = QPushButton("VIP")
    window.resize(1440, 900)
    window.nav.add_section(section)
    assert section.isVisibleTo(window.nav)
    window.resize(1024, 640)
    assert not section.isVisibleTo(window.nav)


@pytest.mark.parametrize(
    ("window", "rooms", "place"),
    [
        (QRect(100, 100, 1000, 700), [QRect(0, 0, 1920, 1040)], QRect(100, 100, 1000, 700)),
        (QRect(2500, 80, 1000, 700), [QRect(0, 0, 1920, 1040)], QRect(460, 170, 1000, 700)),
        (QRect(2500, 80, 3000, 2000), [QRect(0, 0, 1920, 1040)], QRect(0, 0, 1920, 1040)),
        (
            QRect(2500, 80, 1000, 700),
            [QRect(0, 0, 1920, 1040), QRect(1920, 0, 1920, 1040)],
            QRect(2500, 80, 1000, 700),
        ),
        (QRect(1890, 80, 1000, 700), [QRect(0, 0, 1920, 1040)], QRect(460, 170, 1000, 700)),
    ],
)
def test_a_window_of_a_screen_that_is_gone_comes_back(window, rooms, place):
    assert place_on(window, rooms) == place


def test_a_window_gets_its_place_back(qtbot, tmp_path):
    state = WindowState(tmp_path / "window.ini")
    first, second = QWidget(), QWidget()
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    first.setGeometry(40, 50, 300, 200)
    first.show()
    state.save_window(first)
    assert state.restore_window(second)
    assert second.geometry() == first.geometry()


def test_a_toast_of_the_old_language_goes_away(qtbot, program, window):
    window.say("Put 1 contact in the trash")
    assert window.toast.isVisible()
    program.kit.language.use("ko")
    assert not window.toast.isVisible()
    program.kit.language.use("en")


def test_an_error_in_a_slot_is_reported_and_the_window_goes_on(qtbot, program, window, caplog):
    before = sys.excepthook
    program.crashes.install()
    try:
        button = QPushButton("Break", window)
        typed = "".join(("김", "민지"))  # whole it would stand in the line the report quotes
        button.clicked.connect(lambda: {}[typed])
        button.show()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        dialog = window.findChild(CrashDialog)
        assert dialog is not None
        assert "KeyError" in dialog.report.toPlainText()
        assert "김민지" not in dialog.report.toPlainText()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(window.findChildren(CrashDialog)) == 1
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    finally:
        sys.excepthook = before
    caplog.clear()
    window.menus.history_action.trigger()
    assert titles(window) == "History"


def test_the_menus_ask_for_quick_log_and_print(qtbot, window):
    for key, signal in (
        (Qt.Key.Key_L, window.menus.quick_log_asked),
        (Qt.Key.Key_P, window.menus.print_asked),
    ):
        with qtbot.waitSignal(signal, timeout=1000):
            qtbot.keyClick(window, key, CONTROL)
        for dialog in window.findChildren(QDialog):
            dialog.close()


def test_a_shop_closed_and_opened_again_tells_nobody_of_the_old_one(qtbot, program, window, shop):
    backup = program.core.care.back_up()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        program.restore(backup)
    with closing(sqlite3.connect(shop)) as look:
        assert look.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not window.menus.back_action.isEnabled()
