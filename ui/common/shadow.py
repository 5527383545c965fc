"""The shadow of what floats, painted once per size instead of blurred at each repaint."""

from math import exp

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

SIGMA = 12.0  # px; what style sheets of browsers call a blur of 24
DROP = 8
MARGIN = 28  # px a floating widget leaves around its visible box
LAYERS = 24


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
        # 16 bits a channel: each layer is so faint that 8 bits would round its hue away.
        picture = QImage(whole * ratio, QImage.Format.Format_RGBA64_Premultiplied)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        body = QRectF(MARGIN, MARGIN, size.width(), size.height())
        grows = [2 * SIGMA * (1 - 2 * step / (LAYERS - 1)) for step in range(LAYERS)]
        weights = [exp(-((grow / SIGMA) ** 2) / 2) for grow in grows]
        for grow, weight in zip(grows, weights, strict=True):
            layer = QColor(colour)
            layer.setAlphaF(colour.alphaF() * weight / sum(weights))
            painter.setBrush(layer)
            radius = max(1.0, self._radius + grow)
            painter.drawRoundedRect(body.adjusted(-grow, -grow, grow, grow), radius, radius)
        painter.end()
        return QPixmap.fromImage(picture)
