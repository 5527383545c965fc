"""How far a goal is: a bar with the tick of today's plan, and what each day brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shapes.goals import DayValue
from ui.common.painting import box
from ui.common.text import CENTRE, LEFT, RIGHT, draw_text
from ui.common.theme import Theme

BAR, TICK = 8, 16  # px high: the bar, the tick of what was due
TICK_WIDTH, HALO = 2, 2
MOST_DAYS = 62  # longer periods are shown week by week
WEEK = 7
DAYS_HEIGHT = 116
FUTURE = 2  # px of a day that is to come
QUIET = 0.55  # opacity of a day that is not the best one


class GoalBar(QWidget):
    """The share that is reached, and a tick where it should be by now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._due: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_goal(self, reached: int, planned: int | None, target: int, name: str) -> None:
        """Show how much of the target is reached and was due; `name` is read aloud."""
        self._share = min(max(0.0, reached / target), 1.0) if target > 0 else 0.0
        due = planned is not None and 0 < planned < target
        self._due = planned / target if due and planned is not None else None
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, TICK + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, TICK + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_goal_bar(painter, self._theme, QRectF(self.rect()), self._share, self._due)
        painter.end()


def paint_goal_bar(
    painter: QPainter, theme: Theme, rect: QRectF, share: float, due: float | None
) -> None:
    """Paint a bar in the vertical middle of `rect`; shares are from 0 to 1."""
    track = QRectF(rect.left(), rect.center().y() - BAR / 2, rect.width(), BAR)
    box(painter, track, BAR / 2, theme.colour("pressed"))
    if share > 0:
        done = QRectF(track)
        done.setWidth(max(BAR, track.width() * share))
        box(painter, done, BAR / 2, theme.colour("accent"))
    if due is not None:
        left = round(track.left() + track.width() * due - TICK_WIDTH / 2)
        top = rect.center().y() - TICK / 2
        halo = QRectF(left - HALO, top, TICK_WIDTH + 2 * HALO, TICK)
        painter.fillRect(halo, theme.colour("surface"))
        painter.fillRect(QRectF(left, top, TICK_WIDTH, TICK), theme.colour("text"))


@dataclass(frozen=True, slots=True)
class DaysLook:
    """The days of a period, and the words beside them."""

    first_on: str
    last_on: str
    today: str
    series: Sequence[DayValue] = ()
    first: str = ""  # 'May 1'
    last: str = ""
    now: str = ""  # 'Today'
    best: str = ""  # 'Parents’ Day ₩2.26M'


class GoalDays(QWidget):
    """One bar a day, or a week of a long period; the best one is told above it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: DaysLook | None = None
        self._bars: list[tuple[date, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, look: DaysLook, name: str) -> None:
        """Show these days; `name` is read aloud."""
        self._look = look
        first, last = (date.fromisoformat(day) for day in (look.first_on, look.last_on))
        step = 1 if (last - first).days < MOST_DAYS else WEEK
        known = {one.day: one.value for one in look.series}
        self._bars = []
        for offset in range(0, (last - first).days + 1, step):
            begin = first + timedelta(offset)
            days = (begin + timedelta(more) for more in range(step))
            value = sum(known.get(day.isoformat(), 0) for day in days)
            self._bars.append((begin, value))
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._theme.height(DAYS_HEIGHT, space=DAYS_HEIGHT - 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, theme = self._look, self._theme
        if look is None or not self._bars:
            return
        painter = QPainter(self)
        line = theme.line("caption")
        room = QRectF(self.rect()).adjusted(0, line + 2, 0, -line - 6)
        painter.fillRect(
            QRectF(room.left(), room.bottom(), room.width(), 1), theme.colour("border-strong")
        )
        most = max(value for _day, value in self._bars)
        best = next((n for n, (_day, value) in enumerate(self._bars) if value == most > 0), -1)
        today = date.fromisoformat(look.today)
        for number, (day, value) in enumerate(self._bars):
            self._paint_bar(painter, room, number, day, value, most, today, best=number == best)
        self._paint_words(painter, room, look, best, today)
        painter.end()

    def _place(self, room: QRectF, number: int) -> QRectF:
        step = room.width() / len(self._bars)
        gap = min(4.0, step / 3)
        return QRectF(room.left() + number * step + gap / 2, room.top(), step - gap, room.height())

    def _paint_bar(
        self, painter: QPainter, room: QRectF, number: int, day: date, value: int, most: int,
        today: date, *, best: bool,
    ) -> None:  # fmt: skip
        theme, rect = self._theme, self._place(room, number)
        height = room.height() * value / most if most > 0 and value > 0 else float(FUTURE)
        rect.setTop(room.bottom() - max(FUTURE, height))
        colour = QColor(theme.colour("accent"))
        if day > today or value <= 0:
            colour = theme.colour("border-strong")
        elif not best:
            colour.setAlphaF(QUIET)
        box(painter, rect, min(2.0, rect.height() / 2), colour)

    def _paint_words(
        self, painter: QPainter, room: QRectF, look: DaysLook, best: int, today: date
    ) -> None:
        theme, line = self._theme, self._theme.line("caption")
        muted, font = theme.colour("muted"), theme.font("caption", digits=True)
        below = QRectF(room.left(), room.bottom() + 4, room.width(), line)
        draw_text(painter, below, look.first, font, muted, LEFT)
        draw_text(painter, below, look.last, font, muted, RIGHT)
        metrics = theme.metrics("caption", digits=True)
        now = max((n for n, (day, _v) in enumerate(self._bars) if day <= today), default=-1)
        begins = date.fromisoformat(look.first_on) <= today <= date.fromisoformat(look.last_on)
        if look.now and now >= 0 and begins:
            strong = theme.font("caption", strong=True)
            place = self._near(below, self._place(room, now).center().x(), look.now, strong=True)
            clear = metrics.horizontalAdvance(look.first) + 8
            free = place.left() - below.left() >= clear
            after = below.right() - place.right() >= metrics.horizontalAdvance(look.last) + 8
            if free and after:
                draw_text(painter, place, look.now, strong, theme.colour("text"), CENTRE)
        if best >= 0 and look.best:
            above = QRectF(room.left(), room.top() - line - 2, room.width(), line)
            place = self._near(above, self._place(room, best).center().x(), look.best)
            draw_text(painter, place, look.best, font, theme.colour("text-2"), CENTRE)

    def _near(self, row: QRectF, x: float, words: str, *, strong: bool = False) -> QRectF:
        """Return the place of words about a point of a row, inside of it."""
        width = self._theme.metrics("caption", strong=strong, digits=not strong).horizontalAdvance(
            words
        )
        left = min(max(row.left(), x - width / 2), max(row.left(), row.right() - width))
        return QRectF(left, row.top(), min(width + 1, row.width()), row.height())
