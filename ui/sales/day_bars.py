"""What was sold day by day, as a row of bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shapes.sales import PeriodTotal
from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import RIGHT, draw_text

HEIGHT = 56
BARS = 32  # px
WIDEST, GAP = 28, 2  # px of a bar, and between two
PAD = 4
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DayBars(QWidget):
    """One bar per day (or month); the pointer and the arrow keys tell, Enter or a click chooses."""

    chosen = Signal(str)  # the day or month

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._totals: Sequence[PeriodTotal] = ()
        self._currency = "KRW"
        self._at = -1  # the bar that is told of
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def totals(self) -> Sequence[PeriodTotal]:
        """What is shown."""
        return self._totals

    def show_totals(self, totals: Sequence[PeriodTotal], currency: str) -> None:
        """Show these days or months, in their order."""
        self._totals, self._currency, self._at = totals, currency, -1
        self._tell()
        self.update()

    def retranslate(self) -> None:
        """Set every word again."""
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._kit.theme.height(HEIGHT, space=HEIGHT - 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._bar_at(event.position()))

    def leaveEvent(self, event: object) -> None:
        self._point_at(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._bar_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self.chosen.emit(self._totals[at].period)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and self._totals:
            last = len(self._totals) - 1
            start = last + 1 if self._at < 0 and STEPS[key] < 0 else self._at
            self._point_at(min(max(0, start + STEPS[key]), last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.chosen.emit(self._totals[self._at].period)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(PAD, 2, -PAD, -2)
        bottom = room.bottom()
        most = max((total.total for total in self._totals), default=0)
        for place, total in enumerate(self._totals):
            left, width = self._place(place)
            height = max(2.0, BARS * total.total / most) if most > 0 and total.total > 0 else 2.0
            colour = QColor(theme.series(0) if total.total > 0 else theme.colour("border-strong"))
            if self._at >= 0 and place != self._at:
                colour.setAlphaF(0.4)
            box(painter, QRectF(left, bottom - height, width, height), 1.5, colour)
        words = self._words()
        line = QRectF(room.left(), room.top(), room.width(), theme.line("caption"))
        font = theme.font("caption", digits=True)
        draw_text(painter, line, words, font, theme.colour("muted"), RIGHT)
        if shows_ring(self):
            ring(painter, theme, QRectF(self.rect()))
        painter.end()

    def _place(self, number: int) -> tuple[float, float]:
        room = self.width() - 2 * PAD
        step = min(WIDEST + GAP, room / max(1, len(self._totals)))
        gap = GAP if step > 2 * GAP else 0
        left = self.width() - PAD - step * (len(self._totals) - number)
        return left, step - gap

    def _bar_at(self, at: QPointF) -> int:
        for place in range(len(self._totals)):
            left, width = self._place(place)
            if left <= at.x() < left + width + GAP:
                return place
        return -1

    def _point_at(self, place: int) -> None:
        if place != self._at:
            self._at = place
            self._tell()
            self.update()

    def _words(self) -> str:
        if 0 <= self._at < len(self._totals):
            return self._words_of(self._totals[self._at])
        best = max(self._totals, key=lambda total: total.total, default=None)
        if best is None or best.total <= 0:
            return ""
        return self.tr("Best: {day}").format(day=self._words_of(best))

    def _words_of(self, total: PeriodTotal) -> str:
        formats, month = self._kit.formats, len(total.period) == len("2026-05")
        when = formats.month(total.period) if month else formats.day(total.period)
        return f"{when}  {formats.money(total.total, self._currency)}"

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Sales day by day"))
        self.setAccessibleDescription(self._words())
