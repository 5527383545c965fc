"""The head of a column: the stage, how many deals it has, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.common.deal_looks import stage_colour
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.text import CENTRE, RIGHT, draw_text
from ui.common.widgets.icon_button import IconButton

HEIGHT = 63
SIDE = 4  # px from the edge of the column to the words
NAME, SUM, STRIP = 12, 34, 50  # px from the top to the middle of the words, and to the strip
ROW, THICK = 20, 3
COUNT = 18  # px of the pill around the number
ADD, BESIDE = 24, 8


@dataclass(frozen=True, slots=True)
class HeadLook:
    """What the head says; `colour` is the word of the stage's colour."""

    name: str
    colour: str
    count: str
    total: str
    weighted: str  # '30% · ₩1,731,000'
    tip: str = ""
    short_total: str = ""  # where there is little room
    short_weighted: str = ""


class ColumnHead(QWidget):
    """Painted, but for the button that adds a deal."""

    add_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._look = HeadLook("", "", "", "", "")
        self.add_button = IconButton(kit.theme, "plus", "", size=ADD, parent=self)
        self.add_button.clicked.connect(self.add_asked)

    @property
    def look(self) -> HeadLook:
        """What is shown."""
        return self._look

    def show_look(self, look: HeadLook) -> None:
        """Show these words."""
        self._look = look
        self.setToolTip(look.tip)
        self.update()

    def sums(self, room: float) -> tuple[str, str]:
        """Return the sum and the weighted one as they fit beside each other."""
        look, theme = self._look, self._kit.theme
        strong = theme.metrics("strong", digits=True).horizontalAdvance
        caption = theme.metrics("caption", digits=True).horizontalAdvance
        short, less = look.short_total or look.total, look.short_weighted or look.weighted
        for total, weighted in ((look.total, look.weighted), (look.total, less)):
            if strong(total) + BESIDE + caption(weighted) <= room:
                return total, weighted
        return short, less

    def sizeHint(self) -> QSize:
        return QSize(0, round(HEIGHT * self._kit.theme.text_scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        scale = self._kit.theme.text_scale
        top = max(0, round(NAME * scale) - ADD // 2)
        self.add_button.setGeometry(self._right() - SIDE - ADD, top, ADD, ADD)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, look = self._kit.theme, self._look
        painter = QPainter(self)
        scale = theme.text_scale
        left, right = float(SIDE), self._right() - SIDE + 0.0
        name = QRectF(left, NAME * scale - ROW / 2, right - ADD - left, ROW)
        counted = theme.metrics("caption", digits=True).horizontalAdvance(look.count)
        pill = QRectF(0, 0, max(22.0, counted + 14), COUNT * scale)
        pill.moveCenter(name.center())
        pill.moveRight(right - ADD - BESIDE)
        name.setRight(pill.left() - BESIDE)
        draw_text(painter, name, look.name, theme.font("strong"), theme.colour("text"))
        box(painter, pill, pill.height() / 2, theme.colour("pressed"))
        caption = theme.font("caption", digits=True)
        draw_text(painter, pill, look.count, caption, theme.colour("text-2"), CENTRE)
        line = QRectF(left, SUM * scale - ROW / 2, right - left, ROW)
        total, weighted = self.sums(line.width())
        used = draw_text(
            painter, line, total, theme.font("strong", digits=True), theme.colour("text")
        )
        beside = line.adjusted(used + BESIDE, 0, 0, 0)
        draw_text(painter, beside, weighted, caption, theme.colour("muted"), RIGHT)
        strip = QRectF(left, round(STRIP * scale), right - left, THICK)
        box(painter, strip, THICK / 2, stage_colour(theme, look.colour))
        painter.end()

    def _right(self) -> int:
        """Return where the gap to the next column begins."""
        return self.contentsRect().right() + 1
