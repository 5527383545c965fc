"""Looks into the folders a till writes to, and tells what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.notice_words import notice_words
from app.watch_words import notice_of
from ui.common.kit import Kit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.events import Changes
    from app.services.notices import NoticeService
    from app.services.watched_folders import WatchedFolderService
    from app.shapes.watching import WatchNotice
    from ui.common.bridge import ChangeBridge

EVERY = 5_000  # ms; a file is taken when two looks find it the same


class Watching(QObject):
    """Looks every few seconds while any folder is watched; nothing else of it runs."""

    told = Signal(str, object, bool)  # words, change set to take back or None, whether all is well
    noticed = Signal()  # there are other notices now

    def __init__(
        self,
        kit: Kit,
        folders: WatchedFolderService,
        notices: NoticeService,
        bridge: ChangeBridge,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._notices = notices
        self._folders = folders
        self._looks = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        bridge.changed.connect(self._on_changed)
        self._ask()

    def look(self) -> None:
        """Look once, unless a look goes on."""
        if self._looks:
            return
        self._looks = True
        job = self._kit.runner.write(self._folders.look, quiet=True)
        job.succeeded.connect(self._on_looked)
        job.finished.connect(self._on_ended)

    def _ask(self) -> None:
        if not self._kit.doings.by_itself:
            return
        folders = self._folders
        job = self._kit.runner.read(lambda _ticket: folders.folders(), quiet=True)
        job.succeeded.connect(self._on_known)

    def _on_known(self, folders: Sequence[Path]) -> None:
        if folders and not self._timer.isActive():
            self._timer.start()
            self.look()
        elif not folders:
            self._timer.stop()

    def _on_changed(self, changes: Changes) -> None:
        if "setting" in changes.reshaped | changes.edited.keys():
            self._ask()

    def _on_looked(self, found: Sequence[WatchNotice]) -> None:
        for one in found:
            notice = notice_of(one)
            self._notices.tell(notice)
            words = notice_words(notice, self._kit.language.code)
            self.told.emit(words, notice.change_set, not notice.attention)
        if found:
            self.noticed.emit()

    def _on_ended(self) -> None:
        self._looks = False
