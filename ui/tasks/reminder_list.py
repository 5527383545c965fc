"""The reminders of a task: one line for each, and what adds another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.repeat_words import reminder_words
from app.shapes.tasks import ReminderForm
from app.task_forms import reminder_again
from ui.common.ahead_words import when_words
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.tasks.date_dialog import DateDialog

HOURLY = (0, 10, 30, 60, 1440)  # minutes before what has an hour
DAILY = (-540, 240, 900)  # of a whole day: nine that day, eight or nine the day before
MORNING = -540


class ReminderList(QWidget):
    """Del or the x takes a reminder away; what is offered goes with the hour of the task."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._timed = True
        self.forms: list[ReminderForm] = []
        self.remove_buttons: list[RemoveButton] = []
        self.menu: Menu | None = None
        self.dialog: DateDialog | None = None
        self.add_button = Button(kit.theme, self.tr("Add a reminder"), "link")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._lines)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add_button)
        self.add_button.clicked.connect(self._ask)

    def show_reminders(self, forms: Sequence[ReminderForm], *, timed: bool) -> None:
        """Show when one is reminded of a task that has an hour, or has none."""
        self.forms, self._timed = list(dict.fromkeys(forms)), timed
        self._show()

    def follow(self, *, timed: bool) -> None:
        """Let the reminders mean the like once the task has an hour, or has none any more."""
        if timed == self._timed:
            return
        forms = [
            form if form.before_min is None
            else ReminderForm(reminder_again(form.before_min, MORNING, dated=not timed))
            for form in self.forms
        ]  # fmt: skip
        self.show_reminders(forms, timed=timed)

    def add(self, form: ReminderForm) -> None:
        """Remind of the task then, too."""
        if form not in self.forms:
            self.forms.append(form)
            self._show()

    def words(self, form: ReminderForm) -> str:
        """Return when a reminder is, as people say it."""
        if form.before_min is None:
            return when_words(form.at, self._kit.formats)
        return reminder_words(form.before_min, self._kit.language.code, dated=not self._timed)

    def _show(self) -> None:
        clear(self._lines)
        self.remove_buttons = []
        for form in self.forms:
            row = QHBoxLayout()
            row.setSpacing(4)
            words = self.words(form)
            remove = RemoveButton(self._kit.theme, "x", "", size=24)
            remove.set_name(self.tr("Remove: {reminder}").format(reminder=words))
            remove.clicked.connect(partial(self._remove, form))
            row.addWidget(Label(self._kit.theme, words))
            row.addWidget(remove)
            row.addStretch(1)
            holder = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            self._lines.addWidget(holder)
            self.remove_buttons.append(remove)

    def _remove(self, form: ReminderForm) -> None:
        self.forms.remove(form)
        self._show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.menu = menu = Menu(self._kit.theme, "", self)
        for minutes in HOURLY if self._timed else DAILY:
            form = ReminderForm(minutes)
            entry = menu.add(self.words(form), "bell")
            entry.setEnabled(form not in self.forms)
            entry.triggered.connect(partial(self.add, form))
        menu.addSeparator()
        menu.add(self.tr("At another time…"), "calendar").triggered.connect(self._ask_time)
        popup(menu, under(self.add_button))
        menu.setActiveAction(next(act for act in menu.actions() if act.isEnabled()))

    def _ask_time(self) -> None:
        title = self.tr("Remind when?")
        self.dialog = dialog = DateDialog(self._kit, title, "", str, self.window())
        dialog.set_words(title, self.tr("Remind"))
        dialog.timed.setChecked(True)
        dialog.saved.connect(self._on_time)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_time(self, at: str) -> None:
        self.add(ReminderForm(at=at if "T" in at else f"{at}T09:00"))

    def _on_closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it


class RemoveButton(IconButton):
    """Del does as a click does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.click()
            return
        super().keyPressEvent(event)
