"""Choosing the days of all reports, and what they are compared with."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.shapes.reports import COMPARED
from ui.common.focus_back import focus_back
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.day_field import DayField
from ui.common.widgets.menu import Menu, popup, under
from ui.reports.spans import DAYS, LAST_MONTH, MONTH, QUARTER, SPANS, YEAR, span_of


class PeriodButton(Button):
    """Tells the days; its menu has the usual periods, any other, and the comparison."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, "", icon="calendar", parent=parent)
        self._kit = kit
        self._today = kit.formats.today()
        self.name = DAYS
        self.first, self.last = span_of(DAYS, self._today)
        self.compare = COMPARED[1]
        self.dialog: RangeDialog | None = None
        self.clicked.connect(self._ask)

    def follow_day(self, today: date) -> bool:
        """Let a named period end with today; tell whether its days are others now."""
        self._today = today
        before = self.first, self.last
        if self.name:
            self.first, self.last = span_of(self.name, today)
        self.retranslate()
        return before != (self.first, self.last)

    def take(self, name: str) -> None:
        """Choose one of the usual periods."""
        self.name = name
        self.first, self.last = span_of(name, self._today)
        self._tell()

    def take_days(self, first: date, last: date) -> None:
        """Choose any days."""
        self.name, self.first, self.last = "", first, last
        self._tell()

    def take_comparison(self, compare: str) -> None:
        """Compare with the days before, with last year, or with nothing."""
        self.compare = compare
        self._tell()

    def retranslate(self) -> None:
        """Tell the days in the language in use."""
        self.set_text(self.words())
        self.setAccessibleName(self.tr("Period: {days}").format(days=self.words()))
        self.updateGeometry()

    def words(self) -> str:
        """Return the days: 'Apr 13 – May 12, 2026', '2026년 4월 13일 – 5월 12일'."""
        formats = self._kit.formats
        first, last = self.first.isoformat(), self.last.isoformat()
        whole, end = formats.whole_day(first), formats.whole_day(last)
        if self.first.year != self.last.year:
            return f"{whole} – {end}"
        year = str(self.first.year)
        if formats.korean:
            return f"{whole} – {end.removeprefix(f'{year}년 ')}"
        return f"{whole.removesuffix(f', {year}')} – {end}"

    def names(self) -> dict[str, str]:
        """Return what the usual periods are called."""
        return {
            MONTH: self.tr("This month"), LAST_MONTH: self.tr("Last month"),
            DAYS: self.tr("Last 30 days"), QUARTER: self.tr("This quarter"),
            YEAR: self.tr("This year"),
        }  # fmt: skip

    def menu_of(self) -> Menu:
        """Return the menu."""
        menu = Menu(self._kit.theme, parent=self)
        names = self.names()
        for name in SPANS:
            action = menu.add(names[name])
            action.setCheckable(True)
            action.setChecked(name == self.name)
            action.triggered.connect(lambda _on, chosen=name: self.take(chosen))
        any_days = menu.add(self.tr("Other days…"))
        any_days.setCheckable(True)
        any_days.setChecked(not self.name)
        any_days.triggered.connect(self.ask_days)
        menu.addSeparator()
        told = {
            COMPARED[1]: self.tr("Compare with the days before"),
            COMPARED[2]: self.tr("Compare with last year"),
            COMPARED[0]: self.tr("Compare with nothing"),
        }
        for compare, words in told.items():
            action = menu.add(words)
            action.setCheckable(True)
            action.setChecked(compare == self.compare)
            action.triggered.connect(lambda _on, chosen=compare: self.take_comparison(chosen))
        return menu

    def ask_days(self) -> None:
        """Ask for any first and last day."""
        self.dialog = dialog = RangeDialog(self._kit, self.first, self.last, self.window())
        dialog.taken.connect(self.take_days)
        dialog.finished.connect(self._on_closed)
        focus_back(dialog, self)
        dialog.open()

    def _ask(self) -> None:
        popup(self.menu_of(), under(self))

    def _tell(self) -> None:
        self.retranslate()
        self.changed.emit()

    def _on_closed(self) -> None:
        self.dialog = None


class RangeDialog(FormDialog):
    """Two days; nothing is written."""

    taken = Signal(object, object)  # date, date

    def __init__(self, kit: Kit, first: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent, width=400)
        self.first_field = DayField(kit, self.tr("Choose the first day"))
        self.last_field = DayField(kit, self.tr("Choose the last day"))
        self.add(self.tr("From"), self.first_field)
        self.add(self.tr("To"), self.last_field)
        self.first_field.show_day(first.isoformat())
        self.last_field.show_day(last.isoformat())
        self.set_words(self.tr("Which days?"), self.tr("Show"))

    def accept(self) -> None:
        """Take the days, if they are some."""
        first, last = self.first_field.text(), self.last_field.text()
        if not first:
            self.refuse(self.tr("Type a day as 2026-05-16."), self.first_field)
        elif not last:
            self.refuse(self.tr("Type a day as 2026-05-16."), self.last_field)
        elif last < first:
            self.refuse(self.tr("The last day is before the first."), self.last_field)
        else:
            self.taken.emit(date.fromisoformat(first), date.fromisoformat(last))
            self.done(1)
