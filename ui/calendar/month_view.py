"""A month as six weeks of days, each with what it holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.shapes.agenda import AgendaEntry
from ui.calendar.days_view import FIRST, LAST, SUNDAY, WEEK
from ui.calendar.painting import number_width, paint_line
from ui.calendar.place import Chosen, More, Placed, Slot, is_late
from ui.calendar.view import CalendarView
from ui.common.ahead_words import WEEKDAYS
from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import CENTRE, draw_text

HEAD = 28  # px of the weekdays
NUMBER = 26  # px of a day's number
LINE = 20
GAP = 2
PAD = 4


class MonthView(CalendarView):
    """Arrows go to other days; in a day, once Enter went into it, to its other entries."""

    def __init__(
        self, kit: Kit, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, now, parent)
        self._month = self.day.replace(day=1)

    @property
    def month(self) -> date:
        """The first day of the month shown."""
        return self._month

    @property
    def days(self) -> list[date]:
        first = self._month - timedelta(days=(self._month.weekday() - SUNDAY) % WEEK)
        after = (self._month.replace(day=28) + timedelta(days=4)).replace(day=1)
        weeks = -(-(after - first).days // WEEK)
        return [first + timedelta(days=place) for place in range(weeks * WEEK)]

    def turn(self, steps: int) -> None:
        number = self._month.year * 12 + self._month.month - 1 + steps
        if not FIRST.year <= number // 12 <= LAST.year:
            return
        wanted, month = self._day.day, date(number // 12, number % 12 + 1, 1)
        last = (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        self.chosen = None
        self._day = month.replace(day=min(wanted, last.day))
        self._turn_to(month)
        self._tell()

    def heading(self) -> str:
        return self._kit.formats.month(self._month.isoformat())

    def slot_at(self, at: QPointF) -> Slot | None:
        for day, rect in self._cells():
            if rect.contains(at):
                return Slot(day)
        return None

    def _turn_to(self, day: date) -> None:
        self._month = day.replace(day=1)
        self.refresh()
        self.turned.emit()

    def _arrow(self, across: int, down: int) -> None:
        if down and self.entry is not None:
            self._walk(down)
        else:
            self._go(self._day + timedelta(days=across + WEEK * down))

    def _cells(self) -> list[tuple[date, QRectF]]:
        days = self.days
        room, head = self.viewport().rect(), self._head()
        width, height = room.width() / WEEK, (room.height() - head) / (len(days) // WEEK)
        cells = []
        for place, day in enumerate(days):
            week, column = divmod(place, WEEK)
            left, top = round(column * width), head + round(week * height)
            right, bottom = round((column + 1) * width), head + round((week + 1) * height)
            cells.append((day, QRectF(left, top, right - left, bottom - top)))
        return cells

    def _lay_out(self) -> None:
        line = self._kit.theme.height(LINE, "caption", 4)
        number = self._number()
        by_day: dict[date, list[AgendaEntry]] = {}
        for entry in self.agenda.entries:
            by_day.setdefault(entry.on, []).append(entry)
        for day, cell in self._cells():
            entries = by_day.get(day, [])
            born = sum(entry.what == "birthday" for entry in entries)
            total = len(entries) + max(0, self.agenda.birthdays.get(day, 0) - born)
            room = int((cell.height() - number - PAD) // (line + GAP))
            shown = len(entries) if total <= room else max(0, room - 1)
            top = cell.top() + number
            for entry in entries[:shown]:
                rect = QRectF(cell.left() + PAD, top, cell.width() - 2 * PAD, line)
                self._placed.append(Placed(entry, rect))
                top += line + GAP
            if total > shown:
                rect = QRectF(cell.left() + PAD, top, cell.width() - 2 * PAD, line)
                self._more.append(More(day, total - shown, rect))

    def _paint(self, painter: QPainter) -> None:
        theme = self._kit.theme
        today = self._now().date()
        holidays = {one.on: one.name for one in self.agenda.holidays}
        self._paint_head(painter)
        for day, cell in self._cells():
            self._paint_day(painter, cell, day, today, holidays.get(day, ""))
        if self._target is not None and self.dragged is not None:
            self._paint_target(painter)
        for entry, rect in self.placed:
            chosen = self.chosen is not None and self.chosen.fits(entry)
            late = is_late(entry, today)
            dragged = self.dragged is not None and Chosen.of(self.dragged).fits(entry)
            paint_line(painter, self._kit, rect, entry,
                       chosen=chosen and not dragged, late=late, dragged=dragged)  # fmt: skip
        for more in self.more:
            words = self.tr("{n} more").format(n=self._kit.formats.number(more.hidden))
            room = more.rect.adjusted(5, 0, -2, 0)
            draw_text(painter, room, words, theme.font("caption", strong=True),
                      theme.colour("accent-text"))  # fmt: skip
        if self.dragged is not None:
            size = self._placed[0].rect.size() if self._placed else QRectF(0, 0, 120, LINE).size()
            rect = QRectF(self._pointer + QPointF(8, 4), size)
            box(painter, rect, 4, theme.colour("raised"), theme.colour("border-strong"))
            paint_line(painter, self._kit, rect, self.dragged, chosen=False, late=False)

    def _paint_head(self, painter: QPainter) -> None:
        theme, formats = self._kit.theme, self._kit.formats
        width, head = self.viewport().width() / WEEK, self._head()
        for column in range(WEEK):
            name = WEEKDAYS[formats.korean][(column + SUNDAY) % WEEK]
            rect = QRectF(round(column * width), 0, width, head)
            colour = theme.colour("danger" if column == 0 else "muted")
            room = rect.adjusted(PAD + 5, 0, 0, 0)
            draw_text(painter, room, name, theme.font("caption", strong=True), colour)

    def _paint_day(
        self, painter: QPainter, cell: QRectF, day: date, today: date, holiday: str
    ) -> None:
        theme = self._kit.theme
        within = day.month == self._month.month
        if not within:
            painter.fillRect(cell, theme.colour("canvas"))
        line = theme.colour("border")
        painter.fillRect(QRectF(cell.left(), cell.top(), cell.width(), 1), line)
        if day.weekday() != SUNDAY:
            painter.fillRect(QRectF(cell.left(), cell.top(), 1, cell.height()), line)
        if day == self._day:
            inside = cell.adjusted(1, 1, 0, 0)
            if shows_ring(self) and self.chosen is None:
                ring(painter, theme, inside, 4)
            else:
                box(painter, inside, 4, border=theme.colour("accent-border"))
        wide = number_width(theme)
        number = QRectF(cell.left() + PAD, cell.top() + 3, wide, self._number() - 5)
        off = day.weekday() == SUNDAY or bool(holiday)
        colour = "danger" if off else "text" if within else "muted"
        if day == today:
            box(painter, number, 6, theme.colour("accent"))
            colour = "on-accent"
        font = theme.font("strong" if day == today else "body", digits=True)
        draw_text(painter, number, str(day.day), font, theme.colour(colour), CENTRE)
        if holiday:
            room = QRectF(number.right() + 4, number.top(), 0, number.height())
            room.setRight(cell.right() - PAD)
            draw_text(painter, room, holiday, theme.font("caption"), theme.colour("danger"))

    def _paint_target(self, painter: QPainter) -> None:
        theme = self._kit.theme
        for day, cell in self._cells():
            if self._target is not None and day == self._target.day:
                inside = cell.adjusted(1, 1, 0, 0)
                box(painter, inside, 4, theme.colour("accent-soft"), theme.colour("accent"),
                    dashed=True)  # fmt: skip

    def _head(self) -> int:
        return self._kit.theme.height(HEAD, "caption", 12)

    def _number(self) -> int:
        return self._kit.theme.height(NUMBER, "body", 8)
