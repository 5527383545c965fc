"""Focus rings are for those who use the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.common.keyboard_focus import PROPERTY, KeyboardFocus, shows_ring
from ui.common.theme import Theme
from ui.common.widgets.button import Button


@pytest.fixture
def watcher(qapp: QApplication) -> Iterator[KeyboardFocus]:
    watcher = KeyboardFocus(qapp)
    yield watcher
    qapp.focusChanged.disconnect(watcher._on_focus_changed)
    qapp.focusWindowChanged.disconnect(watcher._on_window_changed)
    watcher.deleteLater()


@pytest.fixture
def window(theme: Theme, watcher: KeyboardFocus, qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    window.field, window.plain = QLineEdit(), QPushButton("Plain")
    window.ours = Button(theme, "Ours")
    for widget in (window.field, window.plain, window.ours):
        column.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.field.setFocus()
    return window


def test_tab_shows_the_ring_and_a_click_takes_it_away(window: QWidget, qtbot: QtBot):
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    assert window.plain.hasFocus()
    assert shows_ring(window.plain)
    qtbot.keyClick(window.plain, Qt.Key.Key_Tab)
    assert shows_ring(window.ours)
    assert not window.plain.property(PROPERTY)
    qtbot.mouseClick(window.plain, Qt.MouseButton.LeftButton)
    assert window.plain.hasFocus()
    assert not shows_ring(window.plain)


def test_a_key_after_a_click_shows_the_ring_but_shift_alone_does_not(window: QWidget, qtbot: QtBot):
    qtbot.mouseClick(window.plain, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.plain, Qt.Key.Key_Shift)
    assert not shows_ring(window.plain)
    qtbot.keyClick(window.plain, Qt.Key.Key_Down)
    assert shows_ring(QApplication.focusWidget())


def test_a_real_press_on_the_window_counts_as_a_click(window: QWidget, qtbot: QtBot):
    handle = window.windowHandle()
    qtbot.keyClick(handle, Qt.Key.Key_Tab)
    assert shows_ring(window.plain)
    qtbot.mouseClick(handle, Qt.MouseButton.LeftButton, pos=window.field.geometry().center())
    window.plain.setFocus()
    assert not shows_ring(window.plain)


def test_the_ring_is_painted(window: QWidget, qtbot: QtBot):
    at_rest = [button.grab().toImage() for button in (window.plain, window.ours)]
    for button, rest in zip((window.plain, window.ours), at_rest, strict=True):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert button.hasFocus()
        assert button.grab().toImage() != rest


def test_a_widget_that_goes_away_with_the_focus_does_no_harm(window: QWidget, qtbot: QtBot):
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    window.plain.deleteLater()
    qtbot.wait(1)
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not None
