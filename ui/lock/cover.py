"""Takes everything of the shop out of the window and keeps every key but the lock page's away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.shell.main_window import MainWindow

# What comes to the window itself is for what is no longer in it.
KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}


class Cover(QObject):
    """Shows a page alone in the window; the rest leaves the window's tree until `lift`.

    Hidden widgets would still be read by assistive technology: they are no longer the window's.
    """

    def __init__(self, window: MainWindow, page: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._focus = QApplication.focusWidget()
        self._hidden: list[QWidget] = []
        self._off: list[QAction] = []
        self._title = window.windowTitle()
        self._close_popups()
        for widget in QApplication.topLevelWidgets():
            if widget is not window and widget.isVisible():
                self._hide(widget)
        window.takeCentralWidget()
        window.whole.setParent(None)
        window.setCentralWidget(page)
        window.is_covered = True
        self._loose = self._take_loose()
        window.setWindowTitle("Dangol")
        window.setAcceptDrops(False)
        window.menuBar().setVisible(window.menuBar().isNativeMenuBar())
        window.menuBar().clear()  # Undo names whom it is about
        for action in self._actions():
            if action.isEnabled():
                action.setEnabled(False)
                self._off.append(action)
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)

    def lift(self) -> None:
        """Show all of it as it was."""
        window = self._window
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)
        window.takeCentralWidget()
        self._page.deleteLater()
        window.setCentralWidget(window.whole)
        window.whole.show()
        window.is_covered = False
        for widget, was_shown in self._loose:
            widget.setParent(window)
            widget.setVisible(was_shown)
        window.setWindowTitle(self._title)
        window.setAcceptDrops(True)
        window.menus.fill_bar(window.menuBar())
        for action in self._off:
            if isValid(action):
                action.setEnabled(True)
        for widget in self._hidden:
            if isValid(widget):
                widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
                widget.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Shortcut:
            return not self._is_ours(watched)
        if kind in KEYS:
            return watched is self._window
        if kind == QEvent.Type.Show and isinstance(watched, QWidget):
            stranger = watched.isWindow() and watched is not self._window
            if stranger and not self._is_ours(watched):
                # On its way to the screen, which it must not reach; hidden right after.
                watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
                QTimer.singleShot(0, watched, lambda: self._hide(watched))
        return False

    def _hide(self, widget: QWidget) -> None:
        if widget.isVisible() and isValid(self):
            widget.hide()
            self._hidden.append(widget)

    def _take_loose(self) -> list[tuple[QWidget, bool]]:
        """Take what floats in the window, as a reminder's card, out of it; say what was shown."""
        ours = (self._page, self._window.menuBar())
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        children = self._window.findChildren(QWidget, options=direct)
        loose = [
            (child, child.isVisible())
            for child in children
            if not child.isWindow() and child not in ours
        ]
        for child, _was_shown in loose:
            child.setParent(None)
        return loose

    def _is_ours(self, watched: QObject) -> bool:
        there: QObject | None = watched
        while there is not None and there is not self._page:
            there = there.parent()
        return there is not None

    def _actions(self) -> list[QAction]:
        menus = self._window.menus.all()
        found = [*self._window.actions(), *(a for menu in menus for a in menu.actions())]
        return list(dict.fromkeys(found))

    @staticmethod
    def _close_popups() -> None:
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
