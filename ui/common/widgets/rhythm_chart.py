"""When somebody came, was expected, and how long that is until today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.painting import disc
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme

DOT, RING = 4.5, 5.0  # px from the middle
TODAY = 14  # px the line of today reaches up and down
SIDE = 10  # px at both ends
GAP = 8  # px between two words of a row
WIDTH = 2.0
MONTHS = 12


@dataclass(frozen=True, slots=True)
class RhythmLook:
    """Days as YYYY-MM-DD, the visits in order; '' of `expected` for a day that is not known."""

    visits: Sequence[str]
    expected: str
    today: str
    last_words: str = ""
    expected_words: str = ""
    today_words: str = ""
    months: Sequence[str] = ()  # twelve names, January first


class RhythmChart(QWidget):
    """A dot for each visit, dashes since the last, a hollow one where the next was expected."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: RhythmLook | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rhythm(self, look: RhythmLook, name: str) -> None:
        """Show these days; `name` is read aloud."""
        self._look = look
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 2 * self._theme.line("caption") + 2 * TODAY + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None or not look.visits:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        days = [date.fromisoformat(day) for day in look.visits]
        today = date.fromisoformat(look.today)
        expected = date.fromisoformat(look.expected) if look.expected else None
        scale = _Scale(days[0], max(today, expected or today), self.width())
        middle = self._line() + TODAY + 2.0
        self._paint_months(painter, scale, middle, look.months)
        self._paint_days(painter, scale, middle, days, today, expected)
        self._paint_words(painter, scale, days[-1], today, expected)
        painter.end()

    def _line(self) -> int:
        """Return the height of a row of words."""
        return self._theme.line("caption")

    def _paint_days(
        self, painter: QPainter, scale: _Scale, middle: float, days: Sequence[date],
        today: date, expected: date | None,
    ) -> None:  # fmt: skip
        theme = self._theme
        late = expected is not None and expected < today
        waiting = theme.colour("warning-solid" if late else "border-input")
        last, end = scale.at(days[-1]), scale.at(max(today, expected or today))
        painter.setPen(QPen(theme.colour("border-strong"), WIDTH))
        painter.drawLine(QPointF(scale.at(days[0]), middle), QPointF(last, middle))
        dashes = QPen(waiting, WIDTH)
        dashes.setDashPattern([1.5, 1.5])
        dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(dashes)
        painter.drawLine(QPointF(last, middle), QPointF(end, middle))
        for day in days:
            at = scale.at(day)
            around = DOT + WIDTH  # a halo, so that near visits stay apart
            box = QRectF(at - around, middle - around, 2 * around, 2 * around)
            disc(painter, box, theme.colour("surface"))
            disc(painter, box.adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH), theme.colour("accent"))
        painter.setPen(QPen(theme.colour("danger-solid"), WIDTH))
        now = scale.at(today)
        painter.drawLine(QPointF(now, middle - TODAY), QPointF(now, middle + TODAY))
        if expected is not None:
            painter.setPen(QPen(waiting, WIDTH))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(QPointF(scale.at(expected), middle), RING, RING)

    def _paint_words(
        self, painter: QPainter, scale: _Scale, last: date, today: date, expected: date | None
    ) -> None:
        look, theme = self._look, self._theme
        if look is None:
            return
        late = expected is not None and expected < today
        told = [
            (today, look.today_words, "danger", True),
            (last, look.last_words, "text-2", False),
        ]
        if expected is not None:
            told.append((expected, look.expected_words, "warning" if late else "text-2", False))
        free = float(self.width())
        # Today first: where days are close, the words of the others make room for it.
        for day, words, colour, strong in sorted(told, key=lambda one: one[0], reverse=True):
            width = theme.metrics("caption", strong=strong).horizontalAdvance(words) + 1
            left = min(scale.at(day) - width / 2, free - width)
            if left < 0:
                continue
            row = QRectF(left, 0, width, self._line())
            font = theme.font("caption", strong=strong)
            draw_text(painter, row, words, font, theme.colour(colour))
            free = left - GAP

    def _paint_months(
        self, painter: QPainter, scale: _Scale, middle: float, names: Sequence[str]
    ) -> None:
        theme, font = self._theme, self._theme.font("caption", digits=True)
        muted, tick = theme.colour("muted"), QColor(theme.colour("border-strong"))
        top, free = middle + TODAY + 4, -float(GAP)
        metrics = theme.metrics("caption", digits=True)
        for day, years in scale.marks():
            words = str(day.year) if years else names[day.month - 1]
            width, at = metrics.horizontalAdvance(words) + 1, scale.at(day)
            left = min(max(0.0, at - width / 2), self.width() - width)
            painter.fillRect(QRectF(round(at), middle - 4, 1, 8), tick)
            if left >= free + GAP:
                row = QRectF(left, top, width, self._line())
                draw_text(painter, row, words, font, muted, CENTRE)
                free = left + width


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days stand from the left."""

    first: date
    last: date
    width: int

    def at(self, day: date) -> float:
        """Return the x of a day."""
        span = max(1, (self.last - self.first).days)
        return SIDE + (self.width - 2 * SIDE) * (day - self.first).days / span

    def marks(self) -> Iterator[tuple[date, bool]]:
        """Yield the days where a month begins, or a year where there are too many months."""
        begin, end = (day.year * MONTHS + day.month - 1 for day in (self.first, self.last))
        years = end - begin > 2 * MONTHS
        for month in range(begin + 1, end + 1):
            day = date(month // MONTHS, month % MONTHS + 1, 1)
            if not years or day.month == 1:
                yield day, years
