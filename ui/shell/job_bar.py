"""The footer of the window while something takes long."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.progress import ProgressLine

DELAY = 1000  # ms; what is over sooner needs no bar
HEIGHT = 40


class JobBar(QFrame):
    """Shows the newest job that has a title, with Stop."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Footer")
        self._kit = kit
        self._jobs: list[Job] = []
        self._progress = (0, 0)
        self.line = ProgressLine(kit.theme)
        self.setFixedHeight(kit.theme.height(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 8)
        row.addWidget(self.line)
        self._waiting = QTimer(self, singleShot=True, interval=DELAY)
        self._waiting.timeout.connect(self._show)
        self.line.stopped.connect(self._on_stopped)
        kit.runner.started.connect(self._on_started)
        kit.runner.stopped.connect(self._on_all_stopped)
        kit.language.changed.connect(self._show_words)
        self.hide()

    def _on_started(self, job: Job) -> None:
        if not job.title:
            return
        self._jobs.append(job)
        self._progress = (0, 0)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(lambda: self._on_finished(job))
        if len(self._jobs) == 1:
            self._waiting.start()
        self._show_words()

    def _on_progressed(self, done: int, total: int) -> None:
        self._progress = (done, total)
        self._show_words()

    def _on_finished(self, job: Job) -> None:
        self._jobs.remove(job)
        if not self._jobs:
            self._waiting.stop()
            self.hide()

    def _on_all_stopped(self) -> None:
        self._jobs.clear()
        self._waiting.stop()
        self.hide()

    def _on_stopped(self) -> None:
        for job in self._jobs:
            job.cancel()

    def _show(self) -> None:
        self.setVisible(bool(self._jobs))

    def _show_words(self) -> None:
        if not self._jobs:
            return
        done, total = self._progress
        text = self._jobs[-1].title
        if total:
            number = self._kit.formats.number
            text = self.tr("{what}, {done} of {total}").format(
                what=text, done=number(done), total=number(total)
            )
        # A bar counts in 32 bits: show thousandths.
        share = round(1000 * done / total) if total else 0
        self.line.show_progress(text, share, 1000 if total else 0)
