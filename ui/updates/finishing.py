"""The small window that is there while an installer brings a new version; the old copy shows it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout

from app import places
from app.jobs import Ticket
from app.logs import log_to
from app.updating.finishing import STEPS, finish
from app.updating.program_folder import ProgramFolder
from app.updating.record import RecordFile
from app.updating.starting import start_apart
from ui.common.bars import row_of
from ui.common.icons import logo
from ui.common.jobs import JobRunner
from ui.common.language import Language
from ui.common.last_look import look_as_last_time
from ui.common.state import WindowState
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.progress import ProgressBar
from ui.updates.at_start import FOLDER

log = logging.getLogger(__name__)
WIDTH = 420
LOCK = "finishing.lock"
FLAGS = Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint


class FinishingWindow(QDialog):
    """Tells what goes on; it cannot be closed before that: half an installation is none."""

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__(None, FLAGS)
        self._is_over = False
        self.setWindowTitle(self.tr("Updating Dangol"))
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        words = self.tr("Version {version} is being installed and tried.").format(version=version)
        self.setAccessibleDescription(words)
        self.words = Label(theme, words, wrap=True)
        self.bar = ProgressBar(theme, words)
        self.below = Label(
            theme, self.tr("Dangol opens by itself. Your shop is not touched."), "caption",
            "text-2", wrap=True,
        )  # fmt: skip
        self.small_button = Button(theme, self.tr("Minimize"))
        self.small_button.clicked.connect(self._on_small_clicked)
        self.open_button = Button(theme, self.tr("Open Dangol"), "primary")
        self.open_button.clicked.connect(self.accept)
        self.open_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(Label(theme, self.windowTitle(), "title"))
        for widget in (self.words, self.bar, self.below):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(row_of(None, self.small_button, self.open_button))
        self.show_step(0, STEPS)
        self.small_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def run(self, task: Callable[[Ticket], Path]) -> Path | None:
        """Be there as long as the task is at work; return what came of it, None if it failed."""
        runner, made = JobRunner(), list[Path]()
        job = runner.write(task, quiet=True)
        job.progressed.connect(self.show_step)
        job.succeeded.connect(made.append)
        job.succeeded.connect(lambda _program: self.accept())
        job.failed.connect(self._on_failed)
        self.exec()
        runner.stop()
        return made[0] if made else None

    def show_step(self, begun: int, steps: int) -> None:
        """Show which step is begun."""
        self.bar.setRange(0, steps)
        self.bar.setValue(begun)

    def _on_failed(self, error: BaseException) -> None:
        log.warning("the program before could not be put back", exc_info=error)
        self._is_over = True
        self.bar.hide()
        self.words.set_text(
            self.tr("The new version does not work here, and the one before could not be put back.")
        )
        self.below.set_text(
            self.tr(
                "Your shop is safe. Close other programs and install Dangol anew with its"
                " installer; until then a copy of the version before can be opened here."
            )
        )
        self.small_button.hide()
        self.showNormal()
        self.open_button.show()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _on_small_clicked(self) -> None:
        self.showMinimized()

    def reject(self) -> None:
        if self._is_over:
            super().reject()


def finish_update(arguments: list[str]) -> int:
    """Finish the update that is ready, then start what has come of it with these arguments."""
    file = RecordFile(places.data_folder() / FOLDER)
    record, lock = file.read(), QLockFile(str(file.folder / LOCK))
    lock.setStaleLockTime(0)  # stale when its process is gone, however long it takes
    if not record.program or not lock.tryLock(0):
        return 0  # nothing to do, or another window is at it
    log_to(places.data_folder() / "logs")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Dangol")
    application.setWindowIcon(logo(256))
    theme = Theme(application)
    look_as_last_time(theme, Language(application), WindowState())
    program = FinishingWindow(theme, record.version).run(lambda ticket: finish(file, ticket))
    lock.unlock()
    copy = ProgramFolder(Path(record.beside)).window()
    start_apart([str(program or copy), *arguments])
    return 0
