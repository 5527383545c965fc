"""A small line that shows where a number comes from."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.painting import disc
from ui.common.theme import Theme

SIZE = QSize(84, 32)
DOT = 5.0
FILL = 0.1  # opacity of the area under the line


def paint_sparkline(
    painter: QPainter, rect: QRectF, values: Sequence[float], colour: QColor
) -> None:
    """Paint the values from left to right over the whole rect, the last one with a dot."""
    if len(values) < 2:
        return
    area = rect.adjusted(1, DOT / 2, -DOT / 2, -3)
    low, high = min(values), max(values)
    span = (high - low) or 1
    step = area.width() / (len(values) - 1)
    points = [
        QPointF(area.left() + number * step, area.bottom() - (value - low) / span * area.height())
        for number, value in enumerate(values)
    ]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addPolygon(
        QPolygonF(
            [QPointF(area.left(), rect.bottom()), *points, QPointF(area.right(), rect.bottom())]
        )
    )
    soft = QColor(colour)
    soft.setAlphaF(FILL)
    painter.fillPath(path, soft)
    pen = QPen(colour, 1.5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    last = points[-1]
    disc(painter, QRectF(last.x() - DOT / 2, last.y() - DOT / 2, DOT, DOT), colour)


class Sparkline(QWidget):
    """A sparkline as a widget; `name` tells its result to those who cannot see it."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        values: Sequence[float] = (),
        series: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values = list(values)
        self._series = series
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_values(self, values: Sequence[float], name: str) -> None:
        """Show other values; `name` tells their result."""
        self._values = list(values)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._theme.series(self._series)
        paint_sparkline(painter, QRectF(self.rect()), self._values, colour)
        painter.end()
