"""A day, and an hour if one is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.common.ahead_words import long_day
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label
from ui.common.widgets.month_grid import MonthGrid
from ui.tasks.hour_field import HourField

WIDTH = 404  # px: seven days of the month's width


class DateDialog(FormDialog):
    """The arrows choose a day, Enter takes it; an hour only where somebody asks for one."""

    def __init__(
        self,
        kit: Kit,
        title: str,
        due_at: str,
        put: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`put` is given the time as a task keeps it."""
        super().__init__(kit, parent, width=WIDTH)
        self._put = put
        self.month = MonthGrid(kit.theme, kit.formats)
        self.month.setAccessibleName(self.tr("Day"))
        self.shown = Label(kit.theme, "", "strong")
        self.timed = CheckBox(kit.theme, self.tr("At"))
        self.time = HourField(kit)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.timed)
        line.addWidget(self.time)
        line.addStretch(1)
        for part in (self.shown, self.month):
            self.body.addWidget(part)
        self.body.addLayout(line)
        if due_at:
            self.month.choose(date.fromisoformat(due_at[:10]))
            if "T" in due_at:
                self.timed.setChecked(True)
                self.time.setTime(QTime.fromString(due_at[11:16], "HH:mm"))
        self.timed.toggled.connect(self.time.setEnabled)
        self.time.setEnabled(self.timed.isChecked())
        self.month.chosen.connect(self._show_day)
        self.month.opened.connect(self.accept)
        self.set_words(title, self.tr("Move"))
        self._show_day(self.month.day)
        self.month.setFocus()

    @property
    def due_at(self) -> str:
        """The time as a task keeps it."""
        day = self.month.day.isoformat()
        return f"{day}T{self.time.time().toString('HH:mm')}" if self.timed.isChecked() else day

    def job(self) -> Callable[[], object]:
        """Return what moves the task."""
        due_at = self.due_at
        return lambda: self._put(due_at)

    def _show_day(self, day: date) -> None:
        self.shown.set_text(long_day(day, self.kit.formats))
