"""The calendar's page: month, week and days as a list, and what turns them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.clock_changes import ClockChange
from app.events import Changes
from app.jobs import Ticket
from app.shapes.agenda import Agenda, AgendaEntry
from ui.calendar.desk import CalendarDesk
from ui.calendar.menus import AGENDA, MONTH, WEEK, CalendarMenus
from ui.calendar.month_view import MonthView
from ui.calendar.moving import moving
from ui.calendar.place import Slot
from ui.calendar.view import CalendarView
from ui.common.bars import bar
from ui.common.bridge import ChangeBridge
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.chip import Chip
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented

if TYPE_CHECKING:
    from ui.calendar.agenda_view import AgendaView
    from ui.calendar.week_view import WeekView

Made = TypeVar("Made", bound=CalendarView)
TABLES = {"task", "contact", "important_date", "sale", "deal", "staff", "setting"}
EVERY = 60_000  # ms; a day passes
WIDE = 1000  # px; a narrower page leaves the way to the list to the navigation


class Read(NamedTuple):
    """What a view is filled with."""

    agenda: Agenda
    changes: list[ClockChange]  # of the shop's clock


class CalendarPage(Page):
    """Reads in the background when shown, turned or changed; what is dragged is written at once."""

    icon = "calendar-days"
    topic = "calendar"
    in_nav = False
    new_asked = Signal(str)  # when, as a task keeps it
    task_asked = Signal(object)  # task id
    contact_asked = Signal(object)  # contact id
    sale_asked = Signal(object)  # sale id
    deal_asked = Signal(object)  # deal id
    list_asked = Signal()  # the list of tasks
    print_asked = Signal(str)  # the view
    export_asked = Signal()
    import_asked = Signal()
    folder_asked = Signal()
    folder_left = Signal()

    def __init__(
        self, kit: Kit, desk: CalendarDesk, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self.desk = desk
        self._job: Job | None = None
        self._stale = True
        self._writes = 0  # on their way
        self.whose: tuple[int, ...] = ()  # tasks of these people alone
        self.keeps: Callable[[], bool] = lambda: False  # whether a file is kept current
        self.is_read = False
        self.heading = Label(theme, "", "title")
        self.views = Segmented(theme, {AGENDA: " ", WEEK: " ", MONTH: " "}, "")
        self.today_button = Button(theme, "", size="sm")
        self.before_button = IconButton(theme, "chevron-left", "")
        self.after_button = IconButton(theme, "chevron-right", "")
        self.staff_chip = Chip(theme, "")
        self.tasks_button = Button(theme, "", icon="list-checks")
        self.more_button = IconButton(theme, "ellipsis", "")
        self.new_button = Button(theme, "", "primary", icon="plus")
        self.trouble = EmptyState(theme, "circle-alert", "", role="danger", action=" ")
        self.stack = QStackedWidget()
        self._made: dict[str, CalendarView] = {}
        self.menus = CalendarMenus(self)
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(self._on_minute)
        self._build()
        self._connect(bridge)
        self.views.choose(MONTH)
        self._reads: CalendarView = self.month
        self.stack.setCurrentWidget(self.month)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Calendar")

    def retranslate(self) -> None:
        """Set every word again."""
        self.views.setAccessibleName(self.tr("View"))
        self.views.set_texts(
            {AGENDA: self.tr("Agenda"), WEEK: self.tr("Week"), MONTH: self.tr("Month")}
        )
        self.today_button.set_text(self.tr("Today"))
        self.before_button.set_name(self.tr("Earlier"))
        self.after_button.set_name(self.tr("Later"))
        self.staff_chip.set_name(self.tr("Owner"))
        self.tasks_button.set_text(self.tr("Task list"))
        self.more_button.set_name(self.tr("More"))
        self.new_button.set_text(self.tr("New task"))
        self.trouble.show_words(self.tr("The calendar cannot be read"), "", self.tr("Try again"))
        for view in self._made.values():
            view.setAccessibleName(self.title())
            view.refresh()
        self._tell()

    @cached_property
    def month(self) -> MonthView:
        """The month."""
        return self._take_in(MONTH, MonthView(self.kit, self.desk.now))

    @cached_property
    def week(self) -> WeekView:
        """The week with its hours."""
        from ui.calendar.week_view import WeekView  # noqa: PLC0415 - when it is first wanted

        return self._take_in(WEEK, WeekView(self.kit, self.desk.now))

    @cached_property
    def agenda(self) -> AgendaView:
        """Days one below the other."""
        from ui.calendar.agenda_view import AgendaView  # noqa: PLC0415

        return self._take_in(AGENDA, AgendaView(self.kit, self.desk.now))

    @property
    def is_idle(self) -> bool:
        """Whether nothing is on its way."""
        return self._job is None and not self._writes

    @property
    def view(self) -> CalendarView:
        """The view in front."""
        return self._view_of(self.views.current)

    def show_view(self, key: str, day: date | None = None) -> None:
        """Bring a view to the front, at a day or where one is."""
        if key != self.views.current:
            self.place_left.emit(self.place())
        self._bring(key, day)

    def days_of(self, key: str) -> tuple[date, date]:
        """Return the first and the last day a view shows."""
        days = self._view_of(key).days
        return days[0], days[-1]

    def reload(self) -> None:
        """Read the days that are shown."""
        agenda, whose, view = self.desk.agenda, self.whose, self.view
        first, last = view.days[0], view.days[-1]
        hours = self.views.current == WEEK

        def task(_ticket: Ticket) -> Read:
            changes = agenda.clock_changes(first, last) if hours else []
            return Read(agenda.days(first, last, whose), changes)

        if self._job is not None:
            self._job.cancel()
            self._job.succeeded.disconnect(self._on_read)
            self._job.failed.disconnect(self._on_failed)
        self._job, self._reads = self.kit.runner.read(task, quiet=True), view
        self._job.succeeded.connect(self._on_read)  # methods: nothing is told to a page that went
        self._job.failed.connect(self._on_failed)
        self._tell()

    def make_new(self) -> None:
        """Ask for a new task on the day one is at."""
        self.new_asked.emit(self.view.slot().text)

    def start_search(self) -> None:
        """Put the focus into the days."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> object:
        return self.views.current, self.view.day

    def go_to(self, place: object) -> None:
        if isinstance(place, tuple):
            self._bring(*place)

    def go_to_today(self) -> None:
        """Go to the day it is."""
        self.view.choose_day(self.desk.now().date())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        if self._stale:
            self._stale = False
            self.reload()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tasks_button.setVisible(self.width() >= WIDE)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        turns = QWidget()
        row = QHBoxLayout(turns)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.today_button, self.before_button, self.after_button):
            row.addWidget(button)
        whole.addWidget(
            bar(self.kit.theme, "Header", 56, [
                self.heading, turns, None, self.views, self.staff_chip, self.tasks_button,
                self.more_button, self.new_button,
            ])
        )  # fmt: skip
        whole.addWidget(self.stack, 1)
        self.stack.addWidget(self.trouble)

    def _connect(self, bridge: ChangeBridge) -> None:
        bridge.changed.connect(self._on_changed)
        self.views.chosen.connect(self.show_view_kept)
        self.today_button.clicked.connect(self.go_to_today)
        self.before_button.clicked.connect(lambda: self.view.turn(-1))
        self.after_button.clicked.connect(lambda: self.view.turn(1))
        self.new_button.clicked.connect(self.make_new)
        self.tasks_button.clicked.connect(self.list_asked)
        self.more_button.clicked.connect(self.menus.ask_more)
        self.staff_chip.clicked.connect(self.menus.ask_staff)
        self.staff_chip.cleared.connect(lambda: self.show_staff((), ""))
        self.trouble.acted.connect(self.reload)

    def show_view_kept(self, key: str) -> None:
        """Bring a view to the front; the segment that asked keeps the focus."""
        self._bring(key, focus=False)

    def _bring(self, key: str, day: date | None = None, *, focus: bool = True) -> None:
        was = self.view
        wanted = day or was.day
        self.views.choose(key)
        view = self.view
        chosen = view.chosen if view is was else was.chosen
        view.choose_day(wanted)
        view.chosen = chosen
        self.stack.setCurrentWidget(view)
        self.reload()
        if focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _view_of(self, key: str) -> CalendarView:
        if key == WEEK:
            return self.week
        return self.agenda if key == AGENDA else self.month

    def _take_in(self, key: str, view: Made) -> Made:
        self._made[key] = view
        view.setAccessibleName(self.title())
        self.stack.addWidget(view)
        view.turned.connect(self.reload)
        view.opened.connect(self.open_entry)
        view.new_asked.connect(lambda slot: self.new_asked.emit(slot.text))
        view.day_asked.connect(lambda day: self.show_view(AGENDA, day))
        view.moved.connect(self.put_on)
        view.lengthened.connect(self._lengthen)
        view.menu_asked.connect(self.menus.ask_entry)
        view.today_asked.connect(self.go_to_today)
        return view

    def open_entry(self, entry: AgendaEntry) -> None:
        """Open what an entry is of."""
        if entry.task_id is not None:
            self.task_asked.emit(entry.task_id)
        elif entry.deal_id is not None:
            self.deal_asked.emit(entry.deal_id)
        elif entry.sale_id is not None:
            self.sale_asked.emit(entry.sale_id)
        elif entry.contact_id is not None:
            self.contact_asked.emit(entry.contact_id)

    # Reading

    def _on_read(self, read: Read) -> None:
        self._job, self.is_read, view = None, True, self._reads
        if view is self._made.get(WEEK):
            self.week.set_changes(read.changes)
        view.show_agenda(read.agenda)
        self.stack.setCurrentWidget(view)
        self._tell()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self.kit.runner.failed.emit(error)
        self.stack.setCurrentWidget(self.trouble)

    def _on_changed(self, changes: Changes) -> None:
        if not TABLES & (changes.reshaped | changes.edited.keys()):
            return
        if not self.isVisible():
            self._stale = True
        elif not self._writes:
            self.reload()

    def _on_minute(self) -> None:
        if self.isVisible():
            self.view.refresh()

    def _tell(self) -> None:
        self.heading.set_text(self.view.heading())

    # Writing

    def put_on(self, entry: AgendaEntry, slot: Slot) -> None:
        """Put what is planned at another time; a later one of a repeat becomes its own task."""
        move = moving(self.desk, entry, slot.text)
        if move is None or (entry.duration_min is not None and slot.minute is None):
            return  # an appointment has its hour
        if entry.base is not None and self._writes:
            return  # it is being made a task of its own
        view = self.view
        view.show_changed(entry, entry._replace(on=slot.day, time=slot.text[11:], ends=""))
        job = self._write(lambda _ticket: move())
        if entry.base is not None:
            job.succeeded.connect(lambda made: view.expect(made, slot.day))

    def _write(self, task: Callable[[Ticket], object]) -> Job:
        """Write; the days are read again once nothing is on its way any more."""
        self._writes += 1
        job = self.kit.runner.write(task)
        job.finished.connect(self._on_written)
        return job

    def _on_written(self) -> None:
        self._writes -= 1
        if not self._writes:
            self.reload()

    def _lengthen(self, entry: AgendaEntry, minutes: int) -> None:
        tasks, task_id = self.desk.tasks, entry.task_id
        if task_id is not None:
            changed = entry._replace(duration_min=minutes, ends="")
            self.view.show_changed(entry, changed)
            self._write(lambda _ticket: tasks.lengthen(task_id, minutes))

    def show_staff(self, ids: tuple[int, ...], name: str, *_checked: object) -> None:
        """Show tasks of these people alone; 0 is nobody."""
        self.whose = ids
        self.staff_chip.set_active(name)
        self.reload()
