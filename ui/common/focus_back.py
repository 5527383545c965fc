"""Gives the keys back to what opened a dialog.

A click leaves the focus where it is; where nobody has it, Qt would give it to the first button of
the window once the dialog is closed.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid


def focus_back(dialog: QDialog, opener: QWidget) -> None:
    """Let the focus return, when a dialog that is about to open closes, to whoever has it now.

    It goes to the `opener` where nobody has it.
    """
    had = opener.window().focusWidget()
    dialog.finished.connect(partial(_return, had, opener))


def _return(had: QWidget | None, opener: QWidget, _result: int = 0) -> None:
    for widget in (had, opener):
        if widget is not None and isValid(widget) and widget.isVisible() and widget.isEnabled():
            widget.window().activateWindow()  # some window managers forget it
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
