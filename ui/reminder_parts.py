"""What rings in an open shop: the tray, native notifications, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.common.kit import Kit
from ui.reminders.card import ReminderCard
from ui.reminders.desktop import DesktopNotices
from ui.reminders.reminding import STAY, YES, Reminding
from ui.reminders.tray import Tray
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Core
    from ui.notices.page import NoticesPage
    from ui.settings.page import SettingsPage

SECTION_AT = 3  # the place of the reminders among the sections of the settings


class ReminderParts(QObject):
    """Makes what tells of reminders; `task_asked` tells that one leads to its task."""

    task_asked = Signal(object)  # task id, None for all of them

    def __init__(
        self, kit: Kit, core: Core, window: MainWindow, settings: SettingsPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        from app.autostart import this_autostart  # noqa: PLC0415 - after the first picture
        from ui.settings.reminders import RemindersSection  # noqa: PLC0415

        self._window = window
        self.tray = Tray(kit, self)
        self.desktop = DesktopNotices(self)
        self.desktop.find()
        self.card = ReminderCard(kit, window)
        self.reminding = Reminding(
            kit, core.reminders, core.tasks, self.card, self.desktop, self.tray, self,
            hides=lambda: window.is_covered,
        )  # fmt: skip
        self.section = RemindersSection(kit, settings.choices, this_autostart(), self.keep)
        settings.add_section(self.section, at=SECTION_AT)
        self.reminding.opened.connect(self._on_opened)
        self.tray.opened.connect(window.staying.come_back)
        self.tray.quit_asked.connect(window.staying.quit)
        self.keep(kit.state.text(STAY) == YES)
        self.reminding.start()

    def keep(self, on: bool) -> None:  # noqa: FBT001 - what a switch says
        """Let the program go on in the tray when its window is closed, where there is a tray."""
        on = on and self.tray.is_there()
        self.tray.show(on=on)
        self._window.staying.turn(on=on)

    def stand_in(self, page: NoticesPage) -> None:
        """Let what was told and is still to be done stand among the notices."""
        page.done_asked.connect(self.reminding.finish)
        page.snooze_asked.connect(self.reminding.snooze)
        page.task_asked.connect(self.task_asked)
        self.reminding.told.connect(page.refresh)

    def close(self) -> None:
        """Take leave of window and tray."""
        self._window.staying.turn(on=False)
        self.tray.close()
        self.card.hide()
        self.card.deleteLater()

    def _on_opened(self, task_id: int | None) -> None:
        self._window.staying.come_back()
        self.task_asked.emit(task_id)
