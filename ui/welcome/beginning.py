"""What a shop without contacts is offered, and the way out of the sample shop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.demo import fill, remove, step_of_sample
from app.jobs import Ticket
from app.settings import LANGUAGE
from ui.common.kit import Kit
from ui.welcome.page import WelcomePage
from ui.welcome.sample_note import SampleNote

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.events import Changes
    from ui.common.bridge import ChangeBridge
    from ui.shell.main_window import MainWindow


class Beginning(QObject):
    """Puts the welcome page over an untouched shop, and the note over the sample shop."""

    import_asked = Signal()
    paste_asked = Signal()
    file_dropped = Signal(object)  # Path
    other_asked = Signal()
    restore_asked = Signal(object)  # Path of the backup

    def __init__(self, kit: Kit, core: Core, bridge: ChangeBridge, window: MainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self.page: WelcomePage | None = None
        self.note = SampleNote(kit)
        self.section = QWidget()  # of the navigation, which shows and hides it by its own rules
        column = QVBoxLayout(self.section)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.note)
        self.note.hide()
        self.note.remove_asked.connect(self._on_remove_asked)
        bridge.changed.connect(self._on_changed)
        self._look_for_sample()

    def offer(self) -> None:
        """Show the welcome page if nothing was ever done in this shop."""
        if self._core.contacts.count() or self._core.history.next_undo() is not None:
            return
        self.page = page = WelcomePage(self._kit)
        page.import_asked.connect(self.import_asked)
        page.paste_asked.connect(self.paste_asked)
        page.files_dropped.connect(lambda files: self.file_dropped.emit(files[0]))
        page.empty_asked.connect(self._leave)
        page.sample_asked.connect(self._on_sample_asked)
        page.open_asked.connect(self.other_asked)
        page.restore_asked.connect(self._on_restore_asked)
        page.language_chosen.connect(self._on_language_chosen)
        page.destroyed.connect(self._on_gone)
        self._window.put_over(page, alone=True)

    def _leave(self) -> None:
        if self.page is not None:
            self._window.take_away()

    def _on_gone(self) -> None:
        self.page = None

    def _on_sample_asked(self) -> None:
        core, page = self._core, self.page

        def task(ticket: Ticket) -> None:
            fill(core, people=None, seed=1, ticket=ticket)

        if page is not None:
            page.set_busy(busy=True)
        job = self._kit.runner.write(task, title=self.tr("Making the sample shop"))
        job.succeeded.connect(lambda _made: self._leave())
        job.failed.connect(lambda _error: self._on_sample_failed())

    def _on_sample_failed(self) -> None:
        if self.page is not None:
            self.page.set_busy(busy=False)

    def _on_remove_asked(self) -> None:
        core = self._core
        self._kit.runner.write(
            lambda _ticket: remove(core), title=self.tr("Removing the sample shop")
        )

    def _on_language_chosen(self, code: str) -> None:
        core = self._core
        self._kit.language.use(code)
        self._kit.runner.write(lambda _ticket: core.settings.put(LANGUAGE, code))

    def _on_restore_asked(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Open a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.restore_asked.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_changed(self, changes: Changes) -> None:
        if "contact" in changes.reshaped:
            self._look_for_sample()

    def _look_for_sample(self) -> None:
        core = self._core
        job = self._kit.runner.read(lambda _ticket: step_of_sample(core), quiet=True)
        job.succeeded.connect(lambda step: self.note.setVisible(step is not None))
