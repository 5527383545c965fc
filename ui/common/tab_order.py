"""Where Tab goes: what is made late comes last in a window, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def put_behind(before: QWidget, *parts: QWidget) -> None:
    """Let Tab go on from `before` to what stands in `parts`, each in the order it has."""
    last = before
    for widget in _inside(before.window(), parts):
        policy = widget.focusPolicy()
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt moves none that cannot have it
        QWidget.setTabOrder(last, widget)
        widget.setFocusPolicy(policy)
        last = widget


def stops_in(part: QWidget) -> list[QWidget]:
    """Return what can have the focus in a part, or can by and by, as it was made."""
    window = part.window()
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if (widget.focusPolicy() != Qt.FocusPolicy.NoFocus or _by_and_by(widget))
        and widget.window() is window
    ]


def _inside(window: QWidget, parts: Sequence[QWidget]) -> list[QWidget]:
    """Return the stops of one part after the other, those of each in the order of Tab.

    Asked for its next, Python takes that widget for a child of the one before, and keeps what is
    left of it: only a part of several stops is worth it, and not in a window that stays.
    """
    stops = [stops_in(part) for part in parts]
    several = {stop for found in stops if len(found) > 1 for stop in found}
    place: dict[QWidget, int] = {}
    widget: QWidget | None = window
    while widget is not None and len(place) < len(several):
        if widget in several:
            place[widget] = len(place)
        widget = widget.nextInFocusChain()
        if widget is window:
            break
    return [stop for found in stops for stop in sorted(found, key=lambda one: place.get(one, 0))]


def _by_and_by(widget: QWidget) -> bool:
    """Tell whether it is one of several of which Tab only knows the chosen one."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None
