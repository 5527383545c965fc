"""The head of a month: what it will come to, what is won already, and where the rest is from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.common.card_looks import BETWEEN
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.text import CENTRE, RIGHT, draw_text
from ui.forecast.looks import MonthLook

SIDE = 4  # px from the edge of the column to the words
NAME, SUM, STRIP, LINES = 12, 34, 50, 66  # px from the top to the middle of each part
ROW, THICK, LINE = 20, 3, 18
ICON = 13
BELOW = 9  # px under the last line


class MonthHead(QWidget):
    """Painted; as high as `lines` lines below the strip need."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._look = MonthLook()
        self._lines = 0

    @property
    def look(self) -> MonthLook:
        """What is shown."""
        return self._look

    def show_look(self, look: MonthLook, lines: int) -> None:
        """Show these words, with room for that many lines below the strip."""
        self._look, self._lines = look, lines
        self.setToolTip(look.tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = LINES + LINE * self._lines - LINE / 2 + BELOW if self._lines else STRIP + 13
        return QSize(0, round(height * self._kit.theme.text_scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, look = self._kit.theme, self._look
        painter = QPainter(self)
        scale = theme.text_scale
        room = QRectF(SIDE, 0, self.width() - BETWEEN - 2 * SIDE, self.height())

        def row(middle: float) -> QRectF:
            return QRectF(room.left(), middle * scale - ROW * scale / 2, room.width(), ROW * scale)

        name = row(NAME)
        caption = theme.font("caption", digits=True)
        if look.count:
            wide = theme.metrics("caption", digits=True).horizontalAdvance(look.count)
            pill = QRectF(0, 0, max(22.0, wide + 14), 18 * scale)
            pill.moveCenter(name.center())
            pill.moveRight(room.right())
            box(painter, pill, pill.height() / 2, theme.colour("pressed"))
            draw_text(painter, pill, look.count, caption, theme.colour("text-2"), CENTRE)
            name.setRight(pill.left() - 8)
        draw_text(painter, name, look.name, theme.font("strong"), theme.colour("text"))
        total = row(SUM)
        strong = theme.font("strong", digits=True)
        used = draw_text(painter, total, look.likely, strong, theme.colour("text"))
        beside = total.adjusted(used + 8, 0, 0, 0)
        draw_text(painter, beside, look.span, caption, theme.colour("muted"), RIGHT)
        strip = QRectF(room.left(), round(STRIP * scale), room.width(), THICK)
        box(painter, strip, THICK / 2, theme.colour(look.strip))
        for number, (icon, role, words) in enumerate(look.lines):
            line = row(LINES + number * LINE)
            at = QPointF(line.left(), line.center().y() - ICON / 2)
            theme.paint_icon(painter, at, icon, ICON, role)
            draw_text(painter, line.adjusted(ICON + 6, 0, 0, 0), words, caption, theme.colour(role))
        painter.end()
