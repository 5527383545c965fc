"""What is under the pointer while rows are dragged."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.common.painting import box
from ui.common.text import draw_text
from ui.common.theme import Theme

HEIGHT = 32
SIDE = 12


def sign(theme: Theme, text: str, scale: float) -> QPixmap:
    """Return a small sign with a text on it, for a screen of that many pixels per px."""
    width = ceil(theme.metrics("strong").horizontalAdvance(text)) + 2 * SIDE
    size = QSize(width, theme.height(HEIGHT))
    picture = QPixmap(size * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    rect = QRectF(0, 0, size.width(), size.height())
    box(painter, rect, 6, theme.colour("raised"), theme.colour("accent-border"))
    words = rect.adjusted(SIDE, 0, 0, 0)
    draw_text(painter, words, text, theme.font("strong"), theme.colour("text"))
    painter.end()
    return picture
