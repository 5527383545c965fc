"""What this PC remembers of the window; nothing of it belongs to the shop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRect, QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from app.places import data_folder

SHOP_FILE = "shop/file"  # what this PC remembers: the shop that was open last
GRIP = 24  # px of a window's upper edge by which it can be moved
GRASPED = 120  # px of it that must be on a screen


class WindowState:
    """Sizes, places and what the first picture needs before the shop is open."""

    def __init__(self, file: Path | None = None) -> None:
        """`file` is where it is kept; by default in the data folder."""
        kept = file or data_folder() / "window.ini"
        self._settings = QSettings(str(kept), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered word."""
        return str(self._settings.value(key, default))

    def put_text(self, key: str, value: str) -> None:
        """Remember a word."""
        self._settings.setValue(key, value)

    def plain(self) -> WindowState:
        """Return one that remembers nothing but the language, for the safe mode."""
        file = Path(self._settings.fileName()).with_name("window-safe.ini")
        file.unlink(missing_ok=True)
        fresh = WindowState(file)
        fresh.put_text("look/language", self.text("look/language"))
        return fresh

    def keep_now(self) -> None:
        """Write what was remembered at once: the program may not come to its end."""
        self._settings.sync()

    def words(self) -> dict[str, str]:
        """Return all the words that are remembered."""
        kept = {key: self._settings.value(key) for key in self._settings.allKeys()}
        return {key: value for key, value in kept.items() if isinstance(value, str)}

    def restore_window(self, window: QWidget) -> bool:
        """Give a window its last place; return whether one was remembered."""
        geometry = self._settings.value("window/geometry")
        if not isinstance(geometry, QByteArray) or not window.restoreGeometry(geometry):
            return False
        bring_back(window)
        return True

    def save_window(self, window: QWidget) -> None:
        """Remember a window's place."""
        self._settings.setValue("window/geometry", window.saveGeometry())

    def restore_splitter(self, name: str, splitter: QSplitter) -> bool:
        """Give a splitter its last widths; return whether some were remembered."""
        state = self._settings.value(f"splitter/{name}")
        return isinstance(state, QByteArray) and splitter.restoreState(state)

    def save_splitter(self, name: str, splitter: QSplitter) -> None:
        """Remember a splitter's widths."""
        self._settings.setValue(f"splitter/{name}", splitter.saveState())


class KeptOnScreen(QObject):
    """Brings a window back when the screen it stands on is unplugged."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)

    def _on_screen_removed(self) -> None:
        # Only now does Qt tell the window itself.
        QTimer.singleShot(0, self, lambda: bring_back(self._window))


def bring_back(window: QWidget) -> None:
    """Move a window onto a screen that exists, if it stands on none."""
    if window.isMaximized() or window.isFullScreen():
        return  # the window system puts those on a screen itself
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = place_on(window.geometry(), rooms)
    if place != window.geometry():
        window.setGeometry(place)


def place_on(window: QRect, rooms: Sequence[QRect]) -> QRect:
    """Return where a window can be reached; the first of the `rooms` is the main screen's.

    A window whose title can be grasped stays where it is.
    """
    grip = QRect(window.x(), window.y(), window.width(), GRIP)
    seen = (room.intersected(grip) for room in rooms)
    if not rooms or any(part.width() >= GRASPED and part.height() > 0 for part in seen):
        return window
    room = rooms[0]
    place = QRect(window)
    place.setSize(window.size().boundedTo(room.size()))
    place.moveCenter(room.center())
    return place
