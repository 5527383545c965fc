"""The shadow of what floats, painted once per size instead of blurred at each repaint."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

BLUR = 24
DROP = 8
MARGIN = BLUR + 4  # px a floating widget leaves around its visible box


class Shadow:
    """Keeps the picture of one widget's shadow; call `paint` first in its paintEvent."""

    def __init__(self, radius: float = 8) -> None:
        self._radius = radius
        self._picture = QPixmap()
        self._key: tuple[QSize, int, float] | None = None

    def paint(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        """Paint the shadow that the box `rect` throws."""
        ratio = painter.device().devicePixelRatio()
        key = (rect.size().toSize(), colour.rgba(), ratio)
        if key != self._key:
            self._key = key
            self._picture = self._draw(rect.size().toSize(), colour, ratio)
        painter.drawPixmap(rect.topLeft() - QPointF(MARGIN, MARGIN - DROP), self._picture)

    def _draw(self, size: QSize, colour: QColor, ratio: float) -> QPixmap:
        whole = QSize(size.width() + 2 * MARGIN, size.height() + 2 * MARGIN)
        picture = QPixmap(whole * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        body = QRectF(MARGIN, MARGIN, size.width(), size.height())
        # Boxes from large to small, each a little darker: close to a Gaussian blur of BLUR px.
        layer = QColor(colour)
        layer.setAlphaF(colour.alphaF() * 2 / BLUR)
        painter.setBrush(layer)
        for step in range(BLUR):
            grow = BLUR / 2 - step * (BLUR / 2) / (BLUR - 1)
            radius = self._radius + grow
            painter.drawRoundedRect(body.adjusted(-grow, -grow, grow, grow), radius, radius)
        painter.end()
        return picture
