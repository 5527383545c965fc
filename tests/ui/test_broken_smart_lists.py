"""A smart list that cannot be read says so, and can be removed; it never shows everybody."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.shapes.filters import Condition, Filter
from ui.shell.smart_lists import SmartLists

# The offscreen plugin grumbles whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def said(lists):
    return [item.accessibleName() for item in lists.items()]


def test_a_list_that_cannot_be_read_opens_its_menu_alone(qtbot, core, kit, bridge, people, shop):
    firms = Filter((Condition("kind", "any_of", ("company",)),))
    core.segments.save("Firms", firms)
    broken = core.segments.save("Broken", firms)
    with closing(sqlite3.connect(shop)) as other:
        other.execute("UPDATE segment SET filter = '{' WHERE id = ?", (broken,))
        other.commit()
    lists = SmartLists(kit, core.segments, core.contacts, bridge)
    qtbot.addWidget(lists)
    lists.show()
    qtbot.waitUntil(lambda: said(lists) == ["Firms, 0", "Broken"])
    chosen = []
    lists.chosen.connect(chosen.append)
    qtbot.mouseClick(lists.items()[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    words = [(action.text(), action.isEnabled()) for action in menu.actions()]
    assert words[0] == ("This list cannot be read", False)
    menu.actions()[2].trigger()  # remove
    menu.close()
    qtbot.waitUntil(lambda: said(lists) == ["Firms, 0"])
    assert chosen == []
