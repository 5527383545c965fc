"""What a deal can be dropped on besides a stage: won, lost, later."""

from __future__ import annotations

from PySide6.QtCore import (
    QEasingCurve,
    QPoint,
    QPointF,
    QPropertyAnimation,
    QRectF,
    QSize,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.text import draw_text

WON, LOST, LATER = "won", "lost", "later"
BARS = (WON, LOST, LATER)
LOOKS = {
    WON: ("success", "party-popper"),
    LOST: ("danger", "circle-x"),
    LATER: ("neutral", "alarm-clock"),
}
HEIGHT, BETWEEN, EDGE = 60, 12, 16  # px; the last from the bars to the end of the board
ICON, BESIDE, ROW = 20, 12, 20


class DropBar(QWidget):
    """One of them; `aimed` while a card is over it."""

    def __init__(self, kit: Kit, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._role, self._icon = LOOKS[key]
        self._words = "", ""
        self._aimed = False

    def set_words(self, title: str, hint: str) -> None:
        """Say what it is and what comes then."""
        self._words = title, hint
        self.setAccessibleName(f"{title}, {hint}")
        self.update()

    def aim(self, *, on: bool) -> None:
        """Show whether a card is over it."""
        if on != self._aimed:
            self._aimed = on
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(HEIGHT * self._kit.theme.text_scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, role = self._kit.theme, self._role
        painter = QPainter(self)
        rect = QRectF(self.rect())
        solid = theme.colour(f"{role}-solid")
        width = 2 if self._aimed else 1
        fill = theme.colour(f"{role}-soft")
        box(painter, rect, 8, theme.colour("canvas"))
        box(painter, rect, 8, fill, solid, width=width, dashed=not self._aimed)
        title, hint = self._words
        strong, plain = theme.font("strong"), theme.font("body")
        words = max(
            theme.metrics("strong").horizontalAdvance(title),
            theme.metrics("body").horizontalAdvance(hint),
        )
        left = max(BESIDE, (rect.width() - words - ICON - BESIDE) / 2)
        middle = rect.center().y()
        at = QPointF(left, middle - ICON / 2)
        theme.paint_icon(painter, at, self._icon, ICON, role)
        row = round(ROW * theme.text_scale)
        text = QRectF(left + ICON + BESIDE, middle - row, 0, row)
        text.setRight(rect.right() - 8)
        draw_text(painter, text, title, strong, theme.colour(role))
        draw_text(painter, text.translated(0, row), hint, plain, theme.colour(role))
        painter.end()


class DropBars(QWidget):
    """They slide in from below while a card is carried, and go again."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.bars = {key: DropBar(kit, key) for key in BARS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        for bar in self.bars.values():
            row.addWidget(bar, 1)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.hide()

    def place(self, room: QRectF) -> None:
        """Stand at the lower end of that room."""
        height = self.sizeHint().height()
        top = round(room.bottom()) - EDGE - height
        self._slide.stop()
        self.setGeometry(round(room.left()), top, round(room.width()), height)

    def slide_in(self, room: QRectF) -> None:
        """Come up from below."""
        self.place(room)
        end = self.pos()
        self.raise_()
        self.show()
        if ms := self._kit.theme.duration("slow"):
            self._slide.setDuration(ms)
            self._slide.setStartValue(end + QPoint(0, self.height() + EDGE))
            self._slide.setEndValue(end)
            self._slide.start()

    def slide_out(self) -> None:
        """Go at once: the board is wanted again."""
        self._slide.stop()
        self.hide()
        self.aim("")

    def aim(self, key: str) -> None:
        """Show over which of them a card is."""
        for name, bar in self.bars.items():
            bar.aim(on=name == key)

    def key_at(self, at: QPoint) -> str:
        """Return which of them is at a point of the parent; '' for none."""
        if self.isHidden():
            return ""
        inside = at - self.pos()
        return next((key for key, bar in self.bars.items() if bar.geometry().contains(inside)), "")
