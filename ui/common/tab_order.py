"""Where Tab goes: what is made late comes last in a window, wherever it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def put_behind(before: QWidget, *parts: QWidget) -> None:
    """Let Tab go on from `before` to what stands in `parts`, each in the order it has."""
    last = before
    for part in parts:
        for widget in _inside(part):
            policy = widget.focusPolicy()
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt moves none that cannot have it
            QWidget.setTabOrder(last, widget)
            widget.setFocusPolicy(policy)
            last = widget


def _inside(part: QWidget) -> list[QWidget]:
    """Return what can have the focus in a widget, or can by and by, in the order of Tab."""
    found, widget = [part], part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return [
        widget
        for widget in found
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or _by_and_by(widget)
    ]


def _by_and_by(widget: QWidget) -> bool:
    """Tell whether it is one of several of which Tab only knows the chosen one."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None
