"""A week with its hours: the whole day above, appointments as long as they last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from app.clock_changes import ClockChange, end_of
from app.shapes.agenda import AgendaEntry
from ui.calendar.days_view import FIRST, LAST, SUNDAY, WEEK
from ui.calendar.painting import number_width, paint_block, paint_line
from ui.calendar.place import MINUTES, Chosen, More, Placed, Slot, is_late, is_timed, minute_of
from ui.calendar.spread import spread
from ui.calendar.view import EDGE, CalendarView
from ui.common.ahead_words import WEEKDAYS, hour_words, span_words
from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import CENTRE, LEFT, RIGHT, draw_text

HEAD = 52  # px of the days
GUTTER = 64  # px of the hours' names
HOUR = 48
LINE = 20
GAP = 2
PAD = 3
MOST = 4  # lines of the whole day
SHORT = 30  # minutes that something without a length is as high as
STEP = 15  # minutes
OPENS = 8  # the hour that is seen first


class WeekView(CalendarView):
    """Left and right go to other days, up and down to the entries of one."""

    def __init__(
        self, kit: Kit, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, now, parent)
        self._first = sunday_of(self.day)
        self._grip = 0  # minutes from the beginning of what is dragged to the pointer
        self._changes: dict[date, ClockChange] = {}
        self._lines = 1
        self._is_scrolled = False

    @property
    def days(self) -> list[date]:
        return [self._first + timedelta(days=place) for place in range(WEEK)]

    def set_changes(self, changes: list[ClockChange]) -> None:
        """Tell on which days clocks are set forward or back."""
        self._changes = {change.day: change for change in changes}
        self.refresh()

    def turn(self, steps: int) -> None:
        day = self._day + timedelta(days=WEEK * steps)
        if not FIRST <= day <= LAST:
            return
        self.chosen, self._day = None, day
        self._turn_to(self._day)
        self._tell()

    def heading(self) -> str:
        first, last = self.days[0], self.days[-1]
        year = f", {last.year}" if not self._kit.formats.korean else ""
        before = f"{last.year}년 " if self._kit.formats.korean else ""
        return f"{before}{span_words(first, last, self._kit.formats)}{year}"

    def slot(self) -> Slot:
        entry = self.entry
        return Slot(self._day, minute_of(entry) if entry else None)

    def slot_at(self, at: QPointF) -> Slot | None:
        column = int((at.x() - GUTTER) // self._width())
        if not 0 <= column < WEEK or at.y() < self._head():
            return None
        day = self.days[column]
        if at.y() < self._top():
            return Slot(day)
        minute = int(self._minute_at(at.y()) // SHORT * SHORT)
        return Slot(day, min(max(0, minute), MINUTES - SHORT))

    def y_of(self, minute: float) -> float:
        """Return where a minute of a day is in the view."""
        return self._top() + minute * self._hour() / 60 - self.verticalScrollBar().value()

    def _turn_to(self, day: date) -> None:
        self._first = sunday_of(day)
        self.refresh()
        self.turned.emit()

    def _arrow(self, across: int, down: int) -> None:
        if across:
            self._go(self._day + timedelta(days=across))
        elif not self._walk(down) and self.entry is None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + down * self._hour())

    def _shifted(self, entry: AgendaEntry, across: int, down: int) -> Slot | None:
        minute = minute_of(entry)
        if minute is not None:
            minute = min(max(0, minute + down * STEP), MINUTES - STEP)
        return Slot(entry.on + timedelta(days=across), minute)

    # Where things stand

    def _width(self) -> float:
        return max(1.0, (self.viewport().width() - GUTTER) / WEEK)

    def _head(self) -> int:
        theme = self._kit.theme
        return max(HEAD, theme.line("body") + theme.line("caption") + 12)

    def _line(self) -> int:
        return self._kit.theme.height(LINE, "caption", 4)

    def _hour(self) -> int:
        return self._kit.theme.height(HOUR, "caption", 32)

    def _top(self) -> int:
        """Return where the hours begin."""
        return self._head() + self._lines * (self._line() + GAP) + 2 * PAD

    def _minute_at(self, y: float) -> float:
        return (y - self._top() + self.verticalScrollBar().value()) * 60 / self._hour()

    def _fit_scroll(self) -> None:
        counts: dict[date, int] = {}
        for entry in self.agenda.entries:
            if not is_timed(entry):
                counts[entry.on] = counts.get(entry.on, 0) + 1
        self._lines = min(MOST, max([1, *(counts.get(day, 0) for day in self.days)]))
        bar = self.verticalScrollBar()
        room = max(0, self.viewport().height() - self._top())
        bar.setRange(0, max(0, 24 * self._hour() - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._hour() // 2)
        if not self._is_scrolled and room:
            self._is_scrolled = True
            bar.setValue(OPENS * self._hour() - self._hour() // 2)

    def _lay_out(self) -> None:
        width = self._width()
        for column, day in enumerate(self.days):
            left = GUTTER + column * width
            entries = self.entries_of(day)
            self._lay_whole_days(day, [one for one in entries if not is_timed(one)], left)
            parts = [(one, *self._stretch(one)) for one in entries if is_timed(one)]
            for entry, begin, end, place, places in spread(parts):
                share = (width - 2 * PAD) / places
                rect = QRectF(left + PAD + place * share, self.y_of(begin), share - 1,
                              (end - begin) * self._hour() / 60 - 1)  # fmt: skip
                self._placed.append(Placed(entry, rect))

    def _lay_whole_days(self, day: date, entries: list[AgendaEntry], left: float) -> None:
        born = sum(entry.what == "birthday" for entry in entries)
        total = len(entries) + max(0, self.agenda.birthdays.get(day, 0) - born)
        shown = total if total <= self._lines else self._lines - 1
        top, line = self._head() + PAD, self._line()
        wide = self._width() - 2 * PAD
        for entry in entries[:shown]:
            self._placed.append(Placed(entry, QRectF(left + PAD, top, wide, line)))
            top += line + GAP
        if total > len(entries[:shown]):
            rest = total - len(entries[:shown])
            self._more.append(More(day, rest, QRectF(left + PAD, top, wide, line)))

    def _stretch(self, entry: AgendaEntry) -> tuple[int, int]:
        """Return from which minute of its day to which an entry lasts."""
        begin = minute_of(entry) or 0
        end = end_of(begin, entry.duration_min or 0, self._changes.get(entry.on))
        if entry.ends:
            over = datetime.fromisoformat(entry.ends)
            end = over.hour * 60 + over.minute if over.date() == entry.on else MINUTES
        least = SHORT if not entry.duration_min else STEP
        return min(begin, MINUTES - least), min(max(end, begin + least), MINUTES)

    def _show_chosen(self) -> None:
        entry = self.entry
        if entry is not None and (minute := minute_of(entry)) is not None:
            bar = self.verticalScrollBar()
            at = round(minute * self._hour() / 60)
            if not bar.value() <= at <= bar.value() + bar.pageStep() - self._hour():
                bar.setValue(at - self._hour())

    # Dragging

    def _at_end(self, placed: Placed, at: QPointF) -> bool:
        entry = placed.entry
        ends_here = bool(entry.duration_min) and entry.last_day == entry.on
        return ends_here and at.y() > placed.rect.bottom() - EDGE

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._pressed is not None:
            begin = minute_of(self._pressed[0])
            self._grip = int(self._minute_at(event.position().y())) - begin if begin else 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.dragged is not None:
            y, bar = event.position().y(), self.verticalScrollBar()
            if y > self.viewport().height() - EDGE:
                bar.setValue(bar.value() + self._hour() // 4)
            elif self._top() < y < self._top() + EDGE:
                bar.setValue(bar.value() - self._hour() // 4)

    def _target_at(self, at: QPointF) -> Slot | None:
        slot, entry = self.slot_at(at), self.dragged
        if slot is None or entry is None:
            return None
        if self._lengthens:
            minute = round(self._minute_at(at.y()) / STEP) * STEP
            return Slot(entry.on + timedelta(days=self._days_in), minute)
        if self._days_in:
            return Slot(slot.day - timedelta(days=self._days_in), minute_of(entry))
        if slot.minute is None:
            return slot if entry.duration_min is None else None
        grip = self._grip if entry.time else 0
        minute = round((self._minute_at(at.y()) - grip) / STEP) * STEP
        return Slot(slot.day, min(max(0, minute), MINUTES - STEP))

    def _length_to(self, entry: AgendaEntry, target: Slot) -> int | None:
        begin = minute_of(entry)
        if begin is None or target.minute is None:
            return None
        end = (target.day - entry.on).days * MINUTES + target.minute
        wanted = end - begin
        for day, change in self._changes.items():
            if begin < (day - entry.on).days * MINUTES + change.at < end:
                wanted -= change.by
        return max(STEP, wanted)

    # Painting

    def _paint(self, painter: QPainter) -> None:
        now = self._now()
        placed = self.placed
        painter.save()
        painter.setClipRect(QRectF(0, self._top(), self.viewport().width(), 10_000))
        self._paint_hours(painter, now)
        if self._target is not None and self._target.minute is not None:
            self._paint_target(painter)
        for one in placed:
            if is_timed(one.entry):
                self._paint_entry(painter, one, now.date())
        self._paint_now(painter, now)
        painter.restore()
        self._paint_head(painter, now.date())
        for one in placed:
            if not is_timed(one.entry):
                self._paint_entry(painter, one, now.date())
        for more in self.more:
            words = self.tr("{n} more").format(n=self._kit.formats.number(more.hidden))
            theme = self._kit.theme
            font = theme.font("caption", strong=True)
            room = more.rect.adjusted(5, 0, -2, 0)
            draw_text(painter, room, words, font, theme.colour("accent-text"))

    def _paint_entry(self, painter: QPainter, one: Placed, today: date) -> None:
        entry = one.entry
        dragged = self.dragged is not None and Chosen.of(self.dragged).fits(entry)
        chosen = self.chosen is not None and self.chosen.fits(entry) and not dragged
        late = is_late(entry, today)
        if is_timed(entry):
            paint_block(painter, self._kit, one.rect, entry, chosen=chosen, late=late,
                        seen=self._top(), dragged=dragged)  # fmt: skip
        else:
            paint_line(painter, self._kit, one.rect, entry, chosen=chosen, late=late,
                       dragged=dragged)  # fmt: skip

    def _paint_hours(self, painter: QPainter, now: datetime) -> None:
        theme, width = self._kit.theme, self._width()
        line, right = theme.colour("border"), self.viewport().width()
        for column, day in enumerate(self.days):
            left = round(GUTTER + column * width)
            if day == now.date():
                today = QRectF(left, self._top(), width, self.viewport().height())
                painter.fillRect(today, theme.colour("canvas"))
            if change := self._changes.get(day):
                self._paint_change(painter, change, left)
            painter.fillRect(QRectF(left, self._top(), 1, self.viewport().height()), line)
        for hour in range(24):
            y = round(self.y_of(hour * 60))
            if hour:
                painter.fillRect(QRectF(GUTTER, y, right - GUTTER, 1), line)
                room = QRectF(0, y - 10, GUTTER - 8, 20)
                words = hour_words(time(hour), korean=self._kit.formats.korean)
                font = theme.font("caption", digits=True)
                draw_text(painter, room, words, font, theme.colour("muted"), RIGHT)

    def _paint_change(self, painter: QPainter, change: ClockChange, left: float) -> None:
        """Paint the hour that does not come, or comes twice."""
        theme = self._kit.theme
        begin = change.at if change.by > 0 else change.at + change.by
        rect = QRectF(left + 1, self.y_of(begin), self._width() - 1,
                      abs(change.by) * self._hour() / 60)  # fmt: skip
        painter.fillRect(rect, theme.colour("sunken"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(theme.colour("border-strong"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        words = self.tr("Clocks go forward") if change.by > 0 else self.tr("This hour comes twice")
        room = QRectF(rect.left() + 6, rect.top() + 2, rect.width() - 8, self._line())
        draw_text(painter, room, words, theme.font("caption"), theme.colour("muted"))

    def _paint_head(self, painter: QPainter, today: date) -> None:
        theme, formats, width = self._kit.theme, self._kit.formats, self._width()
        right, head = self.viewport().width(), self._head()
        painter.fillRect(QRectF(0, 0, right, self._top()), theme.colour("surface"))
        holidays = {one.on: one.name for one in self.agenda.holidays}
        target = self._target
        room = QRectF(0, head + PAD, GUTTER - 8, self._line())
        words = self.tr("All day")
        draw_text(painter, room, words, theme.font("caption"), theme.colour("muted"), RIGHT)
        for column, day in enumerate(self.days):
            left = round(GUTTER + column * width)
            cell = QRectF(left, 0, width, self._top())
            painter.fillRect(QRectF(left, 0, 1, self._top()), theme.colour("border"))
            if target is not None and target.day == day and target.minute is None:
                strip = cell.adjusted(2, head + 1, -1, -1)
                accent = theme.colour("accent")
                box(painter, strip, 4, theme.colour("accent-soft"), accent, dashed=True)
            if day == self._day:
                inside = QRectF(left + 2, 2, width - 3, head - 4)
                if shows_ring(self) and self.chosen is None:
                    ring(painter, theme, inside, 4)
                else:
                    box(painter, inside, 4, border=theme.colour("accent-border"))
            off = day.weekday() == SUNDAY or day in holidays
            name = WEEKDAYS[formats.korean][day.weekday()]
            line = theme.line("body")
            first = QRectF(left + 10, 6, 200, line)
            colour = theme.colour("danger" if off else "text-2")
            used = draw_text(painter, first, name, theme.font("body"), colour, LEFT)
            number = QRectF(left + 10 + used + 4, 5, number_width(theme), line + 2)
            if day == today:
                box(painter, number, 6, theme.colour("accent"))
                colour = theme.colour("on-accent")
            font = theme.font("strong", digits=True)
            draw_text(painter, number, str(day.day), font, colour, CENTRE)
            below = QRectF(left + 10, number.bottom(), width - 14, theme.line("caption"))
            told = holidays.get(day, "")
            draw_text(painter, below, told, theme.font("caption"), theme.colour("danger"))
        for y in (head, self._top() - 1):
            painter.fillRect(QRectF(0, y, right, 1), theme.colour("border"))

    def _paint_now(self, painter: QPainter, now: datetime) -> None:
        if now.date() in self.days:
            left = GUTTER + self.days.index(now.date()) * self._width()
            y = round(self.y_of(now.hour * 60 + now.minute))
            danger = self._kit.theme.colour("danger")
            painter.fillRect(QRectF(left, y - 1, self._width(), 2), danger)

    def _paint_target(self, painter: QPainter) -> None:
        target, entry = self._target, self.dragged
        if target is None or entry is None or target.minute is None:
            return
        if target.day not in self.days:
            return  # it would begin in another week
        begin, length = target.minute, entry.duration_min or SHORT
        if self._lengthens:
            begin = 0 if self._days_in else minute_of(entry) or 0
            length = max(STEP, target.minute - begin)
        left = GUTTER + self.days.index(target.day) * self._width()
        rect = QRectF(left + PAD, self.y_of(begin), self._width() - 2 * PAD,
                      length * self._hour() / 60)  # fmt: skip
        theme = self._kit.theme
        box(painter, rect, 4, theme.colour("accent-soft"), theme.colour("accent"), dashed=True)
        hour = self._kit.formats.clock(Slot(target.day, begin).text[11:16])
        room = QRectF(rect.left() + 6, rect.top() + 2, rect.width() - 8, self._line())
        draw_text(painter, room, hour, theme.font("caption", strong=True), theme.colour("text"))


def sunday_of(day: date) -> date:
    """Return the first day of the week a day is in."""
    return day - timedelta(days=(day.weekday() - SUNDAY) % WEEK)
