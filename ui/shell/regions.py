"""The parts of the window that F6 goes through."""

from __future__ import annotations

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QScrollArea,
    QWidget,
)

from ui.common.widgets.floating import Floating

BARS = {"Nav", "Header", "Toolbar", "Detail", "Footer", "Sections"}  # names of frames
KINDS = (QAbstractItemView, QScrollArea, Floating)


@dataclass
class Region:
    """A part of the window and what in it can take the focus, in the order of Tab."""

    frame: QWidget
    stops: list[QWidget] = field(default_factory=list)

    def entry(self) -> QWidget:
        """Return where the focus goes: what is chosen, else what Tab would come to first."""
        chosen = (s for s in self.stops if isinstance(s, QAbstractButton) and s.isChecked())
        return next(chosen, self.stops[0])


class Regions:
    """Moves the focus from part to part: column by column, from the left, each from its top.

    A part that is left keeps its place: coming back goes to what had the focus there.
    """

    def __init__(self, whole: QWidget) -> None:
        self._whole = whole
        self._last: WeakKeyDictionary[QWidget, QWidget] = WeakKeyDictionary()  # by frame

    def move(self, step: int) -> None:
        """Go to the next part, or with -1 to the one before; round at the ends."""
        regions = regions_of(self._whole)
        if not regions:
            return
        focused = QApplication.focusWidget()
        at = next((n for n, r in enumerate(regions) if focused in r.stops), None)
        if at is None:
            at = -1 if step > 0 else 0
        elif focused is not None:
            self._last[regions[at].frame] = focused
        region = regions[(at + step) % len(regions)]
        last = self._last.get(region.frame)
        target = last if last is not None and last in region.stops else region.entry()
        target.setFocus(Qt.FocusReason.TabFocusReason)


def regions_of(whole: QWidget) -> list[Region]:
    """Return the parts that hold something to focus, in the order of F6."""
    found: dict[QWidget, Region] = {}
    widget = whole.nextInFocusChain()
    while widget is not whole and widget is not None:
        if whole.isAncestorOf(widget) and takes_tab(widget):
            frame = frame_of(widget, whole)
            found.setdefault(frame, Region(frame)).stops.append(widget)
        widget = widget.nextInFocusChain()

    def place(region: Region) -> tuple[int, int]:
        corner = region.frame.mapTo(whole, QPoint(0, 0))
        return corner.x(), corner.y()

    return sorted(found.values(), key=place)


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab could come to a widget now."""
    tab = Qt.FocusPolicy.TabFocus
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & tab == tab


def frame_of(widget: QWidget, whole: QWidget) -> QWidget:
    """Return the part a widget belongs to: the outermost bar, list or scrolling view around it."""
    frame = widget
    step: QWidget | None = widget
    while step is not None and step is not whole:
        if step.objectName() in BARS or isinstance(step, KINDS):
            frame = step
        step = step.parentWidget()
    return frame
