"""What every control must have: a name, a way there with Tab, a sign that it has the focus."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

BY_TAB = Qt.FocusPolicy.TabFocus


def name_of(widget: QWidget) -> str:
    """Return what is read aloud as its name; that of a box is what it was named, not its value."""
    if isinstance(widget, QComboBox):
        label = next((x for x in widget.window().findChildren(QLabel) if x.buddy() is widget), None)
        return widget.accessibleName() or (label.text() if label else "")
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def is_by_arrows(widget: QWidget) -> bool:
    """Whether it is one of several of which Tab only knows the chosen one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not widget


def is_seen(widget: QWidget, window: QWidget) -> bool:
    """Whether it can be used and some of it is on the screen."""
    return (
        widget.isVisibleTo(window) and widget.isEnabled() and not widget.visibleRegion().isEmpty()
    )


def shows_focus(window: QWidget, widget: QWidget) -> bool:
    """Whether the window looks other with the focus on the widget than without."""
    around = widget.rect().translated(widget.mapTo(window, QPoint())).adjusted(-8, -8, 8, 8)
    with_focus = window.grab(around).toImage()
    widget.clearFocus()
    without = window.grab(around).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return with_focus != without
