"""What this PC remembers of the window; nothing of it belongs to the shop."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget

from app.places import data_folder


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

    def restore_window(self, window: QWidget) -> bool:
        """Give a window its last place; return whether one was remembered."""
        geometry = self._settings.value("window/geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

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
