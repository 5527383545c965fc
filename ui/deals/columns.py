"""The three columns of a deal's page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.common.kit import Kit

LEFT, RIGHT = 272, 312
LEFT_SIDE, RIGHT_SIDE = 24, 20  # px left of what stands in the first and the third column
FOLDS = 1080  # px of page below which the third column goes under the first


class DealColumns(QWidget):
    """Fields, what happened, what belongs to it; in a narrow window the third is under the first.

    The first and the third scroll by themselves.
    """

    def __init__(
        self,
        kit: Kit,
        first: QWidget,
        middle: QWidget,
        third: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._third = third
        self._folded = False
        self.left, self.right = QScrollArea(), QScrollArea()
        self._below = self._fill(self.left, first, LEFT_SIDE)
        self._beside = self._fill(self.right, third, RIGHT_SIDE)
        self._line = _line()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.left, _line(), middle, self._line, self.right):
            row.addWidget(part, 1 if part is middle else 0)

    def go_up(self) -> None:
        """Show the beginning of each."""
        for area in (self.left, self.right):
            area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = max(1.0, self._kit.theme.text_scale)
        self.left.setFixedWidth(round(LEFT * scale))
        self.right.setFixedWidth(round(RIGHT * scale))
        self._fold(folded=self.width() < FOLDS * scale)

    def _fill(self, area: QScrollArea, widget: QWidget, side: int) -> QVBoxLayout:
        holder = QWidget()
        holder.setProperty("clear", "true")
        column = QVBoxLayout(holder)
        column.setContentsMargins(side, 16, RIGHT_SIDE, 20)
        column.setSpacing(12)
        column.addWidget(widget)
        column.addStretch(1)
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return column

    def _fold(self, *, folded: bool) -> None:
        if folded == self._folded:
            return
        self._folded = folded
        if folded:
            self._below.insertWidget(1, self._third)
        else:
            self._beside.insertWidget(0, self._third)
        self.right.setVisible(not folded)
        self._line.setVisible(not folded)


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("Line")
    line.setFixedWidth(1)
    return line
