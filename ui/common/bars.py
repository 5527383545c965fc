"""Widgets beside each other: the bars of a page, the buttons of a dialog."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.common.header_bar import HeaderBar
from ui.common.theme import Theme
from ui.common.widgets.help_button import HelpButton

LEFT, RIGHT = 24, 16


def bar(
    theme: Theme,
    name: str,
    height: int,
    widgets: Sequence[QWidget | None],
    *,
    right: int = RIGHT,
    gap: int = 8,
) -> QFrame:
    """Return a bar of widgets; None stands for room. `name`: Header, Toolbar or Footer.

    In a header the way to the help follows what stands at the left; it breaks into lines where
    one is not enough.
    """
    if name == "Header":
        at = widgets.index(None)
        every = [*widgets[:at], HelpButton(theme), *widgets[at:]]
        return HeaderBar(theme, height, every, (LEFT, right), gap)
    frame = QFrame()
    frame.setObjectName(name)
    frame.setFixedHeight(theme.height(height, space=height - 20))
    row = QHBoxLayout(frame)
    row.setContentsMargins(LEFT, 0, right, 0)
    row.setSpacing(gap)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return frame


def row_of(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets beside each other, as the buttons of a dialog; None stands for room."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def indent(frame: QFrame, left: int) -> None:
    """Begin a bar that far from the left."""
    if (row := frame.layout()) is not None:
        margins = row.contentsMargins()
        margins.setLeft(left)
        row.setContentsMargins(margins)


def column_of(*widgets: QWidget) -> QWidget:
    """Return three widgets below each other; the middle one takes the room."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for number, widget in enumerate(widgets):
        column.addWidget(widget, 1 if number == 1 else 0)
    return holder


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
