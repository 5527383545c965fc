"""The few shapes every painted widget is made of."""

from math import floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.common.theme import Theme

RING = 2.0  # px of a focus ring


def snap(value: float) -> int:
    """Return the whole px nearest to the value; halves go down the screen, as in browsers."""
    return floor(value + 0.5)


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    *,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Draw a rounded box whose border lies inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    pen = QPen(border, width)
    if dashed:
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    inset = width / 2
    painter.drawRoundedRect(
        rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset
    )


def disc(painter: QPainter, rect: QRectF, fill: QColor) -> None:
    """Draw a filled circle or ellipse."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(rect)


def ring(painter: QPainter, theme: Theme, rect: QRectF, radius: float = 6) -> None:
    """Draw the focus ring inside `rect`."""
    box(painter, rect, radius, border=theme.colour("focus"), width=RING)
