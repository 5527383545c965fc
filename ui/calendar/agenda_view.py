"""Days one below the other, each with what it holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.calendar.days_view import FIRST, LAST, WEEK
from ui.calendar.place import Chosen, Placed, Slot, is_late
from ui.calendar.view import CalendarView
from ui.common.ahead_words import long_day, span_words
from ui.common.entry_looks import entry_words, hour_of, icon_of, is_closed, mark_of, solid_of
from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import CENTRE, draw_text

SHOWN = 4 * WEEK  # days
HEAD = 36
ROW = 40
SIDE = 24
HOUR = 84  # px of the time
WIDEST = 960


class AgendaView(CalendarView):
    """Up and down go from entry to entry and from day to day; days without any are left out."""

    def __init__(
        self, kit: Kit, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, now, parent)
        self._first = self.day
        self._heads: list[tuple[date, QRectF]] = []

    @property
    def days(self) -> list[date]:
        return [self._first + timedelta(days=place) for place in range(SHOWN)]

    def turn(self, steps: int) -> None:
        day = self._first + timedelta(days=SHOWN * steps)
        if not FIRST <= day <= LAST:
            return
        self.chosen, self._day = None, day
        self._turn_to(self._day)
        self._tell()

    def heading(self) -> str:
        formats = self._kit.formats
        words = span_words(self.days[0], self.days[-1], formats)
        year = self.days[-1].year
        return f"{year}년 {words}" if formats.korean else f"{words}, {year}"

    def choose_day(self, day: date) -> None:
        if day != self._first:
            self._turn_to(day)
        super().choose_day(day)

    def slot_at(self, at: QPointF) -> Slot | None:
        found = None
        for day, rect in self.heads:
            if rect.top() <= at.y():
                found = Slot(day)
        return found

    @property
    def heads(self) -> list[tuple[date, QRectF]]:
        """The days' own lines."""
        return self._heads if self.placed is not None else []

    def _turn_to(self, day: date) -> None:
        self._first = day
        self.verticalScrollBar().setValue(0)
        self.refresh()
        self.turned.emit()

    def _arrow(self, across: int, down: int) -> None:
        steps = across or down
        if self._walk(steps):
            return
        days = self._listed()
        place = days.index(self._day) + steps if self._day in days else 0
        if not 0 <= place < len(days):
            return
        self._go(days[place])
        if steps < 0 and (entries := self.entries_of(self._day)):
            self.choose_entry(entries[-1])

    def _listed(self) -> list[date]:
        """Return the days with something in them, and the one somebody is at."""
        held = {entry.on for entry in self.agenda.entries}
        held |= {holiday.on for holiday in self.agenda.holidays}
        return [day for day in self.days if day in held or day in (self._day, self._first)]

    def _row(self) -> int:
        return self._kit.theme.height(ROW, "body", 20)

    def _head(self) -> int:
        return self._kit.theme.height(HEAD, "strong", 16)

    def _width(self) -> float:
        return min(WIDEST, self.viewport().width() - 2 * SIDE)

    def _fit_scroll(self) -> None:
        lines = len(self.agenda.entries) * self._row()
        whole = lines + len(self._listed()) * (self._head() + 8) + 16
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, whole - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._row())

    def _lay_out(self) -> None:
        self._heads = []
        by_day: dict[date, list[Placed]] = {}
        for entry in self.agenda.entries:
            by_day.setdefault(entry.on, []).append(Placed(entry, QRectF()))
        top = 8.0 - self.verticalScrollBar().value()
        for day in self._listed():
            self._heads.append((day, QRectF(SIDE, top, self._width(), self._head())))
            top += self._head()
            for one in by_day.get(day, ()):
                rect = QRectF(SIDE, top, self._width(), self._row())
                self._placed.append(Placed(one.entry, rect))
                top += self._row()
            top += 8

    def _show_chosen(self) -> None:
        rects = [rect for day, rect in self.heads if day == self._day]
        if self.chosen is not None:
            rects = [one.rect for one in self.placed if self.chosen.fits(one.entry)]
        bar, room = self.verticalScrollBar(), self.viewport().height()
        for rect in rects[:1]:
            if rect.top() < 8:
                bar.setValue(round(bar.value() + rect.top() - 8))
            elif rect.bottom() > room:
                bar.setValue(round(bar.value() + rect.bottom() - room + 8))

    def _paint(self, painter: QPainter) -> None:
        theme, today = self._kit.theme, self._now().date()
        room = QRectF(self.viewport().rect())
        holidays = {one.on: one.name for one in self.agenda.holidays}
        for day, rect in self.heads:
            if rect.intersects(room):
                self._paint_head(painter, rect, day, today, holidays.get(day, ""))
        for one in self.placed:
            if one.rect.intersects(room):
                self._paint_row(painter, one, today)
        if self.is_empty():
            words = self.tr("Nothing on these days")
            middle = QRectF(room.left(), room.top(), room.width(), room.height())
            draw_text(painter, middle, words, theme.font("body"), theme.colour("muted"), CENTRE)

    def is_empty(self) -> bool:
        """Tell whether no day shown holds anything."""
        return not self.agenda.entries and not self.agenda.holidays

    def _paint_head(
        self, painter: QPainter, rect: QRectF, day: date, today: date, holiday: str
    ) -> None:
        theme = self._kit.theme
        if day == self._day and self.chosen is None and shows_ring(self):
            ring(painter, theme, rect.adjusted(-8, 2, 8, -2), 6)
        colour = "accent-text" if day == today else "text"
        words = long_day(day, self._kit.formats)
        left = rect.left() + draw_text(
            painter, rect, words, theme.font("strong"), theme.colour(colour)
        )
        if holiday:
            room = QRectF(left + 12, rect.top(), rect.right() - left - 12, rect.height())
            draw_text(painter, room, holiday, theme.font("caption"), theme.colour("danger"))

    def _paint_row(self, painter: QPainter, one: Placed, today: date) -> None:
        theme, entry, rect = self._kit.theme, one.entry, one.rect
        late = is_late(entry, today)
        mark = "danger" if late else mark_of(entry)
        if self.chosen is not None and self.chosen.fits(entry):
            ground = rect.adjusted(-8, 0, 8, 0)
            border = theme.colour("focus" if shows_ring(self) else "accent-border")
            box(painter, ground, 6, theme.colour("accent-soft"), border)
        if self.dragged is not None and Chosen.of(self.dragged).fits(entry):
            box(painter, rect, 6, border=theme.colour("border-strong"), dashed=True)
        hour = hour_of(entry, self._kit) or self.tr("All day")
        room = QRectF(rect.left(), rect.top(), HOUR, rect.height())
        font = theme.font("caption", digits=True)
        draw_text(painter, room, hour, font, theme.colour("muted"))
        left = rect.left() + HOUR
        bar = QRectF(left, rect.top() + 8, 3, rect.height() - 16)
        box(painter, bar, 1.5, theme.colour(solid_of(mark)))
        icon = QPointF(left + 14, rect.center().y() - 8)
        theme.paint_icon(painter, icon, icon_of(entry), 16, mark)
        title, below = entry_words(entry, self._kit)
        colour = "muted" if is_closed(entry) else "danger" if late else "text"
        room = QRectF(left + 40, rect.top(), rect.right() - left - 44, rect.height())
        used = draw_text(painter, room, title, theme.font("body"), theme.colour(colour))
        room.setLeft(room.left() + used + 12)
        if room.width() > 24:
            draw_text(painter, room, below, theme.font("caption"), theme.colour("muted"))
