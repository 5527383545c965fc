"""The keyboard and the mouse of the X server, what they reach, and what they left in the file."""

import sqlite3
import subprocess
from contextlib import closing

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QWidget


class RealKeys:
    """Presses real keys and counts them as fingers do: Ctrl+Enter are two.

    The words somebody wants to write are typed by `words` and not counted.
    """

    def __init__(self) -> None:
        self.pressed = 0
        self.actions = 0  # a chord is one, as is a click

    def press(self, *chords: str) -> None:
        """Press these one after the other, as 'Tab' or 'ctrl+Return'."""
        for chord in chords:
            self.pressed += len(chord.split("+"))
            self.actions += 1
        run("key", *chords)

    def words(self, text: str) -> None:
        """Type what is to be written."""
        run("type", text)

    def click(self, widget: QWidget, at: QPoint | None = None, *, button: int = 1) -> None:
        """Click into a widget, by default into its middle; button 3 is the right one."""
        self.actions += 1
        place = widget.mapToGlobal(widget.rect().center() if at is None else at)
        run("mousemove", place.x(), place.y(), "click", button)

    def drag(self, widget: QWidget, start: QPoint, *stops: QPoint) -> None:
        """Press the mouse there, move it over the stops, let it go at the last one."""
        self.actions += 1
        first = widget.mapToGlobal(start)
        run("mousemove", first.x(), first.y(), "mousedown", 1)
        for stop in stops:
            place = widget.mapToGlobal(stop)
            run("mousemove", place.x(), place.y())

    def drop(self) -> None:
        """Let the mouse go."""
        run("mouseup", 1)


def run(*arguments: object) -> None:
    """Have the X server do it."""
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


def front(qtbot, kind, *, timeout=5000):
    """Return the dialog of that kind once the X server has given it the keys."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind), timeout=timeout)
    return QApplication.activeWindow()


def menu_in_front(qtbot):
    """Return the menu that has the keys."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def choose(qtbot, keys, text, *, end="Return"):
    """Go down the menu in front to the entry of that text and press a key on it."""
    menu = menu_in_front(qtbot)
    for _entry in menu.actions():
        action = menu.activeAction()
        if action is not None and action.text() == text:
            break
        keys.press("Down")
        qtbot.waitUntil(lambda was=action: menu.activeAction() is not was)
    keys.press(end)


def tab_to(qtbot, keys, widget, *, most=90):
    """Walk with Tab until a widget, or a part of it, has the keys."""
    for _step in range(most):
        before = QApplication.focusWidget()
        if before is widget or widget.isAncestorOf(before):
            return
        keys.press("Tab")
        qtbot.waitUntil(lambda before=before: QApplication.focusWidget() is not before)
    raise AssertionError(f"Tab does not reach {widget}")


def in_file(shop, query, *values):
    """Return what the file of a shop has, read past the program; one column as a list."""
    with closing(sqlite3.connect(f"file:{shop}?mode=ro", uri=True)) as file:
        return [row[0] if len(row) == 1 else row for row in file.execute(query, values)]
