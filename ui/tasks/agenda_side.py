"""The month beside the list of tasks, and what the chosen day holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.agenda import Agenda, AgendaEntry
from app.shapes.tasks import TaskForm
from app.words import kind_words
from ui.common.ahead_words import long_day
from ui.common.entry_looks import MARKS, solid_of
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.legend import Legend
from ui.common.widgets.month_grid import MonthGrid
from ui.tasks.day_lines import DraftLine, EntryLine

if TYPE_CHECKING:
    from app.services.agenda import AgendaService

WIDTH = 396
ORDER = {what: place for place, what in enumerate(MARKS)}  # of the dots
ALWAYS = ("task", "deal", "handover", "birthday")  # in the legend, whatever the weeks hold


class AgendaSide(QWidget):
    """Reads the weeks shown in the background; an entry of the day opens by click or Enter."""

    entry_opened = Signal(object)  # AgendaEntry
    day_opened = Signal(object)  # date: something new is wanted on it

    def __init__(self, kit: Kit, agenda: AgendaService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._agenda = agenda
        self._job: Job | None = None
        self._read = Agenda((), (), {})
        self._draft: AgendaEntry | None = None
        self.assignee_ids: tuple[int, ...] = ()
        self.setFixedWidth(WIDTH)
        self.heading = Label(theme, "", "heading")
        self.today_button = Button(theme, "", size="sm")
        self.before_button = IconButton(theme, "chevron-left", "")
        self.after_button = IconButton(theme, "chevron-right", "")
        self.month = MonthGrid(theme, kit.formats)
        self.legend = Legend(theme)
        self.day_label = Label(theme, "", "strong")
        self.count_label = Label(theme, "", "body", "muted", digits=True)
        self.holiday_label = Label(theme, "", "caption", "danger")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def is_read(self) -> bool:
        """Whether nothing is on its way."""
        return self._job is None

    @property
    def entries(self) -> list[AgendaEntry]:
        """What the chosen day holds, with what is being typed for it."""
        entries = [entry for entry in self._read.entries if entry.on == self.month.day]
        draft = self._draft
        if draft is not None and draft.on == self.month.day:
            earlier = [entry for entry in entries if entry.time <= draft.time]
            entries.insert(len(earlier), draft)
        return entries

    def show_draft(self, form: TaskForm | None) -> None:
        """Show a task that is being typed on its day, before it is added; None forgets it."""
        was, self._draft = self._draft, None
        if form is not None and form.due_at:
            on, time = date.fromisoformat(form.due_at[:10]), form.due_at[11:]
            self._draft = AgendaEntry(on=on, what="task", time=time, title=form.title)
        if self._draft == was:
            return
        if self._draft is not None and (was is None or was.on != self._draft.on):
            self.month.choose(self._draft.on)
        self._show_day()

    def reload(self) -> None:
        """Read the weeks shown again."""
        days, agenda, whose = self.month.days, self._agenda, self.assignee_ids

        def task(_ticket: Ticket) -> Agenda:
            return agenda.days(days[0], days[-1], whose)

        if self._job is not None:
            self._job.cancel()
            self._job.succeeded.disconnect(self._on_read)
            self._job.failed.disconnect(self._on_failed)
        self._job = self._kit.runner.read(task)
        self._job.succeeded.connect(self._on_read)  # methods: nothing is told to a page that went
        self._job.failed.connect(self._on_failed)

    def retranslate(self) -> None:
        """Set every word again."""
        self.today_button.set_text(self.tr("Today"))
        self.before_button.set_name(self.tr("Month before"))
        self.after_button.set_name(self.tr("Month after"))
        self.month.setAccessibleName(self.tr("Month"))
        self._show_month()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._kit.theme.colour("canvas"))
        painter.fillRect(0, 0, 1, self.height(), self._kit.theme.colour("border"))
        painter.end()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.heading, 1)
        for button in (self.today_button, self.before_button, self.after_button):
            head.addWidget(button)
        told = QHBoxLayout()
        told.addWidget(self.day_label, 1)
        told.addWidget(self.count_label)
        inside = QWidget()
        inside.setProperty("clear", "true")
        listed = QVBoxLayout(inside)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addLayout(self._lines)
        listed.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.month)
        column.addWidget(self.legend)
        column.addWidget(line)
        column.addLayout(told)
        column.addWidget(self.holiday_label)
        column.addWidget(area, 1)

    def _connect(self) -> None:
        self.today_button.clicked.connect(self._go_to_today)
        self.before_button.clicked.connect(lambda: self.month.turn(-1))
        self.after_button.clicked.connect(lambda: self.month.turn(1))
        self.month.chosen.connect(self._show_day)
        self.month.opened.connect(self.day_opened)
        self.month.turned.connect(self._on_turned)

    def _go_to_today(self) -> None:
        self.month.choose(self._kit.formats.today())
        self._show_day()

    def _on_turned(self) -> None:
        self.heading.set_text(self._kit.formats.month(self.month.month.isoformat()))
        self.reload()

    def _on_read(self, read: Agenda) -> None:
        self._job, self._read = None, read
        self._show_month()

    def _on_failed(self, _error: BaseException) -> None:
        self._job = None

    def _show_month(self) -> None:
        marks: dict[date, list[str]] = {}
        for entry in sorted(self._read.entries, key=lambda each: ORDER[each.what]):
            colours = marks.setdefault(entry.on, [])
            if len(colours) < 3:
                colours.append(solid_of("danger" if self._is_late(entry) else MARKS[entry.what]))
        counts: dict[date, int] = {}
        for entry in self._read.entries:
            counts[entry.on] = counts.get(entry.on, 0) + 1
        words = {day: self._counted(count) for day, count in counts.items()}
        for holiday in self._read.holidays:
            told = words.get(holiday.on, "")
            words[holiday.on] = f"{holiday.name}, {told}" if told else holiday.name
        self.heading.set_text(self._kit.formats.month(self.month.month.isoformat()))
        self.month.set_marks(marks)
        self.month.set_words(words)
        self.month.set_days_off({holiday.on for holiday in self._read.holidays})
        self._show_legend()
        self._show_day()

    def _show_legend(self) -> None:
        """Tell the colours of what these weeks hold, and of what they mostly do."""
        held = {entry.what for entry in self._read.entries}
        told = [what for what in MARKS if what in held or what in ALWAYS]
        words = {MARKS[what]: what for what in reversed(told)}  # one colour is told once
        code = self._kit.language.code
        self.legend.show_words(
            (solid_of(colour), kind_words("what", words[colour], code))
            for colour in reversed(words)
        )

    def _is_late(self, entry: AgendaEntry) -> bool:
        return entry.what == "task" and entry.on < self._kit.formats.today()

    def _counted(self, count: int) -> str:
        return self._kit.formats.count(count, self.tr("1 entry"), self.tr("{n} entries"))

    def _show_day(self) -> None:
        day, entries = self.month.day, self.entries
        self.day_label.set_text(long_day(day, self._kit.formats))
        self.count_label.set_text(self._counted(len(entries)) if entries else "")
        named = [holiday.name for holiday in self._read.holidays if holiday.on == day]
        self.holiday_label.set_text(", ".join(named))
        self.holiday_label.setVisible(bool(named))
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for entry in entries:
            made = DraftLine if entry is self._draft else EntryLine
            line = made(self._kit, entry)
            line.opened.connect(self.entry_opened)
            self._lines.addWidget(line)
