"""The strip above the list of sales: what they come to, and day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.sales import PeriodTotal, SaleTotals
from ui.common.kit import Kit
from ui.common.widgets.label import Label
from ui.sales.day_bars import DayBars

HEIGHT = 72
BARS = 120  # px the bars need at least
MOST_DAYS = 62  # a longer span is shown month by month


class Figure(QWidget):
    """A number with its name above it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clear", "true")
        self._name = Label(kit.theme, "", "caption", "muted")
        self.value = Label(kit.theme, "", "heading", digits=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self.value)

    def show_figure(self, name: str, value: str, colour: str = "text") -> None:
        """Show another number."""
        self._name.set_text(name)
        self.value.set_text(value)
        self.value.set_colour(colour)
        self.setAccessibleName(f"{name}: {value}")


class Summary(QFrame):
    """Total, number of sales, average and what is owed; a bar per day at the right."""

    day_chosen = Signal(str, str)  # first and last day

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Toolbar")
        self._kit = kit
        self._shown: tuple[SaleTotals, str] | None = None
        self.total, self.count, self.average, self.owed = (Figure(kit) for _ in range(4))
        self.bars = DayBars(kit)
        self._room = 0
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(24)
        for figure in (self.total, self.count, self.average, self.owed):
            row.addWidget(figure)
        row.addWidget(self.bars, 1)
        self.setMinimumHeight(kit.theme.height(HEIGHT, space=HEIGHT - 40))
        self.bars.chosen.connect(self._on_chosen)

    def show_totals(
        self, totals: SaleTotals, periods: Sequence[PeriodTotal], currency: str
    ) -> None:
        """Show what the sales come to."""
        self._shown = totals, currency
        self.bars.show_totals(periods, currency)
        self.retranslate()

    def fit(self, width: int) -> None:
        """Leave out what that much room has no place for, rather than to cut a number."""
        self._room = width
        sides = self._row.contentsMargins()
        gap = self._row.spacing()
        needed = sides.left() + sides.right() - gap
        needed += sum(gap + each.sizeHint().width() for each in (self.total, self.count, self.owed))
        average = gap + self.average.sizeHint().width()
        self.average.setVisible(width >= needed + average)
        self.bars.setVisible(width >= needed + average + gap + BARS)

    def retranslate(self) -> None:
        """Set every word again."""
        self.bars.retranslate()
        if self._shown is None:
            return
        totals, currency = self._shown
        money, number = self._kit.formats.money, self._kit.formats.number
        others = [money(amount, code) for code, amount in totals.others]
        self.total.show_figure(
            self.tr("Total"), " + ".join([money(totals.total, currency), *others])
        )
        self.count.show_figure(self.tr("Sales"), number(totals.count))
        average = round(totals.total / totals.count) if totals.count else 0
        self.average.show_figure(self.tr("Average"), money(average, currency))
        colour = "warning" if totals.owed > 0 else "text"
        self.owed.show_figure(self.tr("Owed"), money(totals.owed, currency), colour)
        self.fit(self._room)

    def _on_chosen(self, period: str) -> None:
        if len(period) == len("2026-05"):
            first = date.fromisoformat(f"{period}-01")
            after = (first + timedelta(days=31)).replace(day=1)
            self.day_chosen.emit(first.isoformat(), (after - timedelta(days=1)).isoformat())
        else:
            self.day_chosen.emit(period, period)


def filled(totals: Sequence[PeriodTotal], first: str, last: str) -> list[PeriodTotal]:
    """Return a total for each day of a span, nothing where nothing was sold."""
    known = {total.period: total for total in totals}
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    days = []
    while day <= end:
        text = day.isoformat()
        days.append(known.get(text, PeriodTotal(text, 0, 0)))
        day += timedelta(days=1)
    return days
