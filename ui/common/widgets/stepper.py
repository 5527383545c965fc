"""Where one is in a sequence of steps."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.common.painting import box
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme

CIRCLE = 20
GAP = 8
LINE = 28
AROUND = 12  # px between a line and what stands beside it


class Stepper(QLabel):
    """Numbered steps in a row; those before the current one are ticked."""

    def __init__(
        self, theme: Theme, steps: Sequence[str], current: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = tuple(steps)
        self._current = current
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def current(self) -> int:
        """The number of the current step, from 0."""
        return self._current

    def set_current(self, step: int) -> None:
        """Go to that step."""
        self._current = step
        self._tell()
        self.update()

    def set_steps(self, steps: Sequence[str]) -> None:
        """Show the steps in other words."""
        self._steps = tuple(steps)
        self._tell()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        # As wide as if every step were the semibold current one: nothing moves on the way.
        words = sum(self._width(step) for step in self._steps)
        between = (len(self._steps) - 1) * (LINE + 2 * AROUND)
        width = words + len(self._steps) * (CIRCLE + GAP) + between
        return QSize(ceil(width), self._theme.height(CIRCLE, "body", 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        left, middle = 0.0, self.height() / 2
        for number, step in enumerate(self._steps):
            if number:
                rule = QRectF(left + AROUND, round(middle), LINE, 1)
                painter.fillRect(rule, theme.colour("border-strong"))
                left += LINE + 2 * AROUND
            self._paint_mark(painter, QRectF(left, middle - CIRCLE / 2, CIRCLE, CIRCLE), number)
            left += CIRCLE + GAP
            width = self._width(step)
            now = number == self._current
            font = theme.font("body", strong=now)
            colour = theme.colour("text" if now else "muted")
            draw_text(painter, QRectF(left, 0, width + 1, self.height()), step, font, colour)
            left += width
        painter.end()

    def _paint_mark(self, painter: QPainter, rect: QRectF, number: int) -> None:
        theme = self._theme
        radius = CIRCLE / 2
        if number < self._current:
            box(painter, rect, radius, theme.colour("success-soft"), theme.colour("success-border"))
            theme.paint_icon(painter, rect.topLeft() + QPointF(4, 4), "check", 12, "success", 2.5)
            return
        now = number == self._current
        box(
            painter,
            rect,
            radius,
            theme.colour("accent" if now else "surface"),
            theme.colour("accent" if now else "border-input"),
        )
        font = theme.sized_font(12 / theme.text_scale, strong=True)
        ink = theme.colour("on-accent" if now else "muted")
        draw_text(painter, rect, str(number + 1), font, ink, CENTRE)

    def _width(self, step: str) -> float:
        return self._theme.metrics("body", strong=True).horizontalAdvance(step)

    def _tell(self) -> None:
        told = self.tr("Step %1 of %2: %3")
        told = told.replace("%1", str(self._current + 1)).replace("%2", str(len(self._steps)))
        self.setAccessibleName(told.replace("%3", self._steps[self._current]))
