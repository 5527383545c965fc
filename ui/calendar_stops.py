"""The stops of the tour at the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ui.calendar.menus import AGENDA, MONTH, WEEK
from ui.calendar.page import CalendarPage
from ui.camera import Camera
from ui.contacts.page import ContactsPage
from ui.printing.view_dialog import ViewDialog
from ui.program import Program
from ui.waiting import settle, wait_until


class CalendarStops:
    """Brings the calendar's views into the window; each leaves it as it found it."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self._program = program
        self._window = program.window
        self._camera = camera

    def calendar(self) -> Iterator[Path]:
        """Show a month, a week, days as a list, and the month on paper."""
        page = self._window.findChild(CalendarPage)
        if page is None:
            return
        self._window.open_page_of(page)
        today = self._program.kit.formats.today()
        for view in (WEEK, AGENDA, MONTH):
            page.show_view(view, today)
            wait_until(lambda: page.is_read and page.is_idle)
            settle(100)
            yield self._camera.take(f"calendar-{view}")
        page.print_asked.emit(MONTH)
        wait_until(lambda: self._paper() is not None)
        yield from self._camera.take_dialog("calendar-print", self._paper())
        contacts = self._window.findChild(ContactsPage)
        if contacts is not None:
            self._window.open_page_of(contacts)

    def _paper(self) -> ViewDialog | None:
        dialogs = self._window.findChildren(ViewDialog)
        return next((each for each in dialogs if each.isVisible()), None)
