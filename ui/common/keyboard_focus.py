"""Shows focus rings to those who use the keyboard, not to those who click."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget
from shiboken6 import isValid

PROPERTY = "kbd"
MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
}
KEYS = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}


class KeyboardFocus(QObject):
    """Keeps the property `kbd` of the focused widget: true when a key brought or used the focus.

    It listens to the focused widget and the active window only. A filter on the application would
    see each event of each widget: 2.7 µs apiece doubled the time a page takes to appear.
    """

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or application)
        self._by_key = False
        self._window: QWindow | None = None
        application.focusChanged.connect(self._on_focus_changed)
        application.focusWindowChanged.connect(self._on_window_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in KEYS and isinstance(event, QKeyEvent) and event.key() not in MODIFIERS:
            self._note(by_key=True)
        elif kind == QEvent.Type.MouseButtonPress:
            self._note(by_key=False)
        return False

    def _note(self, *, by_key: bool) -> None:
        self._by_key = by_key
        focused = QApplication.focusWidget()
        if focused is not None:
            mark(focused, by_key=by_key)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_key = False
        if old is not None and isValid(old):  # it may be going away
            old.removeEventFilter(self)
            mark(old, by_key=False)
        if now is not None:
            now.installEventFilter(self)
            mark(now, by_key=self._by_key)
            if isinstance(now, QComboBox):
                # Its name on Linux is its value, whatever name it was given: that is told here.
                now.setAccessibleDescription(now.accessibleName())

    def _on_window_changed(self, window: QWindow | None) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)


def mark(widget: QWidget, *, by_key: bool) -> None:
    """Set the property and let the style sheet and the widget's own painting see it."""
    if bool(widget.property(PROPERTY)) != by_key:
        widget.setProperty(PROPERTY, by_key)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def shows_ring(widget: QWidget) -> bool:
    """Return whether the widget has the focus and shall show it."""
    return widget.hasFocus() and bool(widget.property(PROPERTY))


def select_one(view: QAbstractItemView) -> None:
    """Select a line of a list that has the focus: Qt puts it on the first, but does not show it."""
    if view.model() is not None and not view.selectionModel().hasSelection():
        at = view.currentIndex()
        view.setCurrentIndex(at if at.isValid() else view.model().index(0, 0))
