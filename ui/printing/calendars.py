"""A month or a week on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.shapes.agenda import Agenda, AgendaEntry
from ui.common.ahead_words import WEEKDAYS, long_day, span_words
from ui.common.entry_looks import entry_words, hour_of, is_closed
from ui.common.formats import Formats
from ui.common.kit import Kit
from ui.common.text import RIGHT
from ui.printing.documents import FOOT, Document, Setting
from ui.printing.flow import Block, gap
from ui.printing.flowing import FlowingDocument
from ui.printing.paper import POINT
from ui.printing.view_dialog import ViewDialog

translate = QCoreApplication.translate

TITLE = 34 * POINT
NAMES = 16 * POINT  # height of the weekdays
NUMBER = 14 * POINT
LINE = 11 * POINT
PAD = 3 * POINT
ROW = 16 * POINT
HOUR = 62 * POINT
SPACE = 8 * POINT
WEEK = 7
SUNDAY = 6


class MonthDocument:
    """A month on one page; what a day has no room for is counted."""

    def __init__(
        self, agenda: Agenda, days: list[date], month: date, kit: Kit, setting: Setting, shop: str
    ) -> None:
        self.paper = setting.paper
        self.page_count = 1
        self._days = days
        self._month = month
        self._kit = kit
        self._setting = setting
        self._shop = shop
        self._title = setting.formats.month(month.isoformat())
        self._holidays = {one.on: one.name for one in agenda.holidays}
        self._lines: dict[date, list[str]] = {day: [] for day in days}
        for entry in agenda.entries:
            if entry.on in self._lines:
                self._lines[entry.on].append(line_of(entry, kit))
        self._hidden = hidden_birthdays(agenda)
        self._korean = setting.formats.korean

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint the page."""
        ink, body = self._setting.ink, self._setting.body
        head = QRectF(body.left(), body.top(), body.width(), TITLE)
        ink.line(painter, head, self._title, 18, strong=True)
        width = body.width() / WEEK
        top = body.top() + TITLE
        for column in range(WEEK):
            name = WEEKDAYS[self._korean][(column + SUNDAY) % WEEK]
            rect = QRectF(body.left() + column * width + PAD, top, width - PAD, NAMES)
            ink.line(painter, rect, name, 9, strong=True, colour=ink.soft)
        top += NAMES
        height = (body.bottom() - FOOT - top) / (len(self._days) // WEEK)
        for place, day in enumerate(self._days):
            week, column = divmod(place, WEEK)
            left = body.left() + column * width
            self._paint_day(painter, QRectF(left, top + week * height, width, height), day)
        self._setting.paint_foot(painter, self._shop, page, 1)

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        ink = self._setting.ink
        if day.month != self._month.month:
            painter.fillRect(cell, ink.fill)
        painter.setPen(QPen(ink.rule, POINT * 0.6))
        painter.drawRect(cell)
        number = QRectF(cell.left() + PAD, cell.top() + PAD, cell.width() - 2 * PAD, NUMBER)
        used = ink.line(painter, number, str(day.day), 10, strong=True)
        if name := self._holidays.get(day):
            number.setLeft(number.left() + used + 2 * PAD)
            ink.line(painter, number, name, 7, colour=ink.soft)
        lines, top = self._lines[day], number.bottom()
        room = max(1, int((cell.bottom() - PAD - top) // LINE))
        rest = self._hidden.get(day, 0)
        shown = len(lines) if len(lines) + bool(rest) <= room else room - 1
        for words in lines[:shown]:
            rect = QRectF(number.left(), top, 0, LINE)
            rect.setLeft(cell.left() + PAD)
            rect.setRight(cell.right() - PAD)
            ink.line(painter, rect, words, 7)
            top += LINE
        if count := len(lines) - shown + rest:
            rect = QRectF(cell.left() + PAD, top, cell.width() - 2 * PAD, LINE)
            words = translate("MonthDocument", "{n} more").format(n=count)
            ink.line(painter, rect, words, 7, colour=ink.soft)


class WeekDocument(FlowingDocument):
    """A week day by day, with all it holds."""

    def __init__(
        self, agenda: Agenda, days: list[date], kit: Kit, setting: Setting, shop: str
    ) -> None:
        self._kit = kit
        self._agenda = agenda
        self._days = days
        self._hidden = hidden_birthdays(agenda)
        super().__init__(shop, setting)

    def _blocks(self) -> Iterator[Block]:
        formats = self._setting.formats
        title = week_title(self._days[0], self._days[-1], formats)
        yield Block(TITLE, partial(self._paint_line, words=title, size=18, strong=True))
        holidays = {one.on: one.name for one in self._agenda.holidays}
        for day in self._days:
            words = " · ".join(filter(None, (long_day(day, formats), holidays.get(day, ""))))
            yield gap(SPACE)
            yield Block(ROW, partial(self._paint_line, words=words, size=10, strong=True)).kept()
            yield Block(POINT, self._paint_rule, keeps=True)
            for entry in (entry for entry in self._agenda.entries if entry.on == day):
                yield Block(ROW, partial(self._paint_entry, entry=entry))
            if rest := self._hidden.get(day, 0):
                more = translate("WeekDocument", "{n} more birthdays").format(n=rest)
                yield Block(ROW, partial(self._paint_line, words=more, size=9))
            yield gap(SPACE / 2)

    def _paint_line(
        self, painter: QPainter, at: QPointF, *, words: str, size: float, strong: bool = False
    ) -> None:
        height = TITLE if size > 12 else ROW
        rect = QRectF(at.x(), at.y(), self._setting.body.width(), height)
        self._setting.ink.line(painter, rect, words, size, strong=strong)

    def _paint_rule(self, painter: QPainter, at: QPointF) -> None:
        rect = QRectF(at.x(), at.y(), self._setting.body.width(), POINT)
        painter.fillRect(rect, self._setting.ink.rule)

    def _paint_entry(self, painter: QPainter, at: QPointF, *, entry: AgendaEntry) -> None:
        ink, width = self._setting.ink, self._setting.body.width()
        hour = hour_of(entry, self._kit)
        rect = QRectF(at.x(), at.y(), HOUR - 6 * POINT, ROW)
        ink.line(painter, rect, hour, 9, colour=ink.soft, align=RIGHT)
        title, below = entry_words(entry, self._kit)
        mark = "✓ " if is_closed(entry) else ""
        rect = QRectF(at.x() + HOUR, at.y(), width - HOUR, ROW)
        used = ink.line(painter, rect, mark + title, 10)
        rect.setLeft(rect.left() + used + 8 * POINT)
        if rect.width() > 20 * POINT:
            ink.line(painter, rect, below, 9, colour=ink.soft)


def week_title(first: date, last: date, formats: Formats) -> str:
    """Return a week with its year."""
    words = span_words(first, last, formats)
    return f"{last.year}년 {words}" if formats.korean else f"{words}, {last.year}"


def line_of(entry: AgendaEntry, kit: Kit) -> str:
    """Return an entry as a line of a month."""
    hour = hour_of(entry, kit)
    mark = "✓" if is_closed(entry) else ""
    return " ".join(part for part in (mark, hour, entry_words(entry, kit)[0]) if part)


def hidden_birthdays(agenda: Agenda) -> dict[date, int]:
    """Return how many birthdays of each day are not among the entries."""
    rest = dict(agenda.birthdays)
    for entry in agenda.entries:
        if entry.what == "birthday":
            rest[entry.on] = rest.get(entry.on, 0) - 1
    return {day: count for day, count in rest.items() if count > 0}


class CalendarPrinting:
    """Shows a month or a week as it will be on paper."""

    def __init__(self, kit: Kit, shop: Callable[[], str], window: QWidget) -> None:
        """`shop` returns the shop's name."""
        self._kit = kit
        self._shop = shop
        self._window = window

    def ask(self, agenda: Agenda, first: date, last: date, month: date | None) -> ViewDialog:
        """Show these days: a month (its first day given), or a week."""
        kit, shop = self._kit, self._shop()
        days = [first + timedelta(days=place) for place in range((last - first).days + 1)]

        def make(setting: Setting) -> Document:
            if month is not None:
                return MonthDocument(agenda, days, month, kit, setting, shop)
            return WeekDocument(agenda, days, kit, setting, shop)

        def title() -> str:
            if month is not None:
                return kit.formats.month(month.isoformat())
            return week_title(first, last, kit.formats)

        dialog = ViewDialog(kit, make, title, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
