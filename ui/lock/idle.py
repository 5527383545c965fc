"""Notices that nobody has used the program for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

USED = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.InputMethod, QEvent.Type.TabletPress,
}  # fmt: skip
LOOK = 1000  # ms between two looks at the clock


class Idle(QObject):
    """Watches the windows that have the focus; a PC that slept is noticed by the clock.

    Only what reaches a window is heard, which is little; an ear on every widget would hear
    every repaint.
    """

    passed = Signal()  # nobody has used it for that long

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._now = now
        self._limit = 0.0
        self._last = now()
        self._windows: list[QWindow] = []
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.look)

    def watch(self, seconds: float) -> None:
        """Begin anew, with that patience; 0 is never."""
        self._limit = seconds
        self._last = self._now()
        application = QGuiApplication.instance()
        if seconds and not self._look.isActive() and isinstance(application, QGuiApplication):
            self._look.start()
            application.focusWindowChanged.connect(self._follow)
            self._follow(QGuiApplication.focusWindow())
        elif not seconds:
            self.stop()

    def stop(self) -> None:
        """Watch no more."""
        application = QGuiApplication.instance()
        if self._look.isActive() and isinstance(application, QGuiApplication):
            self._look.stop()
            application.focusWindowChanged.disconnect(self._follow)
        for window in self._windows:
            if isValid(window):
                window.removeEventFilter(self)
        self._windows.clear()

    def look(self) -> bool:
        """Tell whether it has been that long, and have it known."""
        if not self._limit or self._now() - self._last < self._limit:
            return False
        self._last = self._now()
        self.passed.emit()
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in USED:
            if self.look():  # the PC slept: whoever wakes it up sees nothing
                return True
            self._last = self._now()
        return False

    def _follow(self, window: QWindow | None) -> None:
        self._windows = [known for known in self._windows if isValid(known)]
        if window is not None and window not in self._windows:
            window.installEventFilter(self)
            self._windows.append(window)
