"""A number that matters, against what it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common.painting import box, ring
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.sparkline import SIZE, paint_sparkline
from ui.common.widgets.state import state_of

HEIGHT = 96
PADDING = 17  # with the border
LEAST_PADDING = 8  # above and below three lines of small letters and the number
ARROW = 14
LEAST_LINE = 40  # px in which a small line can be read
BESIDE = 6  # px between the number and the line


@dataclass(frozen=True, slots=True)
class Stat:
    """What a tile says: '₩21.18M', '18.6%', 'vs 30 days before'; `rising` None shows no arrow."""

    value: str
    delta: str = ""
    base: str = ""
    rising: bool | None = None
    good: bool = True
    values: Sequence[float] = ()


class StatTile(QPushButton):
    """A card with one number; a click opens the list behind it. Its name tells all of it."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        stat: Stat | None = None,
        series: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self._stat = stat or Stat("")
        self._series = series
        self._folded = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_stat(self, stat: Stat, label: str = "", *, series: int | None = None) -> None:
        """Show another number, and another label or colour of its line if there is one."""
        self._stat = stat
        self._label = label or self._label
        self._series = self._series if series is None else series
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        words = theme.metrics("number", digits=True).horizontalAdvance(self._stat.value)
        spark = SIZE.width() if self._stat.values else 0
        lines = 2 * theme.line("caption") + theme.line("number")
        folded = lines + theme.line("caption") + 2 * LEAST_PADDING
        height = max(HEIGHT, lines + 2 * PADDING, folded)
        return QSize(ceil(words) + spark + 2 * PADDING, height)

    def needs_two_lines(self) -> bool:
        """Tell whether what it was does not fit beside by how much it changed."""
        return self._change_width() + self._base_width() > self.width() - 2 * PADDING

    def set_folded(self, *, on: bool) -> None:
        """Leave room for what it was in a line of its own."""
        if on != self._folded:
            self._folded = on
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        rect = QRectF(self.rect())
        fill = "pressed" if state.down else "hover" if state.hover else "surface"
        box(painter, rect, 8, theme.colour(fill), theme.colour("border"))
        if state.ring:
            ring(painter, theme, rect, 8)
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        line, number = theme.line("caption"), theme.line("number")
        top = (rect.height() - self._lines() * line - number) / 2
        middle = top + line + number / 2
        if self._stat.values:
            corner = QPointF(inner.right() - SIZE.width(), middle - SIZE.height() / 2)
            place = QRectF(corner, SIZE)
            words = theme.metrics("number", digits=True).horizontalAdvance(self._stat.value)
            place.setLeft(max(place.left(), inner.left() + words + BESIDE))
            if place.width() >= LEAST_LINE:
                paint_sparkline(painter, place, self._stat.values, theme.series(self._series))
        muted = theme.colour("muted")
        head = QRectF(inner.left(), top, inner.width(), line)
        draw_text(painter, head, self._label, theme.font("caption"), muted)
        value = QRectF(inner.left(), head.bottom(), inner.width(), number)
        font = theme.font("number", digits=True)
        draw_text(painter, value, self._stat.value, font, theme.colour("text"))
        self._paint_delta(painter, QRectF(inner.left(), value.bottom(), inner.width(), line))
        painter.end()

    def _paint_delta(self, painter: QPainter, rect: QRectF) -> None:
        theme, stat, whole = self._theme, self._stat, QRectF(rect)
        role = "success" if stat.good else "danger"
        if stat.rising is not None:
            arrow = "arrow-up-right" if stat.rising else "arrow-down-right"
            at = QPointF(rect.left(), rect.center().y() - ARROW / 2)
            theme.paint_icon(painter, at, arrow, ARROW, role, 2)
            rect.adjust(ARROW + 4, 0, 0, 0)
        strong = theme.font("caption", strong=True, digits=True)
        used = draw_text(painter, rect, stat.delta, strong, theme.colour(role))
        if self.needs_two_lines() and self._change_width():
            rect = whole.translated(0, whole.height())
        else:
            rect.adjust(used + 4 if used else 0, 0, 0, 0)
        draw_text(painter, rect, stat.base, theme.font("caption"), theme.colour("muted"))

    def _lines(self) -> int:
        return 3 if self._folded or self.needs_two_lines() else 2

    def _change_width(self) -> float:
        stat, metrics = self._stat, self._theme.metrics("caption", strong=True, digits=True)
        arrow = ARROW + 4 if stat.rising is not None else 0
        return arrow + (metrics.horizontalAdvance(stat.delta) + 4 if stat.delta else 0)

    def _base_width(self) -> float:
        return self._theme.metrics("caption").horizontalAdvance(self._stat.base)

    def _tell(self) -> None:
        stat = self._stat
        parts = [self._label, stat.value]
        if stat.rising is not None:
            way = self.tr("up %1") if stat.rising else self.tr("down %1")
            parts.append(way.replace("%1", stat.delta))
        elif stat.delta:
            parts.append(stat.delta)
        if stat.base:
            parts.append(stat.base)
        self.setAccessibleName(", ".join(parts))
