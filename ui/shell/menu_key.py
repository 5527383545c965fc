"""Alt, pressed alone, shows the menus of a window and hides them again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

# A key that is a shortcut comes by as an override alone, and never as a key press.
DOWN = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}


class MenuKey(QObject):
    """Watches the keys that reach a window; the focus returns to where it was before."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None  # had the focus when the menus were shown
        self._alone = False  # Alt is down and no other key has followed
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in DOWN and isinstance(event, QKeyEvent):
            self._alone = event.key() == Qt.Key.Key_Alt
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if self._alone and event.key() == Qt.Key.Key_Alt:
                self._toggle()
            self._alone = False
        elif kind == QEvent.Type.WindowDeactivate:
            self._alone = False
        return False

    def _toggle(self) -> None:
        bar, before = self._window.menuBar(), self._before
        if not bar.isVisible():
            self._before = QApplication.focusWidget()
            bar.show()
            return
        bar.hide()
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.MenuBarFocusReason)
