"""Task plans and staying in touch in an open shop: the page, sections, settings and what starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.contacts.full_page import FullPage
from ui.contacts.page import ContactsPage
from ui.contacts.running_plans import PlansSection
from ui.contacts.stay_in_touch import TouchSection
from ui.plans.desk import PlanDesk
from ui.plans.page import PlansPage
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.shapes.task_plans import PlanRow
    from ui.plans.start_dialog import StartDialog
    from ui.settings.page import SettingsPage

SETTINGS_AT = 5  # the place of staying in touch among the sections of the settings
PLANS_AT, TOUCH_AT = 1, 7  # below the tasks of a contact, and below what was promised next
Wire = Callable[[SignalInstance, Callable[..., object]], None]


class PlanParts(QObject):
    """Makes the page of plans, and shows plans and staying in touch with each contact."""

    def __init__(
        self,
        kit: Kit,
        core: Core,
        window: MainWindow,
        bridge: ChangeBridge,
        contacts: ContactsPage,
        full: FullPage,
    ) -> None:
        super().__init__(full)
        self._kit = kit
        self._core = core
        self._window = window
        self._contacts = contacts
        self._full = full
        self._came_from: Page | None = None  # where Esc leads from the page of plans
        self.dialog: StartDialog | None = None
        self.desk = PlanDesk(core.task_plans, core.staff)
        self.page = PlansPage(kit, self.desk, bridge)
        self.page.closed.connect(self._on_closed)
        self.page.contact_asked.connect(contacts.full_asked)
        contacts.acts.plan_asked.connect(self.start)
        contacts.model.serve_touch(core.stay_in_touch)
        for part in (contacts.detail, full):
            part.controls.plan_asked.connect(lambda contact_id: self.start([contact_id]))
        self._add_sections()

    def open_doors(self, wire: Wire) -> None:
        """Lead here from the menus."""
        wire(self._window.menus.plans_asked, self.open)

    def open(self) -> None:
        """Bring the plans to the front."""
        page = self._window.page()
        if page is not self.page:
            self._came_from = page
        self._window.open_page_of(self.page)

    def add_settings(self, settings: SettingsPage) -> None:
        """Put staying in touch among the settings."""
        from ui.settings.stay_in_touch import TouchSettings  # noqa: PLC0415

        settings.add_section(
            TouchSettings(self._kit, self._core.stay_in_touch, self._core.tags), at=SETTINGS_AT
        )

    def start(self, ids: list[int]) -> None:
        """Ask which plan is to start for these contacts; without any plan, show where they are."""
        if not ids or ids == [None]:
            return
        plans, contacts = self._core.task_plans, self._core.contacts

        def task(_ticket: object) -> tuple[list[PlanRow], str]:
            name = contacts.name_of(ids[0]) if len(ids) == 1 else ""
            return plans.all(), name

        job = self._kit.runner.read(task)
        job.succeeded.connect(lambda read: self._ask(ids, *read))

    def _ask(self, ids: list[int], plans: list[PlanRow], name: str) -> None:
        if not plans:
            self.open()
            return
        from ui.plans.start_dialog import StartDialog  # noqa: PLC0415 - when it is asked for

        self.dialog = dialog = StartDialog(self._kit, self.desk, plans, ids, name, self._window)
        dialog.finished.connect(self._on_dialog_closed)
        dialog.open()

    def _add_sections(self) -> None:
        """Show plans and how often to be in touch on the page and in the panel."""
        kit, core = self._kit, self._core
        for page in (True, False):
            running = PlansSection(kit, core.task_plans, core.task_lists)
            running.start_asked.connect(lambda contact_id: self.start([contact_id]))
            touch = TouchSection(kit, core.stay_in_touch, page=page)
            for section, place in ((running, PLANS_AT), (touch, TOUCH_AT)):
                if page:
                    self._full.add_section(section, right=True, place=place)
                else:
                    self._contacts.detail.add_section(section)

    def _on_closed(self) -> None:
        self._window.open_page_of(self._came_from or self._contacts)

    def _on_dialog_closed(self) -> None:
        self.dialog = None
        self._window.activateWindow()  # some window managers forget it
