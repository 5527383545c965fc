"""A month as six weeks of days, each with a few dots."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.common.formats import Formats
from ui.common.keyboard_focus import shows_ring
from ui.common.painting import box, disc
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme
from ui.common.widgets.note import announce

WEEKS, DAYS = 6, 7
CELL = 46
HEAD = 24  # px of the weekdays' letters
DOT, APART = 5.0, 8.0  # width of a dot; from one to the next
MOST = 3  # dots of a day
RADIUS = 6
INITIALS = {"ko": "일월화수목금토", "en": "SMTWTFS"}
SUNDAY_FIRST = 6  # date.weekday() of the first column
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}


class MonthGrid(QWidget):
    """Shows the month of the chosen day; arrows, Page Up and Page Down choose another day.

    `set_marks` gives days their dots by the names of their colours; `set_days_off` the days that
    are red, `set_words` what is read aloud and shown as tooltip besides a day's date.
    """

    chosen = Signal(object)  # date, by key or mouse
    opened = Signal(object)  # date, by Enter or double click
    turned = Signal(object)  # first date of the grid, whenever other weeks are shown

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._formats = formats
        self._day = formats.today()
        self._month = self._day.replace(day=1)
        self._marks: Mapping[date, Sequence[str]] = {}
        self._words: Mapping[date, str] = {}
        self._off: Collection[date] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    @property
    def month(self) -> date:
        """The first day of the month shown."""
        return self._month

    @property
    def days(self) -> tuple[date, ...]:
        """All days shown, with those of the months around."""
        before = (self._month.weekday() - SUNDAY_FIRST) % DAYS
        first = self._month - timedelta(days=before)
        return tuple(first + timedelta(days=place) for place in range(WEEKS * DAYS))

    def choose(self, day: date) -> None:
        """Choose a day and show its month; nothing is emitted but `turned`.

        The first and the last year there are have months that no whole grid goes around.
        """
        if not date.min.year < day.year < date.max.year:
            return
        self._day = day
        self._turn_to(day.replace(day=1))
        self.update()

    def turn(self, months: int) -> None:
        """Show the month so many further on; the chosen day stays."""
        number = self._month.year * 12 + self._month.month - 1 + months
        if date.min.year < number // 12 < date.max.year:
            self._turn_to(date(number // 12, number % 12 + 1, 1))

    def set_marks(self, marks: Mapping[date, Sequence[str]]) -> None:
        """Give days their dots; of more than three the first three are shown."""
        self._marks = marks
        self.update()

    def set_days_off(self, days: Collection[date]) -> None:
        """Tell which days are holidays; Sundays are red without."""
        self._off = days
        self.update()

    def set_words(self, words: Mapping[date, str]) -> None:
        """Give days what is told of them besides the date."""
        self._words = words

    def sizeHint(self) -> QSize:
        return QSize(DAYS * CELL, self._head() + WEEKS * self._cell())

    def minimumSizeHint(self) -> QSize:
        return QSize(DAYS * 28, self.sizeHint().height())

    def day_at(self, at: QPointF) -> date | None:
        """Return the day under a point of the widget."""
        column = int(at.x() // (self.width() / DAYS))
        week = int((at.y() - self._head()) // self._cell())
        inside = 0 <= column < DAYS and 0 <= week < WEEKS
        return self.days[week * DAYS + column] if inside else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._go(STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self._go(-((self._day.weekday() - SUNDAY_FIRST) % DAYS))
        elif key == Qt.Key.Key_End:
            self._go(DAYS - 1 - (self._day.weekday() - SUNDAY_FIRST) % DAYS)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go_by_month(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(QPointF(event.pos()))
            words = self._words.get(day, "") if day else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        width, cell = self.width() / DAYS, self._cell()
        letters = INITIALS["ko" if self._formats.korean else "en"]
        for column, letter in enumerate(letters):
            rect = QRectF(column * width, 0, width, self._head())
            draw_text(painter, rect, letter, theme.font("caption"), theme.colour("muted"), CENTRE)
        for place, day in enumerate(self.days):
            week, column = divmod(place, DAYS)
            rect = QRectF(column * width, self._head() + week * cell, width, cell)
            self._paint_day(painter, rect, day)
        painter.end()

    def _paint_day(self, painter: QPainter, rect: QRectF, day: date) -> None:
        theme = self._theme
        today = day == self._formats.today()
        if today:
            box(painter, rect, RADIUS, theme.colour("accent"))
        if day == self._day:
            focused = shows_ring(self)
            if focused and not today:
                box(painter, rect, RADIUS, theme.colour("selection"))
            name = "focus" if focused or not today else "text"
            box(painter, rect, RADIUS, border=theme.colour(name), width=2)
        colour = "text"
        if today:
            colour = "on-accent"
        elif day.month != self._month.month:
            colour = "muted"
        elif day.weekday() == SUNDAY_FIRST or day in self._off:
            colour = "danger"
        words = QRectF(rect.left(), rect.top() + 4, rect.width(), rect.height() / 2 - 2)
        number = str(day.day)
        font = theme.font("strong" if today else "body", digits=True)
        draw_text(painter, words, number, font, theme.colour(colour), CENTRE)
        marks = self._marks.get(day, ())[:MOST]
        left = rect.center().x() - ((len(marks) - 1) * APART + DOT) / 2
        for place, mark in enumerate(marks):
            dot = QRectF(left + place * APART, rect.bottom() - 14, DOT, DOT)
            disc(painter, dot, theme.colour("on-accent" if today else mark))

    def _head(self) -> int:
        return self._theme.height(HEAD, "caption", 8)

    def _cell(self) -> int:
        return self._theme.height(CELL, "body", 26)

    def _go(self, days: int) -> None:
        self._choose(self._day + timedelta(days=days))

    def _go_by_month(self, months: int) -> None:
        wanted = self._day.day
        self.turn(months)
        for last in (wanted, 30, 29, 28):
            if last <= wanted:
                try:
                    self._choose(self._month.replace(day=last))
                except ValueError:  # the month is shorter
                    continue
                return

    def _choose(self, day: date) -> None:
        self.choose(day)
        words = self._words.get(day, "")
        told = self._formats.day(day.isoformat())
        announce(self, f"{told}, {words}" if words else told)
        self.chosen.emit(day)

    def _turn_to(self, month: date) -> None:
        if month != self._month:
            self._month = month
            self.update()
            self.turned.emit(self.days[0])
