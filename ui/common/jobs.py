"""Runs the core's work on pool threads: one for writers, a few for readers, one for paper."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from threading import Event

from PySide6.QtCore import QObject, QThreadPool, Signal

from app.jobs import CancelledError, Ticket

log = logging.getLogger(__name__)

READERS = 2
FOR_EVER = -1  # so long threads last: libraries keep something of each one that has been there
TURN = 0.001  # s; so long a task keeps Python to itself while the window waits for it


class Job(QObject):
    """What the GUI sees of one task. Every signal is emitted in the GUI thread.

    A job with a title is one that people wait for: the window shows its progress and Stop.
    """

    progressed = Signal(object, object)  # done, total; may be more than 32 bits hold
    succeeded = Signal(object)  # what the task returned
    failed = Signal(object)  # the exception
    finished = Signal()  # always, and last

    def __init__(self, ticket: Ticket, title: str, *, quiet: bool, parent: JobRunner) -> None:
        super().__init__(parent)
        self.title = title
        self.quiet = quiet
        self.cancel = ticket.cancel


class JobRunner(QObject):
    """Runs writers one after the other, so that they never fight over the file.

    Pool threads emit nothing but the runner's own two signals, and the runner outlives them
    all. A job that emitted there itself would not be heard by slots connected after it was
    started, whenever the task is quicker than the caller. Tasks and what they return are kept
    here until the GUI thread lets go of them: a widget whose last name was a task's would
    otherwise be destroyed on the pool's thread.
    """

    started = Signal(object)  # Job
    failed = Signal(object)  # the exception of a job that is not quiet
    stopped = Signal()  # no job is left

    _progressed = Signal(int, object, object)  # job number, done, total
    _ended = Signal(int)  # job number

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._writers = QThreadPool(self, maxThreadCount=1, expiryTimeout=FOR_EVER)
        self._readers = QThreadPool(self, maxThreadCount=READERS, expiryTimeout=FOR_EVER)
        self._drawers = QThreadPool(self, maxThreadCount=1, expiryTimeout=FOR_EVER)
        self._has_drawn = False
        self._numbers = count()
        self._jobs: dict[int, Job] = {}
        self._tasks: dict[int, Callable[[Ticket], object]] = {}
        self._outcomes: dict[int, tuple[object, BaseException | None]] = {}
        self._progressed.connect(self._on_progressed)
        self._ended.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        """Whether a job is at work or waits for its turn."""
        return bool(self._jobs)

    def write(
        self, task: Callable[[Ticket], object], *, title: str = "", quiet: bool = False
    ) -> Job:
        """Queue a task that changes something; it must not touch Qt.

        `quiet`: the caller tells of a failure itself, in its own place.
        """
        return self._start(self._writers, task, title, quiet=quiet)

    def read(
        self, task: Callable[[Ticket], object], *, title: str = "", quiet: bool = False
    ) -> Job:
        """Start a task that only reads."""
        return self._start(self._readers, task, title, quiet=quiet)

    def draw(
        self, task: Callable[[Ticket], object], *, title: str = "", quiet: bool = False
    ) -> Job:
        """Queue a task that brings charts to paper or to a file.

        All on one thread: matplotlib keeps its fonts, many MB of Korean ones, for each that drew.
        """
        self._has_drawn = True
        return self._start(self._drawers, task, title, quiet=quiet)

    def stop(self) -> None:
        """Cancel everything and wait; call before the shop closes.

        What a job has found until then is told to nobody: those who asked may be gone.
        """
        for job in self._jobs.values():
            job.cancel()
        self._writers.waitForDone()
        self._readers.waitForDone()
        if self._has_drawn:  # waitForDone would end the thread: the next one has fonts of its own
            drained = Event()
            self._drawers.start(drained.set)
            drained.wait()
        for job in self._jobs.values():
            _let_go(job)
        for kept in (self._jobs, self._tasks, self._outcomes):
            kept.clear()
        self.stopped.emit()

    def _start(
        self, pool: QThreadPool, task: Callable[[Ticket], object], title: str, *, quiet: bool
    ) -> Job:
        number = next(self._numbers)
        ticket = Ticket(partial(self._progressed.emit, number))
        job = self._jobs[number] = Job(ticket, title, quiet=quiet, parent=self)
        self._tasks[number] = task
        pool.start(partial(self._run, number, ticket))
        self.started.emit(job)
        return job

    def _run(self, number: int, ticket: Ticket) -> None:
        # On a pool thread, which names neither task nor outcome any more once it has told.
        try:
            self._outcomes[number] = self._tasks[number](ticket), None
        except BaseException as error:  # calamine's PanicException is no Exception
            self._outcomes[number] = None, error
        with suppress(RuntimeError):  # the program ends, and this is gone: nobody asks any more
            self._ended.emit(number)

    def _on_progressed(self, number: int, done: int, total: int) -> None:
        if number in self._jobs:
            self._jobs[number].progressed.emit(done, total)

    def _on_ended(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return  # stopped meanwhile
        self._tasks.pop(number)
        result, failure = self._outcomes.pop(number)
        if failure is None:
            job.succeeded.emit(result)
        elif not isinstance(failure, CancelledError):
            job.failed.emit(failure)
            if not job.quiet:
                self.failed.emit(failure)
        job.finished.emit()
        _let_go(job)


def _let_go(job: Job) -> None:
    """Destroy a job that is over.

    Not as a child of the runner: where what its slots hold is the last that holds the runner, that
    would go in the middle of it and destroy it once more.
    """
    job.setParent(None)
    job.deleteLater()
