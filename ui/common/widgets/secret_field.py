"""A line for what nobody may read over a shoulder."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")


class SecretField(QLineEdit):
    """Hides what is typed, and notices what the eye would have."""

    # With every change: 'caps' while Caps Lock is on, 'hangul' while there is some in it, else ''.
    noticed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textChanged.connect(self._notice)

    def show_text(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Let it be read, or hide it again."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps = False  # or on from now: the next letter tells
        elif len(typed) == 1 and typed.isascii() and typed.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps = typed.isupper() and not shift
        super().keyPressEvent(event)

    def _notice(self) -> None:
        found = "hangul" if HANGUL.search(self.text()) else "caps" if self._caps else ""
        self.noticed.emit(found)
