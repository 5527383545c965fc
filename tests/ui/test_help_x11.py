"""The help with the keys of a real X window: it comes up in front, and the list has them again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.real_keys import front
from ui.help.coach import Coach
from ui.help.window import HelpWindow

pytestmark = pytest.mark.x11


def test_the_help_is_asked_searched_and_left_by_keys(qtbot, keys, window):
    keys.press("shift+F1")
    shown = front(qtbot, HelpWindow)
    assert shown.topic == "contacts"
    keys.press("ctrl+f")
    keys.words("undo")
    qtbot.waitUntil(lambda: shown.topic == "history")
    keys.press("Return", "Escape")
    qtbot.waitUntil(lambda: not shown.isVisible())
    qtbot.waitUntil(window.isActiveWindow)
    assert window.page().table.hasFocus()


def test_esc_ends_the_editing_of_a_cell_first_and_then_the_steps(qtbot, keys, window):
    window.menus.show_me_action.trigger()
    coach = window.findChild(Coach)
    table = window.page().table
    table.setCurrentIndex(table.model().index(0, 1))
    table.setFocus(Qt.FocusReason.OtherFocusReason)
    keys.press("F2")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not table)
    keys.press("Escape")
    qtbot.waitUntil(table.hasFocus)
    assert coach.card.isVisible()
    keys.press("Escape")
    qtbot.waitUntil(lambda: not coach.card.isVisible())
