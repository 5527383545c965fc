"""Where Tab goes: what is made late comes last in a window, wherever it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def put_behind(before: QWidget, *parts: QWidget) -> None:
    """Let Tab go on from `before` to what stands in `parts`, each in the order it was made."""
    window, last = before.window(), before
    for part in parts:
        for widget in _stops(window, part):
            policy = widget.focusPolicy()
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt moves none that cannot have it
            QWidget.setTabOrder(last, widget)
            widget.setFocusPolicy(policy)
            last = widget


def _stops(window: QWidget, part: QWidget) -> list[QWidget]:
    """Return what can have the focus in a part, or can by and by.

    Not by nextInFocusChain: Python would take each widget for a child of the one before it, and
    keep what is left of those that are destroyed.
    """
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if (widget.focusPolicy() != Qt.FocusPolicy.NoFocus or _by_and_by(widget))
        and widget.window() is window
    ]


def _by_and_by(widget: QWidget) -> bool:
    """Tell whether it is one of several of which Tab only knows the chosen one."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None
