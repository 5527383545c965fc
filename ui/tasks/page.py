"""The tasks page: what is to be done, the line that adds to it, and the month beside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.events import Changes
from app.jobs import Ticket
from app.shapes.agenda import AgendaEntry
from app.shapes.staff import StaffRow
from app.shapes.tasks import SectionCount, TaskFilter
from ui.common.bars import bar
from ui.common.bridge import ChangeBridge
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.common.widgets.skeleton import Skeleton
from ui.tasks.acts import TaskActs
from ui.tasks.agenda_side import AgendaSide
from ui.tasks.desk import TaskDesk
from ui.tasks.filters import TaskFilters
from ui.tasks.list_view import TaskList
from ui.tasks.model import TasksModel
from ui.tasks.quick_add import QuickAdd

TABLES = {"task", "task_item", "task_reminder", "contact", "staff", "setting", "plan_run"}
PATIENCE = 300  # ms of reading until what will be there is hinted at
WIDE = 1100  # px; a narrower page leaves the month out
EVERY = 60_000  # ms; an hour passes, and a day
OPEN = ("overdue", "today", "tomorrow", "this_week")  # of what is counted as open


class Read(NamedTuple):
    """What the page is filled with."""

    counts: list[SectionCount]
    staff: list[StaffRow]
    ever: bool


class TasksPage(Page):
    """Reads in the background when shown or changed; keys and clicks go to `acts`."""

    icon = "circle-check"
    topic = "tasks"
    contact_asked = Signal(object)  # contact id
    sale_asked = Signal(object)  # sale id
    deal_asked = Signal(object)  # deal id
    task_asked = Signal(object)  # task id: all of it is wanted
    calendar_asked = Signal(str)  # 'week' or 'month'
    plans_asked = Signal()

    def __init__(
        self, kit: Kit, desk: TaskDesk, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._desk = desk
        self._job: Job | None = None
        self._stale = True
        self._selects: int | None = None  # the task that is to be selected once it is read
        self.is_read = False
        self.heading = Label(theme, "", "title")
        self.count_label = Label(theme, "", "body", "muted", digits=True)
        self.filters = TaskFilters(kit, desk.contacts)
        self.views = Segmented(theme, self._views(), self.tr("View"))
        self.plans_button = Button(theme, "", icon="route")
        self.new_button = Button(theme, "", "primary", icon="plus")
        self.quick = QuickAdd(kit, desk)
        self.today_button = Button(theme, "", "link", size="xs")
        self.model = TasksModel(kit, desk.lists, self)
        self.list = TaskList(kit, self.model)
        self.side = AgendaSide(kit, desk.agenda)
        self.acts = TaskActs(kit, desk, self)
        self.waiting = Skeleton(theme, self.tr("Reading the tasks"), rows=10)
        self.empty = EmptyState(theme, "circle-check", "", role="neutral", action=" ")
        self.nothing = EmptyState(theme, "search-x", "", role="neutral", action=" ", primary=False)
        self.trouble = EmptyState(theme, "circle-alert", "", role="danger", action=" ")
        self.stack = QStackedWidget()
        for part in (QWidget(), self.waiting, self.list, self.empty, self.nothing, self.trouble):
            self.stack.addWidget(part)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self.stack.setCurrentWidget(self.waiting))
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(self._on_minute)
        self._build()
        self._connect(bridge)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Tasks")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.filters.retranslate()
        self.views.set_texts(self._views())
        self.views.setAccessibleName(self.tr("View"))
        self.plans_button.set_text(self.tr("Task plans"))
        self.new_button.set_text(self.tr("New task"))
        self.today_button.set_text(self.tr("Move all to today"))
        self.list.setAccessibleName(self.title())
        self.empty.show_words(
            self.tr("Nothing to do yet"),
            self.tr("Type what is to be done, as “call Minji tomorrow 3pm”."),
            self.tr("New task"),
        )
        self.nothing.show_words(self.tr("No task fits"), "", self.tr("Show all tasks"))
        self.trouble.show_words(self.tr("The tasks cannot be read"), "", self.tr("Try again"))
        self.side.retranslate()
        self.quick.retranslate()
        self.model.repaint_all()
        self._tell()

    def reload(self) -> None:
        """Read how many tasks there are, and the rows as they are painted."""
        lists, staff, wanted = self._desk.lists, self._desk.staff, self.filters.wanted

        def task(_ticket: Ticket) -> Read:
            counts = lists.sections(wanted)
            ever = any(told.count for told in counts)
            if not ever and wanted != TaskFilter():
                ever = any(told.count for told in lists.sections())
            return Read(counts, staff.all(), ever)

        if self._job is not None:
            self._job.cancel()
        self._job = job = self.kit.runner.read(task, quiet=True)
        job.succeeded.connect(partial(self._on_read, job))
        job.failed.connect(partial(self._on_failed, job))
        if not self.is_read:
            self._patience.start()
        self.side.reload()

    def recount(self) -> None:
        """Tell the navigation how much is open and whether any is late; the page stays as it is."""
        lists = self._desk.lists
        job = self.kit.runner.read(lambda _ticket: lists.sections(), quiet=True)
        job.succeeded.connect(self._on_counted)

    def make_new(self) -> None:
        """Put the cursor into the line that adds a task."""
        self.quick.start()

    def start_search(self) -> None:
        """Put the focus into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_task(self, task_id: int) -> None:
        """Select a task once the list is read."""
        self._selects = task_id
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        if self._stale:
            self._stale = False
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setVisible(self.width() >= WIDE)

    def _build(self) -> None:
        theme = self.kit.theme
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 16, 16, 0)
        self.list.put_beside("overdue", self.today_button)
        top = QVBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.addWidget(self.quick)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(
            bar(theme, "Header", 56, [
                self.heading, self.count_label, None, self.views, self.filters,
                self.plans_button, self.new_button,
            ])
        )  # fmt: skip
        whole.addLayout(row, 1)

    def _connect(self, bridge: ChangeBridge) -> None:
        bridge.changed.connect(self._on_changed)
        self.list.asked.connect(self.acts.act)
        self.acts.ticked.connect(self.list.painted.show_done)
        self.acts.contact_asked.connect(self.contact_asked)
        self.side.entry_opened.connect(self._on_entry_opened)
        self.side.day_opened.connect(self._on_day_opened)
        self.quick.added.connect(self._on_added)
        self.quick.drafted.connect(self.side.show_draft)
        self.acts.next_typed.connect(self.quick.take_after)
        self.list.painted.faded.connect(self.reload)
        self.new_button.clicked.connect(self.make_new)
        self.views.chosen.connect(self._on_view_chosen)
        self.plans_button.clicked.connect(self.plans_asked)
        self.today_button.clicked.connect(self._move_to_today)
        self.filters.changed.connect(self._on_filtered)
        self.empty.acted.connect(self.make_new)
        self.nothing.acted.connect(self.filters.clear)
        self.trouble.acted.connect(self.reload)

    def _on_read(self, job: Job, read: Read) -> None:
        if job is not self._job:
            return
        self._job, self.is_read, self.filters.staff = None, True, read.staff
        self._patience.stop()
        task, line = self.list.task, self.list.currentIndex().row()
        scrolled = self.list.verticalScrollBar().value()
        self.model.show(self.filters.wanted, read.counts)
        shown = any(told.count for told in read.counts)
        part = self.list if shown else self.nothing if read.ever else self.empty
        self.stack.setCurrentWidget(part)
        self._tell()
        if not shown:
            return
        wanted = self._selects if self._selects is not None else task.id if task else None
        self._selects = None
        if wanted is not None:
            self.model.read_all()
            found = self.model.line_of(wanted)
            self.list.select(found if found is not None else max(line, 1))
        self.list.verticalScrollBar().setValue(scrolled)

    def _on_failed(self, job: Job, error: BaseException) -> None:
        if job is not self._job:
            return
        self._job = None
        self._patience.stop()
        self.kit.runner.failed.emit(error)
        self.stack.setCurrentWidget(self.trouble)

    def _tell(self) -> None:
        """Say how many there are, here and in the navigation."""
        counts = self.model.counts
        late, number = counts.get("overdue", 0), self.kit.formats.number
        total = sum(counts.get(section, 0) for section in OPEN)
        words = self.kit.formats.count(total, self.tr("1 open"), self.tr("{n} open"))
        if late:
            words += " · " + self.tr("{n} overdue").format(n=number(late))
        self.count_label.set_text(words if self.is_read else "")
        self.list.place_beside()
        if self.is_read and not self.filters.is_on:
            self._tell_open(counts)

    def _on_counted(self, counts: list[SectionCount]) -> None:
        self._tell_open({told.section: told.count for told in counts})

    def _tell_open(self, counts: Mapping[str, int]) -> None:
        self.is_urgent = counts.get("overdue", 0) > 0
        self.counted.emit(sum(counts.get(section, 0) for section in OPEN) or None)

    def _on_changed(self, changes: Changes) -> None:
        if not TABLES & (changes.reshaped | changes.edited.keys()):
            return
        if not self.isVisible():
            self._stale = True
            self.recount()
            return
        if not self.list.painted.is_fading:  # else once what was ticked has stood long enough
            self.reload()

    def _on_minute(self) -> None:
        if self.isVisible():
            self.reload()

    def _views(self) -> dict[str, str]:
        return {
            "list": self.tr("Agenda"), "week": self.tr("Week"), "month": self.tr("Month"),
        }  # fmt: skip

    def _on_view_chosen(self, view: str) -> None:
        """Lead to the calendar; when one comes back here it is the list again."""
        if view != "list":
            self.views.choose("list")
            self.calendar_asked.emit(view)

    def _on_entry_opened(self, entry: AgendaEntry) -> None:
        if entry.task_id is not None:
            self.task_asked.emit(entry.task_id)
        elif entry.deal_id is not None:
            self.deal_asked.emit(entry.deal_id)
        elif entry.sale_id is not None:
            self.sale_asked.emit(entry.sale_id)
        elif entry.contact_id is not None:
            self.contact_asked.emit(entry.contact_id)

    def _on_day_opened(self, day: date) -> None:
        """Begin a line about that day; where it stands is for what is to be done."""
        self.quick.start()
        self.quick.put(f"{day.isoformat()} ")

    def _on_added(self, task_id: int) -> None:
        self._selects = task_id

    def _move_to_today(self) -> None:
        lists, tasks, wanted = self._desk.lists, self._desk.tasks, self.filters.wanted
        self.kit.runner.write(lambda _ticket: tasks.to_today(lists.ids("overdue", wanted)))

    def _on_filtered(self) -> None:
        self.side.assignee_ids = self.filters.wanted.assignee_ids
        self.reload()
