"""Lets the program go on in the tray when its window is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.shell.main_window import MainWindow


class Staying(QObject):
    """Closing hides the window while it is on; `quit` closes it for good."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._on = False
        window.installEventFilter(self)

    def turn(self, *, on: bool) -> None:
        """Go on in the tray from now on, or not."""
        self._on = on
        QApplication.setQuitOnLastWindowClosed(not on)

    def come_back(self) -> None:
        """Show the window that was closed, in front of the others."""
        window = self._window
        window.show_where_it_was()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def quit(self) -> None:
        """Close for good, wherever it would go on."""
        seen = self._window.isVisible()
        self.turn(on=False)
        self._window.close()
        if not seen:  # no window was closed that could end the program
            QApplication.quit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Close or not self._on or self._is_ending():
            return super().eventFilter(watched, event)
        event.ignore()
        self._window.hide()
        return True

    def _is_ending(self) -> bool:
        """Whether whoever is logged in leaves."""
        application = QApplication.instance()
        return isinstance(application, QApplication) and application.isSavingSession()
