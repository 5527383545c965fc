"""A bar code scanner that types: told from fingers by its speed, whatever has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

GAP = 30  # ms between two keys; fingers need about three times as long
END = 100  # ms to its Enter
PAUSE = 50  # ms after which a key that may have begun a code is one that was typed
LEAST = 8  # characters of the shortest code
CODES = frozenset({8, 12, 13, 14})  # digits of EAN-8, UPC, EAN-13 and GTIN-14
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

Takes = Callable[[str], bool]  # a code, and whether anybody knows it


class Scanner(QObject):
    """Watches the keys of a window while it is open.

    What was typed into a text field is taken out of it again. Elsewhere a digit waits for a blink:
    alone it is passed on, so that a code is never taken for numbers that choose something.
    """

    def __init__(self, window: QWidget, known: Takes, scanned: Callable[[str], None]) -> None:
        """`known` tells whether something has a code, `scanned` takes it."""
        super().__init__(window)
        self._window = window
        self._known = known
        self._scanned = scanned
        self._code = ""
        self._last = 0
        self._focus: QWidget | None = None  # where the code goes
        self._before: tuple[str, int] | None = None  # the text that stood there, and its cursor
        self._held: QKeyEvent | None = None
        self._passes = False  # a key of our own goes through
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._pass_on)

    def watch(self) -> None:
        """Begin to watch."""
        self._forget()
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)

    def rest(self) -> None:
        """End it."""
        self._forget()
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or self._passes:
            return False
        focus = QApplication.focusWidget()
        if not isinstance(event, QKeyEvent) or watched is not focus or focus is None:
            return False
        if not self._window.isAncestorOf(focus):
            return False
        return self._on_key(focus, event)

    def _on_key(self, focus: QWidget, event: QKeyEvent) -> bool:
        text, now = event.text(), event.timestamp()
        # A key without a moment was pressed by no finger: how fast it came says nothing.
        since = now - self._last if now else 0
        self._last = now
        if text in ("\r", "\n"):
            return self._on_enter(0 <= since <= END and focus is self._focus)
        plain = len(text) == 1 and text.isascii() and text.isalnum()
        if not plain or event.modifiers() & HELD:
            if text:  # a key that only modifies says nothing
                self._pass_on()
                self._forget()
            return False
        follows = bool(self._code) and focus is self._focus and 0 <= since <= GAP
        if not follows:
            self._pass_on()
            self._begin(focus)
        self._code += text
        if isinstance(focus, QLineEdit) or not text.isdecimal():
            return False
        if not follows:
            self._held = event.clone()
            self._pause.start()
        return True  # more digits than one choose nothing

    def _begin(self, focus: QWidget) -> None:
        self._code, self._focus, self._before = "", focus, None
        if isinstance(focus, QLineEdit):
            self._before = (focus.text(), focus.cursorPosition())

    def _on_enter(self, at_once: bool) -> bool:  # noqa: FBT001 - as it was measured
        code, field, before = self._code, self._focus, self._before
        is_code = code.isdecimal() and len(code) in CODES
        whole = before is None or not before[0][: before[1]][-1:].isdecimal()
        fits = at_once and whole and len(code) >= LEAST
        if not fits or not (is_code or self._known(code)):
            self._pass_on()
            self._forget()
            return False
        self._forget()
        if before is not None and isinstance(field, QLineEdit):
            field.setText(before[0])
            field.setCursorPosition(before[1])
            field.textEdited.emit(before[0])  # what listens to fingers heard the code
        self._scanned(code)
        return True

    def _pass_on(self) -> None:
        """Let a digit that was alone do what it does, where the focus is by now."""
        held, self._held = self._held, None
        self._pause.stop()
        focus = QApplication.focusWidget()
        if held is None or len(self._code) != 1 or focus is None:
            return
        self._code = ""
        if self._window.isAncestorOf(focus) and not isinstance(focus, QLineEdit):
            self._passes = True
            try:
                QApplication.sendEvent(focus, held)
            finally:
                self._passes = False

    def _forget(self) -> None:
        self._code, self._focus, self._before, self._held = "", None, None, None
        self._pause.stop()
