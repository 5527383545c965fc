"""Grey shapes where rows will be, while they are being read."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.painting import box, disc
from ui.common.theme import Theme

ROW = 40
CIRCLE = 28
BAR = 10
WIDTHS = (0.78, 0.58, 0.68, 0.49, 0.645)  # so that it looks like names


def paint_skeleton(painter: QPainter, theme: Theme, rect: QRectF, number: int) -> None:
    """Paint one waiting row: a circle and a bar whose length depends on the row's number."""
    colour = theme.colour("pressed")
    middle = rect.center().y()
    side = min(CIRCLE, rect.height() - 12)
    disc(painter, QRectF(rect.left(), middle - side / 2, side, side), colour)
    room = rect.width() - side - 12
    width = room * WIDTHS[number % len(WIDTHS)]
    bar = QRectF(rect.left() + side + 12, middle - BAR / 2, width, BAR)
    box(painter, bar, 4, colour)


class Skeleton(QWidget):
    """Some waiting rows; show it after 300 ms, not at once."""

    def __init__(
        self, theme: Theme, name: str, rows: int = 5, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self._rows * ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number in range(self._rows):
            row = QRectF(0, number * ROW, self.width(), ROW)
            paint_skeleton(painter, self._theme, row, number)
        painter.end()
