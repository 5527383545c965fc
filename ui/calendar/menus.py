"""What the calendar's page offers in menus."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from app.shapes.agenda import AgendaEntry
from app.shapes.staff import StaffRow
from ui.calendar.place import Slot, can_move, minute_of
from ui.common.widgets.menu import Menu, popup, under

if TYPE_CHECKING:
    from ui.calendar.page import CalendarPage

MONTH, WEEK, AGENDA = "month", "week", "agenda"


class CalendarMenus(QObject):
    """Opens one menu at a time."""

    def __init__(self, page: CalendarPage) -> None:
        super().__init__(page)
        self._page = page
        self.menu: Menu | None = None

    def ask_entry(self, entry: AgendaEntry, at: QPoint) -> None:
        """Offer what can be done with an entry."""
        menu = self.menu = Menu(self._page.kit.theme, "", self._page)
        menu.add(self.tr("Open"), "pencil", "Return").triggered.connect(
            partial(self._page.open_entry, entry)
        )
        if entry.contact_id is not None and (entry.task_id or entry.sale_id or entry.deal_id):
            words = self.tr("Open {name}").format(name=entry.contact)
            menu.add(words, "user-round").triggered.connect(
                partial(self._page.contact_asked.emit, entry.contact_id)
            )
        if can_move(entry):
            menu.addSeparator()
            shifts = ((self.tr("A day earlier"), "arrow-left", "Alt+Left", -1),
                      (self.tr("A day later"), "arrow-right", "Alt+Right", 1))  # fmt: skip
            for words, icon, key, days in shifts:
                menu.add(words, icon, key).triggered.connect(partial(self._shift, entry, days))
        popup(menu, at)

    def _shift(self, entry: AgendaEntry, days: int) -> None:
        entry = entry.whole()
        self._page.put_on(entry, Slot(entry.on + timedelta(days=days), minute_of(entry)))

    def ask_more(self) -> None:
        """Offer paper and files."""
        menu = self.menu = Menu(self._page.kit.theme, "", self._page)
        key = self._page.views.current
        acts: list[tuple[str, str, str, Callable[[], object]]] = []
        words = {
            MONTH: self.tr("Print this month"),
            WEEK: self.tr("Print this week"),
            AGENDA: self.tr("Print these days"),
        }[key]
        acts.append((words, "printer", "Ctrl+P", partial(self._page.print_asked.emit, key)))
        acts += [
            (self.tr("Save as a calendar file"), "download", "", self._page.export_asked.emit),
            (self.tr("Bring a calendar file in"), "upload", "", self._page.import_asked.emit),
            (self.tr("Keep a file for the phone"), "smartphone", "", self._page.folder_asked.emit),
        ]
        if self._page.keeps():
            words = self.tr("Keep no file for the phone")
            acts.append((words, "circle-x", "", self._page.folder_left.emit))
        for words, icon, short, act in acts:
            menu.add(words, icon, short).triggered.connect(act)
        popup(menu, under(self._page.more_button))

    def ask_staff(self) -> None:
        """Offer whose tasks to show."""
        staff = self._page.desk.staff
        job = self._page.kit.runner.read(lambda _ticket: staff.all())
        job.succeeded.connect(self._offer_staff)

    def _offer_staff(self, staff: list[StaffRow]) -> None:
        menu = self.menu = Menu(self._page.kit.theme, "", self._page)
        choices = [((), self.tr("Everybody"), ""), ((0,), self.tr("Nobody"), self.tr("Nobody"))]
        choices[1:1] = [((one.id,), one.name, one.name) for one in staff]
        for ids, words, shown in choices:
            menu.add(words).triggered.connect(partial(self._page.show_staff, ids, shown))
        popup(menu, under(self._page.staff_chip))
