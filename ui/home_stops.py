"""The stops of the tour where the day begins, and what rings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ui.camera import Camera
from ui.contacts.page import ContactsPage
from ui.home.page import HomePage
from ui.insight_parts import InsightParts
from ui.printing.view_dialog import ViewDialog
from ui.program import Program
from ui.reminders.card import ReminderCard
from ui.reminders.told import Told
from ui.settings.page import SettingsPage
from ui.settings.reminders import RemindersSection
from ui.waiting import settle, wait_until


class HomeStops:
    """Brings Home and the reminders into the window; each leaves it as it found it."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self._program = program
        self._window = program.window
        self._camera = camera

    def home(self) -> Iterator[Path]:
        """Show what the day brings, with the scores that a shop has after its first minute."""
        page = self._page()
        self._reckon()
        self._window.open_page_of(page)
        wait_until(lambda: page.is_read)
        settle(400)  # Home follows the scores after a moment
        wait_until(lambda: page.is_read)
        yield self._camera.take("home")
        self._leave()

    def _reckon(self) -> None:
        core, parts = self._program.core, self._window.findChild(InsightParts)
        if core is None or parts is None or core.insight.last_run() is not None:
            return
        wait_until(lambda: not self._program.kit.runner.is_busy)
        parts.look()
        wait_until(lambda: core.insight.last_run() is not None)

    def paper(self) -> Iterator[Path]:
        """Show the day as it comes out on paper."""
        page = self._page()
        self._window.open_page_of(page)
        wait_until(lambda: page.is_read)
        page.print_button.click()
        dialog = self._window.findChild(ViewDialog)
        yield from self._camera.take_dialog("today-sheet", dialog)
        self._leave()

    def reminders(self) -> Iterator[Path]:
        """Show a reminder where the desktop shows none, and the settings of what rings."""
        page, card = self._page(), self._window.findChild(ReminderCard)
        self._window.open_page_of(page)
        wait_until(lambda: page.is_read)
        row = next(iter(page.morning.home.tasks), None) if page.morning is not None else None
        if card is not None and row is not None:
            card.tell(Told(row.title, row.contact, row.id))
            settle(100)
            yield self._camera.take("reminder")
            card.put_away()
        settings = self._window.findChild(SettingsPage)
        section = settings.findChild(RemindersSection) if settings is not None else None
        if settings is not None and section is not None:
            self._window.open_page_of(settings)
            settings.show_section(section)
            settle(100)
            yield self._camera.take("settings-reminders")
            settings.show_section(settings.general)
        self._leave()

    def _page(self) -> HomePage:
        page = self._window.findChild(HomePage)
        if page is None:
            raise LookupError("Home")
        return page

    def _leave(self) -> None:
        contacts = self._window.findChild(ContactsPage)
        if contacts is not None:
            self._window.open_page_of(contacts)
