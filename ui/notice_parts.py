"""The notices of an open shop: the page that lists them, and the folders some come from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.notices.page import NoticesPage
from ui.settings.watched import WatchedSection
from ui.watching import Watching

if TYPE_CHECKING:
    from app.bootstrap import Core
    from ui.settings.page import SettingsPage
    from ui.shell.main_window import MainWindow

WATCHED_AT = 3  # the place of the watched folders among the sections of the settings


class NoticeParts(QObject):
    """Makes the page of the notices, looks after watched folders and wires them."""

    def __init__(
        self,
        kit: Kit,
        core: Core,
        window: MainWindow,
        bridge: ChangeBridge,
        settings: SettingsPage,
    ) -> None:
        super().__init__(settings)
        self._kit = kit
        self._folders = core.watched_folders
        self._window = window
        self.page = NoticesPage(kit, core.notices, bridge)
        self.watching = Watching(kit, core.watched_folders, core.notices, bridge, self)
        self.watched = WatchedSection(kit, core.watched_folders)
        settings.add_section(self.watched, at=WATCHED_AT)
        self.watching.noticed.connect(self.page.refresh)
        self.watching.told.connect(self._on_told)
        self.watched.notices_asked.connect(lambda: window.open_page_of(self.page))
        self.page.import_asked.connect(lambda path: window.files_dropped.emit([path]))
        self.page.undo_asked.connect(window.steps.take_back)
        self.page.settle_asked.connect(self._on_settle_asked)

    def _on_told(self, words: str, change_set: int | None, well: bool) -> None:  # noqa: FBT001 - a slot
        self._window.say(words, change_set, icon="check" if well else "triangle-alert")

    def _on_settle_asked(self, path: Path) -> None:
        """Put a file with those that are done; whether that went well is seen on the page."""
        folders = self._folders
        job = self._kit.runner.write(lambda _ticket: folders.settle(path))
        job.finished.connect(self.page.refresh)
