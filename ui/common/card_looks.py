"""What all cards of deals have in common when they are painted, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.common.painting import RING, box
from ui.common.shadow import MARGIN, Shadow
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme

GAP, BETWEEN = 8, 12  # px between two cards, and from one column to the next
RADIUS = 8
SIDE = 13  # px from the edge of a card to what stands on it
ROW, AVATAR, BESIDE = 20, 20, 6


def paint_face(painter: QPainter, theme: Theme, rect: QRectF, edge: str, *, ring: bool) -> None:
    """Paint an empty card; `ring` is the focus of the keyboard."""
    box(painter, rect, RADIUS, theme.colour("surface"), theme.colour(edge))
    if ring:
        box(painter, rect, RADIUS, border=theme.colour("focus"), width=RING)


def line_of(theme: Theme, rect: QRectF, middle: float) -> QRectF:
    """Return the room of a line of words whose middle is so many px below the top of a card."""
    scale = theme.text_scale
    top = rect.top() + middle * scale - ROW * scale / 2
    return QRectF(rect.left() + SIDE, top, rect.width() - 2 * SIDE, ROW * scale)


def paint_ghost(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Paint the place a card was taken from."""
    box(painter, rect, RADIUS, border=theme.colour("border-strong"), dashed=True)


def paint_slot(painter: QPainter, theme: Theme, rect: QRectF, words: str) -> None:
    """Paint the place a card would go to."""
    accent = theme.colour("accent")
    box(painter, rect, RADIUS, theme.colour("surface"), accent, width=2, dashed=True)
    inner = rect.adjusted(SIDE, 0, -SIDE, 0)
    draw_text(painter, inner, words, theme.font("strong"), theme.colour("accent-text"), CENTRE)


def paint_goal(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Paint a column that a card would go to."""
    box(painter, rect, RADIUS, theme.colour("accent-soft"), theme.colour("accent-border"))


def hanging_picture(
    theme: Theme, size: QSize, ratio: float, paint: Callable[[QPainter, QRectF], None]
) -> tuple[QPixmap, QPoint]:
    """Return a card with its shadow, as it hangs at the pointer, and where the card is in it."""
    picture = QPixmap((size + QSize(2 * MARGIN, 2 * MARGIN)) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    rect = QRectF(MARGIN, MARGIN, size.width(), size.height())
    Shadow(RADIUS).paint(painter, rect, theme.colour("shadow"))
    paint(painter, rect)
    painter.end()
    return picture, QPoint(MARGIN, MARGIN)
