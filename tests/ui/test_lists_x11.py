"""A smart list made with the keys of a real X window alone."""

import pytest

from tests.ui.real_keys import front, in_file, tab_to
from ui.lists.builder import ListBuilder

pytestmark = pytest.mark.x11

LISTS = "SELECT name, filter FROM segment WHERE deleted_at IS NULL"
NO_MAIL = '{"mode": "all", "parts": [{"field": "email", "op": "unknown", "values": []}]}'


def test_a_list_is_made_counted_saved_and_taken_back(qtbot, keys, shop, window):
    keys.press("ctrl+shift+f")
    dialog = front(qtbot, ListBuilder)
    keys.words("nomail")
    qtbot.waitUntil(lambda: dialog.name.text() == "nomail")
    (row,) = dialog.group.rows()
    tab_to(qtbot, keys, row.field, most=12)
    keys.words("e-m")
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
