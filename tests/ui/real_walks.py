"""Ways somebody without a mouse goes through the window that more than one journey takes."""

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.ui.real_keys import choose, front
from ui.contacts.full_page import FullPage


def open_page(qtbot, keys, window):
    """Open the page of the selected contact by the key of its menu."""
    keys.press("shift+F10")
    choose(qtbot, keys, "Open page")
    qtbot.waitUntil(lambda: isinstance(window.page(), FullPage))
    full = window.page()
    qtbot.waitUntil(lambda: full.contact_id is not None)
    qtbot.waitUntil(full.back_button.hasFocus)
    return full


def name_file(qtbot, keys, path):
    """Type a path into the dialog for files and accept it."""
    front(qtbot, QFileDialog)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    keys.press("ctrl+a")
    keys.words(str(path))
    keys.press("Return")


def press_until(qtbot, keys, box, value, key="Down"):
    """Press a key in a box until it shows that value."""
    for _line in range(box.count() + 1):
        if box.currentData() == value:
            return
        was = box.currentIndex()
        keys.press(key)
        qtbot.waitUntil(lambda was=was: box.currentIndex() != was)
    raise AssertionError(f"{value} is not offered")


def spot(view, day):
    """Return a place of a view of the calendar that is in the middle of that day."""
    room = view.viewport().rect()
    inside = [
        QPointF(x, y)
        for x in range(0, room.width(), 8)
        for y in range(0, room.height(), 8)
        if (slot := view.slot_at(QPointF(x, y))) and slot.day == day
    ]
    return inside[len(inside) // 2].toPoint()
