"""The stops of the tour where plans lead from one step to the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog

from app.shapes.task_plans import PlanRow
from ui.camera import Camera
from ui.contacts.full_page import FullPage
from ui.contacts.page import ContactsPage
from ui.contacts.running_plans import PlansSection
from ui.contacts.stay_in_touch import TouchSection
from ui.plans.page import PlansPage
from ui.plans.start_dialog import StartDialog
from ui.program import Program
from ui.settings.page import SettingsPage
from ui.settings.stay_in_touch import TouchSettings
from ui.waiting import settle, wait_until

STEPS = 5  # of the plan that is shown


class PlanStops:
    """Brings these screens into the window; each leaves it as it found it."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self._program = program
        self._window = program.window
        self._camera = camera

    def plans(self) -> Iterator[Path]:
        """Show the plans, the form of one, and where they are under way."""
        page = self._window.findChild(PlansPage)
        if page is None:
            return
        self._window.open_page_of(page)
        page.show_view("plans")
        wait_until(lambda: page.model.rowCount() > 0)
        settle(100)
        yield self._camera.take("plans")
        row = next((r for r in page.model.rows if r.steps == STEPS), page.model.rows[0])
        if isinstance(row, PlanRow):
            page.ask(row)
            wait_until(lambda: page.dialog is not None)
            yield from self._camera.take_dialog("plan", page.dialog)
        page.show_view("runs")
        settle(100)
        yield self._camera.take("plans-under-way")
        page.show_view("plans")
        self._contacts()

    def contact(self) -> Iterator[Path]:
        """Show a contact a plan is under way for, and what starting another one asks."""
        core, full = self._program.core, self._window.findChild(FullPage)
        running = core.task_plans.runs() if core is not None else []
        if full is None or not running:
            return
        page = self._contacts()
        page.full_asked.emit(running[0].contact_id)
        section = full.findChild(PlansSection)
        if section is not None:
            wait_until(section.isVisible)
            full.right.ensureWidgetVisible(section)
            settle(200)
            yield self._camera.take("contact-plan")
        full.controls.plan_action.trigger()
        wait_until(lambda: self._start() is not None)
        settle(100)
        yield from self._camera.take_dialog("plan-start", self._start())
        touch = full.findChild(TouchSection)
        if touch is not None:
            touch.add_asked()
            yield from self._camera.take_dialog("stay-in-touch", touch.dialog)
        self._contacts()

    def settings(self) -> Iterator[Path]:
        """Show how often the shop wants to be in touch."""
        settings = self._window.findChild(SettingsPage)
        section = settings.findChild(TouchSettings) if settings is not None else None
        if settings is None or section is None:
            return
        self._window.open_page_of(settings)
        settings.show_section(section)
        settle(200)
        yield self._camera.take("settings-touch")
        settings.show_section(settings.general)
        self._contacts()

    def _start(self) -> QDialog | None:
        dialogs = self._window.findChildren(StartDialog)
        return next((d for d in dialogs if d.isVisible() and d.steps.count()), None)

    def _contacts(self) -> ContactsPage:
        page = self._window.findChild(ContactsPage)
        if page is None:
            raise LookupError("the list of contacts")
        self._window.open_page_of(page)
        return page
