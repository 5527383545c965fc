"""What whoever plays an hour does again and again: write, take back, wait."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import Core
from app.jobs import Ticket
from ui import waiting
from ui.common.jobs import Job
from ui.common.page import Page
from ui.program import Program
from ui.waiting import settle

LOOK = 45  # ms
PATIENCE = 180  # s: others may be at work on the machine
Seen = TypeVar("Seen", bound=QWidget)
AnyPage = TypeVar("AnyPage", bound=Page)
wait_until = partial(waiting.wait_until, seconds=PATIENCE)


class Hands:
    """Leaves the shop as large as it was: what they write, they take back."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._steps = 0  # written and not taken back

    @property
    def _core(self) -> Core:
        assert self._program.core is not None
        return self._program.core

    def _open(self, kind: type[AnyPage]) -> AnyPage:
        """Bring a page to the front."""
        page = self._program.window.findChild(kind)
        assert page is not None
        self._program.window.open_page_of(page)
        wait_until(lambda: self._program.window.page() is page)
        return page

    def _seen(self, kind: type[Seen]) -> Seen | None:
        """Return a widget of that kind that is shown."""
        found = self._program.window.findChildren(kind)
        return next((each for each in found if each.isVisible()), None)

    def _read(self, task: Callable[[Ticket], object]) -> None:
        """Have something done on a thread that reads."""
        self._finish(self._program.kit.runner.read(task))

    def _draw(self, task: Callable[[Ticket], object]) -> None:
        """Have something done on the thread that draws."""
        self._finish(self._program.kit.runner.draw(task))

    def _write(self, task: Callable[[], object], *, steps: int = 1) -> object:
        """Write something in the background; return what came of it."""
        made = self._finish(self._program.kit.runner.write(lambda _ticket: task()))
        self._steps += steps
        return made

    def _finish(self, job: Job) -> object:
        made: list[object] = []
        failed: list[BaseException] = []
        over: list[bool] = []
        job.succeeded.connect(made.append)
        job.failed.connect(failed.append)
        job.finished.connect(lambda: over.append(True))
        wait_until(lambda: over)
        settle(LOOK)
        for error in failed:
            raise error
        return made[0]

    def _act(self, act: Callable[[], object]) -> None:
        """Do something in the window that writes one step, and wait for it."""
        before = newest(self._core)
        act()
        wait_until(lambda: newest(self._core) != before)
        self._steps += 1
        settle(LOOK)

    def _take_back(self) -> None:
        """Take back all that was written, as Ctrl+Z does; the last of it once more again."""
        steps, self._steps = self._steps, 0
        for _ in range(steps):
            self._undo()
        if steps:
            self._trigger(self._program.window.steps.redo_action)
            self._undo()

    def _undo(self) -> None:
        self._trigger(self._program.window.steps.undo_action)

    def _trigger(self, action: object) -> None:
        before = newest(self._core)
        wait_until(action.isEnabled)
        settle(LOOK)
        action.trigger()
        wait_until(lambda: newest(self._core) != before)
        settle(LOOK)

    @staticmethod
    def _gone(dialog: QWidget) -> None:
        """Wait until a dialog is destroyed."""
        gone: list[bool] = []
        dialog.destroyed.connect(lambda: gone.append(True))
        wait_until(lambda: gone)
        QApplication.processEvents()


def newest(core: Core) -> int:
    """Return the newest step of a shop."""
    entries = core.history.entries(limit=1)
    return entries[0].change_set if entries else 0
