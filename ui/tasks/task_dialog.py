"""A task whole: everything that can be said of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from app.shapes.tasks import (
    HIGH,
    LOW,
    ME,
    NORMAL,
    URGENT,
    ReminderForm,
    TaskDetail,
    TaskForm,
)
from app.words import kind_words
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.task_icons import ICONS
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.contact_field import ContactField
from ui.common.widgets.day_field import DayField
from ui.common.widgets.label import Label
from ui.tasks.checklist import Checklist
from ui.tasks.desk import TaskDesk
from ui.tasks.hour_field import HourField
from ui.tasks.reminder_list import ReminderList
from ui.tasks.repeat_field import RepeatField

WIDTH = 560
NOTE = 64  # px
LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240)


class TaskDialog(FormDialog):
    """Ctrl+Enter saves; a length makes it an appointment."""

    def __init__(
        self,
        kit: Kit,
        desk: TaskDesk,
        shown: TaskDetail | TaskForm | None,
        due_at: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`shown` is a task there is, or what is known of a new one."""
        super().__init__(kit, parent, width=WIDTH)
        self._desk = desk
        self._detail = shown if isinstance(shown, TaskDetail) else None
        form = form_of(shown) if isinstance(shown, TaskDetail) else shown
        self._was = form or TaskForm(title="", due_at=due_at)
        self._make_fields()
        self._place()
        new = self._detail is None
        title = self.tr("New task") if new else self.tr("Task")
        self.set_words(title, self.tr("Add") if new else self.tr("Save"))
        self._show(self._was)
        self._fit()
        self.title_line.setFocus()

    @property
    def due_at(self) -> str:
        """When it is due, as a task keeps it."""
        day = self.day.text()
        return f"{day}T{self.time.time().toString('HH:mm')}" if day and self.is_timed else day

    @property
    def is_timed(self) -> bool:
        """Whether it has an hour."""
        return self.timed.isChecked() and self.timed.isEnabled()

    def form_now(self) -> TaskForm:
        """Return the task as the fields say it."""
        return TaskForm(
            title=self.title_line.text().strip(),
            kind=self.kind.currentData(),
            due_at=self.due_at,
            start_on=self.start.text(),
            contact_id=self.contact.contact_id,
            sale_id=self._was.sale_id,
            deal_id=self._was.deal_id,
            priority=self.priority.currentData(),
            assignee_id=self.assignee.currentData(),
            note=self.note.toPlainText().strip(),
            items=tuple(self.checklist.labels()) if self._detail is None else (),
            reminders=tuple(self.reminders.forms) if self.day.text() else (),
            repeat=self.repeat.rule(),
            duration_min=self.length.currentData(),
            place=self.place_line.text().strip(),
        )

    def job(self) -> Callable[[], object] | None:
        """Return what saves the task; None where something is missing."""
        for field, words in (
            (self.title_line, "" if self.title_line.text().strip() else self.tr("Give it a title")),
            (self.day, "" if self.day.is_valid() else self.tr("Type the day as 2026-05-16")),
            (self.start, "" if self.start.is_valid() else self.tr("Type the day as 2026-05-16")),
            (self.contact, "" if self.contact.is_settled() else self.tr("Choose who is meant")),
            (self.repeat, "" if self.repeat.is_understood() else
             self.tr("How often is not understood: every 2 weeks, 3rd Friday of the month")),
        ):  # fmt: skip
            if words:
                self.refuse(words, field)
                return None
        form, tasks = self.form_now(), self._desk.tasks
        if self._detail is None:
            return lambda: tasks.add(form)
        task_id, items = self._detail.row.id, self.checklist.forms()

        def save() -> int:
            tasks.edit(task_id, form, items=items, reminders=form.reminders)
            return task_id

        return save

    def _make_fields(self) -> None:
        kit, code = self.kit, self.kit.language.code
        theme = kit.theme
        self.title_line = QLineEdit()
        self.kind = QComboBox()
        for kind in ICONS:
            self.kind.addItem(theme.icon(ICONS[kind]), kind_words("task", kind, code), kind)
        self.contact = ContactField(kit, self._desk.contacts)
        self.day = DayField(kit, self.tr("Choose a day"))
        self.timed = CheckBox(theme, self.tr("At"))
        self.time = HourField(kit)
        self.start = DayField(kit, self.tr("Choose a day"))
        self.priority = QComboBox()
        for priority in (LOW, NORMAL, HIGH, URGENT):
            self.priority.addItem(kind_words("priority", str(priority), code), priority)
        self.assignee = QComboBox()
        self.assignee.addItem(self.tr("Me"), ME)
        self.assignee.addItem(self.tr("Nobody"), None)
        for one in self._desk.staff.all():
            self.assignee.addItem(one.name, one.id)
        self.length = QComboBox()
        self.length.addItem(self.tr("No length"), None)
        for minutes in LENGTHS:
            self.length.addItem(self._minutes(minutes), minutes)
        self.place_line = QLineEdit()
        self.reminders = ReminderList(kit)
        self.repeat = RepeatField(kit, self._desk)
        self.checklist = Checklist(kit)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.height(NOTE))

    def _place(self) -> None:
        self.add(self.tr("Title"), self.title_line)
        self.add(self.tr("Kind"), self.kind)
        self.add(self.tr("Contact"), self.contact)
        if self._detail is not None and self._detail.row.deal:
            self.add(self.tr("Deal"), Label(self.kit.theme, self._detail.row.deal, wrap=True))
        due = QWidget()
        line = QHBoxLayout(due)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.day, self.timed, self.time):
            line.addWidget(part)
        line.addStretch(1)
        due.setFocusProxy(self.day)
        self.add(self.tr("Due"), due)
        self.day.setAccessibleName(self.tr("Due"))
        for words, field in (
            (self.tr("Length"), self.length),
            (self.tr("Place"), self.place_line),
            (self.tr("Start"), self.start),
            (self.tr("Priority"), self.priority),
            (self.tr("Owner"), self.assignee),
            (self.tr("Reminders"), self.reminders),
            (self.tr("Repeat"), self.repeat),
            (self.tr("Checklist"), self.checklist),
            (self.tr("Note"), self.note),
        ):
            self.add(words, field)
        self.day.changed.connect(self._fit)
        self.timed.toggled.connect(self._fit)
        self.length.currentIndexChanged.connect(self._fit)

    def _show(self, form: TaskForm) -> None:
        self.title_line.setText(form.title)
        self.kind.setCurrentIndex(self.kind.findData(form.kind))
        if form.contact_id is not None:
            name = self._detail.row.contact if self._detail else ""
            self.contact.show_contact(form.contact_id, name)
        if form.due_at:
            self.day.show_day(form.due_at[:10])
            self.timed.setChecked("T" in form.due_at)
            if "T" in form.due_at:
                self.time.setTime(QTime.fromString(form.due_at[11:16], "HH:mm"))
        self.start.show_day(form.start_on[:10])
        self.priority.setCurrentIndex(self.priority.findData(form.priority))
        if self.assignee.findData(form.assignee_id) < 0 and self._detail is not None:
            self.assignee.addItem(self._detail.row.assignee, form.assignee_id)
        self.assignee.setCurrentIndex(self.assignee.findData(form.assignee_id))
        if self.length.findData(form.duration_min) < 0 and form.duration_min is not None:
            self.length.addItem(self._minutes(form.duration_min), form.duration_min)
        self.length.setCurrentIndex(self.length.findData(form.duration_min))
        self.place_line.setText(form.place)
        self.reminders.show_reminders(form.reminders, timed="T" in form.due_at)
        self.repeat.show_rule(form.repeat, form.due_at)
        self.checklist.show_items(self._detail.items if self._detail else (), form.items)
        self.note.setPlainText(form.note)

    def _fit(self) -> None:
        """Offer what goes with what is chosen."""
        dated, long = bool(self.day.text()), self.length.currentData() is not None
        self.timed.setEnabled(dated)
        self.time.setEnabled(self.is_timed)
        self.place_line.setEnabled(long)
        self.reminders.setEnabled(dated)
        self.repeat.setEnabled(dated)
        if dated:
            self.reminders.follow(timed=self.is_timed)
        if self.day.is_valid() and dated:
            self.repeat.follow(date.fromisoformat(self.day.text()))

    def _minutes(self, minutes: int) -> str:
        return self.tr("{n} min").format(n=self.kit.formats.number(minutes))


def form_of(detail: TaskDetail) -> TaskForm:
    """Return a task as its fields show it."""
    row = detail.row
    return TaskForm(
        title=row.title,
        kind=row.kind,
        due_at=row.due_at,
        start_on=row.start_on,
        contact_id=row.contact_id,
        sale_id=row.sale_id,
        deal_id=row.deal_id,
        priority=row.priority,
        assignee_id=row.assignee_id,
        note=detail.note,
        reminders=tuple(ReminderForm(each.before_min, each.at) for each in detail.reminders),
        repeat=row.repeat,
        duration_min=row.duration_min,
        place=row.place,
    )
