"""What a card counts: how many and when, or how many alone where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.common.theme import Theme
from ui.common.widgets.label import Label

BETWEEN = ", "  # stands between how many and when


class AboutLabel(Label):
    """Tells the whole where it fits; else how many of what, or how many; the tooltip tells it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", colour="muted", digits=True, parent=parent)
        self._theme = theme
        self._whole = ""
        self._part = ""
        self._least = ""

    def tell(self, whole: str, *, korean: bool) -> None:
        """Take what to tell; in Korean how many stands behind when, in English before."""
        self._whole = whole
        self._part = whole.rpartition(BETWEEN)[2] if korean else whole.partition(BETWEEN)[0]
        words = self._part.split()
        self._least = next((one for one in words if any(map(str.isdigit, one))), self._part)
        self._choose()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole, whatever is shown now."""
        return QSize(self._room(self._whole), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        fits = self._room(self._whole) <= self.width()
        shown = self._whole if fits else self._part
        if self._room(shown) > self.width():
            shown = self._least  # the number alone: it is never cut
        if shown != self.text():
            self.set_text(shown)
        if not fits:
            self.setToolTip(self._whole)

    def _room(self, text: str) -> int:
        metrics = self._theme.metrics("body", digits=True)
        return int(metrics.horizontalAdvance(text)) + 1
