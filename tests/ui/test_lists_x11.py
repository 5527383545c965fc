"""A smart list made with the keys of a real X window alone."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.real_keys import RealKeys, in_file
from ui.lists.builder import ListBuilder

pytestmark = pytest.mark.x11

LISTS = "SELECT name, filter FROM segment WHERE deleted_at IS NULL"
NO_MAIL = '{"mode": "all", "parts": [{"field": "email", "op": "unknown", "values": []}]}'


def test_a_list_is_made_counted_saved_and_taken_back(qtbot, program, shop):
    keys, window = RealKeys(), program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    window.page().table.setFocus()
    keys.press("ctrl+shift+f")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ListBuilder))
    dialog = QApplication.activeWindow()
    keys.words("nomail")
    qtbot.waitUntil(lambda: dialog.name.text() == "nomail")
    (row,) = dialog.group.rows()
    for _ in range(12):
        if row.field.hasFocus():
            break
        before = QApplication.focusWidget()
        keys.press("Tab")
        qtbot.waitUntil(lambda before=before: QApplication.focusWidget() is not before)
    assert row.field.hasFocus()
    keys.press("e")  # the first that begins so
    qtbot.waitUntil(lambda: row.field.chosen() == "email")
    keys.press("Tab")
    qtbot.waitUntil(row.op.hasFocus)
    keys.press("Down")
    qtbot.waitUntil(lambda: row.op.chosen() == "unknown")
    qtbot.waitUntil(lambda: dialog.count.text() == "3 contacts now")
    keys.press("ctrl+Return")
    qtbot.waitUntil(lambda: in_file(shop, LISTS) == [("nomail", NO_MAIL)])
    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, LISTS) == [])
