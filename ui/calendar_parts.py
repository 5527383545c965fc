"""What belongs to the calendar in an open shop: its page, its files, its print-outs."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.events import Changes
from app.settings import SHOP_NAME
from ui.calendar.desk import CalendarDesk
from ui.calendar.files import CalendarFiles
from ui.calendar.keeper import CalendarKeeper
from ui.calendar.menus import MONTH
from ui.calendar.page import CalendarPage
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page

if TYPE_CHECKING:
    from app.bootstrap import Core
    from ui.shell.main_window import MainWindow


class CalendarParts(QObject):
    """Makes the calendar's page; what others open is asked for by signals."""

    task_asked = Signal(object)  # task id: its own dialog is wanted
    new_asked = Signal(str)  # a new task then, as a task keeps it
    list_asked = Signal()  # the list of tasks
    contact_asked = Signal(object)  # contact id
    sale_asked = Signal(object)  # sale id
    deal_asked = Signal(object)  # deal id

    def __init__(self, kit: Kit, core: Core, window: MainWindow, bridge: ChangeBridge) -> None:
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self._clock = core.agenda.shop_clock()
        bridge.changed.connect(self._on_changed)
        desk = CalendarDesk(
            core.agenda,
            core.tasks,
            core.interactions,
            core.sales,
            core.staff,
            core.deals,
            now=self.now,
        )
        self.page = CalendarPage(kit, desk, bridge)
        self.setParent(self.page)
        self.files = CalendarFiles(kit, core.calendar_files, window)
        self.files.setParent(self)  # it goes with the shop, not with the window
        self.keeper = CalendarKeeper(kit, core.calendar_files, core.notices, bridge, self)
        self._connect()

    def now(self) -> datetime:
        """Return what the shop's clock shows."""
        return self._clock()

    def show(self, view: str, day: date | None = None) -> None:
        """Bring the calendar to the front, in one of its views."""
        self._window.open_page_of(self.page)
        self.page.show_view(view, day)

    def follow(self, tasks: Page) -> None:
        """Stand under the item of the tasks in the navigation."""
        self.page.shown_as = tasks

    def _connect(self) -> None:
        page, files, core = self.page, self.files, self._core
        page.task_asked.connect(self.task_asked)
        page.new_asked.connect(self.new_asked)
        page.list_asked.connect(self.list_asked)
        page.contact_asked.connect(self.contact_asked)
        page.sale_asked.connect(self.sale_asked)
        page.deal_asked.connect(self.deal_asked)
        page.export_asked.connect(files.ask_export)
        page.import_asked.connect(files.ask_import)
        page.folder_asked.connect(files.ask_folder)
        page.folder_left.connect(files.leave)
        page.keeps = lambda: core.calendar_files.kept() is not None
        page.print_asked.connect(self._print)
        files.told.connect(self._window.say)
        files.kept.connect(self.keeper.write)

    def _on_changed(self, changes: Changes) -> None:
        if "setting" in changes.reshaped | changes.edited.keys():
            self._clock = self._core.agenda.shop_clock()

    def print_page(self) -> None:
        """Show the days in front as they will be on paper."""
        self._print(self.page.views.current)

    def take_file(self, file: Path) -> None:
        """Bring a calendar file in that was dropped on the window."""
        self.files.bring_in(file)

    def _print(self, view: str) -> None:
        from ui.printing.calendars import CalendarPrinting  # noqa: PLC0415 - when it is asked for

        core = self._core
        printing = CalendarPrinting(self._kit, lambda: core.settings.get(SHOP_NAME), self._window)
        first, last = self.page.days_of(view)
        month = self.page.month.month if view == MONTH else None
        agenda, whose = core.agenda, self.page.whose
        job = self._kit.runner.read(lambda _ticket: agenda.days(first, last, whose))
        job.succeeded.connect(lambda read: printing.ask(read, first, last, month))
