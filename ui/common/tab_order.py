"""Where Tab goes: what is made late comes last in a window, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def put_behind(before: QWidget, *parts: QWidget) -> None:
    """Let Tab go on from `before` to what stands in `parts`, each in the order it has."""
    last = before
    inside = _inside(before.window(), parts)
    for part in parts:
        for widget in inside[part]:
            policy = widget.focusPolicy()
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt moves none that cannot have it
            QWidget.setTabOrder(last, widget)
            widget.setFocusPolicy(policy)
            last = widget


def _inside(window: QWidget, parts: Sequence[QWidget]) -> dict[QWidget, list[QWidget]]:
    """Return what can have the focus in each part, or can by and by, in the order of Tab."""
    found = {part: _stops(window, part) for part in parts}
    if all(len(stops) < 2 for stops in found.values()):
        return found  # the walk has Python keep something of each widget that it passes
    part_of = {stop: part for part, stops in found.items() for stop in stops}
    found = {part: [] for part in parts}
    widget: QWidget | None = window
    while widget is not None:
        if (part := part_of.get(widget)) is not None:
            found[part].append(widget)
        widget = widget.nextInFocusChain()
        if widget is window:
            break
    return found


def _stops(window: QWidget, part: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if (widget.focusPolicy() != Qt.FocusPolicy.NoFocus or _by_and_by(widget))
        and widget.window() is window
    ]


def _by_and_by(widget: QWidget) -> bool:
    """Tell whether it is one of several of which Tab only knows the chosen one."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None
